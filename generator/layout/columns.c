/* Share the width of a table out among its columns. */
/* SPDX-License-Identifier: MIT */
#include "layout/columns.h"

#include "base/arena.h"

#include <math.h>
#include <string.h>

/* What rounding may add to a sum of widths. */
#define WIDTH_SLACK 0.01 /* [pt] */

enum {
	BALANCE_STEPS = 7 /* halvings until no eye sees a difference */
};

/* What a column must have, by how far its words are parted. */
struct need {
	double widths[PARTING_ALWAYS + 1]; /* [pt] */
};

bool
words_are_value(const char *words)
{
	return strpbrk(words, "0123456789") != NULL &&
	       strpbrk(words, " (") == NULL && strstr(words, "（") == NULL;
}

/* The words of a cell before they have an element. Whoever sets them reports
 * what is wrong with them. */
struct cell {
	struct arena *arena;
	struct messages unheard;
	struct run run;
	struct setting setting;
};

static struct paragraph *
cell_shape(struct collector *collector, struct cell *cell, const char *words,
	   enum kind kind, bool is_hyphenated)
{
	*cell = (struct cell){
	    .arena = arena_new(),
	    .run = {.text = words,
		    .type = style_type(collector->style, kind,
				       collector->is_han),
		    .is_tight = kind == KIND_TABLE_CELL &&
				words_are_value(words)},
	    .setting = {.runs = &cell->run,
			.count = 1,
			.alignment = ALIGN_LEFT,
			.is_han = collector->is_han,
			.is_hyphenated = is_hyphenated,
			.language = collector->document->tag,
			.units = collector->style->units},
	};
	return typeset_shape(cell->arena, &cell->unheard, collector->typeset,
			     &cell->setting);
}

/* Heads are hyphenated before other cells are. */
static void
need_add(struct collector *collector, struct need *need, const char *words,
	 enum kind kind)
{
	struct cell cell;
	struct paragraph *paragraph;
	double narrowest = HUGE_VAL;

	if (words == NULL || *words == '\0')
		return;
	paragraph = cell_shape(collector, &cell, words, kind, true);
	for (enum parting parting = PARTING_NEVER;
	     paragraph != NULL && parting <= PARTING_ALWAYS; parting++) {
		if (parting != PARTING_ONCE || kind == KIND_TABLE_HEAD)
			narrowest = fmin(
			    narrowest, paragraph_narrowest(paragraph, parting));
		need->widths[parting] = fmax(need->widths[parting], narrowest);
	}
	arena_free(cell.arena);
}

static struct need
column_need(struct collector *collector, const struct table *table,
	    size_t column)
{
	struct need need = {0};

	need_add(collector, &need, table->heads[column], KIND_TABLE_HEAD);
	for (size_t row = 0; row < table->row_count; row++)
		need_add(collector, &need,
			 table->cells[row * table->column_count + column],
			 KIND_TABLE_CELL);
	return need;
}

static double
needs_sum(const struct need *needs, size_t count, enum parting parting)
{
	double sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += needs[i].widths[parting];
	return sum;
}

/* Spare as many columns as can be that parting: those first that it would help
 * least. Returns what is left of the room. */
static double
columns_spare(struct columns *columns, const struct need *needs,
	      enum parting parting, double left)
{
	for (;;) {
		double least = left;
		size_t cheapest = columns->count;

		for (size_t i = 0; i < columns->count; i++) {
			double step = needs[i].widths[parting - 1] -
				      columns->width[i];

			if (step > 0 && step <= least) {
				least = step;
				cheapest = i;
			}
		}
		if (cheapest == columns->count)
			return left;
		columns->width[cheapest] += least;
		left -= least;
	}
}

/* A label is in each row, so labels have what they would have; then the others
 * in proportion to what they would; what is still left is the labels'. */
static void
columns_widen(struct columns *columns, const struct need *needs, double left)
{
	double most = needs[0].widths[PARTING_NEVER] - columns->width[0];
	double label = fmax(fmin(left, most), 0), wanted = 0, part;

	columns->width[0] += label;
	left -= label;
	for (size_t i = 1; i < columns->count; i++)
		wanted += needs[i].widths[PARTING_NEVER] - columns->width[i];
	part = wanted > 0 ? fmin(left / wanted, 1) : 0;
	for (size_t i = 1; i < columns->count; i++)
		columns->width[i] += part * (needs[i].widths[PARTING_NEVER] -
					     columns->width[i]);
	columns->width[0] += fmax(left - part * wanted, 0);
}

static void
columns_share(const struct collector *collector, struct columns *columns,
	      const struct need *needs, enum parting parting)
{
	double left = columns_room(collector) - columns->needed;
	double x = collector->style->table.padding;

	for (size_t i = 0; i < columns->count; i++)
		columns->width[i] = needs[i].widths[parting];
	for (; parting > PARTING_WORDS; parting--)
		left = columns_spare(columns, needs, parting, left);
	columns_widen(columns, needs, left);
	for (size_t i = 0; i < columns->count; i++) {
		columns->width[i] += WIDTH_SLACK;
		columns->x[i] = x;
		x += columns->width[i] + collector->style->table.column;
	}
}

double
columns_room(const struct collector *collector)
{
	return collector->width - 2 * collector->style->table.padding;
}

bool
columns_fit(struct collector *collector, const struct table *table,
	    enum parting most, struct columns *columns)
{
	struct arena *arena = collector->arena;
	size_t count = table->column_count;
	struct need *needs = arena_array(collector->scratch, count,
					 sizeof(*needs));
	double gaps = collector->style->table.column * (double)(count - 1);

	*columns = (struct columns){
	    .count = count,
	    .x = arena_array(arena, count, sizeof(double)),
	    .width = arena_array(arena, count, sizeof(double)),
	};
	for (size_t i = 0; i < count; i++)
		needs[i] = column_need(collector, table, i);
	for (enum parting parting = PARTING_WORDS; parting <= most; parting++) {
		columns->needed = needs_sum(needs, count, parting) + gaps;
		if (columns->needed > columns_room(collector))
			continue;
		columns_share(collector, columns, needs, parting);
		return true;
	}
	return false;
}

bool
words_are_parted(struct collector *collector, const char *words, enum kind kind,
		 double width)
{
	struct cell cell;
	struct paragraph *paragraph = cell_shape(collector, &cell, words, kind,
						 false);
	bool is_wider = paragraph != NULL &&
			paragraph_narrowest(paragraph, PARTING_DASHES) > width;

	arena_free(cell.arena);
	return is_wider;
}

double
head_width(struct collector *collector, const char *words, double width)
{
	struct cell cell;
	struct paragraph *paragraph = cell_shape(collector, &cell, words,
						 KIND_TABLE_HEAD, false);
	double low, high = width;
	size_t count;

	if (paragraph != NULL) {
		low = paragraph_narrowest(paragraph, PARTING_WORDS);
		count = paragraph_break(cell.arena, paragraph, width).count;
		for (int i = 0; i < BALANCE_STEPS && low < high; i++) {
			double middle = (low + high) / 2;

			if (paragraph_break(cell.arena, paragraph, middle)
				.count > count)
				low = middle;
			else
				high = middle;
		}
	}
	arena_free(cell.arena);
	return high;
}
