/* Files brought to the disk several at once: the disk takes many in the time of
 * one, and each call waits for its answer. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_SYNC_H
#define BASE_SYNC_H

#include <stddef.h>

struct arena;

/* An open file; what is wrong comes back as a number of errno, or 0. */
struct sync {
	int file;
	int fault;
};

/* Threads that wait for so many files. Where the system gives none, the
 * caller's own does all. Signals never go to them. */
struct syncers *syncers_open(struct arena *, size_t files);

/* Bring all of them to the disk. Takes no memory. */
void syncers_run(struct syncers *, struct sync *, size_t count);

/* The threads are gone when it returns. */
void syncers_close(struct syncers *);

#endif
