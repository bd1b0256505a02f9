/* Find numbers in a text: digits, words, ordinals, fractions, percentages. */
/* SPDX-License-Identifier: MIT */
#include "language/sight.h"

#include "base/text.h"
#include "language/profile.h"

#include <string.h>

enum {
	DIGITS_MOST = 15,
	TEN_THOUSAND = 10000
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

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

		if (a == ' ' && strncmp(text + at, "\xc2\xa0", 2) == 0) {
			at += 2;
			continue;
		}
		if (a != b && !(is_letter(a) && (a | 0x20) == (b | 0x20)))
			return 0;
		at++;
	}
	return at;
}

static size_t
any_match(const struct strings *strings, const char *text)
{
	size_t longest = 0;

	for (size_t i = 0; i < strings->count; i++) {
		size_t length = words_match(strings->items[i], text);

		longest = length > longest ? length : longest;
	}
	return longest;
}

/* --- digits --- */

/* A number while it is read. */
struct reading {
	unsigned long long value;
	int digits;
	int decimals;
};

static void
digit_take(struct reading *reading, char digit)
{
	reading->value = reading->value * 10 + (unsigned)(digit - '0');
	reading->digits++;
}

/* A full-width digit, U+FF10 and on, or an ASCII one: its bytes. */
static size_t
digit_at(const char *text, char *digit)
{
	const unsigned char *bytes = (const unsigned char *)text;

	if (is_digit(*text)) {
		*digit = *text;
		return 1;
	}
	if (bytes[0] == 0xef && bytes[1] == 0xbc && bytes[2] >= 0x90 &&
	    bytes[2] <= 0x99) {
		*digit = (char)('0' + bytes[2] - 0x90);
		return 3;
	}
	return 0;
}

static bool
are_three_digits(const char *text)
{
	return is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) &&
	       !is_digit(text[3]);
}

/* [bytes] of what parts thousands here: three digits follow and no more. The
 * profile's own, and where that is a space, any space. */
static size_t
thousands_at(const struct language *language, const char *text, int digits)
{
	size_t length = words_match(language->thousands, text);
	bool is_space = strcmp(language->thousands, "\xc2\xa0") == 0;

	if (length == 0 && is_space)
		length = words_match(" ", text);
	if (length == 0 && is_space &&
	    (strncmp(text, "\xe2\x80\xaf", 3) == 0 ||
	     strncmp(text, "\xe2\x80\x89", 3) == 0))
		length = 3;
	return digits > 0 && digits <= 3 && length > 0 &&
		       are_three_digits(text + length)
		   ? length
		   : 0;
}

static size_t
digits_read(const struct language *language, const char *text,
	    struct reading *reading)
{
	size_t at = 0, length;
	int run = 0;
	char digit;

	for (;;) {
		while ((length = digit_at(text + at, &digit)) > 0) {
			digit_take(reading, digit);
			at += length;
			run++;
			if (reading->digits > DIGITS_MOST)
				reading->value = 0;
		}
		length = run <= 3 ? thousands_at(language, text + at, run) : 0;
		if (length == 0)
			break;
		at += length;
		run = 0;
	}
	length = at > 0 ? words_match(language->decimal, text + at) : 0;
	if (length > 0 && is_digit(text[at + length]))
		for (at += length; is_digit(text[at]); at++) {
			digit_take(reading, text[at]);
			reading->decimals++;
		}
	return at;
}

/* --- words --- */

static const struct numeral_word *
word_at(const struct language *language, const char *text, size_t at,
	unsigned wanted)
{
	const struct numerals *numerals = &language->numerals;

	if (is_letter_before(language, text, at))
		return NULL;
	for (size_t i = 0; i < numerals->count; i++) {
		const struct numeral_word *word = &numerals->words[i];
		size_t length;

		if ((wanted >> word->role & 1) == 0)
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

	if (number < 0)
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

static bool
scale_take(struct spelling *spelling, long long value)
{
	long long number = spelling->number < 0 ? 1 : spelling->number;

	if (spelling->is_row || spelling->total > (1LL << 40))
		return false;
	if (value < 1000 || (value < TEN_THOUSAND && spelling->section == 0 &&
			     spelling->total == 0)) {
		spelling->section += number * value;
	} else {
		if (spelling->number < 0 && spelling->section > 0)
			number = 0;
		spelling->total += (spelling->section + number) * value;
		spelling->section = 0;
	}
	spelling->number = -1;
	return true;
}

/* Rows of digits are of languages whose words need nothing between them. */
static size_t
join_at(const struct language *language, const char *text)
{
	return any_match(&language->numerals.joins, text);
}

static size_t
spelled_read(const struct language *language, const char *text, size_t at,
	     long long *value)
{
	struct spelling spelling = {.number = -1};
	size_t end = at;

	for (;;) {
		size_t join = spelling.is_begun ? join_at(language, text + end)
						: 0;
		const struct numeral_word *word;

		if (spelling.is_begun && join == 0 && !language->is_han)
			break;
		word = word_at(language, text, end + join,
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

/* --- what follows --- */

/* "one third", "half": *length grows over the word for the part. */
static bool
part_read(const struct language *language, const char *text,
	  struct sighting *sighting)
{
	size_t end = sighting->at + sighting->length;
	size_t join = sighting->length > 0 ? join_at(language, text + end) : 0;
	const struct numeral_word *word;

	if (sighting->length > 0 && join == 0 && !language->is_han)
		return false;
	word = word_at(language, text, end + join, 1U << ROLE_PART);
	if (word == NULL)
		return false;
	sighting->ratio = (struct ratio){
	    sighting->length == 0 ? 1 : sighting->number, word->value};
	sighting->kind = SIGHTING_SHARE;
	sighting->length += join + word->length;
	return true;
}

/* 三分之一: the whole, then the part. */
static bool
over_read(const struct language *language, const char *text,
	  struct sighting *sighting)
{
	size_t end = sighting->at + sighting->length;
	size_t over = words_match(language->numerals.over, text + end), length;
	struct reading reading = {0};
	long long part;

	if (over == 0 || sighting->number <= 0)
		return false;
	length = spelled_read(language, text, end + over, &part);
	if (length == 0) {
		length = digits_read(language, text + end + over, &reading);
		part = (long long)reading.value;
	}
	if (length == 0 || reading.decimals > 0)
		return false;
	sighting->kind = SIGHTING_SHARE;
	sighting->is_percent = sighting->number == 100;
	sighting->ratio = (struct ratio){part, sighting->number};
	sighting->length += over + length;
	return true;
}

static void
percent_read(const struct language *language, const char *text,
	     struct sighting *sighting)
{
	size_t length = any_match(&language->numerals.percents,
				  text + sighting->at + sighting->length);

	if (length == 0)
		return;
	if (sighting->kind == SIGHTING_NUMBER)
		sighting->ratio = (struct ratio){sighting->number, 1};
	sighting->ratio.whole *= 100;
	sighting->kind = SIGHTING_SHARE;
	sighting->is_percent = true;
	sighting->length += length;
}

static size_t
ordinal_read(const struct language *language, const char *text,
	     struct sighting *sighting)
{
	size_t end = sighting->at + sighting->length;
	size_t join = sighting->length > 0 ? join_at(language, text + end) : 0;
	const struct numeral_word *word = word_at(language, text, end + join,
						  1U << ROLE_ORDINAL);

	if (word == NULL ||
	    (sighting->length > 0 && (join == 0 || sighting->number % 10 != 0)))
		return 0;
	sighting->kind = SIGHTING_ORDINAL;
	sighting->number += word->value;
	sighting->length += join + word->length;
	return sighting->length;
}

static size_t
figures_at(const struct language *language, const char *text,
	   struct sighting *sighting)
{
	struct reading reading = {0};
	long long scale = 1;

	sighting->length = digits_read(language, text + sighting->at, &reading);
	if (sighting->length == 0)
		return 0;
	sighting->number = reading.digits > DIGITS_MOST
			       ? -1
			       : (long long)reading.value;
	for (int i = 0; i < reading.decimals && i < DIGITS_MOST; i++)
		scale *= 10;
	if (reading.decimals > 0) {
		sighting->kind = SIGHTING_SHARE;
		sighting->ratio = (struct ratio){sighting->number, scale};
	} else {
		over_read(language, text, sighting);
	}
	return sighting->length;
}

size_t
sight_at(const struct language *language, const char *text, size_t at,
	 struct sighting *sighting)
{
	*sighting = (struct sighting){.at = at};
	if (figures_at(language, text, sighting) == 0) {
		sighting->length = spelled_read(language, text, at,
						&sighting->number);
		if (sighting->length > 0 && over_read(language, text, sighting))
			return sighting->length;
		if (part_read(language, text, sighting) ||
		    ordinal_read(language, text, sighting) > 0)
			return sighting->length;
	}
	if (sighting->length > 0)
		percent_read(language, text, sighting);
	return sighting->length;
}

bool
language_sight(const struct language *language, const char *text, size_t from,
	       struct sighting *sighting)
{
	for (size_t at = from; text[at] != '\0'; at++) {
		/* Only where a character starts. */
		if (((unsigned char)text[at] & 0xc0) == 0x80)
			continue;
		if (sight_at(language, text, at, sighting) > 0)
			return true;
	}
	return false;
}
