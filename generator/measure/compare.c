/* Compare two values exactly: in order, as lists, as the leader of a series. */
/* SPDX-License-Identifier: MIT */
#include "measure/dimension.h"
#include "measure/evaluate.h"
#include "measure/predicate.h"
#include "measure/value.h"

#include <stdlib.h>
#include <string.h>

/* One comparison that is being judged. */
struct judge {
	struct formula *formula; /* the predicate's, for messages */
	const struct comparison *comparison;
	const struct value *left;
	const struct value *right;
};

/* --- in order --- */

static int
number_compare(long long number, struct ratio ratio)
{
	if (number < 0)
		return -1;
	if (number >= RATIO_END) /* so is no ratio */
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

/* Any paragraph of an article may come to stand in the data. */
static bool
provision_exists(const struct dataset *dataset, const char *code)
{
	size_t length = strcspn(code, "(");

	for (size_t i = 0; i < dataset->article_count; i++) {
		const char *known = dataset->articles[i].term.code;

		if (strncmp(code, known, length) == 0 && known[length] == '\0')
			return code[length] == '(';
	}
	return false;
}

static bool
code_exists(const struct dataset *dataset, enum dimension dimension,
	    const char *code, struct nearest *nearest)
{
	char buffer[KEY_BYTES];

	if (dimension == DIMENSION_YEAR)
		return code[strspn(code, "0123456789")] == '\0';
	if (dimension == DIMENSION_PROVISION)
		return provision_exists(dataset, code);
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
codes_check(const struct judge *judge, const struct side *side,
	    const struct value *list)
{
	struct formula *formula = judge->formula;
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

static const char *
list_code(const struct judge *judge, const struct side *side,
	  const struct value *list, size_t i, char buffer[KEY_BYTES])
{
	if (side->codes != NULL)
		return side->codes[i].text;
	return dimension_code(judge->formula->dataset, list->dimension,
			      list->rows[i].key, buffer);
}

/* By code: a category of one cycle may be that of another. */
static bool
lists_equal(const struct judge *judge)
{
	const struct side *left = &judge->comparison->left;
	const struct side *right = &judge->comparison->right;
	bool equal = judge->left->count == judge->right->count;

	for (size_t i = 0; equal && i < judge->left->count; i++) {
		char a[KEY_BYTES], b[KEY_BYTES];

		equal = strcmp(list_code(judge, left, judge->left, i, a),
			       list_code(judge, right, judge->right, i, b)) ==
			0;
	}
	return equal;
}

/* Two lists can be compared if they are of the same dimension, which codes
 * take from the other side. */
static bool
lists_check(const struct judge *judge)
{
	const struct comparison *comparison = judge->comparison;
	bool has_codes_left = comparison->left.codes != NULL;
	bool has_codes_right = comparison->right.codes != NULL;

	if (has_codes_left && has_codes_right)
		return formula_error(judge->formula, comparison->at,
				     "codes against codes say nothing of the "
				     "data");
	if (has_codes_left)
		return codes_check(judge, &comparison->left, judge->right);
	if (has_codes_right)
		return codes_check(judge, &comparison->right, judge->left);
	return judge->left->dimension == judge->right->dimension ||
	       formula_error(judge->formula, comparison->at,
			     "a list by %s cannot be held against one by %s",
			     dimension_name(judge->left->dimension),
			     dimension_name(judge->right->dimension));
}

static bool
judge_lists(const struct judge *judge, bool *holds)
{
	enum relation relation = judge->comparison->relation;

	if (relation != RELATION_EQUAL && relation != RELATION_UNEQUAL)
		return formula_error(judge->formula, judge->comparison->at,
				     "lists are equal or not: '=' or '!='");
	if (!lists_check(judge))
		return false;
	*holds = lists_equal(judge) == (relation == RELATION_EQUAL);
	return true;
}

/* --- leads --- */

static bool
judge_leads(const struct judge *judge, bool *holds)
{
	const struct word *key = &judge->comparison->key;
	struct formula *formula = judge->formula;
	const struct value *series = judge->left;
	const struct row *leader = NULL;
	char buffer[KEY_BYTES];

	if (series->kind != VALUE_SERIES)
		return formula_error(formula, judge->comparison->at,
				     "leads wants a series, not %s",
				     value_kind_words(series->kind));
	for (size_t i = 0; i < series->count; i++)
		if (strcmp(key->text,
			   dimension_code(formula->dataset, series->dimension,
					  series->rows[i].key, buffer)) == 0)
			leader = &series->rows[i];
	if (leader == NULL)
		return formula_error(
		    formula, key->at, "the series has no %s '%.64s'",
		    dimension_name(series->dimension), key->text);
	*holds = !leader->is_ratio || leader->ratio.whole > 0;
	for (size_t i = 0; i < series->count; i++)
		if (&series->rows[i] != leader &&
		    row_compare(&series->rows[i], leader) >= 0)
			*holds = false;
	return true;
}

/* --- all --- */

static bool
judge_order(const struct judge *judge, bool *holds)
{
	const struct value *left = judge->left, *right = judge->right;
	int order;

	if (is_numeric(left) && is_numeric(right))
		order = numeric_compare(left, right);
	else if (left->kind == VALUE_DAY && right->kind == VALUE_DAY)
		order = (left->day > right->day) - (left->day < right->day);
	else
		return formula_error(judge->formula, judge->comparison->at,
				     "%s cannot be held against %s",
				     value_kind_words(left->kind),
				     value_kind_words(right->kind));
	*holds = relation_holds(judge->comparison->relation, order);
	return true;
}

bool
comparison_judge(struct formula *formula, const struct comparison *comparison,
		 const struct value *left, const struct value *right,
		 bool *holds)
{
	struct judge judge = {formula, comparison, left, right};

	if (comparison->relation == RELATION_LEADS)
		return judge_leads(&judge, holds);
	if (value_has_rows(left) || value_has_rows(right))
		return formula_error(
		    formula, comparison->at,
		    "%s is not compared as a whole, but by %smin, max or sum",
		    value_kind_words(value_has_rows(left) ? left->kind
							  : right->kind),
		    left->kind == VALUE_TABLE || right->kind == VALUE_TABLE
			? ""
			: "leads, rank, top, ");
	if (left->kind == VALUE_LIST && right->kind == VALUE_LIST)
		return judge_lists(&judge, holds);
	return judge_order(&judge, holds);
}
