/* Make, join and walk the nodes of a document. */
/* SPDX-License-Identifier: MIT */
#include "document/document.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>

static const struct {
	const char *name;
	bool is_block;
	bool is_leaf;
} kinds[] = {
    [NODE_DOCUMENT] = {"document", true, false},
    [NODE_HEADING] = {"heading", true, false},
    [NODE_PARAGRAPH] = {"paragraph", true, false},
    [NODE_BOX] = {"box", true, false},
    [NODE_LIST] = {"list", true, false},
    [NODE_ITEM] = {"item", true, false},
    [NODE_FIGURE] = {"figure", true, false},
    [NODE_TABLE] = {"table", true, false},
    [NODE_NOTE] = {"note", true, false},
    [NODE_TEXT] = {"text", false, true},
    [NODE_EMPHASIS] = {"emphasis", false, false},
    [NODE_STRONG] = {"strong", false, false},
    [NODE_LINK] = {"link", false, false},
    [NODE_CALL] = {"call", false, true},
    [NODE_VALUE] = {"value", false, true},
    [NODE_CLAIM] = {"claim", false, false},
    [NODE_REFERENCE] = {"reference", false, true},
    [NODE_BREAK] = {"break", false, true},
};
static_assert(COUNT(kinds) == NODE_KINDS, "every kind of node has its row");

const char *
node_kind_name(enum node_kind kind)
{
	return kinds[kind].name;
}

bool
node_is_leaf(const struct node *node)
{
	return kinds[node->kind].is_leaf;
}

bool
node_is_block(const struct node *node)
{
	return kinds[node->kind].is_block;
}

struct node *
node_new(struct arena *arena, enum node_kind kind, struct place at)
{
	struct node *node = arena_take(arena, sizeof(*node));

	node->kind = kind;
	node->at = at;
	return node;
}

void
node_append(struct node *parent, struct node *child)
{
	assert(child->parent == NULL && !node_is_leaf(parent));
	child->parent = parent;
	child->previous = parent->last;
	child->next = NULL;
	if (parent->last == NULL)
		parent->first = child;
	else
		parent->last->next = child;
	parent->last = child;
}

void
node_insert_after(struct node *sibling, struct node *inserted)
{
	struct node *parent = sibling->parent;

	assert(parent != NULL && inserted->parent == NULL);
	inserted->parent = parent;
	inserted->previous = sibling;
	inserted->next = sibling->next;
	if (sibling->next == NULL)
		parent->last = inserted;
	else
		sibling->next->previous = inserted;
	sibling->next = inserted;
}

void
node_remove(struct node *node)
{
	struct node *parent = node->parent;

	assert(parent != NULL);
	if (node->previous == NULL)
		parent->first = node->next;
	else
		node->previous->next = node->next;
	if (node->next == NULL)
		parent->last = node->previous;
	else
		node->next->previous = node->previous;
	node->parent = node->previous = node->next = NULL;
}

struct walk
walk_begin(struct node *top)
{
	return (struct walk){.top = top};
}

/* Where to go from a node that is done with. */
static bool
walk_leave(struct walk *walk)
{
	if (walk->node == walk->top)
		return false;
	if (walk->node->next != NULL) {
		walk->node = walk->node->next;
		walk->phase = PHASE_ENTER;
	} else {
		walk->node = walk->node->parent;
		walk->phase = PHASE_LEAVE;
	}
	return true;
}

bool
walk_next(struct walk *walk)
{
	if (!walk->is_started) {
		walk->is_started = true;
		walk->node = walk->top;
		walk->phase = PHASE_ENTER;
		return walk->top != NULL;
	}
	if (walk->phase == PHASE_LEAVE || node_is_leaf(walk->node))
		return walk_leave(walk);
	if (walk->node->first == NULL) {
		walk->phase = PHASE_LEAVE;
		return true;
	}
	walk->node = walk->node->first;
	return true;
}

void
node_words(struct text *out, const struct node *top)
{
	struct walk walk = walk_begin((struct node *)top);
	size_t start = out->length;

	while (walk_next(&walk)) {
		const struct node *node = walk.node;
		bool is_next = node_is_block(node) && node != top &&
			       out->length > start &&
			       out->bytes[out->length - 1] != '\n';

		if (walk.phase == PHASE_ENTER && is_next)
			text_add(out, "\n");
		if (node->kind == NODE_BREAK)
			text_add(out, " ");
		else if (node_is_leaf(node) && node->text != NULL)
			text_add(out, node->text);
	}
}

bool
node_is_within(const struct node *node, enum node_kind kind)
{
	for (; node != NULL; node = node->parent)
		if (node->kind == kind)
			return true;
	return false;
}
