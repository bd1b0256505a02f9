/* What is said of every small share is true of it, by another reckoning. */
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

enum {
	WHOLE_MOST = 200
};

static struct arena *arena;
static struct language *languages[2];

static char *
speak(const struct language *language, long long part, long long whole,
      const char *form, const char *argument)
{
	struct messages messages = {.out = stderr};
	struct spoken spoken = {.kind = SPOKEN_RATIO, .ratio = {part, whole}};

	return language_speak(arena, &messages, language,
			      (struct place){"t.md", 1, 1}, &spoken, form,
			      &argument, argument == NULL ? 0 : 1);
}

/* What the words claim: the share lies in (least, most), or on the end that is
 * closed, in thousandths of the whole. */
struct claim {
	int least, most;
	bool is_exact; /* both ends are the same and held */
	bool is_over;  /* the named percentage is the lower end */
	int percent;   /* that is named */
};

/* Read "nearly 65 per cent" and the like, of either language. */
static struct claim
claim_read(const char *words, int step)
{
	static const struct {
		const char *before;
		const char *behind;
		int below, above; /* [steps] how far the share may lie */
	} hedges[] = {
	    {"nearly ", " per cent", 1, 0},
	    {"over ", " per cent", 0, 1},
	    {"less than ", " per cent", 1, 0},
	    {"近", "%", 1, 0},
	    {"超过", "%", 0, 1},
	    {"", "%以上", 0, 1},
	    {"不到", "%", 1, 0},
	};

	for (size_t i = 0; i < COUNT(hedges); i++) {
		size_t before = strlen(hedges[i].before);
		char *end;
		long percent;

		if (strncmp(words, hedges[i].before, before) != 0)
			continue;
		percent = strtol(words + before, &end, 10);
		if (end > words + before && strcmp(end, hedges[i].behind) == 0)
			return (struct claim){
			    10 * ((int)percent - hedges[i].below * step),
			    10 * ((int)percent + hedges[i].above * step), false,
			    hedges[i].above > 0, (int)percent};
	}
	return (struct claim){10 * atoi(words), 10 * atoi(words), true, false,
			      atoi(words)};
}

static void
claim_check(const char *words, struct claim claim, long long part,
	    long long whole)
{
	long long share = 1000 * part;

	if (claim.is_exact
		? share != claim.least * whole
		: share <= claim.least * whole || share >= claim.most * whole)
		fail_msg("%lld of %lld is not \"%s\"", part, whole, words);
}

/* What is said of a part of a whole names no more than the whole, and a hedge
 * not nothing. */
static void
sense_check(const char *words, struct claim claim)
{
	if (claim.percent > 100 || (claim.percent == 0 && !claim.is_exact))
		fail_msg("\"%s\" makes no sense", words);
}

/* One form with one step, in both languages, of every part of a whole. Bounds
 * may be a whole step away from the share, but not more. */
static void
form_check(const char *form, int step, bool is_bound, long long whole)
{
	char argument[12];

	snprintf(argument, sizeof(argument), "%d", step);
	for (long long part = 0; part <= whole; part++)
		for (size_t k = 0; k < 2; k++) {
			const char *words = speak(languages[k], part, whole,
						  form, argument);
			struct claim claim = claim_read(words, step);

			sense_check(words, claim);
			if (is_bound && !claim.is_exact) {
				claim.least -= !claim.is_over;
				claim.most += claim.is_over;
			}
			claim_check(words, claim, part, whole);
			if (claim.percent % step != 0 && claim.percent != 100)
				fail_msg("\"%s\" is no multiple of %d", words,
					 step);
		}
}

static void
forms_check(const char *form, bool is_bound)
{
	static const int steps[] = {1, 2, 3, 5, 7, 10, 20, 25, 34, 40, 50};

	for (long long whole = 1; whole <= WHOLE_MOST; whole++) {
		struct arena *kept = arena;

		arena = arena_new();
		for (size_t i = 0; i < COUNT(steps); i++)
			form_check(form, steps[i], is_bound, whole);
		arena_free(arena);
		arena = kept;
	}
}

static void
hedges_are_true(void **state)
{
	(void)state;
	forms_check("hedge", false);
}

static void
bounds_are_true(void **state)
{
	(void)state;
	forms_check("under", true);
	forms_check("over", true);
}

/* A percentage is the nearest, and the greater of two that are as near. */
static void
percentages_are_the_nearest(void **state)
{
	(void)state;
	for (long long whole = 1; whole <= WHOLE_MOST; whole++)
		for (long long part = 0; part <= whole; part++)
			for (int places = 0; places <= 1; places++) {
				const char *places_words = places == 0 ? "0"
								       : "1";
				long long scale = places == 0 ? 100 : 1000;
				const char *words = speak(languages[1], part,
							  whole, "percent",
							  places_words);
				char *point;
				long long named = strtol(words, &point, 10);
				long long away;

				if (places == 1)
					named = named * 10 + atoi(point + 1);
				away = 2 * (named * whole - scale * part);
				if (away > whole || away <= -whole)
					fail_msg("%lld of %lld is not %s", part,
						 whole, words);
			}
}

/* Each is the strongest word that is true. */
static void
majorities_are_true(void **state)
{
	static const struct {
		const char *words[2];
		int least; /* [per cent] */
	} majorities[] = {{{"the vast majority", "绝大多数"}, 90},
			  {{"a large majority", "大多数"}, 75},
			  {{"more than half", "一半以上"}, 50}};

	(void)state;
	for (long long whole = 1; whole <= WHOLE_MOST; whole++)
		for (long long part = whole / 2 + 1; part <= whole; part++) {
			size_t i = 0;

			while (100 * part < majorities[i].least * whole)
				i++;
			for (size_t k = 0; k < 2; k++)
				assert_string_equal(speak(languages[k], part,
							  whole, "majority",
							  NULL),
						    majorities[i].words[k]);
		}
}

static const struct {
	const char *words[2];
	int part, whole;
	char side; /* '=' exact, '<' below, '>' above, '~' either */
} fractions[] = {
    {{"half", "一半"}, 1, 2, '='},
    {{"almost half", "近一半"}, 1, 2, '<'},
    {{"more than half", "一半以上"}, 1, 2, '>'},
    {{"one third", "三分之一"}, 1, 3, '='},
    {{"about one third", "约三分之一"}, 1, 3, '~'},
    {{"two thirds", "三分之二"}, 2, 3, '='},
    {{"about two thirds", "约三分之二"}, 2, 3, '~'},
    {{"one quarter", "四分之一"}, 1, 4, '='},
    {{"about one quarter", "约四分之一"}, 1, 4, '~'},
    {{"three quarters", "四分之三"}, 3, 4, '='},
    {{"about three quarters", "约四分之三"}, 3, 4, '~'},
    {{"one fifth", "五分之一"}, 1, 5, '='},
    {{"about one fifth", "约五分之一"}, 1, 5, '~'},
    {{"two fifths", "五分之二"}, 2, 5, '='},
    {{"about two fifths", "约五分之二"}, 2, 5, '~'},
    {{"three fifths", "五分之三"}, 3, 5, '='},
    {{"about three fifths", "约五分之三"}, 3, 5, '~'},
    {{"four fifths", "五分之四"}, 4, 5, '='},
    {{"about four fifths", "约五分之四"}, 4, 5, '~'},
};

static bool
fraction_holds(size_t i, long long part, long long whole)
{
	long long away = part * fractions[i].whole - fractions[i].part * whole;
	long long size = away < 0 ? -away : away;

	/* No more than 2.5 points. */
	if (1000 * size > 25 * whole * fractions[i].whole)
		return false;
	switch (fractions[i].side) {
	case '=':
		return away == 0;
	case '<':
		return away < 0;
	case '>':
		return away > 0;
	default:
		return away != 0;
	}
}

static void
fractions_are_true(void **state)
{
	bool seen[COUNT(fractions)] = {false};

	(void)state;
	for (long long whole = 1; whole <= WHOLE_MOST; whole++)
		for (long long part = 0; part <= whole; part++)
			for (size_t k = 0; k < 2; k++) {
				const char *words = speak(languages[k], part,
							  whole, "fraction",
							  NULL);
				size_t i = 0;

				while (i < COUNT(fractions) &&
				       strcmp(fractions[i].words[k], words) !=
					   0)
					i++;
				if (i == COUNT(fractions)) {
					claim_check(words, claim_read(words, 5),
						    part, whole);
					continue;
				}
				seen[i] = true;
				if (!fraction_holds(i, part, whole))
					fail_msg("%lld of %lld is not \"%s\"",
						 part, whole, words);
			}
	for (size_t i = 0; i < COUNT(fractions); i++)
		assert_true(seen[i]);
}

static int
open_languages(void **state)
{
	struct messages messages = {.out = stderr};

	(void)state;
	arena = arena_new();
	languages[0] = language_open(arena, &messages, NULL,
				     "templates/languages/en.xml");
	languages[1] = language_open(arena, &messages, NULL,
				     "templates/languages/zh.xml");
	return languages[0] == NULL || languages[1] == NULL;
}

static int
close_languages(void **state)
{
	(void)state;
	language_close(languages[0]);
	language_close(languages[1]);
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(hedges_are_true),
	    cmocka_unit_test(bounds_are_true),
	    cmocka_unit_test(percentages_are_the_nearest),
	    cmocka_unit_test(majorities_are_true),
	    cmocka_unit_test(fractions_are_true),
	};

	return cmocka_run_group_tests(tests, open_languages, close_languages);
}
