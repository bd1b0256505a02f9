/* A copy of a document with other ids, so that two may share a page. */
/* SPDX-License-Identifier: MIT */
#include "site/twin.h"

#include "base/arena.h"

#include <stdlib.h>

struct pair {
	const struct node *old;
	struct node *new;
};

struct twins {
	struct arena *arena;
	const char *prefix;
	struct pair *pairs;
	size_t count;
};

static struct node *
node_copy(struct twins *twins, const struct node *node)
{
	struct node *copy = arena_take(twins->arena, sizeof(*copy));
	struct pair pair = {node, copy};

	*copy = *node;
	copy->parent = copy->first = copy->last = NULL;
	copy->next = copy->previous = NULL;
	if (node->anchor != NULL)
		copy->anchor = arena_print(twins->arena, "%s%s", twins->prefix,
					   node->anchor);
	ARENA_PUSH(twins->arena, twins->pairs, twins->count, pair);
	for (const struct node *child = node->first; child != NULL;
	     child = child->next)
		node_append(copy, node_copy(twins, child));
	return copy;
}

static int
pairs_compare(const void *a, const void *b)
{
	const struct pair *left = a, *right = b;

	return (left->old > right->old) - (left->old < right->old);
}

/* What referred to an old node refers to its copy. */
static void
references_turn(struct twins *twins)
{
	qsort(twins->pairs, twins->count, sizeof(*twins->pairs), pairs_compare);
	for (size_t i = 0; i < twins->count; i++) {
		struct node *node = twins->pairs[i].new;
		const struct pair sought = {.old = node->referred};
		const struct pair *found = bsearch(
		    &sought, twins->pairs, twins->count, sizeof(*twins->pairs),
		    pairs_compare);

		if (found != NULL)
			node->referred = found->new;
	}
}

struct document *
document_twin(struct arena *arena, const struct document *document,
	      const char *prefix)
{
	struct document *twin = arena_take(arena, sizeof(*twin));
	struct twins twins = {.arena = arena, .prefix = prefix};

	*twin = *document;
	twin->root = node_copy(&twins, document->root);
	if (document->notes != NULL)
		twin->notes = node_copy(&twins, document->notes);
	references_turn(&twins);
	return twin;
}
