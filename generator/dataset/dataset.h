/* Reviews as read and checked: flat arrays, indices instead of pointers. */
/* SPDX-License-Identifier: MIT */
#ifndef DATASET_DATASET_H
#define DATASET_DATASET_H

#include "base/message.h"
#include "xml/xml.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* A day as yyyymmdd, so that days compare as numbers; 0 for none. */
typedef int32_t day;

/* True if the text is a day of the Gregorian calendar written yyyy-mm-dd. */
bool day_read(const char *text, day *);

enum entry_kind {
	ENTRY_NEED,
	ENTRY_CHALLENGE,
	ENTRY_PRACTICE,
	ENTRY_KINDS
};
const char *entry_kind_name(enum entry_kind); /* "need", "challenge", … */

enum {
	NONE = -1
}; /* an index that names nothing */

/* A coded thing with a name in each language. */
struct term {
	const char *code; /* "III", "drafting", "north" */
	struct names names;
	struct place at;
};

struct chapter {
	struct term term;
};

struct article {
	struct term term; /* code is the number in digits */
	int number;
	int chapter; /* index */
};

struct cycle {
	struct term term;  /* "1", "2" */
	uint64_t chapters; /* bit i: chapter i is reviewed in this cycle */
};

struct category {
	struct term term; /* unique within its cycle only */
	int cycle;	  /* index */
};

struct topic {
	struct term term;
};

struct region {
	struct term term;
};

struct state {
	struct term term; /* "S014" */
	int region;	  /* index */
};

struct review {
	int state;     /* index */
	int cycle;     /* index */
	day completed; /* when the executive summary was completed */
	struct place at;
	uint32_t first_entry; /* entries of one review are neighbours */
	uint32_t entry_count;
};

/* What an entry says. Equal ones are kept once, so that each entry is one
 * number of four bytes, and what is asked of them all is asked of few. */
struct entry {
	int16_t article;   /* index or NONE: names its chapter only */
	int16_t category;  /* index or NONE */
	uint8_t kind;	   /* enum entry_kind */
	uint8_t chapter;   /* index */
	uint8_t paragraph; /* of the article; 0 for none */
	uint64_t topics;   /* bit i: topic i */
};

struct dataset {
	bool is_reconstructed; /* the convention's file says so */
	struct names title;    /* of the convention */
	struct names
	    notice; /* what outputs say of the data's origin; may be empty */
	day cutoff; /* no review may be later; 0 for none */
	struct chapter *chapters;
	size_t chapter_count;	  /* at most 64 */
	struct article *articles; /* in the order of their numbers */
	size_t article_count;	  /* at most 1,000 */
	struct cycle *cycles;
	size_t cycle_count; /* at most 64 */
	struct category *categories;
	size_t category_count; /* at most 1,000 */
	struct topic *topics;
	size_t topic_count; /* at most 64 */
	struct region *regions;
	size_t region_count; /* at most 64 */
	struct state *states;
	size_t state_count;	/* at most 10,000 */
	struct review *reviews; /* in the order of cycle, then state */
	size_t review_count;
	struct entry *sayings; /* no two are equal */
	size_t saying_count;
	uint32_t **entries; /* ENTRIES_PIECE to a piece: what each says */
	size_t entry_count; /* of all pieces, also those of no review */
};

enum {
	ENTRIES_PIECE = 64 * 1024
};

/* The index of what an entry says. Entries stand in the order of the files. */
static inline uint32_t
entry_saying(const struct dataset *dataset, size_t index)
{
	return dataset->entries[index / ENTRIES_PIECE][index % ENTRIES_PIECE];
}

static inline const struct entry *
entry_at(const struct dataset *dataset, size_t index)
{
	return &dataset->sayings[entry_saying(dataset, index)];
}

/* Read FOLDER/{convention.xml,states.xml,reviews/NAME.xml} with the schema,
 * which must not be NULL. All faults of all files are reported; NULL if there
 * was any. Reviews completed after `cutoff` (if not 0) are faults; reviews
 * completed after `as_of` (if not 0) are passed over. The dataset is the
 * arena's. */
struct dataset *dataset_read(struct arena *, struct messages *,
			     struct xml_schema *, const char *folder,
			     day cutoff, day as_of);

/* The same data without the reviews completed after the day. What it shares
 * with the other is borrowed; indices of terms are the same in both. */
struct dataset *dataset_as_of(struct arena *, const struct dataset *, day);

/* Indices by code, or NONE. A category is looked up within its cycle; with
 * cycle NONE the first of that code is found. */
int chapter_find(const struct dataset *, const char *code);
int article_find(const struct dataset *, int number);
int cycle_find(const struct dataset *, const char *code);
int category_find(const struct dataset *, int cycle, const char *code);
int topic_find(const struct dataset *, const char *code);
int region_find(const struct dataset *, const char *code);
int state_find(const struct dataset *, const char *code);

struct text;

/* Every entry as a row of a comma-separated file, codes only, with a head. */
void dataset_write_csv(struct text *, const struct dataset *);

void dataset_print(struct text *, const struct dataset *);

#endif
