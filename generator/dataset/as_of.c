/* The data as they were on an earlier day. */
/* SPDX-License-Identifier: MIT */
#include "dataset/dataset.h"

#include "base/arena.h"

/* Entries are reached through their reviews: they stay where they are, those of
 * later reviews too. */
struct dataset *
dataset_as_of(struct arena *arena, const struct dataset *dataset, day date)
{
	struct dataset *made = arena_take(arena, sizeof(*made));

	*made = *dataset;
	made->reviews = arena_array(arena, dataset->review_count,
				    sizeof(*made->reviews));
	made->review_count = 0;
	for (size_t i = 0; i < dataset->review_count; i++)
		if (dataset->reviews[i].completed <= date)
			made->reviews[made->review_count++] =
			    dataset->reviews[i];
	return made;
}
