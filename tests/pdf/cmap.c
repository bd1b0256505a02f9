/* Read character maps (PDF 9.7.5 and 9.10.3). */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "font.h"
#include "lexer.h"

#include <stdlib.h>
#include <string.h>

enum {
	CODES_MOST = 65536
};

struct reading {
	struct pdf *pdf;
	struct lexer lexer;
	struct mapping *map;
	size_t count;
};

static unsigned
code_of(const struct text *value)
{
	unsigned code = 0;

	for (size_t i = 0; i < value->length && i < sizeof(code); i++)
		code = code << 8 | (unsigned char)value->bytes[i];
	return code;
}

/* UTF-16BE with `step` added to its last unit, as UTF-8; a lone surrogate or
 * what is no character at all becomes U+FFFD. */
static const char *
words_of(struct pdf *pdf, const struct text *value, unsigned step)
{
	struct text out = {0};
	const char *words;

	for (size_t i = 0; i + 1 < value->length; i += 2) {
		const unsigned char *at = (unsigned char *)value->bytes + i;
		uint32_t unit = (uint32_t)at[0] << 8 | at[1];

		if (unit >= 0xd800 && unit < 0xdc00 && i + 3 < value->length) {
			uint32_t low = (uint32_t)at[2] << 8 | at[3];

			unit = 0x10000 + ((unit - 0xd800) << 10) +
			       ((low - 0xdc00) & 0x3ff);
			i += 2;
		}
		if (i + 2 >= value->length)
			unit += step;
		if (unit == 0 || (unit >= 0xd800 && unit < 0xe000) ||
		    unit == 0xfffe || unit == 0xfeff || unit > 0x10ffff)
			unit = 0xfffd;
		text_add_character(&out, unit);
	}
	words = arena_copy(pdf->arena, text_string(&out));
	text_free(&out);
	return words;
}

static bool
mapping_add(struct reading *now, unsigned code, unsigned step)
{
	struct mapping mapping = {code,
				  words_of(now->pdf, &now->lexer.value, step)};

	if (now->count >= CODES_MOST)
		return false;
	ARENA_PUSH(now->pdf->arena, now->map, now->count, mapping);
	return true;
}

static bool
characters_read(struct reading *now)
{
	enum token token;

	while ((token = lexer_next(&now->lexer)) == TOKEN_STRING) {
		unsigned code = code_of(&now->lexer.value);

		if (lexer_next(&now->lexer) != TOKEN_STRING ||
		    !mapping_add(now, code, 0))
			return false;
	}
	return token == TOKEN_WORD;
}

static bool
array_read(struct reading *now, unsigned first)
{
	enum token token;

	while ((token = lexer_next(&now->lexer)) == TOKEN_STRING)
		if (!mapping_add(now, first++, 0))
			return false;
	return token == TOKEN_ARRAY_END;
}

static bool
ranges_read(struct reading *now)
{
	enum token token;

	while ((token = lexer_next(&now->lexer)) == TOKEN_STRING) {
		unsigned first = code_of(&now->lexer.value), last;

		if (lexer_next(&now->lexer) != TOKEN_STRING)
			return false;
		last = code_of(&now->lexer.value);
		token = lexer_next(&now->lexer);
		if (token == TOKEN_ARRAY) {
			if (!array_read(now, first))
				return false;
			continue;
		}
		if (token != TOKEN_STRING || last < first ||
		    last - first >= CODES_MOST)
			return false;
		for (unsigned i = 0; i <= last - first; i++)
			if (!mapping_add(now, first + i, i))
				return false;
	}
	return token == TOKEN_WORD;
}

static int
mapping_compare(const void *a, const void *b)
{
	const struct mapping *left = a, *right = b;

	return (left->code > right->code) - (left->code < right->code);
}

bool
cmap_read(struct pdf *pdf, const struct text *stream, struct mapping **map,
	  size_t *count)
{
	struct reading now = {
	    .pdf = pdf,
	    .lexer = {.bytes = text_string(stream), .length = stream->length},
	};
	bool good = true;
	enum token token;

	while (good && (token = lexer_next(&now.lexer)) != TOKEN_END) {
		if (token == TOKEN_BROKEN)
			good = false;
		if (token != TOKEN_WORD)
			continue;
		if (lexer_is(&now.lexer, "beginbfchar"))
			good = characters_read(&now);
		else if (lexer_is(&now.lexer, "beginbfrange"))
			good = ranges_read(&now);
	}
	lexer_free(&now.lexer);
	if (now.count > 0)
		qsort(now.map, now.count, sizeof(*now.map), mapping_compare);
	*map = now.map;
	*count = now.count;
	return good && now.count > 0;
}

/* The next token is a string of this byte alone. */
static bool
byte_follows(struct lexer *lexer, unsigned byte)
{
	return lexer_next(lexer) == TOKEN_STRING && lexer->value.length == 1 &&
	       code_of(&lexer->value) == byte;
}

bool
cmap_is_byte(const struct text *stream)
{
	struct lexer lexer = {.bytes = text_string(stream),
			      .length = stream->length};
	int spaces = 0, ranges = 0;
	enum token token;

	while ((token = lexer_next(&lexer)) != TOKEN_END &&
	       token != TOKEN_BROKEN) {
		if (token != TOKEN_WORD)
			continue;
		if (lexer_is(&lexer, "begincodespacerange"))
			spaces += byte_follows(&lexer, 0) &&
				  byte_follows(&lexer, 0xff);
		else if (lexer_is(&lexer, "begincidrange"))
			ranges += byte_follows(&lexer, 0) &&
				  byte_follows(&lexer, 0xff) &&
				  lexer_next(&lexer) == TOKEN_NUMBER &&
				  strcmp(text_string(&lexer.value), "0") == 0;
	}
	lexer_free(&lexer);
	return token == TOKEN_END && spaces == 1 && ranges == 1;
}
