/* Collect a document's blocks as strips, its notes apart, its headings. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "layout/strip.h"

#include <stdlib.h>

/* Where blocks go and how wide they are. */
struct frame {
	struct strips *strips;
	struct element_node *parent;
	enum kind kind;	 /* of paragraphs */
	double x, width; /* [pt] */
	/* an item's number, for its first paragraph */
	const char *label;
	struct element_node *label_element;
	double label_x;
};

static void blocks_collect(struct collector *, struct frame *,
			   const struct node *first);

/* --- headings and sections --- */

static struct element_node *
section_open(struct collector *collector, int level)
{
	struct element_node *parent = collector->root;
	struct section *sections = collector->sections;

	while (collector->section_count > 0 &&
	       (sections[collector->section_count - 1].level >= level ||
		collector->section_count == SECTIONS_MOST))
		collector->section_count--;
	if (collector->section_count > 0)
		parent = sections[collector->section_count - 1].element;
	sections[collector->section_count++] = (struct section){
	    element_new(collector->arena, parent, ROLE_SECT), level};
	return sections[collector->section_count - 1].element;
}

/* The title is H1; no level is skipped (ISO 14289-1, 7.4.2), so a heading
 * ranks by the sections that are open, not by its own level. */
static enum role
heading_role(const struct collector *collector, size_t depth)
{
	size_t rank = depth + (collector->has_title ? 1 : 0);

	return (enum role)(ROLE_H1 + (rank > 6 ? 6 : rank) - 1);
}

static void
entry_add(struct collector *collector, const struct node *node, size_t depth)
{
	struct entry entry = {.level = (int)depth, .key = node};
	struct text words = {0};

	if (node->counter != NULL)
		text_print(&words, "%s ", node->counter);
	node_words(&words, node);
	entry.title = arena_copy(collector->arena, text_string(&words));
	text_free(&words);
	ARENA_PUSH(collector->arena, collector->entries, collector->entry_count,
		   entry);
}

static enum kind
heading_kind(int level)
{
	static const enum kind kinds[] = {KIND_HEADING_1, KIND_HEADING_2,
					  KIND_HEADING_3, KIND_HEADING_4};

	if (level < 1 || level > (int)COUNT(kinds))
		level = COUNT(kinds);
	return kinds[level - 1];
}

static void
heading_collect(struct collector *collector, struct frame *frame,
		const struct node *node)
{
	bool is_boxed = frame->strips->is_framed;
	struct element_node *section = is_boxed ? frame->parent
						: section_open(collector,
							       node->level);
	size_t depth = is_boxed ? 1 : collector->section_count;
	struct element_node *element = element_new(
	    collector->arena, section, heading_role(collector, depth));
	struct block block = {
	    .kind = is_boxed ? KIND_BOX_HEADING : heading_kind(node->level),
	    .x = frame->x,
	    .width = frame->width,
	    .label = node->counter,
	    .label_x = frame->x - collector->style->numbers.heading_gap,
	    .label_is_right = true,
	    .key = node,
	    .keep_with_next = true,
	    .keep_together = true,
	};
	size_t first = frame->strips->count;

	if (!is_boxed)
		frame->parent = section;
	if (block.label != NULL)
		block.label_element = element_new(collector->arena, element,
						  ROLE_SPAN);
	block.words = words_collect(collector, node, element, block.kind,
				    block.label != NULL);
	block_add(collector, frame->strips, &block);
	frame->strips->items[first].shape.is_heading = true;
	entry_add(collector, node, depth);
}

/* --- paragraphs and lists --- */

static void
paragraph_collect(struct collector *collector, struct frame *frame,
		  const struct node *node)
{
	const struct style *style = collector->style;
	struct element_node *element = element_new(collector->arena,
						   frame->parent, ROLE_P);
	struct block block = {
	    .kind = frame->kind,
	    .x = frame->x,
	    .width = frame->width,
	    .label = frame->label,
	    .label_element = frame->label_element,
	    .label_x = frame->label_x,
	    .key = node,
	    .keep_with_next = node->next != NULL &&
			      node->next->kind == NODE_LIST,
	};
	bool is_numbered = frame->label == NULL && node->counter != NULL;

	if (is_numbered) {
		block.label = node->counter;
		block.label_x = frame->x;
		block.label_element = element_new(collector->arena, element,
						  ROLE_SPAN);
		block.indent = style->numbers.tab;
	}
	frame->label = NULL;
	block.words = words_collect(collector, node, element, frame->kind,
				    is_numbered);
	block_add(collector, frame->strips, &block);
}

static void
item_collect(struct collector *collector, const struct frame *outer,
	     struct element_node *list, const struct node *node)
{
	const struct style *style = collector->style;
	struct arena *arena = collector->arena;
	struct element_node *item = element_new(arena, list, ROLE_LI);
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
				  : element_new(arena, item, ROLE_LBL);
	frame.parent = element_new(arena, item, ROLE_LBODY);
	blocks_collect(collector, &frame, node->first);
}

static void
list_collect(struct collector *collector, const struct frame *frame,
	     const struct node *node)
{
	struct element_node *list = element_new(collector->arena, frame->parent,
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
	    .shape = {.height = collector->style->box.padding, .keep = keep},
	    .is_padding = true,
	};

	strips_append(collector, strips, strip);
}

static void
box_collect(struct collector *collector, const struct node *node)
{
	const struct style *style = collector->style;
	struct strips *flow = &collector->flow;
	double padding = style->box.padding;
	struct frame frame = {
	    .strips = flow,
	    .parent = element_new(collector->arena, collector->root, ROLE_SECT),
	    .kind = KIND_BOX_TEXT,
	    .x = padding,
	    .width = style_body_width(style) - 2 * padding,
	};

	flow->is_framed = true;
	padding_add(collector, flow, true);
	blocks_collect(collector, &frame, node->first);
	flow->items[flow->count - 1].shape.keep = true;
	flow->items[flow->count - 1].shape.below = 0;
	padding_add(collector, flow, false);
	flow->is_framed = false;
	flow->items[flow->count - 1].shape.below =
	    style->kinds[KIND_NOTICE].above;
	notice_collect(collector);
}

/* --- notes --- */

/* Lbl > Link leads back to the call; the words are a paragraph. */
void
note_lines_add(struct collector *collector, size_t number,
	       struct element_node *element)
{
	struct arena *arena = collector->arena;
	const struct style *style = collector->style;
	struct note *note = &collector->notes[number - 1];
	struct target *back = arena_take(arena, sizeof(*back));
	struct type type = style_type(style, KIND_NOTE, collector->is_han);
	double hang = style->notes.hang;
	struct block block = {
	    .kind = KIND_NOTE,
	    .x = hang,
	    .width = style_body_width(style) - hang,
	    .label = "*",
	    .label_type = &type,
	    .label_target = back,
	    .key = note,
	};
	struct element_node *paragraph;

	element->id = arena_print(arena, "note-%zu", number);
	back->key = &note->lines;
	back->contents = collector->words->back;
	back->element = element_new(
	    arena, element_new(arena, element, ROLE_LBL), ROLE_LINK);
	block.label_element = back->element;
	type.rise = style->notes.rise * type.size;
	type.size = style_type(style, KIND_TEXT, collector->is_han).size *
		    style->notes.call;
	if (note->node == NULL) {
		paragraph = element_new(arena, element, ROLE_P);
		block.words = words_plain(
		    collector, collector->document->masthead.item_note,
		    paragraph, KIND_NOTE);
		block_add(collector, &note->lines, &block);
		return;
	}
	block.label = note->node->counter != NULL
			  ? note->node->counter
			  : arena_print(arena, "%d", note->node->number);
	for (const struct node *child = note->node->first; child != NULL;
	     child = child->next) {
		if (child->kind != NODE_PARAGRAPH)
			continue;
		paragraph = element_new(arena, element, ROLE_P);
		block.words = words_collect(collector, child, paragraph,
					    KIND_NOTE, false);
		block_add(collector, &note->lines, &block);
		block.label = NULL;
		block.label_target = NULL;
	}
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
	case NODE_BOX:
		box_collect(collector, node);
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
		return; /* stand inside of these */
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

/* The masthead's note is first, then the document's in their order. */
static void
notes_prepare(struct collector *collector)
{
	const struct node *notes = collector->document->notes;
	size_t count = 1;

	for (const struct node *node = notes == NULL ? NULL : notes->first;
	     node != NULL; node = node->next)
		count++;
	collector->notes = arena_array(collector->arena, count,
				       sizeof(struct note));
	collector->note_count = 1;
	for (const struct node *node = notes == NULL ? NULL : notes->first;
	     node != NULL; node = node->next)
		collector->notes[collector->note_count++].node = node;
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
document_collect(struct collector *collector)
{
	struct frame frame = {
	    .strips = &collector->flow,
	    .kind = KIND_TEXT,
	    .width = style_body_width(collector->style),
	};

	collector->root = element_new(collector->arena, NULL, ROLE_DOCUMENT);
	frame.parent = collector->root;
	notes_prepare(collector);
	masthead_collect(collector);
	if (!has_box(collector->document))
		notice_collect(collector);
	blocks_collect(collector, &frame, collector->document->root->first);
}
