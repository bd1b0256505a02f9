/* Glyph runs as operators that show text. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_SHOWS_H
#define PDF_SHOWS_H

#include "pdf/fonts.h"

struct text;

/* A run at its place on a page. */
struct shown {
	const struct glyph_run *run;
	double x, y;  /* [pt] of its line's left end, from the top left */
	bool goes_on; /* painted right behind the one before */
};

/* Add a text object (ISO 32000-1, 9.4) of runs that follow each other, for
 * coordinates that fall from the top. Glyphs of a line are one string as far as
 * they can be: what most of them are moved by is character spacing (9.3.2), and
 * none stands off its place by more than SHOW_TOLERANCE. Text that is not what
 * its glyphs stand for is given beside them (14.9.4). */
void shows_write(struct text *out, const struct pdf_fonts *,
		 const struct shown *, size_t count);

/* [1/1000 of the type's size] 0.03 pt in the text: half a pixel at 1200 dpi. */
#define SHOW_TOLERANCE 2.5

/* A string of UTF-16 in hexadecimal digits. */
void words_write(struct text *out, const char *text, size_t length);

#endif
