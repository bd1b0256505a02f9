/* Paint the shapes of a scene, and place its text. */
/* SPDX-License-Identifier: MIT */
#include "pdf/scene.h"

#include "base/arena.h"
#include "layout/pages.h"

#include <math.h>
#include <stdlib.h>

static void
ink_set(cairo_t *cairo, enum ink ink)
{
	struct colour colour = ink_colour(ink);

	cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

/* Stripes over a box: lines x + y = n steps that rise, x - y = n that fall. */
static void
stripes_add(cairo_t *cairo, const struct box *box, bool is_falling)
{
	double reach = box->width + box->height;

	for (double at = HATCH_STEP; at < reach; at += HATCH_STEP) {
		double y = is_falling ? box->y + box->height : box->y;
		double fall = is_falling ? -box->height : box->height;

		cairo_move_to(cairo, box->x + at, y);
		cairo_line_to(cairo, box->x + at - box->height, y + fall);
	}
}

/* Fill the path, which is inside the box, as the mark wants it. */
static void
path_paint(cairo_t *cairo, const struct mark *mark, const struct box *box)
{
	enum hatch hatch = ink_hatch(mark->ink);

	if (!mark->is_hatched) {
		cairo_fill(cairo);
		return;
	}
	cairo_set_line_width(cairo, HATCH_EDGE);
	cairo_stroke_preserve(cairo);
	cairo_save(cairo);
	cairo_clip(cairo);
	cairo_set_line_width(cairo, HATCH_STROKE);
	if (hatch != HATCH_FALLING)
		stripes_add(cairo, box, false);
	if (hatch != HATCH_RISING)
		stripes_add(cairo, box, true);
	cairo_stroke(cairo);
	cairo_restore(cairo);
}

static void
rectangle_paint(cairo_t *cairo, const struct mark *mark)
{
	const struct box box = {mark->x, mark->y, mark->width, mark->height};

	if (!(box.width > 0 && box.height > 0))
		return;
	cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
	path_paint(cairo, mark, &box);
}

static void
line_paint(cairo_t *cairo, const struct mark *mark)
{
	cairo_set_line_width(cairo, mark->stroke);
	cairo_move_to(cairo, mark->x, mark->y);
	cairo_line_to(cairo, mark->x + mark->width, mark->y + mark->height);
	cairo_stroke(cairo);
}

/* Cairo's angles go clockwise from the right, in radians. */
static void
sector_paint(cairo_t *cairo, const struct mark *mark)
{
	const double turn = 2 * acos(-1);
	double radius = mark->width / 2;
	const struct box box = {mark->x - radius, mark->y - radius, mark->width,
				mark->height};

	if (mark->to - mark->from < 1)
		cairo_move_to(cairo, mark->x, mark->y);
	cairo_arc(cairo, mark->x, mark->y, radius, (mark->from - 0.25) * turn,
		  (mark->to - 0.25) * turn);
	cairo_close_path(cairo);
	path_paint(cairo, mark, &box);
}

static void
point_paint(cairo_t *cairo, const struct mark *mark)
{
	double half = mark->width / 2;
	size_t count;
	const struct corner *corners = shape_corners(mark->shape, &count);

	if (count == 0)
		cairo_arc(cairo, mark->x, mark->y, half, 0, 2 * acos(-1));
	for (size_t i = 0; i < count; i++)
		cairo_line_to(cairo, mark->x + corners[i].x * half,
			      mark->y + corners[i].y * half);
	cairo_close_path(cairo);
	if (!mark->is_hatched) {
		cairo_fill(cairo);
		return;
	}
	ink_set(cairo, INK_GROUND);
	cairo_fill_preserve(cairo);
	ink_set(cairo, mark->ink);
	cairo_set_line_width(cairo, POINT_EDGE);
	cairo_stroke(cairo);
}

static void
mark_paint(cairo_t *cairo, const struct mark *mark)
{
	ink_set(cairo, mark->ink);
	cairo_new_path(cairo);
	switch (mark->kind) {
	case MARK_RECTANGLE:
		rectangle_paint(cairo, mark);
		break;
	case MARK_LINE:
		line_paint(cairo, mark);
		break;
	case MARK_POINT:
		point_paint(cairo, mark);
		break;
	case MARK_SECTOR:
		sector_paint(cairo, mark);
		break;
	case MARK_TEXT:
	case MARK_GROUP_BEGIN:
	case MARK_GROUP_END:
		break;
	}
}

void
scene_paint_shapes(cairo_t *cairo, const struct scene *scene)
{
	for (size_t i = 0; i < scene->count; i++)
		mark_paint(cairo, &scene->marks[i]);
}

static const struct line *
words_set(struct messages *messages, struct typeset *typeset,
	  const struct scene *scene, const struct mark *mark)
{
	struct type type = {
	    .latin = scene->latin,
	    .han = scene->han,
	    .bold = mark->is_bold,
	    .size = mark->size,
	};

	return typeset_line(typeset, messages, mark->text, &type, scene->is_han,
			    scene->tag);
}

/* The left end of so wide a line. */
static double
words_left(const struct mark *mark, double width)
{
	switch (mark->anchor) {
	case ANCHOR_START:
		return mark->x;
	case ANCHOR_MIDDLE:
		return mark->x - width / 2;
	case ANCHOR_END:
		return mark->x - width;
	}
	abort();
}

struct scene_text
scene_set_text(struct arena *arena, struct messages *messages,
	       struct typeset *typeset, const struct scene *scene)
{
	struct scene_text text = {0};

	for (size_t i = 0; i < scene->count; i++) {
		const struct mark *mark = &scene->marks[i];
		const struct line *line;

		if (mark->kind != MARK_TEXT)
			continue;
		line = words_set(messages, typeset, scene, mark);
		for (size_t k = 0; k < line->count; k++) {
			struct scene_run run = {
			    &line->runs[k], ink_colour(mark->ink),
			    words_left(mark, line->width), mark->y};

			ARENA_PUSH(arena, text.runs, text.count, run);
		}
	}
	return text;
}
