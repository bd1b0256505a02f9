/* Letters set side by side with their glue: a line of glyph runs. */
/* SPDX-License-Identifier: MIT */
#include "typeset/paragraph.h"

#include "base/arena.h"

#include <string.h>

/* A line that is being written. Its runs share the three arrays. */
struct pen {
	struct arena *arena;
	const struct paragraph *paragraph;
	struct line line;
	double x; /* [pt] */
	char *text;
	size_t length;
	struct set_glyph *glyphs;
	size_t glyph_count;
	cairo_text_cluster_t *clusters;
	size_t cluster_count;
};

/* The letters of a line: all from its first piece up to the next line's. */
struct span {
	size_t first, end;
};

static struct span
line_span(const struct paragraph *paragraph, const struct segment *segment,
	  size_t first, size_t last)
{
	const size_t *letters = paragraph->piece_letters + segment->piece;
	struct span span = {segment->first, segment->end};

	if (first > 0)
		span.first = letters[first];
	if (last + 1 < segment->piece_count)
		span.end = letters[last + 1];
	return span;
}

static void
pen_reserve(struct pen *pen, struct span span)
{
	size_t bytes = sizeof("\u00ad"), glyphs = 1; /* a hyphen */

	for (size_t i = span.first; i < span.end; i++) {
		size_t shown = pen->paragraph->letters[i].glyph_count;

		bytes += pen->paragraph->letters[i].length;
		glyphs += shown > 0 ? shown : 1;
	}
	pen->text = arena_room(pen->arena, bytes, 1);
	pen->glyphs = arena_room(pen->arena, glyphs, sizeof(*pen->glyphs));
	pen->clusters = arena_room(pen->arena, span.end - span.first + 1,
				   sizeof(*pen->clusters));
}

/* Go on with the run of that font and owner, or begin it. */
static struct glyph_run *
pen_run(struct pen *pen, const struct font *font, const void *owner)
{
	struct line *line = &pen->line;
	struct glyph_run *run = line->count > 0 ? &line->runs[line->count - 1]
						: NULL;

	if (run != NULL && run->font == font && run->owner == owner)
		return run;
	ARENA_PUSH(pen->paragraph->scratch, line->runs, line->count,
		   ((struct glyph_run){
		       .font = font,
		       .owner = owner,
		       .text = pen->text + pen->length,
		       .glyphs = pen->glyphs + pen->glyph_count,
		       .clusters = pen->clusters + pen->cluster_count,
		       .x = pen->x,
		   }));
	return &line->runs[line->count - 1];
}

static void
pen_add_glyph(struct pen *pen, struct glyph_run *run, unsigned long index,
	      double x, double y)
{
	pen->glyphs[pen->glyph_count++] = (struct set_glyph){
	    (uint32_t)index, (float)x, (float)y};
	run->glyph_count++;
}

/* The bytes that the last glyphs of the run show. */
static void
pen_add_cluster(struct pen *pen, struct glyph_run *run, const char *bytes,
		size_t length, size_t glyphs)
{
	memcpy(pen->text + pen->length, bytes, length);
	pen->length += length;
	run->length += length;
	pen->clusters[pen->cluster_count++] = (cairo_text_cluster_t){
	    (int)length, (int)glyphs};
	run->cluster_count++;
}

/* A letter that shows nothing, but whose text is there. */
static void
pen_add_blank(struct pen *pen, const struct letter *letter)
{
	const struct paragraph *paragraph = pen->paragraph;
	const struct line *line = &pen->line;
	const void *owner = letter_run(paragraph, letter)->owner;
	enum class class = letter_sign(paragraph, letter)->class;
	const struct font *font = letter->font;
	struct glyph_run *run;

	if (line->count > 0 && (line->runs[line->count - 1].owner == owner ||
				class == CLASS_NEWLINE)) {
		font = line->runs[line->count - 1].font;
		owner = line->runs[line->count - 1].owner;
	}
	if (class == CLASS_SOFT)
		return;
	run = pen_run(pen, font, owner);
	pen_add_glyph(pen, run, font->loaded->space, pen->x, 0);
	if (class == CLASS_NEWLINE)
		pen_add_cluster(pen, run, " ", 1, 1);
	else
		pen_add_cluster(pen, run, paragraph->text + letter->start,
				letter->length, 1);
}

static void
pen_add_letter(struct pen *pen, const struct letter *letter, double width)
{
	const struct paragraph *paragraph = pen->paragraph;
	const struct run *source = letter_run(paragraph, letter);
	struct glyph_run *run = pen_run(pen, letter->font, source->owner);
	size_t glyphs = letter->glyph_count;

	for (size_t i = 0; i < glyphs; i++) {
		const struct glyph *glyph = &letter->glyphs[i];

		pen_add_glyph(pen, run, glyph->index, pen->x + glyph->x,
			      glyph->y - source->type.rise);
	}
	if (glyphs == 0) {
		pen_add_glyph(pen, run, letter->font->loaded->space, pen->x, 0);
		glyphs = 1;
	}
	pen_add_cluster(pen, run, paragraph->text + letter->start,
			letter->length, glyphs);
	pen->x += width;
	run->width = pen->x - run->x;
}

/* A hyphen that text extraction takes out again. */
static void
pen_add_hyphen(struct pen *pen)
{
	struct line *line = &pen->line;
	struct glyph_run *run = &line->runs[line->count - 1];
	double y = (double)pen->glyphs[pen->glyph_count - 1].y;

	pen_add_glyph(pen, run, run->font->loaded->hyphen, pen->x, y);
	pen_add_cluster(pen, run, "\u00ad", strlen("\u00ad"), 1);
	pen->x += run->font->hyphen_width;
	run->width = pen->x - run->x;
	line->is_hyphenated = true;
}

/* The runs as they are, out of an array that grew. */
static void
pen_keep_runs(struct pen *pen)
{
	struct line *line = &pen->line;
	struct glyph_run *runs = arena_room(pen->arena, line->count,
					    sizeof(*runs));

	if (line->count > 0)
		memcpy(runs, line->runs, line->count * sizeof(*runs));
	line->runs = runs;
}

static double
glue_set(const struct glue *glue, double ratio)
{
	return glue->width + ratio * (ratio < 0 ? glue->shrink : glue->stretch);
}

struct line
paragraph_line(struct arena *arena, const struct paragraph *paragraph,
	       const struct segment *segment, size_t first, size_t last,
	       double ratio)
{
	struct span span = line_span(paragraph, segment, first, last);
	const struct piece *pieces = paragraph->pieces + segment->piece;
	struct pen pen = {.arena = arena, .paragraph = paragraph};
	size_t piece = first;

	pen_reserve(&pen, span);
	for (size_t i = span.first; i < span.end; i++) {
		const struct letter *letter = &paragraph->letters[i];

		if (letter->is_blank) {
			pen_add_blank(&pen, letter);
			continue;
		}
		if (piece > first)
			pen.x += glue_set(&pieces[piece - 1].glue, ratio);
		pen_add_letter(&pen, letter, pieces[piece].width);
		if (piece == last && pieces[last].hyphen > 0)
			pen_add_hyphen(&pen);
		piece++;
	}
	pen.line.width = pen.x;
	pen_keep_runs(&pen);
	return pen.line;
}
