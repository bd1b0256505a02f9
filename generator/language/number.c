/* Numbers, percentages, days and counters. */
/* SPDX-License-Identifier: MIT */
#include "language/profile.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *
language_tag(const struct language *language)
{
	return language->tag;
}

const char *
language_code(const struct language *language)
{
	return language->code;
}

const char *
language_name(const struct language *language)
{
	return language->name;
}

bool
language_is_han(const struct language *language)
{
	return language->is_han;
}

static char *
text_finish(struct arena *arena, struct text *text)
{
	char *string = arena_copy(arena, text_string(text));

	text_free(text);
	return string;
}

char *
pattern_fill(struct arena *arena, const char *pattern,
	     const char *const *arguments, size_t count)
{
	struct text text = {0};

	for (; *pattern != '\0'; pattern++) {
		size_t place = (size_t)(pattern[1] - '0');

		if (pattern[0] == '{' && pattern[1] >= '0' &&
		    pattern[1] <= '9' && pattern[2] == '}' && place < count) {
			text_add(&text, arguments[place]);
			pattern += 2;
		} else {
			text_add_bytes(&text, pattern, 1);
		}
	}
	return text_finish(arena, &text);
}

char *
pattern_fill_one(struct arena *arena, const char *pattern, const char *argument)
{
	return pattern_fill(arena, pattern, &argument, 1);
}

/* Add digits in groups of three from the right. */
static void
digits_group(struct text *text, const struct language *language,
	     const char *digits)
{
	size_t length = strlen(digits);
	bool is_grouped = length >= (size_t)language->group_from;

	for (size_t i = 0; i < length; i++) {
		if (is_grouped && i > 0 && (length - i) % 3 == 0)
			text_add(text, language->thousands);
		text_add_bytes(text, &digits[i], 1);
	}
}

/* Add a number of units of 10 to the -decimals. */
static void
number_add(struct text *text, const struct language *language, long long number,
	   int decimals)
{
	unsigned long long size = number < 0 ? -(unsigned long long)number
					     : (unsigned long long)number;
	unsigned long long scale = 1;
	char digits[24];

	for (int i = 0; i < decimals; i++)
		scale *= 10;
	if (number < 0)
		text_add(text, language->minus);
	snprintf(digits, sizeof(digits), "%llu", size / scale);
	digits_group(text, language, digits);
	if (decimals > 0)
		text_print(text, "%s%0*llu", language->decimal, decimals,
			   size % scale);
}

char *
language_number(struct arena *arena, const struct language *language,
		long long number)
{
	struct text text = {0};

	number_add(&text, language, number, 0);
	return text_finish(arena, &text);
}

char *
language_words(struct arena *arena, const struct language *language,
	       long long number)
{
	if (number == 0 && language->zero != NULL)
		return arena_copy(arena, language->zero);
	return icu_number_write(arena, &language->icu, ICU_WORDS, number);
}

char *
language_ordinal(struct arena *arena, const struct language *language,
		 long long number)
{
	if (language->ordinal != NULL)
		return pattern_fill_one(
		    arena, language->ordinal,
		    language_words(arena, language, number));
	return icu_number_write(arena, &language->icu, ICU_ORDINALS, number);
}

char *
language_count(struct arena *arena, const struct language *language,
	       long long number)
{
	if (number == 2 && language->two != NULL && language->words_under > 2)
		return arena_copy(arena, language->two);
	if (number >= 0 && number < language->words_under)
		return language_words(arena, language, number);
	return language_number(arena, language, number);
}

char *
percent_write(struct arena *arena, const struct language *language,
	      const char *pattern, long long value, int decimals)
{
	struct text text = {0};
	char *percent;

	number_add(&text, language, value, decimals);
	percent = pattern_fill_one(arena, pattern, text_string(&text));
	text_free(&text);
	return percent;
}

char *
language_percent(struct arena *arena, const struct language *language,
		 struct ratio ratio, int decimals)
{
	long long scale = 100;

	if (ratio.whole == 0)
		return arena_copy(arena, language->nothing);
	for (int i = 0; i < decimals; i++)
		scale *= 10;
	return percent_write(arena, language, language->percent,
			     ratio_round(ratio, scale), decimals);
}

char *
language_percent_short(struct arena *arena, const struct language *language,
		       struct ratio ratio)
{
	if (ratio.whole == 0)
		return arena_copy(arena, language->nothing);
	return percent_write(arena, language, language->percent_short,
			     ratio_round(ratio, 100), 0);
}

char *
language_day(struct arena *arena, const struct language *language,
	     int32_t yyyymmdd)
{
	return icu_date_write(arena, &language->icu, ICU_DAY, yyyymmdd);
}

char *
language_year(struct arena *arena, const struct language *language, int year)
{
	char digits[16];

	snprintf(digits, sizeof(digits), "%d", year);
	return pattern_fill_one(arena, language->year, digits);
}

/* a to z, aa, ab … as lists are lettered. */
static char *
letters_write(struct arena *arena, long long number, char first)
{
	char letters[16];
	size_t at = sizeof(letters) - 1;

	letters[at] = '\0';
	for (; number > 0; number = (number - 1) / 26)
		letters[--at] = (char)(first + (number - 1) % 26);
	return arena_copy(arena, letters + at);
}

/* Beyond 3,999 the letters that are in all fonts are at their end: decimal. */
static char *
roman_write(struct arena *arena, long long number, bool is_upper)
{
	static const struct {
		int value;
		const char *lower, *upper;
	} signs[] = {{1000, "m", "M"},	{900, "cm", "CM"}, {500, "d", "D"},
		     {400, "cd", "CD"}, {100, "c", "C"},   {90, "xc", "XC"},
		     {50, "l", "L"},	{40, "xl", "XL"},  {10, "x", "X"},
		     {9, "ix", "IX"},	{5, "v", "V"},	   {4, "iv", "IV"},
		     {1, "i", "I"}};
	struct text text = {0};
	char *written;

	if (number >= 4000)
		return arena_print(arena, "%lld", number);
	for (size_t i = 0; i < COUNT(signs); i++)
		for (; number >= signs[i].value; number -= signs[i].value)
			text_add(&text,
				 is_upper ? signs[i].upper : signs[i].lower);
	written = arena_copy(arena, text_string(&text));
	text_free(&text);
	return written;
}

char *
numeral_write(struct arena *arena, const struct language *language,
	      enum numeral numeral, long long number)
{
	assert(number > 0);
	switch (numeral) {
	case NUMERAL_DECIMAL:
		return arena_print(arena, "%lld", number);
	case NUMERAL_ALPHA:
		return letters_write(arena, number, 'a');
	case NUMERAL_ALPHA_UPPER:
		return letters_write(arena, number, 'A');
	case NUMERAL_ROMAN:
		return roman_write(arena, number, false);
	case NUMERAL_ROMAN_UPPER:
		return roman_write(arena, number, true);
	case NUMERAL_WORDS:
		return icu_number_write(arena, &language->icu, ICU_WORDS,
					number);
	case NUMERALS:
		break;
	}
	abort();
}

char *
language_counter(struct arena *arena, const struct language *language,
		 enum counter counter, int number)
{
	enum numeral numeral = language->counters[counter].numeral;
	long long upto = language->counters[counter].upto;

	if (upto > 0 && number > upto)
		numeral = NUMERAL_DECIMAL;
	return pattern_fill_one(
	    arena, language->counters[counter].pattern,
	    numeral_write(arena, language, numeral, number));
}
