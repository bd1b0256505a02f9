/* Paint a scene; write one alone as PDF. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "pdf/paint.h"
#include "pdf/pdf.h"

#include <math.h>

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
		cairo_rel_line_to(cairo, -box->height, fall);
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
rectangle_paint(cairo_t *cairo, const struct mark *mark, double x, double y)
{
	const struct box box = {x, y, mark->width, mark->height};

	if (!(mark->width > 0 && mark->height > 0))
		return;
	cairo_rectangle(cairo, x, y, mark->width, mark->height);
	path_paint(cairo, mark, &box);
}

/* Cairo's angles go clockwise from the right, in radians. */
static void
sector_paint(cairo_t *cairo, const struct mark *mark, double x, double y)
{
	const double turn = 2 * acos(-1);
	double radius = mark->width / 2;
	const struct box box = {x - radius, y - radius, mark->width,
				mark->height};

	cairo_new_path(cairo);
	if (mark->to - mark->from < 1)
		cairo_move_to(cairo, x, y);
	cairo_arc(cairo, x, y, radius, (mark->from - 0.25) * turn,
		  (mark->to - 0.25) * turn);
	cairo_close_path(cairo);
	path_paint(cairo, mark, &box);
}

static void
point_paint(cairo_t *cairo, const struct mark *mark, double x, double y)
{
	double half = mark->width / 2;
	size_t count;
	const struct corner *corners = shape_corners(mark->shape, &count);

	cairo_new_path(cairo);
	if (count == 0)
		cairo_arc(cairo, x, y, half, 0, 2 * acos(-1));
	for (size_t i = 0; i < count; i++)
		cairo_line_to(cairo, x + corners[i].x * half,
			      y + corners[i].y * half);
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
words_paint(struct painter *painter, const struct scene *scene,
	    const struct mark *mark, double x, double y)
{
	struct type type = {
	    .latin = scene->latin,
	    .han = scene->han,
	    .bold = mark->is_bold,
	    .size = mark->size,
	};
	const struct line *line = typeset_line(
	    painter->typeset, painter->messages, mark->text, &type,
	    scene->is_han, scene->tag);

	switch (mark->anchor) {
	case ANCHOR_START:
		break;
	case ANCHOR_MIDDLE:
		x -= line->width / 2;
		break;
	case ANCHOR_END:
		x -= line->width;
		break;
	}
	for (size_t i = 0; i < line->count; i++)
		glyphs_paint(painter, &line->runs[i], x, y);
}

void
scene_paint(struct painter *painter, const struct scene *scene, double left,
	    double top)
{
	cairo_t *cairo = painter->cairo;
	enum ink last = INK_GROUND;

	for (size_t i = 0; i < scene->count; i++) {
		const struct mark *mark = &scene->marks[i];
		double x = left + mark->x, y = top + mark->y;

		painter->is_at_text &= mark->kind == MARK_TEXT &&
				       mark->ink == last;
		last = mark->ink;
		ink_set(cairo, mark->ink);
		switch (mark->kind) {
		case MARK_RECTANGLE:
			rectangle_paint(cairo, mark, x, y);
			break;
		case MARK_LINE:
			cairo_set_line_width(cairo, mark->stroke);
			cairo_move_to(cairo, x, y);
			cairo_rel_line_to(cairo, mark->width, mark->height);
			cairo_stroke(cairo);
			break;
		case MARK_POINT:
			point_paint(cairo, mark, x, y);
			break;
		case MARK_SECTOR:
			sector_paint(cairo, mark, x, y);
			break;
		case MARK_TEXT:
			words_paint(painter, scene, mark, x, y);
			break;
		case MARK_GROUP_BEGIN:
		case MARK_GROUP_END:
			break;
		}
	}
}

/* A scene alone is a document of one page with one figure. */
bool
pdf_write_scene(struct arena *arena, struct messages *messages,
		struct typeset *typeset, const struct scene *scene,
		const char *created, struct text *out)
{
	struct box whole = {0, 0, scene->width, scene->height};
	struct element_node root = {.role = ROLE_DOCUMENT};
	struct element_node figure = {
	    .role = ROLE_FIGURE,
	    .parent = &root,
	    .alt = scene->description,
	    .has_box = true,
	    .box = whole,
	};
	struct page_ink ink = {
	    .kind = PAGE_SCENE, .scene = scene, .element = &figure};
	struct page page = {.inks = &ink, .ink_count = 1};
	struct pages pages = {
	    .width = scene->width,
	    .height = scene->height,
	    .tag = scene->tag,
	    .title = scene->title,
	    .items = &page,
	    .count = 1,
	    .root = &root,
	};
	struct pdf_info info = {.title = scene->title, .created = created};

	root.first = root.last = &figure;
	return pdf_write(arena, messages, typeset, &pages, &info, out);
}
