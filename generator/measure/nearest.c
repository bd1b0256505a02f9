/* The known word that a mistyped one was probably meant to be. */
/* SPDX-License-Identifier: MIT */
#include "measure/nearest.h"

#include "base/arena.h"

#include <string.h>

enum {
	WORD_MOST = 64, /* [bytes] longer words are not compared */
	NEAR = 2	/* [edits] */
};

static size_t
least_of(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Levenshtein's distance, row by row; both words within WORD_MOST. */
static size_t
edit_distance(const char *a, const char *b)
{
	size_t row[WORD_MOST + 1];
	size_t length = strlen(b);

	for (size_t k = 0; k <= length; k++)
		row[k] = k;
	for (size_t i = 0; a[i] != '\0'; i++) {
		size_t diagonal = row[0];

		row[0] = i + 1;
		for (size_t k = 1; k <= length; k++) {
			size_t replaced = diagonal + (a[i] != b[k - 1]);

			diagonal = row[k];
			row[k] = least_of(replaced,
					  least_of(row[k], row[k - 1]) + 1);
		}
	}
	return row[length];
}

void
nearest_offer(struct nearest *nearest, const char *candidate)
{
	size_t wanted = strlen(nearest->wanted), length = strlen(candidate);
	size_t distance;

	/* Each letter that one has more is an edit. */
	if (wanted > WORD_MOST || length > WORD_MOST ||
	    wanted > length + NEAR || length > wanted + NEAR)
		return;
	distance = edit_distance(nearest->wanted, candidate);
	/* A word of which no letter stays is no help. */
	if (distance > NEAR || distance >= wanted)
		return;
	if (nearest->best == NULL || distance < nearest->distance) {
		nearest->best = candidate;
		nearest->distance = distance;
	}
}

const char *
nearest_words(struct arena *arena, const struct nearest *nearest)
{
	if (nearest->best == NULL)
		return "";
	return arena_print(arena, "; did you mean '%s'?", nearest->best);
}
