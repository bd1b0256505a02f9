/* Break strips into pages: of all ways to end them, the one of least white. */
/* SPDX-License-Identifier: MIT */
#include "layout/break.h"

#include "base/arena.h"
#include "layout/fill.h"

#include <assert.h>
#include <math.h>

enum {
	/* Ways that are followed from page to page: those beyond are dearer,
	 * and in practice within a line of one that is kept. */
	WAYS_MOST = 48
};

/* A way to end the pages up to one of them. */
struct way {
	const struct way *before; /* NULL at the first page */
	struct ending ending;	  /* of the last of them */
	double cost;
};

struct ways {
	struct way *items;
	size_t count;
};

double
shape_gap(const struct shape *upper, const struct shape *lower)
{
	return upper->below > lower->above ? upper->below : lower->above;
}

double
shape_height(const struct shape *shape)
{
	return greatest(shape->heights);
}

double
stretch_share(double white, double stretch)
{
	double share;

	if (white <= 0 || stretch <= 0)
		return 0;
	share = white / stretch;
	if (share > 2 * STRETCH_MOST)
		return 0;
	return fmin(share, STRETCH_MOST);
}

bool
state_is_done(const struct breaker *breaker, const struct state *state)
{
	bool has_carried = false;

	for (size_t i = 0; i < COLUMNS_MOST; i++)
		has_carried |= !part_is_empty(&state->carried[i]);
	return state->next == breaker->count &&
	       state->wait_from == state->wait_to && !has_carried;
}

static double
room_of(const struct breaker *breaker, size_t page)
{
	return page == 0 ? breaker->rules->first_room : breaker->rules->room;
}

/* What a way leaves to the next page; all, if there is no page yet. */
static const struct state *
state_of(const struct way *way)
{
	static const struct state start = {0};

	return way == NULL ? &start : &way->ending.rest;
}

/* White that stretching does not fill, squared, for one great hole is worse
 * than two small ones; and what facing pages differ by. */
static double
way_cost(const struct way *before, const struct ending *ending, size_t index,
	 bool is_last)
{
	double cost = ending->cost * ending->cost;
	double here = fmax(ending->white - ending->stretch, 0), there;

	if (before == NULL)
		return cost;
	if (index % 2 == 0 && !is_last) {
		there = fmax(before->ending.white - before->ending.stretch, 0);
		cost += (here - there) * (here - there) / 2;
	}
	return before->cost + cost;
}

static bool
states_are_equal(const struct state *a, const struct state *b)
{
	if (a->next != b->next || a->wait_from != b->wait_from ||
	    a->wait_to != b->wait_to)
		return false;
	for (size_t i = 0; i < COLUMNS_MOST; i++)
		if (part_is_empty(&a->carried[i]) !=
			part_is_empty(&b->carried[i]) ||
		    (!part_is_empty(&a->carried[i]) &&
		     (a->carried[i].note != b->carried[i].note ||
		      a->carried[i].from != b->carried[i].from)))
			return false;
	return true;
}

/* The cheapest first; of two as cheap, the one that got further. */
static int
way_compare(const struct way *a, const struct way *b)
{
	const struct state *x = &a->ending.rest, *y = &b->ending.rest;

	if (a->cost < b->cost || a->cost > b->cost)
		return a->cost < b->cost ? -1 : 1;
	if (x->next != y->next)
		return x->next > y->next ? -1 : 1;
	return (x->wait_from < y->wait_from) - (x->wait_from > y->wait_from);
}

/* Keep the cheapest way to each state, and of those the cheapest, in their
 * order; of two that are alike the first. */
static void
ways_keep(struct ways *ways, const struct way *way)
{
	struct way *items = ways->items;
	size_t at = 0;

	while (at < ways->count &&
	       !states_are_equal(&way->ending.rest, &items[at].ending.rest))
		at++;
	if (at == WAYS_MOST)
		at--;
	if (at < ways->count && way_compare(way, &items[at]) >= 0)
		return;
	if (at == ways->count)
		ways->count++;
	for (; at > 0 && way_compare(way, &items[at - 1]) < 0; at--)
		items[at] = items[at - 1];
	items[at] = *way;
}

static void
way_extend(struct breaker *breaker, const struct way *before, size_t index,
	   struct ways *found)
{
	struct endings endings = {0};
	struct filling page;

	filling_begin(breaker, state_of(before), room_of(breaker, index),
		      &page);
	page_fill(breaker, &page, &endings);
	if (endings.count == 0) {
		ARENA_PUSH(breaker->arena, endings.items, endings.count,
			   page_force(breaker, &page));
	}
	for (size_t i = 0; i < endings.count; i++) {
		struct way way = {.before = before, .ending = endings.items[i]};

		way.cost = way_cost(before, &way.ending, index,
				    state_is_done(breaker, &way.ending.rest));
		ways_keep(found, &way);
	}
}

/* Page by page, all ways at once: the first number of pages that holds
 * everything is the one; of its ways, the cheapest. */
static const struct way *
way_find(struct breaker *breaker, struct arena *arena, size_t *page_count)
{
	struct ways ways = {0};

	for (*page_count = 0;; ++*page_count) {
		struct arena *scratch = arena_new();
		struct ways found = {
		    arena_room(arena, WAYS_MOST, sizeof(*found.items)), 0};
		const struct way *best = NULL;

		breaker->arena = scratch;
		if (*page_count == 0)
			way_extend(breaker, NULL, 0, &found);
		for (size_t i = 0; i < ways.count; i++)
			way_extend(breaker, &ways.items[i], *page_count,
				   &found);
		ways = found;
		arena_free(scratch);
		for (size_t i = ways.count; i-- > 0;)
			if (state_is_done(breaker, &ways.items[i].ending.rest))
				best = &ways.items[i];
		if (best != NULL) {
			++*page_count;
			return best;
		}
	}
}

static void
floats_find(struct breaker *breaker)
{
	for (size_t i = 0; i < breaker->count; i++)
		if (breaker->shapes[i].is_float)
			ARENA_PUSH(breaker->arena, breaker->floats,
				   breaker->float_count, i);
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
	const struct way *way;
	struct page_plan *plans;

	assert(rules->least > 0);
	floats_find(&breaker);
	way = way_find(&breaker, arena, page_count);
	plans = arena_array(arena, *page_count, sizeof(*plans));
	breaker.arena = arena;
	for (size_t i = *page_count; i-- > 0; way = way->before)
		page_lay(&breaker, state_of(way->before), room_of(&breaker, i),
			 &way->ending, &plans[i]);
	return plans;
}
