/* Find the measures of each declared figure, and hang the figure into its node.
 */
/* SPDX-License-Identifier: MIT */
#include "report/maker.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

const struct measure *
maker_measure(struct maker *maker, struct place at, const char *id,
	      enum value_kind kind, const char *what)
{
	struct filler *filler = maker->filler;
	const struct measure *measure = measure_find(filler->measures, id);

	if (measure == NULL)
		message_error(filler->messages, at,
			      "figure \"%s\": no measure is named \"%s\"",
			      maker->spec->id, id);
	else if (measure->value.kind != kind) {
		message_error(filler->messages, at,
			      "figure \"%s\": \"%s\" is not %s",
			      maker->spec->id, id, what);
		measure = NULL;
	}
	return measure;
}

/* True if both series stand over the same keys. */
static bool
series_match(const struct value *a, const struct value *b)
{
	if (a->dimension != b->dimension || a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->rows[i].key != b->rows[i].key)
			return false;
	return true;
}

static const struct value *
series_value(struct maker *maker, const struct series_spec *spec,
	     const char *id, bool is_ratio)
{
	const struct measure *measure = maker_measure(maker, spec->at, id,
						      VALUE_SERIES, "a series");
	const struct value *value;

	if (measure == NULL)
		return NULL;
	value = &measure->value;
	if (value->count > 0 && value->rows[0].is_ratio != is_ratio) {
		message_error(maker->filler->messages, spec->at,
			      "figure \"%s\": \"%s\" is not a series of %s",
			      maker->spec->id, id,
			      is_ratio ? "shares" : "whole numbers");
		return NULL;
	}
	if (maker->series[0] != NULL &&
	    !series_match(maker->series[0], value)) {
		message_error(maker->filler->messages, spec->at,
			      "figure \"%s\": \"%s\" has other categories than "
			      "the series before it",
			      maker->spec->id, id);
		return NULL;
	}
	return value;
}

static bool
series_collect(struct maker *maker)
{
	const struct figure_spec *spec = maker->spec;
	bool good = true;

	for (size_t i = 0; i < spec->series_count; i++) {
		const struct series_spec *series = &spec->series[i];

		maker->series[i] = series_value(maker, series, series->measure,
						false);
		good &= maker->series[i] != NULL;
		if (series->share == NULL)
			continue;
		maker->shares[i] = series_value(maker, series, series->share,
						true);
		good &= maker->shares[i] != NULL;
	}
	return good;
}

/* Rows as shown: the data's order, or the first series' greatest first with
 * equal values in the data's order. Insertion keeps equal ones in place. */
static void
rows_order(struct maker *maker)
{
	const struct row *rows = maker->series[0]->rows;

	for (size_t i = 0; i < maker->count; i++) {
		size_t at = i;

		while (maker->spec->is_by_value && at > 0 &&
		       rows[maker->order[at - 1]].number < rows[i].number) {
			maker->order[at] = maker->order[at - 1];
			at--;
		}
		maker->order[at] = i;
	}
}

static struct figure *
figure_make(struct maker *maker, struct typeset *typeset,
	    const struct figure_style *style, const struct node *node)
{
	struct filler *filler = maker->filler;
	struct figure *figure = arena_take(filler->arena, sizeof(*figure));
	const char **notes = arena_array(filler->arena, maker->spec->note_count,
					 sizeof(*notes));
	struct chart chart = maker_chart(maker, style);
	struct text title = {0};

	node_words(&title, node);
	figure->title = arena_copy(filler->arena, text_string(&title));
	text_free(&title);
	for (size_t i = 0; i < maker->spec->note_count; i++)
		notes[i] = maker_note(maker, i);
	figure->name = maker->spec->id;
	figure->description = maker_describe(maker, &chart);
	figure->source = maker_source(maker);
	figure->notes = notes;
	figure->note_count = maker->spec->note_count;
	figure->table = maker_table(maker, &chart);
	chart.title = figure->title;
	chart.description = figure->description;
	figure->scene = chart_draw(filler->arena, filler->messages, typeset,
				   &chart);
	return figure;
}

static const struct figure_spec *
figure_find(const struct report *report, const char *id)
{
	for (size_t i = 0; i < report->figure_count; i++)
		if (strcmp(report->figures[i].id, id) == 0)
			return &report->figures[i];
	return NULL;
}

static void
figure_hang(struct filler *filler, struct typeset *typeset,
	    const struct figure_style *style, struct node *node)
{
	struct maker maker = {
	    .filler = filler,
	    .spec = figure_find(filler->report, node->target)};
	size_t count;

	if (maker.spec == NULL) {
		message_error(filler->messages, node->at,
			      "report.xml declares no figure \"%s\"",
			      node->target);
		return;
	}
	count = maker.spec->series_count;
	maker.series = arena_array(filler->arena, count, sizeof(*maker.series));
	maker.shares = arena_array(filler->arena, count, sizeof(*maker.shares));
	if (!series_collect(&maker))
		return;
	maker.count = maker.series[0]->count;
	maker.order = arena_array(filler->arena, maker.count,
				  sizeof(*maker.order));
	rows_order(&maker);
	if (maker.count == 0) {
		message_error(filler->messages, maker.spec->at,
			      "figure \"%s\" has no category to show",
			      maker.spec->id);
		return;
	}
	node->figure = figure_make(&maker, typeset, style, node);
}

bool
report_figures(struct arena *arena, struct messages *messages,
	       const struct report *report, const struct edition *edition,
	       const struct measures *measures, struct typeset *typeset,
	       const struct figure_style *style, struct document *document)
{
	struct filler filler = {arena, messages, report, edition, measures};
	struct walk walk = walk_begin(document->root);

	while (walk_next(&walk))
		if (walk.phase == PHASE_ENTER && walk.node->kind == NODE_FIGURE)
			figure_hang(&filler, typeset, style, walk.node);
	return messages_are_good(messages);
}
