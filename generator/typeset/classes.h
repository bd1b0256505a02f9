/* What a character is to the rules of line breaking and spacing. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_CLASSES_H
#define TYPESET_CLASSES_H

#include <stdbool.h>
#include <stdint.h>

enum class {
	CLASS_HAN,	  /* ideographs and what else is set full width */
	CLASS_OPEN,	  /* full-width brackets and quotes that open */
	CLASS_CLOSE,	  /* … that close */
	CLASS_PAUSE,	  /* full-width stops, commas, colons, ! and ? */
	CLASS_DASH,	  /* — and …, which come in pairs */
	CLASS_MIDDLE,	  /* marks between two words: · ～ ／ */
	CLASS_LETTER,	  /* Latin, Greek, … */
	CLASS_DIGIT,	  /* 0 to 9 */
	CLASS_MARK,	  /* all other signs of the Latin font */
	CLASS_LATIN_OPEN, /* ( [ { */
	CLASS_SPACE,	  /* a line may break at it */
	CLASS_FIXED,	  /* a space at which no line breaks */
	CLASS_SOFT,	  /* U+00AD */
	CLASS_NEWLINE,
	CLASSES
};

/* The class of a character between two others (0: none). In Han setting the
 * marks that Chinese shares with Latin (“ ” ‘ ’ — … ·) are full width, save
 * an apostrophe inside a Latin word. */
enum class character_class(uint32_t before, uint32_t character, uint32_t after,
			   bool is_han);

/* Set from the Chinese font. */
bool class_is_han(enum class);

/* A full-width mark whose blank half may be taken away (CLREQ 3.1.6.1). */
bool class_has_blank(enum class);

/* A space or a soft hyphen: it stands between two letters and has no ink. */
bool class_is_gap(enum class);

/* A space's width in em, or -1 for that of the font's own space. */
double space_width(uint32_t character);

#endif
