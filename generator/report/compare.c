/* Hold two documents against each other: the languages must stay in step. */
/* SPDX-License-Identifier: MIT */
#include "report/report.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

/* What a block carries that must be the same in every language. */
struct fact {
	const char *kind;   /* "measure", "note", … */
	const char *target; /* its name */
	struct place at;
};

struct block {
	const struct node *node;
	struct fact *facts; /* sorted by kind and target */
	size_t count;
};

struct outline {
	struct arena *arena;
	struct block *blocks;
	size_t count;
};

static const char *
fact_kind(enum node_kind kind)
{
	switch (kind) {
	case NODE_VALUE:
		return "measure";
	case NODE_CALL:
		return "call of note";
	case NODE_CLAIM:
		return "claim";
	case NODE_REFERENCE:
		return "reference";
	case NODE_LINK:
		return "symbol";
	case NODE_DOCUMENT:
	case NODE_HEADING:
	case NODE_PARAGRAPH:
	case NODE_BOX:
	case NODE_LIST:
	case NODE_ITEM:
	case NODE_FIGURE:
	case NODE_TABLE:
	case NODE_NOTE:
	case NODE_TEXT:
	case NODE_EMPHASIS:
	case NODE_STRONG:
	case NODE_BREAK:
	case NODE_KINDS:
		break;
	}
	return NULL;
}

static int
fact_compare(const void *a, const void *b)
{
	const struct fact *left = a, *right = b;
	int order = strcmp(left->kind, right->kind);

	return order != 0 ? order : strcmp(left->target, right->target);
}

/* A link leads to another page in each language: its words are the same. */
static const char *
fact_target(const struct node *node)
{
	if (node->kind == NODE_LINK && node->first != NULL &&
	    node->first->text != NULL)
		return node->first->text;
	return node->target;
}

static void
outline_enter(struct outline *outline, const struct node *node)
{
	const char *kind = fact_kind(node->kind);
	struct block *last;

	if (node_is_block(node) && node->kind != NODE_DOCUMENT) {
		struct block block = {.node = node};

		ARENA_PUSH(outline->arena, outline->blocks, outline->count,
			   block);
	} else if (kind != NULL && outline->count > 0) {
		struct fact fact = {kind, fact_target(node), node->at};

		last = &outline->blocks[outline->count - 1];
		ARENA_PUSH(outline->arena, last->facts, last->count, fact);
		fact.target = node->kind == NODE_VALUE ? value_range_end(node)
						       : NULL;
		if (fact.target != NULL)
			ARENA_PUSH(outline->arena, last->facts, last->count,
				   fact);
	}
}

static struct outline
outline_make(struct arena *arena, const struct node *top)
{
	struct outline outline = {.arena = arena};
	struct walk walk = walk_begin((struct node *)top);

	while (walk_next(&walk))
		if (walk.phase == PHASE_ENTER)
			outline_enter(&outline, walk.node);
	for (size_t i = 0; i < outline.count; i++)
		if (outline.blocks[i].count > 1)
			qsort(outline.blocks[i].facts, outline.blocks[i].count,
			      sizeof(struct fact), fact_compare);
	return outline;
}

static void
also(struct messages *messages, const struct node *node)
{
	message_add(messages, WEIGHT_NOTE, node->at,
		    "this is the %s that it stands against",
		    node_kind_name(node->kind));
}

static void
fact_miss(struct messages *messages, const struct fact *fact,
	  const struct block *other)
{
	message_error(messages, fact->at,
		      "%s \"%s\" is missing in the other language", fact->kind,
		      fact->target);
	also(messages, other->node);
}

/* Both lists are sorted: step through them together. */
static void
facts_compare(struct messages *messages, const struct block *a,
	      const struct block *b)
{
	size_t i = 0, j = 0;

	while (i < a->count || j < b->count) {
		int order = i == a->count ? 1
			    : j == b->count
				? -1
				: fact_compare(&a->facts[i], &b->facts[j]);

		if (order < 0)
			fact_miss(messages, &a->facts[i++], b);
		else if (order > 0)
			fact_miss(messages, &b->facts[j++], a);
		else
			i++, j++;
	}
}

static bool
blocks_match(const struct node *a, const struct node *b)
{
	if (a->kind != b->kind || a->level != b->level)
		return false;
	if (a->kind != NODE_FIGURE && a->kind != NODE_TABLE)
		return true;
	return strcmp(a->target, b->target) == 0;
}

/* After the first block that differs in kind the rest would only echo it. */
static void
outlines_compare(struct messages *messages, const struct outline *a,
		 const struct outline *b)
{
	size_t count = a->count < b->count ? a->count : b->count;

	for (size_t i = 0; i < count; i++) {
		const struct node *left = a->blocks[i].node;
		const struct node *right = b->blocks[i].node;

		if (!blocks_match(left, right)) {
			message_error(
			    messages, left->at,
			    "a %s here, but a %s in the other language",
			    node_kind_name(left->kind),
			    node_kind_name(right->kind));
			also(messages, right);
			return;
		}
		facts_compare(messages, &a->blocks[i], &b->blocks[i]);
	}
	if (a->count != b->count) {
		const struct outline *longer = a->count > b->count ? a : b;
		const struct node *node = longer->blocks[count].node;

		message_error(messages, node->at,
			      "the other language ends before this %s",
			      node_kind_name(node->kind));
	}
}

static const struct node *
note_find(const struct document *document, const char *id)
{
	const struct node *note = document->notes->first;

	while (note != NULL && strcmp(note->target, id) != 0)
		note = note->next;
	return note;
}

/* Notes are paired by their ids: one that is missing must not set all that
 * follow against the wrong ones. */
static void
notes_compare(struct arena *arena, struct messages *messages,
	      const struct document *a, const struct document *b, bool is_back)
{
	const struct node *note = a->notes->first;

	for (; note != NULL; note = note->next) {
		const struct node *other = note_find(b, note->target);
		struct outline left, right;

		if (other == NULL)
			message_error(messages, note->at,
				      "note \"%s\" is missing in the other "
				      "language",
				      note->target);
		if (other == NULL || is_back)
			continue;
		left = outline_make(arena, note);
		right = outline_make(arena, other);
		outlines_compare(messages, &left, &right);
	}
}

void
report_compare(struct messages *messages, const struct document *a,
	       const struct document *b)
{
	struct arena *arena = arena_new();
	struct outline left = outline_make(arena, a->root);
	struct outline right = outline_make(arena, b->root);

	outlines_compare(messages, &left, &right);
	notes_compare(arena, messages, a, b, false);
	notes_compare(arena, messages, b, a, true);
	arena_free(arena);
}
