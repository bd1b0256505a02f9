/* Bars that lie: a row for each category, beside it one panel or more, each
 * with its own axis. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <math.h>

/* The labels' column takes no more of the width, unless a word is wider. */
#define COLUMN_MOST	  0.4
#define COLUMN_MOST_PAIRS 0.34

/* An axis with the series that stand over it. */
struct panel {
	size_t first, count; /* series */
	double left;	     /* [pt] of zero */
	double room;	     /* [pt] from zero to the words' right end */
	struct axis axis;
	struct label title;
};

struct row {
	struct label label;
	double top, height; /* [pt] without the gap to its neighbours */
};

struct rows {
	struct panel *panels;
	size_t panel_count;
	struct row *items; /* one per category */
	double column;	   /* [pt] of the widest label */
	double thickness;  /* [pt] of a bar */
	double pitch;	   /* [pt] from bar to bar in a row */
	double top, bottom;
};

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

/* What each bar of the panel and its words want. */
static struct reach *
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

static bool
panel_plan(struct drawing *drawing, struct panel *panel)
{
	size_t count;
	struct reach *reaches = panel_reaches(drawing, panel, &count);

	if (!axis_plan(drawing, &panel->axis, reaches, count, panel->room)) {
		message_error(drawing->messages, drawing->chart->at,
			      "figure \"%s\": its labels leave no room for "
			      "the bars",
			      drawing->chart->name);
		return false;
	}
	return true;
}

static bool
panels_plan(struct drawing *drawing, struct rows *rows)
{
	double gap = PANEL_GAP * drawing->size;
	double zero = rows->column + LABEL_GAP * drawing->size;
	size_t count = rows->panel_count;
	double room = (drawing->chart->width - zero + gap) / (double)count -
		      gap;

	for (size_t i = 0; i < count; i++) {
		struct panel *panel = &rows->panels[i];
		const char *name = drawing->chart->series[i].name;

		panel->room = room;
		panel->left = zero + (double)i * (room + gap);
		if (!panel_plan(drawing, panel))
			return false;
		if (count > 1 &&
		    !label_wrap(drawing, &panel->title, name, room, true))
			return false;
	}
	return true;
}

/* A row is as high as its label or its bars, whichever is more. */
static void
rows_place(struct drawing *drawing, struct rows *rows)
{
	double gap = ROW_GAP * drawing->size;
	double at = drawing->top + gap / 2;
	size_t bars = rows->panels[0].count;

	rows->thickness = BAR_THICKNESS * drawing->size;
	rows->pitch = fmax(rows->thickness + BAR_GAP * drawing->size,
			   drawing->ascent + drawing->descent);
	rows->top = drawing->top;
	for (size_t i = 0; i < drawing->chart->category_count; i++) {
		struct row *row = &rows->items[i];

		row->top = at;
		row->height = fmax(label_height(drawing, &row->label),
				   rows->thickness +
				       (double)(bars - 1) * rows->pitch);
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

	for (long long value = 0; value <= axis->end; value += axis->step) {
		double x = panel->left + axis_place(axis, (double)value);

		if (value > 0)
			drawing_add_line(drawing, INK_GRID, x, rows->top, 0,
					 rows->bottom - rows->top, GRID_STROKE);
		drawing_add_text(drawing, tick_words(drawing, value), x,
				 baseline, manner);
	}
}

/* Inside a bar, a patch of its ink keeps the stripes from behind the words. */
static void
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

static void
words_draw_outside(struct drawing *drawing, const char *words,
		   const struct panel *panel, double end, double middle)
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

static void
bar_draw(struct drawing *drawing, const struct rows *rows,
	 const struct panel *panel, size_t series, size_t category,
	 double middle)
{
	const char *words = value_words(drawing->chart, series, category);
	struct reach reach = {drawing->chart->series[series].values[category],
			      words_width(drawing, words, false) +
				  VALUE_GAP * drawing->size};
	double end = panel->left + axis_place(&panel->axis, reach.value);
	bool is_hatched = rows->panel_count == 1 && series_is_hatched(series);

	if (reach.value > 0)
		drawing_add_bar(drawing, series_ink(series), panel->left,
				middle - rows->thickness / 2, end - panel->left,
				rows->thickness, is_hatched);
	if (reach_is_outside(&panel->axis, &reach, panel->room))
		words_draw_outside(drawing, words, panel, end, middle);
	else
		words_draw_inside(drawing, words, series_ink(series), end,
				  middle);
}

static void
row_draw(struct drawing *drawing, const struct rows *rows, size_t category)
{
	const struct manner manner = {ANCHOR_END, INK_TEXT, false};
	const struct row *row = &rows->items[category];
	double middle = row->top + row->height / 2;
	double lines = label_height(drawing, &row->label);
	double shift = drawing->ascent - MIDDLE_RISE * drawing->size -
		       (drawing->ascent + drawing->descent) / 2;

	drawing_begin_category(drawing, category);
	label_draw(drawing, &row->label, rows->column,
		   middle - lines / 2 - shift, manner);
	for (size_t p = 0; p < rows->panel_count; p++) {
		const struct panel *panel = &rows->panels[p];
		double first = middle -
			       (double)(panel->count - 1) * rows->pitch / 2;

		for (size_t i = 0; i < panel->count; i++)
			bar_draw(drawing, rows, panel, panel->first + i,
				 category, first + (double)i * rows->pitch);
	}
	drawing_end_category(drawing);
}

static void
rows_draw(struct drawing *drawing, struct rows *rows)
{
	titles_draw(drawing, rows);
	rows_place(drawing, rows);
	for (size_t i = 0; i < rows->panel_count; i++)
		grid_draw(drawing, rows, &rows->panels[i]);
	for (size_t i = 0; i < drawing->chart->category_count; i++)
		row_draw(drawing, rows, i);
	for (size_t i = 0; i < rows->panel_count; i++)
		drawing_add_line(drawing, INK_AXIS, rows->panels[i].left,
				 rows->top, 0, rows->bottom - rows->top,
				 AXIS_STROKE);
	drawing->top = rows->bottom + AXIS_GAP * drawing->size +
		       drawing->ascent + drawing->descent;
}

static struct rows
rows_begin(struct drawing *drawing, size_t panel_count)
{
	const struct chart *chart = drawing->chart;
	struct rows rows = {.panel_count = panel_count};
	size_t each = chart->series_count / panel_count;

	rows.panels = arena_array(drawing->arena, panel_count,
				  sizeof(*rows.panels));
	rows.items = arena_array(drawing->arena, chart->category_count,
				 sizeof(*rows.items));
	for (size_t i = 0; i < panel_count; i++) {
		rows.panels[i].first = i * each;
		rows.panels[i].count = each;
	}
	return rows;
}

bool
bars_draw(struct drawing *drawing)
{
	struct rows rows = rows_begin(drawing, 1);

	if (!labels_wrap(drawing, &rows) || !panels_plan(drawing, &rows) ||
	    !legend_draw(drawing))
		return false;
	rows_draw(drawing, &rows);
	return true;
}

bool
paired_draw(struct drawing *drawing)
{
	struct rows rows = rows_begin(drawing, drawing->chart->series_count);

	if (!labels_wrap(drawing, &rows) || !panels_plan(drawing, &rows))
		return false;
	rows_draw(drawing, &rows);
	return true;
}
