/* Choose each character's font and have HarfBuzz shape what shares one. */
/* SPDX-License-Identifier: MIT */
#include "typeset/paragraph.h"

#include "base/arena.h"

#include <assert.h>
#include <hb-glib.h>

/* What HarfBuzz puts where a character shows nothing; no face has so many. */
#define GLYPH_NONE 0xffffffffu

/* Signs of one run, one font and one script. */
struct stretch {
	size_t first, end;
	struct font *font;
	GUnicodeScript script;
};

static struct font *
run_font(struct paragraph *paragraph, size_t i, bool is_han)
{
	const struct run *run = &paragraph->setting->runs[i];
	const struct type *type = &run->type;
	struct run_fonts *fonts = &paragraph->fonts[i];
	struct font **font = is_han ? &fonts->han : &fonts->latin;

	if (*font == NULL)
		*font = font_find(paragraph->typeset, paragraph->messages,
				  run->at, is_han ? type->han : type->latin,
				  type->bold, type->italic, is_han, type->size);
	return *font;
}

/* Accents and selectors belong to the letter before them. */
static bool
is_extending(uint32_t character)
{
	return character > 0x7f && g_unichar_ismark(character);
}

/* The font of a sign that has ink. A sign such as ① is in the Chinese font
 * alone, and in Han setting that font is the main one. */
static struct font *
sign_font(struct paragraph *paragraph, const struct sign *sign)
{
	struct font *latin, *han;

	if (class_is_han(sign->class))
		return run_font(paragraph, sign->run, true);
	latin = run_font(paragraph, sign->run, false);
	if (!paragraph->setting->is_han || sign->character <= 0x7f ||
	    font_has(latin, sign->character))
		return latin;
	han = run_font(paragraph, sign->run, true);
	return font_has(han, sign->character) ? han : latin;
}

static bool
is_real_script(GUnicodeScript script)
{
	return script != G_UNICODE_SCRIPT_COMMON &&
	       script != G_UNICODE_SCRIPT_INHERITED &&
	       script != G_UNICODE_SCRIPT_UNKNOWN;
}

/* The stretch from `first` on, which has ink. Accents go with the letter before
 * them; spaces are inside only, for a font may kern beside them. */
static struct stretch
stretch_from(struct paragraph *paragraph, size_t first)
{
	const struct sign *signs = paragraph->signs;
	struct stretch stretch = {.first = first,
				  .font = sign_font(paragraph, &signs[first]),
				  .script = G_UNICODE_SCRIPT_COMMON};

	for (size_t at = first; at < paragraph->sign_count; at++) {
		const struct sign *sign = &signs[at];
		GUnicodeScript script;

		if (sign->class == CLASS_NEWLINE ||
		    sign->run != signs[first].run)
			break;
		if (class_is_gap(sign->class))
			continue;
		script = g_unichar_get_script(sign->character);
		if (!is_extending(sign->character) &&
		    (sign_font(paragraph, sign) != stretch.font ||
		     (is_real_script(script) &&
		      is_real_script(stretch.script) &&
		      script != stretch.script)))
			break;
		if (is_real_script(script))
			stretch.script = script;
		stretch.end = at + 1;
	}
	return stretch;
}

/* Where the sign starts; the text's end for the one behind the last. */
static size_t
sign_start(const struct paragraph *paragraph, size_t sign)
{
	return sign < paragraph->sign_count ? paragraph->signs[sign].start
					    : paragraph->length;
}

static void
missing_report(struct paragraph *paragraph, const struct letter *letter)
{
	const struct sign *sign = letter_sign(paragraph, letter);
	struct text shown = {0};

	if (class_is_gap(sign->class) ||
	    characters_have(&paragraph->missing, sign->character))
		return;
	text_add_character(&shown, sign->character);
	characters_add(paragraph->scratch, &paragraph->missing,
		       text_string(&shown));
	message_error(
	    paragraph->messages, paragraph->setting->runs[sign->run].at,
	    "no glyph for U+%04X %s in %s", (unsigned)sign->character,
	    text_string(&shown), letter->font->loaded->file->face.family);
	text_free(&shown);
}

/* What HarfBuzz made of a stretch, in the order of the text: it gives that
 * order for everything is set from left to right. */
struct shaped {
	const hb_glyph_info_t *infos;
	const hb_glyph_position_t *positions;
	size_t count;
	size_t next;	      /* the first that no letter has taken */
	struct glyph *glyphs; /* the letters' */
	size_t glyph_count;
};

/* Take the glyphs that show one letter. */
static void
letter_take_glyphs(struct paragraph *paragraph, struct letter *letter,
		   struct shaped *shaped)
{
	uint32_t cluster = shaped->infos[shaped->next].cluster;

	letter->glyphs = shaped->glyphs + shaped->glyph_count;
	for (; shaped->next < shaped->count &&
	       shaped->infos[shaped->next].cluster == cluster;
	     shaped->next++) {
		const hb_glyph_position_t *at =
		    &shaped->positions[shaped->next];
		uint32_t index = shaped->infos[shaped->next].codepoint;
		double x = letter->width +
			   font_points(letter->font, at->x_offset);

		letter->width += font_points(letter->font, at->x_advance);
		if (index == GLYPH_NONE)
			continue;
		if (index == 0)
			missing_report(paragraph, letter);
		letter->glyphs[letter->glyph_count++] = (struct glyph){
		    index, x, font_points(letter->font, -at->y_offset)};
	}
	shaped->glyph_count += letter->glyph_count;
}

/* Take the blank half of a full-width mark out of it: it becomes glue. */
static void
letter_halve(struct paragraph *paragraph, struct letter *letter,
	     const struct font *font)
{
	const struct sign *sign = letter_sign(paragraph, letter);
	const struct half *half;
	double width, offset;

	if (!class_has_blank(sign->class) || letter->glyph_count != 1)
		return;
	half = font_half(paragraph->typeset, font, sign->character);
	width = half->width * font->size;
	offset = half->offset * font->size;
	if (width <= 0 || width >= letter->width)
		return;
	letter->before = -offset;
	letter->after = letter->width - width - letter->before;
	letter->width = width;
	letter->glyphs[0].x += offset;
}

/* A space has a width of its own and no ink; so has a line break none. */
static struct letter
letter_blank(const struct paragraph *paragraph, size_t sign,
	     const struct font *font)
{
	const struct sign *at = &paragraph->signs[sign];
	struct letter letter = {
	    .start = at->start,
	    .length = sign_start(paragraph, sign + 1) - at->start,
	    .sign = sign,
	    .is_blank = true,
	    .font = font,
	};

	if (class_is_gap(at->class)) {
		double em = space_width(at->character);

		letter.width = em < 0 ? font->space_width : em * font->size;
	}
	return letter;
}

static struct letter *
letter_push(struct paragraph *paragraph, struct letter letter)
{
	struct letter *pushed = &paragraph->letters[paragraph->letter_count];

	assert(paragraph->letter_count < paragraph->sign_count);
	paragraph->letter_count++;
	*pushed = letter;
	return pushed;
}

/* The stretch's glyphs as letters. */
static void
stretch_take(struct paragraph *paragraph, const struct stretch *stretch,
	     struct shaped *shaped)
{
	size_t sign = stretch->first;

	while (shaped->next < shaped->count) {
		struct letter *letter = letter_push(
		    paragraph, (struct letter){
				   .start = paragraph->signs[sign].start,
				   .sign = sign,
				   .font = stretch->font,
			       });

		letter_take_glyphs(paragraph, letter, shaped);
		do {
			sign++;
		} while (sign < stretch->end &&
			 (shaped->next == shaped->count ||
			  paragraph->signs[sign].start <
			      shaped->infos[shaped->next].cluster));
		letter->length = sign_start(paragraph, sign) - letter->start;
		if (class_is_gap(letter_sign(paragraph, letter)->class) &&
		    sign - letter->sign == 1)
			*letter = letter_blank(paragraph, letter->sign,
					       stretch->font);
		else
			letter_halve(paragraph, letter, stretch->font);
	}
}

static void
stretch_shape(struct paragraph *paragraph, const struct stretch *stretch,
	      hb_buffer_t *buffer)
{
	size_t start = paragraph->signs[stretch->first].start;
	size_t end = sign_start(paragraph, stretch->end);
	struct shaped shaped = {0};
	unsigned count;

	hb_buffer_clear_contents(buffer);
	hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT);
	hb_buffer_set_cluster_level(
	    buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_set_invisible_glyph(buffer, GLYPH_NONE);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, hb_glib_script_to_script(stretch->script));
	hb_buffer_set_language(
	    buffer,
	    hb_language_from_string(setting_language(paragraph->setting), -1));
	hb_buffer_add_utf8(buffer, paragraph->text, (int)paragraph->length,
			   (unsigned)start, (int)(end - start));
	hb_shape(stretch->font->loaded->shaper, buffer, NULL, 0);
	shaped.infos = hb_buffer_get_glyph_infos(buffer, &count);
	shaped.positions = hb_buffer_get_glyph_positions(buffer, &count);
	shaped.count = count;
	shaped.glyphs = arena_room(paragraph->scratch, count,
				   sizeof(*shaped.glyphs));
	stretch_take(paragraph, stretch, &shaped);
}

void
paragraph_shape(struct paragraph *paragraph)
{
	hb_buffer_t *buffer = hb_buffer_create();

	paragraph->fonts = arena_array(paragraph->scratch,
				       paragraph->setting->count,
				       sizeof(*paragraph->fonts));
	paragraph->letters = arena_room(paragraph->scratch,
					paragraph->sign_count,
					sizeof(*paragraph->letters));
	for (size_t at = 0; at < paragraph->sign_count;) {
		const struct sign *sign = &paragraph->signs[at];
		struct stretch stretch;

		if (class_is_gap(sign->class) || sign->class == CLASS_NEWLINE) {
			letter_push(paragraph,
				    letter_blank(
					paragraph, at,
					run_font(paragraph, sign->run, false)));
			at++;
			continue;
		}
		stretch = stretch_from(paragraph, at);
		stretch_shape(paragraph, &stretch, buffer);
		at = stretch.end;
	}
	hb_buffer_destroy(buffer);
}
