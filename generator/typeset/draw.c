/* Draw glyph runs with their text. */
/* SPDX-License-Identifier: MIT */
#include "typeset/faces.h"

#include "base/arena.h"

enum {
	MOVED_MOST = 512 /* glyphs of a line; a longer run is copied aside */
};

/* The glyphs are moved and not the ground: each time that this moves, Cairo
 * looks for the font anew. */
void
glyph_run_draw(cairo_t *cairo, const struct glyph_run *run, double x, double y)
{
	cairo_glyph_t moved[MOVED_MOST], *glyphs = moved;

	if (run->glyph_count > MOVED_MOST)
		glyphs = cairo_glyph_allocate((int)run->glyph_count);
	for (size_t i = 0; i < run->glyph_count; i++)
		glyphs[i] = (cairo_glyph_t){run->glyphs[i].index,
					    (double)run->glyphs[i].x + x,
					    (double)run->glyphs[i].y + y};
	cairo_set_scaled_font(cairo, run->font->scaled);
	cairo_show_text_glyphs(cairo, run->text, (int)run->length, glyphs,
			       (int)run->glyph_count, run->clusters,
			       (int)run->cluster_count, 0);
	if (glyphs != moved)
		cairo_glyph_free(glyphs);
}
