/* The stack machine's hands: values into values, faults at a step. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_EVALUATE_H
#define MEASURE_EVALUATE_H

#include "measure/formula.h"

/* base/ratio.h promises the products of a ratio to stay in 64 bits below this.
 */
#define RATIO_END (1LL << 40)

/* One step that is being run. */
struct run {
	struct arena *scratch;
	struct formula *formula;
	const struct step *step;
};

/* "a whole number", "a series", … */
const char *value_kind_words(enum value_kind);

/* The ratio part/whole; false after a message: division by nothing, below 0,
 * too large. `of` is a key's code for the message, or "". */
bool ratio_make(struct run *, long long part, long long whole, const char *of,
		struct ratio *);

/* Less than 0, 0, or more than 0; both rows are of one kind. A share of nothing
 * is below all. */
int row_compare(const struct row *a, const struct row *b);

/* A series' rows, greatest first, equal values in the data's order. */
struct row *rows_by_value(struct arena *, const struct value *series);

/* Each takes the step's arguments and gives one value; false after a message.
 */
bool value_share(struct run *, const struct value arguments[2], struct value *);
bool value_extreme(struct run *, const struct value *arguments, struct value *);
bool value_sum(struct run *, const struct value *series, struct value *);
bool value_top(struct run *, const struct value arguments[2], struct value *);
bool value_rank(struct run *, const struct value *arguments, struct value *);
bool value_rank_key(struct run *, const struct value *series, const char *code,
		    size_t at, struct value *);

#endif
