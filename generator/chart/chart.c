/* A chart checked, then drawn by its kind. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <assert.h>

/* Who draws a kind: a further one is a row here and in kind.c. */
static bool (*const draw[])(struct drawing *) = {
    [CHART_BARS] = bars_draw,	      [CHART_COLUMNS] = columns_draw,
    [CHART_GROUPED] = bars_draw,      [CHART_PAIRED] = paired_draw,
    [CHART_STACKED] = stacked_draw,   [CHART_STACKED100] = stacked100_draw,
    [CHART_DUMBBELL] = dumbbell_draw, [CHART_LINE] = line_draw,
    [CHART_SHARE] = share_draw,	      [CHART_PIE] = pie_draw,
    [CHART_HEAT] = heat_draw,	      [CHART_MULTIPLES] = multiples_draw,
};
static_assert(COUNT(draw) == CHART_KINDS, "every kind is drawn");

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
		message_once(messages, WEIGHT_ERROR, chart->at,
			     "figure \"%s\": %s", chart->name, fault);
		return NULL;
	}
	drawing.ascent = typeset_ascent(typeset, &type);
	drawing.descent = typeset_descent(typeset, &type);
	drawing.scene = scene_begin(arena, chart);
	if (!draw[chart->kind](&drawing))
		return NULL;
	drawing.scene->height = drawing.top;
	return drawing.scene;
}
