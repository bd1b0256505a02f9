/* What entries are written as: once for all that say the same. */
/* SPDX-License-Identifier: MIT */
#ifndef DATASET_LINES_H
#define DATASET_LINES_H

#include "base/text.h"
#include "dataset/dataset.h"

struct arena;

struct lines {
	const struct dataset *dataset;
	struct arena *arena;
	struct text words; /* of all sayings, one behind the other */
	size_t *from;	   /* [bytes] by saying, and one more */
};

/* Write each saying; lines_free releases what was written. */
struct lines lines_make(const struct dataset *,
			void (*write)(struct text *, const struct dataset *,
				      const struct entry *));
void lines_free(struct lines *);

/* Append what the entry of this index is written as. */
void lines_add(struct text *, const struct lines *, size_t entry);

#endif
