/* Read what report.xml declares of figures and tables. */
/* SPDX-License-Identifier: MIT */
#include "report/spec.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

static bool
attribute_is_true(const struct element *element, const char *name)
{
	const char *words = element_attribute(element, name);

	return words != NULL &&
	       (strcmp(words, "true") == 0 || strcmp(words, "1") == 0);
}

/* The schema holds numbers to a few digits. */
static int
attribute_number(const struct element *element, const char *name)
{
	const char *words = element_attribute(element, name);

	return words == NULL ? 0 : (int)strtol(words, NULL, 10);
}

static void
series_read(struct arena *arena, struct messages *messages,
	    const struct element *element, struct figure_spec *figure)
{
	struct series_spec series = {
	    .measure = element_attribute(element, "measure"),
	    .share = element_attribute(element, "share"),
	    .month = element_attribute(element, "month"),
	    .total = element_attribute(element, "total"),
	    .role = attribute_number(element, "ink"),
	    .is_sum = attribute_is_true(element, "sum"),
	    .names = element_names(arena, element, "name"),
	    .at = element->at,
	};

	if (series.month != NULL && series.names.count > 0)
		message_error(messages, element->at,
			      "%s \"%s\": a series has names or a month, not "
			      "both",
			      figure->word, figure->id);
	if (series.share != NULL && !figure->is_table &&
	    chart_kind_is_whole(figure->kind))
		message_error(messages, element->at,
			      "%s \"%s\": its kind makes its own shares",
			      figure->word, figure->id);
	ARENA_PUSH(arena, figure->series, figure->series_count, series);
}

static void
children_read(struct arena *arena, struct messages *messages,
	      const struct element *element, struct figure_spec *figure)
{
	const struct element *child;

	for (child = element_child(element, "series"); child != NULL;
	     child = element_next(child, "series"))
		series_read(arena, messages, child, figure);
	for (child = element_child(element, "note"); child != NULL;
	     child = element_next(child, "note")) {
		struct note_spec note = {element_attribute(child, "on"),
					 element_names(arena, child, "name"),
					 child->at};

		ARENA_PUSH(arena, figure->notes, figure->note_count, note);
	}
}

static struct figure_spec
spec_begin(const struct element *element, const char *word)
{
	const char *order = element_attribute(element, "order");

	return (struct figure_spec){
	    .id = element_attribute(element, "id"),
	    .word = word,
	    .is_table = strcmp(word, "table") == 0,
	    .has_total = attribute_is_true(element, "total"),
	    .is_by_value = order != NULL && strcmp(order, "value") == 0,
	    .width = attribute_number(element, "width"),
	    .reviews = element_attribute(element, "reviews"),
	    .of = element_attribute(element, "of"),
	    .day = element_attribute(element, "day"),
	    .at = element->at,
	};
}

static bool
kind_read(struct messages *messages, const struct element *element,
	  struct figure_spec *figure)
{
	const char *kind = element_attribute(element, "kind");

	if (chart_kind_find(kind, &figure->kind))
		return true;
	message_error(messages, element->at,
		      "figure \"%s\": no kind of chart is \"%s\"", figure->id,
		      kind);
	return false;
}

static void
figure_check(struct messages *messages, const struct figure_spec *figure)
{
	for (size_t i = 0; i < figure->series_count; i++)
		if (figure->series[i].is_sum)
			message_error(messages, figure->series[i].at,
				      "figure \"%s\": only a table has sums",
				      figure->id);
}

/* A row of totals needs a total to hold. */
static void
table_check(struct messages *messages, const struct figure_spec *table)
{
	bool has_total = false;

	for (size_t i = 0; i < table->series_count; i++)
		has_total |= table->series[i].total != NULL;
	if (table->has_total && !has_total)
		message_error(messages, table->at,
			      "table \"%s\" has a total, but no series names "
			      "the measure of its own",
			      table->id);
}

static void
spec_add(struct arena *arena, struct messages *messages, struct report *report,
	 struct figure_spec *spec)
{
	for (size_t i = 0; i < report->figure_count; i++)
		if (strcmp(report->figures[i].id, spec->id) == 0)
			message_error(messages, spec->at,
				      "a second figure or table \"%s\"",
				      spec->id);
	ARENA_PUSH(arena, report->figures, report->figure_count, *spec);
}

void
figures_read(struct arena *arena, struct messages *messages,
	     struct report *report, const struct element *root)
{
	const struct element *child;

	for (child = element_child(root, "figure"); child != NULL;
	     child = element_next(child, "figure")) {
		struct figure_spec figure = spec_begin(child, "figure");

		if (!kind_read(messages, child, &figure))
			continue;
		children_read(arena, messages, child, &figure);
		figure_check(messages, &figure);
		spec_add(arena, messages, report, &figure);
	}
	for (child = element_child(root, "table"); child != NULL;
	     child = element_next(child, "table")) {
		struct figure_spec table = spec_begin(child, "table");

		children_read(arena, messages, child, &table);
		table_check(messages, &table);
		spec_add(arena, messages, report, &table);
	}
}

static bool
is_placing(const struct node *node)
{
	return node->kind == NODE_FIGURE || node->kind == NODE_TABLE;
}

const struct figure_spec *
spec_of(const struct report *report, const struct node *node)
{
	if (!is_placing(node))
		return NULL;
	for (size_t i = 0; i < report->figure_count; i++)
		if (report->figures[i].is_table == (node->kind == NODE_TABLE) &&
		    strcmp(report->figures[i].id, node->target) == 0)
			return &report->figures[i];
	return NULL;
}

struct node *
spec_walk_next(struct walk *walk)
{
	while (walk_next(walk))
		if (walk->phase == PHASE_ENTER && is_placing(walk->node))
			return walk->node;
	return NULL;
}
