/* Write a scene's marks as elements of SVG. */
/* SPDX-License-Identifier: MIT */
#include "html/picture.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

#define LENGTH_SLACK 1e-6 /* [pt] that a sum of lengths may be off */

static void
pair_add(struct text *out, const char *command, double x, double y)
{
	text_add(out, command);
	text_add_decimal(out, x);
	text_add(out, " ");
	text_add_decimal(out, y);
}

/* Stripes and an outline, or the mark's own ink. */
static void
filling_add(const struct picture *picture, const struct mark *mark)
{
	struct text *out = picture->out;

	if (!mark->is_hatched)
		return;
	text_add(out, " fill=\"url(#");
	picture_add_id(picture, ink_name(mark->ink));
	text_add(out, ")\" stroke=\"currentColor\"");
	attribute_add_number(out, "stroke-width", HATCH_EDGE);
}

static bool
is_plain_rectangle(const struct mark *mark, enum ink ink)
{
	return mark->kind == MARK_RECTANGLE && mark->ink == ink &&
	       !mark->is_hatched;
}

/* Neighbours of one ink are one path: a row of a heat table. */
static size_t
rectangles_write(const struct picture *picture, const struct mark *marks,
		 size_t count)
{
	struct text *out = picture->out;
	size_t done = 0;

	text_print(out, "<path class=\"%s\" d=\"", ink_name(marks->ink));
	while (done < count && is_plain_rectangle(&marks[done], marks->ink)) {
		const struct mark *mark = &marks[done++];

		pair_add(out, "M", mark->x, mark->y);
		text_add(out, "h");
		text_add_decimal(out, mark->width);
		text_add(out, "v");
		text_add_decimal(out, mark->height);
		text_add(out, "h");
		text_add_decimal(out, -mark->width);
		text_add(out, "z");
	}
	text_add(out, "\"/>\n");
	return done;
}

static size_t
rectangle_write(const struct picture *picture, const struct mark *mark,
		size_t count)
{
	struct text *out = picture->out;

	if (count > 1 && is_plain_rectangle(mark, mark->ink) &&
	    is_plain_rectangle(mark + 1, mark->ink))
		return rectangles_write(picture, mark, count);
	text_print(out, "<rect class=\"%s\"", ink_name(mark->ink));
	attribute_add_number(out, "x", mark->x);
	attribute_add_number(out, "y", mark->y);
	attribute_add_number(out, "width", mark->width);
	attribute_add_number(out, "height", mark->height);
	filling_add(picture, mark);
	text_add(out, "/>\n");
	return 1;
}

/* True if the lines differ in nothing but where they are. */
static bool
lines_match(const struct mark *a, const struct mark *b)
{
	return b->kind == MARK_LINE && b->ink == a->ink &&
	       fabs(b->stroke - a->stroke) < LENGTH_SLACK;
}

/* True if the line goes on where the one before it ends. */
static bool
line_continues(const struct mark *before, const struct mark *mark)
{
	return fabs(before->x + before->width - mark->x) < LENGTH_SLACK &&
	       fabs(before->y + before->height - mark->y) < LENGTH_SLACK;
}

/* Lines alike are one path; of those end to end the corners are joined. */
static size_t
lines_write(const struct picture *picture, const struct mark *marks,
	    size_t count)
{
	struct text *out = picture->out;
	size_t done = 0;

	text_print(out, "<path class=\"%s\" fill=\"none\"",
		   ink_name(marks->ink));
	text_add(out, " stroke=\"currentColor\" stroke-linejoin=\"round\"");
	attribute_add_number(out, "stroke-width", marks->stroke);
	text_add(out, " d=\"");
	for (; done < count && lines_match(marks, &marks[done]); done++) {
		const struct mark *mark = &marks[done];

		if (done == 0 || !line_continues(mark - 1, mark))
			pair_add(out, "M", mark->x, mark->y);
		pair_add(out, "L", mark->x + mark->width,
			 mark->y + mark->height);
	}
	text_add(out, "\"/>\n");
	return done;
}

static size_t
line_write(const struct picture *picture, const struct mark *mark, size_t count)
{
	struct text *out = picture->out;

	if (count > 1 && lines_match(mark, mark + 1))
		return lines_write(picture, mark, count);
	text_print(out, "<line class=\"%s\"", ink_name(mark->ink));
	attribute_add_number(out, "x1", mark->x);
	attribute_add_number(out, "y1", mark->y);
	attribute_add_number(out, "x2", mark->x + mark->width);
	attribute_add_number(out, "y2", mark->y + mark->height);
	text_add(out, " stroke=\"currentColor\"");
	attribute_add_number(out, "stroke-width", mark->stroke);
	text_add(out, "/>\n");
	return 1;
}

static void
shape_write(struct text *out, const struct mark *mark, const char *class)
{
	double half = mark->width / 2;
	size_t count;
	const struct corner *corners = shape_corners(mark->shape, &count);

	if (count == 0) {
		text_print(out, "<circle class=\"%s\"", class);
		attribute_add_number(out, "cx", mark->x);
		attribute_add_number(out, "cy", mark->y);
		attribute_add_number(out, "r", half);
		return;
	}
	text_print(out, "<path class=\"%s\" d=\"", class);
	for (size_t i = 0; i < count; i++)
		pair_add(out, i == 0 ? "M" : "L", mark->x + corners[i].x * half,
			 mark->y + corners[i].y * half);
	text_add(out, "z\"");
}

/* An open point is ground under an outline. */
static void
point_write(const struct picture *picture, const struct mark *mark)
{
	struct text *out = picture->out;

	if (mark->is_hatched) {
		shape_write(out, mark, ink_name(INK_GROUND));
		text_add(out, "/>\n");
	}
	shape_write(out, mark, ink_name(mark->ink));
	if (mark->is_hatched) {
		text_add(out, " fill=\"none\" stroke=\"currentColor\"");
		attribute_add_number(out, "stroke-width", POINT_EDGE);
	}
	text_add(out, "/>\n");
}

static void
rim_add(struct text *out, const char *command, const struct mark *mark,
	double turns)
{
	double angle = 2 * acos(-1) * turns, radius = mark->width / 2;

	pair_add(out, command, mark->x + radius * sin(angle),
		 mark->y - radius * cos(angle));
}

static void
sector_write(const struct picture *picture, const struct mark *mark)
{
	struct text *out = picture->out;
	double radius = mark->width / 2;

	if (mark->to - mark->from >= 1) {
		text_print(out, "<circle class=\"%s\"", ink_name(mark->ink));
		attribute_add_number(out, "cx", mark->x);
		attribute_add_number(out, "cy", mark->y);
		attribute_add_number(out, "r", radius);
	} else {
		text_print(out, "<path class=\"%s\"", ink_name(mark->ink));
		pair_add(out, " d=\"M", mark->x, mark->y);
		rim_add(out, "L", mark, mark->from);
		pair_add(out, "A", radius, radius);
		rim_add(out,
			mark->to - mark->from > 0.5 ? " 0 1 1 " : " 0 0 1 ",
			mark, mark->to);
		text_add(out, "z\"");
	}
	filling_add(picture, mark);
	text_add(out, "/>\n");
}

const char *
anchor_name(enum anchor anchor)
{
	switch (anchor) {
	case ANCHOR_START:
		return "start";
	case ANCHOR_MIDDLE:
		return "middle";
	case ANCHOR_END:
		return "end";
	}
	abort();
}

static void
text_write(const struct picture *picture, const struct mark *mark)
{
	struct text *out = picture->out;

	text_add(out, "<text");
	if (!picture->is_grouped || mark->ink != INK_TEXT)
		attribute_add(out, "class", ink_name(mark->ink));
	attribute_add_number(out, "x", mark->x);
	attribute_add_number(out, "y", mark->y);
	if (mark->anchor != picture->anchor)
		attribute_add(out, "text-anchor", anchor_name(mark->anchor));
	if (mark->size < picture->size || mark->size > picture->size)
		attribute_add_number(out, "font-size", mark->size);
	attribute_add(out, "font-weight", mark->is_bold ? "bold" : NULL);
	text_add(out, ">");
	text_add_escaped(out, mark->text);
	text_add(out, "</text>\n");
}

size_t
marks_write(struct picture *picture, const struct mark *mark, size_t count)
{
	switch (mark->kind) {
	case MARK_RECTANGLE:
		return rectangle_write(picture, mark, count);
	case MARK_LINE:
		return line_write(picture, mark, count);
	case MARK_POINT:
		point_write(picture, mark);
		return 1;
	case MARK_SECTOR:
		sector_write(picture, mark);
		return 1;
	case MARK_TEXT:
		text_write(picture, mark);
		return 1;
	case MARK_GROUP_BEGIN:
		/* Its words are text but where they say otherwise. */
		picture->is_grouped = true;
		text_print(picture->out, "<g class=\"%s\"><title>",
			   ink_name(INK_TEXT));
		text_add_escaped(picture->out, mark->text);
		text_add(picture->out, "</title>\n");
		return 1;
	case MARK_GROUP_END:
		picture->is_grouped = false;
		text_add(picture->out, "</g>\n");
		return 1;
	}
	abort();
}
