/* Choose each character's font and have Pango shape what shares one. */
/* SPDX-License-Identifier: MIT */
#include "typeset/paragraph.h"

#include "base/arena.h"

/* Signs of one run, one font and one script. */
struct stretch {
	size_t first, end;
	struct font *font;
	GUnicodeScript script;
};

static struct font *
run_font(struct paragraph *paragraph, const struct run *run, bool is_han)
{
	const struct type *type = &run->type;

	return font_find(paragraph->typeset, paragraph->messages, run->at,
			 is_han ? type->han : type->latin, type->bold,
			 type->italic, is_han, type->size);
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
	const struct run *run = &paragraph->setting->runs[sign->run];
	struct font *latin, *han;

	if (class_is_han(sign->class))
		return run_font(paragraph, run, true);
	latin = run_font(paragraph, run, false);
	if (!paragraph->setting->is_han || sign->character <= 0x7f ||
	    font_has(latin, sign->character))
		return latin;
	han = run_font(paragraph, run, true);
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
	message_error(paragraph->messages,
		      paragraph->setting->runs[sign->run].at,
		      "no glyph for U+%04X %s in %s", (unsigned)sign->character,
		      text_string(&shown), letter->font->face->family);
	text_free(&shown);
}

/* Take the glyphs from *next on that show one letter. */
static void
letter_take_glyphs(struct paragraph *paragraph, struct letter *letter,
		   const PangoGlyphString *shaped, int *next)
{
	int cluster = shaped->log_clusters[*next];

	letter->first_glyph = paragraph->glyph_count;
	for (; *next < shaped->num_glyphs &&
	       shaped->log_clusters[*next] == cluster;
	     ++*next) {
		const PangoGlyphInfo *info = &shaped->glyphs[*next];
		PangoGlyph index = info->glyph;
		struct glyph glyph = {
		    .x = letter->width +
			 font_points(letter->font, info->geometry.x_offset),
		    .y = font_points(letter->font, info->geometry.y_offset),
		};

		letter->width += font_points(letter->font,
					     info->geometry.width);
		if (index == PANGO_GLYPH_EMPTY)
			continue;
		if (index == 0 || (index & PANGO_GLYPH_UNKNOWN_FLAG) != 0) {
			missing_report(paragraph, letter);
			index = 0;
		}
		glyph.index = index;
		ARENA_PUSH(paragraph->scratch, paragraph->glyphs,
			   paragraph->glyph_count, glyph);
	}
	letter->glyph_count = paragraph->glyph_count - letter->first_glyph;
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
	paragraph->glyphs[letter->first_glyph].x += offset;
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

static void
letter_push(struct paragraph *paragraph, struct letter letter)
{
	ARENA_PUSH(paragraph->scratch, paragraph->letters,
		   paragraph->letter_count, letter);
}

/* The stretch's glyphs as letters, in the order of the text: Pango gives that
 * order, for everything is set from left to right. */
static void
stretch_take(struct paragraph *paragraph, const struct stretch *stretch,
	     const PangoGlyphString *shaped)
{
	size_t base = paragraph->signs[stretch->first].start;
	size_t sign = stretch->first;

	for (int next = 0; next < shaped->num_glyphs;) {
		struct letter letter = {
		    .start = paragraph->signs[sign].start,
		    .sign = sign,
		    .font = stretch->font,
		};

		letter_take_glyphs(paragraph, &letter, shaped, &next);
		do {
			sign++;
		} while (sign < stretch->end &&
			 (next == shaped->num_glyphs ||
			  paragraph->signs[sign].start <
			      base + (size_t)shaped->log_clusters[next]));
		letter.length = sign_start(paragraph, sign) - letter.start;
		if (class_is_gap(letter_sign(paragraph, &letter)->class) &&
		    sign - letter.sign == 1)
			letter = letter_blank(paragraph, letter.sign,
					      stretch->font);
		else
			letter_halve(paragraph, &letter, stretch->font);
		letter_push(paragraph, letter);
	}
}

static void
stretch_shape(struct paragraph *paragraph, const struct stretch *stretch,
	      PangoGlyphString *shaped)
{
	size_t start = paragraph->signs[stretch->first].start;
	size_t end = sign_start(paragraph, stretch->end);
	PangoAnalysis analysis = {
	    .font = stretch->font->loaded->pango,
	    .script = (guint8)stretch->script,
	    .language = setting_language(paragraph->setting),
	};

	pango_shape_full(paragraph->text + start, (int)(end - start),
			 paragraph->text, (int)paragraph->length, &analysis,
			 shaped);
	stretch_take(paragraph, stretch, shaped);
}

void
paragraph_shape(struct paragraph *paragraph)
{
	PangoGlyphString *shaped = pango_glyph_string_new();

	for (size_t at = 0; at < paragraph->sign_count;) {
		const struct sign *sign = &paragraph->signs[at];
		struct stretch stretch;

		if (class_is_gap(sign->class) || sign->class == CLASS_NEWLINE) {
			const struct run *run =
			    &paragraph->setting->runs[sign->run];

			letter_push(
			    paragraph,
			    letter_blank(paragraph, at,
					 run_font(paragraph, run, false)));
			at++;
			continue;
		}
		stretch = stretch_from(paragraph, at);
		stretch_shape(paragraph, &stretch, shaped);
		at = stretch.end;
	}
	pango_glyph_string_free(shaped);
}
