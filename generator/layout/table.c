/* Tables: a row is a strip, the head comes again on the next page. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "layout/columns.h"

#include <math.h>

/* Numbers end at the right of their column. */
static void
cell_add(struct collector *collector, struct strips *strips,
	 struct element_node *element, enum kind kind, const char *words,
	 double width)
{
	struct block block = {.kind = kind, .width = width};
	bool is_head = kind == KIND_TABLE_HEAD;

	if (*words == '\0')
		return;
	block.words = words_plain(collector, words, element, kind);
	block.words.runs[0].is_tight = !is_head && words_are_value(words);
	block.is_hyphenated = words_are_parted(collector, words, kind, width);
	if (is_head && !block.is_hyphenated)
		block.width = head_width(collector, words, width);
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

/* In smaller type if there is no other way, of which `own` is to tell. */
static bool
columns_make(struct collector *collector, const struct node *node,
	     struct columns *columns, struct style *own)
{
	const struct table *table = &node->figure->table;

	if (columns_fit(collector, table, PARTING_ONCE, columns))
		return true;
	style_shrink_table(own, collector->is_han,
			   columns_room(collector) / columns->needed);
	collector->style = own;
	if (columns_fit(collector, table, PARTING_ALWAYS, columns))
		return true;
	message_error(collector->messages, node->at,
		      "table \"%s\" is wider than the page's column: %.0f of "
		      "%.0f points, in the smallest type of the page style",
		      node->figure->name, columns->needed,
		      columns_room(collector));
	return false;
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
	struct style own = *style;
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
	if (columns_make(collector, node, &columns, &own))
		rows_add(collector, &figure->table, &columns, table);
	collector->style = style;
	first = flow->count;
	source_add(collector, flow, figure, group);
	for (; first < flow->count; first++)
		flow->items[first].shape.keep = true;
	flow->items[flow->count - 1].shape.keep = false;
	flow->items[flow->count - 1].shape.below = style->figure.below;
}
