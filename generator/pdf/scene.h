/* A scene painted: its shapes by Cairo, its text by whoever shows it. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_SCENE_H
#define PDF_SCENE_H

#include "chart/chart.h"
#include "typeset/typeset.h"

/* Paint the shapes, the scene's top left corner at the origin, in points. */
void scene_paint_shapes(cairo_t *, const struct scene *);

/* A run of a scene's text. */
struct scene_run {
	const struct glyph_run *glyphs; /* the typeset's */
	struct colour colour;
	double x, y; /* [pt] the line's left end and baseline, from the scene's
			top left */
};

/* It stands before all shapes. */
struct scene_text {
	struct scene_run *runs; /* the arena's */
	size_t count;
};

struct scene_text scene_set_text(struct arena *, struct messages *,
				 struct typeset *, const struct scene *);

#endif
