/* What may truly be said of a share: decided in whole numbers. */
/* SPDX-License-Identifier: MIT */
#include "language/share.h"

#include <assert.h>

/* True of a share that no percentage over 100 should be said of. */
static bool
is_part(struct ratio share)
{
	return share.part <= share.whole;
}

struct hedged
share_hedge(struct ratio share, int step)
{
	struct ratio steps = {100 * share.part, share.whole * step};
	long long percent = step * ratio_round(steps, 1);
	long long difference;

	if (share.part == share.whole)
		return (struct hedged){HEDGE_EXACT, 100};
	if (percent == 0 && share.part > 0)
		return share_under(share, step);
	if (percent > 100 && is_part(share))
		percent -= step;
	difference = 100 * share.part - percent * share.whole;
	if (difference == 0)
		return (struct hedged){HEDGE_EXACT, percent};
	return (struct hedged){difference < 0 ? HEDGE_NEAR : HEDGE_OVER,
			       percent};
}

struct hedged
share_under(struct ratio share, int step)
{
	struct ratio steps = {100 * share.part, share.whole * step};
	long long percent = step * (ratio_floor(steps, 1) + 1);

	if (share.part == share.whole)
		return (struct hedged){HEDGE_EXACT, 100};
	return (struct hedged){HEDGE_UNDER,
			       percent > 100 && is_part(share) ? 100 : percent};
}

struct hedged
share_over(struct ratio share, int step)
{
	struct ratio steps = {100 * share.part, share.whole * step};
	long long percent = step * ratio_floor(steps, 1);

	if (share.part == 0)
		return (struct hedged){HEDGE_EXACT, 0};
	if (100 * share.part == percent * share.whole)
		percent -= step;
	/* "Over 0" says nothing. */
	return percent == 0 ? share_under(share, step)
			    : (struct hedged){HEDGE_OVER, percent};
}

/* The distance of a share from a fraction, in parts of both wholes. */
static struct ratio
distance(struct ratio share, struct ratio fraction)
{
	long long parts = share.part * fraction.whole -
			  fraction.part * share.whole;

	return (struct ratio){parts < 0 ? -parts : parts,
			      share.whole * fraction.whole};
}

const char *
fractions_words(const struct fractions *fractions, struct ratio share)
{
	struct ratio least = {fractions->tolerance, 1000};
	const struct fraction *nearest = NULL;
	int side;

	for (size_t i = 0; i < fractions->count; i++) {
		const struct fraction *fraction = &fractions->items[i];
		struct ratio away = distance(share, fraction->ratio);
		int order = ratio_compare(away, least);

		if (order < 0 || (order == 0 && nearest == NULL)) {
			nearest = fraction;
			least = away;
		}
	}
	if (nearest == NULL)
		return NULL;
	side = ratio_compare(share, nearest->ratio);
	return side == 0  ? nearest->exact
	       : side < 0 ? nearest->below
			  : nearest->above;
}

bool
share_is_majority(struct ratio share)
{
	return ratio_compare(share, (struct ratio){1, 2}) > 0;
}
