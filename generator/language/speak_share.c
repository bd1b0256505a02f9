/* Shares as templates ask for them: percentages, hedges, fractions. */
/* SPDX-License-Identifier: MIT */
#include "language/speak.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

enum {
	DECIMALS_MOST = 3,
	STEP_MOST = 50 /* [per cent] */
};

/* The only argument as a whole number, or what holds without it; -1 after a
 * message if it is out of bounds. */
static int
number_argument(const struct speech *speech, int without, int least, int most)
{
	const char *argument;
	size_t digits;
	int number;

	if (speech->count == 0)
		return without;
	argument = speech->arguments[0];
	digits = strspn(argument, "0123456789");
	number = digits > 0 && digits < 4 ? atoi(argument) : -1;
	if (argument[digits] == '\0' && number >= least && number <= most)
		return number;
	message_error(speech->messages, speech->at,
		      "form '%s' takes a whole number from %d to %d, not '%s'",
		      speech->form, least, most, argument);
	return -1;
}

int
speech_decimals(const struct speech *speech)
{
	return number_argument(speech, speech->language->percent_decimals, 0,
			       DECIMALS_MOST);
}

char *
speak_percent(const struct speech *speech)
{
	int decimals = speech_decimals(speech);

	return decimals < 0 ? NULL
			    : language_percent(speech->arena, speech->language,
					       speech->spoken->ratio, decimals);
}

static char *
hedged_say(const struct speech *speech, struct hedged hedged, const char *over)
{
	const struct language *language = speech->language;
	char *percent = percent_write(speech->arena, language,
				      language->percent, hedged.percent, 0);

	switch (hedged.hedge) {
	case HEDGE_EXACT:
		return percent;
	case HEDGE_NEAR:
		return pattern_fill_one(speech->arena, language->near, percent);
	case HEDGE_OVER:
		return pattern_fill_one(speech->arena, over, percent);
	case HEDGE_UNDER:
		return pattern_fill_one(speech->arena, language->under,
					percent);
	}
	abort();
}

char *
speak_hedge(const struct speech *speech)
{
	const struct language *language = speech->language;
	int step = number_argument(speech, 1, 1, STEP_MOST);

	if (step < 0)
		return NULL;
	return hedged_say(speech, share_hedge(speech->spoken->ratio, step),
			  step == 1 ? language->over_one : language->over);
}

char *
speak_under(const struct speech *speech)
{
	int step = number_argument(speech, 1, 1, STEP_MOST);

	return step < 0 ? NULL
			: hedged_say(speech,
				     share_under(speech->spoken->ratio, step),
				     speech->language->over);
}

char *
speak_over(const struct speech *speech)
{
	int step = number_argument(speech, 1, 1, STEP_MOST);

	return step < 0
		   ? NULL
		   : hedged_say(speech, share_over(speech->spoken->ratio, step),
				speech->language->over);
}

char *
speak_fraction(const struct speech *speech)
{
	const char *words = fractions_words(&speech->language->fractions,
					    speech->spoken->ratio);

	/* No fraction is near: to the nearest five per cent. */
	if (words == NULL)
		return hedged_say(speech, share_hedge(speech->spoken->ratio, 5),
				  speech->language->over);
	return arena_copy(speech->arena, words);
}

char *
speak_majority(const struct speech *speech)
{
	const struct language *language = speech->language;
	struct ratio ratio = speech->spoken->ratio;

	if (share_is_majority(ratio))
		for (size_t i = 0; i < language->majority_count; i++)
			if (ratio_compare(ratio,
					  language->majorities[i].least) >= 0)
				return arena_copy(
				    speech->arena,
				    language->majorities[i].words);
	return speech_fail(speech, "%lld of %lld is no majority", ratio.part,
			   ratio.whole);
}

/* To begin a sentence: the percentage in words. */
char *
speak_percent_sentence(const struct speech *speech)
{
	const struct language *language = speech->language;
	long long percent = ratio_round(speech->spoken->ratio, 100);

	return icu_capitalize(
	    speech->arena,
	    pattern_fill_one(speech->arena, language->percent_words,
			     language_words(speech->arena, language, percent)));
}

char *
speak_part(const struct speech *speech)
{
	return language_count(speech->arena, speech->language,
			      speech->spoken->ratio.part);
}
