/* One counting call: what it counts, what it admits, by which dimension. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_TALLY_H
#define MEASURE_TALLY_H

#include "measure/filter.h"
#include "measure/spread.h"

enum {
	TABLE_CELLS_MOST = 1 << 18
};

enum tally_verb {
	TALLY_ENTRIES,	   /* count(KIND, …) */
	TALLY_STATES_WITH, /* states(KIND, …) */
	TALLY_STATES,	   /* states(…) */
	TALLY_REVIEWS,	   /* reviews(…) */
};

struct tally {
	enum tally_verb verb;
	enum entry_kind kind; /* ENTRIES, STATES_WITH */
	struct filters filters;
	size_t axes; /* dimensions: 0 for a number, 1 for a series, 2 */
	enum dimension dimensions[2];
};

/* A number, a series or a table, rows from the arena: one pass over what
 * entries say, and over the entries themselves only where States or keys of
 * reviews matter. A table of more than TABLE_CELLS_MOST cells has no rows. */
struct value tally_run(struct arena *, const struct tally *,
		       const struct dataset *, struct spreads *);

#endif
