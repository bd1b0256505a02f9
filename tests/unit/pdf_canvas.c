/* Drawing as operators: what is set once, what belongs to which mark. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "pdf/canvas.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct colour red = {1, 0, 0};
static const struct colour grey = {0.2, 0.2, 0.2};

/* The operators behind the page's own matrix are these. */
static void
expect(struct canvas *canvas, const char *expected)
{
	static const char matrix[] = "1 0 0 -1 0 841.89 cm\n";
	struct text *out = canvas->out;

	canvas_end(canvas);
	assert_memory_equal(text_string(out), matrix, strlen(matrix));
	assert_string_equal(text_string(out) + strlen(matrix), expected);
	text_free(out);
}

static void
box_fill(struct canvas *canvas, double x)
{
	canvas_new_path(canvas);
	canvas_rectangle(canvas, x, 0, 10, 5);
	canvas_fill(canvas);
}

static void
what_is_set_already_is_not_said_again(void **state)
{
	struct canvas canvas = {0};
	struct text out = {0};

	(void)state;
	canvas_begin(&canvas, &out, NULL, 841.89);
	box_fill(&canvas, 0); /* black, as a page begins */
	canvas_set_colour(&canvas, red);
	box_fill(&canvas, 1);
	box_fill(&canvas, 2);
	canvas_stroke(&canvas, 1);
	canvas_stroke(&canvas, 0.5);
	canvas_set_colour(&canvas, grey);
	canvas_set_colour(&canvas, red);
	canvas_stroke(&canvas, 0.5);
	expect(&canvas, "0 0 10 5 re\nf\n"
			"1 0 0 rg\n1 0 10 5 re\nf\n"
			"2 0 10 5 re\nf\n"
			"1 0 0 RG\n2 0 10 5 re\nS\n"
			"0.5 w\n2 0 10 5 re\nS\n"
			"2 0 10 5 re\nS\n");
}

static void
what_a_clipping_sets_ends_with_it(void **state)
{
	struct canvas canvas = {0};
	struct text out = {0};

	(void)state;
	canvas_begin(&canvas, &out, NULL, 841.89);
	canvas_rectangle(&canvas, 0, 0, 10, 5);
	canvas_begin_clip(&canvas);
	canvas_new_path(&canvas);
	canvas_move(&canvas, 0, 0);
	canvas_line(&canvas, 10, 5);
	canvas_set_colour(&canvas, red);
	canvas_stroke(&canvas, 2);
	canvas_end_clip(&canvas);
	canvas_stroke(&canvas, 2);
	expect(&canvas, "q\n0 0 10 5 re\nW n\n"
			"1 0 0 RG\n2 w\n0 0 m\n10 5 l\nS\nQ\n"
			"1 0 0 RG\n2 w\n0 0 m\n10 5 l\nS\n");
}

/* Each edge is rounded by itself, and no width. */
static void
boxes_that_touch_go_on_touching(void **state)
{
	struct canvas canvas = {0};
	struct text out = {0};

	(void)state;
	canvas_begin(&canvas, &out, NULL, 841.89);
	for (int i = 0; i < 3; i++)
		canvas_rectangle(&canvas, i * 3.336, 0, 3.336, 1);
	canvas_fill(&canvas);
	expect(&canvas, "0 0 3.34 1 re\n3.34 0 3.33 1 re\n"
			"6.67 0 3.34 1 re\nf\n");
}

/* All of a circle, and a slice of it: each end and each middle on it. */
static void
arcs_are_round(void **state)
{
	const double ends[] = {1, 0.3};

	(void)state;
	for (size_t i = 0; i < COUNT(ends); i++) {
		struct canvas canvas = {0};
		struct text out = {0};
		double p[8];
		const char *at;
		int used;

		canvas_begin(&canvas, &out, NULL, 841.89);
		canvas_arc(&canvas, 200, 100, 50, 0, ends[i]);
		at = canvas.path.bytes;
		assert_int_equal(sscanf(at, "%lf %lf m\n%n", p, p + 1, &used),
				 2);
		for (at += used;
		     sscanf(at, "%lf %lf %lf %lf %lf %lf c\n%n", p + 2, p + 3,
			    p + 4, p + 5, p + 6, p + 7, &used) == 6;
		     at += used) {
			double x = (p[0] + 3 * (p[2] + p[4]) + p[6]) / 8 - 200;
			double y = (p[1] + 3 * (p[3] + p[5]) + p[7]) / 8 - 100;

			assert_true(fabs(hypot(x, y) - 50) < 0.02);
			memcpy(p, p + 6, 2 * sizeof(*p));
		}
		assert_string_equal(at, "");
		assert_true(fabs(p[0] - 200 - 50 * cos(ends[i] * 2 * M_PI)) <
			    0.006);
		assert_true(fabs(p[1] - 100 - 50 * sin(ends[i] * 2 * M_PI)) <
			    0.006);
		canvas_end(&canvas);
		text_free(&out);
	}
}

static void
ink_is_inside_of_its_mark(void **state)
{
	struct canvas canvas = {0};
	struct text out = {0};

	(void)state;
	canvas_begin(&canvas, &out, NULL, 841.89);
	canvas_begin_mark(&canvas, "P", "/MCID 0");
	box_fill(&canvas, 0);
	canvas_end_mark(&canvas);
	canvas_begin_mark(&canvas, "Artifact", "/Type/Layout");
	box_fill(&canvas, 1);
	canvas_end_mark(&canvas);
	expect(&canvas, "/P<</MCID 0>>BDC\n0 0 10 5 re\nf\nEMC\n"
			"/Artifact<</Type/Layout>>BDC\n1 0 10 5 re\nf\nEMC\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_set_already_is_not_said_again),
	    cmocka_unit_test(what_a_clipping_sets_ends_with_it),
	    cmocka_unit_test(boxes_that_touch_go_on_touching),
	    cmocka_unit_test(arcs_are_round),
	    cmocka_unit_test(ink_is_inside_of_its_mark),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
