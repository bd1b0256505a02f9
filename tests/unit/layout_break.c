/* Where pages end: widows, kept headings, notes, floats, tables, stretch. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "layout/break.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum {
	STRIPS_MOST = 80,
	NOTES_MOST = 12
};

/* A page of 100 points. One letter a strip, of 10 points unless it says more:
 *   l line   k line that is kept with the next   h kept, a heading
 *   F figure of 40, floats   G one of 70   f one of 10
 *   b line with 5 above and 8 below   T table head, kept   r row of that
 * table s line whose gap of 0 may grow by 4   X strip of 150 p line after which
 * it would cost 25 to end 1-9 line that calls the note of that number */
struct sample {
	struct shape shapes[STRIPS_MOST];
	size_t count;
	size_t numbers[NOTES_MOST];
};

static const struct break_rules rules = {
    .first_room = 100,
    .room = 100,
    .foot_head = 10,
    .foot_gap = 0,
    .least = 2,
    .split_cost = 35,
    .wait_cost = 15,
    .pass_cost = 30,
};

static struct shape
shape_of(struct sample *sample, char letter, size_t *head)
{
	struct shape shape = {.heights = {10}};

	switch (letter) {
	case 'k':
		shape.keep = true;
		break;
	case 'h':
		shape.keep = shape.stops_floats = true;
		break;
	case 'F':
		shape.is_float = true;
		shape.heights[0] = 40;
		break;
	case 'G':
		shape.is_float = true;
		shape.heights[0] = 70;
		break;
	case 'f':
		shape.is_float = true;
		break;
	case 'b':
		shape.above = 5;
		shape.below = 8;
		break;
	case 'T':
		shape.keep = true;
		*head = sample->count + 1;
		break;
	case 'r':
		shape.head = *head;
		break;
	case 's':
		shape.stretch = 4;
		break;
	case 'X':
		shape.heights[0] = 150;
		break;
	case 'p':
		shape.penalty = 25;
		break;
	default:
		if (letter >= '1' && letter <= '9') {
			size_t note = (size_t)(letter - '1');

			sample->numbers[note] = note;
			shape.notes = &sample->numbers[note];
			shape.note_count = 1;
		}
		break;
	}
	return shape;
}

static void
sample_make(struct sample *sample, const char *letters)
{
	size_t head = 0;

	*sample = (struct sample){0};
	for (; *letters != '\0'; letters++) {
		assert_true(sample->count < STRIPS_MOST);
		sample->shapes[sample->count] = shape_of(sample, *letters,
							 &head);
		sample->count++;
	}
}

/* "0 1 2 [0:0-2] | 3 T0 4": strips, repeated heads and notes of each page. */
static void
plans_print(struct text *out, const struct page_plan *plans, size_t count)
{
	for (size_t page = 0; page < count; page++) {
		const struct page_plan *plan = &plans[page];

		text_add(out, page > 0 ? " | " : "");
		for (size_t i = 0; i < plan->count; i++)
			text_print(out, "%s%s%zu", i > 0 ? " " : "",
				   plan->items[i].is_repetition ? "T" : "",
				   plan->items[i].strip);
		for (size_t i = 0; i < plan->foot_count; i++)
			text_print(out, "[%zu:%zu-%zu]", plan->feet[i].note,
				   plan->feet[i].from, plan->feet[i].to);
	}
}

static void
expect(const char *letters, const size_t *note_lines, const char *expected)
{
	static const double lines[64] = {
	    10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
	    10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
	};
	struct arena *arena = arena_new();
	struct foot notes[NOTES_MOST] = {0};
	struct sample sample;
	struct page_plan *plans;
	struct text printed = {0};
	size_t page_count;

	for (size_t i = 0; note_lines != NULL && note_lines[i] > 0; i++)
		notes[i] = (struct foot){lines, note_lines[i], 0};
	sample_make(&sample, letters);
	plans = pages_break(arena, sample.shapes, sample.count, notes, &rules,
			    &page_count);
	plans_print(&printed, plans, page_count);
	assert_string_equal(text_string(&printed), expected);
	text_free(&printed);
	arena_free(arena);
}

static void
pages_fill_and_go_on(void **state)
{
	(void)state;
	expect("", NULL, "");
	expect("l", NULL, "0");
	expect("llllllllll", NULL, "0 1 2 3 4 5 6 7 8 9");
	expect("lllllllllll", NULL, "0 1 2 3 4 5 6 7 8 9 | 10");
}

static void
kept_strips_move_with_their_followers(void **state)
{
	(void)state;
	/* a heading, and the two first lines of what it heads */
	expect("lllllllhkll", NULL, "0 1 2 3 4 5 6 7 8 9 | 10");
	expect("llllllllhkll", NULL, "0 1 2 3 4 5 6 7 | 8 9 10 11");
	/* two headings in a row */
	expect("lllllllhhkll", NULL, "0 1 2 3 4 5 6 | 7 8 9 10 11");
	/* a paragraph of four lines, broken in its middle only */
	expect("lllllllklkl", NULL, "0 1 2 3 4 5 6 7 8 | 9 10");
	expect("llllllllklkl", NULL, "0 1 2 3 4 5 6 7 8 9 | 10 11");
	/* of three lines, not at all */
	expect("llllllllkkl", NULL, "0 1 2 3 4 5 6 7 | 8 9 10");
}

static void
what_is_kept_for_too_long_is_broken_all_the_same(void **state)
{
	(void)state;
	expect("kkkkkkkkkkkk", NULL, "0 1 2 3 4 5 6 7 8 9 | 10 11");
	expect("lXl", NULL, "0 | 1 | 2");
}

static void
a_poor_ending_is_left_for_a_line_of_white(void **state)
{
	(void)state;
	expect("lllllllllpll", NULL, "0 1 2 3 4 5 6 7 8 | 9 10 11");
	/* but not for three */
	expect("lllllllkkpll", NULL, "0 1 2 3 4 5 6 7 8 9 | 10 11");
}

static void
notes_stand_on_the_page_of_their_call(void **state)
{
	static const size_t two[] = {2, 0}, three_one[] = {3, 1, 0};

	(void)state;
	expect("lll1lll", two, "0 1 2 3 4 5 6[0:0-2]");
	expect("lllllll1l", two, "0 1 2 3 4 5 6 | 7 8[0:0-2]");
	/* a note of three lines is never divided */
	expect("lllll12lll", three_one, "0 1 2 3 4 5[0:0-3] | 6 7 8 9[1:0-1]");
}

static void
a_long_note_runs_on(void **state)
{
	static const size_t eight[] = {8, 0}, endless[] = {30, 1, 0},
			    six_one[] = {6, 1, 0};

	(void)state;
	expect("llll1ll", eight, "0 1 2 3 4[0:0-4] | 5 6[0:4-8]");
	/* four lines are enough to do so */
	expect("llllllll1l", (size_t[]){4, 0}, "0 1 2 3 4 5 6 7 | 8 9[0:0-4]");
	expect("llllk1kkkkkl", (size_t[]){4, 0},
	       "0 1 2 3 4 5[0:0-2] | 6 7 8 9 10 11[0:2-4]");
	/* two lines at least remain for the other page */
	expect("lll1ll", six_one, "0 1 2 3 4[0:0-4] | 5[0:4-6]");
	/* over more than two pages, and no other note overtakes it */
	expect("1lllllllllll2", endless,
	       "0[0:0-8] | 1 2 3[0:8-13] | 4 5 6[0:13-18] | "
	       "7 8 9[0:18-23] | 10 11[0:23-28] | 12[0:28-30][1:0-1]");
}

static void
a_figure_waits_and_text_goes_on(void **state)
{
	(void)state;
	/* fits */
	expect("lllllFll", NULL, "0 1 2 3 4 5 6 | 7");
	/* does not: what follows fills the page, the figure opens the next */
	expect("lllllllFllll", NULL, "0 1 2 3 4 5 6 8 9 10 | 7 11");
	/* one line of white is cheaper than to wait */
	expect("lllllllllFll", NULL, "0 1 2 3 4 5 6 7 8 | 9 10 11");
	/* three lines are cheaper than to let a heading pass */
	expect("lllllllFhkll", NULL, "0 1 2 3 4 5 6 | 7 8 9 10 11");
	/* six are not */
	expect("llllGhkllllll", NULL, "0 1 2 3 5 6 7 8 9 10 | 4 11 12");
	/* figures keep their order */
	expect("lllllllFFllll", NULL, "0 1 2 3 4 5 6 9 10 11 | 7 8 12");
	/* even where the second would fit */
	expect("lllllGfllllll", NULL, "0 1 2 3 4 7 8 9 10 11 | 5 6 12");
	/* a figure at the end */
	expect("lllllllF", NULL, "0 1 2 3 4 5 6 | 7");
}

static void
a_table_repeats_its_head(void **state)
{
	(void)state;
	expect("lllllllTrrrr", NULL, "0 1 2 3 4 5 6 7 8 9 | T7 10 11");
	expect("lllllllllTrr", NULL, "0 1 2 3 4 5 6 7 8 | 9 10 11");
	/* under a figure that waited, too */
	expect("lllllllGTrrrr", NULL, "0 1 2 3 4 5 6 8 9 10 | 7 T8 11 12");
}

static void
the_greater_of_two_spaces_counts(void **state)
{
	struct arena *arena = arena_new();
	struct sample sample;
	struct page_plan *plan;
	size_t page_count;

	(void)state;
	sample_make(&sample, "blbb");
	plan = pages_break(arena, sample.shapes, sample.count, NULL, &rules,
			   &page_count);
	assert_true(plan->items[0].y[0] == 0);
	assert_true(plan->items[1].y[0] == 18); /* 10 and 8 below */
	assert_true(plan->items[2].y[0] == 33); /* 10 and 5 above */
	assert_true(plan->items[3].y[0] == 51); /* 10 and the 8, not the 5 */
	arena_free(arena);
	/* two lines of 10 and a gap of 8 are not 20 */
	expect("lllllllbb", NULL, "0 1 2 3 4 5 6 7 | 8");
}

static void
gaps_share_the_white(void **state)
{
	struct arena *arena = arena_new();
	struct sample sample;
	struct page_plan *plans;
	size_t page_count;

	(void)state;
	sample_make(&sample, "lssssssskkll");
	plans = pages_break(arena, sample.shapes, sample.count, NULL, &rules,
			    &page_count);
	assert_int_equal(page_count, 2);
	/* 20 of white over seven gaps that take 4 each */
	assert_int_equal(plans[0].count, 8);
	assert_true(plans[0].items[7].y[0] > 89.99 &&
		    plans[0].items[7].y[0] < 90.01);
	/* the last page stays as it is */
	assert_true(plans[1].items[3].y[0] == 30);
	assert_true(stretch_share(5, 10) == 0.5);
	/* more than is good, so as to come near to the facing page */
	assert_true(stretch_share(15, 10) == 1.5);
	assert_true(stretch_share(25, 10) == STRETCH_MOST);
	/* a hole stays a hole */
	assert_true(stretch_share(33, 10) == 0);
	assert_true(stretch_share(-1, 10) == 0);
	assert_true(stretch_share(1, 0) == 0);
	arena_free(arena);
}

/* Any mixture: every strip once, notes whole, nothing under the page. */
static void
nothing_is_lost(void **state)
{
	static const char alphabet[] = "lkhFlTrllsk";
	static const size_t note_lines[] = {1, 5, 9, 2, 30, 3, 4, 1, 12, 0};
	static const double lines[40] = {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
					 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
					 7, 7, 7, 7, 7, 7, 7, 7, 7, 7};
	unsigned random = 1;

	(void)state;
	for (int round = 0; round < 400; round++) {
		struct arena *arena = arena_new();
		struct foot notes[NOTES_MOST] = {0};
		size_t lines_seen[NOTES_MOST] = {0};
		int seen[STRIPS_MOST] = {0};
		struct page_plan *plans;
		struct sample sample;
		char letters[STRIPS_MOST] = "";
		size_t note = 0, page_count;

		for (size_t i = 0; i < 9; i++)
			notes[i] = (struct foot){lines, note_lines[i], 0};
		for (size_t i = 0; i < 60; i++) {
			random = random * 1103515245u + 12345u;
			letters[i] =
			    alphabet[(random >> 16) % (sizeof(alphabet) - 1)];
			if ((random >> 8) % 7 == 0 && note < 9)
				letters[i] = (char)('1' + (char)note++);
		}
		sample_make(&sample, letters);
		plans = pages_break(arena, sample.shapes, sample.count, notes,
				    &rules, &page_count);
		for (size_t page = 0; page < page_count; page++) {
			const struct page_plan *plan = &plans[page];
			double floor = plan->foot_count > 0 ? plan->rule_y
							    : rules.room;

			assert_true(plan->count + plan->foot_count > 0);
			for (size_t i = 0; i < plan->count; i++) {
				size_t strip = plan->items[i].strip;

				if (!plan->items[i].is_repetition)
					seen[strip]++;
				assert_true(
				    plan->items[i].y[0] +
					sample.shapes[strip].heights[0] <=
				    floor + 0.1);
			}
			for (size_t i = 0; i < plan->foot_count; i++) {
				const struct foot_part *part = &plan->feet[i];

				assert_int_equal(part->from,
						 lines_seen[part->note]);
				lines_seen[part->note] = part->to;
			}
		}
		for (size_t i = 0; i < sample.count; i++)
			assert_int_equal(seen[i], 1);
		for (size_t i = 0; i < note; i++)
			assert_int_equal(lines_seen[i], notes[i].count);
		arena_free(arena);
	}
}

/* --- the best of all ways --- */

/* Filled as far as it goes, a page would leave all white to the next. */
static void
white_is_shared(void **state)
{
	(void)state;
	expect("llllllllllllkkkkkkkkkl", NULL,
	       "0 1 2 3 4 5 | 6 7 8 9 10 11 | 12 13 14 15 16 17 18 19 20 21");
	expect("llllllllllkkklkkklkkkllllllllllll", NULL,
	       "0 1 2 3 4 5 6 7 8 | 9 10 11 12 13 14 15 16 17 | "
	       "18 19 20 21 22 23 24 25 26 27 | 28 29 30 31 32");
	/* lines that can go to the figure's page keep it from a hole */
	expect("lllllllllGhkkl", NULL, "0 1 2 3 4 5 6 7 | 8 9 | 10 11 12 13");
}

/* --- geometry: every place on every page, to a hundredth of a point --- */

static void
geometry_print(struct text *out, const struct page_plan *plans, size_t count)
{
	for (size_t page = 0; page < count; page++) {
		const struct page_plan *plan = &plans[page];

		text_print(out, "page %zu\n", page + 1);
		for (size_t i = 0; i < plan->count; i++)
			text_print(out, "%s%zu %.2f\n",
				   plan->items[i].is_repetition ? "head " : "",
				   plan->items[i].strip, plan->items[i].y[0]);
		if (plan->foot_count > 0)
			text_print(out, "rule %.2f\n", plan->rule_y);
		for (size_t i = 0; i < plan->foot_count; i++)
			text_print(out, "note %zu %zu-%zu %.2f\n",
				   plan->feet[i].note, plan->feet[i].from,
				   plan->feet[i].to, plan->feet[i].y);
	}
}

static void
places_are_exact(void **state)
{
	static const char expected[] = "page 1\n"
				       "0 0.00\n"
				       "1 15.00\n"
				       "2 33.00\n"
				       "3 43.00\n"
				       "4 53.00\n"
				       "rule 76.00\n"
				       "note 0 0-2 86.00\n"
				       "page 2\n"
				       "5 0.00\n"
				       "6 10.00\n"
				       "7 26.40\n"
				       "8 41.40\n"
				       "9 59.40\n"
				       "page 3\n"
				       "10 0.00\n"
				       "11 16.40\n"
				       "12 26.40\n"
				       "13 36.40\n"
				       "14 46.40\n"
				       "15 56.40\n"
				       "16 66.40\n"
				       "17 76.40\n"
				       "18 86.40\n"
				       "page 4\n"
				       "head 13 0.00\n"
				       "19 10.00\n"
				       "20 20.00\n"
				       "21 30.00\n"
				       "22 45.00\n"
				       "23 63.00\n"
				       "24 73.00\n"
				       "page 5\n"
				       "25 0.00\n"
				       "26 10.00\n"
				       "27 20.00\n"
				       "rule 48.00\n"
				       "note 1 0-6 58.00\n"
				       "page 6\n"
				       "28 0.00\n"
				       "29 10.00\n"
				       "30 20.00\n"
				       "31 30.00\n"
				       "32 40.00\n"
				       "33 50.00\n"
				       "34 60.00\n"
				       "35 70.00\n";
	static const double lines[] = {7, 7, 7, 7, 7, 7};
	const struct foot notes[] = {{lines, 2, 0}, {lines, 6, 0}};
	struct arena *arena = arena_new();
	struct text printed = {0};
	struct sample sample;
	struct page_plan *plans;
	size_t page_count;

	(void)state;
	sample_make(&sample, "lbs1lhksbFlslTrrrrrrrrblllk2kklslhkl");
	plans = pages_break(arena, sample.shapes, sample.count, notes, &rules,
			    &page_count);
	geometry_print(&printed, plans, page_count);
	assert_string_equal(text_string(&printed), expected);
	text_free(&printed);
	arena_free(arena);
}

/* --- two columns --- */

/* Strips of both columns: heights in tens, those that go on with a plus. */
static struct shape
pair(double left, double right, bool goes_on)
{
	return (struct shape){.heights = {left, right}, .goes_on = goes_on};
}

static void
columns_go_on_each_by_itself(void **state)
{
	const struct shape shapes[] = {
	    pair(10, 20, false), pair(10, 20, true), pair(10, 10, false),
	    pair(30, 20, true),	 pair(20, 40, true),
	};
	struct arena *arena = arena_new();
	struct page_plan *plans;
	size_t page_count;

	(void)state;
	plans = pages_break(arena, shapes, COUNT(shapes), NULL, &rules,
			    &page_count);
	assert_int_equal(page_count, 2);
	assert_int_equal(plans[0].count, 4);
	assert_true(plans[0].items[1].y[0] == 10);
	assert_true(plans[0].items[1].y[1] == 20);
	/* a block begins level under the longer column */
	assert_true(plans[0].items[2].y[0] == 40);
	assert_true(plans[0].items[2].y[1] == 40);
	assert_true(plans[0].items[3].y[0] == 50);
	/* both break together, and are level on the next page */
	assert_true(plans[1].items[0].y[0] == 0);
	assert_true(plans[1].items[0].y[1] == 0);
	arena_free(arena);
}

/* Behind a figure that waited, a block's rest is level under it. */
static void
columns_are_level_under_a_figure(void **state)
{
	struct shape shapes[] = {
	    pair(80, 80, false), pair(40, 60, false), pair(10, 10, false),
	    pair(10, 10, true),	 pair(10, 10, true),  pair(10, 10, true),
	};
	struct arena *arena = arena_new();
	struct page_plan *plans;
	size_t page_count;

	(void)state;
	shapes[1].is_float = true;
	shapes[1].below = 5;
	plans = pages_break(arena, shapes, COUNT(shapes), NULL, &rules,
			    &page_count);
	assert_int_equal(page_count, 2);
	assert_int_equal(plans[0].count, 3);
	assert_int_equal(plans[1].items[0].strip, 1);
	assert_true(plans[1].items[1].y[0] == 65);
	assert_true(plans[1].items[1].y[1] == 65);
	arena_free(arena);
}

/* Each column has its notes under it, all from one level; each may run on. */
static void
columns_have_their_own_notes(void **state)
{
	static const double lines[] = {10, 10, 10, 10, 10, 10, 10, 10};
	static const size_t numbers[] = {0, 1};
	const struct foot notes[] = {{lines, 2, 0}, {lines, 8, 1}};
	struct shape shapes[] = {pair(50, 40, false), pair(10, 10, true)};
	struct arena *arena = arena_new();
	struct page_plan *plans;
	size_t page_count;

	(void)state;
	shapes[0].notes = numbers;
	shapes[0].note_count = COUNT(numbers);
	plans = pages_break(arena, shapes, COUNT(shapes), notes, &rules,
			    &page_count);
	assert_int_equal(page_count, 2);
	assert_int_equal(plans[0].foot_count, 2);
	assert_int_equal(plans[0].feet[0].to, 2);
	assert_true(plans[0].feet[1].to >= 2 && plans[0].feet[1].to <= 6);
	assert_true(plans[0].feet[0].y == plans[0].feet[1].y);
	assert_int_equal(plans[1].foot_count, 1);
	assert_int_equal(plans[1].feet[0].note, 1);
	assert_int_equal(plans[1].feet[0].from, plans[0].feet[1].to);
	assert_int_equal(plans[1].feet[0].to, 8);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(pages_fill_and_go_on),
	    cmocka_unit_test(kept_strips_move_with_their_followers),
	    cmocka_unit_test(what_is_kept_for_too_long_is_broken_all_the_same),
	    cmocka_unit_test(a_poor_ending_is_left_for_a_line_of_white),
	    cmocka_unit_test(notes_stand_on_the_page_of_their_call),
	    cmocka_unit_test(a_long_note_runs_on),
	    cmocka_unit_test(a_figure_waits_and_text_goes_on),
	    cmocka_unit_test(a_table_repeats_its_head),
	    cmocka_unit_test(the_greater_of_two_spaces_counts),
	    cmocka_unit_test(gaps_share_the_white),
	    cmocka_unit_test(nothing_is_lost),
	    cmocka_unit_test(white_is_shared),
	    cmocka_unit_test(places_are_exact),
	    cmocka_unit_test(columns_go_on_each_by_itself),
	    cmocka_unit_test(columns_are_level_under_a_figure),
	    cmocka_unit_test(columns_have_their_own_notes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
