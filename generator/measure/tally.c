/* One counting call over the dataset's flat arrays. */
/* SPDX-License-Identifier: MIT */
#include "measure/tally.h"

#include "base/arena.h"
#include "measure/axis.h"

#include <stdlib.h>

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

/* False if there would be too many cells. */
static bool
counters_open(struct arena *arena, struct counters *counters)
{
	const struct tally *tally = counters->tally;
	struct axis *down = &counters->axes[0], *across = &counters->axes[1];

	for (size_t i = 0; i < COUNT(counters->axes); i++)
		axis_of_keys(
		    arena, tally, counters->dataset, &counters->axes[i],
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
cell_bump(struct counters *counters, size_t cell, int state, long long number)
{
	if (counters->tally->verb == TALLY_STATES_WITH &&
	    counters->last[cell] == state)
		return;
	counters->last[cell] = state;
	counters->rows[cell].number += number;
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
		return axis_year(review->completed);
	case DIMENSIONS: /* the one key of an axis that is not used */
		return 0;
	case DIMENSION_ARTICLE:
	case DIMENSION_CHAPTER:
	case DIMENSION_CATEGORY:
	case DIMENSION_TOPIC:
	case DIMENSION_PROVISION:
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
	if (dimension == DIMENSION_PROVISION)
		return axis_provision(entry);
	if (dimension == DIMENSION_TOPIC)
		return (entry->topics >> topic & 1) != 0 ? topic : NONE;
	return review_key(counters, dimension, review);
}

/* Count so many like an entry, or without one a review or a State, in their
 * cell. */
static void
bump(struct counters *counters, const struct entry *entry,
     const struct review *review, int topic, long long number)
{
	int places[2];

	for (size_t i = 0; i < COUNT(places); i++) {
		const struct axis *axis = &counters->axes[i];

		places[i] = axis_index(axis, key_of(counters, axis->dimension,
						    entry, review, topic));
		if (places[i] == NONE)
			return;
	}
	cell_bump(counters,
		  (size_t)places[0] * counters->axes[1].count +
		      (size_t)places[1],
		  review->state, number);
}

/* Entries count once under each of their topics. */
static void
bump_entries(struct counters *counters, const struct entry *entry,
	     const struct review *review, long long number)
{
	if (counters->axes[0].dimension != DIMENSION_TOPIC &&
	    counters->axes[1].dimension != DIMENSION_TOPIC) {
		bump(counters, entry, review, 0, number);
		return;
	}
	for (uint64_t left = entry->topics; left != 0; left &= left - 1)
		bump(counters, entry, review, __builtin_ctzll(left), number);
}

static bool
is_of_entries(enum dimension dimension)
{
	return dimension == DIMENSION_ARTICLE ||
	       dimension == DIMENSION_CHAPTER ||
	       dimension == DIMENSION_CATEGORY ||
	       dimension == DIMENSION_TOPIC || dimension == DIMENSION_PROVISION;
}

/* True if reviews and States need not be told apart. */
static bool
is_of_sayings(const struct counters *counters)
{
	for (size_t i = 0; i < counters->tally->axes; i++)
		if (!is_of_entries(counters->axes[i].dimension))
			return false;
	return counters->tally->verb == TALLY_ENTRIES;
}

enum {
	CELL_NONE = -1, /* the entries are not counted */
	CELL_OPEN = -2	/* they are, where depends on more than what they say */
};

/* The one cell of all entries that say this. */
static int
saying_cell(const struct counters *counters, const struct entry *entry)
{
	int cell = 0;

	for (size_t i = 0; i < COUNT(counters->axes); i++) {
		const struct axis *axis = &counters->axes[i];
		int place = 0;

		if (axis->dimension == DIMENSION_TOPIC)
			return entry->topics == 0 ? CELL_NONE : CELL_OPEN;
		if (!is_of_entries(axis->dimension) &&
		    axis->dimension != DIMENSIONS)
			return CELL_OPEN;
		if (axis->dimension != DIMENSIONS)
			place = axis_index(axis,
					   key_of(counters, axis->dimension,
						  entry, NULL, NONE));
		if (place == NONE)
			return CELL_NONE;
		cell = cell * (int)axis->count + place;
	}
	return cell;
}

/* Where what is said in these reviews is counted. */
static int *
sayings_place(struct arena *arena, const struct counters *counters,
	      const struct spread *spread)
{
	const struct dataset *dataset = counters->dataset;
	const struct tally *tally = counters->tally;
	int *cells = arena_array(arena, dataset->saying_count, sizeof(*cells));

	for (size_t i = 0; i < dataset->saying_count; i++)
		cells[i] = spread->counts[i] > 0 &&
				   dataset->sayings[i].kind == tally->kind &&
				   filters_admit_entry(&tally->filters,
						       &dataset->sayings[i])
			       ? saying_cell(counters, &dataset->sayings[i])
			       : CELL_NONE;
	return cells;
}

static void
bump_sayings(struct counters *counters, const struct spread *spread,
	     const int *cells)
{
	const struct dataset *dataset = counters->dataset;
	const struct review none = {.state = NONE};

	for (size_t i = 0; i < dataset->saying_count; i++)
		if (cells[i] >= 0)
			cell_bump(counters, (size_t)cells[i], NONE,
				  spread->counts[i]);
		else if (cells[i] == CELL_OPEN)
			bump_entries(counters, &dataset->sayings[i], &none,
				     spread->counts[i]);
}

/* How many of the review's entries are counted; 1 for any number of them where
 * its State counts once, whatever follows. */
static long long
review_number(const struct counters *counters, const struct review *review,
	      const int *cells)
{
	const struct dataset *dataset = counters->dataset;
	bool is_enough = counters->tally->verb == TALLY_STATES_WITH;
	size_t end = review->first_entry + review->entry_count;
	long long number = 0;

	/* What entries say comes in no order: so no branch depends on it. */
	for (size_t i = review->first_entry;
	     i < end && !(is_enough && number > 0); i++)
		number += cells[entry_saying(dataset, i)] != CELL_NONE;
	return number;
}

/* If no axis is an entry's, all of a review are in one cell. */
static void
bump_review(struct counters *counters, const struct review *review,
	    const int *cells)
{
	const struct dataset *dataset = counters->dataset;
	size_t end = review->first_entry + review->entry_count;

	if (!is_of_entries(counters->axes[0].dimension) &&
	    !is_of_entries(counters->axes[1].dimension)) {
		long long number = review_number(counters, review, cells);

		if (number > 0)
			bump(counters, NULL, review, 0, number);
		return;
	}
	for (size_t i = review->first_entry; i < end; i++) {
		uint32_t saying = entry_saying(dataset, i);

		if (cells[saying] >= 0)
			cell_bump(counters, (size_t)cells[saying],
				  review->state, 1);
		else if (cells[saying] == CELL_OPEN)
			bump_entries(counters, &dataset->sayings[saying],
				     review, 1);
	}
}

static void
count_entries(struct arena *arena, struct counters *counters,
	      struct spreads *spreads)
{
	const struct dataset *dataset = counters->dataset;
	const uint32_t *by_state = spreads_by_state(spreads);
	const struct spread *spread = spread_find(spreads,
						  &counters->tally->filters);
	const int *cells = sayings_place(arena, counters, spread);

	if (is_of_sayings(counters)) {
		bump_sayings(counters, spread, cells);
		return;
	}
	for (size_t i = 0; i < dataset->review_count; i++)
		if (spread_has(spread, by_state[i]))
			bump_review(counters, &dataset->reviews[by_state[i]],
				    cells);
}

static void
count_reviews(struct counters *counters)
{
	const struct dataset *dataset = counters->dataset;

	for (size_t i = 0; i < dataset->review_count; i++)
		if (filters_admit_review(&counters->tally->filters,
					 &dataset->reviews[i]))
			bump(counters, NULL, &dataset->reviews[i], 0, 1);
}

static void
count_states(struct counters *counters)
{
	const struct key_set *admitted =
	    &counters->tally->filters.keys[DIMENSION_STATE];

	for (size_t i = 0; i < counters->dataset->state_count; i++) {
		struct review bare = {.state = (int)i};

		if (key_set_has(admitted, i))
			bump(counters, NULL, &bare, 0, 1);
	}
}

struct value
tally_run(struct arena *arena, const struct tally *tally,
	  const struct dataset *dataset, struct spreads *spreads)
{
	struct counters counters = {.tally = tally, .dataset = dataset};

	if (!counters_open(arena, &counters))
		return (struct value){.kind = VALUE_TABLE};
	switch (tally->verb) {
	case TALLY_ENTRIES:
	case TALLY_STATES_WITH:
		count_entries(arena, &counters, spreads);
		break;
	case TALLY_STATES:
		count_states(&counters);
		break;
	case TALLY_REVIEWS:
		count_reviews(&counters);
		break;
	}
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
