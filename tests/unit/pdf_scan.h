/* The tokens of a content stream (ISO 32000-1, 7.2 and 7.8.2). */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PDF_SCAN_H
#define TESTS_PDF_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum token {
	TOKEN_END,
	TOKEN_OPERAND,
	TOKEN_OPERATOR,
	TOKEN_BROKEN
};

struct scanner {
	const char *bytes;
	size_t length;
	size_t at;
	size_t from; /* of the token last read; it ends at `at` */
};

static bool
is_one_of(char byte, const char *set)
{
	return byte != '\0' && strchr(set, byte) != NULL;
}

static bool
is_space(char byte)
{
	return byte == '\0' || is_one_of(byte, " \t\r\n\f");
}

static bool
is_regular(char byte)
{
	return !is_space(byte) && !is_one_of(byte, "()<>[]{}/%");
}

static void
scanner_skip_space(struct scanner *scanner)
{
	while (scanner->at < scanner->length) {
		if (is_space(scanner->bytes[scanner->at])) {
			scanner->at++;
		} else if (scanner->bytes[scanner->at] == '%') {
			while (scanner->at < scanner->length &&
			       !is_one_of(scanner->bytes[scanner->at], "\r\n"))
				scanner->at++;
		} else {
			return;
		}
	}
}

/* Past a literal string whose opening bracket has been read. */
static enum token
scanner_read_string(struct scanner *scanner)
{
	int open = 1;

	while (scanner->at < scanner->length) {
		char byte = scanner->bytes[scanner->at++];

		if (byte == '\\' && scanner->at < scanner->length)
			scanner->at++;
		else if (byte == '(')
			open++;
		else if (byte == ')' && --open == 0)
			return TOKEN_OPERAND;
	}
	return TOKEN_BROKEN;
}

static enum token
scanner_read_hexadecimal(struct scanner *scanner)
{
	while (scanner->at < scanner->length)
		if (scanner->bytes[scanner->at++] == '>')
			return TOKEN_OPERAND;
	return TOKEN_BROKEN;
}

static bool
token_is(const struct scanner *scanner, const char *word)
{
	size_t length = strlen(word);

	return scanner->at - scanner->from == length &&
	       memcmp(scanner->bytes + scanner->from, word, length) == 0;
}

static enum token
scanner_read_word(struct scanner *scanner)
{
	char first = scanner->bytes[scanner->from];

	while (scanner->at < scanner->length &&
	       is_regular(scanner->bytes[scanner->at]))
		scanner->at++;
	if (is_one_of(first, "/+-.0123456789") || token_is(scanner, "true") ||
	    token_is(scanner, "false") || token_is(scanner, "null"))
		return TOKEN_OPERAND;
	return TOKEN_OPERATOR;
}

/* Read the next token. */
static enum token
scanner_next(struct scanner *scanner)
{
	char first, second;

	scanner_skip_space(scanner);
	scanner->from = scanner->at;
	if (scanner->at == scanner->length)
		return TOKEN_END;
	first = scanner->bytes[scanner->at++];
	second = scanner->at < scanner->length ? scanner->bytes[scanner->at]
					       : '\0';
	if (first == '(')
		return scanner_read_string(scanner);
	if ((first == '<' || first == '>') && second == first) {
		scanner->at++;
		return TOKEN_OPERAND;
	}
	if (first == '<')
		return scanner_read_hexadecimal(scanner);
	if (is_one_of(first, "[]"))
		return TOKEN_OPERAND;
	if (is_one_of(first, ")>{}"))
		return TOKEN_BROKEN;
	return scanner_read_word(scanner);
}

#endif
