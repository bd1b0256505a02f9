/* Whether a page is what the program meant: no hostile word became markup. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FUZZ_MARKUP_H
#define TESTS_FUZZ_MARKUP_H

#include <stddef.h>

/* Ends the process, after the place, unless every element of the page is closed
 * in turn, every attribute has its quotes, none is an event's, and no address
 * names a scheme that runs anything. */
void markup_check(const char *name, const char *page, size_t length);

#endif
