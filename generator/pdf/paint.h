/* Finished pages painted with Cairo, each piece of ink in a leaf of its own. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_PAINT_H
#define PDF_PAINT_H

#include "pdf/content.h"

#include <cairo.h>

/* Paint the pages as a PDF without structure into *raw; (*leaves)[page] then
 * has the owner of each marked-content sequence. False after a message: Cairo
 * failed, or a piece of ink has no owner. */
bool pages_paint(struct arena *, struct messages *, struct typeset *,
		 const struct pages *, struct text *raw,
		 struct leaves **leaves);

/* Paint a scene with its top left corner at x, y. */
void scene_paint(cairo_t *, struct messages *, struct typeset *,
		 const struct scene *, double x, double y);

/* Cairo's writer to a struct text. */
cairo_status_t text_write(void *text, const unsigned char *bytes,
			  unsigned length);

#endif
