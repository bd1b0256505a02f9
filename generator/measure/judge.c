/* Judge a claim: compare the values on both sides, exactly. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "measure/evaluate.h"
#include "measure/predicate.h"
#include "measure/value.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A ratio's part is below this (base/ratio.h), and so is the ratio. */
#define RATIO_END (1LL << 40)

/* One comparison that is being judged. */
struct judge {
	struct arena *scratch;
	const struct machine *machine;
	struct predicate *predicate;
	struct comparison *comparison;
	struct value left;
	struct value right;
};

/* --- in order --- */

static int
number_compare(long long number, struct ratio ratio)
{
	if (number < 0)
		return -1;
	if (number >= RATIO_END)
		return 1;
	return ratio_compare((struct ratio){number, 1}, ratio);
}

static bool
is_numeric(const struct value *value)
{
	return value->kind == VALUE_NUMBER || value->kind == VALUE_RATIO;
}

static int
numeric_compare(const struct value *a, const struct value *b)
{
	if (a->kind == VALUE_RATIO && b->kind == VALUE_RATIO)
		return ratio_compare(a->ratio, b->ratio);
	if (a->kind == VALUE_RATIO)
		return -number_compare(b->number, a->ratio);
	if (b->kind == VALUE_RATIO)
		return number_compare(a->number, b->ratio);
	return (a->number > b->number) - (a->number < b->number);
}

static bool
relation_holds(enum relation relation, int order)
{
	switch (relation) {
	case RELATION_EQUAL:
		return order == 0;
	case RELATION_UNEQUAL:
		return order != 0;
	case RELATION_LESS:
		return order < 0;
	case RELATION_AT_MOST:
		return order <= 0;
	case RELATION_GREATER:
		return order > 0;
	case RELATION_AT_LEAST:
		return order >= 0;
	case RELATION_LEADS:
		break;
	}
	abort();
}

/* --- lists --- */

static bool
code_exists(const struct dataset *dataset, enum dimension dimension,
	    const char *code, struct nearest *nearest)
{
	char buffer[KEY_BYTES];

	if (dimension == DIMENSION_YEAR)
		return code[strspn(code, "0123456789")] == '\0';
	for (size_t i = 0; i < dimension_count(dataset, dimension); i++) {
		const char *known = dimension_code(dataset, dimension, (int)i,
						   buffer);

		if (strcmp(known, code) == 0)
			return true;
		nearest_offer(nearest, known);
	}
	return false;
}

/* Codes against a list: what can never hold is a slip of the pen. */
static bool
codes_check(struct judge *judge, const struct side *side,
	    const struct value *list)
{
	struct formula *formula = &judge->predicate->formula;
	bool good = true;

	for (size_t i = 0; i < side->code_count; i++) {
		const struct word *word = &side->codes[i];
		struct nearest nearest = {.wanted = word->text};

		if (code_exists(formula->dataset, list->dimension, word->text,
				&nearest))
			continue;
		good = formula_error(formula, word->at, "unknown %s '%.64s'%s",
				     dimension_name(list->dimension),
				     word->text,
				     nearest_words(formula->arena, &nearest));
	}
	if (good && side->code_count != list->count)
		good = formula_error(formula, side->from,
				     "%zu codes against a list of %zu",
				     side->code_count, list->count);
	return good;
}

static bool
codes_equal(struct judge *judge, const struct side *side,
	    const struct value *list)
{
	const struct dataset *dataset = judge->predicate->formula.dataset;

	for (size_t i = 0; i < list->count; i++) {
		char buffer[KEY_BYTES];

		if (strcmp(side->codes[i].text,
			   dimension_code(dataset, list->dimension,
					  list->rows[i].key, buffer)) != 0)
			return false;
	}
	return true;
}

/* By code: a category of one cycle may be that of another. */
static bool
lists_equal(struct judge *judge)
{
	const struct dataset *dataset = judge->predicate->formula.dataset;
	const struct value *left = &judge->left, *right = &judge->right;
	bool equal = left->count == right->count;

	for (size_t i = 0; equal && i < left->count; i++) {
		char a[KEY_BYTES], b[KEY_BYTES];

		equal = strcmp(dimension_code(dataset, left->dimension,
					      left->rows[i].key, a),
			       dimension_code(dataset, right->dimension,
					      right->rows[i].key, b)) == 0;
	}
	return equal;
}

static bool
judge_lists(struct judge *judge, bool *holds)
{
	struct comparison *comparison = judge->comparison;
	struct formula *formula = &judge->predicate->formula;
	const struct side *left = &comparison->left,
			  *right = &comparison->right;
	bool equal;

	if (comparison->relation != RELATION_EQUAL &&
	    comparison->relation != RELATION_UNEQUAL)
		return formula_error(formula, comparison->at,
				     "lists are equal or not: '=' or '!='");
	if (left->codes != NULL || right->codes != NULL) {
		const struct side *codes = left->codes != NULL ? left : right;
		const struct value *list = left->codes != NULL ? &judge->right
							       : &judge->left;

		if (!codes_check(judge, codes, list))
			return false;
		equal = codes_equal(judge, codes, list);
	} else if (judge->left.dimension != judge->right.dimension) {
		return formula_error(formula, comparison->at,
				     "a list by %s against one by %s",
				     dimension_name(judge->left.dimension),
				     dimension_name(judge->right.dimension));
	} else {
		equal = lists_equal(judge);
	}
	*holds = equal == (comparison->relation == RELATION_EQUAL);
	return true;
}

/* --- leads --- */

static bool
judge_leads(struct judge *judge, bool *holds)
{
	const struct word *key = &judge->comparison->key;
	struct formula *formula = &judge->predicate->formula;
	const struct value *series = &judge->left;
	const struct row *leader = NULL;
	char buffer[KEY_BYTES];

	if (series->kind != VALUE_SERIES)
		return formula_error(formula, judge->comparison->at,
				     "leads wants a series, not %s",
				     value_kind_words(series->kind));
	for (size_t i = 0; i < series->count; i++)
		if (strcmp(key->text, dimension_code(formula->dataset,
						     series->dimension,
						     series->rows[i].key,
						     buffer)) == 0)
			leader = &series->rows[i];
	if (leader == NULL)
		return formula_error(formula, key->at,
				     "the series has no %s '%.64s'",
				     dimension_name(series->dimension),
				     key->text);
	*holds = !leader->is_ratio || leader->ratio.whole > 0;
	for (size_t i = 0; i < series->count; i++)
		if (&series->rows[i] != leader &&
		    row_compare(&series->rows[i], leader) >= 0)
			*holds = false;
	return true;
}

/* --- all --- */

static bool
judge_order(struct judge *judge, bool *holds)
{
	const struct value *left = &judge->left, *right = &judge->right;
	int order;

	if (is_numeric(left) && is_numeric(right))
		order = numeric_compare(left, right);
	else if (left->kind == VALUE_DAY && right->kind == VALUE_DAY)
		order = (left->day > right->day) - (left->day < right->day);
	else
		return formula_error(&judge->predicate->formula,
				     judge->comparison->at,
				     "%s cannot be held against %s",
				     value_kind_words(left->kind),
				     value_kind_words(right->kind));
	*holds = relation_holds(judge->comparison->relation, order);
	return true;
}

static bool
judge_comparison(struct judge *judge, bool *holds)
{
	const struct comparison *comparison = judge->comparison;

	if (comparison->relation == RELATION_LEADS)
		return judge_leads(judge, holds);
	if (judge->left.kind == VALUE_SERIES ||
	    judge->right.kind == VALUE_SERIES)
		return formula_error(&judge->predicate->formula, comparison->at,
				     "a series is not compared as a whole, but "
				     "by leads, rank, top, min, max or sum");
	if (judge->left.kind == VALUE_LIST && judge->right.kind == VALUE_LIST)
		return judge_lists(judge, holds);
	return judge_order(judge, holds);
}

/* Codes become a list without rows until it is known of what. */
static bool
side_value(struct judge *judge, struct side *side, struct value *value)
{
	if (side->codes != NULL) {
		*value = (struct value){.kind = VALUE_LIST};
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
	return judge_comparison(judge, holds) &&
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
