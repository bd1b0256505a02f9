/* Buffers, decimals, escapes, UTF-8, ratios, arenas. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/ratio.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static void
decimals_are_short_and_without_locale(void **state)
{
	static const struct {
		double value;
		const char *words;
	} rows[] = {
	    {0, "0"},	    {3, "3"},	      {12.5, "12.5"},
	    {0.25, "0.25"}, {-0.25, "-0.25"}, {1.005, "1"},
	    {0.004, "0"},   {-0.004, "0"},    {1234567.891, "1234567.89"},
	    {9.999, "10"},  {-3.1, "-3.1"},   {0.05, "0.05"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text text = {0};

		text_add_decimal(&text, rows[i].value);
		assert_string_equal(text_string(&text), rows[i].words);
		text_free(&text);
	}
}

static void
significant_is_what_printf_writes(const double value, int digits)
{
	struct text text = {0};
	char words[64];

	snprintf(words, sizeof(words), "%.*g", digits, value);
	text_add_significant(&text, value, digits);
	assert_string_equal(text_string(&text), words);
	text_free(&text);
}

/* Middles of two numbers, ends of the range, and a walk through all sizes. */
static void
significant_digits_are_those_of_printf(void **state)
{
	static const double values[] = {
	    0,	       -0.0,	   1,
	    -1,	       10,	   0.5,
	    1.5,       2.5,	   0.25,
	    12.5,      1e-4,	   9.9999999e-5,
	    1e-5,      0.00012345, 99.999999,
	    9999999,   9999999.4,  9999999.5,
	    10000000,  1e9,	   1e300,
	    123456.75, 1234567.5,  0.1 + 0.2,
	    999.9995,  0.01,	   0.0099999999999999,
	    INFINITY};
	uint64_t seed = 1;

	(void)state;
	for (int digits = 1; digits <= 7; digits++) {
		for (size_t i = 0; i < COUNT(values); i++)
			significant_is_what_printf_writes(values[i], digits);
		for (int i = 0; i < 20000; i++) {
			double value;

			seed = seed * UINT64_C(6364136223846793005) + 1;
			value = (double)(int64_t)seed / 0x1p63;
			value *= pow(10, (double)(seed >> 20 & 15) - 5);
			significant_is_what_printf_writes(value, digits);
			value = round(value * 1024) / 1024;
			significant_is_what_printf_writes(value, digits);
		}
	}
}

static void
integers_are_written_to_their_ends(void **state)
{
	struct text text = {0};

	(void)state;
	text_add_integer(&text, 0);
	text_add(&text, " ");
	text_add_integer(&text, -10);
	text_add(&text, " ");
	text_add_integer(&text, INT64_MAX);
	text_add(&text, " ");
	text_add_integer(&text, INT64_MIN);
	assert_string_equal(text_string(&text),
			    "0 -10 9223372036854775807 -9223372036854775808");
	text_free(&text);
}

static void
prints_of_any_length_are_whole(void **state)
{
	char words[1000];

	(void)state;
	memset(words, 'x', sizeof(words));
	for (size_t length = 0; length < sizeof(words); length++) {
		struct text text = {0};

		text_print(&text, "%.*s", (int)length, words);
		assert_int_equal(text.length, length);
		assert_int_equal(strlen(text_string(&text)), length);
		text_free(&text);
	}
}

/* What is written here and what vsnprintf writes, in any order. */
static void
prints_are_those_of_printf(void **state)
{
	struct text text = {0};
	char words[200];

#define SAME(...)                                                              \
	do {                                                                   \
		text_free(&text);                                              \
		text_print(&text, __VA_ARGS__);                                \
		snprintf(words, sizeof(words), __VA_ARGS__);                   \
		assert_string_equal(text_string(&text), words);                \
	} while (0)
	(void)state;
	SAME("plain");
	SAME("%s%s, 中%s", "a", "", "b");
	SAME("%d %zu %d", INT32_MIN, SIZE_MAX, INT32_MAX);
	SAME("%d%% of %s %zu", 5, "it", (size_t)0);
	SAME("%s %04x %s %d %zu", "a", 18u, "b", -3, (size_t)7);
	SAME("%lld%zu%.2f%s", -1LL, (size_t)12, 0.5, "%s");
#undef SAME
	text_free(&text);
}

static void
escapes_leave_no_mark_up(void **state)
{
	struct text text = {0};

	(void)state;
	text_add_escaped(&text, "<a b=\"c\">&'中</a>");
	assert_string_equal(text_string(&text),
			    "&lt;a b=&quot;c&quot;&gt;&amp;&#39;中&lt;/a&gt;");
	text_free(&text);
	text_add_json(&text, "a\"b\\c\n\x01 中");
	assert_string_equal(text_string(&text),
			    "\"a\\\"b\\\\c\\u000a\\u0001 中\"");
	text_free(&text);
}

static void
utf8_faults_are_found_where_they_are(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		bool is_valid;
		size_t fault;
	} rows[] = {
	    {"abc", 3, true, 0},
	    {"a\0b", 3, false, 1},
	    {"\xc0\xaf", 2, false, 0},	       /* overlong '/' */
	    {"ab\xe0\x80\xaf", 5, false, 2},   /* overlong */
	    {"\xed\xa0\x80", 3, false, 0},     /* surrogate */
	    {"\xf4\x90\x80\x80", 4, false, 0}, /* over U+10FFFF */
	    {"\xf0\x9f\x98\x80", 4, true, 0},
	    {"x\xe4\xb8", 3, false, 1}, /* cut short */
	    {"\x80", 1, false, 0},
	    {"中文", 6, true, 0},
	    {"\xe4\xb8\x2d", 3, false, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t fault = 0;
		bool is_valid = utf8_is_valid(rows[i].bytes, rows[i].length,
					      &fault);

		assert_int_equal(is_valid, rows[i].is_valid);
		if (!is_valid)
			assert_int_equal(fault, rows[i].fault);
	}
}

static void
characters_go_in_and_come_out(void **state)
{
	static const uint32_t samples[] = {'a',	    0x7f,    0x80,   0x7ff,
					   0x800,   0x4e2d,  0xffff, 0x10000,
					   0x20000, 0x10ffff};
	struct arena *arena = arena_new();
	struct characters set = {0};
	struct text text = {0};
	const char *at;

	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++)
		text_add_character(&text, samples[i]);
	at = text_string(&text);
	for (size_t i = 0; i < COUNT(samples); i++)
		assert_int_equal(utf8_next(&at), samples[i]);
	assert_int_equal(utf8_next(&at), 0);
	assert_int_equal(utf8_count(text_string(&text)), COUNT(samples));
	characters_add(arena, &set, text_string(&text));
	for (size_t i = 0; i < COUNT(samples); i++) {
		assert_true(characters_have(&set, samples[i]));
		assert_false(characters_have(&set, samples[i] ^ 2));
	}
	text_free(&text);
	arena_free(arena);
}

static void
shares_round_half_away_from_zero(void **state)
{
	(void)state;
	assert_int_equal(ratio_round((struct ratio){1, 2}, 1), 1);
	assert_int_equal(ratio_round((struct ratio){1, 200}, 100), 1);
	assert_int_equal(ratio_round((struct ratio){199, 200}, 100), 100);
	assert_int_equal(ratio_round((struct ratio){54, 82}, 100), 66);
	assert_int_equal(ratio_floor((struct ratio){54, 82}, 100), 65);
	assert_int_equal(ratio_round((struct ratio){0, 7}, 100), 0);
	assert_true(
	    ratio_compare((struct ratio){54, 82}, (struct ratio){65, 100}) > 0);
	assert_true(ratio_compare((struct ratio){1, 3}, (struct ratio){2, 6}) ==
		    0);
	assert_true(
	    ratio_compare((struct ratio){1, 3}, (struct ratio){34, 100}) < 0);
}

static void
arrays_grow_and_keep_their_items(void **state)
{
	struct arena *arena = arena_new();
	int *items = NULL;
	size_t count = 0;

	(void)state;
	for (int i = 0; i < 10000; i++)
		ARENA_PUSH(arena, items, count, i);
	assert_int_equal(count, 10000);
	for (int i = 0; i < 10000; i++)
		assert_int_equal(items[i], i);
	assert_string_equal(arena_print(arena, "%s-%d", "a", 7), "a-7");
	for (int length = 250; length < 260; length++) {
		const char *words = arena_print(arena, "%0*d|", length, 7);

		assert_int_equal(strlen(words), length + 1);
		assert_int_equal(words[length], '|');
	}
	assert_string_equal(arena_copy_bytes(arena, "abcdef", 3), "abc");
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(decimals_are_short_and_without_locale),
	    cmocka_unit_test(significant_digits_are_those_of_printf),
	    cmocka_unit_test(integers_are_written_to_their_ends),
	    cmocka_unit_test(prints_of_any_length_are_whole),
	    cmocka_unit_test(prints_are_those_of_printf),
	    cmocka_unit_test(escapes_leave_no_mark_up),
	    cmocka_unit_test(utf8_faults_are_found_where_they_are),
	    cmocka_unit_test(characters_go_in_and_come_out),
	    cmocka_unit_test(shares_round_half_away_from_zero),
	    cmocka_unit_test(arrays_grow_and_keep_their_items),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
