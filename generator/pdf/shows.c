/* Show glyph runs: few strings, and one spacing for a line. */
/* SPDX-License-Identifier: MIT */
#include "pdf/shows.h"

#include "base/arena.h"
#include "base/text.h"

#include <math.h>

enum {
	POINT = 100 /* parts that places are rounded to */
};

/* The move that most glyphs but the last have behind them. */
static double
move_of_most(const struct show *show)
{
	size_t most = 0;
	double found = 0;

	for (size_t i = 0; i + 1 < show->count; i++) {
		size_t count = 0;

		for (size_t j = 0; j + 1 < show->count; j++)
			count += fabs(show->moves[j] - show->moves[i]) < 0.5;
		if (count > most) {
			most = count;
			found = show->moves[i];
		}
		if (2 * most >= show->count)
			break;
	}
	return fabs(found) < 0.5 ? 0 : found;
}

/* A byte of a literal string (ISO 32000-1, 7.3.4.2). Ends of lines stand for
 * themselves there once, but not every reader keeps two of them apart. */
static void
byte_write(struct text *out, unsigned char byte)
{
	char bytes[2] = {'\\', (char)byte};
	bool is_end = byte == '\r' || byte == '\n';
	bool is_plain = byte != '(' && byte != ')' && byte != '\\' && !is_end;

	if (is_end)
		bytes[1] = byte == '\r' ? 'r' : 'n';
	text_add_bytes(out, bytes + is_plain, 2 - (size_t)is_plain);
}

static void
code_write(struct pen *pen, size_t code)
{
	if (pen->font->code_size > 1)
		byte_write(pen->out, (unsigned char)(code >> 8));
	byte_write(pen->out, (unsigned char)code);
}

static void
pen_set_spacing(struct pen *pen, double spacing)
{
	if (fabs(spacing - pen->spacing) < 1e-4)
		return;
	text_add_significant(pen->out, spacing, 4);
	text_add(pen->out, " Tc\n");
	pen->spacing = spacing;
}

/* Both in parts of a point, written as points. */
static void
pair_write(struct text *out, long x, long y)
{
	text_add_significant(out, (double)x / POINT, 7);
	text_add(out, " ");
	text_add_significant(out, (double)y / POINT, 7);
	text_add(out, " ");
}

/* Move to where the glyphs begin, from where the line before began. */
static void
pen_move(struct pen *pen, double x, double y)
{
	long to_x = lround(x * POINT), to_y = lround(y * POINT);

	if (!pen->has_place) {
		text_add(pen->out, "1 0 0 -1 ");
		pair_write(pen->out, to_x, to_y);
		text_add(pen->out, "Tm\n");
	} else {
		pair_write(pen->out, to_x - pen->x, pen->y - to_y);
		text_add(pen->out, "Td\n");
	}
	pen->has_place = true;
	pen->x = to_x;
	pen->y = to_y;
}

/* The glyphs as strings with numbers between them, which take up what the
 * spacing and the numbers before left over. */
static void
show_write(struct pen *pen, double move)
{
	const struct show *show = &pen->show;
	double carried = 0;
	bool is_array = false;

	text_add(pen->out, "(");
	for (size_t i = 0; i < show->count; i++) {
		code_write(pen, show->codes[i]);
		carried += show->moves[i] - move;
		if (fabs(carried) <= SHOW_TOLERANCE || i + 1 == show->count)
			continue;
		text_add(pen->out, ")");
		text_add_significant(pen->out, round(carried), 6);
		text_add(pen->out, "(");
		carried -= round(carried);
		is_array = true;
	}
	text_add(pen->out, is_array ? ")]TJ\n" : ")Tj\n");
}

/* True if the numbers between strings will be needed. */
static bool
show_is_array(const struct show *show, double move)
{
	double carried = 0;

	for (size_t i = 0; i + 1 < show->count; i++) {
		carried += show->moves[i] - move;
		if (fabs(carried) > SHOW_TOLERANCE)
			return true;
	}
	return false;
}

static void
pen_flush(struct pen *pen)
{
	double move;

	if (pen->show.count == 0)
		return;
	move = move_of_most(&pen->show);
	pen_move(pen, pen->show.x, pen->show.y);
	pen_set_spacing(pen, 0 - move / 1000 * pen->size);
	text_add(pen->out, show_is_array(&pen->show, move) ? "[" : "");
	show_write(pen, move);
	pen->show.count = 0;
}

static void
pen_add_glyph(struct pen *pen, const struct set_glyph *glyph, double x,
	      double y)
{
	struct show *show = &pen->show;
	const struct font_program *program = &pen->font->program;
	size_t code = font_code(pen->font, glyph->index);

	if (show->count == GLYPHS_MOST ||
	    (show->count > 0 && fabs(show->y - y) > 0.5 / POINT))
		pen_flush(pen);
	if (show->count == 0) {
		show->x = x;
		show->y = y;
	} else {
		show->moves[show->count - 1] = (show->next - x) / pen->size *
					       1000;
	}
	show->codes[show->count] = code;
	show->moves[show->count++] = 0;
	show->next = x + program->widths[code] / 1000 * pen->size;
}

static void
pen_set_font(struct pen *pen, const struct glyph_run *run)
{
	const struct pdf_font *font =
	    &pen->fonts->items[glyph_run_face(pen->fonts->typeset, run)];
	double size = glyph_run_size(run);

	if (pen->font == font && fabs(pen->size - size) < 1e-6)
		return;
	pen->font = font;
	pen->size = size;
	text_print(pen->out, "/F%zu ", font->number);
	text_add_significant(pen->out, size, 6);
	text_add(pen->out, " Tf\n");
}

void
pen_show(struct pen *pen, const struct glyph_run *run, double x, double y)
{
	const struct set_glyph *glyph = run->glyphs;
	const char *text = run->text;

	pen_set_font(pen, run);
	for (size_t i = 0; i < run->cluster_count; i++) {
		const cairo_text_cluster_t *cluster = &run->clusters[i];
		bool is_said = fonts_say(pen->font, glyph, cluster, text);

		if (!is_said) {
			pen_flush(pen);
			text_add(pen->out, "/Span<</ActualText");
			words_write(pen->out, text, (size_t)cluster->num_bytes);
			text_add(pen->out, ">>BDC\n");
		}
		for (int k = 0; k < cluster->num_glyphs; k++, glyph++)
			pen_add_glyph(pen, glyph, x + (double)glyph->x,
				      y + (double)glyph->y);
		if (!is_said) {
			pen_flush(pen);
			text_add(pen->out, "EMC\n");
		}
		text += cluster->num_bytes;
	}
	pen_flush(pen);
}

void
pen_begin(struct pen *pen, struct text *out, const struct pdf_fonts *fonts)
{
	pen->out = out;
	pen->fonts = fonts;
	pen->font = NULL;
	pen->spacing = 0;
	pen->has_place = false;
	pen->show.count = 0; /* and no more of 8 KB: a page has many of these */
	text_add(out, "BT\n");
}

void
pen_end(struct pen *pen)
{
	pen_set_spacing(pen, 0);
	text_add(pen->out, "ET\n");
}
