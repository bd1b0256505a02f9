/* What proves a note's pages: facts as printed, tokens of text, complaints. */
/* SPDX-License-Identifier: MIT */
#ifndef PROOF_H
#define PROOF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;

enum fact_kind {
	FACT_LINE,   /* of text, as it was set */
	FACT_GLYPHS, /* of a line, or a label's, or furniture's */
	FACT_SCENE   /* a figure, whose words are not printed */
};

/* Where a fact is on its page. */
enum part {
	PART_BODY,
	PART_FIGURE, /* caption, table, source: they may float */
	PART_NOTES,
	PART_ARTIFACT /* header, footer, repeated heads */
};

/* A fact of `--print pages`. */
struct fact {
	enum fact_kind kind;
	enum part part;
	size_t page;	    /* from 1 */
	double x, y;	    /* [pt] left end and baseline */
	const char *text;   /* LINE, GLYPHS; arena's */
	const char *owner;  /* GLYPHS: "Span", "Lbl", "header" … */
	const char *type;   /* LINE: of the page style: "text", "note" … */
	double ratio;	    /* LINE: adjustment ratio */
	bool is_first;	    /* LINE: of its block */
	bool is_last;	    /* LINE */
	struct fact *line;  /* GLYPHS: that they are part of, or NULL */
	bool begins_a_line; /* GLYPHS */
};

struct facts {
	struct fact *items;
	size_t count;
	size_t page_count;
};

/* A word of letters and digits, or any other character by itself. */
struct token {
	const char *start;
	size_t length; /* [bytes]; 0: a figure, with words of its own */
};

struct tokens {
	struct token *items;
	size_t count;
};

struct proof {
	struct arena *arena;
	const char *name; /* of the PDF, for complaints */
	size_t faults;
};

__attribute__((format(printf, 3, 4))) void
proof_fail(struct proof *, size_t page, const char *format, ...);

/* False if there are none. */
bool facts_read(struct arena *, const char *printed, struct facts *);

/* White space only parts tokens; U+00AD joins what it parts, at a line's end
 * too. The tokens borrow `text`, from which such hyphens are taken out. */
struct tokens tokens_of(struct arena *, char *text);

/* Append what glyphs show to what was there, after a new line where one begins;
 * of a figure the byte 1. */
void fact_append(struct text *, const struct fact *);

/* The text of a page of our own HTML as it is read: what is only for the
 * screen (the contents, links back, data behind a figure) and the pictures are
 * left out. */
struct html_texts {
	struct text masthead, body, figures, notes;
};
void html_read(const char *html, struct html_texts *);

/* No mark at a wrong edge, no loose line, no widow, orphan or stub, no heading
 * or caption last on a page, calls with their notes. */
void lines_prove(struct proof *, const struct facts *);

/* Two texts that must be one, word for word. */
void tokens_prove(struct proof *, size_t page, const char *what,
		  const struct tokens *wanted, const struct tokens *found);

#endif
