/* Tokens of content streams and of character maps (PDF 7.2 and 7.3). */
/* SPDX-License-Identifier: MIT */
#include "lexer.h"

#include <string.h>

static bool
is_space(char byte)
{
	return byte == '\0' || byte == '\t' || byte == '\n' || byte == '\f' ||
	       byte == '\r' || byte == ' ';
}

static bool
is_delimiter(char byte)
{
	return byte != '\0' && strchr("()<>[]{}/%", byte) != NULL;
}

static int
hexadecimal(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	if (byte >= 'a' && byte <= 'f')
		return byte - 'a' + 10;
	if (byte >= 'A' && byte <= 'F')
		return byte - 'A' + 10;
	return -1;
}

static void
value_add(struct lexer *lexer, int byte)
{
	char character = (char)(unsigned char)byte;

	text_add_bytes(&lexer->value, &character, 1);
}

/* The byte `ahead` of the next one, NUL behind the end. */
static char
peek(const struct lexer *lexer, size_t ahead)
{
	return ahead < lexer->length - lexer->at
		   ? lexer->bytes[lexer->at + ahead]
		   : '\0';
}

static void
space_skip(struct lexer *lexer)
{
	while (lexer->at < lexer->length) {
		if (peek(lexer, 0) == '%')
			while (lexer->at < lexer->length &&
			       peek(lexer, 0) != '\n' && peek(lexer, 0) != '\r')
				lexer->at++;
		else if (is_space(peek(lexer, 0)))
			lexer->at++;
		else
			return;
	}
}

static void
octal_read(struct lexer *lexer)
{
	int value = 0;

	for (int i = 0; i < 3; i++) {
		char digit = peek(lexer, 0);

		if (digit < '0' || digit > '7')
			break;
		value = value * 8 + (digit - '0');
		lexer->at++;
	}
	value_add(lexer, value & 0xff);
}

/* Table 3; the backslash is read already. */
static void
escape_read(struct lexer *lexer)
{
	static const char names[] = "nrtbf", values[] = "\n\r\t\b\f";
	char byte = peek(lexer, 0);
	const char *found = byte == '\0' ? NULL : strchr(names, byte);

	if (byte >= '0' && byte <= '7') {
		octal_read(lexer);
		return;
	}
	if (lexer->at == lexer->length)
		return;
	lexer->at++;
	if (byte == '\r' && peek(lexer, 0) == '\n')
		lexer->at++;
	if (byte != '\r' && byte != '\n')
		value_add(lexer, found == NULL ? byte : values[found - names]);
}

static enum token
string_read(struct lexer *lexer)
{
	for (int open = 1; lexer->at < lexer->length;) {
		char byte = lexer->bytes[lexer->at++];

		if (byte == '\\') {
			escape_read(lexer);
			continue;
		}
		if (byte == '(')
			open++;
		if (byte == ')' && --open == 0)
			return TOKEN_STRING;
		value_add(lexer, byte);
	}
	return TOKEN_BROKEN;
}

/* A missing last digit is 0 (7.3.4.3). */
static enum token
hexadecimal_read(struct lexer *lexer)
{
	int high = -1;

	while (lexer->at < lexer->length) {
		char byte = lexer->bytes[lexer->at++];
		int digit = hexadecimal(byte);

		if (byte == '>') {
			if (high >= 0)
				value_add(lexer, high * 16);
			return TOKEN_STRING;
		}
		if (is_space(byte))
			continue;
		if (digit < 0)
			return TOKEN_BROKEN;
		if (high >= 0)
			value_add(lexer, high * 16 + digit);
		high = high >= 0 ? -1 : digit;
	}
	return TOKEN_BROKEN;
}

static void
regular_read(struct lexer *lexer, bool is_name)
{
	while (lexer->at < lexer->length && !is_space(peek(lexer, 0)) &&
	       !is_delimiter(peek(lexer, 0))) {
		char byte = lexer->bytes[lexer->at++];
		int high = hexadecimal(peek(lexer, 0));
		int low = high < 0 ? -1 : hexadecimal(peek(lexer, 1));

		if (is_name && byte == '#' && low >= 0) {
			value_add(lexer, high * 16 + low);
			lexer->at += 2;
		} else {
			value_add(lexer, byte);
		}
	}
}

static bool
is_number(const struct text *value)
{
	return value->length > 0 &&
	       strspn(value->bytes, "+-.0123456789") == value->length &&
	       strpbrk(value->bytes, "0123456789") != NULL;
}

static enum token
pair_or(struct lexer *lexer, char second, enum token pair, enum token single)
{
	if (peek(lexer, 0) != second)
		return single;
	lexer->at++;
	return pair;
}

enum token
lexer_next(struct lexer *lexer)
{
	lexer->value.length = 0;
	text_add(&lexer->value, "");
	space_skip(lexer);
	lexer->from = lexer->at;
	if (lexer->at == lexer->length)
		return TOKEN_END;
	switch (lexer->bytes[lexer->at++]) {
	case '(':
		return string_read(lexer);
	case '<':
		if (pair_or(lexer, '<', TOKEN_DICTIONARY, TOKEN_STRING) ==
		    TOKEN_DICTIONARY)
			return TOKEN_DICTIONARY;
		return hexadecimal_read(lexer);
	case '>':
		return pair_or(lexer, '>', TOKEN_DICTIONARY_END, TOKEN_BROKEN);
	case '[':
		return TOKEN_ARRAY;
	case ']':
		return TOKEN_ARRAY_END;
	case '/':
		regular_read(lexer, true);
		return TOKEN_NAME;
	case ')':
	case '{':
	case '}':
		return TOKEN_BROKEN;
	default:
		lexer->at--;
		regular_read(lexer, false);
		return is_number(&lexer->value) ? TOKEN_NUMBER : TOKEN_WORD;
	}
}

bool
lexer_skip_image(struct lexer *lexer)
{
	for (; lexer->length - lexer->at > 3; lexer->at++)
		if (is_space(peek(lexer, 0)) && peek(lexer, 1) == 'E' &&
		    peek(lexer, 2) == 'I' && is_space(peek(lexer, 3))) {
			lexer->at += 3;
			return true;
		}
	return false;
}

bool
lexer_is(const struct lexer *lexer, const char *word)
{
	return strcmp(text_string(&lexer->value), word) == 0;
}

void
lexer_free(struct lexer *lexer)
{
	text_free(&lexer->value);
}
