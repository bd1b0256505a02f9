/* Draw glyph runs with their text. */
/* SPDX-License-Identifier: MIT */
#include "typeset/faces.h"

#include "base/arena.h"

#include <cairo-ft.h>
#include <stdlib.h>

enum {
	MOVED_MOST = 512 /* glyphs of a line; a longer run is copied aside */
};

/* A face as FreeType reads it for Cairo, which may keep it longer than we do.
 */
struct drawn {
	hb_blob_t *bytes;
	FT_Library library;
	FT_Face face;
};

static void
drawn_free(void *context)
{
	struct drawn *drawn = context;

	FT_Done_Face(drawn->face);
	FT_Done_FreeType(drawn->library);
	hb_blob_destroy(drawn->bytes);
	free(drawn);
}

/* NULL if FreeType cannot read what HarfBuzz could. */
static cairo_font_face_t *
drawn_new(const struct loaded *loaded)
{
	static const cairo_user_data_key_t key;
	struct drawn *drawn = calloc(1, sizeof(*drawn));
	cairo_font_face_t *made;
	const char *bytes;
	unsigned length;

	if (drawn == NULL)
		memory_exhausted();
	drawn->bytes = hb_face_reference_blob(loaded->whole);
	bytes = hb_blob_get_data(drawn->bytes, &length);
	if (FT_Init_FreeType(&drawn->library) != 0)
		memory_exhausted();
	if (FT_New_Memory_Face(drawn->library, (const FT_Byte *)bytes,
			       (FT_Long)length, (FT_Long)loaded->file->index,
			       &drawn->face) != 0) {
		drawn_free(drawn);
		return NULL;
	}
	made = cairo_ft_font_face_create_for_ft_face(
	    drawn->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
	cairo_font_face_set_user_data(made, &key, drawn, drawn_free);
	return made;
}

/* Most texts are never drawn by Cairo: what it needs is made when it asks.
 * Glyphs are placed as the font's designer drew them, at no resolution. */
static cairo_status_t
font_choose(cairo_t *cairo, const struct font *font)
{
	struct loaded *loaded = font->loaded;
	cairo_font_options_t *options;

	if (loaded->drawn == NULL)
		loaded->drawn = drawn_new(loaded);
	if (loaded->drawn == NULL)
		return CAIRO_STATUS_FREETYPE_ERROR;
	options = cairo_font_options_create();
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	cairo_set_font_face(cairo, loaded->drawn);
	cairo_set_font_size(cairo, font->size);
	cairo_set_font_options(cairo, options);
	cairo_font_options_destroy(options);
	return CAIRO_STATUS_SUCCESS;
}

/* The glyphs are moved and not the ground: each time that this moves, Cairo
 * looks for the font anew. */
cairo_status_t
glyph_run_draw(cairo_t *cairo, const struct glyph_run *run, double x, double y)
{
	cairo_glyph_t moved[MOVED_MOST], *glyphs = moved;
	cairo_status_t status = font_choose(cairo, run->font);

	if (status != CAIRO_STATUS_SUCCESS || run->glyph_count == 0)
		return status;
	if (run->glyph_count > MOVED_MOST)
		glyphs = cairo_glyph_allocate((int)run->glyph_count);
	for (size_t i = 0; i < run->glyph_count; i++)
		glyphs[i] = (cairo_glyph_t){run->glyphs[i].index,
					    (double)run->glyphs[i].x + x,
					    (double)run->glyphs[i].y + y};
	cairo_show_text_glyphs(cairo, run->text, (int)run->length, glyphs,
			       (int)run->glyph_count, run->clusters,
			       (int)run->cluster_count, 0);
	if (glyphs != moved)
		cairo_glyph_free(glyphs);
	return CAIRO_STATUS_SUCCESS;
}
