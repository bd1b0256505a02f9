/* From strips to what pages are broken from: two languages joined block by
 * block, line by line. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "layout/strip.h"

#include <math.h>

size_t
lines_before_cut(size_t lines, size_t cut, size_t cuts)
{
	return (2 * lines * cut + cuts) / (2 * cuts);
}

/* --- one column: a shape is a strip --- */

static void
flow_copy(struct flow *flow)
{
	const struct collector *collector = flow->party.members[0];
	const struct strips *strips = &collector->flow;

	flow->count = strips->count;
	flow->shapes = arena_array(collector->scratch, flow->count,
				   sizeof(*flow->shapes));
	flow->joints = arena_array(collector->scratch, flow->count,
				   sizeof(*flow->joints));
	for (size_t i = 0; i < flow->count; i++) {
		flow->shapes[i] = strips->items[i].shape;
		flow->joints[i].spans[0] = (struct span){i, i + 1};
	}
}

/* --- two columns: a shape is what both have between two cuts --- */

static size_t
block_end(const struct strips *strips, size_t block)
{
	return block + 1 < strips->block_count ? strips->blocks[block + 1]
					       : strips->count;
}

/* The second column's notes are numbered behind the first one's. */
static void
notes_add(struct flow *flow, struct shape *shape, size_t **notes, size_t column,
	  const struct strip *strip)
{
	size_t base = column == 0 ? 0 : flow->party.members[0]->note_count;

	for (size_t i = 0; i < strip->shape.note_count; i++)
		ARENA_PUSH(flow->party.members[0]->scratch, *notes,
			   shape->note_count, base + strip->notes[i]);
	shape->notes = *notes;
}

/* A page may end behind it only if both columns let it. */
static void
shape_add_span(struct flow *flow, struct shape *shape, size_t **notes,
	       size_t column, struct span span)
{
	const struct strips *strips = &flow->party.members[column]->flow;

	for (size_t i = span.from; i < span.to; i++) {
		const struct strip *strip = &strips->items[i];

		shape->heights[column] += strip->shape.heights[0];
		if (i > span.from)
			shape->heights[column] += strips_gap(strips, i);
		notes_add(flow, shape, notes, column, strip);
		shape->is_float |= strip->shape.is_float;
		shape->stops_floats |= strip->shape.stops_floats;
	}
	if (span.from < span.to) {
		const struct shape *first = &strips->items[span.from].shape;
		const struct shape *last = &strips->items[span.to - 1].shape;

		shape->above = fmax(shape->above, first->above);
		shape->stretch = fmax(shape->stretch, first->stretch);
		shape->below = fmax(shape->below, last->below);
		shape->penalty = fmax(shape->penalty, last->penalty);
		shape->keep |= last->keep;
	}
}

/* Move what is at a strip's picture and under it down. */
static void
strip_lower(struct strip *strip, double by)
{
	double top = strip->area.y;

	for (size_t i = 0; i < strip->ink_count; i++)
		if (strip->inks[i].y >= top)
			strip->inks[i].y += by;
	for (size_t i = 0; i < strip->line_count; i++)
		if (strip->lines[i].y >= top)
			strip->lines[i].y += by;
	for (size_t i = 0; i < strip->link_count; i++)
		if (strip->links[i].box.y >= top)
			strip->links[i].box.y += by;
	strip->area.y += by;
	strip->shape.heights[0] += by;
}

/* Pictures stand level though one caption may be a line longer. */
static void
pictures_level(struct flow *flow, const struct span *spans)
{
	struct strip *strips[COLUMNS_MOST];

	for (size_t i = 0; i < COLUMNS_MOST; i++) {
		const struct strips *column = &flow->party.members[i]->flow;

		if (spans[i].from == spans[i].to ||
		    column->items[spans[i].from].boxed == NULL)
			return;
		strips[i] = &column->items[spans[i].from];
	}
	if (strips[0]->area.y < strips[1]->area.y)
		strip_lower(strips[0], strips[1]->area.y - strips[0]->area.y);
	else
		strip_lower(strips[1], strips[0]->area.y - strips[1]->area.y);
}

static void
block_join(struct flow *flow, const struct span *spans)
{
	struct arena *arena = flow->party.members[0]->scratch;
	size_t lines[COLUMNS_MOST], cuts, joint_count;

	for (size_t i = 0; i < COLUMNS_MOST; i++)
		lines[i] = spans[i].to - spans[i].from;
	cuts = lines[0] < lines[1] ? lines[0] : lines[1];
	if (cuts == 0)
		cuts = lines[0] + lines[1];
	for (size_t cut = 0; cut < cuts; cut++) {
		struct joint joint = {0};
		struct shape shape = {.goes_on = cut > 0};
		size_t *notes = NULL;

		for (size_t i = 0; i < COLUMNS_MOST; i++) {
			joint.spans[i] = (struct span){
			    spans[i].from +
				lines_before_cut(lines[i], cut, cuts),
			    spans[i].from +
				lines_before_cut(lines[i], cut + 1, cuts)};
			shape_add_span(flow, &shape, &notes, i, joint.spans[i]);
		}
		joint_count = flow->count;
		ARENA_PUSH(arena, flow->joints, joint_count, joint);
		ARENA_PUSH(arena, flow->shapes, flow->count, shape);
	}
}

/* A row's head is known by its strip; find the shape that has it. */
static void
heads_find(struct flow *flow)
{
	const struct strips *strips = &flow->party.members[0]->flow;
	size_t shape_number = 0, *numbers;

	numbers = arena_array(flow->party.members[0]->scratch,
			      strips->count + 1, sizeof(*numbers));
	for (size_t i = 0; i < flow->count; i++) {
		const struct span *span = &flow->joints[i].spans[0];

		shape_number++;
		for (size_t j = span->from; j < span->to; j++)
			numbers[j + 1] = shape_number;
		if (span->from < span->to)
			flow->shapes[i].head =
			    numbers[strips->items[span->from].shape.head];
	}
}

static bool
blocks_join(struct flow *flow)
{
	const struct collector *first = flow->party.members[0];
	const struct collector *second = flow->party.members[1];

	if (first->flow.block_count != second->flow.block_count) {
		message_error(second->messages, second->document->root->at,
			      "not the same blocks as %s has",
			      first->document->root->at.file);
		return false;
	}
	for (size_t i = 0; i < first->flow.block_count; i++) {
		const struct span spans[COLUMNS_MOST] = {
		    {first->flow.blocks[i], block_end(&first->flow, i)},
		    {second->flow.blocks[i], block_end(&second->flow, i)},
		};

		pictures_level(flow, spans);
		block_join(flow, spans);
	}
	heads_find(flow);
	return true;
}

/* --- notes --- */

static void
feet_make(struct flow *flow)
{
	struct arena *arena = flow->party.members[0]->scratch;
	size_t count = 0;

	for (size_t i = 0; i < flow->party.count; i++) {
		const struct collector *collector = flow->party.members[i];

		for (size_t j = 0; j < collector->note_count; j++) {
			const struct strips *strips =
			    &collector->notes[j].lines;
			double *lines = arena_array(arena, strips->count,
						    sizeof(*lines));
			struct foot foot = {lines, strips->count, i};

			for (size_t k = 0; k < strips->count; k++)
				lines[k] = strips->items[k].shape.heights[0] +
					   strips_gap(strips, k);
			ARENA_PUSH(arena, flow->feet, count, foot);
		}
	}
}

bool
flow_join(const struct party *party, struct flow *flow)
{
	*flow = (struct flow){.party = *party};
	feet_make(flow);
	if (party->count > 1)
		return blocks_join(flow);
	flow_copy(flow);
	return true;
}
