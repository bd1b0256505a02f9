/* Draw each figure and table that a document asks for, and hang it into its
 * node. */
/* SPDX-License-Identifier: MIT */
#include "report/maker.h"

#include "base/arena.h"
#include "report/spec.h"

enum {
	WIDTH_WHOLE = 100 /* [per cent] of the column */
};

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

static void
figure_draw(struct maker *maker, struct typeset *typeset,
	    const struct figure_style *style, struct figure *figure,
	    struct chart *chart)
{
	struct filler *filler = maker->filler;

	if (maker->spec->is_table)
		return;
	if (maker->spec->width > 0)
		chart->width *= (double)maker->spec->width / WIDTH_WHOLE;
	figure->scene = chart_draw(filler->arena, filler->messages, typeset,
				   chart);
	if (style->narrow > 0)
		figure->narrow = narrow_draw(maker, typeset, chart,
					     style->narrow);
}

static void
figure_hang(struct filler *filler, struct typeset *typeset,
	    const struct figure_style *style, struct node *node)
{
	struct maker maker = {.filler = filler};
	struct chart chart;
	struct figure *figure = maker_words(&maker, style, node, &chart);

	if (figure == NULL)
		return;
	figure_draw(&maker, typeset, style, figure, &chart);
	node->figure = figure;
}

bool
report_figures(struct arena *arena, struct messages *messages,
	       const struct report *report, const struct edition *edition,
	       const struct measures *measures, struct typeset *typeset,
	       const struct figure_style *style, struct document *document)
{
	struct filler filler = {arena, messages, report, edition, measures};
	struct walk walk = walk_begin(document->root);

	for (struct node *node; (node = spec_walk_next(&walk)) != NULL;)
		figure_hang(&filler, typeset, style, node);
	return messages_are_good(messages);
}
