/* Series: their inks, and the legend that names them. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <assert.h>

/* In multiples of the type size. */
#define SWATCH	     0.9 /* side of its square */
#define SWATCH_GAP   0.5 /* before the name */
#define ENTRY_GAP    2.0 /* between entries on a line */
#define LEGEND_LINES 0.4 /* between lines of entries */

enum ink
series_ink(size_t series)
{
	static const enum ink series_inks[] = {INK_SERIES_1, INK_SERIES_2,
					       INK_SERIES_3, INK_SERIES_4,
					       INK_SERIES_5, INK_SERIES_6};
	static_assert(COUNT(series_inks) == SERIES_MOST, "each has its ink");

	assert(series < COUNT(series_inks));
	return series_inks[series];
}

bool
series_is_hatched(size_t series)
{
	return series % 2 == 1;
}

static void
swatch_draw(struct drawing *drawing, size_t series, double x, double top)
{
	double side = SWATCH * drawing->size;
	double middle = top + drawing->ascent - MIDDLE_RISE * drawing->size;

	drawing_add_bar(drawing, series_ink(series), x, middle - side / 2, side,
			side, series_is_hatched(series));
}

/* Entries run on from left to right; one that does not fit starts a line. */
bool
legend_draw(struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	const struct manner manner = {ANCHOR_START, INK_TEXT, false};
	double lead = (SWATCH + SWATCH_GAP) * drawing->size;
	double left = 0, height = 0;

	if (chart->series_count < 2)
		return true;
	for (size_t i = 0; i < chart->series_count; i++) {
		struct label label;

		if (!label_wrap(drawing, &label, chart->series[i].name,
				chart->width - lead, false))
			return false;
		if (left > 0 && left + lead + label.width > chart->width) {
			drawing->top += height + LEGEND_LINES * drawing->size;
			left = height = 0;
		}
		swatch_draw(drawing, i, left, drawing->top);
		label_draw(drawing, &label, left + lead, drawing->top, manner);
		left += lead + label.width + ENTRY_GAP * drawing->size;
		if (label_height(drawing, &label) > height)
			height = label_height(drawing, &label);
	}
	drawing->top += height + LEGEND_GAP * drawing->size;
	return true;
}
