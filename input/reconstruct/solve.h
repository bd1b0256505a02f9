/* Give every entry of a plan a review, a category and a topic so that all rows
 * of the plan hold. */
/* SPDX-License-Identifier: MIT */
#ifndef RECONSTRUCT_SOLVE_H
#define RECONSTRUCT_SOLVE_H

#include "reviews.h"

/* Indices into the plan and the reviews. */
struct entry {
	int subject;
	int review;
	int category; /* or NONE */
	int topic;    /* or NONE */
};

/* The entries of one kind in one cycle, in no order. NULL after a message for
 * each row that could not be met, or if there are more categories or topics
 * than entries. No entries at all is an array of none. */
struct entry *entries_solve(struct arena *, struct messages *, struct random *,
			    const struct plan *, const struct review *,
			    size_t review_count, enum kind, int cycle,
			    size_t *count);

#endif
