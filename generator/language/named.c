/* What is a number in a date or reference only, and numerals that are none. */
/* SPDX-License-Identifier: MIT */
#include "language/profile.h"
#include "language/sight.h"
#include "language/wording.h"

#include <string.h>

enum {
	BEFORE_MOST = 60 /* [bytes] of a context before its number */
};

size_t
roman_read(const char *text, long long *value)
{
	static const int values[] = {1, 5, 10, 50, 100, 500, 1000};
	size_t length = strspn(text, ROMAN_SIGNS);
	int before = 0;

	*value = 0;
	if (length == 0 || language_is_letter(text, length))
		return 0;
	for (size_t i = length; i-- > 0;) {
		int here = values[strchr(ROMAN_SIGNS, text[i]) - ROMAN_SIGNS];

		*value += here < before ? -here : here;
		before = here > before ? here : before;
	}
	return length;
}

/* The place of a word in its group: the number of a month. */
static size_t
group_word(const struct language *language, const char *text, long long *value)
{
	for (size_t i = 0; i < language->contexts.group_count; i++) {
		const struct strings *group = &language->contexts.groups[i];

		for (size_t k = 0; k < group->count; k++) {
			size_t length = group->items[k][0] == text[0]
					    ? words_match(group->items[k], text)
					    : 0;

			*value = (long long)k + 1;
			if (length > 0 && !language_is_letter(text, length))
				return length;
		}
	}
	return 0;
}

/* True if one of the contexts that begin a little before it spans it all. */
static bool
is_spanned(const struct language *language, const char *text, size_t from,
	   size_t end,
	   size_t (*length)(const struct language *, const char *, size_t))
{
	size_t first = from > BEFORE_MOST ? from - BEFORE_MOST : 0;

	for (size_t at = from + 1; at-- > first;)
		if (((unsigned char)text[at] & 0xc0) != 0x80 &&
		    at + length(language, text, at) >= end)
			return true;
	return false;
}

bool
language_is_idiom(const struct language *language, const char *text,
		  const struct sighting *sighting)
{
	char first = text[sighting->at];

	return !(first >= '0' && first <= '9') &&
	       is_spanned(language, text, sighting->at,
			  sighting->at + sighting->length, language_idiom);
}

bool
language_named(const struct language *language, const char *text, size_t from,
	       struct sighting *named)
{
	size_t at = from;

	if (at > 0 && language_is_letter(text, at - 1))
		at += language_step(text, at);
	for (; text[at] != '\0'; at += language_step(text, at)) {
		size_t length;

		while (text[at] != '\0' && !language_is_letter(text, at))
			at++;
		if (text[at] == '\0')
			break;
		*named = (struct sighting){.at = at};
		length = group_word(language, text + at, &named->number);
		if (length == 0)
			length = roman_read(text + at, &named->number);
		named->length = length;
		if (length > 0 && is_spanned(language, text, at, at + length,
					     language_context))
			return true;
	}
	return false;
}
