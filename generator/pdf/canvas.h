/* What is drawn on: Cairo's ground for a picture, or a page of a PDF as the
 * operators of its content stream (ISO 32000-1, 8 and 9). */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_CANVAS_H
#define PDF_CANVAS_H

#include "base/text.h"
#include "chart/chart.h"
#include "pdf/shows.h"

#include <cairo.h>

/* What strokes and fills depend on. */
struct looks {
	struct colour fill, stroke;
	double width; /* [pt] of a stroke */
};

/* Set `cairo`, or begin with canvas_begin. Places are in points from the top
 * left. */
struct canvas {
	cairo_t *cairo;	  /* NULL: a page, as operators */
	struct text *out; /* the operators */
	const struct pdf_fonts *fonts;
	struct text path;  /* those of the path that is current */
	struct looks set;  /* what the operators so far have set */
	struct looks kept; /* and had set when the clipping began */
	struct colour colour;
	struct pen pen;
	bool is_at_text; /* a text object is open */
};

/* A page: the operators go to *out. */
void canvas_begin(struct canvas *, struct text *out, const struct pdf_fonts *,
		  double height);
/* Close what is open and let go of the path. */
void canvas_end(struct canvas *);

/* What follows belongs to marked content (14.6) with this tag and these
 * properties, until canvas_end_mark. */
void canvas_begin_mark(struct canvas *, const char *tag,
		       const char *properties);
void canvas_end_mark(struct canvas *);

void canvas_set_colour(struct canvas *, struct colour);

/* A path: begun, added to, and then painted once or more. */
void canvas_new_path(struct canvas *);
void canvas_move(struct canvas *, double x, double y);
/* From where the path is; the first corner of a path is where it begins. */
void canvas_line(struct canvas *, double x, double y);
void canvas_rectangle(struct canvas *, double x, double y, double width,
		      double height);
/* Part of a circle, from where the path is; angles in turns, clockwise from the
 * right. */
void canvas_arc(struct canvas *, double x, double y, double radius, double from,
		double to);
void canvas_close(struct canvas *);
void canvas_fill(struct canvas *);
void canvas_stroke(struct canvas *, double width);

/* Ink stays inside of the path until canvas_end_clip. Clippings do not nest. */
void canvas_begin_clip(struct canvas *);
void canvas_end_clip(struct canvas *);

/* Glyphs, their line's left end at x, baseline y. */
void canvas_show(struct canvas *, const struct glyph_run *, double x, double y);

#endif
