/* What the files of report/ share among themselves. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_ROOM_H
#define REPORT_ROOM_H

#include "report/report.h"

/* Everything that filling a document needs; all borrowed. */
struct filler {
	struct arena *arena;
	struct messages *messages;
	const struct report *report;
	const struct edition *edition;
	const struct measures *measures;
};

/* A measure's value as the language speaks it; false for a series. */
bool spoken_from(struct filler *, const struct value *, struct spoken *);

/* Replace the words of each claim that does not hold by its other wording in
 * the edition's language; without one that is an error. Goes before values are
 * filled: words that go may speak of what only holds with the claim. */
void document_hold_claims(struct filler *, struct document *);

/* Put the words of every value into the tree. */
void document_fill_values(struct filler *, struct document *);

/* Number headings, paragraphs, items, figures, tables and notes; put the notes
 * in the order of their calls; resolve references. */
void document_number(struct filler *, struct document *);

/* A phrase of the edition with its places filled. */
const char *filler_phrase(struct filler *, struct place, const char *key,
			  size_t count, const char *const *arguments);

/* The letter of a figure's note, from 0. */
const char *filler_note_letter(struct filler *, size_t index);

#endif
