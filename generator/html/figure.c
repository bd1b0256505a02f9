/* What stands under a caption: the picture, its notes and source, its data. */
/* SPDX-License-Identifier: MIT */
#include "html/room.h"

/* An empty corner is no head of anything. */
static void
head_write(struct text *out, const char *scope, const char *words)
{
	if (!is_given(words)) {
		text_add(out, "<td></td>");
		return;
	}
	text_print(out, "<th scope=\"%s\">", scope);
	text_add_escaped(out, words);
	text_add(out, "</th>");
}

static void
row_write(struct text *out, const struct table *table, size_t row)
{
	const char *const *cells = table->cells + row * table->column_count;
	bool is_total = table->has_total && row + 1 == table->row_count;

	text_add(out, is_total ? "<tr class=\"total\">" : "<tr>");
	head_write(out, "row", cells[0]);
	for (size_t i = 1; i < table->column_count; i++) {
		text_add(out, "<td>");
		text_add_escaped(out, cells[i] == NULL ? "" : cells[i]);
		text_add(out, "</td>");
	}
	text_add(out, "</tr>\n");
}

/* A wide table scrolls in a frame that the keyboard reaches. */
static void
table_write(struct text *out, const struct table *table, const char *id,
	    const char *caption)
{
	text_add(out, "<div class=\"frame\" role=\"group\" tabindex=\"0\"");
	attribute_add_part(out, "aria-labelledby", id,
			   caption == NULL ? "caption" : "data");
	text_add(out, ">\n<table");
	if (caption == NULL) {
		attribute_add_part(out, "aria-labelledby", id, "caption");
		text_add(out, ">\n");
	} else {
		text_add(out, ">\n<caption");
		attribute_add_part(out, "id", id, "data");
		text_add(out, ">");
		text_add_escaped(out, caption);
		text_add(out, "</caption>\n");
	}
	text_add(out, "<thead><tr>");
	for (size_t i = 0; i < table->column_count; i++)
		head_write(out, "col", table->heads[i]);
	text_add(out, "</tr></thead>\n<tbody>\n");
	for (size_t row = 0; row < table->row_count; row++)
		row_write(out, table, row);
	text_add(out, "</tbody>\n</table>\n</div>\n");
}

static void
data_write(struct writer *writer, const struct figure *figure, const char *id)
{
	struct text *out = writer->out;
	const char *words = writer->page->words.data;

	text_add(out, "<details>\n<summary>");
	text_add_escaped(out, words == NULL ? "" : words);
	text_add(out, "</summary>\n");
	table_write(out, &figure->table, id,
		    figure->title == NULL ? "" : figure->title);
	text_add(out, "</details>\n");
}

void
html_write_picture(struct text *out, const struct figure *figure)
{
	if (figure->narrow == NULL) {
		svg_write(out, figure->scene, true);
		return;
	}
	text_add(out, "<div class=\"wide\">\n");
	svg_write(out, figure->scene, true);
	text_add(out, "</div>\n<div class=\"narrow\">\n");
	svg_write(out, figure->narrow, true);
	text_add(out, "</div>\n");
}

void
figure_write(struct writer *writer, const struct node *node)
{
	const struct figure *figure = node->figure;
	bool has_table = figure != NULL && figure->table.column_count > 0;
	struct text *out = writer->out;

	if (figure == NULL)
		return;
	if (figure->scene != NULL)
		html_write_picture(out, figure);
	else if (has_table)
		table_write(out, &figure->table, node_id(node), NULL);
	for (size_t i = 0; i < figure->note_count; i++)
		element_add(out, "p", "figure-note", figure->notes[i]);
	element_add(out, "p", "source", figure->source);
	if (figure->scene != NULL && has_table)
		data_write(writer, figure, node_id(node));
}
