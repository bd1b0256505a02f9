/* The measures behind a figure: found, held in step, added up, put in order. */
/* SPDX-License-Identifier: MIT */
#include "report/maker.h"

#include "base/arena.h"

#include <stdarg.h>
#include <string.h>

enum {
	DATES = 2 /* series of a kind that compares two dates */
};

void
maker_error(struct maker *maker, struct place at, const char *format, ...)
{
	char words[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(words, sizeof(words), format, arguments);
	va_end(arguments);
	message_once(maker->filler->messages, WEIGHT_ERROR, at, "%s \"%s\": %s",
		     maker->spec->word, maker->spec->id, words);
}

const struct measure *
maker_measure(struct maker *maker, struct place at, const char *id,
	      enum value_kind kind, const char *what)
{
	const struct measure *measure = measure_find(maker->filler->measures,
						     id);

	if (measure == NULL) {
		maker_error(maker, at, "no measure is named \"%s\"", id);
		return NULL;
	}
	/* Why it has no value is said already. */
	if (measure->is_void)
		return NULL;
	if (measure->value.kind == kind)
		return measure;
	maker_error(maker, at, "\"%s\" is not %s", id, what);
	return NULL;
}

/* --- series --- */

/* True if both series stand over the same keys, or over years. */
static bool
series_match(const struct value *a, const struct value *b)
{
	if (a->dimension != b->dimension)
		return false;
	if (a->dimension == DIMENSION_YEAR)
		return true;
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->rows[i].key != b->rows[i].key)
			return false;
	return true;
}

static const struct value *
series_value(struct maker *maker, const struct series_spec *spec,
	     const char *id, bool is_ratio)
{
	const struct measure *measure = maker_measure(
	    maker, spec->at, id, spec->is_column ? VALUE_TABLE : VALUE_SERIES,
	    spec->is_column ? "a table" : "a series");
	const struct value *value;

	if (measure == NULL)
		return NULL;
	value = &measure->value;
	if (spec->is_column)
		value = maker_column(maker, spec, id, value);
	if (value == NULL)
		return NULL;
	if (value->count == 0) {
		maker_error(maker, spec->at, "\"%s\" has no category to show",
			    id);
		return NULL;
	}
	if (value->rows[0].is_ratio != is_ratio) {
		maker_error(maker, spec->at, "\"%s\" is not a series of %s", id,
			    is_ratio ? "shares" : "whole numbers");
		return NULL;
	}
	if (maker->series[0] != NULL &&
	    !series_match(maker->series[0], value)) {
		maker_error(maker, spec->at,
			    "\"%s\" has other categories than the series "
			    "before it",
			    id);
		return NULL;
	}
	return value;
}

static bool
series_collect(struct maker *maker, size_t i)
{
	const struct series_spec *spec = &maker->spec->series[i];
	bool good;

	maker->series[i] = series_value(maker, spec, spec->measure, false);
	good = maker->series[i] != NULL;
	if (spec->share != NULL) {
		maker->shares[i] = series_value(maker, spec, spec->share, true);
		good &= maker->shares[i] != NULL;
	}
	if (spec->total != NULL && good) {
		maker->totals[i] = maker_total(maker, spec);
		good = maker->totals[i] != NULL;
	}
	return good;
}

/* --- years: a series goes from its own first to its own last --- */

struct span {
	int first, last;
};

static void
span_widen(struct span *span, const struct value *value)
{
	int first = value->rows[0].key,
	    last = value->rows[value->count - 1].key;

	if (first < span->first)
		span->first = first;
	if (last > span->last)
		span->last = last;
}

/* The years before and after have nothing in them. */
static const struct value *
series_pad(struct maker *maker, const struct value *from,
	   const struct span *span)
{
	struct arena *arena = maker->filler->arena;
	struct value *value = arena_take(arena, sizeof(*value));
	size_t at = 0;

	*value = *from;
	value->count = (size_t)(span->last - span->first) + 1;
	value->rows = arena_array(arena, value->count, sizeof(*value->rows));
	for (size_t i = 0; i < value->count; i++) {
		value->rows[i].key = span->first + (int)i;
		value->rows[i].is_ratio = from->rows[0].is_ratio;
		if (at < from->count &&
		    from->rows[at].key == value->rows[i].key)
			value->rows[i] = from->rows[at++];
	}
	return value;
}

static void
years_pad(struct maker *maker)
{
	size_t count = maker->spec->series_count;
	struct span span = {maker->series[0]->rows[0].key,
			    maker->series[0]->rows[0].key};

	for (size_t i = 0; i < count; i++)
		span_widen(&span, maker->series[i]);
	for (size_t i = 0; i < count; i++) {
		maker->series[i] = series_pad(maker, maker->series[i], &span);
		if (maker->shares[i] != NULL)
			maker->shares[i] = series_pad(maker, maker->shares[i],
						      &span);
	}
}

/* --- kinds that want a certain dimension or order --- */

static bool
kind_check(struct maker *maker)
{
	const struct figure_spec *spec = maker->spec;
	const struct measure *days[DATES];

	if (spec->is_table)
		return true;
	if (spec->kind == CHART_LINE && spec->is_by_value) {
		maker_error(maker, spec->at,
			    "a line goes by year, not by value");
		return false;
	}
	if (spec->kind == CHART_LINE &&
	    maker->series[0]->dimension != DIMENSION_YEAR) {
		maker_error(maker, spec->at, "a line wants series by year");
		return false;
	}
	if (spec->kind != CHART_DUMBBELL)
		return true;
	for (size_t i = 0; i < DATES; i++) {
		if (spec->series[i].month == NULL)
			return true;
		days[i] = maker_measure(maker, spec->series[i].at,
					spec->series[i].month, VALUE_DAY,
					"a day");
		if (days[i] == NULL)
			return false;
	}
	if (days[0]->value.day < days[1]->value.day)
		return true;
	maker_error(maker, spec->at, "its second date is not after its first");
	return false;
}

/* Rows as shown: the data's order, or the first series' greatest first with
 * equal values in the data's order. Insertion keeps equal ones in place. */
static void
rows_order(struct maker *maker)
{
	const struct row *rows = maker->series[0]->rows;

	maker->count = maker->series[0]->count;
	maker->order = arena_array(maker->filler->arena, maker->count,
				   sizeof(*maker->order));
	for (size_t i = 0; i < maker->count; i++) {
		size_t at = i;

		while (maker->spec->is_by_value && at > 0 &&
		       rows[maker->order[at - 1]].number < rows[i].number) {
			maker->order[at] = maker->order[at - 1];
			at--;
		}
		maker->order[at] = i;
	}
}

static bool
row_has_code(const struct maker *maker, const char *code)
{
	for (size_t row = 0; row < maker->count; row++)
		if (strcmp(code, maker_code(maker, row)) == 0)
			return true;
	return false;
}

/* A note on a row that is not there stands without its letter: a slip of the
 * pen, or a row that these data have not. */
static void
notes_check(struct maker *maker)
{
	for (size_t i = 0; i < maker->spec->note_count; i++) {
		const struct note_spec *note = &maker->spec->notes[i];

		if (note->on != NULL && !row_has_code(maker, note->on))
			message_once(
			    maker->filler->messages, WEIGHT_WARNING, note->at,
			    "%s \"%s\": no row has the code \"%s\"",
			    maker->spec->word, maker->spec->id, note->on);
	}
}

bool
maker_collect(struct maker *maker)
{
	struct arena *arena = maker->filler->arena;
	size_t count;
	bool good = true;

	if (!maker_widen(maker))
		return false;
	count = maker->spec->series_count;
	maker->series = arena_array(arena, count, sizeof(*maker->series));
	maker->shares = arena_array(arena, count, sizeof(*maker->shares));
	maker->totals = arena_array(arena, count, sizeof(*maker->totals));
	for (size_t i = 0; i < count; i++)
		good &= series_collect(maker, i);
	if (!good)
		return false;
	if (maker->series[0]->dimension == DIMENSION_YEAR)
		years_pad(maker);
	rows_order(maker);
	notes_check(maker);
	good = kind_check(maker);
	good &= maker_check_sums(maker);
	return good;
}
