/* A template made ready for cmark: notes taken out, values and calls replaced
 * by marks, emphasis guarded beside full-width marks. */
/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_PREPARE_H
#define DOCUMENT_PREPARE_H

#include "base/text.h"
#include "document/document.h"
#include "document/source.h"

/* Characters that the preparation puts into the text and the conversion takes
 * out again; all are private use, which no template may hold. */
enum {
	MARK_GUARD = 0xe000, /* nothing: parts what cmark would misread */
	MARK_STAR = 0xe001,  /* an escaped star */
	MARK_LINE = 0xe002,  /* an escaped underscore */
	MARK_DIGIT = 0xe100, /* a node's number: three digits of base 1,024 */
	MARK_BASE = 1024,
	MARK_DIGITS = 3
};

/* A note's definition: its words are the slices, one a line. */
struct definition {
	const char *id;
	struct place at;
	struct slice *lines;
	size_t line_count;
	bool is_called;
};

struct parser {
	struct arena *arena;
	struct messages *messages;
	struct source source;
	struct node **marked; /* the values and calls, by their number */
	size_t marked_count;
	struct definition *definitions;
	size_t definition_count;
	struct node **labelled;
	size_t labelled_count;
};

/* Bytes from `to` on came from the source's bytes from `from` on. */
struct piece {
	size_t to;
	size_t from;
};

struct prepared {
	struct text text; /* owned */
	struct piece *pieces;
	size_t piece_count;
	size_t *lines; /* offsets in text of their first bytes */
	size_t line_count;
};

/* Part the source into its notes, added to the parser, and the other lines,
 * which keep their numbers. */
struct slice *notes_part(struct parser *);

/* Make lines ready; faults are reported. prepared_free releases the text. */
struct prepared lines_prepare(struct parser *, const struct slice *,
			      size_t count);
void prepared_free(struct prepared *);

/* The place of an offset in the prepared text. */
struct place prepared_place(const struct parser *, const struct prepared *,
			    size_t offset);

/* Read "{{ measure | form: arguments }}" at *at of a line, which moves behind;
 * NULL after a message. */
struct node *value_read(struct parser *, struct slice line, size_t *at);

#endif
