/* Dumbbells: two values of each category as points with a bar between. */
/* SPDX-License-Identifier: MIT */
#include "chart/rows.h"

#include <math.h>

enum {
	TRIES_MOST = 4 /* of axes, each leaving more room at its left */
};

#define BAR_STROKE 2.0 /* [pt] between the points */

/* The lesser value's words stand left of its point, the greater's right. */
static size_t
series_lesser(const struct chart *chart, size_t category)
{
	return chart->series[1].values[category] <
	       chart->series[0].values[category];
}

/* [pt] that words need beyond the middle of their point. */
static double
words_reach(struct drawing *drawing, size_t series, size_t category)
{
	const char *words = value_words(drawing->chart, series, category);

	return words_width(drawing, words, false) +
	       (VALUE_GAP + POINT_ACROSS / 2) * drawing->size;
}

/* [pt] by which words at the left would run over the labels. */
static double
left_lack(struct drawing *drawing, const struct rows *rows)
{
	const struct chart *chart = drawing->chart;
	double lack = 0;

	for (size_t i = 0; i < chart->category_count; i++) {
		size_t s = series_lesser(chart, i);
		double at = axis_place(&rows->panels[0].axis,
				       chart->series[s].values[i]);

		lack = fmax(lack, words_reach(drawing, s, i) - rows->lead - at);
	}
	return lack;
}

static bool
dumbbell_plan(struct drawing *drawing, struct rows *rows)
{
	const struct chart *chart = drawing->chart;
	size_t count = chart->category_count;
	struct reach *reaches = arena_array(drawing->arena, count,
					    sizeof(*reaches));

	if (!rows_begin(drawing, rows, 1))
		return false;
	rows->bars = 1;
	for (size_t i = 0; i < count; i++) {
		size_t s = 1 - series_lesser(chart, i);

		reaches[i] = (struct reach){chart->series[s].values[i],
					    words_reach(drawing, s, i)};
	}
	for (int i = 0; i < TRIES_MOST; i++) {
		panels_place(drawing, rows);
		if (!panel_plan(drawing, &rows->panels[0], reaches, count))
			return false;
		if (!(left_lack(drawing, rows) > 0))
			return true;
		rows->lead += left_lack(drawing, rows);
	}
	/* A little lack after each: leave room for the widest words. */
	for (size_t i = 0; i < count; i++)
		rows->lead = fmax(
		    rows->lead,
		    words_reach(drawing, series_lesser(chart, i), i));
	panels_place(drawing, rows);
	return panel_plan(drawing, &rows->panels[0], reaches, count);
}

/* Inside a bar words find room, between two points they do not. */
static bool
dumbbell_check(struct drawing *drawing, const struct rows *rows)
{
	const struct chart *chart = drawing->chart;
	const struct panel *panel = &rows->panels[0];

	for (size_t i = 0; i < chart->category_count; i++) {
		size_t s = 1 - series_lesser(chart, i);
		const struct reach reach = {chart->series[s].values[i],
					    words_reach(drawing, s, i)};

		if (reach_is_outside(&panel->axis, &reach, panel->room))
			continue;
		message_once(drawing->messages, WEIGHT_ERROR, chart->at,
			     "figure \"%s\": its labels leave no room for the "
			     "points",
			     chart->name);
		return false;
	}
	return true;
}

static void
words_draw_left(struct drawing *drawing, const struct panel *panel,
		const char *words, double at, double middle)
{
	const struct manner manner = {ANCHOR_END, INK_TEXT, false};
	double baseline = middle + MIDDLE_RISE * drawing->size;
	double width = words_width(drawing, words, false);

	/* Zero's own line is crossed as the grid's are. */
	if (at - width < panel->left ||
	    axis_crosses(&panel->axis, at - width - panel->left,
			 at - panel->left))
		drawing_clear(drawing, at - width, baseline, width);
	drawing_add_text(drawing, words, at, baseline, manner);
}

static void
dumbbell_draw_row(struct drawing *drawing, const struct rows *rows,
		  size_t category)
{
	const struct chart *chart = drawing->chart;
	const struct panel *panel = &rows->panels[0];
	size_t lesser = series_lesser(chart, category);
	double radius = POINT_ACROSS / 2 * drawing->size, middle, at[2];

	drawing_begin_category(drawing, category, 0, 2);
	middle = row_draw_label(drawing, rows, category);
	for (size_t s = 0; s < 2; s++)
		at[s] = panel->left +
			axis_place(&panel->axis,
				   chart->series[s].values[category]);
	words_draw_left(drawing, panel, value_words(chart, lesser, category),
			at[lesser] - radius - VALUE_GAP * drawing->size,
			middle);
	words_draw_outside(drawing, panel,
			   value_words(chart, 1 - lesser, category),
			   at[1 - lesser] + radius, middle);
	if (at[1] > at[0] || at[1] < at[0])
		drawing_add_line(drawing, INK_AXIS, at[0], middle,
				 at[1] - at[0], 0, BAR_STROKE);
	for (size_t s = 0; s < 2; s++)
		series_point_draw(drawing, s, at[s], middle);
	drawing_end_group(drawing);
}

bool
dumbbell_draw(struct drawing *drawing)
{
	struct rows rows;

	if (!dumbbell_plan(drawing, &rows) || !dumbbell_check(drawing, &rows) ||
	    !legend_draw(drawing, SWATCH_POINT))
		return false;
	rows_draw_frame(drawing, &rows);
	rows_draw_axes(drawing, &rows);
	for (size_t i = 0; i < drawing->chart->category_count; i++)
		dumbbell_draw_row(drawing, &rows, i);
	return true;
}
