/* Fonts: what UA demands of each, and the Unicode of each code. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PDF_FONT_H
#define TESTS_PDF_FONT_H

#include "pdf.h"

/* What a code stands for. */
struct mapping {
	unsigned code;
	const char *words; /* UTF-8; arena's */
};

struct font {
	int id;		   /* of the object, 0 if it is direct */
	const char *name;  /* "BaseFont (object 7)" for findings */
	size_t code_bytes; /* 2 under Identity-H, else 1 */
	bool is_composite;
	struct mapping *map; /* sorted by code */
	size_t map_count;
	bool has_complaint; /* a code of it has been reported */
};

/* The fonts of a file, each read and checked once. */
struct fonts {
	struct font **items;
	size_t count;
};

/* The font of a dictionary; findings the first time. */
struct font *font_open(struct pdf *, struct fonts *, qpdf_oh dictionary);

/* The code's words, NULL if the map lacks it. */
const char *font_words(const struct font *, unsigned code);

/* Append to `map` what a ToUnicode stream says (PDF 9.10.3); false if it cannot
 * be read. The map comes out sorted. */
bool cmap_read(struct pdf *, const struct text *stream, struct mapping **map,
	       size_t *count);

/* True if a map of /Encoding makes each code of one byte its own CID, and knows
 * no other codes. */
bool cmap_is_byte(const struct text *stream);

#endif
