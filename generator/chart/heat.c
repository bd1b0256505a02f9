/* A heat table: a row for each category, a column for each series, in each cell
 * its number on an ink by the number. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include <math.h>

enum {
	HEAD_LINES_MOST = 5, /* over a column; else it has a number and a key */
	LIGHT_HEATS = 3	     /* words on more are in the ground's ink */
};

#define COLUMN_MOST 0.36 /* of the width for the labels */

/* In multiples of the type size. */
#define CELL_HEIGHT 1.7
#define CELL_PAD    0.3 /* at each side of a cell's words */
#define HEAD_GAP    0.5 /* under the heads */

struct heat {
	struct label *labels; /* one per category */
	struct label *heads;  /* one per series */
	struct label *keys;   /* the same, or NULL: the heads are names */
	double head_height;   /* [pt] */
	double left;	      /* [pt] of the first column */
	double width;	      /* [pt] of a column */
	double greatest;
};

/* --- labels of rows --- */

static double
column_width(struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	double widest = 0, word = 0;

	for (size_t i = 0; i < chart->category_count; i++) {
		const char *words = category_words(chart, i);

		widest = fmax(widest, words_width(drawing, words, false));
		word = fmax(word, words_widest(drawing, words, false));
	}
	return fmin(widest, fmax(word, COLUMN_MOST * chart->width));
}

static bool
labels_wrap(struct drawing *drawing, struct heat *heat)
{
	const struct chart *chart = drawing->chart;
	double width = column_width(drawing), widest = 0;

	heat->labels = arena_array(drawing->arena, chart->category_count,
				   sizeof(*heat->labels));
	for (size_t i = 0; i < chart->category_count; i++) {
		if (!label_wrap(drawing, &heat->labels[i],
				category_words(chart, i), width, false))
			return false;
		widest = fmax(widest, heat->labels[i].width);
	}
	heat->left = widest + LABEL_GAP * drawing->size;
	heat->width = (chart->width - heat->left) / (double)chart->series_count;
	return true;
}

/* --- heads of columns --- */

static bool
heads_fit(struct drawing *drawing, struct heat *heat)
{
	const struct chart *chart = drawing->chart;
	double width = heat->width - 2 * CELL_PAD * drawing->size;

	for (size_t s = 0; s < chart->series_count; s++) {
		const char *name = chart->series[s].name;

		if (words_widest(drawing, name, false) > width ||
		    !label_wrap(drawing, &heat->heads[s], name, width, false) ||
		    heat->heads[s].count > HEAD_LINES_MOST)
			return false;
	}
	return true;
}

static const char *
key_words(struct drawing *drawing, size_t series)
{
	const struct chart *chart = drawing->chart;

	return chart->number(drawing->arena, chart->number_context,
			     (long long)series + 1);
}

/* Numbers for heads, and what they stand for over the table. */
static bool
heads_key(struct drawing *drawing, struct heat *heat)
{
	const struct chart *chart = drawing->chart;

	heat->keys = arena_array(drawing->arena, chart->series_count,
				 sizeof(*heat->keys));
	for (size_t s = 0; s < chart->series_count; s++) {
		const char *number = key_words(drawing, s);

		if (!label_wrap(drawing, &heat->heads[s], number, heat->width,
				false) ||
		    !label_wrap(
			drawing, &heat->keys[s],
			item_words(drawing, number, chart->series[s].name),
			chart->width, false))
			return false;
	}
	return true;
}

static bool
cells_fit(struct drawing *drawing, const struct heat *heat)
{
	const struct chart *chart = drawing->chart;
	double room = heat->width - 2 * CELL_PAD * drawing->size;

	for (size_t s = 0; s < chart->series_count; s++)
		for (size_t i = 0; i < chart->category_count; i++)
			if (*value_words(chart, s, i) != '\0' &&
			    *value_words_in(drawing, s, i, room) == '\0')
				return false;
	return true;
}

static bool
heat_plan(struct drawing *drawing, struct heat *heat)
{
	const struct chart *chart = drawing->chart;

	if (!labels_wrap(drawing, heat))
		return false;
	if (!cells_fit(drawing, heat)) {
		message_once(drawing->messages, WEIGHT_ERROR, chart->at,
			     "figure \"%s\": its cells are too narrow for "
			     "their numbers",
			     chart->name);
		return false;
	}
	heat->heads = arena_array(drawing->arena, chart->series_count,
				  sizeof(*heat->heads));
	if (!heads_fit(drawing, heat) && !heads_key(drawing, heat))
		return false;
	for (size_t s = 0; s < chart->series_count; s++) {
		heat->head_height = fmax(
		    heat->head_height, label_height(drawing, &heat->heads[s]));
		for (size_t i = 0; i < chart->category_count; i++)
			heat->greatest = fmax(heat->greatest,
					      chart->series[s].values[i]);
	}
	return true;
}

/* --- cells --- */

/* The cell's place among the heats, from 0; none for a zero. */
static int
heat_of(const struct heat *heat, double value)
{
	return value > 0 ? (int)ceil(value / heat->greatest * HEATS) - 1 : -1;
}

/* Cells of one heat follow each other, so that they can be written as one. */
static void
cells_draw(struct drawing *drawing, const struct heat *heat, size_t category,
	   double top, double height)
{
	const struct chart *chart = drawing->chart;

	for (int level = 0; level < HEATS; level++)
		for (size_t s = 0; s < chart->series_count; s++)
			if (heat_of(heat, chart->series[s].values[category]) ==
			    level)
				drawing_add_bar(
				    drawing,
				    (enum ink)((int)INK_HEAT_1 + level),
				    heat->left + (double)s * heat->width, top,
				    heat->width - PART_GAP, height - PART_GAP,
				    false);
}

static void
words_draw(struct drawing *drawing, const struct heat *heat, size_t category,
	   double middle)
{
	const struct chart *chart = drawing->chart;
	double room = heat->width - 2 * CELL_PAD * drawing->size;

	for (size_t s = 0; s < chart->series_count; s++) {
		int level = heat_of(heat, chart->series[s].values[category]);
		const struct manner manner = {
		    ANCHOR_MIDDLE, level >= LIGHT_HEATS ? INK_GROUND : INK_TEXT,
		    false};

		drawing_add_text(
		    drawing, value_words_in(drawing, s, category, room),
		    heat->left + ((double)s + 0.5) * heat->width - PART_GAP / 2,
		    middle + MIDDLE_RISE * drawing->size, manner);
	}
}

static void
row_draw(struct drawing *drawing, const struct heat *heat, size_t category)
{
	const struct manner manner = {ANCHOR_END, INK_TEXT, false};
	const struct label *label = &heat->labels[category];
	double lines = label_height(drawing, label);
	double height = fmax(CELL_HEIGHT * drawing->size,
			     lines + HEAD_GAP * drawing->size);
	double middle = drawing->top + (height - PART_GAP) / 2;
	double shift = drawing->ascent - MIDDLE_RISE * drawing->size -
		       (drawing->ascent + drawing->descent) / 2;

	drawing_begin_category(drawing, category, 0,
			       drawing->chart->series_count);
	label_draw(drawing, label, heat->left - LABEL_GAP * drawing->size,
		   middle - lines / 2 - shift, manner);
	cells_draw(drawing, heat, category, drawing->top, height);
	words_draw(drawing, heat, category, middle);
	drawing_end_group(drawing);
	drawing->top += height;
}

static void
heads_draw(struct drawing *drawing, const struct heat *heat)
{
	const struct manner manner = {ANCHOR_MIDDLE, INK_FAINT, false};

	for (size_t s = 0; s < drawing->chart->series_count; s++) {
		double own = label_height(drawing, &heat->heads[s]);

		label_draw(drawing, &heat->heads[s],
			   heat->left + ((double)s + 0.5) * heat->width -
			       PART_GAP / 2,
			   drawing->top + heat->head_height - own, manner);
	}
	drawing->top += heat->head_height + HEAD_GAP * drawing->size;
}

static void
keys_draw(struct drawing *drawing, const struct heat *heat)
{
	const struct manner manner = {ANCHOR_START, INK_TEXT, false};
	struct entries entries = {0};

	for (size_t s = 0; s < drawing->chart->series_count; s++) {
		const struct label *key = &heat->keys[s];

		entries_place(drawing, &entries, key->width,
			      label_height(drawing, key));
		label_draw(drawing, key, entries.left, drawing->top, manner);
	}
	entries_end(drawing, &entries);
}

bool
heat_draw(struct drawing *drawing)
{
	struct heat heat = {0};

	if (!heat_plan(drawing, &heat))
		return false;
	if (heat.keys != NULL)
		keys_draw(drawing, &heat);
	heads_draw(drawing, &heat);
	for (size_t i = 0; i < drawing->chart->category_count; i++)
		row_draw(drawing, &heat, i);
	return true;
}
