/* Paint a scene; write one alone as PDF or PNG. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "pdf/paint.h"
#include "pdf/pdf.h"

#include <math.h>

/* Lines of a hatched box: told apart from a plain one without its colour. */
static const double hatch_step = 3;	/* [pt] along the box's edges */
static const double hatch_stroke = 0.6; /* [pt] */
static const double hatch_edge = 0.5;	/* [pt] of the outline */

enum {
	PIXELS_MOST = 16384 /* of a PNG's side */
};

static void
ink_set(cairo_t *cairo, enum ink ink)
{
	struct colour colour = ink_colour(ink);

	cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

static void
hatch_paint(cairo_t *cairo, const struct mark *mark, double x, double y)
{
	cairo_save(cairo);
	cairo_rectangle(cairo, x, y, mark->width, mark->height);
	cairo_clip(cairo);
	cairo_set_line_width(cairo, hatch_stroke);
	for (double at = hatch_step; at < mark->width + mark->height;
	     at += hatch_step) {
		cairo_move_to(cairo, x + at, y);
		cairo_line_to(cairo, x + at - mark->height, y + mark->height);
	}
	cairo_stroke(cairo);
	cairo_restore(cairo);
	cairo_set_line_width(cairo, hatch_edge);
	cairo_rectangle(cairo, x, y, mark->width, mark->height);
	cairo_stroke(cairo);
}

static void
rectangle_paint(cairo_t *cairo, const struct mark *mark, double x, double y)
{
	if (!(mark->width > 0 && mark->height > 0))
		return;
	if (mark->is_hatched) {
		hatch_paint(cairo, mark, x, y);
		return;
	}
	cairo_rectangle(cairo, x, y, mark->width, mark->height);
	cairo_fill(cairo);
}

static void
words_paint(cairo_t *cairo, struct messages *messages, struct typeset *typeset,
	    const struct scene *scene, const struct mark *mark, double x,
	    double y)
{
	struct type type = {
	    .latin = scene->latin,
	    .han = scene->han,
	    .bold = mark->is_bold,
	    .size = mark->size,
	};
	const struct line *line = typeset_line(
	    typeset, messages, mark->text, &type, scene->is_han, scene->tag);

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
		glyph_run_draw(cairo, &line->runs[i], x, y);
}

void
scene_paint(cairo_t *cairo, struct messages *messages, struct typeset *typeset,
	    const struct scene *scene, double left, double top)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct mark *mark = &scene->marks[i];
		double x = left + mark->x, y = top + mark->y;

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
		case MARK_TEXT:
			words_paint(cairo, messages, typeset, scene, mark, x,
				    y);
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

bool
png_write_scene(struct arena *arena, struct messages *messages,
		struct typeset *typeset, const struct scene *scene,
		double scale, struct text *out)
{
	double width = ceil(scene->width * scale);
	double height = ceil(scene->height * scale);
	cairo_surface_t *surface;
	cairo_status_t status;
	cairo_t *cairo;

	(void)arena;
	if (!(width >= 1 && width <= PIXELS_MOST && height >= 1 &&
	      height <= PIXELS_MOST)) {
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "%s: a picture of %.0f by %.0f pixels", scene->name,
			    width, height);
		return false;
	}
	surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width,
					     (int)height);
	cairo = cairo_create(surface);
	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, scale, scale);
	scene_paint(cairo, messages, typeset, scene, 0, 0);
	status = cairo_status(cairo);
	cairo_destroy(cairo);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_write_to_png_stream(surface, text_write,
							   out);
	cairo_surface_destroy(surface);
	if (status != CAIRO_STATUS_SUCCESS)
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "Cairo: %s", cairo_status_to_string(status));
	return status == CAIRO_STATUS_SUCCESS;
}
