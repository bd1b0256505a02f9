/* A small treaty by hand, and formulas computed over it. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_MEASURE_SMALL_H
#define TESTS_MEASURE_SMALL_H

#include "base/arena.h"
#include "base/text.h"
#include "measure/formula.h"
#include "measure/value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct chapter small_chapters[] = {
    {.term.code = "II"},
    {.term.code = "III"},
    {.term.code = "IV"},
    {.term.code = "V"},
};
static struct article small_articles[] = {
    {{.code = "5"}, 5, 0},   {{.code = "6"}, 6, 0},   {{.code = "7"}, 7, 0},
    {{.code = "15"}, 15, 1}, {{.code = "23"}, 23, 1}, {{.code = "46"}, 46, 2},
    {{.code = "51"}, 51, 3}, {{.code = "52"}, 52, 3},
};
static struct cycle small_cycles[] = {
    {{.code = "1"}, 1u << 1 | 1u << 2},
    {{.code = "2"}, 1u << 0 | 1u << 3},
};
static struct category small_categories[] = {
    {{.code = "laws"}, 0},
    {{.code = "training"}, 0},
    {{.code = "training"}, 1},
    {{.code = "institutions"}, 1},
};
static struct topic small_topics[] = {
    {{.code = "technology"}},
    {{.code = "funding"}},
    {{.code = "gender"}},
};
static struct region small_regions[] = {
    {{.code = "africa"}},
    {{.code = "asia"}},
    {{.code = "europe"}},
};
static struct state small_states[] = {
    {{.code = "S001"}, 0}, {{.code = "S002"}, 0}, {{.code = "S003"}, 1},
    {{.code = "S004"}, 2}, {{.code = "S005"}, 2},
};

/* Reviews 0 to 2 are of cycle 1; S002 has no needs in cycle 2, S005 no review
 * at all. */
static const struct review small_reviews[] = {
    {.state = 0, .cycle = 0, .completed = 20130501},
    {.state = 1, .cycle = 0, .completed = 20150630},
    {.state = 2, .cycle = 0, .completed = 20180115},
    {.state = 0, .cycle = 1, .completed = 20190310},
    {.state = 1, .cycle = 1, .completed = 20201231},
    {.state = 2, .cycle = 1, .completed = 20210915},
    {.state = 3, .cycle = 1, .completed = 20210916},
};

struct small_entry {
	uint32_t review;
	struct entry says;
};

/* review; article, category, kind, chapter, paragraph, topics; the entries of
 * a review are neighbours. */
static const struct small_entry small_entries[] = {
    {0, {3, 0, ENTRY_NEED, 1, 1, 0}},
    {0, {3, 1, ENTRY_NEED, 1, 2, 0}},
    {0, {5, 0, ENTRY_NEED, 2, 0, 0}},
    {0, {4, NONE, ENTRY_CHALLENGE, 1, 0, 0}},
    {1, {4, NONE, ENTRY_NEED, 1, 0, 1}},
    {2, {5, 1, ENTRY_NEED, 2, 0, 0}},
    {3, {0, 2, ENTRY_NEED, 0, 1, 3}},
    {3, {0, 3, ENTRY_NEED, 0, 4, 0}},
    {3, {1, 2, ENTRY_NEED, 0, 0, 0}},
    {3, {NONE, 2, ENTRY_NEED, 3, 0, 0}},
    {3, {2, NONE, ENTRY_CHALLENGE, 0, 4, 0}},
    {3, {7, NONE, ENTRY_CHALLENGE, 3, 5, 0}},
    {3, {0, NONE, ENTRY_PRACTICE, 0, 0, 0}},
    {5, {0, 2, ENTRY_NEED, 0, 0, 1}},
    {5, {6, 3, ENTRY_NEED, 3, 0, 0}},
    {5, {2, NONE, ENTRY_CHALLENGE, 0, 4, 0}},
    {5, {2, NONE, ENTRY_CHALLENGE, 0, 5, 0}},
    {6, {2, 2, ENTRY_NEED, 0, 0, 2}},
    {6, {7, 3, ENTRY_NEED, 3, 5, 0}},
    {6, {7, 2, ENTRY_NEED, 3, 6, 0}},
    {6, {NONE, 3, ENTRY_NEED, 0, 0, 0}},
};

enum {
	SMALL_REVIEWS = COUNT(small_reviews),
	SMALL_ENTRIES = COUNT(small_entries)
};

/* Reviews and entries are the caller's, so that a test may shuffle them. */
struct small {
	struct dataset dataset;
	struct review reviews[SMALL_REVIEWS];
	struct small_entry entries[SMALL_ENTRIES];
	struct entry sayings[SMALL_ENTRIES]; /* each entry has its own */
	uint32_t numbers[SMALL_ENTRIES];
	uint32_t *pieces[1];
};

/* Let each review point to its entries, which are neighbours. */
static inline void
small_link(struct small *small)
{
	for (uint32_t e = 0; e < SMALL_ENTRIES; e++) {
		small->sayings[e] = small->entries[e].says;
		small->numbers[e] = e;
	}
	small->pieces[0] = small->numbers;
	for (uint32_t r = 0; r < SMALL_REVIEWS; r++) {
		struct review *review = &small->reviews[r];

		review->entry_count = 0;
		for (uint32_t e = 0; e < SMALL_ENTRIES; e++)
			if (small->entries[e].review == r &&
			    review->entry_count++ == 0)
				review->first_entry = e;
	}
}

static inline void
small_make(struct small *small)
{
	memcpy(small->reviews, small_reviews, sizeof(small_reviews));
	memcpy(small->entries, small_entries, sizeof(small_entries));
	small_link(small);
	small->dataset = (struct dataset){
	    .chapters = small_chapters,
	    .chapter_count = COUNT(small_chapters),
	    .articles = small_articles,
	    .article_count = COUNT(small_articles),
	    .cycles = small_cycles,
	    .cycle_count = COUNT(small_cycles),
	    .categories = small_categories,
	    .category_count = COUNT(small_categories),
	    .topics = small_topics,
	    .topic_count = COUNT(small_topics),
	    .regions = small_regions,
	    .region_count = COUNT(small_regions),
	    .states = small_states,
	    .state_count = COUNT(small_states),
	    .reviews = small->reviews,
	    .review_count = SMALL_REVIEWS,
	    .sayings = small->sayings,
	    .saying_count = SMALL_ENTRIES,
	    .entries = small->pieces,
	    .entry_count = SMALL_ENTRIES,
	};
}

/* Messages kept as a string. */
struct record {
	struct messages messages;
	char *words;
	size_t length;
};

static inline void
record_open(struct record *record)
{
	*record = (struct record){0};
	record->messages.out = open_memstream(&record->words, &record->length);
}

/* The messages so far; stays the record's. */
static inline const char *
record_words(struct record *record)
{
	fflush(record->messages.out);
	return record->words;
}

static inline void
record_close(struct record *record)
{
	fclose(record->messages.out);
	free(record->words);
}

/* A list of measures "id = formula", one a line from line 1 on, with a name
 * in English each. */
static inline void
small_add(struct arena *arena, struct measures *measures,
	  const struct dataset *dataset, const char *const *formulas,
	  size_t count)
{
	static struct name names[] = {{"en", "A name"}};

	*measures = (struct measures){.dataset = dataset};
	for (size_t i = 0; i < count; i++) {
		size_t id = strcspn(formulas[i], " ");
		struct measure measure = {
		    .id = arena_copy_bytes(arena, formulas[i], id),
		    .formula = formulas[i] + id + 3,
		    .names = {names, COUNT(names)},
		    .at = {"m.xml", (int)i + 1, 3},
		};

		ARENA_PUSH(arena, measures->items, measures->count, measure);
	}
}

/* The same, computed over the dataset. */
static inline bool
small_compute(struct arena *arena, struct messages *messages,
	      struct measures *measures, const struct dataset *dataset,
	      const char *const *formulas, size_t count)
{
	small_add(arena, measures, dataset, formulas, count);
	return measures_compute(arena, messages, measures);
}

#endif
