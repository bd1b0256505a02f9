/* Ask UAX 14 where lines may break, with no more text than it has to see. */
/* SPDX-License-Identifier: MIT */
#include "typeset/paragraph.h"

#include "base/arena.h"

#include <pango/pango.h>

/* What UAX 14 says of a break before a sign, if that is known beforehand. */
enum answer {
	ANSWER_ASK,
	ANSWER_JOIN,
	ANSWER_BREAK
};

static bool
is_ideograph(const struct sign *sign)
{
	return sign->character >= 0x4e00 && sign->character <= 0x9fff;
}

static bool
is_latin(const struct sign *sign)
{
	return sign->class == CLASS_LETTER && sign->character < 0x80;
}

/* In a row of Latin letters, of digits or of ideographs all are of one class of
 * UAX 14 (AL, NU, ID), none of whose rules counts; nor does any look back from
 * a letter over a space to the word before. So what follows may be judged as if
 * these were not there. */
static enum answer
answer_before(const struct sign *signs, size_t count, size_t i)
{
	const struct sign *sign = &signs[i], *before = sign - 1;

	if (i == 0)
		return ANSWER_ASK;
	if (sign->character == ' ')
		return i + 1 < count && is_latin(before) && is_latin(sign + 1)
			   ? ANSWER_JOIN
			   : ANSWER_ASK;
	if (is_latin(sign) && before->character == ' ')
		return i > 1 && is_latin(before - 1) ? ANSWER_BREAK
						     : ANSWER_ASK;
	if (is_ideograph(sign) && is_ideograph(before))
		return ANSWER_BREAK;
	if ((is_latin(sign) && is_latin(before)) ||
	    (sign->class == CLASS_DIGIT && before->class == CLASS_DIGIT))
		return ANSWER_JOIN;
	return ANSWER_ASK;
}

/* The text that is to be judged; how many signs it has. */
static size_t
signs_gather(const struct paragraph *paragraph, struct text *text)
{
	const struct sign *signs = paragraph->signs;
	size_t asked = 0;

	for (size_t i = 0; i < paragraph->sign_count; i++) {
		if (answer_before(signs, paragraph->sign_count, i) !=
		    ANSWER_ASK)
			continue;
		text_add_character(text, signs[i].character);
		asked++;
	}
	return asked;
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
	for (size_t i = 0; i < paragraph->sign_count; i++) {
		enum answer answer = answer_before(signs, paragraph->sign_count,
						   i);

		signs[i].may_break = answer == ANSWER_ASK
					 ? attributes[at++].is_line_break != 0
					 : answer == ANSWER_BREAK;
	}
	text_free(&text);
}
