/* The figures of a PDF. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_FIGURES_H
#define PDF_FIGURES_H

#include "pdf/scene.h"

/* [pt] on each side of a drawing, for outlines along the scene's edge. */
#define FIGURE_MARGIN 1.0

/* One a scene, in the order of the pages. */
struct pdf_figure {
	const struct scene *scene;
	struct scene_text text;
	double width, height; /* [pt] of its drawing: the scene, the margin, and
				 whole, for Cairo 1.16 cuts off the rest */
};

struct pdf_figures {
	struct pdf_figure *items; /* the arena's */
	size_t count;
};

/* Cairo's drawing of the shapes, a page a figure, as a PDF into *out; nothing
 * if there is none. False after a message. */
bool figures_draw(struct messages *, const struct pdf_figures *,
		  struct text *out);

#endif
