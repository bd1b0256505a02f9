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

static void
inks_contrast_with_their_ground(void **state)
{
	(void)state;
	for (enum ink ink = INK_SERIES_1; ink < INKS; ink++) {
		assert_true(contrast(ink_colour(ink), ink_colour(INK_GROUND)) >=
			    3);
		assert_true(contrast(ink_colour_dark(ink),
				     ink_colour_dark(INK_GROUND)) >= 3);
	}
	for (enum ink ink = INK_TEXT; ink <= INK_FAINT; ink++) {
		assert_true(contrast(ink_colour(ink), ink_colour(INK_GROUND)) >=
			    4.5);
		assert_true(contrast(ink_colour_dark(ink),
				     ink_colour_dark(INK_GROUND)) >= 4.5);
	}
}

/* Words inside a bar are ground on the bar's own ink. */
static void
series_of_one_look_differ_in_lightness(void **state)
{
	(void)state;
	for (size_t a = 0; a < 3; a++)
		for (size_t b = a + 1; b < 3; b++)
			if (series_is_hatched(a) == series_is_hatched(b))
				assert_true(
				    contrast(ink_colour(series_ink(a)),
					     ink_colour(series_ink(b))) >= 2);
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
	    cmocka_unit_test(series_of_one_look_differ_in_lightness),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
