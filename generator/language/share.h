/* What may truly be said of a share: decided in whole numbers. */
/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_SHARE_H
#define LANGUAGE_SHARE_H

#include "base/ratio.h"

#include <stddef.h>

enum hedge {
	HEDGE_EXACT,
	HEDGE_NEAR, /* a little under */
	HEDGE_OVER,
	HEDGE_UNDER
};

/* "nearly 69 per cent": the share stands so to a whole percentage. */
struct hedged {
	enum hedge hedge;
	long long percent;
};

/* By the nearest multiple of `step` per cent, of a part of the whole no more
 * than 100; a share that is nearest to none of it, but not none, is under the
 * first. All of it is just 100. The whole must not be 0. */
struct hedged share_hedge(struct ratio, int step);

/* By the least multiple above the share, or by 100. */
struct hedged share_under(struct ratio, int step);

/* By the greatest multiple below it; a share of none is none, and one that is
 * over none is under the first. */
struct hedged share_over(struct ratio, int step);

struct fraction {
	struct ratio ratio;
	const char *exact; /* words, the profile's */
	const char *below;
	const char *above;
};
struct fractions {
	struct fraction *items;
	size_t count;
	int tolerance; /* [thousandths] */
};

/* Words of the nearest fraction, the first of several; NULL if none is within
 * the tolerance. */
const char *fractions_words(const struct fractions *, struct ratio);

struct majority {
	struct ratio least;
	const char *words;
};

/* True if the share is over one half. */
bool share_is_majority(struct ratio);

#endif
