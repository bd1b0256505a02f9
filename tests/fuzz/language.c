/* A language's profile, and all that it can be made to say or to find. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include "language/sight.h"
#include "language/wording.h"

#include <limits.h>
#include <string.h>

static const char *const forms[] = {
    NULL,    "number", "words", "sentence", "ordinal",	  "count", "percent",
    "hedge", "under",  "over",	"fraction", "majority",	  "part",  "articles",
    "year",  "month",  "range", "series",   "provisions",
};
static const char *const arguments[] = {"5", "word"};
static const char *const terms[] = {"a", "b", "c"};
static const int articles[] = {5, 51, 51, 1000};
static const int paragraphs[] = {1, 5, 6, 255};

static const struct spoken spoken[] = {
    {.kind = SPOKEN_NUMBER, .number = 0},
    {.kind = SPOKEN_NUMBER, .number = 2},
    {.kind = SPOKEN_NUMBER, .number = -1234567},
    {.kind = SPOKEN_NUMBER, .number = LLONG_MAX},
    {.kind = SPOKEN_NUMBER, .number = LLONG_MIN},
    {.kind = SPOKEN_RATIO, .ratio = {1, 3}},
    {.kind = SPOKEN_RATIO, .ratio = {90, 100}},
    {.kind = SPOKEN_RATIO, .ratio = {7, 1}},
    {.kind = SPOKEN_DAY, .day = 20230915},
    {.kind = SPOKEN_DAY, .day = 10101},
    {.kind = SPOKEN_TERMS, .terms = terms, .count = COUNT(terms)},
    {.kind = SPOKEN_ARTICLES, .articles = articles, .count = COUNT(articles)},
    {.kind = SPOKEN_PROVISIONS,
     .articles = articles,
     .paragraphs = paragraphs,
     .count = COUNT(articles)},
};

static void
speak_all(struct arena *arena, struct messages *messages,
	  const struct language *language)
{
	const struct place nowhere = {0};

	for (size_t i = 0; i < COUNT(spoken); i++)
		for (size_t k = 0; k < COUNT(forms); k++)
			for (size_t n = 0; n <= COUNT(arguments); n++) {
				struct spoken value = spoken[i];

				value.upto = &spoken[(i + n) % COUNT(spoken)];
				value.highest = (long long)(k * n);
				language_speak(arena, messages, language,
					       nowhere, &value, forms[k],
					       arguments, n);
			}
	for (int counter = 0; counter < COUNTERS; counter++)
		for (int number = 1; number < 5000; number = number * 3 + 1)
			language_counter(arena, language, (enum counter)counter,
					 number);
	language_phrase(arena, messages, language, nowhere, "source", terms,
			COUNT(terms));
}

/* Both languages' words for numbers. */
static void
see_all(const struct language *language)
{
	static const char text[] =
	    "In 2023, three thousand and fifty-four of 3,829 needs (1.5 per "
	    "cent, one third) under article 52, paragraphs 5 to 7, one "
	    "hundred million billion and 99999999999999999999%. "
	    "第五十二条，三分之一，百分之六十五，2030年两千零四十八亿项。";
	struct sighting sighting;

	for (size_t at = 0; language_sight(language, text, at, &sighting) &&
			    sighting.length > 0;)
		at = sighting.at + sighting.length;
	for (const char *at = text; utf8_next(&at) != 0;) {
		bool compares;

		language_context(language, text, (size_t)(at - text));
		language_comparison(language, text, (size_t)(at - text),
				    &compares);
		language_counts_alike(language, at, text);
		language_joins_series(language, at, 3);
		language_roll_join(language, at);
	}
	language_roll_compare(language, text, text + 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct messages messages = stage_messages();
	struct language *language = language_open(
	    arena, &messages, stage_schema("language.xsd"),
	    stage_file(SLOT_A, bytes, size));

	if (language != NULL) {
		speak_all(arena, &messages, language);
		see_all(language);
	}
	language_close(language);
	arena_free(arena);
	return 0;
}
