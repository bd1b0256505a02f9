/* The door to ICU: numbers in words, plurals, days. */
/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_ICU_H
#define LANGUAGE_ICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>

struct arena;

enum icu_number {
	ICU_WORDS,
	ICU_ORDINALS,
	ICU_NUMBERS
};

enum icu_date {
	ICU_DAY,
	ICU_MONTH,
	ICU_DATES
};

/* Plural categories of CLDR, of which a language has some. */
enum {
	PLURALS_MOST = 6
};

struct icu {
	UNumberFormat *numbers[ICU_NUMBERS];
	UDateFormat *dates[ICU_DATES];
	UPluralRules *rules;
	UCollator *collator; /* numbers by their value: 2 before 10 */
	const char *plurals[PLURALS_MOST]; /* from "zero" to "other" */
	size_t plural_count;
};

/* Open all handles; `ordinals` may be NULL for none, `collation` is a locale.
 * On failure *fault is what ICU could not make; icu_close releases what there
 * is either way. */
bool icu_open(struct icu *, const char *locale, const char *words,
	      const char *ordinals, const char *day, const char *month,
	      const char *collation, const char **fault);
void icu_close(struct icu *);

char *icu_number_write(struct arena *, const struct icu *, enum icu_number,
		       long long);
char *icu_date_write(struct arena *, const struct icu *, enum icu_date,
		     int32_t yyyymmdd);

/* Index of the number's category among icu->plurals. */
size_t icu_plural(const struct icu *, long long);

/* The value of a decimal digit of any script, -1 of any other character. */
int icu_digit(uint32_t);

/* True of a digit or another sign that stands for a number: ½, ², Ⅳ, ①. */
bool icu_is_number(uint32_t);

/* Below 0 if `a` stands before `b` in a list of names. */
int icu_collate(const struct icu *, const char *a, const char *b);

/* The string with its first letter as a capital. */
char *icu_capitalize(struct arena *, const char *);

#endif
