/* Signals that end the program wait while files change places. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_INTERRUPT_H
#define BASE_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

struct interrupts {
	sigset_t before; /* the mask that is put back */
};

/* From here to interrupts_release, SIGINT, SIGTERM, SIGHUP and SIGQUIT wait;
 * then the one that came ends the program as it would have. Pairs may nest. */
void interrupts_hold(struct interrupts *);
void interrupts_release(const struct interrupts *);

/* True if such a signal waits: time to put things back. */
bool interrupt_is_waiting(void);

#endif
