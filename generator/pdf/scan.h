/* The tokens of a content stream (ISO 32000-1, 7.2 and 7.8.2). */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_SCAN_H
#define PDF_SCAN_H

#include <stdbool.h>
#include <stddef.h>

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

/* Read the next token. */
enum token scanner_next(struct scanner *);

bool token_is(const struct scanner *, const char *word);

#endif
