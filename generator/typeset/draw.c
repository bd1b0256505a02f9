/* Draw glyph runs with their text. */
/* SPDX-License-Identifier: MIT */
#include "typeset/faces.h"

void
glyph_run_draw(cairo_t *cairo, const struct glyph_run *run, double x, double y)
{
	cairo_save(cairo);
	cairo_translate(cairo, x, y);
	cairo_set_scaled_font(cairo, run->font->scaled);
	cairo_show_text_glyphs(cairo, run->text, (int)run->length, run->glyphs,
			       (int)run->glyph_count, run->clusters,
			       (int)run->cluster_count, 0);
	cairo_restore(cairo);
}
