/* Values that stand together: ranges, and numbers in one series. */
/* SPDX-License-Identifier: MIT */
#include "language/speak.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

/* --- ranges --- */

/* The ends in a pattern; an end that reads like the other one stands alone. */
static char *
ends_say(const struct speech *speech, const char *pattern, const char *from,
	 const char *to, char *alone)
{
	const char *ends[] = {from, to};

	if (strcmp(from, to) == 0)
		return alone;
	if (pattern == NULL)
		return speech_fail(speech,
				   "the profile of '%s' has no such <ranges>",
				   speech->language->code);
	return pattern_fill(speech->arena, pattern, ends, 2);
}

static char *
range_backward(const struct speech *speech)
{
	return speech_fail(speech, "the range runs from the greater to the "
				   "smaller value");
}

static char *
numbers_say(const struct speech *speech, long long from, long long to)
{
	struct arena *arena = speech->arena;
	const struct language *language = speech->language;

	if (from > to)
		return range_backward(speech);
	return ends_say(speech, language->range_numbers,
			language_number(arena, language, from),
			language_number(arena, language, to),
			language_count(arena, language, from));
}

/* Only what the pattern of a percentage stands around: "18". */
static char *
bare_percent(const struct speech *speech, struct ratio ratio, int decimals)
{
	long long scale = 100;

	for (int i = 0; i < decimals; i++)
		scale *= 10;
	return percent_write(speech->arena, speech->language, "{0}",
			     ratio_round(ratio, scale), decimals);
}

static char *
shares_say(const struct speech *speech, struct ratio from, struct ratio to)
{
	struct speech rest = *speech;
	int decimals;

	rest.arguments++;
	rest.count--;
	decimals = speech_decimals(&rest);
	if (decimals < 0)
		return NULL;
	if (to.whole == 0)
		return speech_fail(speech, "a share of nothing has no words");
	if (ratio_compare(from, to) > 0)
		return range_backward(speech);
	return ends_say(
	    speech, speech->language->range_shares,
	    bare_percent(speech, from, decimals),
	    bare_percent(speech, to, decimals),
	    language_percent(speech->arena, speech->language, from, decimals));
}

static char *
days_say(const struct speech *speech, int32_t from, int32_t to)
{
	char *first = language_day(speech->arena, speech->language, from);

	if (from > to)
		return range_backward(speech);
	return ends_say(speech, speech->language->range_days, first,
			language_day(speech->arena, speech->language, to),
			first);
}

char *
speak_range(const struct speech *speech)
{
	const struct spoken *from = speech->spoken, *to = from->upto;

	if (to == NULL || speech->count == 0)
		return speech_fail(speech, "form 'range' takes the name of the "
					   "measure where it ends");
	if (to->kind != from->kind)
		return speech_fail(
		    speech, "a range ends with a value of the same kind");
	switch (from->kind) {
	case SPOKEN_NUMBER:
		return numbers_say(speech, from->number, to->number);
	case SPOKEN_RATIO:
		return shares_say(speech, from->ratio, to->ratio);
	case SPOKEN_DAY:
		return days_say(speech, from->day, to->day);
	case SPOKEN_TERMS:
	case SPOKEN_ARTICLES:
	case SPOKEN_PROVISIONS:
		break;
	}
	abort();
}

/* --- series --- */

/* Like things in one series all follow the highest number: if that stands in
 * figures, so do the others. */
char *
speak_series(const struct speech *speech)
{
	const struct language *language = speech->language;
	struct speech rest = *speech;
	long long number = speech->spoken->number;
	char *words = speech->spoken->highest < language->words_under
			  ? language_count(speech->arena, language, number)
			  : language_number(speech->arena, language, number);

	/* The first argument may be the number of the series. */
	if (rest.count > 0 && rest.arguments[0][0] >= '0' &&
	    rest.arguments[0][0] <= '9') {
		rest.arguments++;
		rest.count--;
	}
	return rest.count == 0 ? words : speech_counted(&rest, words);
}
