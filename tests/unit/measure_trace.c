/* Which reviews and entries stand behind a number; and what stands when a
 * measure has no value. */
/* SPDX-License-Identifier: MIT */
#include "measure_small.h"

#include "measure/trace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *const formulas[] = {
    "day = 2021-09-15",
    "reviews = reviews(cycle=2)",
    "states = states()",
    "needs = count(need, cycle=2, article=5)",
    "with = states(need, cycle=1, chapter=IV)",
    "rows = count(need, cycle=2) by article",
    "share = share(needs, count(need, cycle=2))",
    "late = count(need, after=2021-09-15)",
    "both = needs + with",
    "rank = rank(rows, 5)",
    "cells = count(need, cycle=2) by article, category",
    "paragraphs = count(need, cycle=2) by provision",
    "topics = states(need, cycle=2) by topic, year",
};

/* Reviews and entries by their index in measure_small.h. */
static const struct {
	const char *id;
	const char *reviews;
	const char *entries;
	const char *measures; /* that it refers to */
} traces[] = {
    {"day", "", "", ""},
    {"reviews", "3 4 5 6", "", ""},
    {"states", "", "", ""},
    {"needs", "3 5", "6 7 13", ""},
    {"with", "0 2", "2 5", ""},
    /* what names no article is under none of the keys */
    {"rows", "3 5 6", "6 7 8 13 14 17 18 19", ""},
    {"share", "3 5 6", "6 7 8 9 13 14 17 18 19 20", "needs"},
    {"late", "6", "17 18 19 20", ""},
    {"both", "0 2 3 5", "2 5 6 7 13", "needs with"},
    {"rank", "3 5 6", "6 7 8 13 14 17 18 19", "rows"},
    {"cells", "3 5 6", "6 7 8 13 14 17 18 19", ""},
    {"paragraphs", "3 6", "6 7 18 19", ""},
    {"topics", "3 5 6", "6 13 17", ""},
};

static void
indices_check(const char *id, struct key_set marks, size_t count,
	      const char *wanted)
{
	struct text found = {0};

	for (size_t i = 0; i < count; i++)
		if (key_set_has(&marks, i))
			text_print(&found, "%s%zu",
				   found.length == 0 ? "" : " ", i);
	if (strcmp(text_string(&found), wanted) != 0)
		fail_msg("%s: %s, not %s", id, text_string(&found), wanted);
	text_free(&found);
}

static void
names_check(const struct measures *measures, struct key_set marks,
	    const char *wanted)
{
	struct text found = {0};

	for (size_t i = 0; i < measures->count; i++)
		if (key_set_has(&marks, i))
			text_print(&found, "%s%s", found.length == 0 ? "" : " ",
				   measures->items[i].id);
	assert_string_equal(text_string(&found), wanted);
	text_free(&found);
}

static void
a_number_is_traced(void **state)
{
	struct arena *arena = arena_new();
	struct messages messages = {.out = stderr};
	struct measures measures;
	struct small small;

	(void)state;
	small_make(&small);
	assert_true(small_compute(arena, &messages, &measures, &small.dataset,
				  formulas, COUNT(formulas)));
	for (size_t i = 0; i < COUNT(traces); i++) {
		const struct measure *measure = measure_find(&measures,
							     traces[i].id);
		struct trace trace = trace_measure(
		    arena, tracer_new(arena, &measures), measure);

		indices_check(traces[i].id, trace.reviews, SMALL_REVIEWS,
			      traces[i].reviews);
		indices_check(traces[i].id, trace.entries, SMALL_ENTRIES,
			      traces[i].entries);
		names_check(&measures, trace.measures, traces[i].measures);
	}
	arena_free(arena);
}

static void
a_claim_is_traced(void **state)
{
	struct arena *arena = arena_new();
	struct messages messages = {.out = stderr};
	struct claim claim = {.id = "claim",
			      .formula = "late > 3 and with < 3",
			      .at = {"m.xml", 20, 3}};
	struct measures measures;
	struct small small;
	struct trace trace;

	(void)state;
	small_make(&small);
	assert_true(small_compute(arena, &messages, &measures, &small.dataset,
				  formulas, COUNT(formulas)));
	trace = trace_claim(arena, tracer_new(arena, &measures), &claim);
	indices_check("claim", trace.reviews, SMALL_REVIEWS, "0 2 6");
	names_check(&measures, trace.measures, "with late");
	arena_free(arena);
}

/* Of data for which a share has no whole, the rest stands all the same. */
static void
what_has_no_value_is_void(void **state)
{
	static const char *const partial[] = {
	    "none = count(need, after=2022-01-01)",
	    "share = share(none, none)",
	    "more = max(share, share)",
	    "needs = count(need, cycle=2)",
	};
	static const bool is_void[] = {false, true, true, false};
	static struct name names[] = {{"en", "A name"}};
	struct claim claims[] = {
	    {.id = "c.good", .formula = "needs > 1", .names = {names, 1}},
	    {.id = "c.void", .formula = "share > 50%", .names = {names, 1}},
	};
	struct arena *arena = arena_new();
	struct measures measures;
	struct record record;
	struct small small;

	(void)state;
	record_open(&record);
	small_make(&small);
	small_add(arena, &measures, &small.dataset, partial, COUNT(partial));
	measures.claims = claims;
	measures.claim_count = COUNT(claims);
	assert_false(measures_compute(arena, &record.messages, &measures));
	for (size_t i = 0; i < COUNT(partial); i++)
		assert_int_equal(measures.items[i].is_void, is_void[i]);
	assert_int_equal(measures.items[3].value.number, 10);
	assert_true(claims[0].holds && !claims[0].is_void);
	assert_true(!claims[1].holds && claims[1].is_void);
	record_close(&record);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_is_traced),
	    cmocka_unit_test(a_claim_is_traced),
	    cmocka_unit_test(what_has_no_value_is_void),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
