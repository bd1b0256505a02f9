/* A measure of two dimensions in a figure or table: one declared series stands
 * for a series of each of its columns. */
/* SPDX-License-Identifier: MIT */
#include "report/maker.h"

#include "base/arena.h"

enum {
	COLUMNS_MOST = 12 /* of a table: what a page has room for */
};

static bool
columns_check(struct maker *maker, const struct series_spec *spec)
{
	if (spec->month == NULL && spec->names.count == 0 && spec->role == 0 &&
	    !spec->is_sum)
		return true;
	maker_error(maker, spec->at,
		    "\"%s\" is a table: its columns bear the names and inks of "
		    "their keys",
		    spec->measure);
	return false;
}

static bool
names_check(struct maker *maker, const struct series_spec *spec)
{
	if (spec->month != NULL || spec->names.count > 0)
		return true;
	maker_error(maker, spec->at, "a series needs names or a month");
	return false;
}

static bool
spec_widen(struct maker *maker, struct figure_spec *wide,
	   const struct series_spec *spec)
{
	const struct measure *measure = measure_find(maker->filler->measures,
						     spec->measure);
	struct series_spec column = *spec;

	if (measure == NULL || measure->value.kind != VALUE_TABLE) {
		ARENA_PUSH(maker->filler->arena, wide->series,
			   wide->series_count, *spec);
		return measure == NULL || names_check(maker, spec);
	}
	column.is_column = true;
	for (size_t i = 0; i < measure->value.columns; i++) {
		column.column = i;
		ARENA_PUSH(maker->filler->arena, wide->series,
			   wide->series_count, column);
	}
	return columns_check(maker, spec);
}

static bool
count_check(struct maker *maker)
{
	const struct figure_spec *spec = maker->spec;
	const char *fault = NULL;

	if (!spec->is_table)
		fault = chart_kind_fault(spec->kind, spec->series_count);
	else if (spec->series_count == 0)
		fault = "there is no series";
	else if (spec->series_count > COLUMNS_MOST)
		fault = "there are too many series for a table";
	if (fault == NULL)
		return true;
	maker_error(maker, spec->at, "%s (%s%s%zu series)", fault,
		    spec->is_table ? "" : chart_kind_name(spec->kind),
		    spec->is_table ? "" : ", ", spec->series_count);
	return false;
}

/* Sums come after what they add up. */
static bool
sums_check(struct maker *maker)
{
	const struct figure_spec *spec = maker->spec;
	bool good = true;

	for (size_t i = 0; i < spec->series_count && i < 2; i++) {
		if (!spec->series[i].is_sum)
			continue;
		maker_error(maker, spec->series[i].at,
			    "there are no two series before this sum");
		good = false;
	}
	return good;
}

bool
maker_widen(struct maker *maker)
{
	struct figure_spec *wide = arena_take(maker->filler->arena,
					      sizeof(*wide));
	bool good = true;

	*wide = *maker->spec;
	wide->series = NULL;
	wide->series_count = 0;
	for (size_t i = 0; i < maker->spec->series_count; i++)
		good &= spec_widen(maker, wide, &maker->spec->series[i]);
	maker->spec = wide;
	good &= sums_check(maker);
	return count_check(maker) && good;
}

/* --- values --- */

/* Shares stand under the same keys as the numbers whose column they are in. */
static bool
table_matches(struct maker *maker, const struct series_spec *spec,
	      const char *id, const struct value *value)
{
	const struct value *of =
	    &measure_find(maker->filler->measures, spec->measure)->value;
	bool good = value->across == of->across &&
		    value->columns == of->columns;

	for (size_t i = 0; good && i < of->columns && i < of->count; i++)
		good = value->rows[i].across == of->rows[i].across;
	if (!good)
		maker_error(maker, spec->at,
			    "\"%s\" has other columns than \"%s\"", id,
			    spec->measure);
	return good;
}

const struct value *
maker_column(struct maker *maker, const struct series_spec *spec,
	     const char *id, const struct value *table)
{
	struct arena *arena = maker->filler->arena;
	struct value *value = arena_take(arena, sizeof(*value));

	if (!table_matches(maker, spec, id, table))
		return NULL;
	*value = (struct value){.kind = VALUE_SERIES,
				.dimension = table->dimension,
				.count = table->count / table->columns};
	value->rows = arena_array(arena, value->count, sizeof(*value->rows));
	for (size_t i = 0; i < value->count; i++)
		value->rows[i] = table->rows[i * table->columns + spec->column];
	return value;
}

const long long *
maker_total(struct maker *maker, const struct series_spec *spec)
{
	const struct measure *total = maker_measure(
	    maker, spec->at, spec->total,
	    spec->is_column ? VALUE_SERIES : VALUE_NUMBER,
	    spec->is_column ? "a series over the columns' keys" : "a number");
	const struct value *table;

	if (total == NULL || !spec->is_column)
		return total == NULL ? NULL : &total->value.number;
	table = &measure_find(maker->filler->measures, spec->measure)->value;
	for (size_t i = 0; i < total->value.count; i++)
		if (total->value.dimension == table->across &&
		    !total->value.rows[i].is_ratio &&
		    total->value.rows[i].key ==
			table->rows[spec->column].across)
			return &total->value.rows[i].number;
	maker_error(maker, spec->at,
		    "\"%s\" has no number for a column of \"%s\"", spec->total,
		    spec->measure);
	return NULL;
}
