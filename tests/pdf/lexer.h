/* Tokens of content streams and of character maps (PDF 7.2 and 7.3). */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PDF_LEXER_H
#define TESTS_PDF_LEXER_H

#include "base/text.h"

enum token {
	TOKEN_END,
	TOKEN_BROKEN,
	TOKEN_NUMBER,
	TOKEN_NAME,   /* value without the slash */
	TOKEN_STRING, /* value decoded, of either notation */
	TOKEN_ARRAY,
	TOKEN_ARRAY_END,
	TOKEN_DICTIONARY,
	TOKEN_DICTIONARY_END,
	TOKEN_WORD /* an operator, or true, false, null */
};

/* Set bytes and length, zero the rest; lexer_free releases the value. */
struct lexer {
	const char *bytes; /* borrowed */
	size_t length;
	size_t at;	   /* behind the token last read */
	size_t from;	   /* its first byte */
	struct text value; /* of a NAME, STRING, NUMBER or WORD */
};

enum token lexer_next(struct lexer *);
/* Behind the data of an inline image, whose ID was just read; false if there
 * is no EI. */
bool lexer_skip_image(struct lexer *);
bool lexer_is(const struct lexer *, const char *word);
void lexer_free(struct lexer *);

#endif
