/* A loaded face at a size: found by name, drawn by Cairo, halved marks. */
/* SPDX-License-Identifier: MIT */
#include "typeset/faces.h"

#include "base/arena.h"

#include <math.h>
#include <string.h>

enum {
	SIZE_MOST = 1000 /* [pt] */
};

static bool
face_is(const struct face *a, const char *family, bool bold, bool italic)
{
	return a->bold == bold && a->italic == italic &&
	       strcmp(a->family, family) == 0;
}

/* Index of the loaded face, or face_count. */
static size_t
face_find(const struct typeset *typeset, const char *family, bool bold,
	  bool italic)
{
	size_t i = 0;

	while (i < typeset->face_count &&
	       !face_is(&typeset->loaded[i].file->face, family, bold, italic))
		i++;
	return i;
}

static void
face_report(struct typeset *typeset, struct messages *messages, struct place at,
	    const char *family, bool bold, bool italic)
{
	struct face face = {.family = arena_copy(typeset->arena, family),
			    .bold = bold,
			    .italic = italic};

	for (size_t i = 0; i < typeset->missing_count; i++)
		if (face_is(&typeset->missing[i], family, bold, italic))
			return;
	ARENA_PUSH(typeset->arena, typeset->missing, typeset->missing_count,
		   face);
	message_error(messages, at, "the font %s was not loaded",
		      face_name(typeset->arena, &face));
}

static struct font *
font_make(struct typeset *typeset, size_t face, double size)
{
	struct font *font = arena_take(typeset->arena, sizeof(*font));
	struct loaded *loaded = &typeset->loaded[face];

	*font = (struct font){
	    .loaded = loaded,
	    .size = size,
	    .space_width = loaded->space_width * size,
	    .hyphen_width = loaded->hyphen_width * size,
	};
	ARENA_PUSH(typeset->arena, typeset->fonts, typeset->font_count, font);
	return font;
}

struct font *
font_find(struct typeset *typeset, struct messages *messages, struct place at,
	  const char *family, bool bold, bool italic, bool is_han, double size)
{
	size_t face = face_find(typeset, family, bold, italic);

	if (face == typeset->face_count && is_han && italic)
		face = face_find(typeset, family, bold, false);
	if (face == typeset->face_count) {
		if (messages != NULL)
			face_report(typeset, messages, at, family, bold,
				    italic);
		face = 0;
	}
	/* Also where the size is not a number. */
	if (!(size >= 0.1 && size <= SIZE_MOST))
		size = 10;
	for (size_t i = 0; i < typeset->font_count; i++)
		if (typeset->fonts[i]->loaded == &typeset->loaded[face] &&
		    fabs(typeset->fonts[i]->size - size) < 1e-6)
			return typeset->fonts[i];
	return font_make(typeset, face, size);
}

bool
font_has(const struct font *font, uint32_t character)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(font->loaded->shaper, character,
					 &glyph);
}

/* One character shaped with `halt`: its advance and where its ink begins. */
static struct half
half_shape(const struct loaded *loaded, uint32_t character)
{
	static const hb_feature_t halt = {HB_TAG('h', 'a', 'l', 't'), 1, 0,
					  HB_FEATURE_GLOBAL_END};
	hb_buffer_t *buffer = hb_buffer_create();
	struct half half = {.character = character};
	hb_glyph_position_t *position;
	unsigned count;

	hb_buffer_add_utf32(buffer, &character, 1, 0, 1);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
	hb_buffer_set_language(buffer, hb_language_from_string("zh", -1));
	hb_shape(loaded->shaper, buffer, &halt, 1);
	position = hb_buffer_get_glyph_positions(buffer, &count);
	if (count > 0) {
		half.width = units_to_em(position[0].x_advance);
		half.offset = units_to_em(position[0].x_offset);
	}
	hb_buffer_destroy(buffer);
	return half;
}

const struct half *
font_half(struct typeset *typeset, const struct font *font, uint32_t character)
{
	struct loaded *loaded = font->loaded;
	struct half half;

	for (size_t i = 0; i < loaded->half_count; i++)
		if (loaded->halves[i].character == character)
			return &loaded->halves[i];
	half = half_shape(loaded, character);
	ARENA_PUSH(typeset->arena, loaded->halves, loaded->half_count, half);
	return &loaded->halves[loaded->half_count - 1];
}
