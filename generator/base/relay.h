/* Work handed from one thread to the next in boxes that go round. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_RELAY_H
#define BASE_RELAY_H

#include "base/process.h"

#include <stddef.h>

enum {
	RELAY_BOXES = 4
};

/* The caller's own boxes by their numbers. One side fills one after another,
 * the other takes them in the same order. Which side the new thread is, is the
 * caller's choice; either says in a box that it is the last. */
struct relay {
	sem_t empty, full;
	size_t filling, taking; /* boxes so far; each one side's own */
	struct work work;
};

/* Begin the other side's work in a thread: false if there is none to be had,
 * and nothing was begun. */
bool relay_begin(struct relay *, void (*call)(void *), void *context);
/* Wait until it is done. */
void relay_end(struct relay *);

/* Wait for an empty box to fill; then it is full. */
size_t relay_box(struct relay *);
void relay_pass(struct relay *);

/* Wait for a full box to take from; then it is empty. */
size_t relay_take(struct relay *);
void relay_return(struct relay *);

#endif
