/* What a figure or table says, without drawing it; all that can be wrong with
 * its declaration. */
/* SPDX-License-Identifier: MIT */
#include "report/maker.h"

#include "base/arena.h"
#include "report/spec.h"

static void
notes_add(struct maker *maker, struct figure *figure)
{
	size_t count = maker->spec->note_count;
	const char **notes = arena_array(maker->filler->arena, count,
					 sizeof(*notes));

	for (size_t i = 0; i < count; i++)
		notes[i] = maker_note(maker, i);
	figure->notes = notes;
	figure->note_count = count;
}

static struct figure *
words_make(struct maker *maker, const struct node *node, struct chart *chart)
{
	struct arena *arena = maker->filler->arena;
	struct figure *figure = arena_take(arena, sizeof(*figure));
	struct text title = {0};

	node_words(&title, node);
	figure->title = arena_copy(arena, text_string(&title));
	text_free(&title);
	notes_add(maker, figure);
	figure->name = maker->spec->id;
	figure->source = maker_source(maker);
	figure->table = maker_table(maker, chart);
	figure->plain = maker_plain(maker, chart);
	if (!maker->spec->is_table)
		figure->description = maker_describe(maker, chart);
	chart->title = figure->title;
	chart->description = figure->description;
	return figure;
}

struct figure *
maker_words(struct maker *maker, const struct figure_style *style,
	    const struct node *node, struct chart *chart)
{
	maker->spec = spec_of(maker->filler->report, node);
	if (maker->spec == NULL) {
		message_error(maker->filler->messages, node->at,
			      "report.xml declares no %s \"%s\"",
			      node->kind == NODE_TABLE ? "table" : "figure",
			      node->target);
		return NULL;
	}
	if (!maker_collect(maker))
		return NULL;
	*chart = maker_chart(maker, style);
	return words_make(maker, node, chart);
}

static void
figure_check(struct filler *filler, const struct node *node)
{
	static const struct figure_style any = {.width = 1, .type_size = 1};
	struct maker maker = {.filler = filler};
	struct chart chart;
	const char *fault;

	if (maker_words(&maker, &any, node, &chart) == NULL ||
	    maker.spec->is_table)
		return;
	fault = chart_fault(&chart);
	if (fault != NULL)
		maker_error(&maker, maker.spec->at, "%s", fault);
}

void
report_check_figures(struct arena *arena, struct messages *messages,
		     const struct report *report, const struct edition *edition,
		     const struct measures *measures,
		     const struct document *document)
{
	struct filler filler = {arena, messages, report, edition, measures};
	struct walk walk = walk_begin(document->root);

	for (struct node *node; (node = spec_walk_next(&walk)) != NULL;)
		figure_check(&filler, node);
}
