/* Stacked bars: series end to end, as they are or as parts of a hundred. */
/* SPDX-License-Identifier: MIT */
#include "chart/rows.h"

#include <math.h>

static double
category_sum(const struct chart *chart, size_t category)
{
	double sum = 0;

	for (size_t s = 0; s < chart->series_count; s++)
		sum += chart->series[s].values[category];
	return sum;
}

/* A hundred has no need to be printed; nothing has no parts to print. */
static const char *
sum_words(struct drawing *drawing, size_t category)
{
	const struct chart *chart = drawing->chart;
	double sum = category_sum(chart, category);

	if (drawing->is_percent)
		return sum > 0 ? "" : value_words(chart, 0, category);
	return chart->number(drawing->arena, chart->number_context,
			     llround(sum));
}

static struct reach
sum_reach(struct drawing *drawing, size_t category)
{
	double sum = category_sum(drawing->chart, category);
	double words = words_width(drawing, sum_words(drawing, category),
				   false);

	if (drawing->is_percent)
		return (struct reach){100, 0};
	return (struct reach){sum, words + VALUE_GAP * drawing->size};
}

static bool
stack_plan(struct drawing *drawing, struct rows *rows)
{
	size_t count = drawing->chart->category_count;
	struct reach *reaches = arena_array(drawing->arena, count,
					    sizeof(*reaches));

	if (!rows_begin(drawing, rows, 1))
		return false;
	rows->bars = 1;
	for (size_t i = 0; i < count; i++)
		reaches[i] = sum_reach(drawing, i);
	panels_place(drawing, rows);
	return panel_plan(drawing, &rows->panels[0], reaches, count);
}

/* A hair of ground stays free between a part and the next. */
static void
part_draw(struct drawing *drawing, const struct rows *rows, size_t series,
	  size_t category, double from, double to, double middle)
{
	size_t role = series_role(drawing->chart, series);
	double room = to - from - 2 * VALUE_GAP * drawing->size;
	const char *words = value_words_in(drawing, series, category, room);
	double top = middle - rows->thickness / 2;
	double gap = to - from > 2 * PART_GAP ? PART_GAP : 0;

	drawing_add_bar(drawing, series_ink(role), from, top, to - from - gap,
			rows->thickness, series_is_hatched(role));
	drawing_add_part_text(drawing, words, (from + to) / 2, middle,
			      to - from - VALUE_GAP * drawing->size,
			      series_is_hatched(role));
}

static void
stack_draw(struct drawing *drawing, const struct rows *rows, size_t category)
{
	const struct chart *chart = drawing->chart;
	const struct panel *panel = &rows->panels[0];
	double sum = category_sum(chart, category), done = 0;
	double whole = drawing->is_percent ? 100 / (sum > 0 ? sum : 1) : 1;
	double middle, end = panel->left;

	drawing_begin_category(drawing, category, 0, chart->series_count);
	middle = row_draw_label(drawing, rows, category);
	for (size_t s = 0; s < chart->series_count; s++) {
		double from = end;

		done += chart->series[s].values[category];
		end = panel->left + axis_place(&panel->axis, done * whole);
		if (end > from)
			part_draw(drawing, rows, s, category, from, end,
				  middle);
	}
	words_draw_outside(drawing, panel, sum_words(drawing, category), end,
			   middle);
	drawing_end_group(drawing);
}

bool
stacked_draw(struct drawing *drawing)
{
	struct rows rows;

	if (!stack_plan(drawing, &rows) || !legend_draw(drawing, SWATCH_BOX))
		return false;
	rows_draw_frame(drawing, &rows);
	for (size_t i = 0; i < drawing->chart->category_count; i++)
		stack_draw(drawing, &rows, i);
	rows_draw_axes(drawing, &rows);
	return true;
}

bool
stacked100_draw(struct drawing *drawing)
{
	drawing->is_percent = true;
	return stacked_draw(drawing);
}
