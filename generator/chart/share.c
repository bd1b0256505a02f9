/* A share: the categories of one series as parts of a bar or of a circle, each
 * named in a list. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <math.h>

/* In multiples of the type size. */
#define BAR_HEIGHT  2.4
#define LIST_ABOVE  1.0 /* between the bar and the list */
#define LIST_LINES  0.4 /* between the list's items */
#define PIE_ACROSS  13.0
#define PIE_GAP	    3.0 /* between the circle and the list */
#define SWATCH_SIDE 0.9

struct parts {
	double sum;
	struct label *items; /* the list's */
	double height;	     /* [pt] of the list */
	double left;	     /* [pt] of the list */
};

/* The first part of the first ink, or of the one declared, then round. */
static size_t
part_role(const struct chart *chart, size_t category)
{
	return (series_role(chart, 0) + category) % SERIES_MOST;
}

static bool
parts_begin(struct drawing *drawing, struct parts *parts, double left)
{
	const struct chart *chart = drawing->chart;
	double lead = (SWATCH_SIDE + SWATCH_GAP) * drawing->size;

	*parts = (struct parts){.left = left};
	parts->items = arena_array(drawing->arena, chart->category_count,
				   sizeof(*parts->items));
	for (size_t i = 0; i < chart->category_count; i++) {
		const char *words = item_words(drawing,
					       category_words(chart, i),
					       value_words(chart, 0, i));

		if (!label_wrap(drawing, &parts->items[i], words,
				chart->width - left - lead, false))
			return false;
		parts->sum += chart->series[0].values[i];
		parts->height += label_height(drawing, &parts->items[i]) +
				 (i > 0 ? LIST_LINES * drawing->size : 0);
	}
	return true;
}

/* Its swatch and words; the next item's top comes back. */
static double
item_draw(struct drawing *drawing, const struct parts *parts, size_t category,
	  double top)
{
	const struct manner manner = {ANCHOR_START, INK_TEXT, false};
	const struct label *label = &parts->items[category];
	double lead = (SWATCH_SIDE + SWATCH_GAP) * drawing->size;

	box_swatch_draw(drawing, part_role(drawing->chart, category),
			parts->left,
			top + drawing->ascent - MIDDLE_RISE * drawing->size);
	label_draw(drawing, label, parts->left + lead, top, manner);
	return top + label_height(drawing, label) + LIST_LINES * drawing->size;
}

/* --- as a bar --- */

static void
part_draw(struct drawing *drawing, size_t category, double from, double to)
{
	size_t role = part_role(drawing->chart, category);
	double room = to - from - 2 * VALUE_GAP * drawing->size;
	const char *words = value_words_in(drawing, 0, category, room);
	double height = BAR_HEIGHT * drawing->size;
	double gap = to - from > 2 * PART_GAP ? PART_GAP : 0;

	if (!(to > from))
		return;
	drawing_add_bar(drawing, series_ink(role), from, drawing->top,
			to - from - gap, height, series_is_hatched(role));
	drawing_add_part_text(
	    drawing, words, (from + to) / 2, drawing->top + height / 2,
	    to - from - VALUE_GAP * drawing->size, series_is_hatched(role));
}

bool
share_draw(struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	struct parts parts;
	double from = 0, done = 0, list;

	if (!parts_begin(drawing, &parts, 0))
		return false;
	list = drawing->top + (BAR_HEIGHT + LIST_ABOVE) * drawing->size;
	for (size_t i = 0; i < chart->category_count; i++) {
		double to;

		done += chart->series[0].values[i];
		to = done / parts.sum * chart->width;
		drawing_begin_category(drawing, i, 0, 1);
		part_draw(drawing, i, from, to);
		list = item_draw(drawing, &parts, i, list);
		drawing_end_group(drawing);
		from = to;
	}
	drawing->top = list - LIST_LINES * drawing->size;
	return true;
}

/* --- as a circle --- */

/* A hair of ground between the parts. */
static void
cuts_draw(struct drawing *drawing, const struct parts *parts, double x,
	  double y, double radius)
{
	const struct series *series = &drawing->chart->series[0];
	const double turn = 2 * acos(-1);
	double done = 0;

	for (size_t i = 0; i < drawing->chart->category_count; i++) {
		double angle = done / parts->sum * turn;

		done += series->values[i];
		if (series->values[i] > 0 && series->values[i] < parts->sum)
			drawing_add_line(drawing, INK_GROUND, x, y,
					 radius * sin(angle),
					 -radius * cos(angle), PART_GAP);
	}
}

bool
pie_draw(struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	double across = PIE_ACROSS * drawing->size;
	struct parts parts;
	double from = 0, done = 0, height, list;

	if (!parts_begin(drawing, &parts, across + PIE_GAP * drawing->size))
		return false;
	height = fmax(across, parts.height);
	list = drawing->top + (height - parts.height) / 2;
	for (size_t i = 0; i < chart->category_count; i++) {
		size_t role = part_role(chart, i);
		double to;

		done += chart->series[0].values[i];
		to = done / parts.sum;
		drawing_begin_category(drawing, i, 0, 1);
		if (to > from)
			drawing_add_sector(drawing, series_ink(role),
					   across / 2,
					   drawing->top + height / 2, across,
					   from, to, series_is_hatched(role));
		list = item_draw(drawing, &parts, i, list);
		drawing_end_group(drawing);
		from = to;
	}
	cuts_draw(drawing, &parts, across / 2, drawing->top + height / 2,
		  across / 2);
	drawing->top += height;
	return true;
}
