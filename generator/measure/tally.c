/* One counting call over the dataset's flat arrays. */
/* SPDX-License-Identifier: MIT */
#include "measure/tally.h"

#include "base/arena.h"

#include <limits.h>
#include <stdlib.h>

enum {
	TOPICS_MOST = 64 /* bits of an entry's */
};

/* One dimension that is counted by: its keys, and where each stands. */
struct axis {
	enum dimension dimension;
	int first; /* key */
	int end;   /* key behind the last */
	int *keys; /* in the data's order */
	size_t count;
	int *place; /* by key, less the first: index among the keys or NONE */
};

/* Counters by key, or by a pair of keys. Reviews come in the order of their
 * States, so a State was counted in a cell if it was the last one there:
 * distinct States cost one number a cell. */
struct counters {
	const struct tally *tally;
	const struct dataset *dataset;
	struct axis axes[2]; /* [0] down, [1] across; one key where unused */
	struct row *rows;
	size_t count;
	int *last; /* by row: State counted last, or NONE */
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

/* --- the keys of an axis --- */

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
axis_open_years(struct arena *arena, const struct counters *counters,
		struct axis *axis)
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
	axis_reserve(arena, axis, first, end);
	for (int year = first; year < end; year++)
		axis_open(axis, year);
}

/* The States with a review admitted, or with none asked for, all admitted. */
static void
axis_open_states(struct arena *arena, const struct counters *counters,
		 struct axis *axis)
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
	axis_reserve(arena, axis, 0, (int)dataset->state_count);
	for (size_t i = 0; i < dataset->state_count; i++)
		if (key_set_has(&seen, i))
			axis_open(axis, (int)i);
}

static void
axis_open_terms(struct arena *arena, const struct counters *counters,
		struct axis *axis)
{
	size_t count = dimension_count(counters->dataset, axis->dimension);

	axis_reserve(arena, axis, 0, (int)count);
	for (size_t i = 0; i < count; i++)
		if (key_set_has(&counters->tally->filters.keys[axis->dimension],
				i))
			axis_open(axis, (int)i);
}

static void
axis_make(struct arena *arena, const struct counters *counters,
	  struct axis *axis, enum dimension dimension)
{
	axis->dimension = dimension;
	if (dimension == DIMENSIONS) {
		axis_reserve(arena, axis, 0, 1);
		axis_open(axis, 0);
	} else if (dimension == DIMENSION_YEAR) {
		axis_open_years(arena, counters, axis);
	} else if (dimension == DIMENSION_STATE) {
		axis_open_states(arena, counters, axis);
	} else {
		axis_open_terms(arena, counters, axis);
	}
}

/* False if there would be too many cells. */
static bool
counters_open(struct arena *arena, struct counters *counters)
{
	const struct tally *tally = counters->tally;
	struct axis *down = &counters->axes[0], *across = &counters->axes[1];

	for (size_t i = 0; i < COUNT(counters->axes); i++)
		axis_make(arena, counters, &counters->axes[i],
			  i < tally->axes ? tally->dimensions[i] : DIMENSIONS);
	if (tally->axes == 2 && across->count > 0 &&
	    down->count > TABLE_CELLS_MOST / across->count)
		return false;
	counters->count = down->count * across->count;
	counters->rows = arena_array(arena, counters->count,
				     sizeof(*counters->rows));
	counters->last = arena_array(arena, counters->count, sizeof(int));
	for (size_t i = 0; i < counters->count; i++) {
		counters->rows[i].key = down->keys[i / across->count];
		counters->rows[i].across = across->keys[i % across->count];
		counters->last[i] = NONE;
	}
	return true;
}

/* --- counting --- */

static void
cell_bump(struct counters *counters, size_t cell, int state)
{
	if (counters->tally->verb == TALLY_STATES_WITH &&
	    counters->last[cell] == state)
		return;
	counters->last[cell] = state;
	counters->rows[cell].number++;
}

/* The key of a State or a review; NONE if the dimension is an entry's. */
static int
review_key(const struct counters *counters, enum dimension dimension,
	   const struct review *review)
{
	switch (dimension) {
	case DIMENSION_REGION:
		return counters->dataset->states[review->state].region;
	case DIMENSION_STATE:
		return review->state;
	case DIMENSION_CYCLE:
		return review->cycle;
	case DIMENSION_YEAR:
		return year_of(review->completed);
	case DIMENSIONS: /* the one key of an axis that is not used */
		return 0;
	case DIMENSION_ARTICLE:
	case DIMENSION_CHAPTER:
	case DIMENSION_CATEGORY:
	case DIMENSION_TOPIC:
		break;
	}
	return NONE;
}

/* The key of what is counted; of a topic, the one at `topic` or NONE. */
static int
key_of(const struct counters *counters, enum dimension dimension,
       const struct entry *entry, const struct review *review, int topic)
{
	if (entry == NULL)
		return review_key(counters, dimension, review);
	if (dimension == DIMENSION_ARTICLE)
		return entry->article;
	if (dimension == DIMENSION_CHAPTER)
		return entry->chapter;
	if (dimension == DIMENSION_CATEGORY)
		return entry->category;
	if (dimension == DIMENSION_TOPIC)
		return (entry->topics >> topic & 1) != 0 ? topic : NONE;
	return review_key(counters, dimension, review);
}

/* Where a key stands on its axis; NONE if it does not. */
static int
axis_place(const struct axis *axis, int key)
{
	if (key < axis->first || key >= axis->end)
		return NONE;
	return axis->place[key - axis->first];
}

/* Count an entry, or without one a review or a State, in its cell. */
static void
bump(struct counters *counters, const struct entry *entry,
     const struct review *review, int topic)
{
	int places[2];

	for (size_t i = 0; i < COUNT(places); i++) {
		const struct axis *axis = &counters->axes[i];

		places[i] = axis_place(axis, key_of(counters, axis->dimension,
						    entry, review, topic));
		if (places[i] == NONE)
			return;
	}
	cell_bump(counters,
		  (size_t)places[0] * counters->axes[1].count +
		      (size_t)places[1],
		  review->state);
}

/* An entry counts once under each of its topics. */
static void
bump_entry(struct counters *counters, const struct entry *entry,
	   const struct review *review)
{
	if (counters->axes[0].dimension != DIMENSION_TOPIC &&
	    counters->axes[1].dimension != DIMENSION_TOPIC) {
		bump(counters, entry, review, 0);
		return;
	}
	for (int topic = 0; topic < TOPICS_MOST; topic++)
		bump(counters, entry, review, topic);
}

static void
bump_review(struct counters *counters, const struct review *review)
{
	const struct tally *tally = counters->tally;

	if (!filters_admit_review(&tally->filters, review))
		return;
	if (tally->verb == TALLY_REVIEWS) {
		bump(counters, NULL, review, 0);
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
			bump(counters, NULL, &bare, 0);
	}
}

struct value
tally_run(struct arena *arena, const struct tally *tally,
	  const struct dataset *dataset, const uint32_t *by_state)
{
	struct counters counters = {.tally = tally, .dataset = dataset};

	if (!counters_open(arena, &counters))
		return (struct value){.kind = VALUE_TABLE};
	if (tally->verb == TALLY_STATES)
		bump_states(&counters);
	for (size_t i = 0;
	     i < dataset->review_count && tally->verb != TALLY_STATES; i++)
		bump_review(&counters, &dataset->reviews[by_state[i]]);
	if (tally->axes == 0)
		return (struct value){.kind = VALUE_NUMBER,
				      .number = counters.rows[0].number};
	return (struct value){
	    .kind = tally->axes == 1 ? VALUE_SERIES : VALUE_TABLE,
	    .dimension = tally->dimensions[0],
	    .across = tally->dimensions[1],
	    .columns = tally->axes == 1 ? 0 : counters.axes[1].count,
	    .rows = counters.rows,
	    .count = counters.count};
}
