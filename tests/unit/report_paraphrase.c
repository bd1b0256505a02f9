/* Each part of a formula has its words in both languages. */
/* SPDX-License-Identifier: MIT */
#include "measure_small.h"
#include "report/paraphrase.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena *arena;
static struct edition editions[2];

/* A formula, in English, in Chinese; the small dataset's codes are its names.
 */
static const struct {
	const char *formula;
	const char *words[2];
} rows[] = {
    {"7", {"7", "7"}},
    {"2023-09-15", {"15 September 2023", "2023年9月15日"}},
    {"count(need)", {"number of needs", "需求数目"}},
    {"states(challenge)",
     {"number of States with challenges", "有挑战的国家数目"}},
    {"states()", {"number of States", "国家数目"}},
    {"reviews(as_of=2021-09-15)",
     {"number of completed reviews (reviews completed by 15 September 2021)",
      "已完成的审议数目（截至2021年9月15日完成的审议）"}},
    {"other + 1", {"“A name” plus 1", "“other”加1"}},
    {"2 * (other - 1)", {"2 times (“A name” minus 1)", "2乘以（“other”减1）"}},
    {"share(other, count(practice))",
     {"“A name” as a share of number of good practices",
      "“other”占良好做法数目的比例"}},
    {"other / 4", {"“A name” divided by 4", "“other”除以4"}},
    {"min(other, 2, 3)",
     {"the least of: “A name”, 2 and 3", "以下各项中的最小值：“other”、2和3"}},
    {"sum(count(need) by state)",
     {"the sum of: number of needs, for each State",
      "以下各项之和：需求数目，按国家列示"}},
    {"top(2, count(need) by region)",
     {"the first 2 by value, greatest first, of: number of needs, for each "
      "regional group",
      "以下各项按数值从大到小的前2位：需求数目，按区域组列示"}},
    {"count(need, provision=7(4)) by provision",
     {"number of needs (article 7, paragraph 4), for each article and "
      "paragraph",
      "需求数目（第七条第四款），按条和款列示"}},
    {"count(need, provision in {7(4), 52(5), 52(6), 7(4)})",
     {"number of needs (article 7, paragraph 4, and article 52, paragraphs 5 "
      "and 6)",
      "需求数目（第七条第四款以及第五十二条第五款和第六款）"}},
    /* a key is called what it is */
    {"rank(count(need) by provision, 7(4))",
     {"the place of article 7, paragraph 4 by value in: number of needs, for "
      "each article and paragraph",
      "第七条第四款按数值在以下各项中的位次：需求数目，按条和款列示"}},
    {"rank(count(need) by article, 52)",
     {"the place of article 52 by value in: number of needs, for each article",
      "第五十二条按数值在以下各项中的位次：需求数目，按条款列示"}},
    {"rank(share(count(need) by region, other), asia)",
     {"the place of asia by value in: (number of needs, for each regional "
      "group as a share of “A name”)",
      "asia按数值在以下各项中的位次：（需求数目，按区域组列示占“other”的比例"
      "）"}},
    {"rank(count(need) by article, none)",
     {"the place of none by value in: number of needs, for each article",
      "none按数值在以下各项中的位次：需求数目，按条款列示"}},
    {"rank(count(need) by provision, 0(4))",
     {"the place of 0(4) by value in: number of needs, for each article and "
      "paragraph",
      "0(4)按数值在以下各项中的位次：需求数目，按条和款列示"}},
    {"rank(other, 3)",
     {"the place of 3 by value in: “A name”",
      "3按数值在以下各项中的位次：“other”"}},
};

static const struct {
	const char *formula;
	const char *words[2];
} claims[] = {
    {"other > 2", {"“A name” is greater than 2", "“other”大于2"}},
    {"other <= 2 and other != 1",
     {"“A name” is at most 2; and “A name” is not 1",
      "“other”不大于2；并且“other”不等于1"}},
    {"other = 2 or other >= 65",
     {"“A name” is 2; or “A name” is at least 65",
      "“other”等于2；或者“other”不小于65"}},
    {"[5, 52] = top(2, by-article) and leads(by-article, 5)",
     {"articles 5 and 52 is the first 2 by value, greatest first, of: “A "
      "name”; and article 5 leads in: “A name”",
      "第五条和第五十二条等于以下各项按数值从大到小的前2位：“by-article”；并且"
      "第五条居于以下各项之首：“by-article”"}},
    {"top(2, count(need) by provision) = [52(5), 52(6)]",
     {"the first 2 by value, greatest first, of: number of needs, for each "
      "article and paragraph is article 52, paragraphs 5 and 6",
      "以下各项按数值从大到小的前2位：需求数目，按条和款列示等于第五十二条第五"
      "款和第六款"}},
};

static struct measures
measures_make(const struct small *small)
{
	static const char *const others[] = {
	    "other = count(need, cycle=1)",
	    "by-article = count(need) by article"};
	struct measures measures;

	struct messages messages = {.out = stderr};

	assert_true(small_compute(arena, &messages, &measures, &small->dataset,
				  others, COUNT(others)));
	return measures;
}

static void
formulas_have_their_words(void **state)
{
	struct small small;
	struct measures measures;

	(void)state;
	small_make(&small);
	measures = measures_make(&small);
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t k = 0; k < 2; k++) {
			struct measure measure = {.id = "m",
						  .formula = rows[i].formula};

			assert_string_equal(
			    measure_paraphrase(arena, &editions[k], &measures,
					       &measure),
			    rows[i].words[k]);
		}
}

static void
claims_have_their_words(void **state)
{
	struct small small;
	struct measures measures;

	(void)state;
	small_make(&small);
	measures = measures_make(&small);
	for (size_t i = 0; i < COUNT(claims); i++)
		for (size_t k = 0; k < 2; k++) {
			struct claim claim = {.id = "c",
					      .formula = claims[i].formula};

			assert_string_equal(claim_paraphrase(arena,
							     &editions[k],
							     &measures, &claim),
					    claims[i].words[k]);
		}
}

/* A filter has its phrase, and the keys their names or codes. */
static void
filters_have_their_words(void **state)
{
	static const struct measure measure = {
	    .id = "m",
	    .formula = "count(need, cycle=2, after=2020-01-01) by article"};
	struct small small;
	struct measures measures;

	(void)state;
	small_make(&small);
	measures = measures_make(&small);
	assert_string_equal(
	    measure_paraphrase(arena, &editions[0], &measures, &measure),
	    "number of needs (2; reviews completed after 1 January 2020), for "
	    "each article");
	assert_string_equal(
	    measure_paraphrase(arena, &editions[1], &measures, &measure),
	    "需求数目（2；2020年1月1日之后完成的审议），按条款列示");
}

static int
open_languages(void **state)
{
	static const char *const paths[] = {"templates/languages/en.xml",
					    "templates/languages/zh.xml"};
	struct messages messages = {.out = stderr};

	(void)state;
	arena = arena_new();
	for (size_t i = 0; i < 2; i++) {
		editions[i].language = language_open(arena, &messages, NULL,
						     paths[i]);
		if (editions[i].language == NULL)
			return 1;
		editions[i].code = language_code(editions[i].language);
	}
	return 0;
}

static int
close_languages(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2; i++)
		language_close(editions[i].language);
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(formulas_have_their_words),
	    cmocka_unit_test(claims_have_their_words),
	    cmocka_unit_test(filters_have_their_words),
	};

	return cmocka_run_group_tests(tests, open_languages, close_languages);
}
