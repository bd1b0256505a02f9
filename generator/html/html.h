/* Write a document as HTML, a scene as SVG. */
/* SPDX-License-Identifier: MIT */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include "chart/chart.h"
#include "document/document.h"

/* Words that the writer prints by itself, in the document's language. */
struct html_words {
	const char *notes;     /* heading of the notes */
	const char *note;      /* "Note {0}" */
	const char *back;      /* "Back to the text" */
	const char *data;      /* "Data of the figure" */
	const char *contents;  /* heading of the contents */
	const char *paragraph; /* "Paragraph {0}" */
	const char *skip;      /* "Skip to the text" */
	const char *other; /* link to the other language, in that language */
};

struct html_page {
	const char *style; /* CSS, put into the head */
	const char
	    *other_href; /* the same page in the other language, or NULL */
	const char *other_tag; /* BCP 47 */
	struct html_words words;
};

/* A whole page, semantic, standing alone: figures inline as SVG, each with a
 * table of its data. All text escaped; no script. */
void html_write(struct text *, const struct document *,
		const struct html_page *);

/* Real text, ids prefixed by the scene's name, title and description, classes
 * by ink role with a dark and a forced-colours variant. `is_inline`: inside an
 * HTML page, whose own style sheet gives the colours; else standing alone. */
void svg_write(struct text *, const struct scene *, bool is_inline);

#endif
