/* What formulas do with series: shares, extremes, sums, orders. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "measure/dimension.h"
#include "measure/evaluate.h"
#include "measure/value.h"

#include <stdlib.h>
#include <string.h>

/* --- shares --- */

static bool
share_make(struct run *run, long long part, long long whole, const char *of,
	   struct ratio *ratio)
{
	if (!ratio_make(run, part, whole, of, ratio))
		return false;
	if (part > whole)
		return formula_error(run->formula, run->step->at,
				     "%.64s%sthe part %lld is greater than the "
				     "whole %lld",
				     of, of[0] == '\0' ? "" : ": ", part,
				     whole);
	return true;
}

/* Two series, or two tables, suit each other if both have numbers for the same
 * keys. */
static bool
series_suit(struct run *run, const struct value *a, const struct value *b)
{
	bool good = a->kind == b->kind && a->dimension == b->dimension &&
		    a->across == b->across && a->count == b->count;

	for (size_t i = 0; good && i < a->count; i++)
		good = a->rows[i].key == b->rows[i].key &&
		       a->rows[i].across == b->rows[i].across;
	return good ||
	       formula_error(run->formula, run->step->at,
			     "the two %s have different keys",
			     a->kind == VALUE_TABLE ? "tables" : "series");
}

static bool
share_row(struct run *run, const struct value *parts, size_t i,
	  const struct value *wholes, struct row *share)
{
	const struct row *part = &parts->rows[i];
	bool both = value_has_rows(wholes);
	long long whole = both ? wholes->rows[i].number : wholes->number;
	struct text of = {0};
	bool good;

	if (part->is_ratio || (both && wholes->rows[i].is_ratio))
		return formula_error(run->formula, run->step->at,
				     "a share of ratios");
	*share = (struct row){
	    .key = part->key, .across = part->across, .is_ratio = true};
	/* Key by key, nothing of nothing is a row like any other. */
	if (both && part->number == 0 && whole == 0)
		return true;
	row_add_key(&of, run->formula->dataset, parts, part);
	good = share_make(run, part->number, whole, text_string(&of),
			  &share->ratio);
	text_free(&of);
	return good;
}

bool
value_share(struct run *run, const struct value arguments[2],
	    struct value *result)
{
	const struct value *part = &arguments[0], *whole = &arguments[1];
	bool is_series = value_has_rows(part);

	if ((part->kind != VALUE_NUMBER && !is_series) ||
	    (whole->kind != VALUE_NUMBER &&
	     !(is_series && whole->kind == part->kind)))
		return formula_error(run->formula, run->step->at,
				     "no share of %s in %s",
				     value_kind_words(part->kind),
				     value_kind_words(whole->kind));
	if (!is_series) {
		result->kind = VALUE_RATIO;
		return share_make(run, part->number, whole->number, "",
				  &result->ratio);
	}
	if (value_has_rows(whole) && !series_suit(run, part, whole))
		return false;
	*result = *part;
	result->rows = arena_array(run->scratch, part->count,
				   sizeof(*result->rows));
	for (size_t i = 0; i < part->count; i++)
		if (!share_row(run, part, i, whole, &result->rows[i]))
			return false;
	return true;
}

/* --- extremes and sums --- */

int
row_compare(const struct row *a, const struct row *b)
{
	bool a_is_void = a->is_ratio && a->ratio.whole == 0;
	bool b_is_void = b->is_ratio && b->ratio.whole == 0;

	if (a_is_void || b_is_void)
		return b_is_void - a_is_void;
	if (a->is_ratio)
		return ratio_compare(a->ratio, b->ratio);
	return (a->number > b->number) - (a->number < b->number);
}

static struct value
row_value(const struct row *row)
{
	if (row->is_ratio)
		return (struct value){.kind = VALUE_RATIO, .ratio = row->ratio};
	return (struct value){.kind = VALUE_NUMBER, .number = row->number};
}

/* The arguments as rows of one kind: those of the one series, or several
 * numbers or ratios. Their keys have no meaning. NULL after a message. */
static const struct row *
gather(struct run *run, const struct value *arguments, size_t *count)
{
	struct row *rows;

	*count = run->step->arguments;
	if (*count == 1 && run->step->kind != STEP_RANK &&
	    value_has_rows(&arguments[0])) {
		*count = arguments[0].count;
		return arguments[0].rows;
	}
	rows = arena_array(run->scratch, *count, sizeof(*rows));
	for (size_t i = 0; i < *count; i++) {
		enum value_kind kind = arguments[i].kind;

		if ((kind != VALUE_NUMBER && kind != VALUE_RATIO) ||
		    kind != arguments[0].kind || *count == 1) {
			formula_error(run->formula, run->step->at,
				      "wants %sseveral numbers or several "
				      "ratios, not %s",
				      run->step->kind == STEP_RANK
					  ? "a series and a key, "
					  : "one series, ",
				      value_kind_words(kind));
			return NULL;
		}
		rows[i].is_ratio = kind == VALUE_RATIO;
		rows[i].number = arguments[i].number;
		rows[i].ratio = arguments[i].ratio;
	}
	return rows;
}

bool
value_extreme(struct run *run, const struct value *arguments,
	      struct value *result)
{
	int wanted = run->step->kind == STEP_MAX ? 1 : -1;
	const struct row *best = NULL, *rows;
	size_t count;

	rows = gather(run, arguments, &count);
	if (rows == NULL)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (rows[i].is_ratio && rows[i].ratio.whole == 0)
			continue;
		if (best == NULL || row_compare(&rows[i], best) * wanted > 0)
			best = &rows[i];
	}
	if (best == NULL)
		return formula_error(run->formula, run->step->at,
				     "the series has no value");
	*result = row_value(best);
	return true;
}

bool
value_sum(struct run *run, const struct value *series, struct value *result)
{
	result->kind = VALUE_NUMBER;
	if (!value_has_rows(series))
		return formula_error(run->formula, run->step->at,
				     "sum wants a series, not %s",
				     value_kind_words(series->kind));
	for (size_t i = 0; i < series->count; i++) {
		if (series->rows[i].is_ratio)
			return formula_error(run->formula, run->step->at,
					     "sum wants a series of whole "
					     "numbers, not of ratios");
		if (__builtin_add_overflow(result->number,
					   series->rows[i].number,
					   &result->number))
			return formula_error(run->formula, run->step->at,
					     "the result is too large");
	}
	return true;
}

/* --- orders --- */

struct placed {
	struct row row;
	size_t index; /* in the data's order */
};

static int
placed_compare(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	int order = row_compare(&y->row, &x->row);

	return order != 0 ? order
			  : (x->index > y->index) - (x->index < y->index);
}

struct row *
rows_by_value(struct arena *arena, const struct value *series)
{
	size_t count = series->count;
	struct placed *placed = arena_array(arena, count, sizeof(*placed));
	struct row *rows = arena_array(arena, count, sizeof(*rows));

	for (size_t i = 0; i < count; i++)
		placed[i] = (struct placed){series->rows[i], i};
	if (count > 0)
		qsort(placed, count, sizeof(*placed), placed_compare);
	for (size_t i = 0; i < count; i++)
		rows[i] = placed[i].row;
	return rows;
}

bool
value_top(struct run *run, const struct value arguments[2],
	  struct value *result)
{
	const struct value *series = &arguments[1];
	long long wanted = arguments[0].number;

	if (arguments[0].kind != VALUE_NUMBER || series->kind != VALUE_SERIES)
		return formula_error(run->formula, run->step->at,
				     "top wants a whole number and a series, "
				     "not %s and %s",
				     value_kind_words(arguments[0].kind),
				     value_kind_words(series->kind));
	if (wanted < 1 || (unsigned long long)wanted > series->count)
		return formula_error(run->formula, run->step->at,
				     "top %lld of a series of %zu keys", wanted,
				     series->count);
	*result = *series;
	result->kind = VALUE_LIST;
	result->count = (size_t)wanted;
	result->rows = rows_by_value(run->scratch, series);
	return true;
}

/* 1 and the number of rows that are greater. */
static long long
place_of(const struct row *rows, size_t count, const struct row *row)
{
	long long place = 1;

	for (size_t i = 0; i < count; i++)
		place += row_compare(&rows[i], row) > 0;
	return place;
}

bool
value_rank(struct run *run, const struct value *arguments, struct value *result)
{
	const struct row *rows;
	size_t count;

	if (arguments[0].kind == VALUE_SERIES)
		return formula_error(run->formula, run->step->at,
				     "rank of a series wants one of its keys");
	rows = gather(run, arguments, &count);
	if (rows == NULL)
		return false;
	result->kind = VALUE_NUMBER;
	result->number = place_of(rows, count, &rows[0]);
	return true;
}

bool
value_rank_key(struct run *run, const struct value *series, const char *code,
	       size_t at, struct value *result)
{
	const struct dataset *dataset = run->formula->dataset;

	for (size_t i = 0; i < series->count; i++) {
		const struct row *row = &series->rows[i];
		char buffer[KEY_BYTES];

		if (strcmp(code, dimension_code(dataset, series->dimension,
						row->key, buffer)) != 0)
			continue;
		if (row->is_ratio && row->ratio.whole == 0)
			return formula_error(run->formula, at,
					     "%.64s: a share of nothing has no "
					     "place",
					     code);
		result->kind = VALUE_NUMBER;
		result->number = place_of(series->rows, series->count, row);
		return true;
	}
	return formula_error(run->formula, at, "the series has no %s '%.64s'",
			     dimension_name(series->dimension), code);
}
