/* Numbers in every form and both languages, alone and with what they count. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "language/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define NB "\xc2\xa0" /* a space that no line breaks at */

static struct arena *arena;
static struct language *english;
static struct language *chinese;

static const struct {
	long long number;
	const char *house[2]; /* English, Chinese */
	const char *figures[2];
	const char *words[2];
	const char *sentence[2];
	const char *ordinal[2];
} numbers[] = {
    {0,
     {"zero", "零"},
     {"0", "0"},
     {"zero", "零"},
     {"Zero", "零"},
     {"zeroth", "第零"}},
    {1,
     {"one", "一"},
     {"1", "1"},
     {"one", "一"},
     {"One", "一"},
     {"first", "第一"}},
    {2,
     {"two", "两"},
     {"2", "2"},
     {"two", "二"},
     {"Two", "二"},
     {"second", "第二"}},
    {3,
     {"three", "三"},
     {"3", "3"},
     {"three", "三"},
     {"Three", "三"},
     {"third", "第三"}},
    {9,
     {"nine", "九"},
     {"9", "9"},
     {"nine", "九"},
     {"Nine", "九"},
     {"ninth", "第九"}},
    {10,
     {"10", "10"},
     {"10", "10"},
     {"ten", "十"},
     {"Ten", "十"},
     {"tenth", "第十"}},
    {11,
     {"11", "11"},
     {"11", "11"},
     {"eleven", "十一"},
     {"Eleven", "十一"},
     {"eleventh", "第十一"}},
    {21,
     {"21", "21"},
     {"21", "21"},
     {"twenty-one", "二十一"},
     {"Twenty-one", "二十一"},
     {"twenty-first", "第二十一"}},
    {99,
     {"99", "99"},
     {"99", "99"},
     {"ninety-nine", "九十九"},
     {"Ninety-nine", "九十九"},
     {"ninety-ninth", "第九十九"}},
    {100,
     {"100", "100"},
     {"100", "100"},
     {"one hundred", "一百"},
     {"One hundred", "一百"},
     {"one hundredth", "第一百"}},
    {101,
     {"101", "101"},
     {"101", "101"},
     {"one hundred and one", "一百零一"},
     {"One hundred and one", "一百零一"},
     {"one hundred and first", "第一百零一"}},
    {1000,
     {"1,000", "1" NB "000"},
     {"1,000", "1" NB "000"},
     {"one thousand", "一千"},
     {"One thousand", "一千"},
     {"one thousandth", "第一千"}},
    {3829,
     {"3,829", "3" NB "829"},
     {"3,829", "3" NB "829"},
     {"three thousand eight hundred and twenty-nine", "三千八百二十九"},
     {"Three thousand eight hundred and twenty-nine", "三千八百二十九"},
     {"three thousand eight hundred and twenty-ninth", "第三千八百二十九"}},
    {1000000,
     {"1,000,000", "1" NB "000" NB "000"},
     {"1,000,000", "1" NB "000" NB "000"},
     {"one million", "一百万"},
     {"One million", "一百万"},
     {"one millionth", "第一百万"}},
    {-5,
     {"−5", "−5"},
     {"−5", "−5"},
     {"minus five", "负五"},
     {"Minus five", "负五"},
     {"minus fifth", "第负五"}},
    {-1234,
     {"−1,234", "−1" NB "234"},
     {"−1,234", "−1" NB "234"},
     {"minus one thousand two hundred and thirty-four", "负一千二百三十四"},
     {"Minus one thousand two hundred and thirty-four", "负一千二百三十四"},
     {"minus one thousand two hundred and thirty-fourth",
      "第负一千二百三十四"}},
};

static const char *
speak(const struct language *language, const struct spoken *spoken,
      const char *form, const char *const *arguments, size_t count)
{
	struct messages messages = {.out = stderr};
	char *words = language_speak(arena, &messages, language,
				     (struct place){"t.md", 1, 1}, spoken, form,
				     arguments, count);

	return words == NULL ? "fault" : words;
}

static void
numbers_take_every_form(void **state)
{
	const struct language *const languages[] = {english, chinese};

	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++)
		for (size_t k = 0; k < COUNT(languages); k++) {
			struct spoken spoken = {.number = numbers[i].number};
			const struct {
				const char *form;
				const char *wanted;
			} forms[] = {
			    {NULL, numbers[i].house[k]},
			    {"number", numbers[i].figures[k]},
			    {"words", numbers[i].words[k]},
			    {"sentence", numbers[i].sentence[k]},
			    {"ordinal", numbers[i].ordinal[k]},
			};

			for (size_t f = 0; f < COUNT(forms); f++)
				assert_string_equal(speak(languages[k], &spoken,
							  forms[f].form, NULL,
							  0),
						    forms[f].wanted);
		}
}

static void
counts_agree_with_their_number(void **state)
{
	static const char *const states[] = {"State", "States"};
	static const char *const guojia[] = {"个国家"};
	static const struct {
		long long number;
		const char *english;
		const char *chinese;
	} cases[] = {
	    {0, "zero States", "零个国家"},
	    {1, "one State", "一个国家"},
	    {2, "two States", "两个国家"},
	    {9, "nine States", "九个国家"},
	    {12, "12 States", "12个国家"},
	    {21, "21 States", "21个国家"},
	    {101, "101 States", "101个国家"},
	    {3829, "3,829 States", "3" NB "829个国家"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct spoken spoken = {.number = cases[i].number};

		assert_string_equal(speak(english, &spoken, "count", states, 2),
				    cases[i].english);
		assert_string_equal(speak(chinese, &spoken, "count", guojia, 1),
				    cases[i].chinese);
	}
}

static void
any_noun_agrees(void **state)
{
	static const struct {
		long long number;
		const char *nouns[2]; /* English */
		const char *noun[1];  /* Chinese, with its measure word */
		const char *english;
		const char *chinese;
	} cases[] = {
	    {101, {"article", "articles"}, {"条"}, "101 articles", "101条"},
	    {2, {"article", "articles"}, {"条"}, "two articles", "两条"},
	    {1, {"need", "needs"}, {"项需求"}, "one need", "一项需求"},
	    {10, {"need", "needs"}, {"项需求"}, "10 needs", "10项需求"},
	    {1000000,
	     {"need", "needs"},
	     {"项需求"},
	     "1,000,000 needs",
	     "1" NB "000" NB "000项需求"},
	    {100,
	     {"review", "reviews"},
	     {"次审议"},
	     "100 reviews",
	     "100次审议"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct spoken spoken = {.number = cases[i].number};

		assert_string_equal(
		    speak(english, &spoken, "count", cases[i].nouns, 2),
		    cases[i].english);
		assert_string_equal(
		    speak(chinese, &spoken, "count", cases[i].noun, 1),
		    cases[i].chinese);
	}
}

static int
open_languages(void **state)
{
	struct messages messages = {.out = stderr};
	struct xml_schema *schema = xml_schema_open(
	    &messages, "input/schema/language.xsd");

	(void)state;
	arena = arena_new();
	english = language_open(arena, &messages, schema,
				"templates/languages/en.xml");
	chinese = language_open(arena, &messages, schema,
				"templates/languages/zh.xml");
	xml_schema_close(schema);
	return english == NULL || chinese == NULL;
}

static int
close_languages(void **state)
{
	(void)state;
	language_close(english);
	language_close(chinese);
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_take_every_form),
	    cmocka_unit_test(counts_agree_with_their_number),
	    cmocka_unit_test(any_noun_agrees),
	};

	return cmocka_run_group_tests(tests, open_languages, close_languages);
}
