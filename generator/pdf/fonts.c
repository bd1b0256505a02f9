/* Note which glyphs are shown and what they stand for; cut the faces down. */
/* SPDX-License-Identifier: MIT */
#include "pdf/fonts.h"

#include "base/arena.h"
#include "pdf/pack.h"

#include <stdlib.h>
#include <string.h>

enum {
	CODES_OF_A_BYTE = 256,
	USES_FEW = 1000 /* for which saying so takes more bytes than it saves */
};

struct pdf_fonts
fonts_begin(struct arena *arena, const struct typeset *typeset)
{
	struct pdf_fonts fonts = {.typeset = typeset};

	if (typeset != NULL)
		fonts.count = typeset_face_count(typeset);
	fonts.items = arena_array(arena, fonts.count, sizeof(*fonts.items));
	return fonts;
}

static struct pdf_font *
font_of_run(struct arena *arena, struct pdf_fonts *fonts,
	    const struct glyph_run *run)
{
	size_t face = glyph_run_face(fonts->typeset, run);
	struct pdf_font *font = &fonts->items[face];

	if (font->places != NULL)
		return font;
	font->number = fonts->shown_count;
	ARENA_PUSH(arena, fonts->shown, fonts->shown_count, font);
	font->places = arena_array(arena,
				   typeset_glyph_count(fonts->typeset, face),
				   sizeof(*font->places));
	return font;
}

/* The glyph among those that are shown. */
static struct shown_glyph *
glyph_note(struct arena *arena, struct pdf_font *font, uint32_t index)
{
	uint32_t *place = &font->places[index];

	if (*place == 0) {
		ARENA_PUSH(arena, font->glyphs, font->glyph_count,
			   (struct shown_glyph){.index = index});
		*place = (uint32_t)font->glyph_count;
	}
	return &font->glyphs[*place - 1];
}

/* One glyph shows space and no-break space, hyphen and soft hyphen: the shorter
 * text is the common one. */
static void
text_note(struct shown_glyph *glyph, const char *text, size_t length)
{
	if (glyph->text != NULL && glyph->length <= length)
		return;
	glyph->text = text;
	glyph->length = length;
}

void
fonts_note(struct arena *arena, struct pdf_fonts *fonts,
	   const struct glyph_run *run)
{
	struct pdf_font *font = font_of_run(arena, fonts, run);
	const struct set_glyph *glyph = run->glyphs;
	const char *text = run->text;

	font->use_count += run->glyph_count;
	for (size_t i = 0; i < run->cluster_count; i++) {
		const cairo_text_cluster_t *cluster = &run->clusters[i];

		if (cluster->num_glyphs == 1 && cluster->num_bytes > 0)
			text_note(glyph_note(arena, font, glyph->index), text,
				  (size_t)cluster->num_bytes);
		text += cluster->num_bytes;
		for (int k = 0; k < cluster->num_glyphs; k++, glyph++)
			glyph_note(arena, font, glyph->index);
	}
}

static bool
fits_a_byte(const struct pdf_font *font)
{
	return font->program.count <= CODES_OF_A_BYTE;
}

/* One map serves all fonts with codes of a byte. */
static void
code_sizes_choose(struct pdf_fonts *fonts)
{
	size_t uses = 0;

	for (size_t i = 0; i < fonts->shown_count; i++)
		if (fits_a_byte(fonts->shown[i]))
			uses += fonts->shown[i]->use_count;
	for (size_t i = 0; i < fonts->shown_count; i++)
		fonts->shown[i]->code_size =
		    uses > USES_FEW && fits_a_byte(fonts->shown[i]) ? 1 : 2;
}

static void
font_plan(const struct pdf_fonts *fonts, struct pdf_font *font)
{
	uint32_t *wanted = arena_array(fonts->programs, font->glyph_count,
				       sizeof(*wanted));

	for (size_t i = 0; i < font->glyph_count; i++)
		wanted[i] = font->glyphs[i].index;
	typeset_plan(fonts->programs, fonts->typeset,
		     (size_t)(font - fonts->items), wanted, font->glyph_count,
		     &font->program);
}

static void
fonts_plan(struct pdf_fonts *fonts)
{
	for (size_t i = 0; i < fonts->shown_count; i++)
		font_plan(fonts, fonts->shown[i]);
	code_sizes_choose(fonts);
	sem_post(&fonts->are_planned);
}

static void
fonts_cut(void *context)
{
	struct pdf_fonts *fonts = context;
	struct libdeflate_compressor *packer = packer_new(PACK_OUTLINES);

	fonts_plan(fonts);
	fonts->is_cut = true;
	for (size_t i = 0; i < fonts->shown_count; i++) {
		struct pdf_font *font = fonts->shown[i];

		if (!font_program_cut(fonts->programs, &font->program))
			fonts->is_cut = false;
		else
			font->packed = bytes_pack(packer, font->program.bytes,
						  font->program.length,
						  &font->packed_length);
	}
	libdeflate_free_compressor(packer);
}

void
fonts_cut_begin(struct pdf_fonts *fonts)
{
	fonts->programs = arena_new();
	sem_init(&fonts->are_planned, 0, 0);
	fonts->cutting = (struct work){.call = fonts_cut, .context = fonts};
	work_begin(&fonts->cutting);
}

void
fonts_await_codes(struct pdf_fonts *fonts)
{
	semaphore_await(&fonts->are_planned);
}

bool
fonts_cut_end(struct messages *messages, struct pdf_fonts *fonts)
{
	work_end(&fonts->cutting);
	if (!fonts->is_cut)
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "HarfBuzz cannot cut a font down");
	return fonts->is_cut;
}

void
fonts_end(struct pdf_fonts *fonts)
{
	work_end(&fonts->cutting);
	for (size_t i = 0; i < fonts->shown_count; i++)
		free(fonts->shown[i]->packed);
	sem_destroy(&fonts->are_planned);
	arena_free(fonts->programs);
}

size_t
font_code(const struct pdf_font *font, uint32_t index)
{
	return font->program.codes[font->places[index] - 1];
}

bool
fonts_say(const struct pdf_font *font, const struct set_glyph *glyph,
	  const cairo_text_cluster_t *cluster, const char *text)
{
	const struct shown_glyph *shown;

	if (cluster->num_glyphs != 1)
		return false;
	shown = &font->glyphs[font->places[glyph->index] - 1];
	return shown->text != NULL &&
	       shown->length == (size_t)cluster->num_bytes &&
	       memcmp(shown->text, text, shown->length) == 0;
}
