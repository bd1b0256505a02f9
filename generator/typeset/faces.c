/* The faces as HarfBuzz reads them, and no others. */
/* SPDX-License-Identifier: MIT */
#include "typeset/faces.h"

#include "base/arena.h"

#include <hb-ot.h>
#include <stdio.h>
#include <string.h>

enum {
	WEIGHT_BOLD = 600 /* and over, of 1 to 1,000 */
};

static hb_face_t *
face_open(const struct subset *subset)
{
	hb_blob_t *blob;
	hb_face_t *face;
	char name[64];

	snprintf(name, sizeof(name), "/proc/self/fd/%d", subset->file);
	blob = hb_blob_create_from_file(name);
	face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	return face;
}

static bool
family_is(hb_face_t *face, hb_ot_name_id_t id, const char *family)
{
	char name[128] = "";
	unsigned size = sizeof(name);

	hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size,
			    name);
	return strcmp(name, family) == 0;
}

/* The list may be wrong about what is in a file. */
static bool
font_is_of(hb_font_t *font, const struct face *face)
{
	hb_face_t *found = hb_font_get_face(font);
	bool is_bold = hb_style_get_value(font, HB_STYLE_TAG_WEIGHT) >=
		       WEIGHT_BOLD;
	bool is_italic = hb_style_get_value(font, HB_STYLE_TAG_ITALIC) > 0;

	return (family_is(found, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY,
			  face->family) ||
		family_is(found, HB_OT_NAME_ID_FONT_FAMILY, face->family)) &&
	       is_bold == face->bold && is_italic == face->italic;
}

static unsigned long
loaded_glyph(const struct loaded *loaded, uint32_t character, double *width)
{
	hb_codepoint_t glyph = 0;

	hb_font_get_nominal_glyph(loaded->shaper, character, &glyph);
	*width = units_to_em(
	    hb_font_get_glyph_h_advance(loaded->shaper, glyph));
	return glyph;
}

static void
loaded_fill(struct loaded *loaded, const struct subset *subset)
{
	hb_face_t *face = face_open(subset);

	loaded->shaper = hb_font_create(face);
	hb_font_set_scale(loaded->shaper, UNITS_OF_EM, UNITS_OF_EM);
	hb_font_make_immutable(loaded->shaper);
	hb_face_destroy(face);
	loaded->space = loaded_glyph(loaded, ' ', &loaded->space_width);
	loaded->hyphen = loaded_glyph(loaded, '-', &loaded->hyphen_width);
}

bool
faces_load(struct typeset *typeset, struct messages *messages)
{
	bool is_good = true;

	typeset->loaded = arena_array(typeset->arena, typeset->face_count,
				      sizeof(*typeset->loaded));
	for (size_t i = 0; i < typeset->face_count; i++) {
		const struct face *face = &typeset->faces[i];
		struct loaded *loaded = &typeset->loaded[i];

		loaded_fill(loaded, &typeset->subsets.items[i]);
		if (font_is_of(loaded->shaper, face))
			continue;
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "the font listed as %s%s%s is another one",
			    face->family, face->bold ? " Bold" : "",
			    face->italic ? " Italic" : "");
		is_good = false;
	}
	return is_good;
}

void
faces_unload(struct typeset *typeset)
{
	for (size_t i = 0; typeset->loaded && i < typeset->face_count; i++) {
		cairo_font_face_destroy(typeset->loaded[i].drawn);
		hb_font_destroy(typeset->loaded[i].shaper);
	}
}
