/* How far a set of entries is from satisfying the rows of a plan, kept up to
 * date as entries come and go. */
/* SPDX-License-Identifier: MIT */
#ifndef RECONSTRUCT_TALLY_H
#define RECONSTRUCT_TALLY_H

#include "solve.h"

struct tallies;

/* One tally for each of the plan's rows of this kind and cycle. */
struct tallies *tallies_new(struct arena *, const struct plan *,
			    const struct review *, size_t review_count,
			    enum kind, int cycle);

/* An entry comes (step 1) or goes (step -1). */
void tallies_count(struct tallies *, const struct entry *, int step);

/* The sum over the rows of how far each is off its bounds. */
long tallies_distance(const struct tallies *);

/* Report each row that is off; true if none is. */
bool tallies_report(const struct tallies *, struct messages *);

#endif
