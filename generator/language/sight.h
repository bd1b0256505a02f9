/* Numbers found in a text of the language, and the expressions in which a
 * number is none: "article 52", "2030 年". */
/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_SIGHT_H
#define LANGUAGE_SIGHT_H

#include "base/ratio.h"

#include <stdbool.h>
#include <stddef.h>

struct language;

enum sighting_kind {
	SIGHTING_NUMBER,  /* 23, 3,829, fifty-four, 两 */
	SIGHTING_ORDINAL, /* third */
	SIGHTING_SHARE	  /* 65 per cent, 0.5, one third, 三分之一 */
};

/* A number as it stands in a text; all bytes of it. */
struct sighting {
	enum sighting_kind kind;
	size_t at;	    /* [bytes] in the text */
	size_t length;	    /* [bytes] */
	long long number;   /* NUMBER, ORDINAL */
	struct ratio ratio; /* SHARE */
	bool is_percent;    /* SHARE, written with the word or sign */
};

/* The first number from the offset on, in digits or words; false if there is
 * none. The text is valid UTF-8. A number too large to read is found with the
 * value -1. */
bool language_sight(const struct language *, const char *text, size_t from,
		    struct sighting *);

/* [bytes] of the longest of the profile's contexts that starts at the offset,
 * 0 if none does. What it spans is a name, a date or a reference. */
size_t language_context(const struct language *, const char *text, size_t at);

/* The same of an expression that holds a numeral and no number: 进一步. */
size_t language_idiom(const struct language *, const char *text, size_t at);

/* True if one spans the number that was found. */
bool language_is_idiom(const struct language *, const char *text,
		       const struct sighting *);

/* The next word from the offset on that is a number in a context only: a month,
 * a Roman number. False if there is none. */
bool language_named(const struct language *, const char *text, size_t from,
		    struct sighting *);

#endif
