/* The keys that a counting call goes by, and where each stands. */
/* SPDX-License-Identifier: MIT */
#include "measure/axis.h"

#include "base/arena.h"

#include <limits.h>
#include <stdlib.h>

int
axis_year(day completed)
{
	return completed / 10000;
}

int
axis_provision(const struct entry *entry)
{
	if (entry->article == NONE || entry->paragraph == 0)
		return NONE;
	return provision_key(
	    (struct provision){entry->article, entry->paragraph});
}

bool
axis_takes_entry(enum dimension dimension, const struct entry *entry)
{
	switch (dimension) {
	case DIMENSION_ARTICLE:
		return entry->article != NONE;
	case DIMENSION_CATEGORY:
		return entry->category != NONE;
	case DIMENSION_TOPIC:
		return entry->topics != 0;
	case DIMENSION_PROVISION:
		return axis_provision(entry) != NONE;
	case DIMENSION_CHAPTER:
	case DIMENSION_REGION:
	case DIMENSION_STATE:
	case DIMENSION_CYCLE:
	case DIMENSION_YEAR:
		return true;
	case DIMENSIONS:
		break;
	}
	abort();
}

int
axis_index(const struct axis *axis, int key)
{
	if (key < axis->first || key >= axis->end)
		return NONE;
	return axis->place[key - axis->first];
}

static void
axis_open(struct axis *axis, int key)
{
	axis->place[key - axis->first] = (int)axis->count;
	axis->keys[axis->count++] = key;
}

static void
axis_reserve(struct arena *arena, struct axis *axis, int first, int end)
{
	size_t most = (size_t)(end - first);

	axis->first = first;
	axis->end = end;
	axis->keys = arena_array(arena, most, sizeof(int));
	axis->place = arena_array(arena, most, sizeof(int));
	for (size_t i = 0; i < most; i++)
		axis->place[i] = NONE;
}

/* The years of the reviews admitted, without a gap. */
static void
axis_open_years(struct arena *arena, const struct tally *tally,
		const struct dataset *dataset, struct axis *axis)
{
	int first = INT_MAX, end = 0;

	for (size_t i = 0; i < dataset->review_count; i++) {
		int year = axis_year(dataset->reviews[i].completed);

		if (!filters_admit_review(&tally->filters,
					  &dataset->reviews[i]))
			continue;
		first = year < first ? year : first;
		end = year + 1 > end ? year + 1 : end;
	}
	if (end == 0)
		first = 0;
	axis_reserve(arena, axis, first, end);
	for (int year = first; year < end; year++)
		axis_open(axis, year);
}

/* The States with a review admitted, or with none asked for, all admitted. */
static void
axis_open_states(struct arena *arena, const struct tally *tally,
		 const struct dataset *dataset, struct axis *axis)
{
	struct key_set seen = key_set_new(arena, dataset->state_count);

	if (tally->verb == TALLY_STATES)
		seen = tally->filters.keys[DIMENSION_STATE];
	for (size_t i = 0;
	     i < dataset->review_count && tally->verb != TALLY_STATES; i++)
		if (filters_admit_review(&tally->filters, &dataset->reviews[i]))
			key_set_add(&seen, (size_t)dataset->reviews[i].state);
	axis_reserve(arena, axis, 0, (int)dataset->state_count);
	for (size_t i = 0; i < dataset->state_count; i++)
		if (key_set_has(&seen, i))
			axis_open(axis, (int)i);
}

/* What any entry names of an article admitted, whatever its kind, its review
 * or its category: so that series over the same articles have the same keys. */
static void
provisions_see(const struct dataset *dataset, const struct key_set *articles,
	       struct key_set *seen)
{
	for (size_t i = 0; i < dataset->review_count; i++) {
		const struct review *review = &dataset->reviews[i];

		for (uint32_t k = 0; k < review->entry_count; k++) {
			const struct entry *entry = entry_at(
			    dataset, review->first_entry + k);
			int key = axis_provision(entry);

			if (key != NONE &&
			    key_set_has(articles, (size_t)entry->article))
				key_set_add(seen, (size_t)key);
		}
	}
}

/* The provisions asked for, or those that stand in the data. */
static void
axis_open_provisions(struct arena *arena, const struct tally *tally,
		     const struct dataset *dataset, struct axis *axis)
{
	const struct filters *filters = &tally->filters;
	size_t count = dataset->article_count * PARAGRAPHS;
	struct key_set seen = key_set_new(arena, count);

	for (size_t i = 0; i < filters->provision_count; i++)
		key_set_add(&seen,
			    (size_t)provision_key(filters->provisions[i]));
	if (!filters->given[FILTER_PROVISION])
		provisions_see(dataset, &filters->keys[DIMENSION_ARTICLE],
			       &seen);
	axis_reserve(arena, axis, 0, (int)count);
	for (size_t i = 0; i < count; i++)
		if (key_set_has(&seen, i))
			axis_open(axis, (int)i);
}

static void
axis_open_terms(struct arena *arena, const struct tally *tally,
		const struct dataset *dataset, struct axis *axis)
{
	size_t count = dimension_count(dataset, axis->dimension);

	axis_reserve(arena, axis, 0, (int)count);
	for (size_t i = 0; i < count; i++)
		if (key_set_has(&tally->filters.keys[axis->dimension], i))
			axis_open(axis, (int)i);
}

void
axis_of_keys(struct arena *arena, const struct tally *tally,
	     const struct dataset *dataset, struct axis *axis,
	     enum dimension dimension)
{
	axis->dimension = dimension;
	if (dimension == DIMENSIONS) {
		axis_reserve(arena, axis, 0, 1);
		axis_open(axis, 0);
	} else if (dimension == DIMENSION_YEAR) {
		axis_open_years(arena, tally, dataset, axis);
	} else if (dimension == DIMENSION_STATE) {
		axis_open_states(arena, tally, dataset, axis);
	} else if (dimension == DIMENSION_PROVISION) {
		axis_open_provisions(arena, tally, dataset, axis);
	} else {
		axis_open_terms(arena, tally, dataset, axis);
	}
}
