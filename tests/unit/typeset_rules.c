/* The rules of two neighbours: classes, prohibited breaks, squeezed marks. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "typeset/han.h"
#include "typeset/latin.h"
#include "typeset/typeset.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static bool
near(double a, double b)
{
	return fabs(a - b) < 1e-9;
}

static void
a_character_has_its_class(void **state)
{
	static const struct {
		uint32_t before, character, after;
		bool is_han;
		enum class class;
	} rows[] = {
	    {0, 0x6c49, 0, false, CLASS_HAN},
	    {0, 0x20000, 0, true, CLASS_HAN},
	    {0, 0x3002, 0, false, CLASS_PAUSE},
	    {0, 0xff01, 0, true, CLASS_PAUSE},
	    {0, 0x300a, 0, true, CLASS_OPEN},
	    {0, 0x300b, 0, true, CLASS_CLOSE},
	    {0, 0xff5e, 0, true, CLASS_MIDDLE},
	    {0, 0xff05, 0, true, CLASS_HAN},
	    /* Shared with Latin. */
	    {0, 0x201c, 0, true, CLASS_OPEN},
	    {0, 0x201c, 0, false, CLASS_MARK},
	    {'a', 0x201d, 0, true, CLASS_CLOSE},
	    {0, 0x2014, 0, true, CLASS_DASH},
	    {0, 0x2014, 0, false, CLASS_MARK},
	    {0, 0x2026, 0, true, CLASS_DASH},
	    {0x5361, 0xb7, 0x9a6c, true, CLASS_MIDDLE},
	    {'s', 0x2019, 's', true, CLASS_MARK},
	    {'s', 0x2019, 0x6c49, true, CLASS_CLOSE},
	    {0x6c49, 0x2019, 's', true, CLASS_CLOSE},
	    /* Latin. */
	    {0, 'x', 0, true, CLASS_LETTER},
	    {0, 0xe9, 0, true, CLASS_LETTER},
	    {0, '7', 0, true, CLASS_DIGIT},
	    {0, 0xb2, 0, true, CLASS_MARK},
	    {0, '%', 0, true, CLASS_MARK},
	    {0, '(', 0, true, CLASS_LATIN_OPEN},
	    {0, ' ', 0, true, CLASS_SPACE},
	    {0, 0x3000, 0, true, CLASS_SPACE},
	    {0, 0x200b, 0, true, CLASS_SPACE},
	    {0, 0xa0, 0, true, CLASS_FIXED},
	    {0, 0x202f, 0, false, CLASS_FIXED},
	    {0, 0xad, 0, false, CLASS_SOFT},
	    {0, '\n', 0, false, CLASS_NEWLINE},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (character_class(rows[i].before, rows[i].character,
				    rows[i].after,
				    rows[i].is_han) != rows[i].class)
			fail_msg("row %zu, U+%04X", i,
				 (unsigned)rows[i].character);
}

static void
marks_keep_from_lines_edges(void **state)
{
	(void)state;
	assert_true(pair_is_bound(CLASS_HAN, CLASS_PAUSE));
	assert_true(pair_is_bound(CLASS_LETTER, CLASS_CLOSE));
	assert_true(pair_is_bound(CLASS_OPEN, CLASS_HAN));
	assert_true(pair_is_bound(CLASS_OPEN, CLASS_LETTER));
	assert_true(pair_is_bound(CLASS_HAN, CLASS_MIDDLE));
	assert_true(pair_is_bound(CLASS_DASH, CLASS_DASH));
	assert_true(pair_is_bound(CLASS_HAN, CLASS_DASH));
	assert_false(pair_is_bound(CLASS_DASH, CLASS_HAN));
	assert_false(pair_is_bound(CLASS_CLOSE, CLASS_HAN));
	assert_false(pair_is_bound(CLASS_HAN, CLASS_OPEN));
}

static void
quotes_let_lines_break(void **state)
{
	(void)state;
	assert_true(pair_is_open(CLASS_HAN, CLASS_OPEN));
	assert_true(pair_is_open(CLASS_PAUSE, CLASS_OPEN));
	assert_true(pair_is_open(CLASS_LETTER, CLASS_OPEN));
	assert_true(pair_is_open(CLASS_CLOSE, CLASS_HAN));
	assert_true(pair_is_open(CLASS_CLOSE, CLASS_DIGIT));
	assert_true(pair_is_open(CLASS_DASH, CLASS_LETTER));
	assert_false(pair_is_open(CLASS_CLOSE, CLASS_MARK));
	assert_false(pair_is_open(CLASS_CLOSE, CLASS_PAUSE));
	assert_false(pair_is_open(CLASS_OPEN, CLASS_OPEN));
	assert_false(pair_is_open(CLASS_LATIN_OPEN, CLASS_OPEN));
	assert_false(pair_is_open(CLASS_LETTER, CLASS_LETTER));
}

static void
adjacent_marks_are_squeezed(void **state)
{
	static const struct {
		enum class a, b;
		double blank; /* of two halves of 5 */
	} rows[] = {
	    {CLASS_HAN, CLASS_OPEN, 5},	    {CLASS_CLOSE, CLASS_HAN, 5},
	    {CLASS_PAUSE, CLASS_LETTER, 5}, {CLASS_PAUSE, CLASS_OPEN, 5},
	    {CLASS_CLOSE, CLASS_OPEN, 5},   {CLASS_PAUSE, CLASS_CLOSE, 0},
	    {CLASS_CLOSE, CLASS_PAUSE, 0},  {CLASS_OPEN, CLASS_OPEN, 0},
	    {CLASS_OPEN, CLASS_CLOSE, 0},   {CLASS_HAN, CLASS_HAN, 0},
	    {CLASS_OPEN, CLASS_HAN, 0},	    {CLASS_PAUSE, CLASS_DASH, 5},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		bool opens = rows[i].a == CLASS_OPEN;
		double after = opens ? 0 : 5;
		double before = rows[i].b == CLASS_OPEN ? 5 : 0;

		if (pair_blank(rows[i].a, after, rows[i].b, before) !=
		    rows[i].blank)
			fail_msg("row %zu", i);
	}
}

static void
only_han_and_blanks_stretch(void **state)
{
	static const struct {
		enum class a, b;
		double blank;
		struct glue glue; /* in hundredths of an em */
	} rows[] = {
	    {CLASS_HAN, CLASS_HAN, 0, {0, 6, 0}},
	    {CLASS_HAN, CLASS_LETTER, 0, {25, 10, 10}},
	    {CLASS_DIGIT, CLASS_HAN, 0, {25, 10, 10}},
	    {CLASS_HAN, CLASS_MARK, 0, {0, 0, 0}},
	    {CLASS_LETTER, CLASS_LETTER, 0, {0, 0, 0}},
	    {CLASS_DASH, CLASS_DASH, 0, {0, 0, 0}},
	    {CLASS_HAN, CLASS_DASH, 0, {0, 6, 0}},
	    {CLASS_PAUSE, CLASS_CLOSE, 0, {0, 0, 0}},
	    {CLASS_PAUSE, CLASS_HAN, 50, {50, 10, 30}},
	    {CLASS_PAUSE, CLASS_LETTER, 50, {50, 4, 30}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct glue glue = pair_glue(rows[i].a, rows[i].b,
					     rows[i].blank, 100);

		assert_true(near(glue.width, rows[i].glue.width));
		assert_true(near(glue.stretch, rows[i].glue.stretch));
		assert_true(near(glue.shrink, rows[i].glue.shrink));
	}
}

/* The text with '_' where a character is bound to the one before it, ':' at a
 * symbol's slash, '=' where a word may be hyphenated and '~' where only if
 * nothing else helps; arena's. */
static char *
bonds_of(struct arena *arena, const char *string, bool is_han,
	 struct hyphens *hyphens)
{
	struct sign *signs = arena_array(arena, strlen(string), sizeof(*signs));
	struct text shown = {0};
	size_t count = 0;
	char *copy;

	for (uint32_t c, before = 0; (c = utf8_next(&string)) != 0;
	     before = c) {
		signs[count].character = c;
		signs[count++].class = character_class(before, c, 0, is_han);
	}
	if (hyphens != NULL)
		signs_hyphenate(signs, count, hyphens);
	signs_bind_symbols(signs, count);
	signs_bind_numbers(signs, count, is_han);
	for (size_t i = 0; i < count; i++) {
		if (signs[i].bond != BOND_NONE)
			text_add_bytes(&shown, &" _:=~"[signs[i].bond], 1);
		text_add_character(&shown, signs[i].character);
	}
	copy = arena_copy(arena, text_string(&shown));
	text_free(&shown);
	return copy;
}

static void
numbers_and_symbols_hold_together(void **state)
{
	static const struct {
		const char *string, *latin, *han;
	} rows[] = {
	    {"a 3,829.5%", "a 3_,_8_2_9_._5%", "a 3_,_8_2_9_._5%"},
	    {"3 829 x", "3 8_2_9 x", "3_ _8_2_9 x"},
	    {"in 2023 100 x", "in 2_0_2_3 1_0_0 x", "in 2_0_2_3 1_0_0 x"},
	    {"3\u00a0829", "3_\u00a0_8_2_9", "3_\u00a0_8_2_9"},
	    {"9/4, 5", "9_/_4, 5", "9_/_4, 5"},
	    {"13–17", "1_3_–_1_7", "1_3_–_1_7"},
	    {"CAC/COSP/2023/4", "C_A_C_/:C_O_S_P_/:2_0_2_3_/_4", NULL},
	    {"(IRG/CRP.1/Add.2)", "(I_R_G_/:C_R_P_._1_/:A_d_d_._2)", NULL},
	    {"and/or Yes/No A.B", "and/or Yes/No A.B", NULL},
	    {"/", "/", NULL},
	    {"", "", NULL},
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *han = rows[i].han ? rows[i].han : rows[i].latin;

		assert_string_equal(
		    bonds_of(arena, rows[i].string, false, NULL),
		    rows[i].latin);
		assert_string_equal(bonds_of(arena, rows[i].string, true, NULL),
				    han);
	}
	arena_free(arena);
}

static void
words_are_hyphenated_where_they_may(void **state)
{
	static const char patterns[] = "UTF-8\nb1c\na1a\n1d\n";
	static const struct {
		const char *string, *shown;
	} rows[] = {
	    {"abcabc", "ab~cabc"}, /* three letters go down */
	    {"abcd", "abcd"},	   /* too short */
	    {"xabcxx abcxyz", "xab=cxx ab~cxyz"},
	    {"aaaaaa", "aa~a=aaa"},
	    {"Xabcxx XABCXX", "Xab~cxx XABCXX"}, /* a name, an abbreviation */
	    {"xAbcxx xabCxx", "xAbcxx xabCxx"},
	    {"xabcxx-a a-xabcxx", "xabcxx-a a-xabcxx"},
	    {"xabcxx/a 1xabcxx @xabcxx", "xabcxx/a 1xabcxx @xabcxx"},
	    {"éxabcxx xabcxxé", "éxabcxx xabcxxé"},
	    {"xabcxx’s", "xab=cxx’s"},
	};
	char name[] = "/tmp/typeset_rules.XXXXXX";
	int file = mkstemp(name);
	struct arena *arena = arena_new();
	struct hyphens hyphens = {0};

	(void)state;
	assert_true(file >= 0);
	assert_int_equal(write(file, patterns, strlen(patterns)),
			 strlen(patterns));
	close(file);
	hyphens_open(arena, &hyphens, patterns_read(name));
	unlink(name);
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_string_equal(
		    bonds_of(arena, rows[i].string, false, &hyphens),
		    rows[i].shown);
	hyphens_close(&hyphens);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_character_has_its_class),
	    cmocka_unit_test(marks_keep_from_lines_edges),
	    cmocka_unit_test(quotes_let_lines_break),
	    cmocka_unit_test(adjacent_marks_are_squeezed),
	    cmocka_unit_test(only_han_and_blanks_stretch),
	    cmocka_unit_test(numbers_and_symbols_hold_together),
	    cmocka_unit_test(words_are_hyphenated_where_they_may),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
