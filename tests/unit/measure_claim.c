/* Claims: when they hold, what is told of them, how their faults are put. */
/* SPDX-License-Identifier: MIT */
#include "measure_small.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct name english[] = {{"en", "A name"}};

/* Hold these claims, from line 11 on, against five measures. */
static bool
compute_claims(struct arena *arena, struct messages *messages,
	       struct measures *measures, const struct dataset *dataset,
	       struct claim *claims, size_t count)
{
	static const char *const formulas[] = {
	    "needs = count(need, cycle=2)",
	    "by-article = count(need, cycle=2) by article",
	    "by-region = count(need, cycle=2) by region",
	    "by-category = count(need, cycle=2) by category",
	    "cutoff = 2023-09-15",
	};

	small_add(arena, measures, dataset, formulas, COUNT(formulas));
	for (size_t i = 0; i < count; i++)
		claims[i].at = (struct place){"m.xml", 11 + (int)i, 3};
	measures->claims = claims;
	measures->claim_count = count;
	return measures_compute(arena, messages, measures);
}

/* "true: because", "false: because", or the messages. */
static char *
verdict_of(struct arena *arena, const char *formula)
{
	struct claim claim = {
	    .id = "x",
	    .formula = formula,
	    .names = {english, COUNT(english)},
	};
	struct measures measures;
	struct record record;
	struct small small;
	char *verdict;

	small_make(&small);
	record_open(&record);
	if (compute_claims(arena, &record.messages, &measures, &small.dataset,
			   &claim, 1))
		verdict = arena_print(arena, "%s: %s",
				      claim.holds ? "true" : "false",
				      claim.because);
	else
		verdict = arena_copy(arena, record_words(&record));
	record_close(&record);
	return verdict;
}

static void
verdicts_are(const char *const rows[][2], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena *arena = arena_new();
		const char *verdict = verdict_of(arena, rows[i][0]);

		if (strcmp(verdict, rows[i][1]) != 0)
			print_error("%s\n", rows[i][0]);
		assert_string_equal(verdict, rows[i][1]);
		arena_free(arena);
	}
}

static void
numbers_and_shares_are_compared_exactly(void **state)
{
	static const char *const rows[][2] = {
	    {"needs = 10", "true: needs is 10"},
	    {"needs != 10", "false: needs is 10"},
	    {"needs < 10", "false: needs is 10"},
	    {"needs <= 10", "true: needs is 10"},
	    {"needs > 10", "false: needs is 10"},
	    {"needs >= 10", "true: needs is 10"},
	    {"9<needs", "true: needs is 10"},
	    {"needs=10", "true: needs is 10"},
	    {"0 - needs < 0", "true: 0 - needs is -10"},
	    /* a share on the very bound */
	    {"13 / 20 = 65%", "true: 13 / 20 is 13/20 (65.00%)"},
	    {"13 / 20 > 65%", "false: 13 / 20 is 13/20 (65.00%)"},
	    {"13 / 20 >= 65%", "true: 13 / 20 is 13/20 (65.00%)"},
	    {"6500001 / 10000000 > 65%",
	     "true: 6500001 / 10000000 is 6500001/10000000 (65.00%)"},
	    {"64.99% < 13 / 20", "true: 13 / 20 is 13/20 (65.00%)"},
	    {"1 / 8 = 12.5%", "true: 1 / 8 is 1/8 (12.50%)"},
	    {"1 / 3 = 33.3333333%", "false: 1 / 3 is 1/3 (33.33%)"},
	    {"1 / 3 = 2 / 6",
	     "true: 1 / 3 is 1/3 (33.33%); 2 / 6 is 2/6 (33.33%)"},
	    {"1099511627775 / 1099511627774 > 1099511627774 / 1099511627773",
	     "false: 1099511627775 / 1099511627774 is "
	     "1099511627775/1099511627774 (100.00%); "
	     "1099511627774 / 1099511627773 is "
	     "1099511627774/1099511627773 (100.00%)"},
	    /* a number against a share */
	    {"needs / 5 = 2", "true: needs / 5 is 10/5 (200.00%)"},
	    {"2 = needs / 5", "true: needs / 5 is 10/5 (200.00%)"},
	    {"needs / 6 > 1", "true: needs / 6 is 10/6 (166.67%)"},
	    {"needs / 6 >= 2", "false: needs / 6 is 10/6 (166.67%)"},
	    {"needs >= 1000%", "true: needs is 10"},
	    {"needs > 1000.1%", "false: needs is 10"},
	    {"0 - needs > 0%", "false: 0 - needs is -10"},
	    {"0 - 9223372036854775807 < 0%",
	     "true: 0 - 9223372036854775807 is -9223372036854775807"},
	    {"9223372036854775807 * 1 > 100%",
	     "true: 9223372036854775807 * 1 is 9223372036854775807"},
	    {"50% > 0", "true: "},
	    /* days */
	    {"cutoff = 2023-09-15", "true: cutoff is 2023-09-15"},
	    {"cutoff > 2023-09-14", "true: cutoff is 2023-09-15"},
	    {"cutoff < 2023-09-15", "false: cutoff is 2023-09-15"},
	};

	(void)state;
	verdicts_are(rows, COUNT(rows));
}

static void
orders_are_told_with_the_values_behind_them(void **state)
{
	static const char *const rows[][2] = {
	    {"rank(by-category, training) = 1",
	     "true: rank(by-category, training) is 1: training:6 "
	     "institutions:4"},
	    {"rank(by-category, institutions) = 1",
	     "false: rank(by-category, institutions) is 2: training:6 "
	     "institutions:4"},
	    /* equal values share the place, but nobody leads */
	    {"rank(by-region, europe) = 1",
	     "true: rank(by-region, europe) is 1: africa:4 europe:4"},
	    {"leads(by-region, europe)", "false: by-region: africa:4 europe:4"},
	    {"leads(by-region, africa)", "false: by-region: africa:4 europe:4"},
	    {"leads(by-region, asia)",
	     "false: by-region: africa:4 europe:4 asia:2"},
	    {"leads(by-article, 5)", "true: by-article: 5:3 52:2"},
	    {"leads( by-article , 5 )", "true: by-article: 5:3 52:2"},
	    {"leads(share(by-article, needs), 5)",
	     "true: share(by-article, needs): 5:3/10 (30.00%) 52:2/10 "
	     "(20.00%)"},
	    {"leads(count(need, cycle=2, region=asia) by region, asia)",
	     "true: count(need, cycle=2, region=asia) by region: asia:2"},
	    {"leads(count(practice, cycle=2, article in {5, 6}) by article, 6)",
	     "false: count(practice, cycle=2, article in {5, 6}) by article: "
	     "5:1 6:0"},
	    {"leads(count(practice, cycle=2, article=6) by article, 6)",
	     "true: count(practice, cycle=2, article=6) by article: 6:0"},
	    /* a share of nothing leads nobody, and is led */
	    {"leads(share(count(practice) by topic, "
	     "count(need, cycle=2) by topic), gender)",
	     "false: share(count(practice) by topic, count(need, cycle=2) by "
	     "topic): technology:0/2 (0.00%) funding:0/2 (0.00%) gender:0/0"},
	    {"leads(share(count(practice, cycle=2, topic=gender) by topic, "
	     "count(need, cycle=2, topic=gender) by topic), gender)",
	     "false: share(count(practice, cycle=2, topic=gender) by topic, "
	     "count(need, cycle=2, topic=gender) by topic): gender:0/0"},
	    /* the row of the key far down */
	    {"rank(by-article, 7) = 3",
	     "true: rank(by-article, 7) is 3: 5:3 52:2 6:1 7:1"},
	    {"rank(by-article, 51) = 3",
	     "true: rank(by-article, 51) is 3: 5:3 52:2 6:1 ... 51:1"},
	    {"rank(needs, 12, 10, 3) = 2",
	     "true: rank(needs, 12, 10, 3) is 2: 10, 12, 10, 3"},
	    {"rank(needs, 12) = 1", "false: rank(needs, 12) is 2"},
	    {"rank(1 / 3, 50%) = 2",
	     "true: rank(1 / 3, 50%) is 2: 1/3 (33.33%), 50/100 (50.00%)"},
	    /* lists */
	    {"top(2, by-article) = [5, 52]",
	     "true: top(2, by-article) is 5:3 52:2"},
	    {"[ 5 , 52 ] = top(2, by-article)",
	     "true: top(2, by-article) is 5:3 52:2"},
	    {"top(2, by-article) = [52, 5]",
	     "false: top(2, by-article) is 5:3 52:2"},
	    {"top(2, by-article) != [5, 6]",
	     "true: top(2, by-article) is 5:3 52:2"},
	    {"top(1, by-category) = [training]",
	     "true: top(1, by-category) is training:6"},
	    {"top(1, count(need) by year) = [2021]",
	     "true: top(1, count(need) by year) is 2021:6"},
	    {"top(2, count(challenge) by provision) = [7(4), 7 ( 5 )]",
	     "true: top(2, count(challenge) by provision) is 7(4):2 7(5):1"},
	    {"top(1, count(challenge) by provision) = [52(5)]",
	     "false: top(1, count(challenge) by provision) is 7(4):2"},
	    {"top(1, count(challenge) by provision) != [7(99)]",
	     "true: top(1, count(challenge) by provision) is 7(4):2"},
	    {"leads(count(challenge) by provision, 7(4))",
	     "true: count(challenge) by provision: 7(4):2 7(5):1"},
	    {"rank(count(challenge) by provision, 7(5)) = 2",
	     "true: rank(count(challenge) by provision, 7(5)) is 2: 7(4):2 "
	     "7(5):1"},
	    {"top(2, by-article) = top(3, by-article)",
	     "false: top(2, by-article) is 5:3 52:2; top(3, by-article) is "
	     "5:3 52:2 6:1"},
	    /* by code: the other cycle's category of the same code */
	    {"top(1, by-category) = top(1, count(need, cycle=1, "
	     "category=training) by category)",
	     "true: top(1, by-category) is training:6; top(1, count(need, "
	     "cycle=1, category=training) by category) is training:2"},
	};

	(void)state;
	verdicts_are(rows, COUNT(rows));
}

static void
and_binds_closer_than_or(void **state)
{
	static const char *const rows[][2] = {
	    {"1 = 1 and 2 = 2", "true: "},
	    {"1 = 1 and 2 = 3", "false: "},
	    {"1 = 2 or 2 = 2", "true: "},
	    {"1 = 2 or 2 = 3", "false: "},
	    {"1 = 1 or 1 = 1 and 1 = 2", "true: "},
	    {"1 = 2 and 1 = 1 or 1 = 1", "true: "},
	    {"1 = 1 and 1 = 2 or 1 = 2", "false: "},
	    {"1 = 2 or 1 = 2 or 1 = 1", "true: "},
	    {"1 = 1 or 1 = 2 or 1 = 2", "true: "},
	    {"leads(by-article, 5) and needs > 9",
	     "true: by-article: 5:3 52:2; needs is 10"},
	    /* what stands twice is told once */
	    {"needs > 9 and needs < 11 and max(by-article) < needs",
	     "true: needs is 10; max(by-article) is 3"},
	    {"max( by-article )\n<\tneeds\tand\nneeds\n>\n3",
	     "true: max( by-article ) is 3; needs is 10"},
	};

	(void)state;
	verdicts_are(rows, COUNT(rows));
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
	    {"needs", 6,
	     "expected '=', '!=', '<', '<=', '>' or '>=', found the end"},
	    {"needs ! 3", 7,
	     "expected '=', '!=', '<', '<=', '>' or '>=', found '!'"},
	    {"needs == 3", 8,
	     "expected a number, a day, a measure or a verb, found '='"},
	    {"1 < needs < 3", 11, "expected 'and', 'or' or the end, found '<'"},
	    {"needs = 3 and", 14,
	     "expected a number, a day, a measure or a verb, found the end"},
	    {"needs = 3 , needs = 4", 11,
	     "expected 'and', 'or' or the end, found ','"},
	    {"(needs = 3)", 8, "expected ')', found '='"},
	    {"top(1, by-article) = [5", 24,
	     "expected ',' or ']', found the end"},
	    {"top(1, by-article) = []", 23, "expected a code, found ']'"},
	    {"top(1, count(need) by provision) = [99(1)]", 37,
	     "unknown provision '99(1)'"},
	    {"top(1, count(need) by provision) = [7]", 37,
	     "unknown provision '7'"},
	    {"top(1, count(need) by provision) = [7(0)]", 39,
	     "a paragraph is from 1 to 255"},
	    {"top(1, by-article) = [5(1)]", 23,
	     "unknown article '5(1)'; did you mean '51'?"},
	    {"top(1, by-article) = top(1, count(need) by provision)", 20,
	     "a list by article cannot be held against one by provision"},
	    {"leads(count(need) by provision, 9(1))", 33,
	     "the series has no provision '9(1)'"},
	    {"leads(by-article)", 17, "expected ',', found ')'"},
	    {"leads(by-article, 5", 20, "expected ')', found the end"},
	    {"leads(by-article, (5))", 19,
	     "expected a key of the series, found '('"},
	    {"leads(by-article, 5) = 1", 22,
	     "expected 'and', 'or' or the end, found '='"},
	    {"1 / 3 = .5%", 9,
	     "expected a number, a day, a measure or a verb, found '.'"},
	    {"1 / 3 = 5.%", 9, "'5.%' is no percentage of at most 9 digits"},
	    {"1 / 3 = 1.2.3%", 9,
	     "'1.2.3%' is no percentage of at most 9 digits"},
	    {"1 / 3 = 33.33333333%", 9,
	     "'33.33333333%' is no percentage of at most 9 digits"},
	    {"1 / 3 = 2023-09-15%", 9,
	     "'2023-09-15%' is no percentage of at most 9 digits"},
	    {"1 / 3 = 33 %", 12, "expected 'and', 'or' or the end, found '%'"},
	    {"needz = 3", 1, "unknown measure 'needz'; did you mean 'needs'?"},
	    {"needs = 3 or leads(by-artcle, 5)", 20,
	     "unknown measure 'by-artcle'; did you mean 'by-article'?"},
	    {"3 = count(need, artcle=5)", 17,
	     "unknown filter 'artcle'; did you mean 'article'?"},
	    /* values */
	    {"needs = 1 / 0", 11, "division by zero"},
	    {"needs = cutoff", 7,
	     "a whole number cannot be held against a day"},
	    {"cutoff < 65%", 8, "a day cannot be held against a ratio"},
	    {"top(1, by-article) = 5", 20,
	     "a list cannot be held against a whole number"},
	    {"needs = [5]", 7, "a whole number cannot be held against a list"},
	    {"by-article > 3", 12,
	     "a series is not compared as a whole, but by leads, rank, top, "
	     "min, max or sum"},
	    {"3 < count(need) by region, year", 3,
	     "a table is not compared as a whole, but by min, max or sum"},
	    {"leads(count(need) by region, year, africa)", 1,
	     "leads wants a series, not a table"},
	    {"3 < by-article", 3,
	     "a series is not compared as a whole, but by leads, rank, top, "
	     "min, max or sum"},
	    {"top(1, by-article) < [5]", 20,
	     "lists are equal or not: '=' or '!='"},
	    {"[5] = [5]", 5, "codes against codes say nothing of the data"},
	    {"top(1, by-article) = [5, 6]", 22, "2 codes against a list of 1"},
	    {"top(1, by-article) = [99]", 23, "unknown article '99'"},
	    {"top(1, by-region) = [afrika]", 22,
	     "unknown region 'afrika'; did you mean 'africa'?"},
	    {"top(1, reviews() by year) = [x]", 30, "unknown year 'x'"},
	    {"top(1, by-region) = top(1, by-article)", 19,
	     "a list by region cannot be held against one by article"},
	    {"leads(needs, 5)", 1, "leads wants a series, not a whole number"},
	    {"leads(by-article, 15)", 19, "the series has no article '15'"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const char *verdict = verdict_of(arena, rows[i].formula);
		const char *wanted = arena_print(
		    arena, "m.xml:11:3: error: x: in the formula at %d: %s\n",
		    rows[i].at, rows[i].words);

		if (strcmp(verdict, wanted) != 0)
			print_error("%s\n", rows[i].formula);
		assert_string_equal(verdict, wanted);
		arena_free(arena);
	}
}

static void
length_and_depth_are_bounded(void **state)
{
	struct arena *arena = arena_new();
	struct text long_one = {0}, deep = {0};

	(void)state;
	for (int i = 0; i < 511; i++)
		text_add(&long_one, "1=1 and ");
	text_add(&long_one, "1=2");
	assert_string_equal(verdict_of(arena, text_string(&long_one)),
			    "false: ");
	text_add(&long_one, " and 1=1");
	assert_string_equal(verdict_of(arena, text_string(&long_one)),
			    "m.xml:11:3: error: x: in the formula at 4097: "
			    "longer than 4096 bytes\n");
	for (int i = 0; i < 65; i++)
		text_add(&deep, "(");
	assert_string_equal(verdict_of(arena, text_string(&deep)),
			    "m.xml:11:3: error: x: in the formula at 65: "
			    "nested more than 64 deep\n");
	text_free(&long_one);
	text_free(&deep);
	arena_free(arena);
}

static void
faults_of_claims_and_measures_are_said_together(void **state)
{
	struct name names[] = {{"en", "A name"}};
	struct measure items[] = {
	    {.id = "m", .formula = "1 / 0", .names = {names, 1}}};
	struct claim claims[] = {
	    {.id = "c", .formula = "m > n", .names = {names, 1}},
	    {.id = "d", .formula = "m >", .names = {names, 1}},
	};
	struct arena *arena = arena_new();
	struct record record;
	struct small small;
	struct measures measures = {.dataset = &small.dataset,
				    .items = items,
				    .count = COUNT(items),
				    .claims = claims,
				    .claim_count = COUNT(claims)};

	(void)state;
	small_make(&small);
	record_open(&record);
	assert_false(measures_compute(arena, &record.messages, &measures));
	assert_string_equal(
	    record_words(&record),
	    "rapporteur: error: m: in the formula at 3: division by zero\n"
	    "rapporteur: error: c: in the formula at 5: unknown measure 'n'\n"
	    "rapporteur: error: d: in the formula at 4: expected a number, a "
	    "day, a measure or a verb, found the end\n");
	record_close(&record);
	arena_free(arena);
}

/* What is said of these claims, "" if nothing. */
static char *
words_of(struct arena *arena, struct claim *claims, size_t count)
{
	struct measures measures;
	struct record record;
	struct small small;
	char *words;
	bool good;

	small_make(&small);
	record_open(&record);
	good = compute_claims(arena, &record.messages, &measures,
			      &small.dataset, claims, count);
	words = arena_copy(arena, record_words(&record));
	assert_int_equal(good, words[0] == '\0');
	record_close(&record);
	return words;
}

static void
ids_names_and_wordings_are_checked_at_once(void **state)
{
	static struct name both[] = {{"en", "One"}, {"zh", "一"}};
	static struct name french[] = {{"fr", "un"}};
	static struct name marked[] = {{"en", "*one*"}, {"zh", ""}};
	static struct name value[] = {{"en", "{{ needs }}"}};
	struct claim claims[] = {
	    {.id = "2x", .formula = "1 = 1", .names = {english, 1}},
	    {.id = "needs", .formula = "1 = 1", .names = {english, 1}},
	    {.id = "a", .formula = "1 = 1", .names = {english, 1}},
	    {.id = "a", .formula = "1 = 1", .names = {english, 1}},
	    {.id = "b", .formula = "1 =", .names = {english, 1}},
	    {.id = "c",
	     .formula = "1 = 1",
	     .names = {english, 1},
	     .otherwise = {french, 1}},
	};
	struct claim wordings[] = {
	    {.id = "d",
	     .formula = "1 = 1",
	     .names = {both, 2},
	     .otherwise = {marked, 2}},
	    {.id = "e",
	     .formula = "1 = 1",
	     .names = {both, 2},
	     .otherwise = {value, 1}},
	};
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(
	    words_of(arena, claims, COUNT(claims)),
	    "m.xml:11:3: error: '2x' is no id: letters, digits, dots and "
	    "hyphens, from a letter on, at most 64\n"
	    "m.xml:12:3: error: needs: defined before, in line 1\n"
	    "m.xml:14:3: error: a: defined before, in line 13\n"
	    "m.xml:15:3: error: b: in the formula at 4: expected a number, a "
	    "day, a measure or a verb, found the end\n"
	    "m.xml:16:3: error: c: a wording in a language without a name: "
	    "'fr'\n");
	/* The measures' names are in English only, which is said first. */
	assert_non_null(
	    strstr(words_of(arena, wordings, COUNT(wordings)),
		   "m.xml:11:3: error: d: a wording is plain words, without "
		   "marks: 'en'\n"
		   "m.xml:11:3: error: d: an empty wording: 'zh'\n"
		   "m.xml:12:3: error: e: a wording is plain words, without "
		   "marks: 'en'\n"));
	assert_non_null(strstr(words_of(arena, wordings, COUNT(wordings)),
			       "needs: no name in the language 'zh'"));
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_and_shares_are_compared_exactly),
	    cmocka_unit_test(orders_are_told_with_the_values_behind_them),
	    cmocka_unit_test(and_binds_closer_than_or),
	    cmocka_unit_test(faults_are_put_in_words),
	    cmocka_unit_test(length_and_depth_are_bounded),
	    cmocka_unit_test(faults_of_claims_and_measures_are_said_together),
	    cmocka_unit_test(ids_names_and_wordings_are_checked_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
