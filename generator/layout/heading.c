/* Headings, the sections under them, and their entries in the outline. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "layout/collect.h"

enum {
	/* A figure should stand before the next heading of this level or of
	 * one above it; it may wait behind lesser ones. */
	FLOATS_STOP_LEVEL = 2
};

const char *
owner_of(const struct node *node)
{
	while (node != NULL && node->anchor == NULL)
		node = node->parent;
	return node == NULL ? NULL : node->anchor;
}

static struct element_node *
section_open(struct collector *collector, int level)
{
	struct skeleton *skeleton = collector->skeleton;
	struct element_node *parent = skeleton->root;
	struct section *sections = skeleton->sections;

	/* the heading of the second language is the same section's */
	if (collector->column > 0 && skeleton->section_count > 0)
		return sections[skeleton->section_count - 1].element;
	while (skeleton->section_count > 0 &&
	       (sections[skeleton->section_count - 1].level >= level ||
		skeleton->section_count == SECTIONS_MOST))
		skeleton->section_count--;
	if (skeleton->section_count > 0)
		parent = sections[skeleton->section_count - 1].element;
	sections[skeleton->section_count++] = (struct section){
	    element_new(collector->arena, parent, ROLE_SECT), level};
	return sections[skeleton->section_count - 1].element;
}

/* The title is H1; no level is skipped (ISO 14289-1, 7.4.2), so a heading
 * ranks by the sections that are open, not by its own level. */
static enum role
heading_role(const struct collector *collector, size_t depth)
{
	size_t rank = depth + (collector->skeleton->has_title ? 1 : 0);

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

void
heading_collect(struct collector *collector, struct frame *frame,
		const struct node *node)
{
	bool is_boxed = frame->strips->is_framed;
	struct element_node *section = is_boxed ? frame->parent
						: section_open(collector,
							       node->level);
	size_t depth = is_boxed ? 1 : collector->skeleton->section_count;
	struct element_node *element = element_open(
	    collector, section, heading_role(collector, depth));
	struct block block = {
	    .kind = is_boxed ? KIND_BOX_HEADING : heading_kind(node->level),
	    .x = frame->x,
	    .width = frame->width,
	    .label = node->counter,
	    .label_x = frame->x - collector->style->numbers.heading_gap,
	    .label_is_right = true,
	    .key = node,
	    .owner = owner_of(node),
	    .keep_with_next = true,
	    .keep_together = true,
	};
	size_t first = frame->strips->count;

	if (!is_boxed)
		frame->parent = section;
	if (block.label != NULL)
		block.label_element = label_open(collector, node, element);
	block.words = words_collect(collector, node, element, block.kind,
				    block.label != NULL &&
					block.label_element != element);
	block_add(collector, frame->strips, &block);
	frame->strips->items[first].shape.stops_floats = node->level <=
							 FLOATS_STOP_LEVEL;
	entry_add(collector, node, depth);
}
