/* The handle; a paragraph made into lines. */
/* SPDX-License-Identifier: MIT */
#include "typeset/typeset.h"

#include "base/arena.h"
#include "typeset/paragraph.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <string.h>

void
typeset_use_patterns(struct typeset *typeset, const char *path,
		     struct _HyphenDict *patterns)
{
	if (patterns == NULL) {
		typeset->patterns = arena_copy(typeset->arena, path);
		return;
	}
	hyphens_open(typeset->arena, &typeset->hyphens, patterns);
	typeset->patterns = NULL;
}

struct typeset *
typeset_open(struct arena *arena, struct messages *messages, const char *folder,
	     const struct face *faces, size_t count)
{
	const struct place at = {folder, 0, 0};
	struct typeset *typeset = arena_take(arena, sizeof(*typeset));

	typeset->arena = arena_new();
	typeset->lines = lines_new();
	if (count == 0)
		message_error(messages, at, "no font is asked for");
	else if (font_list_read(typeset->arena, messages, folder,
				&typeset->list) &&
		 faces_load(typeset, messages, faces, count))
		return typeset;
	typeset_close(typeset);
	return NULL;
}

void
typeset_close(struct typeset *typeset)
{
	if (typeset == NULL)
		return;
	hyphens_close(&typeset->hyphens);
	g_hash_table_destroy(typeset->lines);
	faces_unload(typeset);
	arena_free(typeset->arena);
}

/* What makes pixels of letters. */
static void
rasterizer_print(struct text *out)
{
	FT_Library library;
	int major = 0, minor = 0, patch = 0;

	if (FT_Init_FreeType(&library) != 0)
		return;
	FT_Library_Version(library, &major, &minor, &patch);
	FT_Done_FreeType(library);
	text_print(out, "FreeType %d.%d.%d\n", major, minor, patch);
}

static void
family_print(const struct typeset *typeset, const char *family,
	     struct text *out)
{
	for (size_t i = 0; i < typeset->face_count; i++) {
		const struct font_file *font = typeset->loaded[i].file;

		if (!font->face.italic &&
		    strcmp(font->face.family, family) == 0)
			text_print(out, "%s %d %s %u %zu\n", family,
				   font->face.bold, font->file, font->index,
				   font->size);
	}
}

/* The handle may have other families before, between and behind these. */
void
typeset_print_faces(const struct typeset *typeset, const struct type *type,
		    struct text *out)
{
	rasterizer_print(out);
	family_print(typeset, type->latin, out);
	family_print(typeset, type->han, out);
}

/* Say where a line sticks out, with the words as far as 40 bytes. */
static void
overfull_report(const struct paragraph *paragraph,
		const struct segment *segment, const struct fit_line *fit)
{
	const size_t *letters = paragraph->piece_letters + segment->piece;
	const struct letter *first = &paragraph->letters[letters[fit->first]];
	size_t end = first->start + first->length;

	for (size_t i = fit->first; i <= fit->last; i++) {
		const struct letter *letter = &paragraph->letters[letters[i]];

		if (letter->start + letter->length - first->start <= 40)
			end = letter->start + letter->length;
	}
	message_error(paragraph->messages, letter_run(paragraph, first)->at,
		      "wider than the line, with no place to break it: %.*s",
		      (int)(end - first->start),
		      paragraph->text + first->start);
}

/* Where the line stands in the measure. */
static double
line_x(const struct setting *setting, double measure, double width,
       double indent)
{
	switch (setting->alignment) {
	case ALIGN_JUSTIFY:
	case ALIGN_LEFT:
		return indent;
	case ALIGN_CENTER:
		return indent + (measure - indent - width) / 2;
	case ALIGN_RIGHT:
		return measure - width;
	}
	abort();
}

static void
segment_set(struct arena *arena, const struct paragraph *paragraph,
	    const struct segment *segment, double width, struct lines *lines)
{
	const struct setting *setting = paragraph->setting;
	bool is_first = segment->first == 0;
	struct fit_measure measure = {
	    .first = width - (is_first ? setting->indent : 0),
	    .rest = width,
	    .em = setting->runs[0].type.size,
	    .is_ragged = setting->alignment != ALIGN_JUSTIFY,
	};
	struct fit_line empty = {0}, *fits;
	size_t count = fit_pieces(paragraph->scratch,
				  paragraph->pieces + segment->piece,
				  segment->piece_count, &measure, &fits);

	if (count == 0) { /* an empty line, or one of spaces */
		count = 1;
		fits = &empty;
	}
	for (size_t i = 0; i < count; i++) {
		struct line line = paragraph_line(arena, paragraph, segment,
						  fits[i].first, fits[i].last,
						  fits[i].ratio);

		line.x = line_x(setting, width, line.width,
				is_first && i == 0 ? setting->indent : 0);
		line.ratio = i + 1 == count ? 0 : fits[i].ratio;
		if (fits[i].is_overfull)
			overfull_report(paragraph, segment, &fits[i]);
		ARENA_PUSH(arena, lines->items, lines->count, line);
	}
}

/* True if the text is one line of that width for sure: a Han character has at
 * most a quarter em of space that was not typed on either side. */
static bool
paragraph_is_short(const struct paragraph *paragraph, double width)
{
	double letters = 0;

	for (size_t i = 0; i < paragraph->letter_count; i++) {
		const struct letter *letter = &paragraph->letters[i];

		letters += letter->before + letter->width + letter->after;
		if (class_is_han(letter_sign(paragraph, letter)->class))
			letters += letter->font->size / 2;
	}
	return letters <= width;
}

/* The width, if only one is asked for, or 0. */
static struct paragraph *
paragraph_make(struct arena *arena, struct messages *messages,
	       struct typeset *typeset, const struct setting *setting,
	       double width)
{
	struct paragraph *paragraph = arena_take(arena, sizeof(*paragraph));

	*paragraph = (struct paragraph){
	    .scratch = arena,
	    .typeset = typeset,
	    .messages = messages,
	    .setting = setting,
	};
	if (!paragraph_read(paragraph))
		return NULL;
	paragraph_shape(paragraph);
	paragraph_bind(paragraph, paragraph_is_short(paragraph, width));
	paragraph_build(paragraph);
	return paragraph;
}

struct paragraph *
typeset_shape(struct arena *arena, struct messages *messages,
	      struct typeset *typeset, const struct setting *setting)
{
	return paragraph_make(arena, messages, typeset, setting, 0);
}

struct lines
paragraph_break(struct arena *arena, const struct paragraph *paragraph,
		double width)
{
	struct lines lines = {0};

	for (size_t i = 0; i < paragraph->segment_count; i++)
		segment_set(arena, paragraph, &paragraph->segments[i], width,
			    &lines);
	return lines;
}

struct lines
typeset_paragraph(struct arena *arena, struct messages *messages,
		  struct typeset *typeset, const struct setting *setting)
{
	struct arena *scratch = arena_new();
	const struct paragraph *paragraph = paragraph_make(
	    scratch, messages, typeset, setting,
	    setting->width - setting->indent);
	struct lines lines = {0};

	if (paragraph != NULL)
		lines = paragraph_break(arena, paragraph, setting->width);
	arena_free(scratch);
	return lines;
}

static const struct font *
type_font(struct typeset *typeset, const struct type *type)
{
	return font_find(typeset, NULL, (struct place){0}, type->latin,
			 type->bold, type->italic, false, type->size);
}

static hb_font_extents_t
font_extents(const struct font *font)
{
	hb_font_extents_t extents = {0};

	hb_font_get_h_extents(font->loaded->shaper, &extents);
	return extents;
}

double
typeset_ascent(struct typeset *typeset, const struct type *type)
{
	const struct font *font = type_font(typeset, type);

	return font_points(font, font_extents(font).ascender);
}

double
typeset_descent(struct typeset *typeset, const struct type *type)
{
	const struct font *font = type_font(typeset, type);

	return -font_points(font, font_extents(font).descender);
}
