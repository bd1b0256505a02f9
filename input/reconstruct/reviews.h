/* Draw which State is reviewed when, after the batches of a plan. */
/* SPDX-License-Identifier: MIT */
#ifndef RECONSTRUCT_REVIEWS_H
#define RECONSTRUCT_REVIEWS_H

#include "plan.h"

struct random;

struct review {
	int state; /* index */
	int region;
	int cycle;
	serial completed;
	bool is_needing; /* may have needs */
	int weight;	 /* how many entries it tends to have */
};

/* In the order of cycle, then State. A review of a later cycle falls at least
 * a year after the State's review of the cycle before. NULL after messages
 * if a batch finds too few States. */
struct review *reviews_draw(struct arena *, struct messages *, struct random *,
			    const struct plan *, size_t *count);

#endif
