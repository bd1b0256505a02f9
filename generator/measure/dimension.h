/* The tables of a dataset by dimension, and sets of their keys. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_DIMENSION_H
#define MEASURE_DIMENSION_H

#include "measure/measure.h"

enum {
	PARAGRAPHS = UINT8_MAX + 1, /* keys of provisions to an article */
	KEY_BYTES = 24 /* a year, or "7(4)", in digits, with its NUL byte */
};

/* DIMENSIONS if none is called so. */
enum dimension dimension_find(const char *name);

/* Number of terms of the dimension; 0 if no table has its keys. */
size_t dimension_count(const struct dataset *, enum dimension);

/* The code behind a key; one that no table has is written into the buffer. */
const char *dimension_code(const struct dataset *, enum dimension, int key,
			   char buffer[KEY_BYTES]);

/* A set of keys of one dimension. */
struct key_set {
	uint64_t *words; /* one at least; the arena's */
};

struct key_set key_set_new(struct arena *, size_t count);

static inline void
key_set_add(struct key_set *set, size_t key)
{
	set->words[key / 64] |= UINT64_C(1) << key % 64;
}

static inline void
key_set_clear(struct key_set *set, size_t key)
{
	set->words[key / 64] &= ~(UINT64_C(1) << key % 64);
}

static inline bool
key_set_has(const struct key_set *set, size_t key)
{
	return (set->words[key / 64] >> key % 64 & 1) != 0;
}

#endif
