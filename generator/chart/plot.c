/* A plot: an axis that stands, its ticks at the left, its grid over the width.
 */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <math.h>

enum {
	STEPS_MOST = 5
};

static double
value_greatest(const struct chart *chart)
{
	double top = 0;

	for (size_t s = 0; s < chart->series_count; s++)
		for (size_t i = 0; i < chart->category_count; i++)
			top = fmax(top, chart->series[s].values[i]);
	return top;
}

struct plot
plot_plan(struct drawing *drawing)
{
	struct plot plot = {
	    .axis = axis_over(value_greatest(drawing->chart), STEPS_MOST)};
	double widest = 0;

	plot.axis.length = PLOT_HEIGHT * drawing->size;
	for (long long value = 0; value <= plot.axis.end;
	     value += plot.axis.step) {
		const char *words = tick_words(drawing, value);

		widest = fmax(widest, words_width(drawing, words, false));
	}
	plot.left = widest + LABEL_GAP * drawing->size;
	return plot;
}

void
plot_place(struct drawing *drawing, struct plot *plot)
{
	plot->top = drawing->top + drawing->ascent + VALUE_GAP * drawing->size;
	plot->bottom = plot->top + plot->axis.length;
}

void
plot_draw_grid(struct drawing *drawing, const struct plot *plot)
{
	const struct axis *axis = &plot->axis;
	const struct manner manner = {ANCHOR_END, INK_FAINT, false};
	double right = plot->left - LABEL_GAP * drawing->size;

	for (long long value = axis->step; value <= axis->end;
	     value += axis->step)
		drawing_add_line(drawing, INK_GRID, plot->left,
				 plot->bottom - axis_place(axis, (double)value),
				 drawing->chart->width - plot->left, 0,
				 GRID_STROKE);
	for (long long value = 0; value <= axis->end; value += axis->step)
		drawing_add_text(drawing, tick_words(drawing, value), right,
				 plot->bottom -
				     axis_place(axis, (double)value) +
				     MIDDLE_RISE * drawing->size,
				 manner);
}

void
plot_draw_axis(struct drawing *drawing, const struct plot *plot)
{
	drawing_add_line(drawing, INK_AXIS, plot->left, plot->bottom,
			 drawing->chart->width - plot->left, 0, AXIS_STROKE);
}
