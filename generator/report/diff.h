/* What changes in a report between two states of its data. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_DIFF_H
#define REPORT_DIFF_H

#include "report/report.h"

enum {
	SIDES = 2, /* 0: from, 1: to */
	LANGUAGES_MOST = 8
};

/* The report made from one state of the data. Measures and claims may be void;
 * a document may be NULL. All borrowed. */
struct diff_side {
	const char *name; /* "2021-09-15", or a folder */
	const struct measures *measures;
	struct document *const *documents; /* one per edition */
	size_t faults; /* that keep the report from being built */
};

/* A review that came, went or changed. */
struct review_change {
	const char *state; /* code */
	const char *cycle; /* code */
	int index[SIDES];  /* in its dataset, or NONE */
	size_t entries[SIDES][ENTRY_KINDS];
};

struct cycle_change {
	const char *cycle; /* code */
	size_t reviews[SIDES];
	size_t entries[SIDES][ENTRY_KINDS];
};

/* Indices of the review changes behind something. */
struct causes {
	size_t *items;
	size_t count;
};

struct measure_change {
	const struct measure *measure;
	const char *values[SIDES]; /* in figures; "no value" if void */
	struct causes causes;
};

struct claim_change {
	const struct claim *claims[SIDES];
	const char *holds[SIDES]; /* "holds", "does not hold", "no value" */
	struct causes causes;
};

/* What changed among the measures and claims behind words or a picture. */
struct grounds {
	const char **ids;
	size_t count;
	struct causes causes; /* of all of them */
};

struct figure_change {
	const struct figure_spec *figure;
	struct grounds grounds;
};

struct sentence_change {
	const struct edition *edition;
	const struct node *block; /* of the side "to" */
	const char *words[SIDES];
	struct grounds grounds;
};

struct diff {
	struct diff_side sides[SIDES];
	struct tracer *tracers[SIDES];
	struct cycle_change *cycles;
	size_t cycle_count;
	struct review_change *reviews;
	size_t review_count;
	struct measure_change *measures;
	size_t measure_count;
	struct claim_change *claims;
	size_t claim_count;
	struct figure_change *figures;
	size_t figure_count;
	struct sentence_change *sentences;
	size_t sentence_count;
};

/* Both sides have the same report, measures and templates. */
struct diff diff_make(struct arena *, const struct report *,
		      const struct diff_side sides[SIDES]);

/* The day that the report names to be compared with: 0 if it names none, or
 * after a message if that is no day. */
day diff_since(struct messages *, const struct report *,
	       const struct measures *);

/* True if nothing changes, in the data or in the report. */
bool diff_is_empty(const struct diff *);

enum diff_format {
	DIFF_TEXT,
	DIFF_MARKDOWN,
	DIFF_JSON
};
void diff_print(struct text *, const struct diff *, enum diff_format);
void diff_print_json(struct text *, const struct diff *);

/* --- between the files that make it --- */

/* Match the reviews of both datasets by State and cycle. */
void diff_reviews(struct arena *, struct diff *);

/* Add the measure or claim, if it changed and is not there yet; NULL is none.
 */
void grounds_add(struct arena *, const struct diff *, struct grounds *,
		 const char *id);

/* The sentences that differ, in every edition. */
void diff_sentences(struct arena *, const struct report *, struct diff *);

/* Where a node stands: its anchor, or else that of what it stands in or
 * follows, as an item follows its paragraph; "" if there is none. */
const char *block_anchor(const struct node *);

#endif
