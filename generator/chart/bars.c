/* Bars that lie: all series in one panel, or a panel for each. */
/* SPDX-License-Identifier: MIT */
#include "chart/rows.h"

#include <math.h>

/* In multiples of the type size: a panel narrower than that goes below. */
#define PANEL_LEAST 8.0

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
	size_t role = series_role(drawing->chart, series);
	bool is_hatched = drawing->chart->kind != CHART_PAIRED &&
			  series_is_hatched(role);

	if (reach.value > 0)
		drawing_add_bar(drawing, series_ink(role), panel->left,
				middle - rows->thickness / 2, end - panel->left,
				rows->thickness, is_hatched);
	if (reach_is_outside(&panel->axis, &reach, panel->room))
		words_draw_outside(drawing, panel, words, end, middle);
	else
		words_draw_inside(drawing, words, series_ink(role), end,
				  middle);
}

static void
row_draw(struct drawing *drawing, const struct rows *rows, size_t category)
{
	const struct panel *last = &rows->panels[rows->panel_count - 1];
	size_t from = rows->panels[0].first;
	double middle;

	drawing_begin_category(drawing, category, from,
			       last->first + last->count - from);
	middle = row_draw_label(drawing, rows, category);
	for (size_t p = 0; p < rows->panel_count; p++) {
		const struct panel *panel = &rows->panels[p];
		double first = middle -
			       (double)(panel->count - 1) * rows->pitch / 2;

		for (size_t i = 0; i < panel->count; i++)
			bar_draw(drawing, rows, panel, panel->first + i,
				 category, first + (double)i * rows->pitch);
	}
	drawing_end_group(drawing);
}

static void
rows_draw(struct drawing *drawing, struct rows *rows)
{
	rows_draw_frame(drawing, rows);
	for (size_t i = 0; i < drawing->chart->category_count; i++)
		row_draw(drawing, rows, i);
	rows_draw_axes(drawing, rows);
}

static bool
panel_begin(struct drawing *drawing, struct rows *rows, size_t i)
{
	struct panel *panel = &rows->panels[i];
	size_t count;
	const struct reach *reaches = panel_reaches(drawing, panel, &count);
	const char *name = drawing->chart->series[panel->first].name;

	return panel_plan(drawing, panel, reaches, count) &&
	       (rows->panel_count == 1 || panel_title(drawing, panel, name));
}

static bool
panels_draw(struct drawing *drawing, size_t panel_count)
{
	struct rows rows;

	if (!rows_begin(drawing, &rows, panel_count))
		return false;
	panels_place(drawing, &rows);
	for (size_t i = 0; i < panel_count; i++)
		if (!panel_begin(drawing, &rows, i))
			return false;
	if (panel_count == 1 && !legend_draw(drawing, SWATCH_BOX))
		return false;
	rows_draw(drawing, &rows);
	return true;
}

bool
bars_draw(struct drawing *drawing)
{
	return panels_draw(drawing, 1);
}

bool
paired_draw(struct drawing *drawing)
{
	return panels_draw(drawing, drawing->chart->series_count);
}

/* --- small multiples --- */

/* True if panels of that room can hold their bars' words and their titles. */
static bool
room_suits(struct drawing *drawing, const struct reach *reaches, size_t count,
	   double room)
{
	const struct chart *chart = drawing->chart;
	struct axis axis;

	for (size_t i = 0; i < chart->series_count; i++)
		if (words_widest(drawing, chart->series[i].name, true) > room)
			return false;
	return room >= PANEL_LEAST * drawing->size &&
	       axis_plan(drawing, &axis, reaches, count, room);
}

/* Panels side by side: as many as have room, and as many on each band. */
static size_t
panels_abreast(struct drawing *drawing, const struct rows *rows,
	       const struct reach *reaches, size_t count)
{
	size_t panels = drawing->chart->series_count, abreast = panels;
	size_t bands;

	while (abreast > 1 && !room_suits(drawing, reaches, count,
					  rows_room(drawing, rows, abreast)))
		abreast--;
	bands = (panels + abreast - 1) / abreast;
	return (panels + bands - 1) / bands;
}

/* One axis for all: panels are there to be compared. */
static bool
multiples_plan(struct drawing *drawing, struct rows *rows, size_t *abreast)
{
	struct panel all = {.count = drawing->chart->series_count};
	size_t count;
	const struct reach *reaches = panel_reaches(drawing, &all, &count);
	double apart;

	*abreast = panels_abreast(drawing, rows, reaches, count);
	all.room = rows_room(drawing, rows, *abreast);
	apart = all.room + PANEL_GAP * drawing->size;
	if (!panel_plan(drawing, &all, reaches, count))
		return false;
	panels_place(drawing, rows);
	for (size_t i = 0; i < rows->panel_count; i++) {
		struct panel *panel = &rows->panels[i];

		panel->left = rows->panels[0].left +
			      (double)(i % *abreast) * apart;
		panel->room = all.room;
		panel->axis = all.axis;
		if (!panel_title(drawing, panel,
				 drawing->chart->series[i].name))
			return false;
	}
	return true;
}

bool
multiples_draw(struct drawing *drawing)
{
	size_t count = drawing->chart->series_count, abreast;
	struct rows rows, band;

	if (!rows_begin(drawing, &rows, count) ||
	    !multiples_plan(drawing, &rows, &abreast))
		return false;
	band = rows;
	for (size_t i = 0; i < count; i += abreast) {
		if (i > 0)
			drawing->top += PANEL_GAP * drawing->size;
		band.panels = rows.panels + i;
		band.panel_count = count - i < abreast ? count - i : abreast;
		rows_draw(drawing, &band);
	}
	return true;
}
