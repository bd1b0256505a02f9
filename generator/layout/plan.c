/* From a page's ending to the places of its strips and notes. */
/* SPDX-License-Identifier: MIT */
#include "layout/fill.h"

#include "base/arena.h"

#include <stdlib.h>

static void
strips_place(struct breaker *breaker, const struct filling *page,
	     const struct ending *ending, double share, struct page_plan *plan)
{
	double bottoms[COLUMNS_MOST] = {0};

	for (size_t i = 0; i < ending->count; i++) {
		size_t strip = page->items[i];
		const struct shape *shape = &breaker->shapes[strip];
		const struct shape *upper =
		    i == 0 ? NULL : &breaker->shapes[page->items[i - 1]];
		struct placed placed = {.strip = strip};
		struct shape joined = shape_on_page(breaker, page, i, strip);

		shape_place(&joined, upper, i == 0 ? 0 : share * shape->stretch,
			    bottoms, placed.y);
		if (shape_height(&joined) > shape_height(shape)) {
			struct placed head = placed;

			head.strip = shape->head - 1;
			head.is_repetition = true;
			ARENA_PUSH(breaker->arena, plan->items, plan->count,
				   head);
		}
		for (size_t j = 0; j < COLUMNS_MOST; j++)
			placed.y[j] += joined.heights[j] - shape->heights[j];
		ARENA_PUSH(breaker->arena, plan->items, plan->count, placed);
	}
}

static int
foot_part_compare(const void *a, const void *b)
{
	const struct foot_part *left = a, *right = b;

	return (left->note > right->note) - (left->note < right->note);
}

/* The parts of notes that stand on the page, in the notes' order. */
static void
feet_collect(struct breaker *breaker, const struct filling *page,
	     const struct ending *ending, struct page_plan *plan)
{
	for (size_t i = 0; i < COLUMNS_MOST; i++)
		if (!part_is_empty(&page->begun[i]))
			ARENA_PUSH(breaker->arena, plan->feet, plan->foot_count,
				   page->begun[i]);
	for (size_t i = 0; i < ending->note_count; i++) {
		const struct foot *foot = &breaker->notes[page->notes[i]];
		const struct foot_part *rest =
		    &ending->rest.carried[foot->column];
		struct foot_part part = {.note = page->notes[i],
					 .to = foot->count};

		if (!part_is_empty(rest) && rest->note == part.note)
			part.to = rest->from;
		ARENA_PUSH(breaker->arena, plan->feet, plan->foot_count, part);
	}
	if (plan->foot_count > 0)
		qsort(plan->feet, plan->foot_count, sizeof(*plan->feet),
		      foot_part_compare);
}

/* Notes stand at the foot, those of all columns from the same level. */
static void
feet_place(struct breaker *breaker, const struct filling *page,
	   struct page_plan *plan)
{
	double heights[COLUMNS_MOST] = {0}, y[COLUMNS_MOST];

	for (size_t i = 0; i < plan->foot_count; i++) {
		struct foot_part *part = &plan->feet[i];
		const struct foot *foot = &breaker->notes[part->note];

		if (heights[foot->column] > 0)
			heights[foot->column] += breaker->rules->foot_gap;
		part->y = heights[foot->column];
		heights[foot->column] += foot_height(foot, part->from,
						     part->to);
	}
	plan->rule_y = page->room - feet_with_head(breaker, heights);
	for (size_t i = 0; i < COLUMNS_MOST; i++)
		y[i] = plan->rule_y + breaker->rules->foot_head;
	for (size_t i = 0; i < plan->foot_count; i++)
		plan->feet[i].y += y[breaker->notes[plan->feet[i].note].column];
}

void
page_lay(struct breaker *breaker, const struct state *before, double room,
	 const struct ending *ending, struct page_plan *plan)
{
	struct endings endings = {0};
	struct filling page;
	double share = 0;

	filling_begin(breaker, before, room, &page);
	page_fill(breaker, &page, &endings);
	if (endings.count == 0)
		page_force(breaker, &page);
	feet_collect(breaker, &page, ending, plan);
	feet_place(breaker, &page, plan);
	if (!state_is_done(breaker, &ending->rest))
		share = stretch_share(ending->white, ending->stretch);
	strips_place(breaker, &page, ending, share, plan);
}
