/* Weigh where a page may end. */
/* SPDX-License-Identifier: MIT */
#include "layout/fill.h"

#include <math.h>

/* The lines of the column's last note that stay: all if they fit, else so many
 * that enough are left for the next page. */
static size_t
last_note_lines(const struct breaker *breaker, const struct filling *page,
		const struct foot *foot)
{
	double over = greatest(page->bottoms) + breaker->rules->foot_head +
		      page->feet[foot->column] - page->room;
	size_t lines = foot->count;

	while (over > FILL_TOLERANCE && lines > least_lines(breaker, foot))
		over -= foot->lines[--lines];
	if (lines < foot->count && foot->count - lines < breaker->rules->least)
		lines = foot->count - breaker->rules->least;
	return lines;
}

struct ending
ending_at(const struct breaker *breaker, const struct filling *page,
	  size_t next)
{
	const struct break_rules *rules = breaker->rules;
	struct ending ending = {
	    .rest = page->rest,
	    .count = page->count,
	    .note_count = page->note_count,
	    .stretch = page->stretch,
	};
	double feet[COLUMNS_MOST], over = 0;
	bool has_waiting = page->rest.wait_from < page->rest.wait_to;

	ending.rest.next = next;
	for (size_t i = 0; i < COLUMNS_MOST; i++) {
		struct foot_part *part = &ending.rest.carried[i];
		size_t number;
		const struct foot *foot = last_note(
		    breaker, page->notes, page->note_count, i, &number);
		double height;

		feet[i] = page->feet[i];
		if (foot == NULL)
			continue;
		*part = (struct foot_part){
		    .note = number,
		    .from = last_note_lines(breaker, page, foot),
		    .to = foot->count};
		height = foot_height(foot, part->from, part->to);
		feet[i] -= height;
		over = fmax(over, height);
	}
	ending.white = page->room - greatest(page->bottoms) -
		       feet_with_head(breaker, feet);
	ending.cost = fmax(ending.white - page->stretch, 0);
	if (page->count > 0)
		ending.cost +=
		    breaker->shapes[page->items[page->count - 1]].penalty;
	if (has_waiting)
		ending.cost += rules->wait_cost;
	if (page->passes_heading)
		ending.cost += rules->pass_cost;
	if (next == breaker->count && !has_waiting)
		ending.cost = 0;
	/* The more of a note goes over, the worse. */
	if (over > 0)
		ending.cost += rules->split_cost + over / 2;
	return ending;
}
