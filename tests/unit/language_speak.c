/* What templates make of values: shares, days and lists in both languages. */
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

static const char *
speak(const struct language *language, const struct spoken *spoken,
      const char *form, const char *const *arguments, size_t count)
{
	struct messages messages = {0};
	char *words = language_speak(arena, &messages, language,
				     (struct place){"t.md", 1, 1}, spoken, form,
				     arguments, count);

	return words == NULL ? "fault" : words;
}

static const struct {
	long long part, whole;
	const char *form;
	const char *argument; /* or NULL */
	const char *english;
	const char *chinese;
} shares[] = {
    {9, 25, NULL, NULL, "36 per cent", "36%"},
    {0, 7, NULL, NULL, "0 per cent", "0%"},
    {7, 7, NULL, NULL, "100 per cent", "100%"},
    {1, 200, NULL, NULL, "1 per cent", "1%"},
    {1, 201, NULL, NULL, "0 per cent", "0%"},
    {13, 36, "percent", "1", "36.1 per cent", "36.1%"},
    {1, 3, "percent", "3", "33.333 per cent", "33.333%"},
    {1, 100, "percent", "2", "1.00 per cent", "1.00%"},
    {50, 1, "percent", NULL, "5,000 per cent", "5" NB "000%"},
    {120, 175, "hedge", NULL, "nearly 69 per cent", "近69%"},
    {1, 2, "hedge", NULL, "50 per cent", "50%"},
    {11, 82, "hedge", NULL, "over 13 per cent", "13%以上"},
    {9, 82, "hedge", NULL, "nearly 11 per cent", "近11%"},
    {1, 200, "hedge", NULL, "nearly 1 per cent", "近1%"},
    {1, 201, "hedge", NULL, "less than 1 per cent", "不到1%"},
    {0, 9, "hedge", NULL, "0 per cent", "0%"},
    {199, 200, "hedge", NULL, "nearly 100 per cent", "近100%"},
    {54, 82, "hedge", "5", "over 65 per cent", "超过65%"},
    {337, 527, "hedge", "5", "nearly 65 per cent", "近65%"},
    {65, 100, "hedge", "5", "65 per cent", "65%"},
    {1, 82, "hedge", "5", "less than 5 per cent", "不到5%"},
    {675, 1000, "hedge", "5", "nearly 70 per cent", "近70%"},
    {36, 527, "under", NULL, "less than 7 per cent", "不到7%"},
    {7, 100, "under", NULL, "less than 8 per cent", "不到8%"},
    {36, 527, "under", "5", "less than 10 per cent", "不到10%"},
    {0, 5, "under", NULL, "less than 1 per cent", "不到1%"},
    /* nothing over all of it, nor over none */
    {7, 7, "under", NULL, "100 per cent", "100%"},
    {99, 100, "under", "30", "less than 100 per cent", "不到100%"},
    {3, 2, "under", NULL, "less than 151 per cent", "不到151%"},
    {7, 7, "hedge", "40", "100 per cent", "100%"},
    {99, 100, "hedge", "34", "over 68 per cent", "超过68%"},
    {3, 2, "hedge", "40", "nearly 160 per cent", "近160%"},
    {1, 30, "over", "5", "less than 5 per cent", "不到5%"},
    {1, 20, "over", "5", "less than 10 per cent", "不到10%"},
    {54, 82, "over", NULL, "over 65 per cent", "超过65%"},
    {54, 82, "over", "5", "over 65 per cent", "超过65%"},
    {65, 100, "over", "5", "over 60 per cent", "超过60%"},
    {0, 5, "over", NULL, "0 per cent", "0%"},
    {1, 3, "fraction", NULL, "one third", "三分之一"},
    {259, 527, "fraction", NULL, "almost half", "近一半"},
    {28, 54, "fraction", NULL, "more than half", "一半以上"},
    {27, 54, "fraction", NULL, "half", "一半"},
    {106, 527, "fraction", NULL, "about one fifth", "约五分之一"},
    {3, 4, "fraction", NULL, "three quarters", "四分之三"},
    {66, 100, "fraction", NULL, "about two thirds", "约三分之二"},
    {475, 1000, "fraction", NULL, "almost half", "近一半"},
    {4749, 10000, "fraction", NULL, "over 45 per cent", "超过45%"},
    {225, 1000, "fraction", NULL, "about one quarter", "约四分之一"},
    {9, 10, "fraction", NULL, "90 per cent", "90%"},
    {1, 100, "fraction", NULL, "less than 5 per cent", "不到5%"},
    {9, 10, "majority", NULL, "the vast majority", "绝大多数"},
    {149, 149, "majority", NULL, "the vast majority", "绝大多数"},
    {899, 1000, "majority", NULL, "a large majority", "大多数"},
    {3, 4, "majority", NULL, "a large majority", "大多数"},
    {749, 1000, "majority", NULL, "more than half", "一半以上"},
    {501, 1000, "majority", NULL, "more than half", "一半以上"},
    {2, 82, "part", NULL, "two", "两"},
    {54, 82, "part", NULL, "54", "54"},
};

static void
shares_take_every_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(shares); i++) {
		struct spoken spoken = {
		    .kind = SPOKEN_RATIO,
		    .ratio = {shares[i].part, shares[i].whole}};
		const char *const *argument = &shares[i].argument;
		size_t count = shares[i].argument == NULL ? 0 : 1;

		assert_string_equal(
		    speak(english, &spoken, shares[i].form, argument, count),
		    shares[i].english);
		assert_string_equal(
		    speak(chinese, &spoken, shares[i].form, argument, count),
		    shares[i].chinese);
	}
}

static void
days_take_every_form(void **state)
{
	static const struct {
		int32_t day;
		const char *form;
		const char *english;
		const char *chinese;
	} cases[] = {
	    {20230915, NULL, "15 September 2023", "2023年9月15日"},
	    {20240229, NULL, "29 February 2024", "2024年2月29日"},
	    {20000301, NULL, "1 March 2000", "2000年3月1日"},
	    {19000228, NULL, "28 February 1900", "1900年2月28日"},
	    {20231231, NULL, "31 December 2023", "2023年12月31日"},
	    {20240101, NULL, "1 January 2024", "2024年1月1日"},
	    {20230915, "year", "2023", "2023年"},
	    {20230915, "month", "September 2023", "2023年9月"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct spoken spoken = {.kind = SPOKEN_DAY,
					.day = cases[i].day};

		assert_string_equal(
		    speak(english, &spoken, cases[i].form, NULL, 0),
		    cases[i].english);
		assert_string_equal(
		    speak(chinese, &spoken, cases[i].form, NULL, 0),
		    cases[i].chinese);
	}
}

static void
articles_and_terms_are_joined(void **state)
{
	static const int articles[] = {51, 54, 101};
	static const char *const terms[] = {"a", "b", "c"};
	static const char *const joined[][2] = {{"", ""},
						{"a", "a"},
						{"a and b", "a和b"},
						{"a, b and c", "a、b和c"}};
	static const char *const numbered[][2] = {
	    {"", ""},
	    {"article 51", "第五十一条"},
	    {"articles 51 and 54", "第五十一条和第五十四条"},
	    {"articles 51, 54 and 101",
	     "第五十一条、第五十四条和第一百零一条"}};
	struct spoken number = {.number = 5};

	(void)state;
	for (size_t count = 1; count <= 3; count++) {
		struct spoken list = {
		    .kind = SPOKEN_TERMS, .terms = terms, .count = count};
		struct spoken of = {.kind = SPOKEN_ARTICLES,
				    .articles = articles,
				    .count = count};

		assert_string_equal(speak(english, &list, NULL, NULL, 0),
				    joined[count][0]);
		assert_string_equal(speak(chinese, &list, NULL, NULL, 0),
				    joined[count][1]);
		assert_string_equal(speak(english, &of, NULL, NULL, 0),
				    numbered[count][0]);
		assert_string_equal(speak(chinese, &of, "articles", NULL, 0),
				    numbered[count][1]);
	}
	assert_string_equal(speak(english, &number, "articles", NULL, 0),
			    "article 5");
	assert_string_equal(speak(chinese, &number, "articles", NULL, 0),
			    "第五条");
}

/* Paragraphs of articles; those of an article that stand side by side stand
 * behind it together. */
static const struct {
	size_t count;
	int articles[4];
	int paragraphs[4];
	const char *english;
	const char *chinese;
} provisions[] = {
    {0, {0}, {0}, "", ""},
    {1, {52}, {5}, "article 52, paragraph 5", "第五十二条第五款"},
    {1, {1}, {1}, "article 1, paragraph 1", "第一条第一款"},
    {1, {2}, {2}, "article 2, paragraph 2", "第二条第二款"},
    {1, {10}, {10}, "article 10, paragraph 10", "第十条第十款"},
    {1,
     {101},
     {255},
     "article 101, paragraph 255",
     "第一百零一条第二百五十五款"},
    {2,
     {52, 52},
     {5, 6},
     "article 52, paragraphs 5 and 6",
     "第五十二条第五款和第六款"},
    {3,
     {12, 12, 12},
     {1, 2, 4},
     "article 12, paragraphs 1, 2 and 4",
     "第十二条第一款、第二款和第四款"},
    {2,
     {7, 8},
     {4, 5},
     "article 7, paragraph 4, and article 8, paragraph 5",
     "第七条第四款和第八条第五款"},
    {3,
     {7, 8, 52},
     {4, 5, 5},
     "article 7, paragraph 4, article 8, paragraph 5, and article 52, "
     "paragraph 5",
     "第七条第四款、第八条第五款和第五十二条第五款"},
    {4,
     {7, 8, 52, 52},
     {4, 5, 5, 6},
     "article 7, paragraph 4, article 8, paragraph 5, and article 52, "
     "paragraphs 5 and 6",
     "第七条第四款、第八条第五款以及第五十二条第五款和第六款"},
    {3,
     {52, 52, 7},
     {6, 5, 4},
     "article 52, paragraphs 6 and 5, and article 7, paragraph 4",
     "第五十二条第六款和第五款以及第七条第四款"},
    /* in the order of a list, which is not that of the articles */
    {3,
     {52, 7, 52},
     {5, 4, 6},
     "article 52, paragraph 5, article 7, paragraph 4, and article 52, "
     "paragraph 6",
     "第五十二条第五款、第七条第四款和第五十二条第六款"},
};

static void
provisions_are_joined(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(provisions); i++) {
		struct spoken spoken = {.kind = SPOKEN_PROVISIONS,
					.articles = provisions[i].articles,
					.paragraphs = provisions[i].paragraphs,
					.count = provisions[i].count};

		assert_string_equal(speak(english, &spoken, NULL, NULL, 0),
				    provisions[i].english);
		assert_string_equal(
		    speak(chinese, &spoken, "provisions", NULL, 0),
		    provisions[i].chinese);
		assert_string_equal(
		    speak(english, &spoken, "articles", NULL, 0), "fault");
	}
}

/* Ends of ranges; of shares in thousandths. */
static const struct {
	enum spoken_kind kind;
	long long from, to;
	const char *argument; /* behind the measure's name, or NULL */
	const char *english;
	const char *chinese;
} ranges[] = {
    {SPOKEN_NUMBER, 5, 9, NULL, "5–9", "5至9"},
    {SPOKEN_NUMBER, 0, 1, NULL, "0–1", "0至1"},
    {SPOKEN_NUMBER, 2, 12, NULL, "2–12", "2至12"},
    {SPOKEN_NUMBER, 9, 1038, NULL, "9–1,038", "9至1" NB "038"},
    {SPOKEN_NUMBER, 2, 2, NULL, "two", "两"},
    {SPOKEN_NUMBER, 23, 23, NULL, "23", "23"},
    {SPOKEN_NUMBER, 101, 1000000, NULL, "101–1,000,000",
     "101至1" NB "000" NB "000"},
    {SPOKEN_NUMBER, 9, 5, NULL, "fault", "fault"},
    {SPOKEN_RATIO, 181, 220, NULL, "between 18 and 22 per cent", "18%至22%"},
    {SPOKEN_RATIO, 0, 995, NULL, "between 0 and 100 per cent", "0%至100%"},
    {SPOKEN_RATIO, 0, 995, "1", "between 0.0 and 99.5 per cent", "0.0%至99.5%"},
    {SPOKEN_RATIO, 81, 84, NULL, "8 per cent", "8%"},
    {SPOKEN_RATIO, 81, 84, "1", "between 8.1 and 8.4 per cent", "8.1%至8.4%"},
    {SPOKEN_RATIO, 84, 81, NULL, "fault", "fault"},
    {SPOKEN_RATIO, 81, 84, "9", "fault", "fault"},
    {SPOKEN_DAY, 20210915, 20230915, NULL,
     "15 September 2021 to 15 September 2023", "2021年9月15日至2023年9月15日"},
    {SPOKEN_DAY, 20230915, 20230915, NULL, "15 September 2023",
     "2023年9月15日"},
    {SPOKEN_DAY, 20230915, 20210915, NULL, "fault", "fault"},
};

static struct spoken
end_make(enum spoken_kind kind, long long value)
{
	return (struct spoken){.kind = kind,
			       .number = value,
			       .ratio = {value, 1000},
			       .day = (int32_t)value};
}

static void
ranges_have_two_ends(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(ranges); i++) {
		struct spoken end = end_make(ranges[i].kind, ranges[i].to);
		struct spoken spoken = end_make(ranges[i].kind, ranges[i].from);
		const char *arguments[] = {"other", ranges[i].argument};
		size_t count = ranges[i].argument == NULL ? 1 : 2;

		spoken.upto = &end;
		assert_string_equal(
		    speak(english, &spoken, "range", arguments, count),
		    ranges[i].english);
		assert_string_equal(
		    speak(chinese, &spoken, "range", arguments, count),
		    ranges[i].chinese);
	}
}

/* A number and the highest of its series. */
static const struct {
	long long number, highest;
	const char *english[2]; /* alone, with what it counts */
	const char *chinese[2];
} series[] = {
    {9, 14, {"9", "9 States"}, {"9", "9个国家"}},
    {14, 14, {"14", "14 States"}, {"14", "14个国家"}},
    {2, 14, {"2", "2 States"}, {"2", "2个国家"}},
    {1, 14, {"1", "1 State"}, {"1", "1个国家"}},
    {0, 10, {"0", "0 States"}, {"0", "0个国家"}},
    {9, 9, {"nine", "nine States"}, {"九", "九个国家"}},
    {2, 9, {"two", "two States"}, {"两", "两个国家"}},
    {1, 9, {"one", "one State"}, {"一", "一个国家"}},
    {0, 0, {"zero", "zero States"}, {"零", "零个国家"}},
    {3, 1000000, {"3", "3 States"}, {"3", "3个国家"}},
};

static void
series_follow_the_highest(void **state)
{
	static const char *const states[] = {"1", "State", "States"};
	static const char *const guojia[] = {"1", "个国家"};

	(void)state;
	for (size_t i = 0; i < COUNT(series); i++) {
		struct spoken spoken = {.number = series[i].number,
					.highest = series[i].highest};

		assert_string_equal(speak(english, &spoken, "series", NULL, 0),
				    series[i].english[0]);
		assert_string_equal(speak(chinese, &spoken, "series", NULL, 0),
				    series[i].chinese[0]);
		/* The series may be told by its number. */
		for (size_t k = 0; k < 2; k++) {
			assert_string_equal(speak(english, &spoken, "series",
						  states + k, 3 - k),
					    series[i].english[1]);
			assert_string_equal(speak(chinese, &spoken, "series",
						  guojia + k, 2 - k),
					    series[i].chinese[1]);
		}
	}
}

/* What a sentence begins with. */
static const struct {
	enum spoken_kind kind;
	long long value; /* of shares in thousandths */
	bool is_counted;
	const char *english;
	const char *chinese;
} openings[] = {
    {SPOKEN_NUMBER, 1, true, "One State", "一个国家"},
    {SPOKEN_NUMBER, 2, true, "Two States", "两个国家"},
    {SPOKEN_NUMBER, 10, true, "Ten States", "十个国家"},
    {SPOKEN_NUMBER, 54, true, "Fifty-four States", "五十四个国家"},
    {SPOKEN_NUMBER, 101, true, "One hundred and one States", "一百零一个国家"},
    {SPOKEN_NUMBER, 1000000, true, "One million States", "一百万个国家"},
    {SPOKEN_NUMBER, 54, false, "Fifty-four", "五十四"},
    {SPOKEN_RATIO, 659, false, "Sixty-six per cent", "百分之六十六"},
    {SPOKEN_RATIO, 0, false, "Zero per cent", "百分之零"},
    {SPOKEN_RATIO, 995, false, "One hundred per cent", "百分之一百"},
};

static void
sentences_begin_with_words(void **state)
{
	static const char *const states[] = {"State", "States"};
	static const char *const guojia[] = {"个国家"};

	(void)state;
	for (size_t i = 0; i < COUNT(openings); i++) {
		struct spoken spoken = end_make(openings[i].kind,
						openings[i].value);
		size_t count = openings[i].is_counted ? 1 : 0;

		assert_string_equal(
		    speak(english, &spoken, "sentence", states, 2 * count),
		    openings[i].english);
		assert_string_equal(
		    speak(chinese, &spoken, "sentence", guojia, count),
		    openings[i].chinese);
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
	    cmocka_unit_test(shares_take_every_form),
	    cmocka_unit_test(days_take_every_form),
	    cmocka_unit_test(articles_and_terms_are_joined),
	    cmocka_unit_test(provisions_are_joined),
	    cmocka_unit_test(ranges_have_two_ends),
	    cmocka_unit_test(series_follow_the_highest),
	    cmocka_unit_test(sentences_begin_with_words),
	};

	return cmocka_run_group_tests(tests, open_languages, close_languages);
}
