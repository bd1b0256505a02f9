/* A page's content stream after Cairo: marks given their role, ink checked. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "layout/pages.h"
#include "pdf/shows.h"

struct text;

/* One marked-content sequence of a page; Cairo's MCID is its index. */
struct leaf {
	struct element_node *element; /* NULL for an artifact */
	enum artifact artifact;
	int mcid; /* its number in the finished file; elements only */
};

struct leaves {
	struct leaf *items; /* the arena's */
	size_t count;
	int element_count;   /* leaves with an element: the next mcid */
	struct shown *shown; /* text, in the order of painting; the arena's */
	size_t shown_count;
};

/* Where text stands in the order of painting, Cairo draws the smallest square
 * that it can, at the page's corner. */
#define TEXT_MARK (1.0 / 256) /* [pt] */

/* Copy a content stream to *out with the text in its places, and each "/Span <<
 * /MCID n >> BDC" of Cairo made into the n-th leaf's role or into an artifact.
 * NULL if it went well; otherwise what is wrong, in words: ink outside of
 * marked content, a leaf unknown, nested, twice or lost, text lost, or bytes
 * that are no content stream. */
const char *content_rewrite(struct text *out, const char *bytes, size_t length,
			    const struct leaves *, const struct pdf_fonts *);

#endif
