/* Signals that end the program wait while files change places. */
/* SPDX-License-Identifier: MIT */
#include "base/interrupt.h"

#include "base/arena.h"

static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

void
interrupts_hold(struct interrupts *interrupts)
{
	sigset_t held;

	sigemptyset(&held);
	for (size_t i = 0; i < COUNT(ending); i++)
		sigaddset(&held, ending[i]);
	pthread_sigmask(SIG_BLOCK, &held, &interrupts->before);
}

void
interrupts_release(const struct interrupts *interrupts)
{
	pthread_sigmask(SIG_SETMASK, &interrupts->before, NULL);
}

bool
interrupt_is_waiting(void)
{
	sigset_t waiting;

	sigpending(&waiting);
	for (size_t i = 0; i < COUNT(ending); i++)
		if (sigismember(&waiting, ending[i]) == 1)
			return true;
	return false;
}
