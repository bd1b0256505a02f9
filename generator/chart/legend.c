/* Series: their inks, their points, and the legend that names them. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <assert.h>

/* In multiples of the type size. */
#define SWATCH		    0.9 /* side of its square */
#define SWATCH_CURVE_LENGTH 1.8
#define ENTRY_GAP	    2.0 /* between entries on a line */
#define LEGEND_LINES	    0.4 /* between lines of entries */

enum ink
series_ink(size_t role)
{
	static const enum ink series_inks[] = {INK_SERIES_1, INK_SERIES_2,
					       INK_SERIES_3, INK_SERIES_4,
					       INK_SERIES_5, INK_SERIES_6};
	static_assert(COUNT(series_inks) == SERIES_MOST, "each has its ink");

	assert(role < COUNT(series_inks));
	return series_inks[role];
}

bool
series_is_hatched(size_t role)
{
	return role % 2 == 1;
}

void
series_point_draw(struct drawing *drawing, size_t series, double x, double y)
{
	static const struct {
		enum point_shape shape;
		bool is_open;
	} points[] = {
	    {SHAPE_CIRCLE, false},  {SHAPE_SQUARE, true},
	    {SHAPE_DIAMOND, false}, {SHAPE_TRIANGLE, true},
	    {SHAPE_SQUARE, false},  {SHAPE_CIRCLE, true},
	};
	static_assert(COUNT(points) == SERIES_MOST, "each has its point");
	size_t role = series_role(drawing->chart, series);
	bool is_dumbbell = drawing->chart->kind == CHART_DUMBBELL;

	drawing_add_point(drawing, series_ink(role),
			  is_dumbbell ? SHAPE_CIRCLE : points[role].shape, x, y,
			  POINT_ACROSS * drawing->size,
			  is_dumbbell ? series == 0 : points[role].is_open);
}

void
box_swatch_draw(struct drawing *drawing, size_t role, double x, double middle)
{
	double side = SWATCH * drawing->size;

	drawing_add_bar(drawing, series_ink(role), x, middle - side / 2, side,
			side, series_is_hatched(role));
}

static double
swatch_width(struct drawing *drawing, enum swatch swatch)
{
	return (swatch == SWATCH_CURVE ? SWATCH_CURVE_LENGTH : SWATCH) *
	       drawing->size;
}

static void
swatch_draw(struct drawing *drawing, enum swatch swatch, size_t series,
	    double x, double top)
{
	double middle = top + drawing->ascent - MIDDLE_RISE * drawing->size;
	double width = swatch_width(drawing, swatch);
	size_t role = series_role(drawing->chart, series);

	switch (swatch) {
	case SWATCH_BOX:
		box_swatch_draw(drawing, role, x, middle);
		return;
	case SWATCH_CURVE:
		drawing_add_line(drawing, series_ink(role), x, middle, width, 0,
				 CURVE_STROKE);
		series_point_draw(drawing, series, x + width / 2, middle);
		return;
	case SWATCH_POINT:
		series_point_draw(drawing, series, x + width / 2, middle);
		return;
	}
}

void
entries_place(struct drawing *drawing, struct entries *entries, double width,
	      double height)
{
	if (entries->end > 0 && entries->end + width > drawing->chart->width) {
		drawing->top += entries->height + LEGEND_LINES * drawing->size;
		entries->end = entries->height = 0;
	}
	entries->left = entries->end;
	entries->end += width + ENTRY_GAP * drawing->size;
	if (height > entries->height)
		entries->height = height;
}

void
entries_end(struct drawing *drawing, const struct entries *entries)
{
	drawing->top += entries->height + LEGEND_GAP * drawing->size;
}

bool
legend_draw(struct drawing *drawing, enum swatch swatch)
{
	const struct chart *chart = drawing->chart;
	const struct manner manner = {ANCHOR_START, INK_TEXT, false};
	double lead = swatch_width(drawing, swatch) +
		      SWATCH_GAP * drawing->size;
	struct entries entries = {0};

	if (chart->series_count < 2)
		return true;
	for (size_t i = 0; i < chart->series_count; i++) {
		struct label label;

		if (!label_wrap(drawing, &label, chart->series[i].name,
				chart->width - lead, false))
			return false;
		entries_place(drawing, &entries, lead + label.width,
			      label_height(drawing, &label));
		swatch_draw(drawing, swatch, i, entries.left, drawing->top);
		label_draw(drawing, &label, entries.left + lead, drawing->top,
			   manner);
	}
	entries_end(drawing, &entries);
	return true;
}
