/* The data as they were on an earlier day. */
/* SPDX-License-Identifier: MIT */
#include "dataset/dataset.h"

#include "base/arena.h"

#include <string.h>

static void
review_take(struct dataset *to, const struct dataset *from,
	    const struct review *review)
{
	struct review *taken = &to->reviews[to->review_count];
	struct entry *entries = &to->entries[to->entry_count];

	*taken = *review;
	taken->first_entry = (uint32_t)to->entry_count;
	for (uint32_t i = 0; i < review->entry_count; i++) {
		entries[i] = from->entries[review->first_entry + i];
		entries[i].review = (uint32_t)to->review_count;
	}
	to->entry_count += review->entry_count;
	to->review_count++;
}

struct dataset *
dataset_as_of(struct arena *arena, const struct dataset *dataset, day date)
{
	struct dataset *made = arena_take(arena, sizeof(*made));

	*made = *dataset;
	made->reviews = arena_array(arena, dataset->review_count,
				    sizeof(*made->reviews));
	made->entries = arena_array(arena, dataset->entry_count,
				    sizeof(*made->entries));
	made->review_count = 0;
	made->entry_count = 0;
	for (size_t i = 0; i < dataset->review_count; i++)
		if (dataset->reviews[i].completed <= date)
			review_take(made, dataset, &dataset->reviews[i]);
	return made;
}
