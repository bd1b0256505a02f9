/* What the files that check a report share: findings, and each check. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_LINT_H
#define REPORT_LINT_H

#include <limits.h>

#include "report/flow.h"
#include "report/report.h"

/* A State by its name in the document's language. */
struct called {
	const char *name;
	const struct state *state;
};

/* One filled document that is being checked. */
struct lint {
	struct arena *arena;
	struct messages *messages;
	const struct report *report;
	const struct dataset *dataset;
	const struct edition *edition;
	const struct document *document;
	struct template_source source;
	struct called *roll; /* by name: the rule of States */
	size_t roll_count;
	bool may_call[UCHAR_MAX + 1]; /* bytes that one of the names begins
					 with */
	bool may_open[UCHAR_MAX + 1]; /* bytes that a symbol begins with, in
					 either case */
	struct flow *flows; /* of the document's blocks, then its notes',
			       then of the words of figures in report.xml */
	size_t flow_count;  /* those of the document */
	size_t all_count;
	size_t findings;
};

/* Report a finding as an error, with the rule's name behind it. */
__attribute__((format(printf, 4, 5))) void
lint_find(struct lint *, enum rule, struct place, const char *format, ...);

/* Call for each block of the document and of its notes that has words. */
void lint_each_flow(struct lint *,
		    void (*check)(struct lint *, const struct flow *));

/* Read <rules>; NULL for none. */
void rules_read(struct arena *, struct messages *, struct report *,
		const struct element *);

/* The checks of one document. */
void lint_numbers(struct lint *);
void lint_subheadings(struct lint *);
void lint_figures(struct lint *);
void lint_symbols(struct lint *);
void lint_words(struct lint *);
void lint_sentences(struct lint *);
void lint_series(struct lint *);
void lint_comparisons(struct lint *);
void lint_states(struct lint *);

/* A number over two in the words of a block stands in the other language's,
 * too; each finding is the document's that has it. */
void lint_alike(struct lint *, struct lint *other);

/* The same notes have the same numbers in both languages. */
void lint_notes(struct lint *, const struct document *other);

#endif
