/* Break a row of pieces into lines, best for the paragraph as a whole. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_FIT_H
#define TYPESET_FIT_H

#include "typeset/han.h"

#include <limits.h>
#include <stddef.h>

struct arena;

enum {
	PENALTY_NEVER = INT_MAX /* no line may break here */
};

/* Ink of a fixed width, and what follows unless the line breaks there. Any
 * unit of length. */
struct piece {
	double width;
	struct glue glue;
	double hyphen; /* width added if the line breaks; 0: none */
	int penalty;   /* of a break; 0 good, 50 a hyphen, PENALTY_NEVER */
};

struct fit_measure {
	double first; /* width of the first line */
	double rest;  /* … of the others */
	double em;
	bool is_ragged; /* few lines of natural width, of like length */
};

struct fit_line {
	size_t first, last;
	double ratio;	  /* sets the glue: from -1 up; 0 for a last line that
			   * fits, and a ragged one */
	bool is_overfull; /* sticks out, however tight: nowhere to break */
};

/* After Knuth and Plass, Breaking Paragraphs into Lines (1981), with the
 * demerits of TeX. Never fails: the tolerance rises until there are lines.
 * Returns their number; they are the arena's. */
size_t fit_pieces(struct arena *, const struct piece *, size_t count,
		  const struct fit_measure *, struct fit_line **);

#endif
