/* What is said to mistakes in templates and in profiles. */
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
#include <unistd.h>

#include <cmocka.h>

static struct arena *arena;
static struct language *english;

static void
mistakes_are_answered(void **state)
{
	static const struct {
		struct spoken spoken;
		const char *form;
		const char *arguments[2];
		size_t count;
		const char *message;
	} cases[] = {
	    {{.number = 5},
	     "hegde",
	     {NULL},
	     0,
	     "no form 'hegde' for a number; there are number, words, "
	     "sentence, ordinal, count, series, range, articles"},
	    {{.number = 5},
	     "hedge",
	     {NULL},
	     0,
	     "no form 'hedge' for a number; there are number, words, "
	     "sentence, ordinal, count, series, range, articles"},
	    {{.kind = SPOKEN_RATIO, .ratio = {1, 2}},
	     "words",
	     {NULL},
	     0,
	     "no form 'words' for a share; there are percent, hedge, under, "
	     "over, fraction, majority, part, range, sentence"},
	    {{.kind = SPOKEN_DAY, .day = 20230101},
	     "day",
	     {NULL},
	     0,
	     "no form 'day' for a day; there are year, month, range"},
	    {{.kind = SPOKEN_TERMS},
	     "list",
	     {NULL},
	     0,
	     "no form 'list' for a list; there is none"},
	    {{.number = 5},
	     "words",
	     {"x"},
	     1,
	     "form 'words' takes no argument"},
	    {{.number = 5},
	     "count",
	     {"State"},
	     1,
	     "form 'count' takes 2 words in 'en', for one and other"},
	    {{.number = 0},
	     "articles",
	     {NULL},
	     0,
	     "no article has the number 0"},
	    {{.kind = SPOKEN_RATIO, .ratio = {1, 2}},
	     "hedge",
	     {"five"},
	     1,
	     "form 'hedge' takes a whole number from 1 to 50, not 'five'"},
	    {{.kind = SPOKEN_RATIO, .ratio = {1, 2}},
	     "hedge",
	     {"0"},
	     1,
	     "form 'hedge' takes a whole number from 1 to 50, not '0'"},
	    {{.kind = SPOKEN_RATIO, .ratio = {1, 2}},
	     "under",
	     {"5", "6"},
	     2,
	     "form 'under' takes one argument"},
	    {{.kind = SPOKEN_RATIO, .ratio = {1, 2}},
	     "percent",
	     {"4"},
	     1,
	     "form 'percent' takes a whole number from 0 to 3, not '4'"},
	    {{.kind = SPOKEN_RATIO, .ratio = {1, 2}},
	     "majority",
	     {NULL},
	     0,
	     "1 of 2 is no majority"},
	    {{.kind = SPOKEN_RATIO, .ratio = {0, 0}},
	     NULL,
	     {NULL},
	     0,
	     "a share of nothing has no words"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *said = NULL;
		size_t length = 0;
		struct messages messages = {
		    .out = open_memstream(&said, &length)};

		assert_null(language_speak(arena, &messages, english,
					   (struct place){"t.md", 3, 7},
					   &cases[i].spoken, cases[i].form,
					   cases[i].arguments, cases[i].count));
		fclose(messages.out);
		assert_string_equal(said,
				    arena_print(arena, "t.md:3:7: error: %s\n",
						cases[i].message));
		free(said);
	}
}

/* The English profile with one string in place of another. */
static void
profile_change(const char *path, const char *from, const char *to)
{
	FILE *in = fopen("templates/languages/en.xml", "r");
	FILE *out = fopen(path, "w");
	char line[1024];

	assert_non_null(in);
	assert_non_null(out);
	while (fgets(line, sizeof(line), in) != NULL) {
		char *at = strstr(line, from);

		if (at == NULL)
			fputs(line, out);
		else
			fprintf(out, "%.*s%s%s", (int)(at - line), line, to,
				at + strlen(from));
	}
	fclose(in);
	fclose(out);
}

static void
bad_profiles_are_refused(void **state)
{
	static const struct {
		const char *from, *to;
		const char *said; /* somewhere in the message, without schema */
	} cases[] = {
	    {"%spellout-cardinal-verbose", "%nonsense", "'%nonsense'"},
	    {"locale=\"en\"", "", "'locale'"},
	    {"words-under=\"10\"", "words-under=\"ten\"", "'ten'"},
	    {"numeral=\"roman\"", "numeral=\"greek\"", "'greek'"},
	    {"of=\"table-note\"", "of=\"table\"", "'table' stands twice"},
	    {"of=\"table-note\"", "of=\"table\"", "'table-note' is missing"},
	    {"part=\"9\" whole=\"10\"", "part=\"1\" whole=\"2\"", "falling"},
	    {"part=\"2\" whole=\"3\"", "part=\"3\" whole=\"3\"", "the part"},
	    {"key=\"figure-ref\"", "key=\"figure\"", "stands twice"},
	    {"<list between=\", \" last=\" and \"/>", "", "<list> is missing"},
	    {"| art. {n}", "| art. {n", "'art. {n': an open bracket"},
	    {"| art. {n}", "| art. {no}", "an unknown place in { }"},
	    {"| art. {n}", "| |", "'': an empty pattern"},
	    {"| art. {n}",
	     "| {n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}"
	     "{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}",
	     "more than 32 pieces"},
	};
	char path[] = "/tmp/profile-XXXXXX";
	int file = mkstemp(path);

	(void)state;
	assert_true(file >= 0);
	close(file);
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *said = NULL;
		size_t length = 0;
		struct messages messages = {
		    .out = open_memstream(&said, &length)};

		profile_change(path, cases[i].from, cases[i].to);
		assert_null(language_open(arena, &messages, NULL, path));
		fclose(messages.out);
		if (strstr(said, cases[i].said) == NULL)
			fail_msg("\"%s\" not in \"%s\"", cases[i].said, said);
		free(said);
	}
	unlink(path);
}

static int
open_language(void **state)
{
	struct messages messages = {.out = stderr};

	(void)state;
	arena = arena_new();
	english = language_open(arena, &messages, NULL,
				"templates/languages/en.xml");
	return english == NULL;
}

static int
close_language(void **state)
{
	(void)state;
	language_close(english);
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(mistakes_are_answered),
	    cmocka_unit_test(bad_profiles_are_refused),
	};

	return cmocka_run_group_tests(tests, open_language, close_language);
}
