/* The columns of a table: how wide they are, and where. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_COLUMNS_H
#define LAYOUT_COLUMNS_H

#include "layout/strip.h"

struct columns {
	size_t count;
	double *x, *width; /* [pt] x from the body's left */
	double needed;	   /* [pt] by all of them, with the gaps between */
};

/* [pt] that a table's columns and their gaps may have. */
double columns_room(const struct collector *);

/* Share the room out, with words parted no further than `most`, and no further
 * than they must be. False if even so there is too little. */
bool columns_fit(struct collector *, const struct table *, enum parting most,
		 struct columns *);

/* True if the words are a value's alone, which no line parts. */
bool words_are_value(const char *words);

/* [pt], at most `width`: of a head that is set in as few lines as that allows,
 * but of like length. */
double head_width(struct collector *, const char *words, double width);

/* True if the words must be hyphenated to be no wider than that. */
bool words_are_parted(struct collector *, const char *words, enum kind,
		      double width);

#endif
