/* Code 39: widths of signs, gaps between them, what it cannot say. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "layout/barcode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* A sign has three wide elements of nine: 3 * 3 + 6 = 15 thin bars. */
static void
a_sign_is_five_bars_on_fifteen_units(void **state)
{
	static const char all[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *";
	struct arena *arena = arena_new();
	struct barcode code;

	(void)state;
	for (const char *sign = all; *sign != '\0'; sign++) {
		assert_true(barcode_make(arena, (char[]){*sign, '\0'}, &code));
		assert_int_equal(code.count, 5);
		assert_int_equal(code.width, 15);
	}
	assert_true(barcode_make(arena, "*12*", &code));
	assert_int_equal(code.count, 20);
	assert_int_equal(code.width, 4 * 15 + 3);
	arena_free(arena);
}

/* The start sign: thin bar, wide space, thin, thin, wide, thin, wide, … */
static void
the_start_sign_has_its_bars(void **state)
{
	static const struct bar bars[] = {
	    {0, 1}, {4, 1}, {6, 3}, {10, 3}, {14, 1}};
	struct arena *arena = arena_new();
	struct barcode code;

	(void)state;
	assert_true(barcode_make(arena, "*", &code));
	for (size_t i = 0; i < COUNT(bars); i++) {
		assert_int_equal(code.bars[i].x, bars[i].x);
		assert_int_equal(code.bars[i].width, bars[i].width);
	}
	arena_free(arena);
}

static void
other_characters_are_refused(void **state)
{
	struct arena *arena = arena_new();
	struct barcode code;

	(void)state;
	assert_false(barcode_make(arena, "*a*", &code));
	assert_false(barcode_make(arena, "联", &code));
	assert_false(barcode_make(
	    arena, "11111111111111111111111111111111111111111", &code));
	assert_true(barcode_make(arena, "", &code));
	assert_int_equal(code.count, 0);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_sign_is_five_bars_on_fifteen_units),
	    cmocka_unit_test(the_start_sign_has_its_bars),
	    cmocka_unit_test(other_characters_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
