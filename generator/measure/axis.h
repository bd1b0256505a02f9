/* The keys that a counting call goes by, and where each stands. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_AXIS_H
#define MEASURE_AXIS_H

#include "measure/tally.h"

/* One dimension that is counted by: its keys, and where each stands. */
struct axis {
	enum dimension dimension;
	int first; /* key */
	int end;   /* key behind the last */
	int *keys; /* in the data's order */
	size_t count;
	int *place; /* by key, less the first: index among the keys or NONE */
};

/* The axis of a dimension that the tally goes by; of DIMENSIONS, which is none,
 * one with the single key 0. */
void axis_of_keys(struct arena *, const struct tally *, const struct dataset *,
		  struct axis *, enum dimension);

/* Where a key stands on its axis; NONE if it does not. */
int axis_index(const struct axis *, int key);

int axis_year(day);

/* False if an entry that says this is under no key of the dimension, whatever
 * its review. */
bool axis_takes_entry(enum dimension, const struct entry *);

/* The key of the paragraph that an entry names; NONE if it names none. */
int axis_provision(const struct entry *);

#endif
