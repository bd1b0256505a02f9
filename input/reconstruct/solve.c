/* A local search: entries move at random between States, and swap categories
 * and topics, until no row is off its number. The counts by subject, category
 * and topic are dealt out at the start and never change. */
/* SPDX-License-Identifier: MIT */
#include "solve.h"

#include "base/arena.h"
#include "random.h"
#include "tally.h"

enum {
	MOVES_MOST = 4000000 /* the reference plan takes up to 600,000 */
};

struct problem {
	struct arena *arena;
	struct messages *messages;
	struct random *random;
	const struct plan *plan;
	const struct review *reviews;
	size_t review_count;
	enum kind kind;
	int cycle;
	struct entry *entries;
	size_t count;
	int *lots; /* reviews that may have such entries, by their weight */
	size_t lot_count;
	struct tallies *tallies;
};

static void
lots_make(struct problem *problem)
{
	for (size_t i = 0; i < problem->review_count; i++) {
		const struct review *review = &problem->reviews[i];

		if (review->cycle != problem->cycle ||
		    (problem->kind == KIND_NEED && !review->is_needing))
			continue;
		for (int lot = 0; lot < review->weight; lot++)
			ARENA_PUSH(problem->arena, problem->lots,
				   problem->lot_count, (int)i);
	}
}

static int
lot_draw(struct problem *problem)
{
	return problem->lots[random_below(problem->random, problem->lot_count)];
}

static void
subject_deal(struct problem *problem, int index)
{
	for (int i = 0; i < problem->plan->subjects[index].count; i++) {
		struct entry entry = {index, lot_draw(problem), NONE, NONE};

		ARENA_PUSH(problem->arena, problem->entries, problem->count,
			   entry);
	}
}

static bool
entries_make(struct problem *problem)
{
	for (size_t i = 0; i < problem->plan->subject_count; i++) {
		const struct subject *subject = &problem->plan->subjects[i];

		if (subject->kind != problem->kind ||
		    subject->cycle != problem->cycle)
			continue;
		if (problem->lot_count == 0) {
			message_error(problem->messages, subject->at,
				      "no review may have such entries");
			return false;
		}
		subject_deal(problem, (int)i);
	}
	return true;
}

static void
shuffle(struct random *random, int *items, size_t count)
{
	for (size_t i = count; i > 1; i--) {
		size_t other = random_below(random, i);
		int kept = items[i - 1];

		items[i - 1] = items[other];
		items[other] = kept;
	}
}

/* Deal the labels to the entries at random, NONE to those left over. Returns
 * how many labels there are. */
static size_t
labels_deal(struct problem *problem, const struct label *labels, size_t count,
	    int *drawn)
{
	size_t dealt = 0;

	for (size_t i = 0; i < problem->count; i++)
		drawn[i] = NONE;
	for (size_t i = 0; i < count; i++) {
		if (labels[i].kind != problem->kind ||
		    labels[i].cycle != problem->cycle)
			continue;
		for (int done = 0; done < labels[i].count; done++, dealt++)
			if (dealt < problem->count)
				drawn[dealt] = (int)i;
	}
	shuffle(problem->random, drawn, problem->count);
	return dealt;
}

static bool
labels_make(struct problem *problem)
{
	const struct plan *plan = problem->plan;
	int *drawn = arena_array(problem->arena, problem->count + 1,
				 sizeof(*drawn));
	size_t categories = labels_deal(problem, plan->categories,
					plan->category_count, drawn);
	struct place nowhere = {NULL, 0, 0};
	size_t topics;

	for (size_t i = 0; i < problem->count; i++)
		problem->entries[i].category = drawn[i];
	topics = labels_deal(problem, plan->topics, plan->topic_count, drawn);
	for (size_t i = 0; i < problem->count; i++)
		problem->entries[i].topic = drawn[i];
	if ((categories == 0 || categories == problem->count) &&
	    topics <= problem->count)
		return true;
	message_error(problem->messages, nowhere,
		      "cycle %d: %zu entries of kind %s, but categories for "
		      "%zu and topics for %zu",
		      problem->cycle, problem->count, kind_names[problem->kind],
		      categories, topics);
	return false;
}

/* A change that makes things worse by `loss` is kept the less often the worse
 * it is: it leads out of dead ends. */
static bool
is_kept(struct problem *problem, long loss)
{
	if (loss <= 0)
		return true;
	if (loss > 5)
		return false;
	return random_below(problem->random, (size_t)1 << (4 + 3 * loss)) == 0;
}

static void
entries_put(struct problem *problem, const size_t *at,
	    const struct entry *entries)
{
	for (int i = 0; i < 2; i++)
		tallies_count(problem->tallies, &problem->entries[at[i]], -1);
	for (int i = 0; i < 2; i++) {
		problem->entries[at[i]] = entries[i];
		tallies_count(problem->tallies, &entries[i], 1);
	}
}

/* Two entries at random: the first moves, or they swap a label. */
static void
move_try(struct problem *problem)
{
	size_t first = random_below(problem->random, problem->count);
	size_t second = random_below(problem->random, problem->count);
	size_t at[2] = {first, second};
	struct entry before[2] = {problem->entries[first],
				  problem->entries[second]};
	struct entry after[2] = {before[0], before[1]};
	long distance = tallies_distance(problem->tallies);

	if (first == second)
		return;
	switch (random_below(problem->random, 4)) {
	case 0:
		after[0].category = before[1].category;
		after[1].category = before[0].category;
		break;
	case 1:
		after[0].topic = before[1].topic;
		after[1].topic = before[0].topic;
		break;
	default:
		after[0].review = lot_draw(problem);
		break;
	}
	entries_put(problem, at, after);
	if (!is_kept(problem, tallies_distance(problem->tallies) - distance))
		entries_put(problem, at, before);
}

static bool
search(struct problem *problem)
{
	problem->tallies = tallies_new(problem->arena, problem->plan,
				       problem->reviews, problem->review_count,
				       problem->kind, problem->cycle);
	for (size_t i = 0; i < problem->count; i++)
		tallies_count(problem->tallies, &problem->entries[i], 1);
	for (long move = 0; move < MOVES_MOST; move++) {
		if (tallies_distance(problem->tallies) == 0)
			return true;
		if (problem->count < 2)
			break;
		move_try(problem);
	}
	return tallies_report(problem->tallies, problem->messages);
}

struct entry *
entries_solve(struct arena *arena, struct messages *messages,
	      struct random *random, const struct plan *plan,
	      const struct review *reviews, size_t review_count, enum kind kind,
	      int cycle, size_t *count)
{
	struct problem problem = {.arena = arena,
				  .messages = messages,
				  .random = random,
				  .plan = plan,
				  .reviews = reviews,
				  .review_count = review_count,
				  .kind = kind,
				  .cycle = cycle};

	problem.entries = arena_take(arena, sizeof(*problem.entries));
	lots_make(&problem);
	if (!entries_make(&problem) || !labels_make(&problem) ||
	    !search(&problem))
		return NULL;
	*count = problem.count;
	return problem.entries;
}
