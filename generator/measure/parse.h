/* The parser's cursor over a formula, and what both its halves use. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_PARSE_H
#define MEASURE_PARSE_H

#include "measure/formula.h"
#include "measure/nearest.h"
#include "measure/tally.h"

struct parser {
	struct formula *formula;
	size_t at; /* [bytes] */
	int depth; /* of calls and brackets that are open */
};

/* A stretch of the formula, copied. */
struct word {
	const char *text; /* the arena's */
	size_t at;
};

/* The next character behind blanks, which are passed over. */
char scan_peek(struct parser *);

/* Take the character if it is next. */
bool scan_take(struct parser *, char);

/* Take the word if it is next and ends there: "by", "in". */
bool scan_take_word(struct parser *, const char *word);

/* Letters, digits, dots, hyphens and underscores from a letter on; false and
 * nothing taken if none is next. */
bool scan_name(struct parser *, struct word *);

/* The same, which may start with a digit: a code or a day. */
bool scan_code(struct parser *, struct word *);

/* Digits; false after a message if they are too many. */
bool scan_number(struct parser *, const struct word *, long long *);

/* The paragraph of "7(4)", from its bracket on; false after a message. */
bool scan_paragraph(struct parser *, int *paragraph);

/* Let a number be the provision that its bracket makes it, written without
 * blanks; no bracket needs to follow. False after a message. */
bool scan_provision(struct parser *, struct word *);

/* "expected …, found …"; always false. */
bool scan_expected(struct parser *, const char *what);

/* Take the character or report that it was expected. */
bool scan_expect(struct parser *, char);

/* From the next word to where no operator follows: steps for the parser's
 * formula. False after a message. */
bool parse_expression(struct parser *);

/* True if the name calls a counting verb. */
bool tally_verb_find(const char *name, enum tally_verb *);
void tally_verbs_offer(struct nearest *);

/* From behind the opening bracket to the end of "by DIMENSION, DIMENSION"; the
 * tally is the arena's. NULL after a message. */
const struct tally *parse_tally(struct parser *, enum tally_verb,
				const struct word *name);

#endif
