/* Join a paragraph's runs and class every character. */
/* SPDX-License-Identifier: MIT */
#include "typeset/paragraph.h"

#include "base/arena.h"

#include <string.h>

const char *
setting_language(const struct setting *setting)
{
	return setting->language != NULL ? setting->language
	       : setting->is_han	 ? "zh"
					 : "en";
}

static struct place
setting_place(const struct setting *setting)
{
	return setting->count > 0 ? setting->runs[0].at : (struct place){0};
}

static bool
runs_are_valid(const struct paragraph *paragraph, size_t *total)
{
	const struct setting *setting = paragraph->setting;
	bool is_good = true;

	*total = 0;
	for (size_t i = 0; i < setting->count; i++) {
		const struct run *run = &setting->runs[i];
		size_t length = strlen(run->text), fault;

		if (!utf8_is_valid(run->text, length, &fault)) {
			message_error(paragraph->messages, run->at,
				      "this text is not UTF-8");
			is_good = false;
		}
		*total = length > PARAGRAPH_MOST || *total > PARAGRAPH_MOST
			     ? PARAGRAPH_MOST + 1
			     : *total + length;
	}
	if (*total > PARAGRAPH_MOST) {
		message_error(paragraph->messages, setting_place(setting),
			      "a paragraph of more than %d bytes",
			      PARAGRAPH_MOST);
		is_good = false;
	}
	return is_good;
}

static void
runs_join(struct paragraph *paragraph, size_t total)
{
	paragraph->text = arena_take(paragraph->scratch, total + 1);
	paragraph->signs = arena_room(paragraph->scratch, total,
				      sizeof(struct sign));
	for (size_t i = 0; i < paragraph->setting->count; i++) {
		const char *text = paragraph->setting->runs[i].text;
		const char *at = text;

		for (;;) {
			size_t start = (size_t)(at - text);
			uint32_t character = utf8_next(&at);

			if (character == 0)
				break;
			paragraph->signs[paragraph->sign_count++] =
			    (struct sign){.character = character,
					  .start = paragraph->length + start,
					  .run = i};
		}
		memcpy(paragraph->text + paragraph->length, text,
		       (size_t)(at - text));
		paragraph->length += (size_t)(at - text);
	}
}

static void
signs_class(struct paragraph *paragraph)
{
	struct sign *signs = paragraph->signs;
	size_t count = paragraph->sign_count;

	for (size_t i = 0; i < count; i++)
		signs[i].class = character_class(
		    i > 0 ? signs[i - 1].character : 0, signs[i].character,
		    i + 1 < count ? signs[i + 1].character : 0,
		    paragraph->setting->is_han);
}

/* A failure is told once. */
static void
patterns_need(struct typeset *typeset, struct messages *messages)
{
	const struct place at = {typeset->patterns, 0, 0};
	HyphenDict *patterns = patterns_read(typeset->patterns);

	typeset->patterns = NULL;
	if (patterns != NULL)
		hyphens_open(typeset->arena, &typeset->hyphens, patterns);
	else
		message_add(messages, WEIGHT_FAILURE, at,
			    "cannot read these hyphenation patterns");
}

static void
paragraph_hyphenate(struct paragraph *paragraph)
{
	struct typeset *typeset = paragraph->typeset;

	if (typeset->patterns != NULL &&
	    signs_have_word(paragraph->signs, paragraph->sign_count))
		patterns_need(typeset, paragraph->messages);
	if (typeset->hyphens.patterns != NULL)
		signs_hyphenate(paragraph->signs, paragraph->sign_count,
				&typeset->hyphens);
}

bool
paragraph_read(struct paragraph *paragraph)
{
	size_t total;

	if (!runs_are_valid(paragraph, &total))
		return false;
	runs_join(paragraph, total);
	signs_class(paragraph);
	return true;
}

void
paragraph_bind(struct paragraph *paragraph, bool is_line)
{
	const struct setting *setting = paragraph->setting;

	if (!is_line)
		paragraph_find_breaks(paragraph);
	if (!is_line && setting->is_hyphenated)
		paragraph_hyphenate(paragraph);
	signs_bind_symbols(paragraph->signs, paragraph->sign_count);
	signs_bind_numbers(paragraph->signs, paragraph->sign_count,
			   setting->is_han);
}
