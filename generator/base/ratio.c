/* A share stays two whole numbers until it is printed. */
/* SPDX-License-Identifier: MIT */
#include "base/ratio.h"

#include <assert.h>

__extension__ typedef __int128 wide; /* holds a product of two counts */

long long
ratio_round(struct ratio ratio, long long scale)
{
	assert(ratio.whole > 0 && ratio.part >= 0);
	return (2 * ratio.part * scale + ratio.whole) / (2 * ratio.whole);
}

long long
ratio_floor(struct ratio ratio, long long scale)
{
	assert(ratio.whole > 0 && ratio.part >= 0);
	return ratio.part * scale / ratio.whole;
}

int
ratio_compare(struct ratio a, struct ratio b)
{
	wide left = (wide)a.part * b.whole;
	wide right = (wide)b.part * a.whole;

	assert(a.whole > 0 && b.whole > 0);
	return (left > right) - (left < right);
}
