/* Signals that end the program wait while files change places. */
/* SPDX-License-Identifier: MIT */
#include "base/interrupt.h"

#include "base/arena.h"

#include <signal.h>

static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
static struct sigaction before[COUNT(ending)];
static volatile sig_atomic_t came; /* the signal, or 0 */

static void
note(int number)
{
	came = number;
}

/* A blocked signal would go to a thread that some library started: so it is
 * caught. One that is ignored stays so. */
void
interrupts_hold(void)
{
	struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};

	came = 0;
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < COUNT(ending); i++) {
		sigaction(ending[i], NULL, &before[i]);
		if (before[i].sa_handler != SIG_IGN)
			sigaction(ending[i], &action, NULL);
	}
}

void
interrupts_release(void)
{
	for (size_t i = 0; i < COUNT(ending); i++)
		sigaction(ending[i], &before[i], NULL);
	if (came != 0)
		raise(came);
}

bool
interrupt_is_waiting(void)
{
	return came != 0;
}
