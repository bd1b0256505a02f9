/* Collect the blocks of documents as strips, language beside language. */
/* SPDX-License-Identifier: MIT */
#include "layout/collect.h"
#include "base/arena.h"

#include <stdlib.h>

static void blocks_collect(struct collector *, struct frame *,
			   const struct node *first);

/* --- paragraphs and lists --- */

static void
paragraph_collect(struct collector *collector, struct frame *frame,
		  const struct node *node)
{
	const struct style *style = collector->style;
	struct element_node *element = element_open(collector, frame->parent,
						    ROLE_P);
	struct block block = {
	    .kind = frame->kind,
	    .x = frame->x,
	    .width = frame->width,
	    .label = frame->label,
	    .label_element = frame->label_element,
	    .label_x = frame->label_x,
	    .key = node,
	    .owner = owner_of(node),
	    .keep_with_next = node->next != NULL &&
			      node->next->kind == NODE_LIST,
	};
	bool is_numbered = frame->label == NULL && node->counter != NULL;

	if (is_numbered) {
		block.label = node->counter;
		block.label_x = frame->x;
		block.label_element = label_open(collector, node, element);
		block.indent = style->numbers.tab;
	}
	frame->label = NULL;
	block.words = words_collect(collector, node, element, frame->kind,
				    block.label_element != element &&
					is_numbered);
	block_add(collector, frame->strips, &block);
}

static void
item_collect(struct collector *collector, const struct frame *outer,
	     struct element_node *list, const struct node *node)
{
	const struct style *style = collector->style;
	struct element_node *item = element_open(collector, list, ROLE_LI);
	double indent = style->numbers.hang;
	struct frame frame = *outer;

	/* An item in an item goes under its words. */
	if (outer->kind != KIND_ITEM)
		indent += style->numbers.item;
	frame.kind = KIND_ITEM;
	frame.x += indent;
	frame.width -= indent;
	frame.label = node->counter;
	frame.label_x = frame.x - style->numbers.hang;
	frame.label_element = node->counter == NULL
				  ? NULL
				  : element_open(collector, item, ROLE_LBL);
	frame.parent = element_open(collector, item, ROLE_LBODY);
	blocks_collect(collector, &frame, node->first);
}

static void
list_collect(struct collector *collector, const struct frame *frame,
	     const struct node *node)
{
	struct element_node *list = element_open(collector, frame->parent,
						 ROLE_L);

	list->numbering = node->level > 1 ? NUMBERING_LOWER_ROMAN
					  : NUMBERING_LOWER_ALPHA;
	for (const struct node *item = node->first; item != NULL;
	     item = item->next)
		item_collect(collector, frame, list, item);
}

/* --- the box --- */

static void
padding_add(struct collector *collector, struct strips *strips, bool keep)
{
	struct strip strip = {
	    .shape = {.heights = {collector->style->box.padding}, .keep = keep},
	    .is_padding = true,
	};

	strips_begin_block(collector, strips);
	strips_append(collector, strips, strip);
}

/* --- the whole --- */

static void
block_collect(struct collector *collector, struct frame *frame,
	      const struct node *node)
{
	switch (node->kind) {
	case NODE_HEADING:
		heading_collect(collector, frame, node);
		return;
	case NODE_PARAGRAPH:
		paragraph_collect(collector, frame, node);
		return;
	case NODE_LIST:
		list_collect(collector, frame, node);
		return;
	case NODE_FIGURE:
		figure_collect(collector, node, frame->parent);
		return;
	case NODE_TABLE:
		table_collect(collector, node, frame->parent);
		return;
	case NODE_DOCUMENT:
	case NODE_BOX:
	case NODE_ITEM:
	case NODE_NOTE:
	case NODE_TEXT:
	case NODE_EMPHASIS:
	case NODE_STRONG:
	case NODE_LINK:
	case NODE_CALL:
	case NODE_VALUE:
	case NODE_CLAIM:
	case NODE_REFERENCE:
	case NODE_BREAK:
	case NODE_KINDS:
		return; /* stand inside of these, or outside */
	}
	abort();
}

static void
blocks_collect(struct collector *collector, struct frame *frame,
	       const struct node *first)
{
	for (const struct node *node = first; node != NULL; node = node->next)
		block_collect(collector, frame, node);
}

/* --- the languages block by block --- */

static void parties_walk(const struct party *, struct frame *frames,
			 const struct node *const *parents);

/* Both summaries are in one box for who hears them, in two for who sees. */
static void
boxes_collect(const struct party *party, const struct node *const *nodes)
{
	struct collector *first = party->members[0];
	struct frame frames[COLUMNS_MOST];
	struct element_node *section = element_new(
	    first->arena, first->skeleton->root, ROLE_SECT);

	for (size_t i = 0; i < party->count; i++) {
		struct collector *collector = party->members[i];
		double padding = collector->style->box.padding;

		frames[i] = (struct frame){
		    .strips = &collector->flow,
		    .parent = section,
		    .kind = KIND_BOX_TEXT,
		    .x = padding,
		    .width = collector->width - 2 * padding,
		};
		collector->flow.is_framed = true;
		padding_add(collector, &collector->flow, true);
	}
	parties_walk(party, frames, nodes);
	for (size_t i = 0; i < party->count; i++) {
		struct collector *collector = party->members[i];
		struct strips *flow = &collector->flow;
		double below = collector->style->kinds[KIND_NOTICE].above;

		flow->items[flow->count - 1].shape.keep = true;
		flow->items[flow->count - 1].shape.below = 0;
		padding_add(collector, flow,
			    *collector->document->masthead.notice != '\0');
		flow->is_framed = false;
		flow->items[flow->count - 1].shape.below = below;
		notice_collect(collector);
	}
}

/* Block by block as far as the languages keep in step: where one has another
 * kind of block, joining their flows will say so. */
static void
parties_walk(const struct party *party, struct frame *frames,
	     const struct node *const *parents)
{
	const struct node *nodes[COLUMNS_MOST] = {0};
	bool is_over = false;

	for (size_t i = 0; i < party->count; i++)
		nodes[i] = parents[i]->first;
	while (!is_over) {
		is_over = true;
		if (nodes[0] != NULL && nodes[0]->kind == NODE_BOX &&
		    (party->count == 1 ||
		     (nodes[1] != NULL && nodes[1]->kind == NODE_BOX)))
			boxes_collect(party, nodes);
		for (size_t i = 0; i < party->count; i++) {
			if (nodes[i] == NULL)
				continue;
			block_collect(party->members[i], &frames[i], nodes[i]);
			nodes[i] = nodes[i]->next;
			is_over = false;
		}
	}
}

static bool
has_box(const struct document *document)
{
	for (const struct node *node = document->root->first; node != NULL;
	     node = node->next)
		if (node->kind == NODE_BOX)
			return true;
	return false;
}

void
documents_collect(const struct party *party)
{
	struct skeleton *skeleton = party->members[0]->skeleton;
	struct frame frames[COLUMNS_MOST];
	const struct node *roots[COLUMNS_MOST];

	skeleton->root = element_new(party->members[0]->arena, NULL,
				     ROLE_DOCUMENT);
	for (size_t i = 0; i < party->count; i++) {
		struct collector *collector = party->members[i];

		frames[i] = (struct frame){
		    .strips = &collector->flow,
		    .parent = skeleton->root,
		    .kind = KIND_TEXT,
		    .width = collector->width,
		};
		roots[i] = collector->document->root;
		notes_prepare(collector);
	}
	masthead_collect(party);
	for (size_t i = 0; i < party->count; i++)
		if (!has_box(party->members[i]->document))
			notice_collect(party->members[i]);
	parties_walk(party, frames, roots);
}
