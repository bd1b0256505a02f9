/* Where measures and claims are printed: all places, once, by their ids. */
/* SPDX-License-Identifier: MIT */
#include "report/manifest.h"

#include "base/arena.h"
#include "base/rows.h"
#include "report/diff.h"
#include "report/spec.h"

#include <stdlib.h>
#include <string.h>

struct finding {
	struct arena *arena;
	const struct report *report;
	struct printing at; /* the place that is looked at */
	struct printings found;
};

static void
id_note(struct finding *finding, const char *id)
{
	struct printing printing = finding->at;

	if (id == NULL)
		return;
	printing.id = id;
	printing.order = finding->found.count;
	ARENA_PUSH(finding->arena, finding->found.items, finding->found.count,
		   printing);
}

static void
figure_note(struct finding *finding, const struct figure_spec *figure)
{
	id_note(finding, figure->reviews);
	id_note(finding, figure->of);
	id_note(finding, figure->day);
	for (size_t i = 0; i < figure->series_count; i++) {
		const struct series_spec *series = &figure->series[i];

		id_note(finding, series->measure);
		id_note(finding, series->share);
		id_note(finding, series->month);
		id_note(finding, series->total);
	}
}

static void
node_note(struct finding *finding, const struct node *node)
{
	const struct figure_spec *figure = spec_of(finding->report, node);

	finding->at.node = node;
	if (node->kind == NODE_VALUE)
		id_note(finding, value_range_end(node));
	if (node->kind == NODE_VALUE || node->kind == NODE_CLAIM)
		id_note(finding, node->target);
	if (figure != NULL)
		figure_note(finding, figure);
}

static void
tree_note(struct finding *finding, struct node *top)
{
	struct walk walk = walk_begin(top);

	while (walk_next(&walk))
		if (walk.phase == PHASE_ENTER)
			node_note(finding, walk.node);
}

static int
printing_compare(const void *a, const void *b)
{
	const struct printing *left = a, *right = b;
	int order = strcmp(left->id, right->id);

	return order != 0 ? order
			  : (left->order > right->order) -
				(left->order < right->order);
}

static bool
is_same_place(const struct printing *a, const struct printing *b)
{
	return a->node == b->node && strcmp(a->id, b->id) == 0;
}

/* A figure may have a measure twice. */
static void
same_drop(struct printings *printings)
{
	size_t kept = 0;

	for (size_t i = 0; i < printings->count; i++)
		if (kept == 0 || !is_same_place(&printings->items[kept - 1],
						&printings->items[i]))
			printings->items[kept++] = printings->items[i];
	printings->count = kept;
}

struct printings
printings_all(struct arena *arena, const struct printed *printed)
{
	struct finding finding = {.arena = arena, .report = printed->report};

	for (size_t i = 0; i < printed->report->edition_count; i++) {
		const struct document *document = printed->documents[i];

		if (document == NULL)
			continue;
		finding.at.edition = &printed->report->editions[i];
		tree_note(&finding, document->root);
		tree_note(&finding, document->notes);
	}
	if (finding.found.count > 0)
		qsort(finding.found.items, finding.found.count,
		      sizeof(*finding.found.items), printing_compare);
	same_drop(&finding.found);
	return finding.found;
}

static const char *
printing_id(const void *row)
{
	const struct printing *printing = row;

	return printing->id;
}

struct printings
printings_of(const struct printings *all, const char *id)
{
	size_t first = rows_seek(all->items, all->count, sizeof(*all->items),
				 printing_id, id);
	struct printings own = {0};

	if (first == all->count)
		return own;
	own.items = &all->items[first];
	while (first + own.count < all->count &&
	       strcmp(own.items[own.count].id, id) == 0)
		own.count++;
	return own;
}

const char *
printing_anchor(const struct printing *printing)
{
	return block_anchor(printing->node);
}
