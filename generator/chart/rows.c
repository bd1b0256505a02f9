/* Rows of categories: labels, panels side by side, grid and axes. */
/* SPDX-License-Identifier: MIT */
#include "chart/rows.h"

#include <math.h>

/* The labels' column takes no more of the width, unless a word is wider. */
#define COLUMN_MOST	  0.4
#define COLUMN_MOST_PAIRS 0.34

/* [pt] that the category labels get. */
static double
column_width(struct drawing *drawing, size_t panel_count)
{
	const struct chart *chart = drawing->chart;
	double share = panel_count > 1 ? COLUMN_MOST_PAIRS : COLUMN_MOST;
	double widest = 0, word = 0;

	for (size_t i = 0; i < chart->category_count; i++) {
		const char *words = category_words(chart, i);

		widest = fmax(widest, words_width(drawing, words, false));
		word = fmax(word, words_widest(drawing, words, false));
	}
	return fmin(widest, fmax(word, share * chart->width));
}

static bool
labels_wrap(struct drawing *drawing, struct rows *rows)
{
	double width = column_width(drawing, rows->panel_count);

	for (size_t i = 0; i < drawing->chart->category_count; i++) {
		struct label *label = &rows->items[i].label;

		if (!label_wrap(drawing, label,
				category_words(drawing->chart, i), width,
				false))
			return false;
		rows->column = fmax(rows->column, label->width);
	}
	return true;
}

bool
rows_begin(struct drawing *drawing, struct rows *rows, size_t panel_count)
{
	const struct chart *chart = drawing->chart;
	size_t each = chart->series_count / panel_count;

	*rows = (struct rows){.panel_count = panel_count, .bars = each};
	rows->panels = arena_array(drawing->arena, panel_count,
				   sizeof(*rows->panels));
	rows->items = arena_array(drawing->arena, chart->category_count,
				  sizeof(*rows->items));
	for (size_t i = 0; i < panel_count; i++) {
		rows->panels[i].first = i * each;
		rows->panels[i].count = each;
	}
	return labels_wrap(drawing, rows);
}

struct reach *
panel_reaches(struct drawing *drawing, const struct panel *panel, size_t *count)
{
	const struct chart *chart = drawing->chart;
	struct reach *reaches;

	*count = 0;
	reaches = arena_array(drawing->arena,
			      panel->count * chart->category_count,
			      sizeof(*reaches));
	for (size_t s = panel->first; s < panel->first + panel->count; s++)
		for (size_t i = 0; i < chart->category_count; i++)
			reaches[(*count)++] = (struct reach){
			    chart->series[s].values[i],
			    words_width(drawing, value_words(chart, s, i),
					false) +
				VALUE_GAP * drawing->size};
	return reaches;
}

bool
panel_plan(struct drawing *drawing, struct panel *panel,
	   const struct reach *reaches, size_t count)
{
	if (axis_plan(drawing, &panel->axis, reaches, count, panel->room))
		return true;
	message_once(drawing->messages, WEIGHT_ERROR, drawing->chart->at,
		     "figure \"%s\": its labels leave no room for the bars",
		     drawing->chart->name);
	return false;
}

static double
rows_zero(struct drawing *drawing, const struct rows *rows)
{
	return rows->column + LABEL_GAP * drawing->size + rows->lead;
}

double
rows_room(struct drawing *drawing, const struct rows *rows, size_t count)
{
	double gap = PANEL_GAP * drawing->size;
	double whole = drawing->chart->width - rows_zero(drawing, rows);

	return (whole + gap) / (double)count - gap;
}

void
panels_place(struct drawing *drawing, struct rows *rows)
{
	double room = rows_room(drawing, rows, rows->panel_count);

	for (size_t i = 0; i < rows->panel_count; i++) {
		rows->panels[i].room = room;
		rows->panels[i].left = rows_zero(drawing, rows) +
				       (double)i *
					   (room + PANEL_GAP * drawing->size);
	}
}

bool
panel_title(struct drawing *drawing, struct panel *panel, const char *title)
{
	return label_wrap(drawing, &panel->title, title, panel->room, true);
}

/* A row is as high as its label or its bars, whichever is more. */
static void
rows_place(struct drawing *drawing, struct rows *rows)
{
	double gap = ROW_GAP * drawing->size;
	double at = drawing->top + gap / 2;

	rows->thickness = BAR_THICKNESS * drawing->size;
	rows->pitch = fmax(rows->thickness + BAR_GAP * drawing->size,
			   drawing->ascent + drawing->descent);
	rows->top = drawing->top;
	for (size_t i = 0; i < drawing->chart->category_count; i++) {
		struct row *row = &rows->items[i];

		row->top = at;
		row->height = fmax(label_height(drawing, &row->label),
				   rows->thickness +
				       (double)(rows->bars - 1) * rows->pitch);
		at += row->height + gap;
	}
	rows->bottom = at - gap / 2;
}

static void
titles_draw(struct drawing *drawing, struct rows *rows)
{
	const struct manner manner = {ANCHOR_START, INK_TEXT, true};
	double height = 0;

	for (size_t i = 0; i < rows->panel_count; i++)
		height = fmax(height,
			      label_height(drawing, &rows->panels[i].title));
	for (size_t i = 0; i < rows->panel_count; i++) {
		const struct panel *panel = &rows->panels[i];
		double own = label_height(drawing, &panel->title);

		label_draw(drawing, &panel->title, panel->left,
			   drawing->top + height - own, manner);
	}
	if (height > 0)
		drawing->top += height + LEGEND_GAP * drawing->size / 2;
}

static void
grid_draw(struct drawing *drawing, const struct rows *rows,
	  const struct panel *panel)
{
	const struct axis *axis = &panel->axis;
	const struct manner manner = {ANCHOR_MIDDLE, INK_FAINT, false};
	double baseline = rows->bottom + AXIS_GAP * drawing->size +
			  drawing->ascent;

	for (long long value = axis->step; value <= axis->end;
	     value += axis->step)
		drawing_add_line(drawing, INK_GRID,
				 panel->left + axis_place(axis, (double)value),
				 rows->top, 0, rows->bottom - rows->top,
				 GRID_STROKE);
	for (long long value = 0; value <= axis->end; value += axis->step)
		drawing_add_text(drawing, tick_words(drawing, value),
				 panel->left + axis_place(axis, (double)value),
				 baseline, manner);
}

void
rows_draw_frame(struct drawing *drawing, struct rows *rows)
{
	titles_draw(drawing, rows);
	rows_place(drawing, rows);
	for (size_t i = 0; i < rows->panel_count; i++)
		grid_draw(drawing, rows, &rows->panels[i]);
}

void
rows_draw_axes(struct drawing *drawing, const struct rows *rows)
{
	for (size_t i = 0; i < rows->panel_count; i++)
		drawing_add_line(drawing, INK_AXIS, rows->panels[i].left,
				 rows->top, 0, rows->bottom - rows->top,
				 AXIS_STROKE);
	drawing->top = rows->bottom + AXIS_GAP * drawing->size +
		       drawing->ascent + drawing->descent;
}

double
row_draw_label(struct drawing *drawing, const struct rows *rows,
	       size_t category)
{
	const struct manner manner = {ANCHOR_END, INK_TEXT, false};
	const struct row *row = &rows->items[category];
	double middle = row->top + row->height / 2;
	double lines = label_height(drawing, &row->label);
	double shift = drawing->ascent - MIDDLE_RISE * drawing->size -
		       (drawing->ascent + drawing->descent) / 2;

	label_draw(drawing, &row->label, rows->column,
		   middle - lines / 2 - shift, manner);
	return middle;
}

/* A patch of the ink keeps the stripes from behind the words. */
void
words_draw_inside(struct drawing *drawing, const char *words, enum ink ink,
		  double end, double middle)
{
	const struct manner manner = {ANCHOR_END, INK_GROUND, false};
	double gap = VALUE_GAP * drawing->size;
	double width = words_width(drawing, words, false) + 2 * gap;
	double thickness = BAR_THICKNESS * drawing->size;

	drawing_add_bar(drawing, ink, end - width, middle - thickness / 2,
			width, thickness, false);
	drawing_add_text(drawing, words, end - gap,
			 middle + MIDDLE_RISE * drawing->size, manner);
}

void
words_draw_outside(struct drawing *drawing, const struct panel *panel,
		   const char *words, double end, double middle)
{
	const struct manner manner = {ANCHOR_START, INK_TEXT, false};
	double baseline = middle + MIDDLE_RISE * drawing->size;
	double from = end + VALUE_GAP * drawing->size;
	double width = words_width(drawing, words, false);

	if (axis_crosses(&panel->axis, from - panel->left,
			 from + width - panel->left))
		drawing_clear(drawing, from, baseline, width);
	drawing_add_text(drawing, words, from, baseline, manner);
}
