/* What was published held against the data: tests, faults, the summary. */
/* SPDX-License-Identifier: MIT */
#include "measure/audit.h"

#include "measure_small.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define HEADER "id\tparagraph\tprinted\ttest\tmeasure\tcontradicts\tremark\n"

static const char *const formulas[] = {
    "day = 2023-09-15",
    "number = 175",
    "minus = 0 - 2",
    "third = 1 / 3",
    "half = share(41, 82)",
    "most = share(115, 200)", /* 57.5 per cent exactly */
    "nearly = share(5749, 10000)",
    "all = share(7, 7)",
    "numbers = count(need, cycle=2) by article",	   /* 3 1 1 1 2 */
    "shares = share(count(need, cycle=2) by chapter, 10)", /* 6/10 4/10 */
    "voids = share(count(practice) by topic, count(need, cycle=2) by topic)",
    "none = count(need, as_of=2000-01-01) by year",
    "list = top(3, count(need, cycle=2) by article)", /* 5 52 6 */
};

/* Read a file of these rows; the audit printed, or what is said. */
static char *
audit_of(struct arena *arena, const char *file)
{
	struct measures measures;
	struct record record;
	struct small small;
	struct audit *audit;
	struct text text = {0};
	char *words;

	small_make(&small);
	record_open(&record);
	assert_true(small_compute(arena, &record.messages, &measures,
				  &small.dataset, formulas, COUNT(formulas)));
	audit = audit_parse(arena, &record.messages, "p.tsv",
			    arena_copy(arena, file), strlen(file), &measures);
	if (audit != NULL)
		audit_print(&text, audit);
	else
		text_add(&text, record_words(&record));
	words = arena_copy(arena, text_string(&text));
	text_free(&text);
	record_close(&record);
	return words;
}

static void
tests_are_judged_exactly(void **state)
{
	static const struct {
		const char *measure;
		const char *test;
		bool agrees;
	} rows[] = {
	    {"number", "=175", true},
	    {"number", "=174", false},
	    {"minus", "=-2", true},
	    {"minus", "=2", false},
	    {"day", "=2023-09-15", true},
	    {"day", "=2023-09-16", false},
	    {"half", "~50%", true},
	    {"third", "~33%", true},
	    {"third", "~34%", false},
	    {"most", "~58%", true}, /* half away from zero */
	    {"most", "~57%", false},
	    {"nearly", "~57%", true},
	    {"most", "[57.5%,60%)", true},
	    {"most", "(57.5%,60%)", false},
	    {"nearly", "[57.5%,60%)", false},
	    {"most", "[50%,57.5%]", true},
	    {"most", "[50%,57.5%)", false},
	    {"most", "[50%, 57.49%]", false},
	    {"third", "[1/3,1/3]", true},
	    {"third", "[33.33333%,33.33334%]", true},
	    {"third", "[33.3333334%,34%]", false},
	    {"half", "(1/3,2/3)", true},
	    {"half", "(50%,100%]", false},
	    {"all", "(50%,100%]", true},
	    {"all", "[0,100%)", false},
	    {"number", "[78,1000]", true},
	    {"number", "[175,175]", true},
	    {"number", "(175,1000]", false},
	    {"number", "[174.5,175.5]", true},
	    {"minus", "[-3,-1]", true},
	    {"minus", "[-1,3]", false},
	    {"shares", "~40%..~60%", true},
	    {"shares", "~41%..~60%", false},
	    {"shares", "~40%..~59%", false},
	    {"shares", "[40%,60%]", true},
	    {"shares", "(40%,60%]", false},
	    {"numbers", "[1,3]", true},
	    {"numbers", "[1,3)", false},
	    {"voids", "[0,100%]", false},
	    {"voids", "~0%..~0%", false},
	    {"none", "[0,0]", false},
	    {"list", "5 52 6", true},
	    {"list", "5 52", false},
	    {"list", "5 52 6 7", false},
	    {"list", "52 5 6", false},
	    {"list", "5 5 6", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const char *words = audit_of(
		    arena, arena_print(arena, HEADER "F1\t1\tp\t%s\t%s\t\t\n",
				       rows[i].test, rows[i].measure));
		const char *start = rows[i].agrees ? "F1  agrees   "
						   : "F1  differs  published "
						     "p, data ";

		if (strncmp(words, start, strlen(start)) != 0)
			fail_msg("%s %s: %s", rows[i].measure, rows[i].test,
				 words);
		arena_free(arena);
	}
}

static void
bad_tests_are_pointed_at(void **state)
{
	static const struct {
		const char *measure;
		const char *test;
		int column; /* the test's cell starts at 8 */
		const char *words;
	} rows[] = {
	    {"number", "=", 9,
	     "the test '=': expected a whole number or a day after '='"},
	    {"number", "=1.5", 10,
	     "the test '=1.5': expected the end of the test"},
	    {"half", "~50", 11,
	     "the test '~50': expected '~', a whole number and '%'"},
	    {"half", "~50.5%", 11,
	     "the test '~50.5%': expected '~', a whole number and '%'"},
	    {"shares", "~50%..60%", 14,
	     "the test '~50%..60%': expected '~', a whole number and '%'"},
	    {"shares", "~60%..~40%", 18,
	     "the test '~60%..~40%': the least is greater than the greatest"},
	    {"half", "[50%,60%", 16,
	     "the test '[50%,60%': expected ']' or ')'"},
	    {"half", "[50%;60%]", 12,
	     "the test '[50%;60%]': expected ',' between the bounds"},
	    {"half", "[,60%]", 9, "the test '[,60%]': expected a bound"},
	    {"half", "[1/0,60%]", 12, "the test '[1/0,60%]': expected a bound"},
	    {"number", "[1234567890,2]", 9,
	     "the test '[1234567890,2]': expected a bound"},
	    {"half", "[60%,50%]", 17,
	     "the test '[60%,50%]': nothing lies between these bounds"},
	    {"half", "(1/2,50%]", 17,
	     "the test '(1/2,50%]': nothing lies between these bounds"},
	    {"list", "5  52", 10,
	     "the test '5  52': expected '=', '~', '[', '(' or a code"},
	    {"list", "", 8,
	     "the test '': expected '=', '~', '[', '(' or a "
	     "code"},
	    {"half", "=50", 8,
	     "the test '=50' does not suit half, which is a ratio"},
	    {"number", "~50%", 8,
	     "the test '~50%' does not suit number, which is a whole number"},
	    {"number", "[50%,60%]", 8,
	     "the test '[50%,60%]' does not suit number, which is a whole "
	     "number"},
	    {"half", "[50,60]", 8,
	     "the test '[50,60]' does not suit half, which is a ratio"},
	    {"numbers", "~40%..~60%", 8,
	     "the test '~40%..~60%' does not suit numbers, which is a series"},
	    {"day", "[0,1]", 8,
	     "the test '[0,1]' does not suit day, which is a day"},
	    {"number", "175", 8,
	     "the test '175' does not suit number, which is a whole number"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const char *words = audit_of(
		    arena, arena_print(arena, HEADER "F1\t1\tp\t%s\t%s\t\t\n",
				       rows[i].test, rows[i].measure));

		assert_string_equal(
		    words, arena_print(arena, "p.tsv:2:%d: error: %s\n",
				       rows[i].column, rows[i].words));
		arena_free(arena);
	}
}

static void
faults_of_a_file_come_all_at_once(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(
	    audit_of(arena, HEADER "F1\t1\t175\t=175\tnumbr\t\t\r\n"
				   "F2\t1\t175\t=175\tnumber\t\n"
				   "\n"
				   "F3\t1\t175\t=175\tnumber\tF1 F9\t\t\n"
				   "F4\t1\t175\t=175\tnumber\tF1 F4 F9\t\n"
				   "F1\t1\t175\t=175\tnumber\t\tlast"),
	    "p.tsv:2:15: error: unknown measure 'numbr'; did you mean "
	    "'number'?\n"
	    "p.tsv:3:1: error: 6 columns instead of 7\n"
	    "p.tsv:5:1: error: 8 columns instead of 7\n"
	    "p.tsv:6:25: error: 'F4' is no other row\n"
	    "p.tsv:6:28: error: 'F9' is no other row\n"
	    "p.tsv:7:1: error: F1: given before, in line 2\n");
	assert_string_equal(audit_of(arena, ""),
			    "p.tsv:1:1: error: no header line\n");
	assert_string_equal(
	    audit_of(arena, "id\tparagraph\tvalue\ttest\tmeasure\t"
			    "contradicts\tremark\n"),
	    "p.tsv:1:14: error: the column 'value' should be 'printed'\n");
	assert_string_equal(audit_of(arena, HEADER "F1\n\t\xff\n"),
			    "p.tsv:3:2: error: not UTF-8\n");
	arena_free(arena);
}

static void
the_audit_is_printed_aligned_with_its_sum(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(
	    audit_of(arena, HEADER "F001\t1\t175\t=175\tnumber\t\t\n"
				   "F2\t1\tnearly 40%\t~40%\tthird\tF001\tr\n"
				   "F3\t1\t50%\t~50%\thalf\tF001 F2\t\n"
				   "F4\t1\t4, 5\t4 5\tlist\t\t\n"),
	    "F001  agrees   175\n"
	    "F2    differs  published nearly 40%, data 1/3 (33.33%)  (known: "
	    "contradicts F001 number = 175)\n"
	    "F3    agrees   41/82 (50.00%)  (note: agrees, though marked as "
	    "contradicting F001 number = 175, F2 third = 1/3 (33.33%))\n"
	    "F4    differs  published 4, 5, data 5 52 6\n"
	    "2 rows agree, 2 differ: 1 known, 1 not\n");
	assert_string_equal(audit_of(arena,
				     HEADER "F1\t1\t\t=175\tnumber\t\t\n"
					    "F2\t1\t1\t=1\tnumber\t\t\n"),
			    "F1  agrees   175\n"
			    "F2  differs  published 1, data 175\n"
			    "1 row agrees, 1 differs: 0 known, 1 not\n");
	assert_string_equal(
	    audit_of(arena, HEADER "F1\t1\t175\t=175\tnumber\t\t\n"
				   "F2\t1\tmany\t\t\t\tnobody says\n"
				   "F3\t1\t7\t\t\t\t\n"),
	    "F1  agrees   175\n"
	    "F2  cannot be known  published many: nobody says\n"
	    "F3  cannot be known  published 7\n"
	    "1 row agrees, 0 differ: 0 known, 0 not; 2 cannot be known\n");
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(tests_are_judged_exactly),
	    cmocka_unit_test(bad_tests_are_pointed_at),
	    cmocka_unit_test(faults_of_a_file_come_all_at_once),
	    cmocka_unit_test(the_audit_is_printed_aligned_with_its_sum),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
