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

size_t
typeset_face_count(const struct typeset *typeset)
{
	return typeset->face_count;
}

size_t
typeset_glyph_count(const struct typeset *typeset, size_t face)
{
	return hb_face_get_glyph_count(typeset->loaded[face].whole);
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

/* The tables that ISO 32000-1, 9.9, asks for. Without those that name
 * characters and substitutes, no other glyph is drawn in, and none is sought.
 */
static hb_blob_t *
table_keep(hb_face_t *face, hb_tag_t tag, void *whole)
{
	static const char kept[][5] = {"CFF ", "glyf", "loca", "head",
				       "hhea", "hmtx", "maxp"};

	(void)face;
	for (size_t i = 0; i < COUNT(kept); i++)
		if (tag == hb_tag_from_string(kept[i], 4))
			return hb_face_reference_table(whole, tag);
	return hb_blob_get_empty();
}

static hb_face_t *
loaded_outlines(struct loaded *loaded)
{
	if (loaded->outlines == NULL)
		loaded->outlines = hb_face_create_for_tables(
		    table_keep, loaded->whole, NULL);
	return loaded->outlines;
}

static hb_subset_plan_t *
plan_new(struct loaded *loaded, const uint32_t *wanted, size_t count)
{
	hb_subset_input_t *input = subset_input_new();
	hb_set_t *set = hb_subset_input_glyph_set(input);
	hb_subset_plan_t *plan;

	for (size_t i = 0; i < count; i++)
		hb_set_add(set, wanted[i]);
	plan = hb_subset_plan_create_or_fail(loaded_outlines(loaded), input);
	hb_subset_input_destroy(input);
	return plan;
}

/* Where each glyph of the face went, and how wide the program's are: some may
 * be parts of those that are wanted. */
static void
codes_take(struct arena *arena, const struct loaded *loaded,
	   const uint32_t *wanted, size_t count, struct font_program *program)
{
	const hb_map_t *codes = hb_subset_plan_old_to_new_glyph_mapping(
	    program->plan);
	const hb_map_t *glyphs = hb_subset_plan_new_to_old_glyph_mapping(
	    program->plan);

	program->count = hb_map_get_population(codes);
	program->widths = arena_array(arena, program->count,
				      sizeof(*program->widths));
	for (size_t i = 0; i < count; i++)
		program->codes[i] = hb_map_get(codes, wanted[i]);
	for (size_t code = 0; code < program->count; code++) {
		hb_position_t width = hb_font_get_glyph_h_advance(
		    loaded->shaper, hb_map_get(glyphs, (hb_codepoint_t)code));

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
	hb_face_t *face = loaded->whole;
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
	     const uint32_t *wanted, size_t count, struct font_program *program)
{
	struct loaded *loaded = &typeset->loaded[face];

	*program = (struct font_program){
	    .face = loaded->whole,
	    .plan = plan_new(loaded, wanted, count),
	    .codes = arena_array(arena, count, sizeof(*program->codes))};
	if (program->plan != NULL)
		codes_take(arena, loaded, wanted, count, program);
	name_take(arena, loaded->whole, program);
	measures_take(loaded, program);
	font_rest(loaded->whole);
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
	font_rest(program->face);
	return program->bytes != NULL;
}
