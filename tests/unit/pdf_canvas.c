/* A page as operators: what is set once, what belongs to which mark. */
/* SPDX-License-Identifier: MIT */
#include "pdf/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

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
what_is_set_already_is_not_said_again(void **state)
{
	struct canvas canvas = {0};
	struct text out = {0};

	(void)state;
	canvas_begin(&canvas, &out, NULL, 841.89);
	canvas_bar(&canvas, 0, 0, 10, 5); /* black, as a page begins */
	canvas_line(&canvas, 0, 5, 10, 0, 1);
	canvas_line(&canvas, 0, 6, 0, 10, 0.5);
	canvas_frame(&canvas, 1, 0, 10, 5, 0.5);
	canvas_bar(&canvas, 2, 0, 10, 5);
	canvas_line(&canvas, 0, 7, 10, 0, 1);
	expect(&canvas, "0 0 10 5 re\nf\n"
			"0 5 m\n10 5 l\nS\n"
			"0.5 w\n0 6 m\n0 16 l\nS\n"
			"1 0 10 5 re\nS\n"
			"2 0 10 5 re\nf\n"
			"1 w\n0 7 m\n10 7 l\nS\n");
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
		canvas_bar(&canvas, i * 3.336, 0, 3.336, 1);
	expect(&canvas, "0 0 3.34 1 re\nf\n3.34 0 3.33 1 re\nf\n"
			"6.67 0 3.34 1 re\nf\n");
}

/* And a figure, which sets what it likes, leaves no trace. */
static void
ink_is_inside_of_its_mark(void **state)
{
	struct canvas canvas = {0};
	struct text out = {0};

	(void)state;
	canvas_begin(&canvas, &out, NULL, 841.89);
	canvas_begin_mark(&canvas, "Figure", "/MCID 0");
	canvas_figure(&canvas, 3, 72, 300.5);
	canvas_end_mark(&canvas);
	canvas_begin_mark(&canvas, "Artifact", "/Type/Layout");
	canvas_bar(&canvas, 1, 0, 10, 5);
	canvas_end_mark(&canvas);
	expect(&canvas, "/Figure<</MCID 0>>BDC\n"
			"q\n1 0 0 -1 72 300.5 cm\n/Figure3 Do\nQ\nEMC\n"
			"/Artifact<</Type/Layout>>BDC\n1 0 10 5 re\nf\nEMC\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_set_already_is_not_said_again),
	    cmocka_unit_test(boxes_that_touch_go_on_touching),
	    cmocka_unit_test(ink_is_inside_of_its_mark),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
