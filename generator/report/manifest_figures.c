/* All that figures and tables print, and the measures behind it, as JSON. */
/* SPDX-License-Identifier: MIT */
#include "report/manifest.h"

#include <string.h>

static void
strings_write(struct text *out, const char *const *strings, size_t count)
{
	text_add(out, "[");
	for (size_t i = 0; i < count; i++) {
		text_add(out, i == 0 ? "" : ", ");
		text_add_json(out, strings[i] == NULL ? "" : strings[i]);
	}
	text_add(out, "]");
}

static void
member(struct text *out, const char *name, const char *value)
{
	text_print(out, ",\n      \"%s\": ", name);
	text_add_json(out, value);
}

static void
table_write(struct text *out, const struct table *table)
{
	text_add(out, ",\n      \"heads\": ");
	strings_write(out, table->heads, table->column_count);
	text_add(out, ",\n      \"rows\": [");
	for (size_t i = 0; i < table->row_count; i++) {
		text_add(out, i == 0 ? "\n        " : ",\n        ");
		strings_write(out, table->cells + i * table->column_count,
			      table->column_count);
	}
	text_add(out, "\n      ]");
}

static void
id_write(struct text *out, const char *id, bool *is_first)
{
	if (id == NULL)
		return;
	text_print(out, "%s\"%s\"", *is_first ? "" : ", ", id);
	*is_first = false;
}

static void
measures_write(struct text *out, const struct report *report, const char *id)
{
	bool is_first = true;

	text_add(out, ",\n      \"measures\": [");
	for (size_t i = 0; i < report->figure_count; i++) {
		const struct figure_spec *spec = &report->figures[i];

		if (strcmp(spec->id, id) != 0)
			continue;
		for (size_t k = 0; k < spec->series_count; k++) {
			id_write(out, spec->series[k].measure, &is_first);
			id_write(out, spec->series[k].share, &is_first);
			id_write(out, spec->series[k].month, &is_first);
			id_write(out, spec->series[k].total, &is_first);
		}
		id_write(out, spec->reviews, &is_first);
		id_write(out, spec->of, &is_first);
		id_write(out, spec->day, &is_first);
	}
	text_add(out, "]");
}

static void
figure_write(struct text *out, const struct printed *printed, size_t edition,
	     const struct node *node)
{
	const struct figure *figure = node->figure;

	text_print(out, "    {\n      \"language\": \"%s\"",
		   printed->report->editions[edition].code);
	member(out, node_kind_name(node->kind), node->target);
	member(out, "anchor", node->anchor == NULL ? "" : node->anchor);
	member(out, "title", figure->title);
	if (figure->description != NULL)
		member(out, "description", figure->description);
	member(out, "source", figure->source);
	text_add(out, ",\n      \"notes\": ");
	strings_write(out, figure->notes, figure->note_count);
	table_write(out, &figure->table);
	measures_write(out, printed->report, node->target);
	text_add(out, "\n    }");
}

void
figures_write(struct text *out, const struct printed *printed)
{
	bool is_first = true;

	for (size_t i = 0; i < printed->report->edition_count; i++) {
		struct walk walk;

		if (printed->documents[i] == NULL)
			continue;
		walk = walk_begin(printed->documents[i]->root);
		while (walk_next(&walk)) {
			if (walk.phase != PHASE_ENTER ||
			    walk.node->figure == NULL)
				continue;
			text_add(out, is_first ? "\n" : ",\n");
			figure_write(out, printed, i, walk.node);
			is_first = false;
		}
	}
}
