/* Count what entries say over a set of reviews, once for each set. */
/* SPDX-License-Identifier: MIT */
#include "measure/spread.h"

#include "base/arena.h"

#include <string.h>

enum {
	SPREADS_MOST = 64 /* kept; further ones take the oldest's place */
};

struct spreads {
	struct arena *arena;
	const struct dataset *dataset;
	struct spread items[SPREADS_MOST];
	size_t count; /* made so far */
	uint32_t *by_state;
	uint64_t *set; /* of the reviews that are looked for */
	size_t words;  /* of a set */
};

/* Counting sort: linear, and stable within a State. */
static uint32_t *
reviews_by_state(struct arena *arena, const struct dataset *dataset)
{
	uint32_t *order = arena_array(arena, dataset->review_count,
				      sizeof(*order));
	size_t *from = arena_array(arena, dataset->state_count + 1,
				   sizeof(*from));

	for (size_t i = 0; i < dataset->review_count; i++)
		from[dataset->reviews[i].state + 1]++;
	for (size_t i = 0; i < dataset->state_count; i++)
		from[i + 1] += from[i];
	for (size_t i = 0; i < dataset->review_count; i++)
		order[from[dataset->reviews[i].state]++] = (uint32_t)i;
	return order;
}

struct spreads *
spreads_new(struct arena *arena, const struct dataset *dataset)
{
	struct spreads *spreads = arena_take(arena, sizeof(*spreads));

	spreads->arena = arena;
	spreads->dataset = dataset;
	spreads->by_state = reviews_by_state(arena, dataset);
	spreads->words = dataset->review_count / 64 + 1;
	spreads->set = arena_array(arena, spreads->words,
				   sizeof(*spreads->set));
	return spreads;
}

const uint32_t *
spreads_by_state(const struct spreads *spreads)
{
	return spreads->by_state;
}

static void
set_fill(struct spreads *spreads, const struct filters *filters)
{
	const struct dataset *dataset = spreads->dataset;

	memset(spreads->set, 0, spreads->words * sizeof(*spreads->set));
	for (size_t i = 0; i < dataset->review_count; i++)
		if (filters_admit_review(filters, &dataset->reviews[i]))
			spreads->set[i / 64] |= UINT64_C(1) << i % 64;
}

static void
review_count(const struct dataset *dataset, const struct review *review,
	     uint32_t *counts)
{
	for (uint32_t i = 0; i < review->entry_count; i++)
		counts[entry_saying(dataset, review->first_entry + i)]++;
}

static struct spread *
spread_make(struct spreads *spreads)
{
	const struct dataset *dataset = spreads->dataset;
	struct spread *spread = &spreads->items[spreads->count % SPREADS_MOST];

	if (spreads->count++ < SPREADS_MOST) {
		spread->reviews = arena_array(spreads->arena, spreads->words,
					      sizeof(*spread->reviews));
		spread->counts = arena_array(spreads->arena,
					     dataset->saying_count,
					     sizeof(*spread->counts));
	}
	memcpy(spread->reviews, spreads->set,
	       spreads->words * sizeof(*spreads->set));
	memset(spread->counts, 0,
	       dataset->saying_count * sizeof(*spread->counts));
	for (size_t i = 0; i < dataset->review_count; i++)
		if (spread_has(spread, i))
			review_count(dataset, &dataset->reviews[i],
				     spread->counts);
	return spread;
}

const struct spread *
spread_find(struct spreads *spreads, const struct filters *filters)
{
	size_t kept = spreads->count < SPREADS_MOST ? spreads->count
						    : SPREADS_MOST;

	set_fill(spreads, filters);
	for (size_t i = 0; i < kept; i++)
		if (memcmp(spreads->items[i].reviews, spreads->set,
			   spreads->words * sizeof(*spreads->set)) == 0)
			return &spreads->items[i];
	return spread_make(spreads);
}
