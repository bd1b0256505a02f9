/* The parser's cursor over a formula: words, codes, numbers, marks. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "measure/parse.h"

#include <string.h>

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_inner(char c)
{
	return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_';
}

char
scan_peek(struct parser *parser)
{
	const char *text = parser->formula->text;

	parser->at += strspn(text + parser->at, " \t\r\n");
	return text[parser->at];
}

bool
scan_take(struct parser *parser, char c)
{
	if (scan_peek(parser) != c)
		return false;
	parser->at++;
	return true;
}

bool
scan_take_word(struct parser *parser, const char *word)
{
	size_t length = strlen(word);
	const char *next;

	scan_peek(parser);
	next = parser->formula->text + parser->at;
	if (strncmp(next, word, length) != 0 || is_inner(next[length]))
		return false;
	parser->at += length;
	return true;
}

bool
scan_code(struct parser *parser, struct word *word)
{
	char first = scan_peek(parser);
	const char *text = parser->formula->text + parser->at;
	size_t length = 0;

	if (!is_letter(first) && !is_digit(first))
		return false;
	while (is_inner(text[length]))
		length++;
	word->text = arena_copy_bytes(parser->formula->arena, text, length);
	word->at = parser->at;
	parser->at += length;
	return true;
}

bool
scan_name(struct parser *parser, struct word *word)
{
	return is_letter(scan_peek(parser)) && scan_code(parser, word);
}

bool
scan_number(struct parser *parser, const struct word *word, long long *number)
{
	*number = 0;
	for (const char *digit = word->text; *digit != '\0'; digit++)
		if (__builtin_mul_overflow(*number, 10, number) ||
		    __builtin_add_overflow(*number, *digit - '0', number))
			return formula_error(parser->formula, word->at,
					     "the number is too large");
	return true;
}

bool
scan_expected(struct parser *parser, const char *what)
{
	char next = scan_peek(parser);
	const char *text = parser->formula->text + parser->at;
	int length = 1;

	if (next == '\0')
		return formula_error(parser->formula, parser->at,
				     "expected %s, found the end", what);
	while (length < 4 && ((unsigned char)text[length] & 0xc0) == 0x80)
		length++; /* the rest of a character in UTF-8 */
	return formula_error(parser->formula, parser->at,
			     "expected %s, found '%.*s'", what, length, text);
}

bool
scan_expect(struct parser *parser, char c)
{
	char what[] = {'\'', c, '\'', '\0'};

	return scan_take(parser, c) || scan_expected(parser, what);
}

bool
scan_paragraph(struct parser *parser, int *paragraph)
{
	struct word word;
	long long number;

	if (!scan_expect(parser, '('))
		return false;
	if (!scan_code(parser, &word))
		return scan_expected(parser, "the number of a paragraph");
	if (word.text[strspn(word.text, "0123456789")] != '\0')
		return formula_error(parser->formula, word.at,
				     "'%.64s' is no paragraph", word.text);
	if (!scan_number(parser, &word, &number))
		return false;
	if (number < 1 || number > UINT8_MAX)
		return formula_error(parser->formula, word.at,
				     "a paragraph is from 1 to %d", UINT8_MAX);
	*paragraph = (int)number;
	return scan_expect(parser, ')');
}

bool
scan_provision(struct parser *parser, struct word *word)
{
	int paragraph;

	if (word->text[strspn(word->text, "0123456789")] != '\0' ||
	    scan_peek(parser) != '(')
		return true;
	if (!scan_paragraph(parser, &paragraph))
		return false;
	word->text = arena_print(parser->formula->arena, "%s(%d)", word->text,
				 paragraph);
	return true;
}
