/* Set a document onto pages after a page style. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "layout/pages.h"
#include "xml/xml.h"

struct style; /* sizes, margins, fonts and spaces of a series of documents */

/* templates/styles/NAME.xml; NULL after messages. */
struct style *style_read(struct arena *, struct messages *, struct xml_schema *,
			 const char *path);

/* The faces that the style names, for typeset_open. */
const struct face *style_faces(const struct style *, size_t *count);

/* Let a style name another one's faces too. */
void style_add_faces(struct arena *, struct style *, const struct style *other);

/* True if it has two columns, as layout_parallel needs. */
bool style_has_columns(const struct style *);

/* [pt] for figures set into the text, and the type of their labels. */
double style_figure_width(const struct style *);
double style_figure_type_size(const struct style *);
const char *style_figure_latin(const struct style *);
const char *style_figure_han(const struct style *);

/* Words that the page itself prints, in the document's language. */
struct page_words {
	const char *note; /* "Note {0}": contents of a link to a footnote */
	const char *back; /* contents of the link back */
	const char *link; /* "Link: {0}" */
	const char *page_label; /* "{0}/{1}" */
};

/* Break the document into pages: notes at the foot of the page of their call,
 * headings kept with their text, no widow and no orphan. NULL after messages.
 */
struct pages *layout_document(struct arena *, struct messages *,
			      struct typeset *, const struct style *,
			      const struct document *,
			      const struct page_words *, bool is_han);

/* One of two languages. */
struct layout_text {
	const struct document *document;
	const struct page_words *words;
	bool is_han;
};

/* Set two languages side by side in the columns of the style: blocks level,
 * pages ending together, notes under their own column. The documents must have
 * the same blocks, and the style columns. Header, footer, outline and title
 * are the first one's. NULL after messages. */
struct pages *layout_parallel(struct arena *, struct messages *,
			      struct typeset *, const struct style *,
			      const struct layout_text texts[2]);

#endif
