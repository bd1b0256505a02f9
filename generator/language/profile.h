/* A language's profile as read, and ICU's handles for it. */
/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_PROFILE_H
#define LANGUAGE_PROFILE_H

#include "language/icu.h"
#include "language/language.h"
#include "language/numerals.h"
#include "language/share.h"

enum numeral {
	NUMERAL_DECIMAL,
	NUMERAL_ALPHA,
	NUMERAL_ALPHA_UPPER,
	NUMERAL_ROMAN,
	NUMERAL_ROMAN_UPPER,
	NUMERAL_WORDS,
	NUMERALS
};

struct phrase {
	const char *key;
	const char *words;
};

/* Strings are the arena's; a pattern has {0} where words go in. */
struct language {
	const char *code;
	const char *tag;
	const char *name;
	bool is_han;
	bool opens_in_words; /* no sentence begins with digits */
	struct icu icu;

	int words_under;
	const char *zero; /* or NULL: as ICU has it */
	const char *two;  /* the same, before what is counted */
	const char *thousands;
	int group_from; /* [digits] */
	const char *decimal;
	const char *minus;
	const char *nothing;
	const char *counted; /* pattern of number and thing */
	const char *ordinal; /* pattern around words, or NULL: ICU's */

	const char *percent; /* patterns */
	const char *percent_short;
	const char *percent_words; /* around words instead of digits */
	int percent_decimals;	   /* where no form says otherwise */
	const char *near;
	const char *over;
	const char *over_one;
	const char *under;

	struct fractions fractions;
	struct majority *majorities; /* the largest first */
	size_t majority_count;

	enum numeral article_numeral;
	const char *article; /* patterns */
	const char *article_one;
	const char *article_several;
	enum numeral paragraph_numeral;
	const char *paragraph;	       /* pattern */
	const char *provision_one;     /* patterns: article and paragraph */
	const char *provision_several; /* the same with several paragraphs */
	const char *provision_between;
	const char *provision_last;
	const char *provision_last_several; /* if an article has several */
	const char *list_between;
	const char *list_last;
	const char *year;	   /* pattern */
	const char *range_numbers; /* patterns of both ends, or NULL */
	const char *range_shares;  /* of both percentages' figures */
	const char *range_days;

	struct {
		enum numeral numeral;
		long long upto; /* beyond: decimal; 0 for no end */
		const char *pattern;
	} counters[COUNTERS];

	struct phrase *phrases;
	size_t phrase_count;

	struct numerals numerals;	/* as they are found in a text */
	struct contexts contexts;	/* in which a number is none */
	struct strings series;		/* between numbers of like things */
	struct grouped comparisons;	/* words that compare or rank */
	struct grouped not_comparisons; /* expressions with one that do not */
	struct strings roll_joins;	/* between names of States in a row */
	const char *roll_names; /* code of the language by whose names they are
				   ordered, or NULL: in no order */
};

/* Read what a profile need not have: <ranges>, <series>, <comparisons> and
 * <roll>. The language's code is set. */
void wording_read(struct arena *, struct language *,
		  const struct element *root);

/* The pattern with {0}, {1} … replaced; a place beyond the arguments stays. */
char *pattern_fill(struct arena *, const char *pattern,
		   const char *const *arguments, size_t count);
char *pattern_fill_one(struct arena *, const char *pattern,
		       const char *argument);

/* The number as a numeral; it must be over 0 for letters and romans. */
char *numeral_write(struct arena *, const struct language *, enum numeral,
		    long long);

/* A percentage, a multiple of 1/scale of a hundredth, in the pattern. */
char *percent_write(struct arena *, const struct language *,
		    const char *pattern, long long value, int decimals);

#endif
