/* The widest part of a text that no line breaks inside. */
/* SPDX-License-Identifier: MIT */
#include "typeset/typeset.h"

#include "base/arena.h"

#include <string.h>

/* Marks that stay with the character before them, or after them (CLREQ, 3.1.6):
 * as many as labels and heads have. */
static bool
is_closing(uint32_t character)
{
	return utf8_is_among("，。、；：？！）》〉」』】〕”’)%", character);
}

static bool
is_opening(uint32_t character)
{
	return utf8_is_among("（《〈「『【〔“‘(", character);
}

/* Bytes up to the next place where a line may surely break: a space, or beside
 * a Han character and the marks that stay with it. */
static size_t
part_length(const char *words)
{
	const char *at = words;
	bool is_bound = true; /* to what comes next */

	while (*at != '\0' && *at != ' ') {
		const char *next = at;
		uint32_t character = utf8_next(&next);

		if (!is_bound && !is_closing(character) &&
		    (utf8_is_han(character) || is_opening(character)))
			break;
		is_bound = is_opening(character);
		if (!is_bound && utf8_is_han(character)) {
			at = next;
			while (is_closing(utf8_next(&next)))
				at = next;
			break;
		}
		at = next;
	}
	return (size_t)(at - words);
}

double
typeset_widest(struct arena *arena, struct messages *messages,
	       struct typeset *typeset, const char *text,
	       const struct type *type, bool is_han, const char *language)
{
	double widest = 0;

	while (*text != '\0') {
		size_t length = part_length(text);
		const char *part = arena_copy_bytes(arena, text, length);
		double width = 0;

		if (length > 0)
			width = typeset_line(typeset, messages, part, type,
					     is_han, language)
				    ->width;
		widest = width > widest ? width : widest;
		text += length + strspn(text + length, " ");
	}
	return widest;
}
