/* Numbers found in texts, and the expressions in which a number is none. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "language/language.h"
#include "language/sight.h"

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

/* What stands in a text, and how it is read: "23=23 one third=1/3". A number
 * has its value, an ordinal #, a share a stroke, a percentage % before it. */
static const struct {
	const char *text;
	const char *found;
} english_values[] = {
    {"none here", ""},
    {"", ""},
    {"0", "0=0"},
    {"23 States", "23=23"},
    {"3,829 needs", "3,829=3829"},
    {"1,000,000", "1,000,000=1000000"},
    {"12,34", "12=12 34=34"},
    {"1,2345", "1=1 2345=2345"},
    {"articles 7, 8", "7=7 8=8"},
    {"36.1", "36.1=361/10"},
    {"36.", "36=36"},
    {"36 per cent", "36 per cent=%36/100"},
    {"99.5%", "99.5%=%995/1000"},
    {"one hundred and five", "one hundred and five=105"},
    {"two thousand and twenty-three", "two thousand and twenty-three=2023"},
    {"twenty-three", "twenty-three=23"},
    {"Fifty-four", "Fifty-four=54"},
    {"five or six", "five=5 six=6"},
    {"five and six", "five=5 six=6"},
    {"two million", "two million=2000000"},
    {"one million two hundred and five thousand and six",
     "one million two hundred and five thousand and six=1205006"},
    {"a hundred", "hundred=100"},
    {"a dozen", "dozen=12"},
    {"first", "first=#1"},
    {"twenty-first", "twenty-first=#21"},
    {"one third", "one third=/1/3"},
    {"two-thirds", "two-thirds=/2/3"},
    {"a third", "third=#3"},
    {"three quarters", "three quarters=/3/4"},
    {"half", "half=/1/2"},
    {"someone", ""},
    {"often", ""},
    {"tendency", ""},
    {"network", ""},
    {"weight", ""},
    {"seventy", "seventy=70"},
    {"secondary", ""},
    {"halfway", ""},
    {"ones", ""},
    {"COVID-19", "19=19"},
    {"G20", "20=20"},
    {"99999999999999999999", "99999999999999999999=-1"},
    /* numbers whose value is not told */
    {"dozens of needs", "dozens=-1"},
    {"Hundreds of needs", "Hundreds=-1"},
    {"a hundred needs", "hundred=100"},
    {"two hundred", "two hundred=200"},
    {"twofold, twice", "twofold=-1 twice=-1"},
    {"½ of it, m², Ⅳ and ①②", "½=-1 ²=-1 Ⅳ=-1 ①②=-1"},
    /* digits of other scripts */
    {"٥٤ and ५४", "٥٤=54 ५४=54"},
    {"“no” – number… €", ""},
    {"\xef\xbc\x95\xef\xbc\x94", "\xef\xbc\x95\xef\xbc\x94=54"},
};

static const struct {
	const char *text;
	const char *found;
} chinese_values[] = {
    {"没有", ""},
    {"23个国家", "23=23"},
    {"两个", "两=2"},
    {"十", "十=10"},
    {"十二", "十二=12"},
    {"二十", "二十=20"},
    {"五十四", "五十四=54"},
    {"一百零五", "一百零五=105"},
    {"三千八百二十九", "三千八百二十九=3829"},
    {"一万", "一万=10000"},
    {"一亿二千万", "一亿二千万=120000000"},
    {"三万亿", "三万亿=3000000000000"},
    {"两千零一十", "两千零一十=2010"},
    {"二〇二三", "二〇二三=2023"},
    {"三分之一", "三分之一=/1/3"},
    {"五分之四", "五分之四=/4/5"},
    {"百分之六十五", "百分之六十五=%65/100"},
    {"百分之65", "百分之65=%65/100"},
    {"一半", "一半=/1/2"},
    {"半", "半=/1/2"},
    {"36%", "36%=%36/100"},
    {"36％", "36％=%36/100"},
    {"99.5%", "99.5%=%995/1000"},
    {"3" NB "829项", "3" NB "829=3829"},
    {"3 829项", "3 829=3829"},
    {"1" NB "000" NB "000", "1" NB "000" NB "000=1000000"},
    {"82 54", "82=82 54=54"},
    {"2023年9月15日", "2023=2023 9=9 15=15"},
    {"第三", "三=3"},
    {"十分", "十=10"},
    {"俩", "俩=2"},
    {"廿三", "廿三=23"},
    {"½、①、Ⅳ、²", "½=-1 ①=-1 Ⅳ=-1 ²=-1"},
    {"“无”、《无》……（无）", ""},
};

static void
values_print(const struct language *language, const char *text,
	     struct text *found)
{
	struct sighting sighting;
	size_t at = 0;

	for (; language_sight(language, text, at, &sighting);
	     at = sighting.at + sighting.length) {
		text_print(found, "%s%.*s=", found->length == 0 ? "" : " ",
			   (int)sighting.length, text + sighting.at);
		if (sighting.kind == SIGHTING_SHARE)
			text_print(found, "%s%lld/%lld",
				   sighting.is_percent		? "%"
				   : sighting.ratio.whole == 10 ? ""
								: "/",
				   sighting.ratio.part, sighting.ratio.whole);
		else
			text_print(found, "%s%lld",
				   sighting.kind == SIGHTING_ORDINAL ? "#" : "",
				   sighting.number);
	}
}

static void
value_check(const struct language *language, const char *text,
	    const char *wanted)
{
	struct text found = {0};

	values_print(language, text, &found);
	assert_string_equal(text_string(&found), wanted);
	text_free(&found);
}

static void
numbers_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(english_values); i++)
		value_check(english, english_values[i].text,
			    english_values[i].found);
	for (size_t i = 0; i < COUNT(chinese_values); i++)
		value_check(chinese, chinese_values[i].text,
			    chinese_values[i].found);
}

/* What is left unbound in a text, divided by '|'. */
struct context_row {
	const char *text;
	const char *left;
};

static const struct context_row english_contexts[] = {
    {"as stated in article 52", ""},
    {"Articles 14, 52 and 58 are considered", ""},
    {"article 52, paragraphs 5 and 6,", ""},
    {"articles 7, 8 and 11", ""},
    {"articles 101", ""},
    {"the 52 articles", "52"},
    {"article fifty", ""},
    {"an article 52nd", "52"},
    {"particle 52", "52"},
    {"paragraph 11 of the terms", ""},
    {"see para. 54.", ""},
    {"resolution 9/4, UNODC", ""},
    {"its resolution S-32/1", ""},
    {"resolutions 7/3 and 9/4", ""},
    {"resolution 9", "9"},
    {"9/4", "9|4"},
    {"15 September 2023", ""},
    {"in September 2021", ""},
    {"11–15 December 2023", ""},
    {"15 September", ""},
    {"September 202", "202"},
    {"from 2012 to 2017", ""},
    {"in 2023", ""},
    {"in 23", "23"},
    {"in 3023", "3023"},
    {"publication (2023)", ""},
    {"publication (23)", "23"},
    {"2023 States", "2023"},
    {"the first review cycle", ""},
    {"first and second cycles", ""},
    {"the eighth and ninth sessions", ""},
    {"the second phase", ""},
    {"ranks third", "third"},
    {"the first hub", "first"},
    {"one of the goals", ""},
    {"learn from one another", ""},
    {"one State", "one"},
    {"one of 54", "one|54"},
    {"two articles", "two"},
    {"one third of the States", "one third"},
    {"half of them", "half"},
    {"54 of 82", "54|82"},
    {"over 65 per cent", "65 per cent"},
    {"Group of 20", "20"},
    {"0 needs and 1,000,000 more", "0|1,000,000"},
    {"(art. 63, para. 1 and 4 (g))", ""},
    {"articles 15 to 25 and paras. 4–6", ""},
    {"paragraphs 4 to 6, 8 and 9 to 11", ""},
    {"articles 7, 8, and 11", ""},
    {"Treaty Series, vol. 2349, No. 42146, pp. 3–5", ""},
    {"2012–2017, the 1990s", ""},
    /* the last member of a list is its last */
    {"under articles 5 and 6, 14 States", "14"},
    {"under articles 5, 6 and 7, 14 States", "14"},
    {"paragraphs 1 to 2 and 4 to 6, 14 States", "14"},
    {"articles 5 to 6 to 7", "7"},
    {"article 5 and 14 States", "14"},
};

static const struct context_row chinese_contexts[] = {
    {"第五十二条第五款", ""},
    {"第五十四、第五十五和第五十七条", ""},
    {"第五和第六条", ""},
    {"第52条", ""},
    {"五十二条", "五十二"},
    {"第十二条第二款第(三)项", ""},
    {"第三章和第四章", ""},
    {"第4/1号决议", ""},
    {"第 9/4 号决议", ""},
    {"S-32/1号决议", ""},
    {"职权范围第11段", ""},
    {"图二", ""},
    {"第一周期", ""},
    {"第一和第二审议周期", ""},
    {"第八届和第九届会议", ""},
    {"第八和第九届会议", ""},
    {"位列第三", "三"},
    {"2023年9月15日", ""},
    {"2012年至2017年", ""},
    {"9月15日", ""},
    {"23年", "23"},
    {"进一步统一", ""},
    {"目标之一", ""},
    {"三分之一", "三分之一"},
    {"十分之一", "十分之一"},
    {"十分突出", ""},
    {"一致", ""},
    {"同一个国家", ""},
    {"一个国家", "一"},
    {"两个国家", "两"},
    {"七个", "七"},
    {"近65%", "65%"},
    {"一半以上", "一半"},
    {"3" NB "829项", "3" NB "829"},
    {"二十国集团", "二十"},
    {"82个国家中的54个", "82|54"},
    {"2015年6月1日至5日，维也纳", ""},
    {"2021年12月13日至17日", ""},
    {"2012-2017年", ""},
    {"二十世纪，20世纪90年代", ""},
    {"《条约汇编》，第2349卷，第42146号", ""},
    {"第五至第八条，第五条至第八条", ""},
    {"第五条、第六条和第七条以及第九条", ""},
    {"第五、第六和第七条、14个", "14"},
    {"第五条和第六条和9个国家", "9"},
};

static bool
is_covered(const struct language *language, const char *text,
	   const struct sighting *sighting)
{
	for (size_t at = 0; at <= sighting->at; at++)
		if (at + language_context(language, text, at) >=
		    sighting->at + sighting->length)
			return true;
	return false;
}

static void
context_check(const struct language *language, const struct context_row *row)
{
	struct text left = {0};
	struct sighting sighting;
	size_t at = 0;

	for (; language_sight(language, row->text, at, &sighting);
	     at = sighting.at + sighting.length)
		if (!is_covered(language, row->text, &sighting))
			text_print(&left, "%s%.*s", left.length == 0 ? "" : "|",
				   (int)sighting.length,
				   row->text + sighting.at);
	if (strcmp(text_string(&left), row->left) != 0)
		fail_msg("%s: left \"%s\", not \"%s\"", row->text,
			 text_string(&left), row->left);
	text_free(&left);
}

static void
contexts_bind(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(english_contexts); i++)
		context_check(english, &english_contexts[i]);
	for (size_t i = 0; i < COUNT(chinese_contexts); i++)
		context_check(chinese, &chinese_contexts[i]);
}

/* Words that are numbers in a context only: where, and which. */
static void
months_and_roman_numbers_are_named(void **state)
{
	static const struct {
		const char *text;
		const char *found;
	} rows[] = {
	    {"in May 2021 States may", "May=5"},
	    {"15 September 2023 and December 1999", "September=9 December=12"},
	    {"chapters II, III and XIV, chapter V", "II=2 III=3 XIV=14 V=5"},
	    {"Chapter VI and I", "VI=6"},
	    {"annex IX", "IX=9"},
	    {"CIVIL law, a V, IV", ""},
	    {"IV chapters", ""},
	    {"第五章", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text found = {0};
		struct sighting named;
		size_t at = 0;

		for (; language_named(english, rows[i].text, at, &named);
		     at = named.at + named.length)
			text_print(&found, "%s%.*s=%lld",
				   found.length == 0 ? "" : " ",
				   (int)named.length, rows[i].text + named.at,
				   named.number);
		assert_string_equal(text_string(&found), rows[i].found);
		text_free(&found);
	}
}

/* A numeral in an idiom is no number; the same in a fraction is one. */
static void
idioms_are_told(void **state)
{
	static const struct {
		const char *text;
		bool is_idiom;
	} rows[] = {{"十分突出", true},	 {"十分之一", false},
		    {"进一步", true},	 {"第一步", false},
		    {"千方百计", true},	 {"百姓", true},
		    {"一百个", false},	 {"之一", true},
		    {"三分之一", false}, {"第五条", false}};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sighting sighting;

		assert_true(
		    language_sight(chinese, rows[i].text, 0, &sighting));
		if (language_is_idiom(chinese, rows[i].text, &sighting) !=
		    rows[i].is_idiom)
			fail_msg("%s", rows[i].text);
	}
}

/* Every house form that the language prints is seen as the number it is. */
static void
own_forms_are_seen(void **state)
{
	const struct language *languages[] = {english, chinese};

	(void)state;
	for (size_t i = 0; i < COUNT(languages); i++)
		for (long long number = 0; number <= 4000; number++) {
			const char *const forms[] = {
			    language_count(arena, languages[i], number),
			    language_number(arena, languages[i], number),
			    language_words(arena, languages[i], number)};

			for (size_t k = 0; k < COUNT(forms); k++) {
				struct sighting sighting;

				assert_true(language_sight(
				    languages[i], forms[k], 0, &sighting));
				if (sighting.number != number ||
				    sighting.length != strlen(forms[k]))
					fail_msg("%s is seen as %lld", forms[k],
						 sighting.number);
			}
		}
}

static int
profiles_open(void **state)
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
profiles_close(void **state)
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
	    cmocka_unit_test(numbers_are_read),
	    cmocka_unit_test(contexts_bind),
	    cmocka_unit_test(months_and_roman_numbers_are_named),
	    cmocka_unit_test(idioms_are_told),
	    cmocka_unit_test(own_forms_are_seen),
	};

	return cmocka_run_group_tests(tests, profiles_open, profiles_close);
}
