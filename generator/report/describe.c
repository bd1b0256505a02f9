/* What a chart shows, in sentences made from its data; and its source. */
/* SPDX-License-Identifier: MIT */
#include "report/maker.h"

#include "base/arena.h"

#include <stdlib.h>

enum {
	DATES = 2,
	NAMED_MOST = 3 /* series that are described one by one */
};

struct account {
	struct maker *maker;
	const struct chart *chart;
	struct text text;
};

static void
sentence_add(struct account *account, const char *key, size_t count,
	     const char *const *arguments)
{
	if (account->text.length > 0)
		text_add(
		    &account->text,
		    maker_phrase(account->maker, "sentence-space", 0, NULL));
	text_add(&account->text,
		 maker_phrase(account->maker, key, count, arguments));
}

/* --- one series --- */

static void
series_span(struct account *account, size_t i)
{
	const struct chart *chart = account->chart;
	const char *name = chart->series[i].name;
	const char *counts[] = {
	    name,
	    maker_number(account->maker, (long long)chart->category_count)};
	const char *years[] = {name, chart->categories[0],
			       chart->categories[chart->category_count - 1]};

	if (chart->kind == CHART_LINE)
		sentence_add(account, "chart-years", COUNT(years), years);
	else
		sentence_add(account, "chart-counts", COUNT(counts), counts);
}

/* What stands out in one series: most, least, total. */
static void
series_describe(struct account *account, size_t i)
{
	const struct chart *chart = account->chart;
	struct maker *maker = account->maker;
	size_t most = 0, least = 0;

	for (size_t row = 1; row < maker->count; row++) {
		if (maker_value(maker, i, row) > maker_value(maker, i, most))
			most = row;
		if (maker_value(maker, i, row) < maker_value(maker, i, least))
			least = row;
	}
	const char *largest[] = {chart->categories[most],
				 chart->series[i].labels[most]};
	const char *smallest[] = {chart->categories[least],
				  chart->series[i].labels[least]};
	const char *sum[] = {maker_number(maker, maker_sum(maker, i))};

	series_span(account, i);
	sentence_add(account, "chart-largest", COUNT(largest), largest);
	if (maker->count > 1)
		sentence_add(account, "chart-smallest", COUNT(smallest),
			     smallest);
	if (maker_has_sum(maker, i))
		sentence_add(account, "chart-total", COUNT(sum), sum);
}

/* --- many series: what they are, and what stands out of all --- */

static void
cell_describe(struct account *account, const char *key, size_t series,
	      size_t row)
{
	const struct chart *chart = account->chart;
	const char *item[] = {chart->series[series].name,
			      chart->categories[row]};
	const char *words[] = {
	    maker_phrase(account->maker, "chart-item", COUNT(item), item),
	    chart->series[series].labels[row]};

	sentence_add(account, key, COUNT(words), words);
}

static void
matrix_describe(struct account *account)
{
	const struct chart *chart = account->chart;
	struct maker *maker = account->maker;
	size_t most = 0, most_row = 0;
	struct text names = {0};

	for (size_t i = 0; i < chart->series_count; i++) {
		if (i > 0)
			text_add(&names, chart->is_han ? "；" : "; ");
		text_add(&names, chart->series[i].name);
		for (size_t row = 0; row < maker->count; row++)
			if (maker_value(maker, i, row) >
			    maker_value(maker, most, most_row))
				most = i, most_row = row;
	}
	const char *words[] = {
	    arena_copy(maker->filler->arena, text_string(&names)),
	    maker_number(maker, (long long)chart->category_count)};

	text_free(&names);
	sentence_add(account, "chart-matrix", COUNT(words), words);
	cell_describe(account, "chart-largest", most, most_row);
}

/* --- two dates --- */

static bool
compares_dates(const struct maker *maker)
{
	const struct figure_spec *spec = maker->spec;

	return spec->series_count == DATES && spec->series[0].month != NULL &&
	       spec->series[1].month != NULL;
}

static const char *
change_key(long long from, long long to)
{
	return to > from   ? "chart-rose"
	       : to < from ? "chart-fell"
			   : "chart-same";
}

static void
change_describe(struct account *account, const char *key, const char *name,
		long long from, long long to)
{
	struct maker *maker = account->maker;
	const char *words[] = {name, maker_number(maker, from),
			       maker_number(maker, to)};

	sentence_add(account, key, COUNT(words), words);
}

static void
way_describe(struct account *account, const char *name, long long from,
	     long long to)
{
	change_describe(account, change_key(from, to), name, from, to);
}

static long long
change_of(const struct maker *maker, size_t row)
{
	return maker_value(maker, 1, row) - maker_value(maker, 0, row);
}

/* How many categories went which way, which changed most, and the total. */
static void
changes_describe(struct account *account)
{
	struct maker *maker = account->maker;
	long long ways[3] = {0}; /* rose, fell, stayed */
	size_t most = 0;

	for (size_t row = 0; row < maker->count; row++) {
		long long change = change_of(maker, row);

		ways[change > 0 ? 0 : change < 0 ? 1 : 2]++;
		if (llabs(change) > llabs(change_of(maker, most)))
			most = row;
	}
	const char *words[] = {
	    account->chart->series[0].name, account->chart->series[1].name,
	    maker_number(maker, ways[0]),   maker_number(maker, ways[1]),
	    maker_number(maker, ways[2]),
	};

	sentence_add(account, "chart-changes", COUNT(words), words);
	if (change_of(maker, most) != 0)
		change_describe(
		    account, "chart-change", account->chart->categories[most],
		    maker_value(maker, 0, most), maker_value(maker, 1, most));
	if (maker_has_sum(maker, 0) && maker_has_sum(maker, 1))
		way_describe(account,
			     maker_phrase(maker, "table-total", 0, NULL),
			     maker_sum(maker, 0), maker_sum(maker, 1));
}

/* From the first year to the last. */
static void
years_describe(struct account *account)
{
	struct maker *maker = account->maker;
	size_t last = maker->count - 1;

	for (size_t i = 0; i < account->chart->series_count; i++)
		way_describe(account, account->chart->series[i].name,
			     maker_value(maker, i, 0),
			     maker_value(maker, i, last));
}

const char *
maker_describe(struct maker *maker, const struct chart *chart)
{
	struct arena *arena = maker->filler->arena;
	struct account account = {.maker = maker, .chart = chart};
	const char *key = arena_print(arena, "chart-%s",
				      chart_kind_name(chart->kind));
	const char *description;

	sentence_add(&account, key, 0, NULL);
	if (chart->series_count > NAMED_MOST || chart->kind == CHART_HEAT ||
	    chart->kind == CHART_MULTIPLES)
		matrix_describe(&account);
	else
		for (size_t i = 0; i < chart->series_count; i++)
			series_describe(&account, i);
	if (compares_dates(maker))
		changes_describe(&account);
	if (chart->kind == CHART_LINE && maker->count > 1)
		years_describe(&account);
	description = arena_copy(arena, text_string(&account.text));
	text_free(&account.text);
	return description;
}

/* --- the source --- */

/* The day that the data reaches to: what was completed later may have been
 * passed over. */
static day
day_reached(const struct report *report, day declared)
{
	return report->as_of != 0 && report->as_of < declared ? report->as_of
							      : declared;
}

const char *
maker_source(struct maker *maker)
{
	struct filler *filler = maker->filler;
	const struct figure_spec *spec = maker->spec;
	const struct measure *reviews = maker_measure(
	    maker, spec->at, spec->reviews, VALUE_NUMBER, "a number");
	const struct measure *as_at = maker_measure(maker, spec->at, spec->day,
						    VALUE_DAY, "a day");
	const struct measure *of = NULL;
	const char *parts[3];

	if (spec->of != NULL)
		of = maker_measure(maker, spec->at, spec->of, VALUE_NUMBER,
				   "a number");
	if (reviews == NULL || as_at == NULL ||
	    (spec->of != NULL && of == NULL))
		return "";
	parts[0] = maker_number(maker, reviews->value.number);
	parts[1] = language_day(filler->arena, filler->edition->language,
				day_reached(filler->report, as_at->value.day));
	if (of == NULL)
		return maker_phrase(maker, "source", 2, parts);
	if (of->value.number < reviews->value.number)
		maker_error(maker, spec->at,
			    "\"%s\" is %lld, more than the %lld of \"%s\"",
			    spec->reviews, reviews->value.number,
			    of->value.number, spec->of);
	parts[2] = maker_number(maker, of->value.number);
	return maker_phrase(maker, "source-of", COUNT(parts), parts);
}
