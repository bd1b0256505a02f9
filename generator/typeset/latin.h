/* Words, numbers and document symbols: where a Latin text may break. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_LATIN_H
#define TYPESET_LATIN_H

#include "typeset/classes.h"

#include <glib.h>
#include <hyphen.h>
#include <stddef.h>

struct arena;

/* How a character holds to the one before it. */
enum bond {
	BOND_NONE,
	BOND_TIGHT,	 /* inside a number or a document symbol */
	BOND_SLASH,	 /* behind a slash of a document symbol */
	BOND_HYPHEN,	 /* a word may be hyphenated here */
	BOND_HYPHEN_LAST /* … if nothing else helps: behind two letters, or in
			  * a word that begins with a capital */
};

/* A character of a paragraph. */
struct sign {
	uint32_t character;
	size_t start; /* [bytes] in the paragraph's text */
	size_t run;
	enum class class;
	bool may_break; /* before it, after UAX 14 */
	enum bond bond;
};

/* Bind numbers: 3,829 and 3 829, 9/4, 13–17, 2023-10-13. A plain space
 * groups digits in Han setting only. */
void signs_bind_numbers(struct sign *, size_t count, bool is_han);

/* Bind document symbols such as A/RES/58/4: capitals and slashes. */
void signs_bind_symbols(struct sign *, size_t count);

/* --- hyphens.c --- */

struct hyphens {
	struct arena *arena;  /* of the words */
	HyphenDict *patterns; /* owned; NULL: not read */
	GHashTable *words;    /* those met, with their points */
};

/* Hyphenate by these patterns. The words that are met are kept in the arena. */
void hyphens_open(struct arena *, struct hyphens *, HyphenDict *);
void hyphens_close(struct hyphens *);

/* Find the places for hyphens in words of five letters and more, small but for
 * the first, that touch neither hyphen nor slash nor digit. */
void signs_hyphenate(struct sign *, size_t count, struct hyphens *);

/* True if there is such a word. */
bool signs_have_word(const struct sign *, size_t count);

#endif
