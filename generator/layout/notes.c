/* Notes: their lines, set when they are first called. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "layout/strip.h"

void
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
	    .width = collector->width - hang,
	    .label = "*",
	    .label_type = &type,
	    .label_target = back,
	    .key = note,
	};
	struct element_node *paragraph;

	element->id = collector->has_peer
			  ? arena_print(arena, "note-%s-%zu",
					collector->document->language, number)
			  : arena_print(arena, "note-%zu", number);
	block.owner = element->id;
	back->key = &note->lines;
	back->contents = collector->words->back;
	back->element = element_open(
	    collector, element_open(collector, element, ROLE_LBL), ROLE_LINK);
	block.label_element = back->element;
	type.rise = style->notes.rise * type.size;
	type.size = style_type(style, KIND_TEXT, collector->is_han).size *
		    style->notes.call;
	if (note->node == NULL) {
		paragraph = element_open(collector, element, ROLE_P);
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
		paragraph = element_open(collector, element, ROLE_P);
		block.words = words_collect(collector, child, paragraph,
					    KIND_NOTE, false);
		block_add(collector, &note->lines, &block);
		block.label = NULL;
		block.label_target = NULL;
	}
}
