/* What a line costs in a paragraph. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_DEMERITS_H
#define TYPESET_DEMERITS_H

#include "typeset/fit.h"

enum fitness {
	FITNESS_TIGHT,
	FITNESS_DECENT,
	FITNESS_LOOSE,
	FITNESS_VERY_LOOSE,
	FITNESSES
};

/* A line's end at which some paragraph so far is best of its fitness. */
struct node {
	size_t start; /* piece that begins the next line */
	size_t previous;
	enum fitness fitness;
	double demerits; /* up to here */
	double ratio;	 /* of the line that ends here */
	size_t hyphens;	 /* lines in succession that end with one */
	bool is_overfull;
};

enum fitness ratio_fitness(double ratio);

/* Lines with hyphens up to the one that follows the node and ends with this
 * piece; more than two are as bad as three. */
size_t node_hyphens(const struct node *, const struct piece *last);

/* What the line costs that follows the node and ends with this piece, NULL if
 * it is the paragraph's last; `width` is that of its ink and glue. */
double line_demerits(const struct fit_measure *, const struct node *,
		     const struct piece *last, double width, double ratio);

#endif
