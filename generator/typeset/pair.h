/* Two neighbours of a paragraph, and what a break between them costs. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_PAIR_H
#define TYPESET_PAIR_H

#include "typeset/paragraph.h"

enum {
	PENALTY_DASH = 50 /* behind the author's own hyphen */
};

/* Two letters with ink and the spaces that were typed between them. */
struct pair {
	const struct letter *a, *b;
	const struct sign *sign_a, *sign_b;
	const struct run *run_a, *run_b;
	double em; /* [pt] of the first that is Han, or else of a */
};

/* The price of a break where one may be, in the measure of TeX: 50 is a
 * little, 500 a lot. Ragged lines also weigh their sense. */
int pair_penalty(const struct paragraph *, const struct pair *);

/* … of one that shows a hyphen which the text has not. */
int pair_hyphen_penalty(const struct pair *);

#endif
