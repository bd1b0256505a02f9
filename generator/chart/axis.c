/* Round ticks from zero, and an axis as long as the words beyond it let. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <assert.h>
#include <math.h>

/* What rounding may add to a sum of lengths. */
#define LENGTH_SLACK 1e-6 /* [pt] */

/* Below this share of its room, an axis is better longer, with the words of
 * the longest bars inside them. */
#define SHARE_LEAST  0.4

static long long
step_over(long long top, int most)
{
	static const int leads[] = {1, 2, 5};

	assert(most > 0 && top <= VALUE_MOST);
	for (long long decade = 1;; decade *= 10)
		for (size_t i = 0; i < COUNT(leads); i++)
			if (leads[i] * decade * most >= top)
				return leads[i] * decade;
}

static long long
whole_over(double top)
{
	return top < (double)VALUE_MOST ? (long long)ceil(top) : VALUE_MOST;
}

double
axis_step(double top, int most)
{
	return (double)step_over(whole_over(top), most);
}

struct axis
axis_over(double top, int most)
{
	long long whole = whole_over(top);
	long long step = step_over(whole, most);
	long long steps = (whole + step - 1) / step;

	return (struct axis){.step = step,
			     .end = step * (steps > 0 ? steps : 1)};
}

double
axis_place(const struct axis *axis, double value)
{
	return value / (double)axis->end * axis->length;
}

bool
axis_crosses(const struct axis *axis, double from, double to)
{
	double step = axis_place(axis, (double)axis->step);

	return to > step && floor(to / step) > floor(from / step) &&
	       from < axis->length;
}

double
axis_length(const struct axis *axis, double room, double overhang,
	    const struct reach *reaches, size_t count)
{
	double length = room - overhang;

	for (size_t i = 0; i < count; i++) {
		double most = (room - reaches[i].words) * (double)axis->end;

		if (reaches[i].value * length > most)
			length = most / reaches[i].value;
	}
	return length;
}

bool
reach_is_outside(const struct axis *axis, const struct reach *reach,
		 double room)
{
	return axis_place(axis, reach->value) + reach->words <=
	       room + LENGTH_SLACK;
}

bool
reaches_fit(const struct axis *axis, const struct reach *reaches, size_t count,
	    double room, double gap)
{
	for (size_t i = 0; i < count; i++)
		if (!reach_is_outside(axis, &reaches[i], room) &&
		    axis_place(axis, reaches[i].value) < reaches[i].words + gap)
			return false;
	return true;
}

const char *
tick_words(struct drawing *drawing, long long value)
{
	const struct chart *chart = drawing->chart;

	return drawing->is_percent
		   ? chart->percent(drawing->arena, chart->number_context,
				    value)
		   : chart->number(drawing->arena, chart->number_context,
				   value);
}

static double
ticks_widest(struct drawing *drawing, const struct axis *axis)
{
	double widest = 0;

	for (long long value = 0; value <= axis->end; value += axis->step) {
		double width = words_width(drawing, tick_words(drawing, value),
					   false);

		widest = width > widest ? width : widest;
	}
	return widest;
}

static bool
axis_try(struct drawing *drawing, struct axis *axis,
	 const struct reach *reaches, size_t count, double room,
	 bool is_outside)
{
	double overhang = words_width(drawing, tick_words(drawing, axis->end),
				      false) /
			  2;
	double least = PLOT_LEAST * drawing->size;
	double apart = ticks_widest(drawing, axis) + TICK_GAP * drawing->size;

	axis->length = room - overhang;
	if (is_outside) {
		axis->length = axis_length(axis, room, overhang, reaches,
					   count);
		least = fmax(least, SHARE_LEAST * room);
	}
	return axis->length >= least &&
	       axis_place(axis, (double)axis->step) >= apart &&
	       reaches_fit(axis, reaches, count, room,
			   VALUE_GAP * drawing->size);
}

bool
axis_plan(struct drawing *drawing, struct axis *axis,
	  const struct reach *reaches, size_t count, double room)
{
	double top = 0;

	for (size_t i = 0; i < count; i++)
		top = fmax(top, reaches[i].value);
	for (int inside = 0; inside < 2; inside++)
		for (int most = TICKS_MOST; most > 0; most--) {
			*axis = axis_over(top, most);
			if (axis_try(drawing, axis, reaches, count, room,
				     inside == 0))
				return true;
		}
	return false;
}
