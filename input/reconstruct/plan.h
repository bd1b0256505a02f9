/* The plan of a data set: who is reviewed when, how many entries there are of
 * what, and the rows that the entries must satisfy together. */
/* SPDX-License-Identifier: MIT */
#ifndef RECONSTRUCT_PLAN_H
#define RECONSTRUCT_PLAN_H

#include "base/message.h"
#include "calendar.h"

#include <stdint.h>

struct arena;

enum kind {
	KIND_NEED,
	KIND_CHALLENGE,
	KIND_PRACTICE,
	KINDS
};
extern const char *const kind_names[KINDS];

/* An index that names nothing. */
enum {
	NONE = -1
};

struct region {
	const char *code;
	int states;
	int first; /* index of its first State */
};

struct chapter {
	const char *code;
	int first; /* articles, both included */
	int last;
};

/* So many of the entries of a kind in a cycle carry this code. */
struct label {
	const char *code;
	enum kind kind;
	int cycle;
	int count;
};

/* Reviews of one region that are completed within one window. */
struct batch {
	int cycle;
	int region; /* index */
	serial from;
	serial to;
	int reviews;
	int needing; /* of them, those with at least one need */
	struct place at;
};

/* What entries are about, and how many there are of it. */
struct subject {
	enum kind kind;
	int cycle;
	int chapter;   /* index */
	int article;   /* 0: the chapter as a whole */
	int paragraph; /* 0: the article as a whole */
	int count;
	struct place at;
};

struct provision {
	int article;
	int paragraph; /* 0: any */
};

/* Of the entries that pass all filters, the number of them or of their States
 * is from `least` to `most`. */
struct row {
	bool is_states;
	enum kind kind;
	int cycle;
	uint64_t chapters; /* bit i: index i passes; no bits: all pass */
	uint64_t regions;
	uint64_t categories;
	uint64_t topics;
	struct provision *provisions; /* NULL: all pass */
	size_t provision_count;
	serial after; /* reviews completed after that day; 0: all */
	serial as_of; /* by that day; 0: all */
	long least;
	long most;
	struct place at;
};

struct plan {
	uint64_t seed;
	struct region *regions;
	size_t region_count;
	int state_count;
	struct chapter *chapters;
	size_t chapter_count;
	struct label *categories;
	size_t category_count;
	struct label *topics;
	size_t topic_count;
	struct batch *batches;
	size_t batch_count;
	int cycle_count;
	struct subject *subjects;
	size_t subject_count;
	struct row *rows;
	size_t row_count;
};

/* NULL after messages; the plan is the arena's. The form of the file is
 * described at the head of cosp10.plan. */
struct plan *plan_read(struct arena *, struct messages *, const char *path);

#endif
