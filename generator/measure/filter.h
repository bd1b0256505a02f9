/* What a call admits: filters as written, and compiled into sets and limits. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_FILTER_H
#define MEASURE_FILTER_H

#include "measure/dimension.h"
#include "measure/formula.h"

/* In the order in which they are compiled: each may depend on those above. */
enum filter_key {
	FILTER_CYCLE,
	FILTER_CHAPTER,
	FILTER_ARTICLE,
	FILTER_PROVISION,
	FILTER_CATEGORY,
	FILTER_TOPIC,
	FILTER_REGION,
	FILTER_STATE,
	FILTER_AFTER,
	FILTER_AS_OF,
	FILTERS
};

/* By the name in a formula; FILTERS if there is none. */
enum filter_key filter_find(const char *name);
const char *filter_name(enum filter_key);
bool filter_is_day(enum filter_key);

/* A filter as the formula has it. */
struct filter_draft {
	bool is_given;
	size_t at; /* of the key in the formula */
	struct filter_value {
		const char *code;
		size_t at;
		int paragraph; /* PROVISION */
	} * values;
	size_t count;
};

struct filters {
	bool given[FILTERS];
	/* Keys of each dimension with a table that the filters together
	 * admit. */
	struct key_set keys[DIMENSION_YEAR];
	struct provision *provisions;
	size_t provision_count;
	day after;
	day as_of;
};

/* All unknown codes and all contradictions are reported; false if any. */
bool filters_compile(struct formula *, const struct filter_draft drafts[],
		     struct filters *);

/* Cycle, State, region and days; the entry's own filters in addition. */
bool filters_admit_review(const struct filters *, const struct review *);
bool filters_admit_entry(const struct filters *, const struct entry *);

/* The one cycle that was asked for, or NONE. */
int filters_only_cycle(const struct filters *, const struct dataset *);

#endif
