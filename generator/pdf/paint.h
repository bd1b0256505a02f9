/* Finished pages painted with Cairo, each piece of ink in a leaf of its own. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_PAINT_H
#define PDF_PAINT_H

#include "pdf/content.h"

#include <cairo.h>

/* What paints. Text of a PDF is not Cairo's, which would load each glyph at
 * each size to know how far its ink reaches: it is noted, and only its place
 * painted. */
struct painter {
	cairo_t *cairo;
	struct messages *messages;
	struct typeset *typeset;
	struct arena *arena;
	struct leaves *leaves;	 /* of the page; NULL: a picture */
	struct pdf_fonts *fonts; /* of a PDF */
	bool is_at_text;	 /* what was painted last is text */
};

/* Paint the pages as a PDF without structure and text into *raw;
 * (*leaves)[page] then has the owner of each marked-content sequence and the
 * text, *fonts the glyphs. False after a message: Cairo failed, or a piece of
 * ink has no owner. */
bool pages_paint(struct arena *, struct messages *, struct typeset *,
		 const struct pages *, struct text *raw, struct leaves **leaves,
		 struct pdf_fonts *);

/* Paint a scene with its top left corner at x, y. */
void scene_paint(struct painter *, const struct scene *, double x, double y);

/* Paint glyphs in Cairo's colour, their line's left end at x, baseline y. */
void glyphs_paint(struct painter *, const struct glyph_run *, double x,
		  double y);

/* Cairo's writer to a struct text. */
cairo_status_t text_write(void *text, const unsigned char *bytes,
			  unsigned length);

#endif
