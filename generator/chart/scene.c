/* A scene's marks: added one by one, printed one fact a line. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include "base/text.h"

#include <math.h>
#include <stdlib.h>

static void
mark_add(struct drawing *drawing, struct mark mark)
{
	struct scene *scene = drawing->scene;

	ARENA_PUSH(drawing->arena, scene->marks, scene->count, mark);
}

void
drawing_add_bar(struct drawing *drawing, enum ink ink, double x, double y,
		double width, double height, bool is_hatched)
{
	mark_add(drawing, (struct mark){.kind = MARK_RECTANGLE,
					.ink = ink,
					.x = x,
					.y = y,
					.width = width,
					.height = height,
					.is_hatched = is_hatched});
}

void
drawing_add_line(struct drawing *drawing, enum ink ink, double x, double y,
		 double width, double height, double stroke)
{
	mark_add(drawing, (struct mark){.kind = MARK_LINE,
					.ink = ink,
					.x = x,
					.y = y,
					.width = width,
					.height = height,
					.stroke = stroke});
}

void
drawing_add_point(struct drawing *drawing, enum ink ink, enum point_shape shape,
		  double x, double y, double across, bool is_open)
{
	mark_add(drawing, (struct mark){.kind = MARK_POINT,
					.ink = ink,
					.shape = shape,
					.x = x,
					.y = y,
					.width = across,
					.height = across,
					.is_hatched = is_open});
}

void
drawing_add_sector(struct drawing *drawing, enum ink ink, double x, double y,
		   double across, double from, double to, bool is_hatched)
{
	mark_add(drawing, (struct mark){.kind = MARK_SECTOR,
					.ink = ink,
					.x = x,
					.y = y,
					.width = across,
					.height = across,
					.from = from,
					.to = to,
					.is_hatched = is_hatched});
}

void
drawing_add_text(struct drawing *drawing, const char *words, double x,
		 double baseline, struct manner manner)
{
	if (words[0] == '\0')
		return;
	mark_add(
	    drawing,
	    (struct mark){.kind = MARK_TEXT,
			  .ink = manner.ink,
			  .x = x,
			  .y = baseline,
			  .width = words_width(drawing, words, manner.is_bold),
			  .height = drawing->ascent + drawing->descent,
			  .text = words,
			  .anchor = manner.anchor,
			  .size = drawing->size,
			  .ascent = drawing->ascent,
			  .is_bold = manner.is_bold});
}

void
drawing_clear(struct drawing *drawing, double x, double baseline, double width)
{
	drawing_add_bar(drawing, INK_GROUND, x, baseline - drawing->ascent,
			width, drawing->ascent + drawing->descent, false);
}

void
drawing_add_part_text(struct drawing *drawing, const char *words, double x,
		      double middle, double most, bool is_hatched)
{
	const struct manner manner = {
	    ANCHOR_MIDDLE, is_hatched ? INK_TEXT : INK_GROUND, false};
	double height = BAR_THICKNESS * drawing->size - 2 * HATCH_EDGE;
	double width = fmin(words_width(drawing, words, false) +
				VALUE_GAP * drawing->size,
			    most);

	if (*words == '\0')
		return;
	if (is_hatched)
		drawing_add_bar(drawing, INK_GROUND, x - width / 2,
				middle - height / 2, width, height, false);
	drawing_add_text(drawing, words, x,
			 middle + MIDDLE_RISE * drawing->size, manner);
}

const char *
item_words(struct drawing *drawing, const char *name, const char *value)
{
	bool is_han = drawing->chart->is_han;

	return arena_print(drawing->arena, "%s%s%s", name, is_han ? "：" : ": ",
			   value);
}

static void
group_begin(struct drawing *drawing, struct text *words)
{
	const char *copy = arena_copy(drawing->arena, text_string(words));

	mark_add(drawing,
		 (struct mark){.kind = MARK_GROUP_BEGIN, .text = copy});
	text_free(words);
}

/* "category: series value; series value", in full-width marks where the
 * language has them. */
void
drawing_begin_category(struct drawing *drawing, size_t category, size_t first,
		       size_t count)
{
	const struct chart *chart = drawing->chart;
	struct text words = {0};

	text_add(&words,
		 item_words(drawing, category_words(chart, category), ""));
	for (size_t i = first; i < first + count; i++) {
		const char *name = chart->series[i].name;

		if (i > first)
			text_add(&words, chart->is_han ? "；" : "; ");
		if (name[0] != '\0')
			text_print(&words, "%s ", name);
		text_add(&words, value_words(chart, i, category));
	}
	group_begin(drawing, &words);
}

/* "series: category value; category value" */
void
drawing_begin_series(struct drawing *drawing, size_t series)
{
	const struct chart *chart = drawing->chart;
	struct text words = {0};

	text_add(&words, item_words(drawing, chart->series[series].name, ""));
	for (size_t i = 0; i < chart->category_count; i++) {
		if (i > 0)
			text_add(&words, chart->is_han ? "；" : "; ");
		text_print(&words, "%s %s", category_words(chart, i),
			   value_words(chart, series, i));
	}
	group_begin(drawing, &words);
}

void
drawing_end_group(struct drawing *drawing)
{
	mark_add(drawing, (struct mark){.kind = MARK_GROUP_END});
}

/* Tenths of a point; a hair under zero is no minus. */
static void
length_print(struct text *text, double length)
{
	double tenths = round(length * 10) / 10;

	text_print(text, " %.1f", tenths == 0 ? 0.0 : tenths);
}

static void
box_print(struct text *text, const char *what, const struct mark *mark)
{
	text_add(text, what);
	length_print(text, mark->x);
	length_print(text, mark->y);
	length_print(text, mark->width);
	length_print(text, mark->height);
	text_print(text, " %s", ink_name(mark->ink));
	text_add(text, mark->is_hatched ? " hatched\n" : "\n");
}

static void
sector_print(struct text *text, const struct mark *mark)
{
	text_add(text, "sector");
	length_print(text, mark->x);
	length_print(text, mark->y);
	length_print(text, mark->width);
	text_print(text, " %.4f %.4f %s", mark->from, mark->to,
		   ink_name(mark->ink));
	text_add(text, mark->is_hatched ? " hatched\n" : "\n");
}

static void
point_print(struct text *text, const struct mark *mark)
{
	static const char *const shapes[] = {[SHAPE_CIRCLE] = "circle",
					     [SHAPE_SQUARE] = "square",
					     [SHAPE_DIAMOND] = "diamond",
					     [SHAPE_TRIANGLE] = "triangle"};

	text_print(text, "point %s", shapes[mark->shape]);
	length_print(text, mark->x);
	length_print(text, mark->y);
	length_print(text, mark->width);
	text_print(text, " %s", ink_name(mark->ink));
	text_add(text, mark->is_hatched ? " open\n" : "\n");
}

static void
label_print(struct text *text, const struct mark *mark)
{
	static const char *const anchors[] = {[ANCHOR_START] = "start",
					      [ANCHOR_MIDDLE] = "middle",
					      [ANCHOR_END] = "end"};

	text_add(text, "label");
	length_print(text, mark->x);
	length_print(text, mark->y);
	text_add(text, " ");
	text_add_json(text, mark->text);
	text_print(text, " %s %s", anchors[mark->anchor], ink_name(mark->ink));
	text_add(text, mark->is_bold ? " bold\n" : "\n");
}

static void
mark_print(struct text *text, const struct mark *mark)
{
	switch (mark->kind) {
	case MARK_RECTANGLE:
		box_print(text, "bar", mark);
		return;
	case MARK_LINE:
		box_print(text, "line", mark);
		return;
	case MARK_POINT:
		point_print(text, mark);
		return;
	case MARK_SECTOR:
		sector_print(text, mark);
		return;
	case MARK_TEXT:
		label_print(text, mark);
		return;
	case MARK_GROUP_BEGIN:
		text_add(text, "group ");
		text_add_json(text, mark->text);
		text_add(text, "\n");
		return;
	case MARK_GROUP_END:
		text_add(text, "end\n");
		return;
	}
	abort();
}

void
scene_print(struct text *text, const struct scene *scene)
{
	text_add(text, "scene");
	length_print(text, scene->width);
	length_print(text, scene->height);
	text_add(text, " ");
	text_add_json(text, scene->name);
	text_add(text, "\n");
	for (size_t i = 0; i < scene->count; i++)
		mark_print(text, &scene->marks[i]);
}
