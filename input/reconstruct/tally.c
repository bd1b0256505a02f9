/* Tallies: each row's filters are worked out once into tables by index. */
/* SPDX-License-Identifier: MIT */
#include "tally.h"

#include "base/arena.h"

struct tally {
	const struct row *row;
	bool *subjects; /* by index: passes the filters */
	bool *reviews;	/* by index: passes the filters */
	int *entries;	/* by review: entries that pass */
	long value;	/* of them all, or of reviews that have one */
};

struct tallies {
	struct tally *items;
	size_t count;
	long distance;
};

static bool
bit_passes(uint64_t bits, int index)
{
	return bits == 0 || (index >= 0 && (bits >> index & 1) != 0);
}

static bool
subject_passes(const struct row *row, const struct subject *subject)
{
	if (!bit_passes(row->chapters, subject->chapter))
		return false;
	for (size_t i = 0; i < row->provision_count; i++)
		if (row->provisions[i].article == subject->article &&
		    (row->provisions[i].paragraph == 0 ||
		     row->provisions[i].paragraph == subject->paragraph))
			return true;
	return row->provision_count == 0;
}

static bool
review_passes(const struct row *row, const struct review *review)
{
	return bit_passes(row->regions, review->region) &&
	       (row->after == 0 || review->completed > row->after) &&
	       (row->as_of == 0 || review->completed <= row->as_of);
}

static long
distance_of(const struct tally *tally)
{
	if (tally->value < tally->row->least)
		return tally->row->least - tally->value;
	if (tally->value > tally->row->most)
		return tally->value - tally->row->most;
	return 0;
}

static struct tally
tally_new(struct arena *arena, const struct plan *plan, const struct row *row,
	  const struct review *reviews, size_t review_count)
{
	struct tally tally = {
	    row,
	    arena_array(arena, plan->subject_count + 1, sizeof(bool)),
	    arena_array(arena, review_count + 1, sizeof(bool)),
	    arena_array(arena, review_count + 1, sizeof(int)),
	    0,
	};

	for (size_t i = 0; i < plan->subject_count; i++)
		tally.subjects[i] = subject_passes(row, &plan->subjects[i]);
	for (size_t i = 0; i < review_count; i++)
		tally.reviews[i] = review_passes(row, &reviews[i]);
	return tally;
}

struct tallies *
tallies_new(struct arena *arena, const struct plan *plan,
	    const struct review *reviews, size_t review_count, enum kind kind,
	    int cycle)
{
	struct tallies *tallies = arena_take(arena, sizeof(*tallies));

	for (size_t i = 0; i < plan->row_count; i++) {
		const struct row *row = &plan->rows[i];
		struct tally tally;

		if (row->kind != kind || row->cycle != cycle)
			continue;
		tally = tally_new(arena, plan, row, reviews, review_count);
		tallies->distance += distance_of(&tally);
		ARENA_PUSH(arena, tallies->items, tallies->count, tally);
	}
	return tallies;
}

static bool
tally_admits(const struct tally *tally, const struct entry *entry)
{
	return tally->subjects[entry->subject] &&
	       tally->reviews[entry->review] &&
	       bit_passes(tally->row->categories, entry->category) &&
	       bit_passes(tally->row->topics, entry->topic);
}

void
tallies_count(struct tallies *tallies, const struct entry *entry, int step)
{
	for (size_t i = 0; i < tallies->count; i++) {
		struct tally *tally = &tallies->items[i];
		bool had;

		if (!tally_admits(tally, entry))
			continue;
		tallies->distance -= distance_of(tally);
		had = tally->entries[entry->review] > 0;
		tally->entries[entry->review] += step;
		if (tally->row->is_states)
			tally->value += (tally->entries[entry->review] > 0) -
					had;
		else
			tally->value += step;
		tallies->distance += distance_of(tally);
	}
}

long
tallies_distance(const struct tallies *tallies)
{
	return tallies->distance;
}

bool
tallies_report(const struct tallies *tallies, struct messages *messages)
{
	for (size_t i = 0; i < tallies->count; i++) {
		const struct tally *tally = &tallies->items[i];

		if (distance_of(tally) != 0)
			message_error(messages, tally->row->at,
				      "the row cannot be met: %ld",
				      tally->value);
	}
	return tallies->distance == 0;
}
