/* One counting call over the dataset's flat arrays. */
/* SPDX-License-Identifier: MIT */
#include "measure/tally.h"

#include "base/arena.h"

#include <limits.h>
#include <stdlib.h>

/* Counters by key. Reviews come in the order of their States, so a State was
 * counted under a key if it was the last one there: distinct States cost one
 * number a key. */
struct counters {
	const struct tally *tally;
	const struct dataset *dataset;
	struct row *rows;
	size_t count;
	int *row_of; /* by key, less the first: index of its row or NONE */
	int first;   /* key */
	int end;     /* key behind the last */
	int *last;   /* by row: State counted last, or NONE */
};

static int
year_of(day completed)
{
	return completed / 10000;
}

/* Counting sort: linear, and stable within a State. */
uint32_t *
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

/* Make the row of one key. */
static void
counters_open(struct counters *counters, int key)
{
	counters->row_of[key - counters->first] = (int)counters->count;
	counters->rows[counters->count].key = key;
	counters->last[counters->count++] = NONE;
}

static void
counters_reserve(struct arena *arena, struct counters *counters, int first,
		 int end)
{
	size_t most = (size_t)(end - first);

	counters->first = first;
	counters->end = end;
	counters->rows = arena_array(arena, most, sizeof(*counters->rows));
	counters->row_of = arena_array(arena, most, sizeof(int));
	counters->last = arena_array(arena, most, sizeof(int));
	for (size_t i = 0; i < most; i++)
		counters->row_of[i] = NONE;
}

/* The years of the reviews admitted, without a gap. */
static void
counters_open_years(struct arena *arena, struct counters *counters)
{
	const struct dataset *dataset = counters->dataset;
	int first = INT_MAX, end = 0;

	for (size_t i = 0; i < dataset->review_count; i++) {
		int year = year_of(dataset->reviews[i].completed);

		if (!filters_admit_review(&counters->tally->filters,
					  &dataset->reviews[i]))
			continue;
		first = year < first ? year : first;
		end = year + 1 > end ? year + 1 : end;
	}
	if (end == 0)
		first = 0;
	counters_reserve(arena, counters, first, end);
	for (int year = first; year < end; year++)
		counters_open(counters, year);
}

/* The States with a review admitted, or with none asked for, all admitted. */
static void
counters_open_states(struct arena *arena, struct counters *counters)
{
	const struct dataset *dataset = counters->dataset;
	const struct tally *tally = counters->tally;
	struct key_set seen = key_set_new(arena, dataset->state_count);

	if (tally->verb == TALLY_STATES)
		seen = tally->filters.keys[DIMENSION_STATE];
	for (size_t i = 0;
	     i < dataset->review_count && tally->verb != TALLY_STATES; i++)
		if (filters_admit_review(&tally->filters, &dataset->reviews[i]))
			key_set_add(&seen, (size_t)dataset->reviews[i].state);
	counters_reserve(arena, counters, 0, (int)dataset->state_count);
	for (size_t i = 0; i < dataset->state_count; i++)
		if (key_set_has(&seen, i))
			counters_open(counters, (int)i);
}

static void
counters_open_terms(struct arena *arena, struct counters *counters)
{
	enum dimension dimension = counters->tally->dimension;
	size_t count = dimension_count(counters->dataset, dimension);

	counters_reserve(arena, counters, 0, (int)count);
	for (size_t i = 0; i < count; i++)
		if (key_set_has(&counters->tally->filters.keys[dimension], i))
			counters_open(counters, (int)i);
}

static void
counters_open_all(struct arena *arena, struct counters *counters)
{
	if (!counters->tally->is_series) {
		counters_reserve(arena, counters, 0, 1);
		counters_open(counters, 0);
	} else if (counters->tally->dimension == DIMENSION_YEAR) {
		counters_open_years(arena, counters);
	} else if (counters->tally->dimension == DIMENSION_STATE) {
		counters_open_states(arena, counters);
	} else {
		counters_open_terms(arena, counters);
	}
}

static void
counters_bump(struct counters *counters, int key, int state)
{
	int row;

	if (key < counters->first || key >= counters->end)
		return;
	row = counters->row_of[key - counters->first];
	if (row == NONE)
		return;
	if (counters->tally->verb == TALLY_STATES_WITH &&
	    counters->last[row] == state)
		return;
	counters->last[row] = state;
	counters->rows[row].number++;
}

/* The key of a State or a review; 0 if there is no dimension. */
static int
review_key(const struct counters *counters, const struct review *review)
{
	const struct tally *tally = counters->tally;

	if (!tally->is_series)
		return 0;
	switch (tally->dimension) {
	case DIMENSION_REGION:
		return counters->dataset->states[review->state].region;
	case DIMENSION_STATE:
		return review->state;
	case DIMENSION_CYCLE:
		return review->cycle;
	case DIMENSION_YEAR:
		return year_of(review->completed);
	case DIMENSION_ARTICLE:
	case DIMENSION_CHAPTER:
	case DIMENSION_CATEGORY:
	case DIMENSION_TOPIC:
	case DIMENSIONS:
		break;
	}
	return NONE;
}

/* An entry counts once under each of its topics. */
static void
bump_topics(struct counters *counters, const struct entry *entry, int state)
{
	for (int topic = 0; topic < 64; topic++)
		if ((entry->topics >> topic & 1) != 0)
			counters_bump(counters, topic, state);
}

static void
bump_entry(struct counters *counters, const struct entry *entry,
	   const struct review *review)
{
	const struct tally *tally = counters->tally;

	if (tally->is_series && tally->dimension == DIMENSION_ARTICLE)
		counters_bump(counters, entry->article, review->state);
	else if (tally->is_series && tally->dimension == DIMENSION_CHAPTER)
		counters_bump(counters, entry->chapter, review->state);
	else if (tally->is_series && tally->dimension == DIMENSION_CATEGORY)
		counters_bump(counters, entry->category, review->state);
	else if (tally->is_series && tally->dimension == DIMENSION_TOPIC)
		bump_topics(counters, entry, review->state);
	else
		counters_bump(counters, review_key(counters, review),
			      review->state);
}

static void
bump_review(struct counters *counters, const struct review *review)
{
	const struct tally *tally = counters->tally;

	if (!filters_admit_review(&tally->filters, review))
		return;
	if (tally->verb == TALLY_REVIEWS) {
		counters_bump(counters, review_key(counters, review),
			      review->state);
		return;
	}
	for (uint32_t i = 0; i < review->entry_count; i++) {
		const struct entry *entry =
		    &counters->dataset->entries[review->first_entry + i];

		if (entry->kind == tally->kind &&
		    filters_admit_entry(&tally->filters, entry))
			bump_entry(counters, entry, review);
	}
}

static void
bump_states(struct counters *counters)
{
	const struct key_set *admitted =
	    &counters->tally->filters.keys[DIMENSION_STATE];

	for (size_t i = 0; i < counters->dataset->state_count; i++) {
		struct review bare = {.state = (int)i};

		if (key_set_has(admitted, i))
			counters_bump(counters, review_key(counters, &bare),
				      (int)i);
	}
}

struct value
tally_run(struct arena *arena, const struct tally *tally,
	  const struct dataset *dataset, const uint32_t *by_state)
{
	struct counters counters = {.tally = tally, .dataset = dataset};

	counters_open_all(arena, &counters);
	if (tally->verb == TALLY_STATES)
		bump_states(&counters);
	for (size_t i = 0;
	     i < dataset->review_count && tally->verb != TALLY_STATES; i++)
		bump_review(&counters, &dataset->reviews[by_state[i]]);
	if (!tally->is_series)
		return (struct value){.kind = VALUE_NUMBER,
				      .number = counters.rows[0].number};
	return (struct value){.kind = VALUE_SERIES,
			      .dimension = tally->dimension,
			      .rows = counters.rows,
			      .count = counters.count};
}
