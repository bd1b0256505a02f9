/* What the wording of a text is checked for: how sentences begin, comparisons,
 * numbers in one series, States in a row. A profile need not know of these:
 * then nothing is found. Texts are valid UTF-8. */
/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_WORDING_H
#define LANGUAGE_WORDING_H

#include <stdbool.h>
#include <stddef.h>

struct language;

/* True if no sentence may begin with digits. */
bool language_opens_in_words(const struct language *);

/* True for an ASCII letter or digit. */
static inline bool
language_is_letter(const char *text, size_t at)
{
	return (text[at] >= 'a' && text[at] <= 'z') ||
	       (text[at] >= 'A' && text[at] <= 'Z') ||
	       (text[at] >= '0' && text[at] <= '9');
}

/* [bytes] up to where the next word may begin, behind the letters at the offset
 * or behind the one byte that is none; 0 at the text's end. */
static inline size_t
language_step(const char *text, size_t at)
{
	size_t to = at;

	while (language_is_letter(text, to))
		to++;
	return to > at || text[at] == '\0' ? to - at : 1;
}

/* [bytes] of the expression at the offset that compares or ranks, such as
 * "most", or of one that looks so and does not, such as "at least"; 0 if there
 * is none. */
size_t language_comparison(const struct language *, const char *text, size_t at,
			   bool *compares);

/* True if just these bytes between two numbers make them one series. */
bool language_joins_series(const struct language *, const char *text,
			   size_t length);

/* True if the texts behind two numbers count the same: "States of", "State". */
bool language_counts_alike(const struct language *, const char *a,
			   const char *b);

/* The code of the language by whose names States in a row are ordered; NULL if
 * they are in no order. */
const char *language_roll_names(const struct language *);
/* [bytes] of what stands between two names in a row, 0 if nothing does. */
size_t language_roll_join(const struct language *, const char *text);
/* Below 0 if `a` stands before `b`. */
int language_roll_compare(const struct language *, const char *a,
			  const char *b);

#endif
