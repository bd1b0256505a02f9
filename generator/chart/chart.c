/* A chart checked, then drawn by its kind. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* What a kind takes, and who draws it: a further kind is a row here. */
static const struct kind {
	const char *name;
	size_t series_least, series_most;
	bool (*draw)(struct drawing *);
} kinds[] = {
    [CHART_BARS] = {"bars", 1, 1, bars_draw},
    [CHART_COLUMNS] = {"columns", 1, SERIES_MOST, columns_draw},
    [CHART_GROUPED] = {"grouped", 1, SERIES_MOST, bars_draw},
    [CHART_PAIRED] = {"paired", 2, 2, paired_draw},
};
static_assert(COUNT(kinds) == CHART_KINDS, "every kind is drawn");

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

/* What is wrong with the series, or NULL. */
static const char *
series_fault(const struct series *series, size_t category_count)
{
	if (series->name == NULL)
		return "a series has no name";
	if (series->values == NULL)
		return "a series has no values";
	for (size_t i = 0; i < category_count; i++)
		if (!(series->values[i] >= 0 &&
		      series->values[i] <= (double)VALUE_MOST))
			return "a value is under 0 or over 10^15";
	return NULL;
}

static const char *
chart_fault(const struct chart *chart)
{
	const struct kind *kind;
	const char *fault = NULL;

	if ((size_t)chart->kind >= COUNT(kinds))
		return "there is no such kind";
	kind = &kinds[chart->kind];
	if (chart->category_count == 0)
		return "there is no category";
	if (chart->series_count == 0)
		return "there is no series";
	if (chart->series_count < kind->series_least)
		return "there are too few series for its kind";
	if (chart->series_count > kind->series_most)
		return "there are too many series for its kind";
	if (!(isfinite(chart->width) && chart->width > 0 &&
	      isfinite(chart->type_size) && chart->type_size > 0))
		return "its width or type size is not a length";
	for (size_t i = 0; i < chart->series_count && fault == NULL; i++)
		fault = series_fault(&chart->series[i], chart->category_count);
	return fault;
}

static struct scene *
scene_begin(struct arena *arena, const struct chart *chart)
{
	struct scene *scene = arena_take(arena, sizeof(*scene));

	*scene = (struct scene){.name = chart->name,
				.tag = chart->tag,
				.is_han = chart->is_han,
				.title = chart->title,
				.description = chart->description,
				.width = chart->width,
				.latin = chart->latin,
				.han = chart->han};
	return scene;
}

struct scene *
chart_draw(struct arena *arena, struct messages *messages,
	   struct typeset *typeset, const struct chart *chart)
{
	const struct type type = {
	    .latin = chart->latin, .han = chart->han, .size = chart->type_size};
	struct drawing drawing = {.arena = arena,
				  .messages = messages,
				  .typeset = typeset,
				  .chart = chart,
				  .size = chart->type_size};
	const char *fault = chart_fault(chart);

	if (fault != NULL) {
		message_error(messages, chart->at, "figure \"%s\": %s",
			      chart->name, fault);
		return NULL;
	}
	drawing.ascent = typeset_ascent(typeset, &type);
	drawing.descent = typeset_descent(typeset, &type);
	drawing.scene = scene_begin(arena, chart);
	if (!kinds[chart->kind].draw(&drawing))
		return NULL;
	drawing.scene->height = drawing.top;
	return drawing.scene;
}
