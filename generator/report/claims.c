/* Hold every claim's words to the data: keep them, replace them, or stop. */
/* SPDX-License-Identifier: MIT */
#include "report/room.h"

#include "base/arena.h"

#include <string.h>

enum {
	FORMULA_SHOWN = 200, /* characters in a message */
	NUMBERS_SHOWN = 400
};

static void
claim_refuse(struct filler *filler, const struct node *node,
	     const struct claim *claim)
{
	struct text formula = {0}, numbers = {0};

	message_error(
	    filler->messages, node->at,
	    "claim %s does not hold: %s, but %s; it has no other wording in "
	    "\"%s\"",
	    claim->id, xml_excerpt(&formula, claim->formula, FORMULA_SHOWN),
	    xml_excerpt(&numbers, claim->because, NUMBERS_SHOWN),
	    filler->edition->code);
	text_free(&formula);
	text_free(&numbers);
}

static void
words_replace(struct filler *filler, struct node *node, const char *words)
{
	struct node *text = node_new(filler->arena, NODE_TEXT, node->at);

	while (node->first != NULL)
		node_remove(node->first);
	text->text = words;
	node_append(node, text);
}

/* A note that is called by words which may go would go with them. */
static void
calls_refuse(struct filler *filler, struct node *node)
{
	struct walk walk = walk_begin(node);

	while (walk_next(&walk))
		if (walk.phase == PHASE_ENTER && walk.node->kind == NODE_CALL)
			message_error(filler->messages, walk.node->at,
				      "a note's call cannot stand inside a "
				      "claim's words");
}

static void
claim_fill(struct filler *filler, struct document *document, struct node *node,
	   bool *is_used)
{
	const struct measures *measures = filler->measures;
	const struct claim *claim = claim_find(measures, node->target);
	const char *words;

	if (claim == NULL) {
		message_error(filler->messages, node->at,
			      "no claim is named \"%s\"", node->target);
		return;
	}
	is_used[claim - measures->claims] = true;
	calls_refuse(filler, node);
	if (claim->is_void)
		message_add(filler->messages, WEIGHT_NOTE, node->at,
			    "claim %s, which cannot be judged, stands here",
			    claim->id);
	if (claim->holds || claim->is_void)
		return;
	words = names_in(&claim->otherwise, filler->edition->code);
	if (words == NULL) {
		claim_refuse(filler, node, claim);
		return;
	}
	words_replace(filler, node, words);
	document->is_reworded = true;
}

static void
tree_fill(struct filler *filler, struct document *document, struct node *top,
	  bool *is_used)
{
	struct walk walk = walk_begin(top);

	while (walk_next(&walk))
		if (walk.phase == PHASE_ENTER && walk.node->kind == NODE_CLAIM)
			claim_fill(filler, document, walk.node, is_used);
}

void
document_hold_claims(struct filler *filler, struct document *document)
{
	const struct measures *measures = filler->measures;
	bool *is_used = arena_array(filler->arena, measures->claim_count,
				    sizeof(*is_used));

	tree_fill(filler, document, document->root, is_used);
	tree_fill(filler, document, document->notes, is_used);
	for (size_t i = 0; i < measures->claim_count; i++)
		if (!is_used[i])
			message_add(filler->messages, WEIGHT_WARNING,
				    measures->claims[i].at,
				    "%s: no words of %s rest on this claim",
				    measures->claims[i].id,
				    filler->edition->template_path);
}
