/* A share stays two whole numbers until it is printed. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_RATIO_H
#define BASE_RATIO_H

#include <stdbool.h>

/* part of whole, both at least 0 and under 2^40, so that a product of one with
 * any small factor used here stays in 64 bits. whole 0: a share of nothing. */
struct ratio {
	long long part;
	long long whole;
};

/* part/whole in units of 1/scale, half away from zero: scale 100 gives whole
 * percentages, 1000 tenths of them. The whole must not be 0. */
long long ratio_round(struct ratio, long long scale);

/* As above, cut downwards. */
long long ratio_floor(struct ratio, long long scale);

/* Less than 0, 0, or more than 0 as a is less than, equal to, or more than b;
 * neither whole may be 0. */
int ratio_compare(struct ratio a, struct ratio b);

#endif
