/* Draw with Cairo, or write what is drawn as operators. */
/* SPDX-License-Identifier: MIT */
#include "pdf/canvas.h"

#include <math.h>

void
canvas_begin(struct canvas *canvas, struct text *out,
	     const struct pdf_fonts *fonts, double height)
{
	canvas->cairo = NULL;
	canvas->out = out;
	canvas->path = (struct text){0};
	canvas->set = (struct looks){.width = 1}; /* and black: table 52 */
	canvas->colour = (struct colour){0};
	canvas->fonts = fonts;
	canvas->is_at_text = false;
	text_add(out, "1 0 0 -1 0 ");
	text_add_decimal(out, height);
	text_add(out, " cm\n");
}

static void
text_end(struct canvas *canvas)
{
	if (canvas->is_at_text)
		pen_end(&canvas->pen);
	canvas->is_at_text = false;
}

void
canvas_end(struct canvas *canvas)
{
	text_end(canvas);
	text_free(&canvas->path);
}

void
canvas_begin_mark(struct canvas *canvas, const char *tag,
		  const char *properties)
{
	text_end(canvas);
	text_print(canvas->out, "/%s<<%s>>BDC\n", tag, properties);
}

void
canvas_end_mark(struct canvas *canvas)
{
	text_end(canvas);
	text_add(canvas->out, "EMC\n");
}

static bool
colours_are_same(struct colour a, struct colour b)
{
	return fabs(a.red - b.red) + fabs(a.green - b.green) +
		   fabs(a.blue - b.blue) <
	       1e-6;
}

void
canvas_set_colour(struct canvas *canvas, struct colour colour)
{
	if (canvas->cairo != NULL)
		cairo_set_source_rgb(canvas->cairo, colour.red, colour.green,
				     colour.blue);
	else if (!colours_are_same(colour, canvas->colour))
		text_end(canvas);
	canvas->colour = colour;
}

static void
colour_write(struct canvas *canvas, struct colour *set, const char *operator)
{
	struct colour colour = canvas->colour;

	if (colours_are_same(colour, *set))
		return;
	text_print(canvas->out, "%.6g %.6g %.6g %s\n", colour.red, colour.green,
		   colour.blue, operator);
	*set = colour;
}

/* --- paths --- */

/* A point of the path, or what else has two numbers. */
static void
pair_add(struct canvas *canvas, double x, double y, const char *operator)
{
	text_add_decimal(&canvas->path, x);
	text_add(&canvas->path, " ");
	text_add_decimal(&canvas->path, y);
	text_add(&canvas->path, operator);
}

void
canvas_new_path(struct canvas *canvas)
{
	if (canvas->cairo != NULL)
		cairo_new_path(canvas->cairo);
	else
		canvas->path.length = 0;
}

void
canvas_move(struct canvas *canvas, double x, double y)
{
	if (canvas->cairo != NULL)
		cairo_move_to(canvas->cairo, x, y);
	else
		pair_add(canvas, x, y, " m\n");
}

void
canvas_line(struct canvas *canvas, double x, double y)
{
	if (canvas->cairo != NULL)
		cairo_line_to(canvas->cairo, x, y);
	else
		pair_add(canvas, x, y,
			 canvas->path.length > 0 ? " l\n" : " m\n");
}

/* What is between two places when each is rounded by itself, so that what
 * touches goes on touching. */
static double
span(double from, double length)
{
	return (round((from + length) * 100) - round(from * 100)) / 100;
}

void
canvas_rectangle(struct canvas *canvas, double x, double y, double width,
		 double height)
{
	if (canvas->cairo != NULL) {
		cairo_rectangle(canvas->cairo, x, y, width, height);
		return;
	}
	pair_add(canvas, x, y, " ");
	pair_add(canvas, span(x, width), span(y, height), " re\n");
}

/* The curve nearest to a small part of a circle; its ends lie on the circle, as
 * do its middle and its tangents. */
static void
curve_add(struct canvas *canvas, double x, double y, double radius, double from,
	  double to)
{
	double reach = 4.0 / 3 * tan((to - from) / 4);
	double ax = cos(from), ay = sin(from), bx = cos(to), by = sin(to);

	pair_add(canvas, x + radius * (ax - reach * ay),
		 y + radius * (ay + reach * ax), " ");
	pair_add(canvas, x + radius * (bx + reach * by),
		 y + radius * (by - reach * bx), " ");
	pair_add(canvas, x + radius * bx, y + radius * by, " c\n");
}

void
canvas_arc(struct canvas *canvas, double x, double y, double radius,
	   double from, double to)
{
	const double turn = 2 * acos(-1);
	/* up to a quarter turn, a curve is off by less than r / 3000 */
	int parts = (int)ceil((to - from) * 4);
	double part = parts > 0 ? (to - from) / parts * turn : 0;

	from *= turn;
	if (canvas->cairo != NULL) {
		cairo_arc(canvas->cairo, x, y, radius, from, to * turn);
		return;
	}
	canvas_line(canvas, x + radius * cos(from), y + radius * sin(from));
	for (int i = 0; i < parts; i++)
		curve_add(canvas, x, y, radius, from + i * part,
			  from + (i + 1) * part);
}

void
canvas_close(struct canvas *canvas)
{
	if (canvas->cairo != NULL)
		cairo_close_path(canvas->cairo);
	else
		text_add(&canvas->path, "h\n");
}

static void
path_write(struct canvas *canvas, const char *operator)
{
	text_add_bytes(canvas->out, canvas->path.bytes, canvas->path.length);
	text_add(canvas->out, operator);
}

void
canvas_fill(struct canvas *canvas)
{
	if (canvas->cairo != NULL) {
		cairo_fill_preserve(canvas->cairo);
		return;
	}
	text_end(canvas);
	colour_write(canvas, &canvas->set.fill, "rg");
	path_write(canvas, "f\n");
}

void
canvas_stroke(struct canvas *canvas, double width)
{
	if (canvas->cairo != NULL) {
		cairo_set_line_width(canvas->cairo, width);
		cairo_stroke_preserve(canvas->cairo);
		return;
	}
	text_end(canvas);
	colour_write(canvas, &canvas->set.stroke, "RG");
	if (fabs(width - canvas->set.width) > 1e-6)
		text_print(canvas->out, "%.6g w\n", width);
	canvas->set.width = width;
	path_write(canvas, "S\n");
}

void
canvas_begin_clip(struct canvas *canvas)
{
	if (canvas->cairo != NULL) {
		cairo_save(canvas->cairo);
		cairo_clip_preserve(canvas->cairo);
		return;
	}
	text_end(canvas);
	canvas->kept = canvas->set;
	text_add(canvas->out, "q\n");
	path_write(canvas, "W n\n");
}

void
canvas_end_clip(struct canvas *canvas)
{
	if (canvas->cairo != NULL) {
		cairo_restore(canvas->cairo);
		return;
	}
	text_end(canvas);
	text_add(canvas->out, "Q\n");
	canvas->set = canvas->kept;
}

void
canvas_show(struct canvas *canvas, const struct glyph_run *run, double x,
	    double y)
{
	if (canvas->cairo != NULL) {
		glyph_run_draw(canvas->cairo, run, x, y);
		return;
	}
	if (!canvas->is_at_text) {
		colour_write(canvas, &canvas->set.fill, "rg");
		pen_begin(&canvas->pen, canvas->out, canvas->fonts);
	}
	canvas->is_at_text = true;
	pen_show(&canvas->pen, run, x, y);
}
