/* Signals that end the program wait while files change places. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_INTERRUPT_H
#define BASE_INTERRUPT_H

#include <stdbool.h>

/* From here to interrupts_release, SIGINT, SIGTERM, SIGHUP and SIGQUIT wait,
 * whichever thread they reach; then the one that came ends the program as it
 * would have. Pairs do not nest. */
void interrupts_hold(void);
void interrupts_release(void);

/* True if such a signal came: time to put things back. */
bool interrupt_is_waiting(void);

#endif
