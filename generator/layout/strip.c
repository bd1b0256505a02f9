/* Strips: adding to them, moving one into another. */
/* SPDX-License-Identifier: MIT */
#include "layout/strip.h"

#include "base/arena.h"

void
strip_add_ink(struct collector *collector, struct strip *strip,
	      struct page_ink ink)
{
	ARENA_PUSH(collector->scratch, strip->inks, strip->ink_count, ink);
}

void
strip_add_rule(struct collector *collector, struct strip *strip, double x,
	       double y, double width, double stroke)
{
	strip_add_ink(collector, strip,
		      (struct page_ink){
			  .kind = PAGE_RULE,
			  .x = x,
			  .y = y,
			  .width = width,
			  .stroke = stroke,
			  .artifact = ARTIFACT_LAYOUT,
		      });
}

void
strip_add_key(struct collector *collector, struct strip *strip, const void *key)
{
	if (key != NULL)
		ARENA_PUSH(collector->arena, strip->keys, strip->key_count,
			   key);
}

void
strip_add_link(struct collector *collector, struct strip *strip, struct box box,
	       const struct target *target)
{
	struct strip_link link = {box, target};

	ARENA_PUSH(collector->arena, strip->links, strip->link_count, link);
}

void
strip_add_note(struct collector *collector, struct strip *strip, size_t note)
{
	for (size_t i = 0; i < strip->shape.note_count; i++)
		if (strip->notes[i] == note)
			return;
	ARENA_PUSH(collector->arena, strip->notes, strip->shape.note_count,
		   note);
	strip->shape.notes = strip->notes;
}

void
strips_append(struct collector *collector, struct strips *strips,
	      struct strip strip)
{
	strip.is_framed = strips->is_framed;
	ARENA_PUSH(collector->scratch, strips->items, strips->count, strip);
}

void
strips_begin_block(struct collector *collector, struct strips *strips)
{
	ARENA_PUSH(collector->arena, strips->blocks, strips->block_count,
		   strips->count);
}

double
strips_gap(const struct strips *strips, size_t index)
{
	return index == 0 ? 0
			  : shape_gap(&strips->items[index - 1].shape,
				      &strips->items[index].shape);
}

double
strip_absorb(struct collector *collector, struct strip *strip,
	     const struct strips *from, double x, double y)
{
	double top = y;

	for (size_t i = 0; i < from->count; i++) {
		const struct strip *item = &from->items[i];

		y += strips_gap(from, i);
		for (size_t j = 0; j < item->ink_count; j++) {
			struct page_ink ink = item->inks[j];

			ink.x += x;
			ink.y += y;
			strip_add_ink(collector, strip, ink);
		}
		for (size_t j = 0; j < item->line_count; j++) {
			struct page_line line = item->lines[j];

			line.x += x;
			line.y += y;
			ARENA_PUSH(collector->arena, strip->lines,
				   strip->line_count, line);
		}
		for (size_t j = 0; j < item->link_count; j++) {
			struct strip_link link = item->links[j];

			link.box.x += x;
			link.box.y += y;
			strip_add_link(collector, strip, link.box, link.target);
		}
		for (size_t j = 0; j < item->key_count; j++)
			strip_add_key(collector, strip, item->keys[j]);
		for (size_t j = 0; j < item->shape.note_count; j++)
			strip_add_note(collector, strip, item->notes[j]);
		if (item->boxed != NULL) {
			strip->boxed = item->boxed;
			strip->area = item->area;
			strip->area.x += x;
			strip->area.y += y;
		}
		y += item->shape.heights[0];
	}
	return y - top;
}
