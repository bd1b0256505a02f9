/* Make each figure and table that a document asks for, and hang it into its
 * node. */
/* SPDX-License-Identifier: MIT */
#include "report/maker.h"

#include "base/arena.h"

#include <string.h>

enum {
	WIDTH_WHOLE = 100 /* [per cent] of the column */
};

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

/* The same for a small screen. Where that is too narrow for a word there is
 * none, and nothing is said: the whole one will do. */
static const struct scene *
narrow_draw(struct maker *maker, struct typeset *typeset,
	    const struct chart *chart, double width)
{
	struct messages mute = {0};
	struct chart narrow = *chart;

	if (chart->width <= width)
		return NULL;
	narrow.name = arena_print(maker->filler->arena, "%s-narrow",
				  chart->name);
	narrow.width = width;
	return chart_draw(maker->filler->arena, &mute, typeset, &narrow);
}

static struct figure *
figure_make(struct maker *maker, struct typeset *typeset,
	    const struct figure_style *style, const struct node *node)
{
	struct filler *filler = maker->filler;
	struct figure *figure = arena_take(filler->arena, sizeof(*figure));
	struct chart chart = maker_chart(maker, style);
	struct text title = {0};

	node_words(&title, node);
	figure->title = arena_copy(filler->arena, text_string(&title));
	text_free(&title);
	notes_add(maker, figure);
	figure->name = maker->spec->id;
	figure->source = maker_source(maker);
	figure->table = maker_table(maker, &chart);
	figure->plain = maker_plain(maker, &chart);
	if (maker->spec->is_table)
		return figure;
	figure->description = maker_describe(maker, &chart);
	if (maker->spec->width > 0)
		chart.width *= (double)maker->spec->width / WIDTH_WHOLE;
	chart.title = figure->title;
	chart.description = figure->description;
	figure->scene = chart_draw(filler->arena, filler->messages, typeset,
				   &chart);
	if (style->narrow > 0)
		figure->narrow = narrow_draw(maker, typeset, &chart,
					     style->narrow);
	return figure;
}

static const struct figure_spec *
spec_find(const struct report *report, const char *id, bool is_table)
{
	for (size_t i = 0; i < report->figure_count; i++)
		if (report->figures[i].is_table == is_table &&
		    strcmp(report->figures[i].id, id) == 0)
			return &report->figures[i];
	return NULL;
}

static void
figure_hang(struct filler *filler, struct typeset *typeset,
	    const struct figure_style *style, struct node *node)
{
	bool is_table = node->kind == NODE_TABLE;
	struct maker maker = {
	    .filler = filler,
	    .spec = spec_find(filler->report, node->target, is_table)};

	if (maker.spec == NULL)
		message_error(filler->messages, node->at,
			      "report.xml declares no %s \"%s\"",
			      is_table ? "table" : "figure", node->target);
	else if (maker_collect(&maker))
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
		if (walk.phase == PHASE_ENTER &&
		    (walk.node->kind == NODE_FIGURE ||
		     walk.node->kind == NODE_TABLE))
			figure_hang(&filler, typeset, style, walk.node);
	return messages_are_good(messages);
}

static void
names_add(struct arena *arena, struct characters *characters,
	  const struct names *names, const char *code)
{
	const char *words = names_in(names, code);

	if (words != NULL)
		characters_add(arena, characters, words);
}

void
report_figure_characters(struct arena *arena, struct characters *characters,
			 const struct report *report,
			 const struct edition *edition)
{
	for (size_t i = 0; i < report->figure_count; i++) {
		const struct figure_spec *spec = &report->figures[i];

		for (size_t k = 0; k < spec->series_count; k++)
			names_add(arena, characters, &spec->series[k].names,
				  edition->code);
		for (size_t k = 0; k < spec->note_count; k++)
			names_add(arena, characters, &spec->notes[k].names,
				  edition->code);
	}
}
