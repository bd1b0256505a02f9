/* What is wrong with a chart, before it is drawn. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <math.h>

/* What is wrong with the series, or NULL. */
static const char *
series_fault(const struct series *series, size_t category_count)
{
	if (series->name == NULL)
		return "a series has no name";
	if (series->values == NULL)
		return "a series has no values";
	if (series->role < 0 || series->role > SERIES_MOST)
		return "there is no such ink for a series";
	for (size_t i = 0; i < category_count; i++)
		if (!(series->values[i] >= 0 &&
		      series->values[i] <= (double)VALUE_MOST))
			return "a value is under 0 or over 10^15";
	return NULL;
}

/* Series that share their ink cannot be told apart, where a legend has to. */
static const char *
roles_fault(const struct chart *chart)
{
	if (chart->kind == CHART_HEAT || chart->kind == CHART_MULTIPLES ||
	    chart->kind == CHART_PAIRED)
		return NULL;
	for (size_t i = 1; i < chart->series_count; i++)
		for (size_t k = 0; k < i; k++)
			if (series_role(chart, i) == series_role(chart, k))
				return "two series have the same ink";
	return NULL;
}

/* Parts of a sum have one, and not over what an axis can show. */
static const char *
sums_fault(const struct chart *chart)
{
	bool is_one = chart->series_count == 1;
	double sum = 0;

	for (size_t i = 0; i < chart->category_count; i++) {
		if (!is_one)
			sum = 0;
		for (size_t s = 0; s < chart->series_count; s++)
			sum += chart->series[s].values[i];
		if (sum > (double)VALUE_MOST)
			return "its values add up to over 10^15";
	}
	return is_one && !(sum > 0) ? "it is a share of nothing" : NULL;
}

static const char *
counts_fault(const struct chart *chart)
{
	size_t most = kind_categories_most(chart->kind);

	if (chart->category_count == 0)
		return "there is no category";
	if (most > 0 && chart->category_count > most)
		return "there are too many categories for its kind";
	return chart_kind_fault(chart->kind, chart->series_count);
}

const char *
chart_fault(const struct chart *chart)
{
	const char *fault;

	if ((size_t)chart->kind >= CHART_KINDS)
		return "there is no such kind";
	fault = counts_fault(chart);
	if (fault == NULL &&
	    !(isfinite(chart->width) && chart->width > 0 &&
	      isfinite(chart->type_size) && chart->type_size > 0))
		fault = "its width or type size is not a length";
	for (size_t i = 0; i < chart->series_count && fault == NULL; i++)
		fault = series_fault(&chart->series[i], chart->category_count);
	if (fault == NULL)
		fault = roles_fault(chart);
	if (fault == NULL && chart_kind_is_whole(chart->kind))
		fault = sums_fault(chart);
	return fault;
}
