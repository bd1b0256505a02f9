/* Words by which the measures are known in one language. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_KNOWN_H
#define REPORT_KNOWN_H

#include "report/grams.h"
#include "report/manifest.h"

/* Words that a measure is known by. */
struct known {
	const struct measure *measure;
	struct surroundings {
		struct grams near; /* a few words on each side */
		struct grams wide; /* a sentence or two */
	} words;
};

struct knowledge {
	struct known *items;
	size_t count;
	struct gram_counts counts;
};

/* From the measures' names and from the words around each printing of them in
 * the edition's own document. */
struct knowledge known_collect(struct arena *, const struct printed *,
			       size_t edition);

/* The words on both sides of a number in a text. */
struct surroundings known_window(struct arena *, const char *text, size_t at,
				 size_t length);

enum {
	NEAR_WINDOW = 45, /* [bytes] on each side of a number */
	WIDE_WINDOW = 120
};

/* How like the words are to those that the measure is known by. */
double known_likeness(const struct knowledge *, const struct surroundings *,
		      const struct measure *);

#endif
