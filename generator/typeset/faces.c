/* The faces as HarfBuzz reads them, and no others. */
/* SPDX-License-Identifier: MIT */
#include "typeset/faces.h"

#include "base/arena.h"

#include <hb-ot.h>
#include <string.h>

enum {
	WEIGHT_BOLD = 600 /* and over, of 1 to 1,000 */
};

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

/* Where GPOS has no kerning for a script, as for digits alone, the older table
 * would kern them: then they would no longer stand below each other. */
static hb_blob_t *
table_shape(hb_face_t *face, hb_tag_t tag, void *whole)
{
	(void)face;
	return tag == HB_TAG('k', 'e', 'r', 'n')
		   ? hb_blob_get_empty()
		   : hb_face_reference_table(whole, tag);
}

static void
loaded_fill(struct loaded *loaded, const struct font_file *file,
	    hb_face_t *whole)
{
	hb_face_t *face = hb_face_create_for_tables(table_shape, whole, NULL);

	loaded->file = file;
	loaded->whole = whole;
	loaded->shaper = hb_font_create(face);
	hb_face_destroy(face);
	hb_font_set_scale(loaded->shaper, UNITS_OF_EM, UNITS_OF_EM);
	hb_font_make_immutable(loaded->shaper);
	loaded->space = loaded_glyph(loaded, ' ', &loaded->space_width);
	loaded->hyphen = loaded_glyph(loaded, '-', &loaded->hyphen_width);
}

static bool
face_load(struct typeset *typeset, struct messages *messages,
	  const struct face *wanted)
{
	const struct font_list *list = &typeset->list;
	const struct font_file *file = font_list_find(list, wanted);
	struct loaded *loaded = &typeset->loaded[typeset->face_count];
	const struct place at = {list->folder, 0, 0};
	hb_face_t *whole;
	bool is_good;

	if (file == NULL) {
		message_error(messages, at, "fonts.tsv lists no %s",
			      face_name(typeset->arena, wanted));
		return false;
	}
	whole = font_open(typeset->arena, messages, list, file);
	if (whole == NULL)
		return false;
	loaded_fill(loaded, file, whole);
	typeset->face_count++;
	is_good = font_is_of(loaded->shaper, wanted);
	if (!is_good)
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "the font listed as %s is another one",
			    face_name(typeset->arena, wanted));
	return is_good;
}

bool
faces_load(struct typeset *typeset, struct messages *messages,
	   const struct face *faces, size_t count)
{
	bool is_good = true;

	typeset->loaded = arena_array(typeset->arena, count,
				      sizeof(*typeset->loaded));
	for (size_t i = 0; i < count; i++)
		is_good &= face_load(typeset, messages, &faces[i]);
	return is_good;
}

void
faces_unload(struct typeset *typeset)
{
	for (size_t i = 0; i < typeset->face_count; i++) {
		struct loaded *loaded = &typeset->loaded[i];

		cairo_font_face_destroy(loaded->drawn);
		hb_face_destroy(loaded->outlines);
		hb_font_destroy(loaded->shaper);
		hb_face_destroy(loaded->whole);
	}
}
