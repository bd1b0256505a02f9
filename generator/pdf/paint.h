/* Finished pages painted, each piece of ink in marked content of its own. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_PAINT_H
#define PDF_PAINT_H

#include "layout/pages.h"
#include "pdf/canvas.h"
#include "pdf/figures.h"

/* What paints. */
struct painter {
	struct canvas canvas;
	const struct pdf_figures *figures;
	size_t next; /* of the figures */
};

/* The elements that own the marked content of a page, by its numbers. */
struct leaves {
	struct element_node **items; /* the arena's */
	size_t count;
};

/* Note the figures of pages, and the glyphs that pages show. */
void pages_note(struct arena *, struct messages *, struct typeset *,
		const struct pages *, struct pdf_figures *, struct pdf_fonts *);

/* Write what is on a page as operators, page after page, with fonts that were
 * cut down. False if a piece of ink has no owner or two. */
bool page_paint(struct arena *, struct painter *, const struct pages *,
		const struct page *, const struct pdf_fonts *,
		struct leaves *leaves, struct text *out);

#endif
