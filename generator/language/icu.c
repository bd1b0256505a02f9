/* The door to ICU: numbers in words, plurals, days. */
/* SPDX-License-Identifier: MIT */
#include "language/icu.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

enum {
	UNITS_MOST = 1024 /* UTF-16 units of anything formatted here */
};

/* From UTF-16; "" if ICU failed to format. */
static char *
string_from(struct arena *arena, const UChar *units, int32_t length,
	    UErrorCode status)
{
	char bytes[3 * UNITS_MOST + 1] = "";
	int32_t count = 0;

	if (U_FAILURE(status) || length > UNITS_MOST)
		return arena_copy(arena, "");
	u_strToUTF8(bytes, sizeof(bytes), &count, units, length, &status);
	return U_FAILURE(status)
		   ? arena_copy(arena, "")
		   : arena_copy_bytes(arena, bytes, (size_t)count);
}

static bool
units_from(UChar *units, int32_t *length, const char *string)
{
	UErrorCode status = U_ZERO_ERROR;

	u_strFromUTF8(units, UNITS_MOST, length, string, -1, &status);
	return U_SUCCESS(status);
}

static UNumberFormat *
rules_open(const char *locale, const char *ruleset)
{
	UErrorCode status = U_ZERO_ERROR;
	UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL,
					  &status);
	UChar units[UNITS_MOST];
	int32_t length = 0;

	if (U_FAILURE(status) || !units_from(units, &length, ruleset)) {
		unum_close(format);
		return NULL;
	}
	unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, units, length,
			      &status);
	if (U_SUCCESS(status))
		return format;
	unum_close(format);
	return NULL;
}

static UDateFormat *
date_open(const char *locale, const char *pattern)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[UNITS_MOST];
	int32_t length = 0;
	UDateFormat *format;

	if (!units_from(units, &length, pattern))
		return NULL;
	format = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, u"GMT", -1,
			   units, length, &status);
	if (U_SUCCESS(status))
		return format;
	udat_close(format);
	return NULL;
}

/* The categories that the language has, in CLDR's order. */
static bool
plurals_open(struct icu *icu, const char *locale)
{
	static const char *const all[] = {"zero", "one",  "two",
					  "few",  "many", "other"};
	UErrorCode status = U_ZERO_ERROR;
	UEnumeration *keywords;

	static_assert(COUNT(all) == PLURALS_MOST, "all categories are here");
	icu->rules = uplrules_openForType(locale, UPLURAL_TYPE_CARDINAL,
					  &status);
	for (size_t i = 0; i < COUNT(all); i++) {
		keywords = uplrules_getKeywords(icu->rules, &status);
		for (const char *name;
		     U_SUCCESS(status) &&
		     (name = uenum_next(keywords, NULL, &status)) != NULL;)
			if (strcmp(name, all[i]) == 0)
				icu->plurals[icu->plural_count++] = all[i];
		uenum_close(keywords);
	}
	return U_SUCCESS(status) && icu->plural_count > 0;
}

static UCollator *
collator_open(const char *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	UCollator *collator = ucol_open(locale, &status);

	ucol_setAttribute(collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
	if (U_SUCCESS(status))
		return collator;
	ucol_close(collator);
	return NULL;
}

bool
icu_open(struct icu *icu, const char *locale, const char *words,
	 const char *ordinals, const char *day, const char *month,
	 const char *collation, const char **fault)
{
	UErrorCode status = U_ZERO_ERROR;

	*icu = (struct icu){0};
	/* Else ICU falls back on the process's locale where it has no data. */
	uloc_setDefault("und", &status);
	icu->numbers[ICU_WORDS] = rules_open(locale, words);
	if (ordinals != NULL)
		icu->numbers[ICU_ORDINALS] = rules_open(locale, ordinals);
	icu->collator = collator_open(collation);
	icu->dates[ICU_DAY] = date_open(locale, day);
	icu->dates[ICU_MONTH] = date_open(locale, month);
	*fault = NULL;
	if (!plurals_open(icu, locale))
		*fault = locale;
	if (icu->collator == NULL)
		*fault = collation;
	if (icu->numbers[ICU_WORDS] == NULL)
		*fault = words;
	if (ordinals != NULL && icu->numbers[ICU_ORDINALS] == NULL)
		*fault = ordinals;
	if (icu->dates[ICU_DAY] == NULL)
		*fault = day;
	if (icu->dates[ICU_MONTH] == NULL)
		*fault = month;
	return *fault == NULL;
}

void
icu_close(struct icu *icu)
{
	for (size_t i = 0; i < COUNT(icu->numbers); i++)
		unum_close(icu->numbers[i]);
	for (size_t i = 0; i < COUNT(icu->dates); i++)
		udat_close(icu->dates[i]);
	uplrules_close(icu->rules);
	ucol_close(icu->collator);
	*icu = (struct icu){0};
}

char *
icu_number_write(struct arena *arena, const struct icu *icu,
		 enum icu_number kind, long long number)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[UNITS_MOST];
	int32_t length = unum_formatInt64(icu->numbers[kind], number, units,
					  UNITS_MOST, NULL, &status);

	return string_from(arena, units, length, status);
}

/* Days from 1 January 1970 in the Gregorian calendar, as if it had always been
 * in use; years count from March so that the leap day comes last. */
static int64_t
days_since_epoch(int32_t yyyymmdd)
{
	int64_t month = yyyymmdd / 100 % 100, day = yyyymmdd % 100;
	int64_t year = yyyymmdd / 10000 - (month <= 2);
	int64_t from_march = (month + 9) % 12;

	return 365 * year + year / 4 - year / 100 + year / 400 +
	       (153 * from_march + 2) / 5 + day - 1 - 719468;
}

char *
icu_date_write(struct arena *arena, const struct icu *icu, enum icu_date kind,
	       int32_t yyyymmdd)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[UNITS_MOST];
	/* A whole number of milliseconds, exact in a double. */
	UDate date = (UDate)(days_since_epoch(yyyymmdd) * 86400000);
	int32_t length = udat_format(icu->dates[kind], date, units, UNITS_MOST,
				     NULL, &status);

	return string_from(arena, units, length, status);
}

size_t
icu_plural(const struct icu *icu, long long number)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[UNITS_MOST];
	char name[UNITS_MOST + 1] = "";
	int32_t length = uplrules_select(icu->rules, fabs((double)number),
					 units, UNITS_MOST, &status);

	if (U_SUCCESS(status) && length <= UNITS_MOST)
		u_UCharsToChars(units, name, length);
	for (size_t i = 0; i < icu->plural_count; i++)
		if (strcmp(icu->plurals[i], name) == 0)
			return i;
	return icu->plural_count - 1; /* "other", which all have */
}

int
icu_collate(const struct icu *icu, const char *a, const char *b)
{
	UErrorCode status = U_ZERO_ERROR;

	return ucol_strcollUTF8(icu->collator, a, -1, b, -1, &status);
}

char *
icu_capitalize(struct arena *arena, const char *string)
{
	struct text text = {0};
	const char *rest = string;
	uint32_t first = utf8_next(&rest);
	char *capitalized;

	if (first != 0)
		text_add_character(&text, (uint32_t)u_toupper((UChar32)first));
	text_add(&text, rest);
	capitalized = arena_copy(arena, text_string(&text));
	text_free(&text);
	return capitalized;
}

int
icu_digit(uint32_t character)
{
	return u_charDigitValue((UChar32)character);
}

bool
icu_is_number(uint32_t character)
{
	return (U_GET_GC_MASK((UChar32)character) & U_GC_N_MASK) != 0;
}
