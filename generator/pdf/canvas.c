/* Write what is on a page as operators. */
/* SPDX-License-Identifier: MIT */
#include "pdf/canvas.h"

#include "base/arena.h"

#include <math.h>

static const struct colour black;

void
canvas_begin(struct canvas *canvas, struct text *out,
	     const struct pdf_fonts *fonts, double height)
{
	canvas->out = out;
	canvas->fonts = fonts;
	canvas->colour = black; /* ISO 32000-1, table 52 */
	canvas->stroke = 1;
	canvas->is_at_text = false;
	text_add(out, "1 0 0 -1 0 ");
	text_add_decimal(out, height);
	text_add(out, " cm\n");
}

void
canvas_end(struct canvas *canvas)
{
	if (canvas->is_at_text)
		pen_end(&canvas->pen);
	canvas->is_at_text = false;
}

void
canvas_begin_mark(struct canvas *canvas, const char *tag,
		  const char *properties)
{
	canvas_end(canvas);
	text_print(canvas->out, "/%s<<%s>>BDC\n", tag, properties);
}

void
canvas_end_mark(struct canvas *canvas)
{
	canvas_end(canvas);
	text_add(canvas->out, "EMC\n");
}

static bool
colours_are_same(struct colour a, struct colour b)
{
	return fabs(a.red - b.red) + fabs(a.green - b.green) +
		   fabs(a.blue - b.blue) <
	       1e-6;
}

static void
colour_set(struct canvas *canvas, struct colour colour)
{
	const double parts[] = {colour.red, colour.green, colour.blue};

	if (colours_are_same(colour, canvas->colour))
		return;
	canvas_end(canvas);
	for (size_t i = 0; i < COUNT(parts); i++) {
		text_add_significant(canvas->out, parts[i], 6);
		text_add(canvas->out, " ");
	}
	text_add(canvas->out, "rg\n");
	canvas->colour = colour;
}

static void
stroke_set(struct canvas *canvas, double stroke)
{
	if (fabs(stroke - canvas->stroke) > 1e-6)
		text_print(canvas->out, "%.6g w\n", stroke);
	canvas->stroke = stroke;
}

/* A point, or what else has two numbers. */
static void
pair_add(struct canvas *canvas, double x, double y, const char *operator)
{
	text_add_decimal(canvas->out, x);
	text_add(canvas->out, " ");
	text_add_decimal(canvas->out, y);
	text_add(canvas->out, operator);
}

void
canvas_line(struct canvas *canvas, double x, double y, double width,
	    double height, double stroke)
{
	canvas_end(canvas);
	stroke_set(canvas, stroke);
	pair_add(canvas, x, y, " m\n");
	pair_add(canvas, x + width, y + height, " l\nS\n");
}

/* What is between two places when each is rounded by itself, so that what
 * touches goes on touching. */
static double
span(double from, double length)
{
	return (round((from + length) * 100) - round(from * 100)) / 100;
}

static void
rectangle_add(struct canvas *canvas, double x, double y, double width,
	      double height)
{
	pair_add(canvas, x, y, " ");
	pair_add(canvas, span(x, width), span(y, height), " re\n");
}

void
canvas_frame(struct canvas *canvas, double x, double y, double width,
	     double height, double stroke)
{
	canvas_end(canvas);
	stroke_set(canvas, stroke);
	rectangle_add(canvas, x, y, width, height);
	text_add(canvas->out, "S\n");
}

void
canvas_bar(struct canvas *canvas, double x, double y, double width,
	   double height)
{
	canvas_end(canvas);
	colour_set(canvas, black);
	rectangle_add(canvas, x, y, width, height);
	text_add(canvas->out, "f\n");
}

/* A figure's own y grows upwards, the page's downwards. */
void
canvas_figure(struct canvas *canvas, size_t number, double x, double y)
{
	canvas_end(canvas);
	text_add(canvas->out, "q\n1 0 0 -1 ");
	pair_add(canvas, x, y, " cm\n");
	text_print(canvas->out, "/Figure%zu Do\nQ\n", number);
}

void
canvas_show(struct canvas *canvas, const struct glyph_run *run,
	    struct colour colour, double x, double y)
{
	colour_set(canvas, colour);
	if (!canvas->is_at_text)
		pen_begin(&canvas->pen, canvas->out, canvas->fonts);
	canvas->is_at_text = true;
	pen_show(&canvas->pen, run, x, y);
}
