/* The known word that a mistyped one was probably meant to be. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_NEAREST_H
#define MEASURE_NEAREST_H

#include <stddef.h>

struct arena;

/* Set `wanted`, offer what there is, ask for the words. */
struct nearest {
	const char *wanted;
	const char *best; /* borrowed; NULL: nothing is near */
	size_t distance;  /* of best */
};

void nearest_offer(struct nearest *, const char *candidate);

/* "; did you mean 'x'?", or "" if nothing is at most two edits away. */
const char *nearest_words(struct arena *, const struct nearest *);

#endif
