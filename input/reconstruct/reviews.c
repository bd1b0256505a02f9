/* Draw which State is reviewed when: a date each, then a State free for it. */
/* SPDX-License-Identifier: MIT */
#include "reviews.h"

#include "base/arena.h"
#include "random.h"

#include <stdlib.h>

enum {
	CYCLES_GAP = 365 /* [days] between two reviews of one State */
};

struct draw {
	struct arena *arena;
	struct messages *messages;
	struct random *random;
	const struct plan *plan;
	serial *completed; /* by cycle and State; 0: not yet */
	struct review *reviews;
	size_t count;
};

static serial *
completed_of(const struct draw *draw, int cycle, int state)
{
	return &draw->completed[(cycle - 1) * draw->plan->state_count + state];
}

static bool
state_is_free(const struct draw *draw, int cycle, int state, serial day)
{
	serial before;

	if (*completed_of(draw, cycle, state) != 0)
		return false;
	if (cycle == 1)
		return true;
	before = *completed_of(draw, cycle - 1, state);
	return before != 0 && before + CYCLES_GAP <= day;
}

/* Any State of the region that is free for a review on that day, or NONE. */
static int
state_draw(struct draw *draw, const struct batch *batch, serial day)
{
	const struct region *region = &draw->plan->regions[batch->region];
	int found = NONE;
	size_t seen = 0;

	for (int i = region->first; i < region->first + region->states; i++)
		if (state_is_free(draw, batch->cycle, i, day) &&
		    random_below(draw->random, ++seen) == 0)
			found = i;
	return found;
}

static int
compare_days(const void *a, const void *b)
{
	return *(const serial *)a - *(const serial *)b;
}

/* The batch's dates, earliest first: it has the fewest States to choose from.
 */
static serial *
days_draw(struct draw *draw, const struct batch *batch)
{
	serial *days = arena_array(draw->arena, (size_t)batch->reviews + 1,
				   sizeof(*days));

	for (int i = 0; i < batch->reviews; i++)
		days[i] = serial_draw(draw->random, batch->from, batch->to);
	qsort(days, (size_t)batch->reviews, sizeof(*days), compare_days);
	return days;
}

/* A few States with many entries, many with few. */
static int
weight_draw(struct random *random)
{
	static const int weights[] = {1, 1, 2, 2, 3, 3, 4, 5, 7, 10};

	return weights[random_below(random, COUNT(weights))];
}

static bool
batch_draw(struct draw *draw, const struct batch *batch)
{
	serial *days = days_draw(draw, batch);
	int needing = batch->needing;

	for (int i = 0; i < batch->reviews; i++) {
		struct review review = {.region = batch->region,
					.cycle = batch->cycle,
					.completed = days[i]};
		size_t left = (size_t)(batch->reviews - i);

		review.state = state_draw(draw, batch, days[i]);
		if (review.state == NONE) {
			message_error(draw->messages, batch->at,
				      "only %d States are free", i);
			return false;
		}
		review.weight = weight_draw(draw->random);
		if (random_below(draw->random, left) < (size_t)needing) {
			review.is_needing = true;
			needing--;
		}
		*completed_of(draw, batch->cycle, review.state) = days[i];
		ARENA_PUSH(draw->arena, draw->reviews, draw->count, review);
	}
	return true;
}

static int
compare_reviews(const void *a, const void *b)
{
	const struct review *left = a, *right = b;

	if (left->cycle != right->cycle)
		return left->cycle - right->cycle;
	return left->state - right->state;
}

struct review *
reviews_draw(struct arena *arena, struct messages *messages,
	     struct random *random, const struct plan *plan, size_t *count)
{
	struct draw draw = {arena, messages, random, plan, NULL, NULL, 0};

	draw.completed = arena_array(
	    arena, (size_t)plan->cycle_count * (size_t)plan->state_count,
	    sizeof(*draw.completed));
	for (int cycle = 1; cycle <= plan->cycle_count; cycle++)
		for (size_t i = 0; i < plan->batch_count; i++)
			if (plan->batches[i].cycle == cycle &&
			    !batch_draw(&draw, &plan->batches[i]))
				return NULL;
	if (draw.count > 0)
		qsort(draw.reviews, draw.count, sizeof(*draw.reviews),
		      compare_reviews);
	*count = draw.count;
	return draw.reviews;
}
