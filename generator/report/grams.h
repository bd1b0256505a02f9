/* How like two pieces of text are: by their words, or by pairs of characters of
 * Han setting, the rarer the weightier. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_GRAMS_H
#define REPORT_GRAMS_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* Hashes of the words and pairs, sorted, each once. */
struct grams {
	uint64_t *items;
	size_t count;
};

/* A stretch of valid UTF-8. */
struct gram_text {
	const char *at;
	size_t length; /* [bytes] */
};

/* Of what stands before something and behind it; either may be empty. */
struct grams grams_make(struct arena *, struct gram_text before,
			struct gram_text behind);

/* In how many pieces of a collection each gram stands. */
struct gram_counts {
	struct gram_count {
		uint64_t gram;
		size_t count;
	} * items; /* sorted by gram */
	size_t count;
};
struct gram_counts grams_count(struct arena *, const struct grams *pieces,
			       size_t count);

/* From 0 for nothing in common to 1: the weight of what both have over the
 * weight of what `a` has; a gram weighs one over the root of its
 * count, and one that the
 * collection has not weighs a little. */
double grams_likeness(const struct grams *a, const struct grams *b,
		      const struct gram_counts *);

#endif
