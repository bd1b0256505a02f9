/* Formulas: what each gives, or how its fault is put. */
/* SPDX-License-Identifier: MIT */
#include "measure_small.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Compute `formula` as the measure x beside three that it may refer to. */
static char *
result_of(struct arena *arena, const char *formula)
{
	const char *formulas[] = {
	    "needs = count(need, cycle=2)",
	    "by-article = count(need, cycle=2) by article",
	    "cutoff = 2023-09-15",
	    arena_print(arena, "x = %s", formula),
	};
	struct measures measures;
	struct record record;
	struct small small;
	struct text text = {0};
	char *result;

	small_make(&small);
	record_open(&record);
	if (small_compute(arena, &record.messages, &measures, &small.dataset,
			  formulas, COUNT(formulas)))
		value_add(&text, &small.dataset, &measures.items[3].value,
			  false);
	else
		text_add(&text, record_words(&record));
	result = arena_copy(arena, text_string(&text));
	text_free(&text);
	record_close(&record);
	return result;
}

static void
formulas_give_values(void **state)
{
	static const char *const rows[][2] = {
	    /* literals and arithmetic */
	    {"7", "7"},
	    {"2023-02-28", "2023-02-28"},
	    {"1 + 2 * 3", "7"},
	    {"(1 + 2) * 3", "9"},
	    {"10 - 2 - 3", "5"},
	    {"2 -5", "-3"},
	    {" ( 1+1 ) ", "2"},
	    {"54 / 82", "54/82"},
	    {"189 / 70", "189/70"},
	    {"0 / 5", "0/5"},
	    {"needs", "10"},
	    {"needs - 2 * needs", "-10"},
	    {"cutoff", "2023-09-15"},
	    {"9223372036854775807", "9223372036854775807"},
	    /* counts */
	    {"count(need)", "15"},
	    {"count(challenge)", "5"},
	    {"count(practice)", "1"},
	    {"count(need, cycle=1)", "5"},
	    {"count(cycle = 1 , need)", "5"},
	    {"count(need, cycle in {1, 2})", "15"},
	    {"count(need, chapter=II)", "6"},
	    {"count(need, cycle=2, chapter in {II,V})", "10"},
	    {"count(need, article=5)", "3"},
	    {"count(need, article in {5, 6, 51})", "5"},
	    {"count(challenge, provision=7(4))", "2"},
	    {"count(challenge, provision in {7(4), 7(5), 52(5)})", "4"},
	    {"count(challenge, provision in {7 ( 4 ) })", "2"},
	    {"count(need, provision=5(3))", "0"},
	    {"count(need, category=training)", "8"},
	    {"count(need, category=training, cycle=2)", "6"},
	    {"count(need, cycle=1, category in {laws, training})", "4"},
	    {"count(need, topic=technology)", "3"},
	    {"count(need, topic in {technology, funding})", "4"},
	    {"count(need, region=europe)", "4"},
	    {"count(need, region in {africa, asia})", "11"},
	    {"count(need, state=S001)", "7"},
	    {"count(need, region=africa, state=S001, cycle=2)", "4"},
	    {"count(need, as_of=2018-01-14)", "4"},
	    {"count(need, as_of=2018-01-15)", "5"},
	    {"count(need, after=2021-09-15)", "4"},
	    {"count(need, after=2021-09-14, as_of=2021-09-15)", "2"},
	    /* States and reviews */
	    {"states(need)", "4"},
	    {"states(need, cycle=2)", "3"},
	    {"states(need, cycle=2, article=5)", "2"},
	    {"states(challenge, article=23)", "1"},
	    {"states()", "5"},
	    {"states(region=europe)", "2"},
	    {"states(region in {africa, asia})", "3"},
	    {"states(state in {S001, S005})", "2"},
	    {"reviews()", "7"},
	    {"reviews(cycle=2)", "4"},
	    {"reviews(cycle=2, region=africa)", "2"},
	    {"reviews(cycle=2, after=2021-09-15)", "1"},
	    {"reviews(as_of=2015-06-30)", "2"},
	    /* series */
	    {"count(need, cycle=2) by article", "5:3 6:1 7:1 51:1 52:2"},
	    {"count(need, cycle=2, chapter=II) by article", "5:3 6:1 7:1"},
	    {"count(need) by article", "5:3 6:1 7:1 15:2 23:1 46:2 51:1 52:2"},
	    {"count(practice, cycle=2, article in {52, 6, 5}) by article",
	     "5:1 6:0 52:0"},
	    {"count(challenge, provision in {7(4), 52(5)}) by article",
	     "7:2 52:1"},
	    {"count(need, cycle=2) by chapter", "II:6 V:4"},
	    {"count(need) by chapter", "II:6 III:3 IV:2 V:4"},
	    {"count(need, article in {5, 52}) by chapter", "II:3 V:2"},
	    {"count(need, cycle=2) by category", "training:6 institutions:4"},
	    {"count(need, cycle=1) by category", "laws:2 training:2"},
	    {"count(need, cycle=2, category=training) by category",
	     "training:6"},
	    {"count(need, cycle=2) by topic",
	     "technology:2 funding:2 gender:0"},
	    {"count(need, cycle=2, topic=gender) by topic", "gender:0"},
	    {"count(need, cycle=2) by region", "africa:4 asia:2 europe:4"},
	    {"count(need, state=S003) by region", "asia:3"},
	    {"count(need, cycle=2) by state", "S001:4 S002:0 S003:2 S004:4"},
	    {"count(need) by cycle", "1:5 2:10"},
	    {"count(need, chapter=V) by cycle", "2:4"},
	    /* provisions that any entry names, whatever its kind and day */
	    {"count(need) by provision",
	     "5(1):1 5(4):1 7(4):0 7(5):0 15(1):1 15(2):1 52(5):1 52(6):1"},
	    {"count(need, cycle=2) by provision",
	     "5(1):1 5(4):1 7(4):0 7(5):0 52(5):1 52(6):1"},
	    {"count(need, cycle=2, as_of=2000-01-01) by provision",
	     "5(1):0 5(4):0 7(4):0 7(5):0 52(5):0 52(6):0"},
	    {"count(need, region=europe, chapter=V) by provision",
	     "52(5):1 52(6):1"},
	    {"count(challenge, cycle=2, article in {52, 7}) by provision",
	     "7(4):2 7(5):1 52(5):1 52(6):0"},
	    {"count(need, article=51) by provision", ""},
	    {"count(need, provision in {52(5), 7(9), 5(1), 52(5)}) by "
	     "provision",
	     "5(1):1 7(9):0 52(5):1"},
	    {"states(challenge, chapter=II) by provision",
	     "5(1):0 5(4):0 7(4):2 7(5):1"},
	    {"share(count(challenge, article=7) by provision, 4)",
	     "7(4):2/4 7(5):1/4"},
	    {"top(2, count(challenge) by provision)", "7(4) 7(5)"},
	    {"rank(count(challenge) by provision, 52(5))", "2"},
	    {"rank(count(challenge) by provision, 52 ( 5 ))", "2"},
	    /* tables */
	    {"count(need, cycle=2, article=52) by provision, category",
	     "52(5)/training:0 52(5)/institutions:1 52(6)/training:1 "
	     "52(6)/institutions:0"},
	    {"states(challenge, article=7) by region, provision",
	     "africa/7(4):1 africa/7(5):0 asia/7(4):1 asia/7(5):1 "
	     "europe/7(4):0 europe/7(5):0"},
	    {"count(need, cycle=2, chapter=II) by article, category",
	     "5/training:2 5/institutions:1 6/training:1 6/institutions:0 "
	     "7/training:1 7/institutions:0"},
	    {"states(need, cycle=2, article in {5, 6}) by article, region",
	     "5/africa:1 5/asia:1 5/europe:0 6/africa:1 6/asia:0 6/europe:0"},
	    {"states(need) by cycle , topic",
	     "1/technology:1 1/funding:0 1/gender:0 2/technology:2 "
	     "2/funding:2 2/gender:0"},
	    {"reviews(after=2018-01-01) by year, cycle",
	     "2018/1:1 2018/2:0 2019/1:0 2019/2:1 2020/1:0 2020/2:1 2021/1:0 "
	     "2021/2:2"},
	    {"states(region=africa) by region, state",
	     "africa/S001:1 africa/S002:1"},
	    {"count(need, as_of=2000-01-01) by year, region", ""},
	    {"share(count(need, cycle=2) by region, chapter, needs)",
	     "africa/II:3/10 africa/V:1/10 asia/II:1/10 asia/V:1/10 "
	     "europe/II:2/10 europe/V:2/10"},
	    {"share(count(practice) by region, chapter, "
	     "count(need) by region, chapter)",
	     "africa/II:1/3 africa/III:0/3 africa/IV:0/1 africa/V:0/1 "
	     "asia/II:0/1 asia/III:0/0 asia/IV:0/1 asia/V:0/1 "
	     "europe/II:0/2 europe/III:0/0 europe/IV:0/0 europe/V:0/2"},
	    {"sum(count(need) by region, chapter)", "15"},
	    {"max(count(need) by region, chapter)", "3"},
	    {"min(share(count(need, cycle=2) by region, chapter, needs))",
	     "1/10"},
	    {"count(need) by year",
	     "2013:3 2014:0 2015:1 2016:0 2017:0 2018:1 2019:4 2020:0 2021:6"},
	    {"count(need, as_of=2000-01-01) by year", ""},
	    {"states(need, cycle=2) by article", "5:2 6:1 7:1 51:1 52:1"},
	    {"states(need) by cycle", "1:3 2:3"},
	    {"states(need) by region", "africa:2 asia:1 europe:1"},
	    {"states(need) by topic", "technology:3 funding:2 gender:0"},
	    {"states(need) by state", "S001:1 S002:1 S003:1 S004:1"},
	    {"states() by region", "africa:2 asia:1 europe:2"},
	    {"states(region=europe) by state", "S004:1 S005:1"},
	    {"reviews(cycle=2) by region", "africa:2 asia:1 europe:1"},
	    {"reviews() by cycle", "1:3 2:4"},
	    {"reviews(cycle=2) by year", "2019:1 2020:1 2021:2"},
	    {"reviews() by state", "S001:2 S002:2 S003:2 S004:1"},
	    /* shares */
	    {"share(1, 3)", "1/3"},
	    {"share(needs, needs)", "10/10"},
	    {"share(count(need, cycle=2) by chapter, needs)", "II:6/10 V:4/10"},
	    {"share(states(need, cycle=2) by region, states() by region)",
	     "africa:1/2 asia:1/1 europe:1/2"},
	    {"share(count(practice) by topic, count(need, cycle=2) by topic)",
	     "technology:0/2 funding:0/2 gender:0/0"},
	    /* extremes, sums, orders */
	    {"min(by-article)", "1"},
	    {"max(by-article)", "3"},
	    {"sum(by-article)", "8"},
	    {"sum(count(need, as_of=2000-01-01) by year)", "0"},
	    {"min(3, 1, 2)", "1"},
	    {"max(1 / 3, 34 / 100)", "34/100"},
	    {"max(share(by-article, needs))", "3/10"},
	    {"min(share(count(practice) by topic, "
	     "count(need, cycle=2) by topic))",
	     "0/2"},
	    {"top(1, by-article)", "5"},
	    {"top(4, by-article)", "5 52 6 7"},
	    {"top(2, share(by-article, needs))", "5 52"},
	    {"top(1 + 1, count(need) by year)", "2021 2019"},
	    {"top(2, share(count(practice, cycle=1) by article, "
	     "count(challenge, cycle=1) by article))",
	     "23 15"}, /* a share of nothing comes last */
	    {"rank(by-article, 5)", "1"},
	    {"rank(by-article, 51)", "3"},
	    {"rank(count(need) by year, 2013)", "3"},
	    {"rank(count(need, cycle=2) by region, europe)", "1"},
	    {"rank(count(need, cycle=2) by category, institutions)", "2"},
	    {"rank(5, 7, 6)", "3"},
	    {"rank(5, 5)", "1"},
	    {"rank(5, needs)", "2"},
	    {"rank(needs, 5, 10, 12)", "2"},
	    {"rank(1 / 3, 1 / 2)", "2"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const char *result = result_of(arena, rows[i][0]);

		if (strcmp(result, rows[i][1]) != 0)
			print_error("%s\n", rows[i][0]);
		assert_string_equal(result, rows[i][1]);
		arena_free(arena);
	}
}

static void
faults_are_put_in_words(void **state)
{
	static const struct {
		const char *formula;
		int at;
		const char *words;
	} rows[] = {
	    /* grammar */
	    {"", 1,
	     "expected a number, a day, a measure or a verb, found the end"},
	    {"1 +", 4,
	     "expected a number, a day, a measure or a verb, found the end"},
	    {"-1", 1,
	     "expected a number, a day, a measure or a verb, found '-'"},
	    {"1 2", 3, "expected an operator or the end, found '2'"},
	    {"1 ÷ 2", 3, "expected an operator or the end, found '÷'"},
	    {"(1", 3, "expected ')', found the end"},
	    {"2021-9-15", 1,
	     "'2021-9-15' is neither a whole number nor a day (yyyy-mm-dd)"},
	    {"5-3", 1,
	     "'5-3' is neither a whole number nor a day (yyyy-mm-dd)"},
	    {"2023-02-29", 1,
	     "'2023-02-29' is neither a whole number nor a day (yyyy-mm-dd)"},
	    {"1.5", 1,
	     "'1.5' is neither a whole number nor a day "
	     "(yyyy-mm-dd)"},
	    {"9223372036854775808", 1, "the number is too large"},
	    {"conut(need)", 1, "unknown verb 'conut'; did you mean 'count'?"},
	    {"average(1, 2)", 1, "unknown verb 'average'"},
	    {"needz", 1, "unknown measure 'needz'; did you mean 'needs'?"},
	    {"1 + missing", 5, "unknown measure 'missing'"},
	    {"share(1)", 1, "share wants 2 arguments, not 1"},
	    {"sum(by-article, by-article)", 1, "sum wants 1 argument, not 2"},
	    {"rank(1)", 1, "rank wants at least 2 arguments, not 1"},
	    {"share(1, 2) by region", 13,
	     "'by' follows count, states and reviews only"},
	    {"max(1, 2", 9, "expected ',' or ')', found the end"},
	    /* kinds and filters */
	    {"count()", 1, "count wants a kind: need, challenge or practice"},
	    {"count(cycle=2)", 1,
	     "count wants a kind: need, challenge or practice"},
	    {"count(neeed)", 7, "unknown kind 'neeed'; did you mean 'need'?"},
	    {"count(need, practice)", 13, "'practice' is one kind too many"},
	    {"reviews(need)", 9, "reviews takes filters only, not 'need'"},
	    {"count(need,)", 12, "expected a kind or a filter, found ')'"},
	    {"count(need cycle=2)", 12, "expected ',' or ')', found 'c'"},
	    {"count(need, artcle=5)", 13,
	     "unknown filter 'artcle'; did you mean 'article'?"},
	    {"count(need, cycle=1, cycle=2)", 22,
	     "the filter 'cycle' is given twice"},
	    {"count(need, cycle=)", 19, "expected a code, found ')'"},
	    {"count(need, article in {})", 25, "expected a code, found '}'"},
	    {"count(need, article in 5)", 24, "expected '{', found '5'"},
	    {"count(need, article in {5 6})", 27,
	     "expected ',' or '}', found '6'"},
	    {"count(need, article in {5, 6)", 29,
	     "expected ',' or '}', found ')'"},
	    {"count(need, as_of in {2021-09-15})", 13, "'as_of' takes one day"},
	    {"count(need, as_of=2021-13-15)", 19,
	     "'2021-13-15' is no day (yyyy-mm-dd)"},
	    {"count(need, after=2021-09-15, as_of=2021-09-15)", 31,
	     "no day is after the one and by the other"},
	    {"count(need, provision=7)", 24, "expected '(', found ')'"},
	    {"count(need, provision=7(x))", 25, "'x' is no paragraph"},
	    {"count(need, provision=7(0))", 25, "a paragraph is from 1 to 255"},
	    {"count(need, provision=7(256))", 25,
	     "a paragraph is from 1 to 255"},
	    {"count(need, article=7, provision=7(4))", 24,
	     "give either article or provision"},
	    {"states(article=5)", 8,
	     "the filter 'article' does not apply to states without a kind"},
	    {"reviews(chapter=II)", 9,
	     "the filter 'chapter' does not apply to reviews"},
	    /* codes */
	    {"count(need, cycle=3)", 19, "unknown cycle '3'"},
	    {"count(need, chapter=IX)", 21,
	     "unknown chapter 'IX'; did you mean 'II'?"},
	    {"count(need, article=99)", 21, "unknown article '99'"},
	    {"count(need, article=5(1))", 22, "expected ',' or ')', found '('"},
	    {"count(need, category=traning)", 22,
	     "unknown category 'traning'; did you mean 'training'?"},
	    {"count(need, cycle=2, category=laws)", 31,
	     "category 'laws' lies outside the cycle given"},
	    {"count(need, topic=tech)", 19, "unknown topic 'tech'"},
	    {"count(need, region=afrika)", 20,
	     "unknown region 'afrika'; did you mean 'africa'?"},
	    {"count(need, region=afrrikas)", 20, "unknown region 'afrrikas'"},
	    {"count(need, state=S099)", 19,
	     "unknown state 'S099'; did you mean 'S001'?"},
	    {"count(need, region=asia, state=S001)", 32,
	     "state 'S001' lies outside the region given"},
	    {"count(need, cycle=1, chapter=II)", 30,
	     "chapter 'II' lies outside the cycle given"},
	    {"count(need, article=5, cycle=1)", 21,
	     "article '5' lies outside the cycle or chapter given"},
	    {"count(need, chapter=V, provision=7(4))", 34,
	     "article '7' lies outside the cycle or chapter given"},
	    /* dimensions */
	    {"count(need) by", 15, "expected a dimension, found the end"},
	    {"count(need) by articl", 16,
	     "unknown dimension 'articl'; did you mean 'article'?"},
	    {"count(need) by category", 1,
	     "by category wants the filter 'cycle' with one cycle"},
	    {"count(need, cycle in {1, 2}) by category", 1,
	     "by category wants the filter 'cycle' with one cycle"},
	    {"count(need) by provison", 16,
	     "unknown dimension 'provison'; did you mean 'provision'?"},
	    {"reviews() by provision", 14,
	     "reviews cannot be split by provision"},
	    {"rank(count(need) by provision, 7(x))", 34, "'x' is no paragraph"},
	    {"rank(count(need) by provision, 7(300))", 34,
	     "a paragraph is from 1 to 255"},
	    {"rank(count(need) by provision, 6(1))", 32,
	     "the series has no provision '6(1)'"},
	    {"rank(count(need) by provision, 7)", 32,
	     "the series has no provision '7'"},
	    {"rank(1, 7(4))", 9, "unknown measure '7(4)'"},
	    {"7(4)", 2, "expected an operator or the end, found '('"},
	    {"reviews() by article", 14, "reviews cannot be split by article"},
	    {"states() by year", 13,
	     "states without a kind cannot be split by year"},
	    {"count(need, cycle=2) by article, article", 34,
	     "by article stands twice"},
	    {"count(need) by article, category", 1,
	     "by category wants the filter 'cycle' with one cycle"},
	    {"reviews() by year, article", 20,
	     "reviews cannot be split by article"},
	    {"count(need) by article, regions", 23,
	     "expected an operator or the end, found ','"},
	    /* tables */
	    {"(count(need) by article, region) + 1", 34,
	     "'+' wants whole numbers, not a table"},
	    {"top(1, count(need) by article, region)", 1,
	     "top wants a whole number and a series, not a whole number and "
	     "a table"},
	    {"rank(count(need) by article, region, 5)", 1,
	     "wants a series and a key, several numbers or several ratios, "
	     "not a table"},
	    {"share(count(need) by article, region, "
	     "count(need) by region, article)",
	     1, "the two tables have different keys"},
	    {"share(count(need) by article, region, count(need) by article)", 1,
	     "no share of a table in a series"},
	    {"share(count(need) by article, region, 1)", 1,
	     "5/africa: the part 2 is greater than the whole 1"},
	    /* values */
	    {"1 / 0", 3, "division by zero"},
	    {"(1 - 2) / 3", 9, "a ratio of numbers below 0: -1 to 3"},
	    {"1099511627776 / 3", 15, "the numbers are too large for a ratio"},
	    {"9223372036854775807 + 1", 21, "the result is too large"},
	    {"0 - 9223372036854775807 - 2", 25, "the result is too large"},
	    {"4294967296 * 4294967296", 12, "the result is too large"},
	    {"1 + cutoff", 3, "'+' wants whole numbers, not a day"},
	    {"by-article * 2", 12, "'*' wants whole numbers, not a series"},
	    {"1 / 2 / 3", 7, "'/' wants whole numbers, not a ratio"},
	    {"top(1, by-article) - 1", 20,
	     "'-' wants whole numbers, not a list"},
	    {"share(3, 2)", 1, "the part 3 is greater than the whole 2"},
	    {"share(0, 0)", 1, "division by zero"},
	    {"share(by-article, 2)", 1,
	     "5: the part 3 is greater than the whole 2"},
	    {"share(1, by-article)", 1,
	     "no share of a whole number in a series"},
	    {"share(1 / 2, 2)", 1, "no share of a ratio in a whole number"},
	    {"share(share(by-article, needs), 2)", 1, "a share of ratios"},
	    {"share(by-article, count(need) by region)", 1,
	     "the two series have different keys"},
	    {"share(count(need, cycle=1) by category, "
	     "count(need, cycle=2) by category)",
	     1, "the two series have different keys"},
	    {"rank(share(count(practice, cycle=1) by article, "
	     "count(challenge, cycle=1) by article), 15)",
	     88, "15: a share of nothing has no place"},
	    {"share(count(need) by topic, count(practice) by topic)", 1,
	     "technology: division by zero"},
	    {"sum(5)", 1, "sum wants a series, not a whole number"},
	    {"sum(share(by-article, needs))", 1,
	     "sum wants a series of whole numbers, not of ratios"},
	    {"max(5)", 1,
	     "wants one series, several numbers or several ratios, not a "
	     "whole number"},
	    {"max(1, 1 / 2)", 1,
	     "wants one series, several numbers or several ratios, not a "
	     "ratio"},
	    {"min(count(need, as_of=2000-01-01) by year)", 1,
	     "the series has no value"},
	    {"top(0, by-article)", 1, "top 0 of a series of 5 keys"},
	    {"top(6, by-article)", 1, "top 6 of a series of 5 keys"},
	    {"top(by-article, 1)", 1,
	     "top wants a whole number and a series, not a series and a "
	     "whole number"},
	    {"rank(by-article, 15)", 18, "the series has no article '15'"},
	    {"rank(by-article, 2 + 3)", 1,
	     "rank of a series wants one of its keys"},
	    {"rank(5, missing)", 9, "unknown measure 'missing'"},
	    {"rank(5, cutoff)", 1,
	     "wants a series and a key, several numbers or several ratios, "
	     "not a day"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const char *result = result_of(arena, rows[i].formula);
		const char *wanted = arena_print(
		    arena,
		    "m.xml:4:3: error: x: in the formula at %d: "
		    "%s\n",
		    rows[i].at, rows[i].words);

		if (strcmp(result, wanted) != 0)
			print_error("%s\n", rows[i].formula);
		assert_string_equal(result, wanted);
		arena_free(arena);
	}
}

static void
every_unknown_code_is_reported_at_once(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(
	    result_of(arena, "count(need, article in {5, 98, 99}, topic=x)"),
	    "m.xml:4:3: error: x: in the formula at 28: unknown article '98'\n"
	    "m.xml:4:3: error: x: in the formula at 32: unknown article '99'\n"
	    "m.xml:4:3: error: x: in the formula at 43: unknown topic 'x'\n");
	arena_free(arena);
}

/* Some letters `count` times, between two strings. */
static const char *
repeated(struct arena *arena, const char *before, const char *letters,
	 size_t count, const char *after)
{
	struct text text = {0};
	const char *copy;

	text_add(&text, before);
	for (size_t i = 0; i < count; i++)
		text_add(&text, letters);
	text_add(&text, after);
	copy = arena_copy(arena, text_string(&text));
	text_free(&text);
	return copy;
}

static void
depth_and_length_are_bounded(void **state)
{
	struct arena *arena = arena_new();
	const char *close = repeated(arena, "1", ")", 64, "");

	(void)state;
	assert_string_equal(
	    result_of(arena, repeated(arena, "", "(", 64, close)), "1");
	assert_string_equal(
	    result_of(arena, repeated(arena, "", "(", 4000, "")),
	    "m.xml:4:3: error: x: in the formula at 65: nested more than 64 "
	    "deep\n");
	assert_string_equal(
	    result_of(arena, repeated(arena, "", "max(", 1000, "")),
	    "m.xml:4:3: error: x: in the formula at 260: nested more than 64 "
	    "deep\n");
	assert_string_equal(
	    result_of(arena, repeated(arena, "1", "+1", 2047, "")), "2048");
	assert_string_equal(
	    result_of(arena, repeated(arena, "1", "+1", 2048, "")),
	    "m.xml:4:3: error: x: in the formula at 4097: longer than 4096 "
	    "bytes\n");
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(formulas_give_values),
	    cmocka_unit_test(faults_are_put_in_words),
	    cmocka_unit_test(every_unknown_code_is_reported_at_once),
	    cmocka_unit_test(depth_and_length_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
