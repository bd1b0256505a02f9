/* What a character is to the rules of line breaking and spacing. */
/* SPDX-License-Identifier: MIT */
#include "typeset/classes.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <pango/pango.h>
#include <stdlib.h>

enum {
	NO_BREAK_SPACE = 0xa0,
	SOFT_HYPHEN = 0xad,
	APOSTROPHE = 0x2019
};

/* CLREQ 3.1.4 names the marks that neither begin nor end a line; the brackets
 * are those of its section 3.1.1.2 with their siblings in Unicode. */
static const struct {
	enum class class;
	bool is_shared; /* with Latin: full width in Han setting only */
	const char *characters;
} marks[] = {
    {CLASS_OPEN, false, "（《〈「『【〔［｛〖〘〚"},
    {CLASS_OPEN, true, "“‘"},
    {CLASS_CLOSE, false, "）》〉」』】〕］｝〗〙〛"},
    {CLASS_CLOSE, true, "”’"},
    {CLASS_PAUSE, false, "、。，．：；！？"},
    {CLASS_DASH, true, "—…"},
    {CLASS_DASH, false, "⸺"},
    {CLASS_MIDDLE, true, "·"},
    {CLASS_MIDDLE, false, "・～／－"},
    {CLASS_LATIN_OPEN, false, "([{"},
};

static bool
is_latin_letter(uint32_t c)
{
	return c != 0 && !utf8_is_han(c) && g_unichar_isalpha(c);
}

/* U+2060, U+FEFF and the no-break spaces of UAX 14, class GL and WJ. */
static bool
is_fixed(uint32_t c)
{
	return c == NO_BREAK_SPACE || c == 0x202f || c == 0x2007 ||
	       c == 0x2060 || c == 0xfeff;
}

static bool
is_space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == 0x3000 ||
	       (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 ||
	       c == 0x205f;
}

/* The class of a mark in the table, or CLASSES. */
static enum class mark_class(uint32_t character, bool is_han) {
	for (size_t i = 0; i < COUNT(marks);
	     i++) if ((is_han || !marks[i].is_shared) &&
		      utf8_is_among(marks[i].characters,
				    character)) return marks[i]
	    .class;
	    return CLASSES;
}

enum class character_class(uint32_t before, uint32_t c, uint32_t after,
			   bool is_han) {
	enum class class;

	    if (c == '\n') return CLASS_NEWLINE;
	    if (c >= '0' && c <= '9') return CLASS_DIGIT;
	    if (c == SOFT_HYPHEN) return CLASS_SOFT;
	    if (is_fixed(c)) return CLASS_FIXED;
	    if (is_space(c)) return CLASS_SPACE;
	    if ((c >= 'a' && c <= 'z') ||
		(c >= 'A' && c <= 'Z')) return CLASS_LETTER;
	    if (c >= 0x3400 && c <= 0x9fff) return CLASS_HAN;
	    if (c == APOSTROPHE && is_latin_letter(before) &&
		is_latin_letter(after)) return CLASS_MARK;
	    class = mark_class(c, is_han); if (class != CLASSES) return class;
	    if (utf8_is_han(c)) return CLASS_HAN;
	    return is_latin_letter(c) ? CLASS_LETTER : CLASS_MARK;
}

bool class_is_han(enum class class)
{
	return class <= CLASS_MIDDLE;
}

bool class_has_blank(enum class class)
{
	return class == CLASS_OPEN || class == CLASS_CLOSE ||
	       class == CLASS_PAUSE;
}

bool class_is_gap(enum class class)
{
	return class == CLASS_SPACE || class == CLASS_FIXED ||
	       class == CLASS_SOFT;
}

double
space_width(uint32_t character)
{
	static const struct {
		uint32_t character;
		double width; /* [em] The Unicode Standard, table 6-2 */
	} widths[] = {
	    {0x2000, 0.5},     {0x2001, 1.0},	  {0x2002, 0.5},
	    {0x2003, 1.0},     {0x2004, 1.0 / 3}, {0x2005, 0.25},
	    {0x2006, 1.0 / 6}, {0x2007, 0.5},	  {0x2008, 0.25},
	    {0x2009, 0.2},     {0x200a, 0.1},	  {0x200b, 0},
	    {0x202f, 0.2},     {0x205f, 2.0 / 9}, {0x2060, 0},
	    {0x3000, 1.0},     {0xfeff, 0},	  {SOFT_HYPHEN, 0},
	};

	for (size_t i = 0; i < COUNT(widths); i++)
		if (widths[i].character == character)
			return widths[i].width;
	return -1;
}
