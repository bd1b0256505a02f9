/* Which reviews and entries a number or a claim rests upon. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_TRACE_H
#define MEASURE_TRACE_H

#include "measure/dimension.h"
#include "measure/measure.h"

struct tracer;

/* By index in the dataset. An entry is in if any count behind the number admits
 * it; a review, if one of its entries is in or if reviews themselves are
 * counted. A count of the States as such rests upon no review. */
struct trace {
	struct key_set entries;
	struct key_set reviews;
	size_t entry_count;
	size_t review_count;
	struct key_set measures; /* that the number refers to, if indirectly */
};

/* What many traces share, made in one pass over the entries; the arena's. The
 * measures are borrowed. */
struct tracer *tracer_new(struct arena *, const struct measures *);

struct trace trace_measure(struct arena *, const struct tracer *,
			   const struct measure *);
struct trace trace_claim(struct arena *, const struct tracer *,
			 const struct claim *);

#endif
