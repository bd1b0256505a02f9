/* Break strips into pages: on each, the end that costs the least white. */
/* SPDX-License-Identifier: MIT */
#include "layout/break.h"

#include "base/arena.h"
#include "layout/fill.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>

static void
strips_place(struct breaker *breaker, const struct filling *page,
	     const struct ending *ending, double share, struct page_plan *plan)
{
	double y = 0;

	for (size_t i = 0; i < ending->count; i++) {
		size_t strip = page->items[i];
		const struct shape *shape = &breaker->shapes[strip];
		struct placed placed = {.strip = strip};

		if (i > 0)
			y += shape_gap(&breaker->shapes[page->items[i - 1]],
				       shape) +
			     share * shape->stretch;
		if (repeats_head(breaker, page, i, strip)) {
			struct placed head = {shape->head - 1, y, true};

			ARENA_PUSH(breaker->arena, plan->items, plan->count,
				   head);
			y += breaker->shapes[head.strip].height;
		}
		placed.y = y;
		ARENA_PUSH(breaker->arena, plan->items, plan->count, placed);
		y += shape->height;
	}
}

static int
foot_part_compare(const void *a, const void *b)
{
	const struct foot_part *left = a, *right = b;

	return (left->note > right->note) - (left->note < right->note);
}

/* Notes stand at the foot, in their order; the last may run on. */
static double
feet_place(struct breaker *breaker, const struct filling *page,
	   const struct ending *ending, struct page_plan *plan)
{
	double height = 0, y;

	for (size_t i = 0; i < ending->note_count; i++) {
		size_t note = page->notes[i];
		struct foot_part part = {.note = note,
					 .to = breaker->notes[note].count};

		if (i + 1 == ending->note_count &&
		    ending->last_lines < part.to) {
			breaker->carried = part;
			breaker->carried.from = ending->last_lines;
			part.to = ending->last_lines;
		}
		ARENA_PUSH(breaker->arena, plan->feet, plan->foot_count, part);
	}
	if (plan->foot_count == 0)
		return 0;
	qsort(plan->feet, plan->foot_count, sizeof(*plan->feet),
	      foot_part_compare);
	for (size_t i = 0; i < plan->foot_count; i++)
		height += foot_height(&breaker->notes[plan->feet[i].note],
				      plan->feet[i].from, plan->feet[i].to);
	height += (double)(plan->foot_count - 1) * breaker->rules->foot_gap +
		  breaker->rules->foot_head;
	plan->rule_y = page->room - height;
	y = plan->rule_y + breaker->rules->foot_head;
	for (size_t i = 0; i < plan->foot_count; i++) {
		struct foot_part *part = &plan->feet[i];

		part->y = y;
		y += foot_height(&breaker->notes[part->note], part->from,
				 part->to) +
		     breaker->rules->foot_gap;
	}
	return height;
}

double
shape_gap(const struct shape *upper, const struct shape *lower)
{
	return fmax(upper->below, lower->above);
}

double
stretch_share(double white, double stretch)
{
	if (white <= 0 || stretch <= 0 || white > stretch)
		return 0;
	return white / stretch;
}

static bool
is_done(const struct breaker *breaker)
{
	return breaker->next == breaker->count && breaker->waiting_count == 0 &&
	       !has_carried(breaker);
}

static void
page_break(struct breaker *breaker, double room, struct page_plan *plan)
{
	struct filling page = {.room = room};
	struct ending ending;
	double feet, share = 0;

	if (has_carried(breaker)) {
		struct foot_part part;

		carried_begin(breaker, &page, &part);
		ARENA_PUSH(breaker->arena, plan->feet, plan->foot_count, part);
	}
	waiting_begin(breaker, &page);
	ending = page_fill(breaker, &page);
	if (ending.cost >= DBL_MAX && breaker->next < breaker->count &&
	    (page.count > 0 || page.feet <= 0))
		ending = page_force(breaker, &page);
	feet = feet_place(breaker, &page, &ending, plan);
	breaker->waiting = page.waiting;
	breaker->waiting_count = ending.waiting_count;
	breaker->next = ending.next;
	if (!is_done(breaker))
		share = stretch_share(room - ending.body - feet,
				      ending.stretch);
	strips_place(breaker, &page, &ending, share, plan);
}

struct page_plan *
pages_break(struct arena *arena, const struct shape *shapes, size_t count,
	    const struct foot *notes, const struct break_rules *rules,
	    size_t *page_count)
{
	struct breaker breaker = {
	    .arena = arena,
	    .shapes = shapes,
	    .count = count,
	    .notes = notes,
	    .rules = rules,
	};
	struct page_plan *plans = NULL;

	assert(rules->least > 0);
	*page_count = 0;
	do {
		struct page_plan plan = {0};

		page_break(&breaker,
			   *page_count == 0 ? rules->first_room : rules->room,
			   &plan);
		ARENA_PUSH(arena, plans, *page_count, plan);
	} while (!is_done(&breaker));
	return plans;
}
