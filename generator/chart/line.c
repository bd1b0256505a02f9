/* Lines: series over categories in a row, with the numbers that find room. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <math.h>

enum {
	LABEL_LINES_MOST = 3
};

/* In multiples of the type size. */
#define CATEGORY_GAP   0.8 /* between the labels of two */
#define CATEGORY_ABOVE 0.5 /* between the axis and a category's label */
#define WORDS_GAP      0.3 /* between a point and its number */

struct curves {
	struct plot plot;
	double slot;	     /* [pt] each category has */
	double inset;	     /* [pt] at both ends, for points wider than that */
	size_t every;	     /* of so many categories one has its label */
	struct label *items; /* one per category */
	double label_height; /* [pt] of the highest */
	size_t first_mark;   /* of the curves in the scene */
};

struct box {
	double left, top, right, bottom; /* [pt] */
};

static double
curves_x(const struct curves *curves, size_t category)
{
	return curves->plot.left + curves->inset +
	       ((double)category + 0.5) * curves->slot;
}

static double
curves_y(const struct drawing *drawing, const struct curves *curves,
	 size_t series, size_t category)
{
	return curves->plot.bottom -
	       axis_place(&curves->plot.axis,
			  drawing->chart->series[series].values[category]);
}

/* --- labels of the categories --- */

/* The last category has its label, as the latest year wants it. */
static bool
has_label(const struct drawing *drawing, const struct curves *curves,
	  size_t category)
{
	return (drawing->chart->category_count - 1 - category) %
		   curves->every ==
	       0;
}

static bool
labels_wrap(struct drawing *drawing, struct curves *curves)
{
	const struct chart *chart = drawing->chart;
	double width = curves->slot * (double)curves->every -
		       CATEGORY_GAP * drawing->size;

	curves->label_height = 0;
	for (size_t i = 0; i < chart->category_count; i++) {
		const char *words = category_words(chart, i);
		struct label *label = &curves->items[i];

		if (words_widest(drawing, words, false) > width ||
		    !label_wrap(drawing, label, words, width, false) ||
		    label->count > LABEL_LINES_MOST)
			return false;
		curves->label_height = fmax(curves->label_height,
					    label_height(drawing, label));
	}
	return true;
}

/* Each category has its label, or, of short ones, every second, fifth …; false
 * if they are too long for that. */
static bool
curves_plan(struct drawing *drawing, struct curves *curves)
{
	static const size_t steps[] = {1, 2, 5, 10, 20};
	const struct chart *chart = drawing->chart;
	size_t count = chart->category_count;
	double width;

	curves->plot = plot_plan(drawing);
	width = chart->width - curves->plot.left;
	curves->inset = fmax(
	    (POINT_ACROSS * drawing->size - width / (double)count) / 2, 0);
	curves->slot = (width - 2 * curves->inset) / (double)count;
	curves->items = arena_array(drawing->arena, count,
				    sizeof(*curves->items));
	for (size_t i = 0; i < COUNT(steps); i++) {
		curves->every = steps[i];
		if (i > 0 && steps[i] * 4 > count)
			return false;
		if (labels_wrap(drawing, curves))
			return true;
	}
	return false;
}

static void
labels_draw(struct drawing *drawing, const struct curves *curves)
{
	const struct manner manner = {ANCHOR_MIDDLE, INK_TEXT, false};
	double top = curves->plot.bottom + CATEGORY_ABOVE * drawing->size;

	for (size_t i = 0; i < drawing->chart->category_count; i++) {
		double half = curves->items[i].width / 2;
		double x = fmin(curves_x(curves, i),
				drawing->chart->width - half);

		if (has_label(drawing, curves, i))
			label_draw(drawing, &curves->items[i], x, top, manner);
	}
}

/* --- numbers beside the points --- */

static struct box
mark_box(const struct mark *mark)
{
	double left = mark->x - mark->width / 2, top = mark->y - mark->ascent;

	if (mark->kind == MARK_POINT)
		top = mark->y - mark->height / 2;
	return (struct box){left, top, left + mark->width, top + mark->height};
}

static bool
boxes_meet(const struct box *a, const struct box *b)
{
	return a->left < b->right && b->left < a->right && a->top < b->bottom &&
	       b->top < a->bottom;
}

/* Narrow the stretch [from, to] of a line, in parts of its length, to where it
 * runs between two bounds (Liang and Barsky's clipping). */
static void
stretch_clip(double start, double length, double least, double most,
	     double *from, double *to)
{
	double a, b;

	if (!(length > 0 || length < 0)) {
		if (start < least || start > most)
			*to = -1;
		return;
	}
	a = (least - start) / length;
	b = (most - start) / length;
	*from = fmax(*from, fmin(a, b));
	*to = fmin(*to, fmax(a, b));
}

static bool
line_meets(const struct mark *line, const struct box *box)
{
	double from = 0, to = 1;

	stretch_clip(line->x, line->width, box->left, box->right, &from, &to);
	stretch_clip(line->y, line->height, box->top, box->bottom, &from, &to);
	return from <= to;
}

static bool
box_is_free(const struct drawing *drawing, const struct curves *curves,
	    const struct box *box)
{
	const struct scene *scene = drawing->scene;
	double highest = curves->plot.top - drawing->ascent -
			 VALUE_GAP * drawing->size;

	if (box->left < curves->plot.left || box->top < highest ||
	    box->right > drawing->chart->width ||
	    box->bottom > curves->plot.bottom)
		return false;
	for (size_t i = curves->first_mark; i < scene->count; i++) {
		const struct mark *mark = &scene->marks[i];
		struct box own = mark_box(mark);

		if (mark->kind == MARK_LINE && line_meets(mark, box))
			return false;
		if ((mark->kind == MARK_TEXT || mark->kind == MARK_POINT) &&
		    boxes_meet(&own, box))
			return false;
	}
	return true;
}

static bool
words_try(struct drawing *drawing, const struct curves *curves,
	  const char *words, double x, double baseline)
{
	const struct manner manner = {ANCHOR_MIDDLE, INK_TEXT, false};
	double width = words_width(drawing, words, false);
	double over = curves->plot.bottom - baseline;
	const struct box box = {x - width / 2, baseline - drawing->ascent,
				x + width / 2, baseline + drawing->descent};

	if (!box_is_free(drawing, curves, &box))
		return false;
	if (axis_crosses(&curves->plot.axis, over - drawing->descent,
			 over + drawing->ascent))
		drawing_clear(drawing, box.left, baseline, width);
	drawing_add_text(drawing, words, x, baseline, manner);
	return true;
}

/* Over its point, or under it; where neither is free the table has it. */
static void
words_place(struct drawing *drawing, const struct curves *curves, size_t series,
	    size_t category)
{
	const char *words = value_words(drawing->chart, series, category);
	double x = curves_x(curves, category);
	double y = curves_y(drawing, curves, series, category);
	double away = (POINT_ACROSS / 2 + WORDS_GAP) * drawing->size;

	if (*words != '\0' && !words_try(drawing, curves, words, x, y - away))
		words_try(drawing, curves, words, x,
			  y + away + drawing->ascent);
}

static size_t
category_greatest(const struct chart *chart, size_t series)
{
	const double *values = chart->series[series].values;
	size_t greatest = 0;

	for (size_t i = 1; i < chart->category_count; i++)
		if (values[i] > values[greatest])
			greatest = i;
	return greatest;
}

/* Of several lines only the ends and peaks, or numbers would hide them. */
static void
words_draw(struct drawing *drawing, const struct curves *curves)
{
	const struct chart *chart = drawing->chart;
	size_t last = chart->category_count - 1;

	for (size_t s = 0; s < chart->series_count; s++)
		words_place(drawing, curves, s, last);
	for (size_t s = 0; s < chart->series_count && last > 0; s++)
		words_place(drawing, curves, s, 0);
	for (size_t s = 0; s < chart->series_count && last > 0; s++) {
		size_t peak = category_greatest(chart, s);

		if (peak > 0 && peak < last)
			words_place(drawing, curves, s, peak);
	}
	for (size_t i = 1; chart->series_count == 1 && i < last; i++)
		if (i != category_greatest(chart, 0))
			words_place(drawing, curves, 0, i);
}

/* --- the curves --- */

static void
curve_draw(struct drawing *drawing, const struct curves *curves, size_t series)
{
	size_t count = drawing->chart->category_count;
	enum ink ink = series_ink(series_role(drawing->chart, series));

	drawing_begin_series(drawing, series);
	for (size_t i = 1; i < count; i++) {
		double x = curves_x(curves, i - 1);
		double y = curves_y(drawing, curves, series, i - 1);

		drawing_add_line(drawing, ink, x, y, curves_x(curves, i) - x,
				 curves_y(drawing, curves, series, i) - y,
				 CURVE_STROKE);
	}
	for (size_t i = 0; i < count; i++)
		series_point_draw(drawing, series, curves_x(curves, i),
				  curves_y(drawing, curves, series, i));
	drawing_end_group(drawing);
}

bool
line_draw(struct drawing *drawing)
{
	struct curves curves = {0};

	if (!curves_plan(drawing, &curves))
		return bars_draw(drawing);
	if (!legend_draw(drawing, SWATCH_CURVE))
		return false;
	plot_place(drawing, &curves.plot);
	plot_draw_grid(drawing, &curves.plot);
	plot_draw_axis(drawing, &curves.plot);
	curves.first_mark = drawing->scene->count;
	for (size_t s = 0; s < drawing->chart->series_count; s++)
		curve_draw(drawing, &curves, s);
	words_draw(drawing, &curves);
	labels_draw(drawing, &curves);
	drawing->top = curves.plot.bottom + CATEGORY_ABOVE * drawing->size +
		       fmax(curves.label_height, drawing->descent);
	return true;
}
