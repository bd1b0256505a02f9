/* Measures among each other: order, circles, ids, names; and what must hold
 * for any data. */
/* SPDX-License-Identifier: MIT */
#include "measure_small.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* What is said of these measures, "" if nothing. */
static char *
words_of(struct arena *arena, const char *const *formulas, size_t count)
{
	struct measures measures;
	struct record record;
	struct small small;
	char *words;
	bool good;

	small_make(&small);
	record_open(&record);
	good = small_compute(arena, &record.messages, &measures, &small.dataset,
			     formulas, count);
	words = arena_copy(arena, record_words(&record));
	assert_int_equal(good, words[0] == '\0');
	record_close(&record);
	return words;
}

static void
circles_are_reported_once_with_their_path(void **state)
{
	static const char *const rows[][5] = {
	    {"a = a", NULL, NULL, NULL,
	     "m.xml:1:3: error: a: refers to itself: a -> a\n"},
	    {"a = b", "b = c + 1", "c = max(a, 2)", NULL,
	     "m.xml:1:3: error: a: refers to itself: a -> b -> c -> a\n"},
	    {"start = b", "b = c", "c = b", NULL,
	     "m.xml:2:3: error: b: refers to itself: b -> c -> b\n"},
	    {"a = b", "b = a", "c = d", "d = c",
	     "m.xml:1:3: error: a: refers to itself: a -> b -> a\n"
	     "m.xml:3:3: error: c: refers to itself: c -> d -> c\n"},
	    {"a = b + b", "b = 1", "c = a + b", NULL, ""},
	    {"africa = rank(states() by region, africa)", NULL, NULL, NULL, ""},
	    {"a = rank(5, a)", NULL, NULL, NULL,
	     "m.xml:1:3: error: a: refers to itself: a -> a\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		size_t count = 0;

		while (count < 4 && rows[i][count] != NULL)
			count++;
		assert_string_equal(words_of(arena, rows[i], count),
				    rows[i][4]);
		arena_free(arena);
	}
}

static void
a_fault_is_not_repeated_by_those_who_refer_to_it(void **state)
{
	static const char *const formulas[] = {
	    "a = b + 1", "b = 1 / 0", "c = a + b", "d = count(need, cycle=9)",
	    "e = d",	 "f = 1 / b",
	};
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(
	    words_of(arena, formulas, COUNT(formulas)),
	    "m.xml:4:3: error: d: in the formula at 19: unknown cycle '9'\n"
	    "m.xml:2:3: error: b: in the formula at 3: division by zero\n");
	arena_free(arena);
}

/* The longest chain that a file may have is followed without recursion. */
static void
chains_may_be_as_long_as_the_file(void **state)
{
	enum {
		LENGTH = 4096
	};
	struct arena *arena = arena_new();
	const char **formulas = arena_array(arena, LENGTH + 1,
					    sizeof(*formulas));
	struct messages messages = {0};
	struct measures measures;
	struct small small;

	(void)state;
	small_make(&small);
	for (int i = 0; i < LENGTH; i++)
		formulas[i] = arena_print(arena, "m%d = m%d + 1", i, i + 1);
	formulas[LENGTH - 1] = "m4095 = 1";
	assert_true(small_compute(arena, &messages, &measures, &small.dataset,
				  formulas, LENGTH));
	assert_int_equal(measures.items[0].value.number, LENGTH);
	formulas[LENGTH - 1] = "m4095 = m0";
	assert_string_equal(words_of(arena, formulas, LENGTH),
			    "m.xml:1:3: error: m0: refers to itself: m0 -> m1 "
			    "-> m2 -> m3 -> m4 -> m5 -> m6 -> m7 -> m8 -> m9 "
			    "-> m10 -> m11 -> m12 -> m13 -> m14 -> m15 -> ... "
			    "-> m0\n");
	formulas[LENGTH] = "more = 1";
	assert_string_equal(words_of(arena, formulas, LENGTH + 1),
			    "m.xml:4097:3: error: more than 4096 measures\n");
	arena_free(arena);
}

static void
ids_are_well_formed_and_unique(void **state)
{
	static const char *const formulas[] = {
	    "a.b-2 = 1", "2a = 1", "a_b = 1", "a.b-2 = 2", "a.b-2 = 3",
	};
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(
	    words_of(arena, formulas, COUNT(formulas)),
	    "m.xml:2:3: error: '2a' is no id: letters, digits, dots and "
	    "hyphens, from a letter on, at most 64\n"
	    "m.xml:3:3: error: 'a_b' is no id: letters, digits, dots and "
	    "hyphens, from a letter on, at most 64\n"
	    "m.xml:4:3: error: a.b-2: defined before, in line 1\n"
	    "m.xml:5:3: error: a.b-2: defined before, in line 1\n");
	arena_free(arena);
}

static void
names_stand_in_every_language_that_others_have(void **state)
{
	static struct name both[] = {{"en", "One"}, {"zh", "一"}};
	static struct name empty[] = {{"en", "One"}, {"zh", ""}};
	static struct measure items[] = {
	    {.id = "a", .formula = "1", .names = {both, 1}},
	    {.id = "b", .formula = "1", .names = {both, 2}},
	    {.id = "c", .formula = "1", .names = {NULL, 0}},
	    {.id = "d", .formula = "1", .names = {empty, 2}},
	};
	struct arena *arena = arena_new();
	struct measures measures = {.items = items, .count = COUNT(items)};
	struct record record;
	struct small small;

	(void)state;
	small_make(&small);
	measures.dataset = &small.dataset;
	record_open(&record);
	assert_false(measures_compute(arena, &record.messages, &measures));
	assert_string_equal(
	    record_words(&record),
	    "rapporteur: error: a: no name in the language 'zh'\n"
	    "rapporteur: error: c: no name in the language 'en'\n"
	    "rapporteur: error: c: no name in the language 'zh'\n"
	    "rapporteur: error: d: no name in the language 'zh'\n");
	record_close(&record);
	arena_free(arena);
}

static void
parts_add_up_to_the_whole(void **state)
{
	static const char *const dimensions[] = {"chapter", "region", "state",
						 "cycle", "year"};
	static const char *const counts[] = {
	    "count(need)",
	    "count(need, cycle=2)",
	    "count(challenge)",
	    "count(need, region in {africa, europe}, after=2014-01-01)",
	    "count(need, topic in {technology, gender})",
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t d = 0; d < COUNT(dimensions); d++)
		for (size_t c = 0; c < COUNT(counts); c++) {
			const char *formulas[] = {
			    arena_print(arena, "part = sum(%s by %s)",
					counts[c], dimensions[d]),
			    arena_print(arena, "whole = %s", counts[c]),
			};
			struct messages messages = {0};
			struct measures measures;
			struct small small;

			small_make(&small);
			assert_true(small_compute(arena, &messages, &measures,
						  &small.dataset, formulas, 2));
			assert_int_equal(measures.items[0].value.number,
					 measures.items[1].value.number);
		}
	arena_free(arena);
}

/* A cell of a table is what the filters of its row and its column count. */
static void
cells_are_what_their_filters_count(void **state)
{
	static const char *const verbs[] = {"count(need, cycle=2",
					    "states(need, cycle=2"};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t v = 0; v < COUNT(verbs); v++)
		for (size_t a = 0; a < COUNT(small_articles); a++)
			for (size_t r = 0; r < COUNT(small_regions); r++) {
				const char *article =
				    small_articles[a].term.code;
				const char *region = small_regions[r].term.code;
				const char *formulas[] = {
				    arena_print(arena,
						"table = %s) by article, "
						"region",
						verbs[v]),
				    arena_print(arena,
						"cell = %s, article=%s, "
						"region=%s)",
						verbs[v], article, region),
				};
				struct messages messages = {0};
				struct measures measures;
				struct small small;
				struct text table = {0};

				/* Those of chapters II and V. */
				if (a > 2 && a < 6)
					continue;
				small_make(&small);
				assert_true(
				    small_compute(arena, &messages, &measures,
						  &small.dataset, formulas, 2));
				value_add(&table, &small.dataset,
					  &measures.items[0].value, false);
				text_add(&table, " ");
				assert_non_null(strstr(
				    text_string(&table),
				    arena_print(
					arena, "%s/%s:%lld ", article, region,
					measures.items[1].value.number)));
				text_free(&table);
			}
	arena_free(arena);
}

/* Values of many formulas, one a line. */
static char *
all_values(struct arena *arena, const struct dataset *dataset)
{
	static const char *const formulas[] = {
	    "a = count(need) by article",
	    "b = count(need, cycle=2) by category",
	    "c = states(need) by topic",
	    "d = states(need) by cycle",
	    "e = states(need, cycle=2) by article",
	    "f = count(need) by state",
	    "g = states(challenge)",
	    "h = reviews() by year",
	    "i = states(need) by region",
	    "j = top(5, a)",
	    "k = states(need, cycle=2) by article, topic",
	    "l = count(need) by year, region",
	};
	struct messages messages = {0};
	struct measures measures;
	struct text text = {0};
	char *values;

	assert_true(small_compute(arena, &messages, &measures, dataset,
				  formulas, COUNT(formulas)));
	for (size_t i = 0; i < measures.count; i++) {
		value_add(&text, dataset, &measures.items[i].value, false);
		text_add(&text, "\n");
	}
	values = arena_copy(arena, text_string(&text));
	text_free(&text);
	return values;
}

/* Turn the reviews' order, and the entries' within them, by `steps`. */
static void
shuffle(struct small *small, uint32_t steps)
{
	uint32_t filled = 0;

	for (uint32_t r = 0; r < SMALL_REVIEWS; r++) {
		uint32_t from = (r + steps) % SMALL_REVIEWS;

		small->reviews[r] = small_reviews[from];
		for (uint32_t e = SMALL_ENTRIES; e-- > 0;)
			if (small_entries[e].review == from) {
				small->entries[filled] = small_entries[e];
				small->entries[filled++].review = r;
			}
	}
	small_link(small);
}

static void
the_order_of_reviews_and_entries_does_not_matter(void **state)
{
	struct arena *arena = arena_new();
	struct small small;
	const char *values;

	(void)state;
	small_make(&small);
	values = all_values(arena, &small.dataset);
	for (uint32_t steps = 0; steps < SMALL_REVIEWS; steps++) {
		shuffle(&small, steps);
		assert_string_equal(all_values(arena, &small.dataset), values);
	}
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(circles_are_reported_once_with_their_path),
	    cmocka_unit_test(a_fault_is_not_repeated_by_those_who_refer_to_it),
	    cmocka_unit_test(chains_may_be_as_long_as_the_file),
	    cmocka_unit_test(ids_are_well_formed_and_unique),
	    cmocka_unit_test(names_stand_in_every_language_that_others_have),
	    cmocka_unit_test(parts_add_up_to_the_whole),
	    cmocka_unit_test(cells_are_what_their_filters_count),
	    cmocka_unit_test(the_order_of_reviews_and_entries_does_not_matter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
