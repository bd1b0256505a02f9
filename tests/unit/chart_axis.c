/* Round steps, the length of an axis, the words at the ends of its bars. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

static void
steps_are_round_and_least(void **state)
{
	static const struct {
		double top;
		int most;
		double step;
	} rows[] = {
	    {0, 5, 1},	     {-3, 5, 1},       {0.36, 5, 1},
	    {1, 5, 1},	     {5, 5, 1},	       {5.01, 5, 2},
	    {6, 6, 1},	     {7, 6, 2},	       {10, 5, 2},
	    {11, 5, 5},	     {25, 5, 5},       {26, 5, 10},
	    {259, 6, 50},    {259, 1, 500},    {1000, 1, 1000},
	    {1001, 1, 2000}, {3829, 5, 1000},  {10000000, 5, 2000000},
	    {1e15, 1, 1e15}, {1e300, 1, 1e15}, {INFINITY, 5, 2e14},
	    {NAN, 5, 2e14},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_true(axis_step(rows[i].top, rows[i].most) ==
			    rows[i].step);
}

static void
axes_end_on_the_first_step_over_the_top(void **state)
{
	static const struct {
		double top;
		int most;
		long long step, end;
	} rows[] = {
	    {0, 5, 1, 1},
	    {1, 5, 1, 1},
	    {2.5, 5, 1, 3},
	    {200, 5, 50, 200},
	    {201, 5, 50, 250},
	    {259, 6, 50, 300},
	    {1e15, 1, 1000000000000000, 1000000000000000},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct axis axis = axis_over(rows[i].top, rows[i].most);

		assert_true(axis.step == rows[i].step);
		assert_true(axis.end == rows[i].end);
	}
}

static void
a_tick_between_two_places_is_seen(void **state)
{
	static const struct {
		double from, to;
		bool crosses;
	} rows[] = {{-5, 9, false},  {1, 9, false},  {9, 11, true},
		    {11, 19, false}, {19, 21, true}, {1, 99, true},
		    {21, 99, false}};
	const struct axis axis = {.step = 50, .end = 100, .length = 20};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(axis_crosses(&axis, rows[i].from, rows[i].to),
				 rows[i].crosses);
}

static void
an_axis_leaves_room_for_words(void **state)
{
	const struct axis axis = {.step = 50, .end = 100};
	const struct reach short_words[] = {{100, 10}, {50, 30}};
	const struct reach long_words[] = {{100, 10}, {50, 70}};

	(void)state;
	/* The last tick's overhang binds. */
	assert_true(axis_length(&axis, 100, 20, short_words, 2) == 80);
	/* The greatest bar's words bind. */
	assert_true(axis_length(&axis, 100, 0, short_words, 2) == 90);
	/* A lesser bar with longer words binds. */
	assert_true(axis_length(&axis, 100, 0, long_words, 2) == 60);
}

static void
words_go_inside_only_where_there_is_no_room(void **state)
{
	const struct axis axis = {.step = 50, .end = 100, .length = 100};
	const struct reach outside = {60, 40}, inside = {61, 40};
	const struct reach nowhere[] = {{60, 40}, {61, 60}};

	(void)state;
	assert_true(reach_is_outside(&axis, &outside, 100));
	assert_false(reach_is_outside(&axis, &inside, 100));
	assert_true(reaches_fit(&axis, &inside, 1, 100, 5));
	assert_true(reaches_fit(&axis, nowhere, 1, 100, 5));
	assert_false(reaches_fit(&axis, nowhere, 2, 100, 5));
}

/* Contrast after WCAG 2.2, relative luminance. */
static double
linear(double part)
{
	return part <= 0.04045 ? part / 12.92
			       : pow((part + 0.055) / 1.055, 2.4);
}

static double
luminance(struct colour colour)
{
	return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
	       0.0722 * linear(colour.blue);
}

static double
contrast(struct colour a, struct colour b)
{
	double one = luminance(a) + 0.05, two = luminance(b) + 0.05;

	return one > two ? one / two : two / one;
}

/* Words stand in the ground's ink on bars, so that text's contrast holds. */
static void
inks_contrast_with_their_ground(void **state)
{
	(void)state;
	for (enum ink ink = INK_SERIES_1; ink <= INK_SERIES_6; ink++) {
		assert_true(contrast(ink_colour(ink), ink_colour(INK_GROUND)) >=
			    4.5);
		assert_true(contrast(ink_colour_dark(ink),
				     ink_colour_dark(INK_GROUND)) >= 4.5);
	}
	for (enum ink ink = INK_TEXT; ink <= INK_FAINT; ink++) {
		assert_true(contrast(ink_colour(ink), ink_colour(INK_GROUND)) >=
			    4.5);
		assert_true(contrast(ink_colour_dark(ink),
				     ink_colour_dark(INK_GROUND)) >= 4.5);
	}
}

/* Words on the first three heats are text, on the last two ground; each heat
 * is further from the ground than the one before, so that grey tells it. */
static void
heats_rise_and_words_stand_on_them(void **state)
{
	(void)state;
	for (enum ink ink = INK_HEAT_1; ink <= INK_HEAT_5; ink++) {
		enum ink words = ink > INK_HEAT_3 ? INK_GROUND : INK_TEXT;

		assert_true(contrast(ink_colour(ink), ink_colour(words)) >=
			    4.5);
		assert_true(contrast(ink_colour_dark(ink),
				     ink_colour_dark(words)) >= 4.5);
		if (ink == INK_HEAT_1)
			continue;
		assert_true(luminance(ink_colour(ink)) <
			    luminance(ink_colour(ink - 1)));
		assert_true(luminance(ink_colour_dark(ink)) >
			    luminance(ink_colour_dark(ink - 1)));
	}
}

static void
series_of_one_look_differ_in_lightness(void **state)
{
	(void)state;
	for (size_t a = 0; a < SERIES_MOST; a++)
		for (size_t b = a + 1; b < SERIES_MOST; b++) {
			bool hatched = series_is_hatched(a);

			if (hatched != series_is_hatched(b))
				continue;
			if (hatched)
				assert_true(ink_hatch(series_ink(a)) !=
					    ink_hatch(series_ink(b)));
			else
				assert_true(
				    contrast(ink_colour(series_ink(a)),
					     ink_colour(series_ink(b))) >= 1.3);
		}
}

/* What an eye without one kind of cone sees, in linear sRGB (Machado, Oliveira
 * and Fernandes 2009, severity 1). */
static const double visions[][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868},
     {0.114503, 0.786281, 0.099216},
     {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968},
     {0.280085, 0.672501, 0.047413},
     {-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779},
     {-0.078411, 0.930809, 0.147602},
     {0.004733, 0.691367, 0.303900}},
};

/* CIE 1976 L*a*b* under D65. */
static void
lab_of(struct colour colour, const double vision[3][3], double lab[3])
{
	static const double to_xyz[3][3] = {
	    {0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505},
	    {0.2126, 0.7152, 0.0722},
	    {0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089}};
	double from[3] = {linear(colour.red), linear(colour.green),
			  linear(colour.blue)};
	double seen[3] = {0}, f[3] = {0};

	for (size_t i = 0; i < 3; i++) {
		for (size_t k = 0; k < 3; k++)
			seen[i] += vision[i][k] * from[k];
		seen[i] = fmin(1, fmax(0, seen[i]));
	}
	for (size_t i = 0; i < 3; i++) {
		for (size_t k = 0; k < 3; k++)
			f[i] += to_xyz[i][k] * seen[k];
		f[i] = f[i] > 0.008856 ? cbrt(f[i]) : 7.787 * f[i] + 16.0 / 116;
	}
	lab[0] = 116 * f[1] - 16;
	lab[1] = 500 * (f[0] - f[1]);
	lab[2] = 200 * (f[1] - f[2]);
}

static double
difference(struct colour a, struct colour b, const double vision[3][3])
{
	double one[3], two[3], sum = 0;

	lab_of(a, vision, one);
	lab_of(b, vision, two);
	for (size_t i = 0; i < 3; i++)
		sum += (one[i] - two[i]) * (one[i] - two[i]);
	return sqrt(sum);
}

static void
series_of_one_look_differ_for_every_eye(void **state)
{
	(void)state;
	for (size_t v = 0; v < COUNT(visions); v++)
		for (size_t a = 0; a < SERIES_MOST; a++)
			for (size_t b = a + 2; b < SERIES_MOST; b += 2) {
				enum ink one = series_ink(a);
				enum ink two = series_ink(b);

				assert_true(difference(ink_colour(one),
						       ink_colour(two),
						       visions[v]) > 15);
				assert_true(difference(ink_colour_dark(one),
						       ink_colour_dark(two),
						       visions[v]) > 15);
			}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(steps_are_round_and_least),
	    cmocka_unit_test(axes_end_on_the_first_step_over_the_top),
	    cmocka_unit_test(a_tick_between_two_places_is_seen),
	    cmocka_unit_test(an_axis_leaves_room_for_words),
	    cmocka_unit_test(words_go_inside_only_where_there_is_no_room),
	    cmocka_unit_test(inks_contrast_with_their_ground),
	    cmocka_unit_test(heats_rise_and_words_stand_on_them),
	    cmocka_unit_test(series_of_one_look_differ_in_lightness),
	    cmocka_unit_test(series_of_one_look_differ_for_every_eye),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
