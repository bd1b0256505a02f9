/* Numbers in words: counts, scales and what joins them. */
/* SPDX-License-Identifier: MIT */
#include "language/profile.h"

enum {
	TEN_THOUSAND = 10000
};

/* A letter of an alphabet: any character over ASCII that is not of Han setting
 * is taken for one, so that "dix" is not seen in a longer word. */
static bool
is_letter_before(const struct language *language, const char *text, size_t at)
{
	if (at == 0)
		return false;
	return is_letter(text[at - 1]) ||
	       (!language->is_han && (text[at - 1] & 0x80) != 0 &&
		(unsigned char)text[at - 1] >= 0xc0);
}

size_t
words_match(const char *words, const char *text)
{
	size_t at = 0;

	for (; *words != '\0'; words++) {
		char a = *words, b = text[at];

		if (a == ' ' && b == '\xc2' && text[at + 1] == '\xa0') {
			at += 2;
			continue;
		}
		if (a != b && !(is_letter(a) && (a | 0x20) == (b | 0x20)))
			return 0;
		at++;
	}
	return at;
}

size_t
strings_match(const struct strings *strings, const char *text)
{
	size_t longest = 0;

	for (size_t i = 0; i < strings->count; i++) {
		size_t length = words_match(strings->items[i], text);

		longest = length > longest ? length : longest;
	}
	return longest;
}

const struct numeral_word *
numeral_word_at(const struct language *language, const char *text, size_t at,
		unsigned wanted)
{
	const struct numerals *numerals = &language->numerals;
	size_t group;

	if (is_letter_before(language, text, at))
		return NULL;
	group = text_group(text + at);
	for (size_t i = numerals->first[group]; i < numerals->first[group + 1];
	     i++) {
		const struct numeral_word *word = &numerals->words[i];
		size_t length;

		if ((wanted >> word->role & 1) == 0 ||
		    !words_may_match(word->word, text + at))
			continue;
		length = words_match(word->word, text + at);
		if (length == 0)
			continue;
		if (is_letter(word->word[word->length - 1]) &&
		    (is_letter(text[at + length]) ||
		     is_digit(text[at + length])))
			continue;
		return word;
	}
	return NULL;
}

/* A number in words: sections of ten thousand or of a thousand. */
struct spelling {
	long long total;
	long long section;
	long long number; /* -1: none since the last scale */
	bool is_row;	  /* digits one after another, 二〇二三 */
	bool is_begun;
};

static bool
count_take(struct spelling *spelling, long long value)
{
	long long number = spelling->number;

	/* A zero behind a scale stands for the places that it skips. */
	if (number < 0 ||
	    (number == 0 && spelling->section + spelling->total > 0))
		spelling->number = value;
	else if (number >= 20 && number % 10 == 0 && value < 10 && value > 0 &&
		 !spelling->is_row)
		spelling->number += value;
	else if (value < 10 && spelling->section == 0 && spelling->total == 0 &&
		 number < TEN_THOUSAND && (number < 10 || spelling->is_row)) {
		spelling->is_row = true;
		spelling->number = number * 10 + value;
	} else
		return false;
	return true;
}

/* A scale multiplies its count, or a section of smaller scales as a whole: 两千
 * and two hundred are sections, 两千万 and two hundred thousand are not. */
static bool
scale_take(struct spelling *spelling, long long value)
{
	bool is_bare = spelling->number < 0;
	long long number = is_bare && spelling->section == 0 ? 1
			   : is_bare			     ? 0
							     : spelling->number;

	if (spelling->is_row)
		return false;
	if (value < TEN_THOUSAND &&
	    (spelling->section == 0 || value < spelling->section)) {
		number = is_bare ? 1 : number;
		if (__builtin_mul_overflow(number, value, &number))
			return false;
		spelling->section += number;
	} else if (is_bare && spelling->section == 0 && spelling->total > 0) {
		if (__builtin_mul_overflow(spelling->total, value, &number))
			return false;
		spelling->total = number;
	} else {
		number += spelling->section;
		if (__builtin_mul_overflow(number, value, &number) ||
		    __builtin_add_overflow(spelling->total, number, &number))
			return false;
		spelling->total = number;
		spelling->section = 0;
	}
	spelling->number = -1;
	return true;
}

size_t
numeral_join_at(const struct language *language, const char *text)
{
	return strings_match(&language->numerals.joins, text);
}

size_t
spelled_read(const struct language *language, const char *text, size_t at,
	     long long *value)
{
	struct spelling spelling = {.number = -1};
	size_t end = at;

	for (;;) {
		size_t join = spelling.is_begun
				  ? numeral_join_at(language, text + end)
				  : 0;
		const struct numeral_word *word;

		if (spelling.is_begun && join == 0 && !language->is_han)
			break;
		word = numeral_word_at(language, text, end + join,
				       1U << ROLE_COUNT | 1U << ROLE_SCALE);
		if (word == NULL)
			break;
		if (word->role == ROLE_COUNT && join > 0 &&
		    spelling.number >= 0 && spelling.number < 10)
			break; /* "one two" are two numbers */
		if (!(word->role == ROLE_COUNT
			  ? count_take(&spelling, word->value)
			  : scale_take(&spelling, word->value)))
			break;
		spelling.is_begun = true;
		end += join + word->length;
	}
	*value = spelling.total + spelling.section +
		 (spelling.number < 0 ? 0 : spelling.number);
	return end - at;
}
