/* A page of a PDF in the making: the operators of its content stream (ISO
 * 32000-1, 8 and 9). */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_CANVAS_H
#define PDF_CANVAS_H

#include "base/text.h"
#include "chart/chart.h"
#include "pdf/shows.h"

/* Begin with canvas_begin. Places are in points from the top left. */
struct canvas {
	struct text *out; /* the operators */
	const struct pdf_fonts *fonts;
	struct colour colour; /* of fills, as the operators have set it */
	double stroke;	      /* [pt] of lines, likewise */
	struct pen pen;
	bool is_at_text; /* a text object is open */
};

/* A page: the operators go to *out. */
void canvas_begin(struct canvas *, struct text *out, const struct pdf_fonts *,
		  double height);
/* Close what is open. */
void canvas_end(struct canvas *);

/* What follows belongs to marked content (14.6) with this tag and these
 * properties, until canvas_end_mark. */
void canvas_begin_mark(struct canvas *, const char *tag,
		       const char *properties);
void canvas_end_mark(struct canvas *);

/* A straight line, the outline of a rectangle, and all of one, in black. */
void canvas_line(struct canvas *, double x, double y, double width,
		 double height, double stroke);
void canvas_frame(struct canvas *, double x, double y, double width,
		  double height, double stroke);
void canvas_bar(struct canvas *, double x, double y, double width,
		double height);

/* The shapes of figure `number` (pdf/figures.c), its bottom left at x, y. */
void canvas_figure(struct canvas *, size_t number, double x, double y);

/* Glyphs, their line's left end at x, baseline y. */
void canvas_show(struct canvas *, const struct glyph_run *, struct colour,
		 double x, double y);

#endif
