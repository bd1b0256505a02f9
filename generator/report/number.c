/* Number headings, paragraphs, items, figures and notes; resolve references. */
/* SPDX-License-Identifier: MIT */
#include "report/room.h"

#include "base/arena.h"

#include <assert.h>
#include <string.h>

enum {
	LEVELS = 4,
	TOPIC_LEVEL = 4
};

struct numbering {
	struct filler *filler;
	struct document *document;
	int headings[LEVELS]; /* last number given at each level */
	int topics;	      /* topic lines have an anchor and no number */
	int paragraphs;
	int figures, figure_total;
	int tables, table_total;
	int notes;
	struct node *ordered; /* first of the notes in the order of calls */
};

const char *
filler_phrase(struct filler *filler, struct place at, const char *key,
	      size_t count, const char *const *arguments)
{
	return language_phrase(filler->arena, filler->messages,
			       filler->edition->language, at, key, arguments,
			       count);
}

static const char *
counter_of(struct numbering *numbering, enum counter counter, int number)
{
	return language_counter(numbering->filler->arena,
				numbering->filler->edition->language, counter,
				number);
}

static void
heading_number(struct numbering *numbering, struct node *node)
{
	static const enum counter counters[] = {
	    COUNTER_HEADING_1, COUNTER_HEADING_2, COUNTER_HEADING_3};
	struct arena *arena = numbering->filler->arena;
	int *numbers = numbering->headings;

	if (node_is_within(node, NODE_BOX)) {
		node->anchor = "summary";
		return;
	}
	if (node->level >= TOPIC_LEVEL) {
		node->anchor = arena_print(arena, "topic-%d",
					   ++numbering->topics);
		return;
	}
	node->number = ++numbers[node->level - 1];
	for (int level = node->level; level < LEVELS; level++)
		numbers[level] = 0;
	node->counter = counter_of(numbering, counters[node->level - 1],
				   node->number);
	node->anchor = node->level == 1
			   ? arena_print(arena, "part-%d", numbers[0])
		       : node->level == 2
			   ? arena_print(arena, "part-%d-%d", numbers[0],
					 numbers[1])
			   : arena_print(arena, "part-%d-%d-%d", numbers[0],
					 numbers[1], numbers[2]);
}

static void
paragraph_number(struct numbering *numbering, struct node *node)
{
	struct filler *filler = numbering->filler;
	const char *number;

	if (node->parent != numbering->document->root)
		return;
	node->number = ++numbering->paragraphs;
	number = language_number(filler->arena, filler->edition->language,
				 node->number);
	node->counter = filler_phrase(filler, node->at, "paragraph-counter", 1,
				      &number);
	node->anchor = arena_print(filler->arena, "p%d", node->number);
}

static void
item_number(struct numbering *numbering, struct node *node)
{
	const struct node *before = node->previous;

	node->number = before == NULL ? 1 : before->number + 1;
	node->counter = counter_of(numbering,
				   node->parent->level >= 2 ? COUNTER_ITEM_2
							    : COUNTER_ITEM_1,
				   node->number);
}

/* A single figure has neither number nor the word; so with tables. */
static void
figure_number(struct numbering *numbering, struct node *node)
{
	struct filler *filler = numbering->filler;
	bool is_table = node->kind == NODE_TABLE;
	int total = is_table ? numbering->table_total : numbering->figure_total;
	const char *word = is_table ? "table" : "figure";
	const char *number;

	node->number = is_table ? ++numbering->tables : ++numbering->figures;
	node->anchor = arena_print(filler->arena, "%s-%s", word, node->target);
	if (total == 1)
		return;
	number = counter_of(
	    numbering, is_table ? COUNTER_TABLE : COUNTER_FIGURE, node->number);
	node->counter = filler_phrase(filler, node->at, word, 1, &number);
}

static struct node *
note_find(const struct document *document, const char *id)
{
	struct node *note = document->notes->first;

	while (note != NULL && strcmp(note->target, id) != 0)
		note = note->next;
	return note;
}

/* The first call gives a note its number and its place in the order. */
static void
call_number(struct numbering *numbering, struct node *node)
{
	struct arena *arena = numbering->filler->arena;
	struct node *note = NULL;

	for (struct node *n = numbering->ordered; n != NULL; n = n->next)
		if (strcmp(n->target, node->target) == 0)
			note = n;
	if (note == NULL) {
		note = note_find(numbering->document, node->target);
		assert(note != NULL); /* document_parse saw to it */
		node_remove(note);
		note->number = ++numbering->notes;
		note->counter = arena_print(arena, "%d", note->number);
		note->anchor = arena_print(arena, "note-%d", note->number);
		node->anchor = arena_print(arena, "call-%d", note->number);
		note->referred = node;
		node_append(numbering->document->notes, note);
		if (numbering->ordered == NULL)
			numbering->ordered = note;
	}
	node->number = note->number;
	node->counter = note->counter;
	node->referred = note;
}

static void
node_number(struct numbering *numbering, struct node *node)
{
	switch (node->kind) {
	case NODE_HEADING:
		heading_number(numbering, node);
		break;
	case NODE_PARAGRAPH:
		paragraph_number(numbering, node);
		break;
	case NODE_ITEM:
		item_number(numbering, node);
		break;
	case NODE_FIGURE:
	case NODE_TABLE:
		figure_number(numbering, node);
		break;
	case NODE_CALL:
		call_number(numbering, node);
		break;
	case NODE_DOCUMENT:
	case NODE_BOX:
	case NODE_LIST:
	case NODE_NOTE:
	case NODE_TEXT:
	case NODE_EMPHASIS:
	case NODE_STRONG:
	case NODE_LINK:
	case NODE_VALUE:
	case NODE_CLAIM:
	case NODE_REFERENCE:
	case NODE_BREAK:
	case NODE_KINDS:
		break;
	}
}

static void
figures_count(struct numbering *numbering)
{
	struct walk walk = walk_begin(numbering->document->root);

	while (walk_next(&walk)) {
		if (walk.phase != PHASE_ENTER)
			continue;
		numbering->figure_total += walk.node->kind == NODE_FIGURE;
		numbering->table_total += walk.node->kind == NODE_TABLE;
	}
}

/* The node that a label such as "figure.categories1" names. */
static const struct node *
label_find(const struct document *document, const char *label)
{
	struct walk walk = walk_begin(document->root);
	const char *name = strchr(label, '.');

	if (name == NULL)
		return NULL;
	name++;
	if (strncmp(label, "note.", 5) == 0)
		return note_find(document, name);
	while (walk_next(&walk)) {
		const struct node *node = walk.node;

		if (walk.phase != PHASE_ENTER)
			continue;
		if (strncmp(label, "figure.", 7) == 0 &&
		    node->kind == NODE_FIGURE &&
		    strcmp(node->target, name) == 0)
			return node;
		if (strncmp(label, "table.", 6) == 0 &&
		    node->kind == NODE_TABLE && strcmp(node->target, name) == 0)
			return node;
		if (strncmp(label, "par.", 4) == 0 &&
		    node->kind == NODE_PARAGRAPH && node->label != NULL &&
		    strcmp(node->label, name) == 0)
			return node;
	}
	return NULL;
}

static void
reference_resolve(struct numbering *numbering, struct node *node)
{
	struct filler *filler = numbering->filler;
	const struct node *found = label_find(numbering->document,
					      node->target);
	const char *number;
	const char *key;

	node->text = "";
	if (found == NULL || found->number == 0) {
		message_error(filler->messages, node->at,
			      "nothing here is labelled \"%s\"", node->target);
		return;
	}
	node->referred = found;
	if (found->kind == NODE_FIGURE || found->kind == NODE_TABLE) {
		bool is_table = found->kind == NODE_TABLE;

		key = is_table ? "table-ref" : "figure-ref";
		number = counter_of(numbering,
				    is_table ? COUNTER_TABLE : COUNTER_FIGURE,
				    found->number);
	} else {
		key = found->kind == NODE_NOTE ? "note-ref" : "paragraph-ref";
		number = arena_print(filler->arena, "%d", found->number);
	}
	node->text = filler_phrase(filler, node->at, key, 1, &number);
}

static void
references_resolve(struct numbering *numbering, struct node *top)
{
	struct walk walk = walk_begin(top);

	while (walk_next(&walk))
		if (walk.phase == PHASE_ENTER &&
		    walk.node->kind == NODE_REFERENCE)
			reference_resolve(numbering, walk.node);
}

void
document_number(struct filler *filler, struct document *document)
{
	struct numbering numbering = {.filler = filler, .document = document};
	struct walk walk = walk_begin(document->root);

	figures_count(&numbering);
	while (walk_next(&walk))
		if (walk.phase == PHASE_ENTER)
			node_number(&numbering, walk.node);
	references_resolve(&numbering, document->root);
	references_resolve(&numbering, document->notes);
}
