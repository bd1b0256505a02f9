/* Glyph runs as operators that show text. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_SHOWS_H
#define PDF_SHOWS_H

#include "pdf/fonts.h"

struct text;

enum {
	GLYPHS_MOST = 512 /* of an array; a longer line has several */
};

/* Glyphs on one baseline, each with what it is moved by behind it. */
struct show {
	size_t codes[GLYPHS_MOST];
	double moves[GLYPHS_MOST]; /* [1/1000 of the size] to the left */
	size_t count;
	double x, y; /* [pt] where it begins */
	double next; /* [pt] where the last glyph ends by itself */
};

/* A text object (ISO 32000-1, 9.4) in the making, and what is set in it. */
struct pen {
	struct text *out;
	const struct pdf_fonts *fonts;
	const struct pdf_font *font; /* NULL: none yet */
	double size;		     /* [pt] */
	long x, y;		     /* [1/100 pt] where the line began */
	double spacing;		     /* [pt] */
	bool has_place;
	struct show show;
};

/* Begin a text object, show runs that follow each other, and end it, for
 * coordinates that fall from the top. Glyphs of a line are one string as far as
 * they can be: what most of them are moved by is character spacing (9.3.2), and
 * none stands off its place by more than SHOW_TOLERANCE. Text that is not what
 * its glyphs stand for is given beside them (14.9.4). */
void pen_begin(struct pen *, struct text *out, const struct pdf_fonts *);
/* The run's line has its left end at x, its baseline at y [pt]. */
void pen_show(struct pen *, const struct glyph_run *, double x, double y);
void pen_end(struct pen *);

/* [1/1000 of the type's size] 0.03 pt in the text: half a pixel at 1200 dpi. */
#define SHOW_TOLERANCE 2.5

/* A string of UTF-16 in hexadecimal digits. */
void words_write(struct text *out, const char *text, size_t length);

#endif
