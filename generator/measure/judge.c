/* Judge a claim and tell the numbers behind it. */
/* SPDX-License-Identifier: MIT */
#include "measure/predicate.h"

#include "base/arena.h"
#include "base/text.h"

#include <string.h>

/* One comparison that is being judged. */
struct judge {
	struct arena *scratch;
	const struct machine *machine;
	struct predicate *predicate;
	struct comparison *comparison;
	struct value left;
	struct value right;
};

/* A list of codes has no rows; of what they are, the other side says. */
static bool
side_value(struct judge *judge, struct side *side, struct value *value)
{
	if (side->codes != NULL) {
		*value = (struct value){.kind = VALUE_LIST,
					.count = side->code_count};
		return true;
	}
	return formula_evaluate(judge->scratch, judge->machine, &side->formula,
				value);
}

/* A literal accounts for itself. */
static bool
side_is_literal(const struct side *side)
{
	const struct step *first = side->formula.steps;

	return side->codes != NULL ||
	       (side->formula.step_count == 1 &&
		(first->kind == STEP_NUMBER || first->kind == STEP_DAY ||
		 first->kind == STEP_RATIO));
}

static bool
is_same_side(const struct side *a, const struct side *b)
{
	return a->length == b->length &&
	       memcmp(a->formula.text + a->from, b->formula.text + b->from,
		      a->length) == 0;
}

/* True if an earlier comparison has the same side, whose value is told. */
static bool
side_is_told(const struct judge *judge, const struct side *side)
{
	const struct comparison *first = judge->predicate->comparisons;

	for (; first < judge->comparison; first++)
		if (is_same_side(&first->left, side) ||
		    is_same_side(&first->right, side))
			return true;
	return side == &judge->comparison->right &&
	       is_same_side(&judge->comparison->left, side);
}

static bool
side_tell(struct judge *judge, struct side *side, const struct value *value,
	  struct text *because)
{
	if (side_is_literal(side) || side_is_told(judge, side))
		return true;
	text_add(because, because->length > 0 ? "; " : "");
	return side_account(judge->scratch, judge->machine, side, value,
			    because);
}

static bool
comparison_tell(struct judge *judge, struct text *because)
{
	struct comparison *comparison = judge->comparison;

	if (comparison->relation != RELATION_LEADS)
		return side_tell(judge, &comparison->left, &judge->left,
				 because) &&
		       side_tell(judge, &comparison->right, &judge->right,
				 because);
	text_add(because, because->length > 0 ? "; " : "");
	side_add(because, &comparison->left);
	text_add(because, ": ");
	rows_account(judge->scratch, judge->predicate->formula.dataset,
		     &judge->left, comparison->key.text, because);
	return true;
}

static bool
comparison_run(struct judge *judge, bool *holds, struct text *because)
{
	struct comparison *comparison = judge->comparison;

	if (!side_value(judge, &comparison->left, &judge->left))
		return false;
	if (comparison->relation != RELATION_LEADS &&
	    !side_value(judge, &comparison->right, &judge->right))
		return false;
	return comparison_judge(&judge->predicate->formula, comparison,
				&judge->left, &judge->right, holds) &&
	       comparison_tell(judge, because);
}

/* Every comparison is run, so that each one's fault and numbers are told. */
bool
predicate_judge(struct predicate *predicate, const struct machine *machine,
		bool *holds, struct text *because)
{
	struct arena *scratch = arena_new();
	bool good = true, any = false, all = true;

	for (size_t i = 0; i < predicate->count; i++) {
		struct judge judge = {
		    .scratch = scratch,
		    .machine = machine,
		    .predicate = predicate,
		    .comparison = &predicate->comparisons[i],
		};
		bool one = false;

		if (predicate->comparisons[i].is_after_or) {
			any = any || all;
			all = true;
		}
		good = comparison_run(&judge, &one, because) && good;
		all = all && one;
	}
	*holds = any || all;
	arena_free(scratch);
	return good;
}
