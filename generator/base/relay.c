/* Boxes between two threads. */
/* SPDX-License-Identifier: MIT */
#include "base/relay.h"

bool
relay_begin(struct relay *relay, void (*call)(void *), void *context)
{
	sem_init(&relay->empty, 0, RELAY_BOXES);
	sem_init(&relay->full, 0, 0);
	relay->filling = relay->taking = 0;
	relay->work = (struct work){.call = call, .context = context};
	if (work_try(&relay->work))
		return true;
	relay_end(relay);
	return false;
}

void
relay_end(struct relay *relay)
{
	work_end(&relay->work);
	sem_destroy(&relay->empty);
	sem_destroy(&relay->full);
}

size_t
relay_box(struct relay *relay)
{
	semaphore_await(&relay->empty);
	return relay->filling % RELAY_BOXES;
}

void
relay_pass(struct relay *relay)
{
	relay->filling++;
	sem_post(&relay->full);
}

size_t
relay_take(struct relay *relay)
{
	semaphore_await(&relay->full);
	return relay->taking % RELAY_BOXES;
}

void
relay_return(struct relay *relay)
{
	relay->taking++;
	sem_post(&relay->empty);
}
