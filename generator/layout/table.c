/* Tables: a row is a strip, the head comes again on the next page. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "layout/strip.h"

#include <math.h>

/* What rounding may add to a sum of widths. */
#define WIDTH_SLACK 0.01 /* [pt] */

struct columns {
	size_t count;
	double *x, *width; /* [pt] */
};

static const char *
cell_of(const struct table *table, size_t row, size_t column)
{
	const char *cell = table->cells[row * table->column_count + column];

	return cell == NULL ? "" : cell;
}

/* What a column needs so that no word of it is parted, and what it would have
 * so that no line is. */
struct need {
	double least, most; /* [pt] */
};

static void
need_add(struct collector *collector, struct need *need, const char *words,
	 enum kind kind)
{
	struct type type = style_type(collector->style, kind,
				      collector->is_han);
	const char *language = collector->document->tag;

	if (words == NULL || *words == '\0')
		return;
	need->least = fmax(need->least,
			   typeset_widest(collector->arena, collector->messages,
					  collector->typeset, words, &type,
					  collector->is_han, language));
	need->most = fmax(
	    need->most, typeset_line(collector->typeset, collector->messages,
				     words, &type, collector->is_han, language)
			    ->width);
}

static struct need
column_need(struct collector *collector, const struct table *table,
	    size_t column)
{
	struct need need = {0};

	need_add(collector, &need, table->heads[column], KIND_TABLE_HEAD);
	for (size_t row = 0; row < table->row_count; row++)
		need_add(collector, &need, cell_of(table, row, column),
			 KIND_TABLE_CELL);
	return need;
}

/* Each column has what its words need; what is left goes to those that would
 * have more, in proportion, and the rest to the labels (CSS 2.1, 17.5.2.2). */
static struct columns
columns_measure(struct collector *collector, const struct table *table)
{
	const struct style *style = collector->style;
	double gap = style->table.column, x = style->table.padding;
	struct columns columns = {.count = table->column_count};
	struct need *needs = arena_array(collector->arena, columns.count,
					 sizeof(*needs));
	double left = collector->width - 2 * x -
		      gap * (double)(columns.count - 1);
	double wanted = 0, part;

	columns.x = arena_array(collector->arena, columns.count, sizeof(x));
	columns.width = arena_array(collector->arena, columns.count, sizeof(x));
	for (size_t i = 0; i < columns.count; i++) {
		needs[i] = column_need(collector, table, i);
		left -= needs[i].least;
		wanted += needs[i].most - needs[i].least;
	}
	part = wanted > 0 ? fmax(fmin(left / wanted, 1), 0) : 0;
	for (size_t i = 0; i < columns.count; i++) {
		columns.width[i] = needs[i].least +
				   part * (needs[i].most - needs[i].least) +
				   WIDTH_SLACK;
		if (i == 0)
			columns.width[i] += fmax(left - part * wanted, 0);
		columns.x[i] = x;
		x += columns.width[i] + gap;
	}
	return columns;
}

/* Numbers end at the right of their column. */
static void
cell_add(struct collector *collector, struct strips *strips,
	 struct element_node *element, enum kind kind, const char *words,
	 double width)
{
	struct block block = {.kind = kind, .width = width};

	if (*words == '\0')
		return;
	block.words = words_plain(collector, words, element, kind);
	block_add(collector, strips, &block);
}

static void
strips_push_right(struct strips *strips, double width)
{
	for (size_t i = 0; i < strips->count; i++) {
		struct strip *strip = &strips->items[i];
		double end = 0;

		for (size_t j = 0; j < strip->ink_count; j++)
			end = fmax(end, strip->inks[j].x +
					    strip->inks[j].glyphs->x +
					    strip->inks[j].width);
		for (size_t j = 0; j < strip->ink_count; j++)
			strip->inks[j].x += width - end;
	}
}

/* A row of cells; cells[i] of heads or of data. */
static struct strip
row_make(struct collector *collector, const struct columns *columns,
	 const char *const *cells, struct element_node *parent, bool is_head)
{
	const struct style *style = collector->style;
	struct element_node *row = element_open(collector, parent, ROLE_TR);
	enum kind kind = is_head ? KIND_TABLE_HEAD : KIND_TABLE_CELL;
	struct strip strip = {0};

	for (size_t i = 0; i < columns->count; i++) {
		const char *words = cells[i] == NULL ? "" : cells[i];
		bool is_label = (is_head || i == 0) && *words != '\0';
		struct element_node *cell = element_open(
		    collector, row, is_label ? ROLE_TH : ROLE_TD);
		struct strips strips = {0};
		double height;

		cell->is_column_head = is_head;
		cell_add(collector, &strips, cell, kind, words,
			 columns->width[i]);
		if (i > 0)
			strips_push_right(&strips, columns->width[i]);
		height = strip_absorb(collector, &strip, &strips, columns->x[i],
				      style->table.above);
		strip.shape.heights[0] = fmax(strip.shape.heights[0], height);
	}
	strip.shape.heights[0] += style->table.above + style->table.below;
	return strip;
}

static void
rows_add(struct collector *collector, const struct table *table,
	 const struct columns *columns, struct element_node *element)
{
	const struct style *style = collector->style;
	struct strips *flow = &collector->flow;
	double width = collector->width, stroke = style->table.stroke;
	struct strip head = row_make(
	    collector, columns, table->heads,
	    element_open(collector, element, ROLE_THEAD), true);
	struct element_node *body = element_open(collector, element,
						 ROLE_TBODY);
	size_t head_number;

	strip_add_rule(collector, &head, 0, 0, width, stroke);
	strip_add_rule(collector, &head, 0, head.shape.heights[0], width,
		       stroke);
	head.shape.keep = true;
	head.shape.above = style->figure.gap;
	strips_begin_block(collector, flow);
	strips_append(collector, flow, head);
	head_number = flow->count;
	for (size_t row = 0; row < table->row_count; row++) {
		bool is_last = row + 1 == table->row_count;
		struct strip strip = row_make(
		    collector, columns, table->cells + row * columns->count,
		    body, false);

		if (is_last && table->has_total)
			strip_add_rule(collector, &strip, 0, 0, width, stroke);
		if (is_last)
			strip_add_rule(collector, &strip, 0,
				       strip.shape.heights[0], width, stroke);
		strip.shape.head = head_number;
		/* no row alone on either side, none without its source */
		strip.shape.keep = row == 0 || is_last ||
				   row + 2 == table->row_count;
		if (is_last)
			strip.shape.below = style->figure.gap;
		strips_begin_block(collector, flow);
		strips_append(collector, flow, strip);
	}
}

void
table_collect(struct collector *collector, const struct node *node,
	      struct element_node *parent)
{
	const struct style *style = collector->style;
	const struct figure *figure = node->figure;
	struct strips *flow = &collector->flow;
	size_t first = flow->count;
	struct element_node *group, *table;
	struct columns columns;

	if (figure == NULL || figure->table.column_count == 0)
		return;
	group = element_open(collector, parent, ROLE_DIV);
	table = element_open(collector, group, ROLE_TABLE);
	caption_add(collector, flow, node,
		    element_open(collector, table, ROLE_CAPTION));
	flow->items[first].shape.above = style->figure.above;
	flow->items[first].shape.stretch = style->figure.stretch;
	strip_add_key(collector, &flow->items[first], node);
	columns = columns_measure(collector, &figure->table);
	rows_add(collector, &figure->table, &columns, table);
	first = flow->count;
	source_add(collector, flow, figure, group);
	for (; first < flow->count; first++)
		flow->items[first].shape.keep = true;
	flow->items[flow->count - 1].shape.keep = false;
	flow->items[flow->count - 1].shape.below = style->figure.below;
}
