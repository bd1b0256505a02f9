/* Where every printed number comes from, and where it is printed. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_MANIFEST_H
#define REPORT_MANIFEST_H

#include "report/report.h"

/* The report as filled; the documents, one per edition, may be NULL. */
struct printed {
	const struct report *report;
	const struct measures *measures;
	struct document *const *documents;
};

/* All values that are printed anywhere, as JSON: each measure with its formula,
 * its names, its value, the measures that it refers to, the reviews behind it
 * and every place in each language; each claim with the values behind it; each
 * figure with all that it prints; and a hash of the data: FNV-1a, 64 bits, of
 * what --print dataset writes. */
void manifest_write(struct text *, const struct printed *);

/* The same of one measure or claim as text, down to the entries. False if there
 * is none of that id. */
bool explain_write(struct text *, const struct printed *, const char *id);

/* --- between the two --- */

/* A place where a measure or a claim is printed. */
struct printing {
	const char *id;
	const struct edition *edition;
	const struct node *node; /* VALUE, CLAIM; FIGURE, TABLE: in it */
	size_t order;		 /* among all places of the report */
};

/* Places in the order of their ids; those of an id as they come. */
struct printings {
	struct printing *items;
	size_t count;
};
struct printings printings_all(struct arena *, const struct printed *);

/* Those of one id: part of all. */
struct printings printings_of(const struct printings *all, const char *id);

/* Every figure and table in each language, as JSON: all the words and numbers
 * that it prints, its description for who cannot see it among them, and the
 * measures behind them. Those that were not made are left out. */
void figures_write(struct text *, const struct printed *);

/* The anchor of the block that holds the node, "" if it has none. */
const char *printing_anchor(const struct printing *);

#endif
