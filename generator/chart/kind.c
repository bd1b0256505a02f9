/* The kinds of charts by name, and what each takes. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <assert.h>
#include <string.h>

/* What a kind takes: a further one is a row here and in chart.c. */
static const struct kind {
	const char *name;
	size_t series_least, series_most;
	size_t categories_most; /* 0: any number */
	bool is_whole;		/* values are parts of a sum */
} kinds[] = {
    [CHART_BARS] = {"bars", 1, 1, 0, false},
    [CHART_COLUMNS] = {"columns", 1, SERIES_MOST, 0, false},
    [CHART_GROUPED] = {"grouped", 1, SERIES_MOST, 0, false},
    [CHART_PAIRED] = {"paired", 2, 2, 0, false},
    [CHART_STACKED] = {"stacked", 2, SERIES_MOST, 0, true},
    [CHART_STACKED100] = {"stacked100", 2, SERIES_MOST, 0, true},
    [CHART_DUMBBELL] = {"dumbbell", 2, 2, 0, false},
    [CHART_LINE] = {"line", 1, SERIES_MOST, 0, false},
    [CHART_SHARE] = {"share", 1, 1, SERIES_MOST, true},
    [CHART_PIE] = {"pie", 1, 1, SERIES_MOST, true},
    [CHART_HEAT] = {"heat", 2, PANELS_MOST, 0, false},
    [CHART_MULTIPLES] = {"multiples", 2, PANELS_MOST, 0, false},
};
static_assert(COUNT(kinds) == CHART_KINDS, "every kind has its row");

bool
chart_kind_find(const char *name, enum chart_kind *kind)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].name, name) == 0) {
			*kind = (enum chart_kind)i;
			return true;
		}
	return false;
}

const char *
chart_kind_name(enum chart_kind kind)
{
	return kinds[kind].name;
}

bool
chart_kind_is_whole(enum chart_kind kind)
{
	return kinds[kind].is_whole;
}

const char *
chart_kind_fault(enum chart_kind kind, size_t series_count)
{
	if (series_count == 0)
		return "there is no series";
	if (series_count < kinds[kind].series_least)
		return "there are too few series for its kind";
	if (series_count > kinds[kind].series_most)
		return "there are too many series for its kind";
	return NULL;
}

size_t
kind_categories_most(enum chart_kind kind)
{
	return kinds[kind].categories_most;
}

size_t
series_role(const struct chart *chart, size_t series)
{
	int role = chart->series[series].role;

	if (role > 0)
		return (size_t)role - 1;
	return chart->kind == CHART_MULTIPLES || chart->kind == CHART_HEAT
		   ? 0
		   : series;
}
