/* The reviews of a plan, as files: draw, solve, sort, write. */
/* SPDX-License-Identifier: MIT */
#include "reference.h"

#include "base/arena.h"
#include "base/file.h"
#include "random.h"
#include "solve.h"
#include "write.h"

#include <stdlib.h>

static const char comment[] =
    "Reconstructed: satisfies published totals; nothing here is about any real "
    "State.";

struct reference {
	struct arena *arena;
	struct messages *messages;
	const struct plan *plan;
	struct review *reviews;
	size_t review_count;
	struct sorted *entries; /* in the order of the reviews */
	size_t entry_count;
};

/* An entry with what it is sorted by, first things first. */
struct sorted {
	int keys[6]; /* review, kind, article, paragraph, category, topic */
	struct entry entry;
};

static int
compare_sorted(const void *a, const void *b)
{
	const struct sorted *left = a, *right = b;

	for (size_t i = 0; i < COUNT(left->keys); i++)
		if (left->keys[i] != right->keys[i])
			return left->keys[i] < right->keys[i] ? -1 : 1;
	return 0;
}

/* A chapter as a whole stands before its articles. */
static struct sorted
sorted_of(const struct plan *plan, const struct entry *entry)
{
	const struct subject *subject = &plan->subjects[entry->subject];
	int article = subject->article > 0
			  ? subject->article
			  : plan->chapters[subject->chapter].first - 1;

	return (struct sorted){{entry->review, (int)subject->kind,
				2 * article + (subject->article > 0),
				subject->paragraph, entry->category,
				entry->topic},
			       *entry};
}

static bool
entries_add(struct reference *reference, struct random *random, enum kind kind,
	    int cycle)
{
	size_t count;
	struct entry *entries = entries_solve(
	    reference->arena, reference->messages, random, reference->plan,
	    reference->reviews, reference->review_count, kind, cycle, &count);

	if (entries == NULL)
		return false;
	for (size_t i = 0; i < count; i++)
		ARENA_PUSH(reference->arena, reference->entries,
			   reference->entry_count,
			   sorted_of(reference->plan, &entries[i]));
	return true;
}

/* Each kind of each cycle has its own random numbers: a change of one part of
 * the plan leaves the others as they are. */
static bool
entries_make(struct reference *reference)
{
	bool good = true;

	for (int cycle = 1; cycle <= reference->plan->cycle_count; cycle++)
		for (int kind = 0; kind < KINDS; kind++) {
			struct random random = {
			    reference->plan->seed +
			    (uint64_t)(cycle * KINDS + kind)};

			random.state = random_next(&random);
			good = entries_add(reference, &random, (enum kind)kind,
					   cycle) &&
			       good;
		}
	if (reference->entry_count > 0)
		qsort(reference->entries, reference->entry_count,
		      sizeof(*reference->entries), compare_sorted);
	return good;
}

static void
entry_write(struct text *text, const struct plan *plan,
	    const struct entry *entry)
{
	const struct subject *subject = &plan->subjects[entry->subject];
	struct written written = {
	    .kind = kind_names[subject->kind],
	    .chapter = plan->chapters[subject->chapter].code,
	    .article = subject->article,
	    .paragraph = subject->paragraph,
	};

	if (entry->category != NONE)
		written.category = plan->categories[entry->category].code;
	if (entry->topic != NONE)
		written.topic = plan->topics[entry->topic].code;
	write_entry(text, &written);
}

static void
states_add(struct reference *reference, struct outputs *outputs)
{
	const struct plan *plan = reference->plan;
	struct text text = {0};

	write_states_start(&text, comment);
	for (size_t i = 0; i < plan->region_count; i++)
		for (int n = 1; n <= plan->regions[i].states; n++)
			write_state(&text, plan->regions[i].first + n,
				    plan->regions[i].code);
	write_states_end(&text);
	outputs_add(reference->arena, outputs, "states.xml", &text);
}

static void
reviews_add(struct reference *reference, struct outputs *outputs)
{
	size_t next = 0;

	for (size_t i = 0; i < reference->review_count; i++) {
		const struct review *review = &reference->reviews[i];
		struct text text = {0};

		write_head(&text, comment);
		write_review_start(&text, write_namespace, review->state + 1,
				   review->cycle, review->completed);
		for (; next < reference->entry_count &&
		       reference->entries[next].entry.review == (int)i;
		     next++)
			entry_write(&text, reference->plan,
				    &reference->entries[next].entry);
		write_review_end(&text);
		outputs_add(reference->arena, outputs,
			    arena_print(reference->arena,
					"reviews/c%d-S%03d.xml", review->cycle,
					review->state + 1),
			    &text);
	}
}

static bool
reference_make(struct reference *reference, const char *plan_path)
{
	struct random random;

	reference->plan = plan_read(reference->arena, reference->messages,
				    plan_path);
	if (reference->plan == NULL)
		return false;
	random.state = reference->plan->seed;
	reference->reviews = reviews_draw(reference->arena, reference->messages,
					  &random, reference->plan,
					  &reference->review_count);
	return messages_are_good(reference->messages) &&
	       entries_make(reference);
}

bool
reference_write(struct messages *messages, const char *plan_path,
		const char *target)
{
	struct reference reference = {arena_new(), messages, NULL, NULL,
				      0,	   NULL,     0};
	struct outputs outputs = {target, NULL, 0};
	bool good = reference_make(&reference, plan_path);

	if (good) {
		states_add(&reference, &outputs);
		reviews_add(&reference, &outputs);
		good = outputs_save(reference.arena, messages, &outputs);
	}
	outputs_free(&outputs);
	arena_free(reference.arena);
	return good;
}
