/* Glyphs of a face as the font program that a PDF holds. */
/* SPDX-License-Identifier: MIT */
#include "typeset/charset.h"
#include "typeset/faces.h"
#include "typeset/subset_input.h"

#include "base/arena.h"

#include <ctype.h>
#include <hb-ot.h>
#include <math.h>
#include <string.h>

static hb_face_t *
loaded_face(const struct loaded *loaded)
{
	return hb_font_get_face(loaded->shaper);
}

size_t
typeset_face_count(const struct typeset *typeset)
{
	return typeset->face_count;
}

size_t
typeset_glyph_count(const struct typeset *typeset, size_t face)
{
	return hb_face_get_glyph_count(loaded_face(&typeset->loaded[face]));
}

size_t
glyph_run_face(const struct typeset *typeset, const struct glyph_run *run)
{
	return (size_t)(run->font->loaded - typeset->loaded);
}

double
glyph_run_size(const struct glyph_run *run)
{
	return run->font->size;
}

/* Those glyphs and the tables that ISO 32000-1, 9.9, asks for. Without GSUB no
 * other glyph is drawn in. */
static hb_subset_input_t *
input_new(const bool *wanted, size_t count)
{
	static const char dropped[][5] = {
	    "OS/2", "name", "cmap", "post", "GSUB", "GPOS", "GDEF", "BASE",
	    "VORG", "vhea", "vmtx", "kern", "gasp", "DSIG", "STAT", "FFTM",
	};
	hb_subset_input_t *input = subset_input_new();
	hb_set_t *set = hb_subset_input_glyph_set(input);

	for (size_t i = 0; i < count; i++)
		if (wanted[i])
			hb_set_add(set, (hb_codepoint_t)i);
	subset_add_tags(
	    hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped,
	    COUNT(dropped));
	return input;
}

/* Where each glyph of the face went, and how wide the program's are. */
static void
codes_take(struct arena *arena, const struct loaded *loaded, size_t glyphs,
	   struct font_program *program)
{
	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(
	    program->plan);

	program->count = hb_map_get_population(map);
	program->widths = arena_array(arena, program->count,
				      sizeof(*program->widths));
	for (size_t i = 0; i < glyphs; i++) {
		hb_codepoint_t code = hb_map_get(map, (hb_codepoint_t)i);
		hb_position_t width;

		if (code >= program->count)
			continue;
		width = hb_font_get_glyph_h_advance(loaded->shaper,
						    (hb_codepoint_t)i);
		program->codes[i] = code;
		program->widths[code] = round(units_to_em(width) * 1e4) / 10;
	}
}

/* A PDF takes a bare table of PostScript outlines, or a whole TrueType file. */
static void
bytes_take(struct arena *arena, hb_face_t *subset, struct font_program *program)
{
	hb_blob_t *blob = hb_face_reference_table(subset,
						  HB_TAG('C', 'F', 'F', ' '));
	const char *bytes;
	unsigned length;

	program->is_postscript = hb_blob_get_length(blob) > 0;
	if (!program->is_postscript) {
		hb_blob_destroy(blob);
		blob = hb_face_reference_blob(subset);
	}
	bytes = hb_blob_get_data(blob, &length);
	program->bytes = arena_copy_bytes(arena, bytes, length);
	program->length = length;
	hb_blob_destroy(blob);
	if (program->is_postscript)
		charset_number((uint8_t *)program->bytes, length,
			       program->count);
}

/* The 16 bits with a sign at an offset of a table, 0 if it is shorter. */
static int
table_read(hb_face_t *face, hb_tag_t tag, unsigned offset)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	unsigned length;
	const unsigned char *at = (const unsigned char *)hb_blob_get_data(
	    blob, &length);
	int number = 0;

	if (length >= offset + 2)
		number = (int16_t)(at[offset] << 8 | at[offset + 1]);
	hb_blob_destroy(blob);
	return number;
}

static void
name_take(struct arena *arena, hb_face_t *face, struct font_program *program)
{
	char name[64] = "";
	unsigned size = sizeof(name);
	char *end = name;

	hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
			    HB_LANGUAGE_INVALID, &size, name);
	for (const char *at = name; *at != '\0'; at++)
		if (isalnum((unsigned char)*at) || *at == '-')
			*end++ = *at;
	*end = '\0';
	program->name = arena_copy(arena, end > name ? name : "Font");
}

static void
measures_take(const struct loaded *loaded, struct font_program *program)
{
	hb_face_t *face = loaded_face(loaded);
	hb_font_extents_t extents = {0};
	hb_position_t capital = 0;

	hb_font_get_h_extents(loaded->shaper, &extents);
	hb_ot_metrics_get_position(loaded->shaper, HB_OT_METRICS_TAG_CAP_HEIGHT,
				   &capital);
	program->ascent = units_to_em(extents.ascender) * 1000;
	program->descent = units_to_em(extents.descender) * 1000;
	program->capital = units_to_em(capital) * 1000;
	program->slant = table_read(face, HB_TAG('p', 'o', 's', 't'), 4);
	for (unsigned i = 0; i < COUNT(program->box); i++)
		program->box[i] = 1000.0 *
				  table_read(face, HB_TAG('h', 'e', 'a', 'd'),
					     36 + 2 * i) /
				  hb_face_get_upem(face);
}

void
typeset_plan(struct arena *arena, const struct typeset *typeset, size_t face,
	     const bool *wanted, struct font_program *program)
{
	const struct loaded *loaded = &typeset->loaded[face];
	size_t glyphs = typeset_glyph_count(typeset, face);
	hb_subset_input_t *input = input_new(wanted, glyphs);

	*program = (struct font_program){
	    .plan = hb_subset_plan_create_or_fail(loaded_face(loaded), input),
	    .codes = arena_array(arena, glyphs, sizeof(*program->codes))};
	hb_subset_input_destroy(input);
	if (program->plan != NULL)
		codes_take(arena, loaded, glyphs, program);
	name_take(arena, loaded_face(loaded), program);
	measures_take(loaded, program);
}

bool
font_program_cut(struct arena *arena, struct font_program *program)
{
	hb_subset_plan_t *plan = program->plan;
	hb_face_t *subset = plan == NULL ? NULL
					 : hb_subset_plan_execute_or_fail(plan);

	if (subset != NULL)
		bytes_take(arena, subset, program);
	hb_face_destroy(subset);
	hb_subset_plan_destroy(plan);
	program->plan = NULL;
	return program->bytes != NULL;
}
