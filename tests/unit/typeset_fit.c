/* Pieces into lines: best as a whole, and never without an answer. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "typeset/fit.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool
near(double a, double b)
{
	return fabs(a - b) < 1e-9;
}

/* Letters become pieces of width 10; between words a space of 10 + 5 - 3 at
 * which lines may break, '=' is a hyphen's place, all else holds together. */
static size_t
pieces_of(struct arena *arena, const char *string, struct piece **pieces)
{
	size_t count = 0;

	*pieces = arena_array(arena, strlen(string), sizeof(**pieces));
	for (; *string != '\0'; string++) {
		struct piece *last = *pieces + count - 1;

		if (*string == ' ') {
			last->glue = (struct glue){10, 5, 3};
			last->penalty = 0;
		} else if (*string == '=') {
			last->hyphen = 5;
			last->penalty = 50;
		} else {
			(*pieces)[count++] = (struct piece){
			    .width = 10, .penalty = PENALTY_NEVER};
		}
	}
	return count;
}

/* Lines as "0-4 5-9! …": pieces, and ! where one sticks out. */
static char *
lines_of(struct arena *arena, const char *string, double first, double rest,
	 bool is_ragged)
{
	const struct fit_measure measure = {first, rest, 10, is_ragged};
	struct piece *pieces;
	size_t count = pieces_of(arena, string, &pieces);
	struct fit_line *lines;
	size_t line_count = fit_pieces(arena, pieces, count, &measure, &lines);
	char *shown = arena_copy(arena, "");

	for (size_t i = 0; i < line_count; i++)
		shown = arena_print(arena, "%s%s%zu-%zu%s", shown,
				    i == 0 ? "" : " ", lines[i].first,
				    lines[i].last,
				    lines[i].is_overfull ? "!" : "");
	return shown;
}

static void
lines_break_where_they_may(void **state)
{
	static const struct {
		const char *string;
		double first, rest;
		bool is_ragged;
		const char *lines;
	} rows[] = {
	    {"", 100, 100, false, ""},
	    {"a", 100, 100, false, "0-0"},
	    {"aaaa bbbb", 90, 90, false, "0-7"},
	    {"aaaa bbbb", 87, 87, false, "0-7"}, /* shrinks by 3 */
	    {"aaaa bbbb", 86, 86, false, "0-3 4-7"},
	    {"aaaa bbbb", 86, 86, true, "0-3 4-7"},
	    {"aaaa bbbb", 87, 87, true, "0-3 4-7"}, /* does not shrink */
	    {"aaaa bbbb cccc", 40, 90, true, "0-3 4-11"},
	    /* A word that no line holds. */
	    {"aaaaaaaaaa", 50, 50, false, "0-9!"},
	    {"a bbbbbbbbbb c", 50, 50, false, "0-0 1-10! 11-11"},
	    {"a bbbbbbbbbb c", 50, 50, true, "0-0 1-10! 11-11"},
	    {"aaaaa bbbbb", 0, 0, false, "0-4! 5-9!"},
	    /* A hyphen saves it. */
	    {"aaaa=aaaaaa", 60, 60, false, "0-3 4-9"},
	    {"aaaaaa=aaaaaa", 60, 80, false, "0-5! 6-11"},
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_string_equal(lines_of(arena, rows[i].string,
					     rows[i].first, rows[i].rest,
					     rows[i].is_ragged),
				    rows[i].lines);
	arena_free(arena);
}

/* First fit would fill the first line with six pieces, and leave three for the
 * second: five and four are better. */
static void
lines_are_best_as_a_whole(void **state)
{
	const struct fit_measure measure = {60, 60, 10, false};
	struct arena *arena = arena_new();
	struct piece pieces[15];
	struct fit_line *lines;

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++)
		pieces[i] = (struct piece){10, {0, 3, 0}, 0, PENALTY_NEVER};
	pieces[4].penalty = pieces[5].penalty = pieces[8].penalty = 0;
	assert_int_equal(
	    fit_pieces(arena, pieces, COUNT(pieces), &measure, &lines), 3);
	assert_int_equal(lines[0].last, 4);
	assert_int_equal(lines[1].last, 8);
	assert_int_equal(lines[2].last, 14);
	assert_true(near(lines[0].ratio, 10.0 / 12));
	assert_true(near(lines[1].ratio, 20.0 / 9));
	assert_true(lines[2].ratio == 0);
	arena_free(arena);
}

/* Han characters alone would leave one for the last line. */
static void
no_single_character_in_the_last_line(void **state)
{
	const struct fit_measure measure = {200, 200, 10, false};
	struct arena *arena = arena_new();
	struct piece pieces[41];
	struct fit_line *lines;

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++)
		pieces[i] = (struct piece){10, {0, 0.6, 0}, 0, 0};
	assert_int_equal(
	    fit_pieces(arena, pieces, COUNT(pieces), &measure, &lines), 3);
	assert_true(lines[2].last - lines[2].first >= 2);
	arena_free(arena);
}

/* At the price of hyphens alone, four lines in succession would have one. */
static void
no_third_line_ends_with_a_hyphen(void **state)
{
	const struct fit_measure measure = {236, 236, 10, false};
	struct arena *arena = arena_new();
	struct piece *pieces;
	struct fit_line *lines;
	size_t count, hyphens = 0, all = 0;

	(void)state;
	count = pieces_of(arena,
			  "aaa=aaa aaaa=aaa a aaa=aaa aa=aaa aaaa=aaa "
			  "aaa=aaa aaaa=aaa aa aaa=aaa aa=aaaa aaaa=aaa "
			  "aaa=aaa aaaa=aa aaa=aaa aaa=aaa aaaa=aaa",
			  &pieces);
	count = fit_pieces(arena, pieces, count, &measure, &lines);
	for (size_t i = 0; i < count; i++) {
		hyphens = pieces[lines[i].last].hyphen > 0 ? hyphens + 1 : 0;
		all += hyphens > 0;
		assert_true(hyphens <= 2);
	}
	assert_true(all >= 2);
	arena_free(arena);
}

static void
ragged_text_takes_the_fewest_lines(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(
	    lines_of(arena, "aaaa aaaa a aaaa aaaa", 110, 110, true),
	    "0-8 9-16");
	arena_free(arena);
}

/* Once per pass over all pieces, and no active node stays behind. */
static void
a_long_paragraph_takes_no_long_time(void **state)
{
	const struct fit_measure measure = {400, 400, 10, false};
	struct arena *arena = arena_new();
	size_t count = 50000;
	struct piece *pieces = arena_array(arena, count, sizeof(*pieces));
	struct fit_line *lines;

	(void)state;
	for (size_t i = 0; i < count; i++)
		pieces[i] = (struct piece){10 + (double)(i * 7 % 3),
					   {1, 0.6, 0.3},
					   0,
					   i % 5 == 0 ? PENALTY_NEVER : 0};
	assert_true(fit_pieces(arena, pieces, count, &measure, &lines) > 1000);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lines_break_where_they_may),
	    cmocka_unit_test(lines_are_best_as_a_whole),
	    cmocka_unit_test(no_single_character_in_the_last_line),
	    cmocka_unit_test(no_third_line_ends_with_a_hyphen),
	    cmocka_unit_test(ragged_text_takes_the_fewest_lines),
	    cmocka_unit_test(a_long_paragraph_takes_no_long_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
