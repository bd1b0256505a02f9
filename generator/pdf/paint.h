/* Finished pages painted, each piece of ink in marked content of its own. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_PAINT_H
#define PDF_PAINT_H

#include "layout/pages.h"
#include "pdf/canvas.h"

/* What paints. */
struct painter {
	struct canvas canvas;
	struct messages *messages;
	struct typeset *typeset;
};

/* The elements that own the marked content of a page, by its numbers. */
struct leaves {
	struct element_node **items; /* the arena's */
	size_t count;
};

/* Note the glyphs that pages show. */
void pages_note(struct arena *, struct messages *, struct typeset *,
		const struct pages *, struct pdf_fonts *);

/* Write what is on a page as operators, with fonts that were cut down. False if
 * a piece of ink has no owner or two. */
bool page_paint(struct arena *, struct painter *, const struct pages *,
		const struct page *, const struct pdf_fonts *,
		struct leaves *leaves, struct text *out);

/* Paint a scene with its top left corner at x, y. */
void scene_paint(struct painter *, const struct scene *, double x, double y);

/* Note the glyphs that a scene shows. */
void scene_note(struct arena *, struct messages *, struct typeset *,
		const struct scene *, struct pdf_fonts *);

#endif
