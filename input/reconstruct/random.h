/* Random numbers that are the same everywhere: a seed is a data set. */
/* SPDX-License-Identifier: MIT */
#ifndef RECONSTRUCT_RANDOM_H
#define RECONSTRUCT_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* Set `state` to the seed. */
struct random {
	uint64_t state;
};

uint64_t random_next(struct random *);

/* Evenly one of 0 … limit - 1; the limit is 1 to 2^32. */
size_t random_below(struct random *, size_t limit);

#endif
