/* Paint a scene; write one alone as PDF. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "pdf/paint.h"
#include "pdf/pdf.h"

/* Stripes over a box: lines x + y = n steps that rise, x - y = n that fall. */
static void
stripes_add(struct canvas *canvas, const struct box *box, bool is_falling)
{
	double reach = box->width + box->height;

	for (double at = HATCH_STEP; at < reach; at += HATCH_STEP) {
		double y = is_falling ? box->y + box->height : box->y;
		double fall = is_falling ? -box->height : box->height;

		canvas_move(canvas, box->x + at, y);
		canvas_line(canvas, box->x + at - box->height, y + fall);
	}
}

/* Fill the path, which is inside the box, as the mark wants it. */
static void
path_paint(struct canvas *canvas, const struct mark *mark,
	   const struct box *box)
{
	enum hatch hatch = ink_hatch(mark->ink);

	if (!mark->is_hatched) {
		canvas_fill(canvas);
		return;
	}
	canvas_stroke(canvas, HATCH_EDGE);
	canvas_begin_clip(canvas);
	canvas_new_path(canvas);
	if (hatch != HATCH_FALLING)
		stripes_add(canvas, box, false);
	if (hatch != HATCH_RISING)
		stripes_add(canvas, box, true);
	canvas_stroke(canvas, HATCH_STROKE);
	canvas_end_clip(canvas);
}

static void
rectangle_paint(struct canvas *canvas, const struct mark *mark, double x,
		double y)
{
	const struct box box = {x, y, mark->width, mark->height};

	if (!(mark->width > 0 && mark->height > 0))
		return;
	canvas_rectangle(canvas, x, y, mark->width, mark->height);
	path_paint(canvas, mark, &box);
}

static void
sector_paint(struct canvas *canvas, const struct mark *mark, double x, double y)
{
	double radius = mark->width / 2;
	const struct box box = {x - radius, y - radius, mark->width,
				mark->height};

	if (mark->to - mark->from < 1)
		canvas_move(canvas, x, y);
	canvas_arc(canvas, x, y, radius, mark->from - 0.25, mark->to - 0.25);
	canvas_close(canvas);
	path_paint(canvas, mark, &box);
}

static void
point_paint(struct canvas *canvas, const struct mark *mark, double x, double y)
{
	double half = mark->width / 2;
	size_t count;
	const struct corner *corners = shape_corners(mark->shape, &count);

	if (count == 0)
		canvas_arc(canvas, x, y, half, 0, 1);
	for (size_t i = 0; i < count; i++)
		canvas_line(canvas, x + corners[i].x * half,
			    y + corners[i].y * half);
	canvas_close(canvas);
	if (!mark->is_hatched) {
		canvas_fill(canvas);
		return;
	}
	canvas_set_colour(canvas, ink_colour(INK_GROUND));
	canvas_fill(canvas);
	canvas_set_colour(canvas, ink_colour(mark->ink));
	canvas_stroke(canvas, POINT_EDGE);
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

static void
words_paint(struct painter *painter, const struct scene *scene,
	    const struct mark *mark, double x, double y)
{
	const struct line *line = words_set(painter->messages, painter->typeset,
					    scene, mark);

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
		canvas_show(&painter->canvas, &line->runs[i], x, y);
}

static void
mark_paint(struct painter *painter, const struct scene *scene,
	   const struct mark *mark, double x, double y)
{
	struct canvas *canvas = &painter->canvas;

	canvas_set_colour(canvas, ink_colour(mark->ink));
	canvas_new_path(canvas);
	switch (mark->kind) {
	case MARK_RECTANGLE:
		rectangle_paint(canvas, mark, x, y);
		break;
	case MARK_LINE:
		canvas_move(canvas, x, y);
		canvas_line(canvas, x + mark->width, y + mark->height);
		canvas_stroke(canvas, mark->stroke);
		break;
	case MARK_POINT:
		point_paint(canvas, mark, x, y);
		break;
	case MARK_SECTOR:
		sector_paint(canvas, mark, x, y);
		break;
	case MARK_TEXT:
		words_paint(painter, scene, mark, x, y);
		break;
	case MARK_GROUP_BEGIN:
	case MARK_GROUP_END:
		break;
	}
}

void
scene_paint(struct painter *painter, const struct scene *scene, double left,
	    double top)
{
	for (size_t i = 0; i < scene->count; i++)
		mark_paint(painter, scene, &scene->marks[i],
			   left + scene->marks[i].x, top + scene->marks[i].y);
}

void
scene_note(struct arena *arena, struct messages *messages,
	   struct typeset *typeset, const struct scene *scene,
	   struct pdf_fonts *fonts)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct line *line;

		if (scene->marks[i].kind != MARK_TEXT)
			continue;
		line = words_set(messages, typeset, scene, &scene->marks[i]);
		for (size_t k = 0; k < line->count; k++)
			fonts_note(arena, fonts, &line->runs[k]);
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
