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
	const char *other;   /* link to the other language, in that language */
	const char *enlarge; /* link to a figure's own page */
};

/* Where the text leads if the page stands in a site. */
struct html_site {
	const char *measures; /* href of the page of measures, without its # */
	const char *figures;  /* folder of the figures' pages, with its / */
};

struct html_page {
	const char *style; /* CSS, put into the head */
	const char
	    *other_href; /* the same page in the other language, or NULL */
	const char *other_tag; /* BCP 47 */
	struct html_words words;
	const struct html_site *site; /* NULL: the page stands alone */
	const char *prefix; /* of the contents' id, if a page has those of two
			       documents; or NULL */
};

/* A whole page, semantic, standing alone: figures inline as SVG, each with a
 * table of its data. All text escaped; no script. */
void html_write(struct text *, const struct document *,
		const struct html_page *);

/* The parts of a page for frames of others: the first page's head, the contents
 * in a nav, the text without its notes, the notes, one block of the text. A
 * heading's `rank` is that of its element, h2 to h6; other blocks have none. */
void html_write_masthead(struct text *, const struct document *,
			 const struct html_page *);
void html_write_contents(struct text *, const struct document *,
			 const struct html_page *);
void html_write_text(struct text *, const struct document *,
		     const struct html_page *);
void html_write_notes(struct text *, const struct document *,
		      const struct html_page *);
void html_write_block(struct text *, const struct document *,
		      const struct html_page *, struct node *, int rank);

/* Real text, ids prefixed by the scene's name, title and description, classes
 * by ink role with a dark and a forced-colours variant. `is_inline`: inside an
 * HTML page, whose own style sheet gives the colours; else standing alone. */
void svg_write(struct text *, const struct scene *, bool is_inline);

/* The figure's picture inside a page; with one for small screens both, of which
 * the page's style sheet shows one: "wide", "narrow". */
void html_write_picture(struct text *, const struct figure *);

#endif
