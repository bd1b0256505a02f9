/* Profiles, counters, phrases. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "language/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;
static struct xml_schema *schema;
static struct language *english;
static struct language *chinese;

static void
languages_know_themselves(void **state)
{
	(void)state;
	assert_string_equal(language_code(english), "en");
	assert_string_equal(language_tag(english), "en");
	assert_string_equal(language_name(english), "English");
	assert_false(language_is_han(english));
	assert_string_equal(language_code(chinese), "zh");
	assert_string_equal(language_tag(chinese), "zh-Hans");
	assert_string_equal(language_name(chinese), "中文");
	assert_true(language_is_han(chinese));
}

static void
counters_count(void **state)
{
	static const struct {
		enum counter counter;
		int number;
		const char *english;
		const char *chinese;
	} cases[] = {
	    {COUNTER_HEADING_1, 1, "I.", "一."},
	    {COUNTER_HEADING_1, 4, "IV.", "四."},
	    {COUNTER_HEADING_1, 12, "XII.", "十二."},
	    {COUNTER_HEADING_2, 2, "B.", "B."},
	    {COUNTER_HEADING_3, 3, "3.", "3."},
	    {COUNTER_ITEM_1, 1, "(a)", "(a)"},
	    {COUNTER_ITEM_1, 26, "(z)", "(z)"},
	    {COUNTER_ITEM_1, 27, "(aa)", "(aa)"},
	    {COUNTER_ITEM_1, 703, "(aaa)", "(aaa)"},
	    {COUNTER_ITEM_2, 9, "(ix)", "(ix)"},
	    {COUNTER_ITEM_2, 1994, "(mcmxciv)", "(mcmxciv)"},
	    {COUNTER_ITEM_2, 3999, "(mmmcmxcix)", "(mmmcmxcix)"},
	    {COUNTER_ITEM_2, 4000, "(4000)", "(4000)"},
	    {COUNTER_FIGURE, 4, "IV", "四"},
	    {COUNTER_FIGURE, 20, "XX", "二十"},
	    {COUNTER_FIGURE, 21, "21", "二十一"},
	    {COUNTER_TABLE, 5, "5", "5"},
	    {COUNTER_TABLE_NOTE, 3, "c", "c"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_string_equal(language_counter(arena, english,
						     cases[i].counter,
						     cases[i].number),
				    cases[i].english);
		assert_string_equal(language_counter(arena, chinese,
						     cases[i].counter,
						     cases[i].number),
				    cases[i].chinese);
	}
}

static void
short_percentages_have_the_sign(void **state)
{
	const struct ratio ratio = {259, 527}, nothing = {0, 0};

	(void)state;
	assert_string_equal(language_percent_short(arena, english, ratio),
			    "49%");
	assert_string_equal(language_percent_short(arena, chinese, ratio),
			    "49%");
	assert_string_equal(language_percent_short(arena, english, nothing),
			    "–");
	assert_string_equal(language_percent(arena, english, nothing, 1), "–");
	assert_string_equal(language_year(arena, english, 2023), "2023");
	assert_string_equal(language_year(arena, chinese, 2023), "2023年");
}

static void
phrases_take_their_arguments(void **state)
{
	static const char *const two[] = {"4", "26"};
	struct messages messages = {0};
	struct place at = {"t.md", 1, 1};

	(void)state;
	assert_string_equal(
	    language_phrase(arena, &messages, english, at, "figure", two, 1),
	    "Figure 4");
	assert_string_equal(language_phrase(arena, &messages, chinese, at,
					    "figure-ref", two, 1),
			    "图4");
	assert_string_equal(
	    language_phrase(arena, &messages, english, at, "page", two, 2),
	    "4/26");
	assert_string_equal(
	    language_phrase(arena, &messages, english, at, "page", NULL, 0),
	    "{0}/{1}");
	assert_string_equal(language_phrase(arena, &messages, english, at,
					    "sentence-space", NULL, 0),
			    " ");
	assert_string_equal(language_phrase(arena, &messages, chinese, at,
					    "sentence-space", NULL, 0),
			    "");
	assert_true(messages_are_good(&messages));
	assert_string_equal(
	    language_phrase(arena, &messages, chinese, at, "nonsense", NULL, 0),
	    "");
	assert_false(messages_are_good(&messages));
}

/* Both profiles have the same phrases with as many places. */
static void
profiles_match(void **state)
{
	struct messages messages = {.out = stderr};
	struct element *roots[2] = {
	    xml_read_tree(arena, &messages, schema,
			  "templates/languages/en.xml"),
	    xml_read_tree(arena, &messages, schema,
			  "templates/languages/zh.xml")};
	const struct element *phrases[2];

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		assert_non_null(roots[i]);
		phrases[i] = element_child(element_child(roots[i], "phrases"),
					   "phrase");
	}
	while (phrases[0] != NULL && phrases[1] != NULL) {
		assert_string_equal(element_attribute(phrases[0], "key"),
				    element_attribute(phrases[1], "key"));
		for (size_t i = 0; i < 2; i++)
			phrases[i] = element_next(phrases[i], "phrase");
	}
	assert_ptr_equal(phrases[0], phrases[1]);
}

static int
open_languages(void **state)
{
	struct messages messages = {.out = stderr};

	(void)state;
	arena = arena_new();
	schema = xml_schema_open(&messages, "input/schema/language.xsd");
	english = language_open(arena, &messages, schema,
				"templates/languages/en.xml");
	chinese = language_open(arena, &messages, schema,
				"templates/languages/zh.xml");
	return schema == NULL || english == NULL || chinese == NULL;
}

static int
close_languages(void **state)
{
	(void)state;
	language_close(english);
	language_close(chinese);
	xml_schema_close(schema);
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(languages_know_themselves),
	    cmocka_unit_test(counters_count),
	    cmocka_unit_test(short_percentages_have_the_sign),
	    cmocka_unit_test(phrases_take_their_arguments),
	    cmocka_unit_test(profiles_match),
	};

	return cmocka_run_group_tests(tests, open_languages, close_languages);
}
