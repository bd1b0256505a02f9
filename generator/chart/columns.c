/* Columns: categories side by side over a common axis, if their labels let. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <math.h>

enum {
	LABEL_LINES_MOST = 4 /* under a column; more read better as rows */
};

/* In multiples of the type size. */
#define COLUMN_WIDEST  3.2
#define COLUMN_LEAST   1.0
#define COLUMN_GAP     0.25 /* between the columns of one category */
#define CATEGORY_GAP   1.2  /* between the labels or columns of two */
#define CATEGORY_ABOVE 0.5  /* between the axis and a category's label */

struct columns {
	struct plot plot;
	double slot;	     /* [pt] each category has */
	double thickness;    /* [pt] of a column */
	double pitch;	     /* [pt] from column to column in a category */
	struct label *items; /* one per category */
	double label_height; /* [pt] of the highest */
};

static double
values_widest(struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	double widest = 0;

	for (size_t s = 0; s < chart->series_count; s++)
		for (size_t i = 0; i < chart->category_count; i++) {
			const char *words = value_words(chart, s, i);

			widest = fmax(widest,
				      words_width(drawing, words, false));
		}
	return widest;
}

/* The columns of a category share its slot: as thick as looks well, apart
 * enough for the numbers over them. False if the slot does not do. */
static bool
columns_share(struct columns *columns, double size, double number, size_t count)
{
	double room = columns->slot - CATEGORY_GAP * size;
	double gap = COLUMN_GAP * size;
	double least = fmax(COLUMN_LEAST * size, number);

	if (room < (double)count * (least + gap) - gap)
		return false;
	columns->thickness = fmin(COLUMN_WIDEST * size,
				  (room + gap) / (double)count - gap);
	columns->pitch = fmax(columns->thickness, number) + gap;
	return true;
}

/* False if a word is wider than its slot, or a label higher than looks well. */
static bool
labels_stand(struct drawing *drawing, struct columns *columns)
{
	const struct chart *chart = drawing->chart;
	double width = columns->slot - CATEGORY_GAP * drawing->size;

	for (size_t i = 0; i < chart->category_count; i++) {
		const char *words = category_words(chart, i);
		struct label *label = &columns->items[i];

		if (words_widest(drawing, words, false) > width ||
		    !label_wrap(drawing, label, words, width, false) ||
		    label->count > LABEL_LINES_MOST)
			return false;
		columns->label_height = fmax(columns->label_height,
					     label_height(drawing, label));
	}
	return true;
}

static bool
columns_plan(struct drawing *drawing, struct columns *columns)
{
	const struct chart *chart = drawing->chart;

	columns->plot = plot_plan(drawing);
	columns->slot = (chart->width - columns->plot.left) /
			(double)chart->category_count;
	columns->items = arena_array(drawing->arena, chart->category_count,
				     sizeof(*columns->items));
	return columns_share(columns, drawing->size, values_widest(drawing),
			     chart->series_count) &&
	       labels_stand(drawing, columns);
}

static void
words_draw_over(struct drawing *drawing, const struct columns *columns,
		const char *words, double middle, double top)
{
	const struct manner manner = {ANCHOR_MIDDLE, INK_TEXT, false};
	double baseline = top - VALUE_GAP * drawing->size;
	double width = words_width(drawing, words, false);
	double over = columns->plot.bottom - baseline;

	if (axis_crosses(&columns->plot.axis, over - drawing->descent,
			 over + drawing->ascent))
		drawing_clear(drawing, middle - width / 2, baseline, width);
	drawing_add_text(drawing, words, middle, baseline, manner);
}

static void
column_draw(struct drawing *drawing, const struct columns *columns,
	    size_t series, size_t category, double middle)
{
	double value = drawing->chart->series[series].values[category];
	size_t role = series_role(drawing->chart, series);
	double top = columns->plot.bottom -
		     axis_place(&columns->plot.axis, value);

	if (value > 0)
		drawing_add_bar(drawing, series_ink(role),
				middle - columns->thickness / 2, top,
				columns->thickness, columns->plot.bottom - top,
				series_is_hatched(role));
	words_draw_over(drawing, columns,
			value_words(drawing->chart, series, category), middle,
			top);
}

static void
category_draw(struct drawing *drawing, const struct columns *columns,
	      size_t category)
{
	const struct manner manner = {ANCHOR_MIDDLE, INK_TEXT, false};
	size_t count = drawing->chart->series_count;
	double middle = columns->plot.left +
			((double)category + 0.5) * columns->slot;
	double first = middle - (double)(count - 1) * columns->pitch / 2;

	drawing_begin_category(drawing, category, 0, count);
	for (size_t i = 0; i < count; i++)
		column_draw(drawing, columns, i, category,
			    first + (double)i * columns->pitch);
	label_draw(drawing, &columns->items[category], middle,
		   columns->plot.bottom + CATEGORY_ABOVE * drawing->size,
		   manner);
	drawing_end_group(drawing);
}

bool
columns_draw(struct drawing *drawing)
{
	struct columns columns = {0};

	if (!columns_plan(drawing, &columns))
		return bars_draw(drawing);
	if (!legend_draw(drawing, SWATCH_BOX))
		return false;
	plot_place(drawing, &columns.plot);
	plot_draw_grid(drawing, &columns.plot);
	for (size_t i = 0; i < drawing->chart->category_count; i++)
		category_draw(drawing, &columns, i);
	plot_draw_axis(drawing, &columns.plot);
	drawing->top = columns.plot.bottom + CATEGORY_ABOVE * drawing->size +
		       fmax(columns.label_height, drawing->descent);
	return true;
}
