/* Bars of Code 39 (ISO/IEC 16388), as documents carry them on page 1. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_BARCODE_H
#define LAYOUT_BARCODE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* In widths of the thin bar. */
struct bar {
	int x, width;
};

struct barcode {
	struct bar *bars;
	size_t count;
	int width;
};

/* The words with their own start and stop signs: "*1501966*". False if the
 * code has no sign for a character. */
bool barcode_make(struct arena *, const char *words, struct barcode *);

#endif
