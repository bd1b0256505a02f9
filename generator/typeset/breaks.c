/* Ask UAX 14 where lines may break, with no more text than it has to see. */
/* SPDX-License-Identifier: MIT */
#include "typeset/paragraph.h"

#include "base/arena.h"

#include <pango/pango.h>

static bool
is_ideograph(uint32_t character)
{
	return character >= 0x4e00 && character <= 0x9fff;
}

/* Of two Latin letters, digits or ideographs in a row the second says nothing:
 * they are of one class of UAX 14 (AL, NU, ID), none of whose rules counts. */
static bool
sign_repeats(const struct sign *before, const struct sign *sign)
{
	if (sign->class != before->class)
		return false;
	if (sign->class == CLASS_HAN)
		return is_ideograph(sign->character) &&
		       is_ideograph(before->character);
	return sign->class == CLASS_DIGIT ||
	       (sign->class == CLASS_LETTER && sign->character < 0x80 &&
		before->character < 0x80);
}

/* The text without signs that repeat; how many others there are. */
static size_t
signs_gather(const struct paragraph *paragraph, struct text *text)
{
	const struct sign *signs = paragraph->signs;
	size_t kept = 0;

	for (size_t i = 0; i < paragraph->sign_count; i++) {
		if (i > 0 && sign_repeats(&signs[i - 1], &signs[i]))
			continue;
		text_add_character(text, signs[i].character);
		kept++;
	}
	return kept;
}

void
paragraph_find_breaks(struct paragraph *paragraph)
{
	struct sign *signs = paragraph->signs;
	struct text text = {0};
	size_t count = signs_gather(paragraph, &text) + 1, at = 0;
	PangoLogAttr *attributes = arena_array(paragraph->scratch, count,
					       sizeof(*attributes));

	pango_get_log_attrs(
	    text_string(&text), (int)text.length, 0,
	    pango_language_from_string(setting_language(paragraph->setting)),
	    attributes, (int)count);
	for (size_t i = 0; i < paragraph->sign_count; i++)
		if (i > 0 && sign_repeats(&signs[i - 1], &signs[i]))
			signs[i].may_break = signs[i].class == CLASS_HAN;
		else
			signs[i].may_break = attributes[at++].is_line_break !=
					     0;
	text_free(&text);
}
