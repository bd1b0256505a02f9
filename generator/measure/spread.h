/* How often each thing that entries say is said in a set of reviews: the
 * entries are gone through once for each such set, not once for each measure.
 */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_SPREAD_H
#define MEASURE_SPREAD_H

#include "measure/filter.h"

struct spreads;

/* None at first; the arena's, as all that is added. The dataset is borrowed. */
struct spreads *spreads_new(struct arena *, const struct dataset *);

struct spread {
	uint64_t *reviews; /* bit i: reviews[i] is in the set */
	uint32_t *counts;  /* by index of the saying */
};

/* Of the reviews that the filters admit; good until the next call. */
const struct spread *spread_find(struct spreads *, const struct filters *);

/* The reviews' indices in the order of their States. */
const uint32_t *spreads_by_state(const struct spreads *);

static inline bool
spread_has(const struct spread *spread, size_t review)
{
	return (spread->reviews[review / 64] >> review % 64 & 1) != 0;
}

#endif
