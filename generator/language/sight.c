/* Find numbers in a text: digits, words, ordinals, fractions, percentages. */
/* SPDX-License-Identifier: MIT */
#include "language/sight.h"

#include "base/text.h"
#include "language/profile.h"

#include <string.h>

enum {
	DIGITS_MOST = 15
};

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

/* What Unicode may have digits or signs of numbers in: not Han ideographs,
 * which the profile's words tell. */
static bool
is_foreign(const char *text)
{
	unsigned char lead = (unsigned char)*text;

	return lead >= 0xc2 && (lead < 0xe4 || lead > 0xe9);
}

/* A digit of any script: its bytes. */
static size_t
digit_at(const char *text, char *digit)
{
	const char *end = text;
	int value;

	if (is_digit(*text)) {
		*digit = *text;
		return 1;
	}
	if (!is_foreign(text))
		return 0;
	value = icu_digit(utf8_next(&end));
	*digit = (char)('0' + value);
	return value < 0 ? 0 : (size_t)(end - text);
}

static bool
is_sign(const char *text)
{
	return is_foreign(text) && icu_is_number(utf8_next(&text));
}

/* [bytes] of signs that stand for numbers: ½, ², Ⅳ, ①. */
static size_t
signs_at(const char *text)
{
	const char *end = text;

	while (is_sign(end))
		utf8_next(&end);
	return (size_t)(end - text);
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
thousands_at(const struct language *language, const char *text)
{
	size_t length = words_match(language->thousands, text);
	bool is_space = strcmp(language->thousands, "\xc2\xa0") == 0;

	if (length == 0 && is_space)
		length = words_match(" ", text);
	if (length == 0 && is_space &&
	    (strncmp(text, "\xe2\x80\xaf", 3) == 0 ||
	     strncmp(text, "\xe2\x80\x89", 3) == 0))
		length = 3;
	return length > 0 && are_three_digits(text + length) ? length : 0;
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
		if (run == 0 || run > 3)
			break;
		length = thousands_at(language, text + at);
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

/* --- what follows --- */

/* "one third", "half": *length grows over the word for the part. */
static bool
part_read(const struct language *language, const char *text,
	  struct sighting *sighting)
{
	size_t end = sighting->at + sighting->length;
	size_t join = sighting->length > 0
			  ? numeral_join_at(language, text + end)
			  : 0;
	const struct numeral_word *word;

	if (sighting->length > 0 && join == 0 && !language->is_han)
		return false;
	word = numeral_word_at(language, text, end + join, 1U << ROLE_PART);
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
	size_t length = strings_match(&language->numerals.percents,
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

static bool
ordinal_read(const struct language *language, const char *text,
	     struct sighting *sighting)
{
	size_t end = sighting->at + sighting->length;
	size_t join = sighting->length > 0
			  ? numeral_join_at(language, text + end)
			  : 0;
	const struct numeral_word *word = numeral_word_at(
	    language, text, end + join, 1U << ROLE_ORDINAL);

	if (word == NULL ||
	    (sighting->length > 0 && (join == 0 || sighting->number % 10 != 0)))
		return 0;
	sighting->kind = SIGHTING_ORDINAL;
	sighting->number += word->value;
	sighting->length += join + word->length;
	return true;
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

/* Words, or signs. */
static size_t
words_at(const struct language *language, const char *text,
	 struct sighting *sighting)
{
	const struct numeral_word *word = numeral_word_at(language, text,
							  sighting->at, ~0U);

	if (word == NULL || word->role == ROLE_VAGUE) {
		sighting->number = -1;
		sighting->length = word == NULL ? signs_at(text + sighting->at)
						: word->length;
		return sighting->length;
	}
	sighting->length = spelled_read(language, text, sighting->at,
					&sighting->number);
	if (sighting->length > 0 && over_read(language, text, sighting))
		return sighting->length;
	if (!ordinal_read(language, text, sighting) &&
	    !part_read(language, text, sighting) && sighting->length > 0)
		percent_read(language, text, sighting);
	return sighting->length;
}

size_t
sight_at(const struct language *language, const char *text, size_t at,
	 struct sighting *sighting)
{
	if (!language->numerals.may_begin[text_group(text + at)] &&
	    !is_sign(text + at))
		return 0;
	*sighting = (struct sighting){.at = at};
	if (figures_at(language, text, sighting) == 0)
		return words_at(language, text, sighting);
	percent_read(language, text, sighting);
	return sighting->length;
}

/* No number begins at a letter behind another, nor inside a character. */
static bool
may_begin(const char *text, size_t at)
{
	return is_letter(text[at]) ? at == 0 || !is_letter(text[at - 1])
				   : ((unsigned char)text[at] & 0xc0) != 0x80;
}

bool
language_sight(const struct language *language, const char *text, size_t from,
	       struct sighting *sighting)
{
	for (size_t at = from; text[at] != '\0'; at++) {
		if (may_begin(text, at) &&
		    sight_at(language, text, at, sighting) > 0)
			return true;
	}
	return false;
}
