/* What the wording of a text is checked for: how sentences begin, comparisons,
 * numbers in one series, States in a row. */
/* SPDX-License-Identifier: MIT */
#include "language/wording.h"

#include "base/arena.h"
#include "language/attribute.h"

#include <stdlib.h>
#include <string.h>

static int
compare_groups(const void *a, const void *b)
{
	size_t left = text_group(*(const char *const *)a);
	size_t right = text_group(*(const char *const *)b);

	return (left > right) - (left < right);
}

/* Of most places of a text the group alone says that none begins there. */
static struct grouped
strings_group(struct strings strings)
{
	struct grouped grouped = {.strings = strings};
	size_t i = 0;

	if (strings.count > 0)
		qsort(strings.items, strings.count, sizeof(*strings.items),
		      compare_groups);
	for (size_t group = 0; group <= TEXT_GROUPS; group++) {
		while (i < strings.count &&
		       text_group(strings.items[i]) < group)
			i++;
		grouped.first[group] = i;
	}
	return grouped;
}

void
wording_read(struct arena *arena, struct language *language,
	     const struct element *root)
{
	const struct element *ranges = element_child(root, "ranges");
	const struct element *series = element_child(root, "series");
	const struct element *words = element_child(root, "comparisons");
	const struct element *roll = element_child(root, "roll");

	if (ranges != NULL) {
		language->range_numbers = attribute_optional(ranges, "numbers",
							     NULL);
		language->range_shares = attribute_optional(ranges, "shares",
							    NULL);
		language->range_days = attribute_optional(ranges, "days", NULL);
	}
	if (series != NULL)
		language->series = strings_split(
		    arena, attribute_optional(series, "joins", ""));
	if (words != NULL) {
		language->comparisons = strings_group(
		    strings_split(arena, element_words(arena, words)));
		language->not_comparisons = strings_group(
		    strings_split(arena, attribute_optional(words, "but", "")));
	}
	if (roll != NULL) {
		language->roll_joins = strings_split(
		    arena, attribute_optional(roll, "joins", ""));
		language->roll_names = attribute_optional(roll, "names",
							  language->code);
	}
}

bool
language_opens_in_words(const struct language *language)
{
	return language->opens_in_words;
}

/* [bytes] of the longest of the strings at the offset that is part of no longer
 * word; Han text knows no bounds of words. */
static size_t
word_at(const struct grouped *words, size_t group, const char *text, size_t at)
{
	const char *const *strings = words->strings.items;
	size_t longest = 0;

	for (size_t i = words->first[group]; i < words->first[group + 1]; i++) {
		size_t length = words_may_match(strings[i], text + at)
				    ? words_match(strings[i], text + at)
				    : 0;

		if (length > longest &&
		    !(language_is_letter(text, at + length - 1) &&
		      language_is_letter(text, at + length)))
			longest = length;
	}
	return longest;
}

size_t
language_comparison(const struct language *language, const char *text,
		    size_t at, bool *compares)
{
	size_t group, plain, word;

	*compares = false;
	if (((unsigned char)text[at] & 0xc0) == 0x80 ||
	    (at > 0 && language_is_letter(text, at - 1) &&
	     language_is_letter(text, at)))
		return 0;
	group = text_group(text + at);
	plain = word_at(&language->not_comparisons, group, text, at);
	word = word_at(&language->comparisons, group, text, at);
	*compares = word > plain;
	return *compares ? word : plain;
}

bool
language_joins_series(const struct language *language, const char *text,
		      size_t length)
{
	for (size_t i = 0; i < language->series.count; i++)
		if (words_match(language->series.items[i], text) == length)
			return true;
	return false;
}

/* U+4000 to U+9FFF: their three bytes begin so. */
static bool
is_ideograph(const char *text)
{
	unsigned char lead = (unsigned char)*text;

	return lead >= 0xe4 && lead <= 0xe9;
}

/* [bytes] of what is counted, where a text goes on so behind a number: a word;
 * in Han text a measure word, with the noun's first character if there is one.
 */
static size_t
counted_length(const struct language *language, const char *text)
{
	size_t length = 0;

	if (language->is_han && !is_ideograph(text))
		return 0;
	if (language->is_han)
		return is_ideograph(text + 3) &&
			       strings_match(&language->series, text + 3) == 0
			   ? 6
			   : 3;
	while (language_is_letter(text, length) || text[length] == '-')
		length++;
	return length;
}

static size_t
blank_length(const char *text)
{
	return words_match(" ", text);
}

bool
language_counts_alike(const struct language *language, const char *a,
		      const char *b)
{
	size_t left, right, least;

	a += blank_length(a);
	b += blank_length(b);
	left = counted_length(language, a);
	right = counted_length(language, b);
	least = left < right ? left : right;
	/* "State" and "States" are alike. */
	if (language->is_han && left != right)
		return false;
	return least > 2 && left + right - 2 * least <= 1 &&
	       strncmp(a, b, least) == 0;
}

const char *
language_roll_names(const struct language *language)
{
	return language->roll_names;
}

size_t
language_roll_join(const struct language *language, const char *text)
{
	return strings_match(&language->roll_joins, text);
}

int
language_roll_compare(const struct language *language, const char *a,
		      const char *b)
{
	return icu_collate(&language->icu, a, b);
}
