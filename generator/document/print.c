/* Print a document as text, one fact a line, indented by depth. */
/* SPDX-License-Identifier: MIT */
#include "document/document.h"

#include "base/text.h"

#include <assert.h>
#include <stdlib.h>

static void
attribute_print(struct text *out, const char *name, const char *value)
{
	if (value == NULL)
		return;
	text_print(out, " %s ", name);
	text_add_json(out, value);
}

static void
number_print(struct text *out, const struct node *node)
{
	if (node->number != 0)
		text_print(out, " number %d", node->number);
	attribute_print(out, "counter", node->counter);
	attribute_print(out, "anchor", node->anchor);
	if (node->label != NULL)
		text_print(out, " label %s", node->label);
}

static void
value_print(struct text *out, const struct node *node)
{
	text_print(out, " %s", node->target);
	if (node->form != NULL)
		text_print(out, " | %s", node->form);
	for (size_t i = 0; i < node->argument_count; i++) {
		text_add(out, i == 0 ? ": " : ", ");
		text_add_json(out, node->arguments[i]);
	}
	attribute_print(out, "text", node->text);
}

static void
block_print(struct text *out, const struct node *node)
{
	if (node->at.line > 0)
		text_print(out, " %d:%d", node->at.line, node->at.column);
	if (node->level != 0)
		text_print(out, " level %d", node->level);
	if (node->target != NULL)
		text_print(out, " %s", node->target);
	number_print(out, node);
}

static void
node_print(struct text *out, const struct node *node)
{
	switch (node->kind) {
	case NODE_DOCUMENT:
	case NODE_HEADING:
	case NODE_PARAGRAPH:
	case NODE_BOX:
	case NODE_LIST:
	case NODE_ITEM:
	case NODE_FIGURE:
	case NODE_TABLE:
	case NODE_NOTE:
		block_print(out, node);
		return;
	case NODE_TEXT:
		text_add(out, " ");
		text_add_json(out, node->text);
		return;
	case NODE_VALUE:
		value_print(out, node);
		return;
	case NODE_LINK:
	case NODE_CALL:
	case NODE_CLAIM:
	case NODE_REFERENCE:
		text_print(out, " %s", node->target);
		attribute_print(out, "text", node->text);
		number_print(out, node);
		return;
	case NODE_EMPHASIS:
	case NODE_STRONG:
	case NODE_BREAK:
		return;
	case NODE_KINDS:
		break;
	}
	abort();
}

static void
tree_print(struct text *out, const char *title, const struct node *top)
{
	struct walk walk = walk_begin((struct node *)top);
	int depth = 0;

	while (walk_next(&walk)) {
		if (walk.phase == PHASE_LEAVE) {
			depth--;
			continue;
		}
		text_print(out, "%*s%s", 2 * depth, "",
			   walk.node == top ? title
					    : node_kind_name(walk.node->kind));
		if (walk.node != top)
			node_print(out, walk.node);
		text_add(out, "\n");
		depth += node_is_leaf(walk.node) ? 0 : 1;
	}
	assert(depth == 0);
}

void
document_print(struct text *out, const struct document *document)
{
	tree_print(out, "document", document->root);
	if (document->notes->first != NULL)
		tree_print(out, "notes", document->notes);
}
