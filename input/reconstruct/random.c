/* Random numbers after SplitMix64. */
/* SPDX-License-Identifier: MIT */
#include "random.h"

#include <assert.h>

/* Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
 * 2014: a counter stepped by the golden ratio, then mixed. */
uint64_t
random_next(struct random *random)
{
	uint64_t mixed = random->state += 0x9e3779b97f4a7c15;

	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
	return mixed ^ (mixed >> 31);
}

size_t
random_below(struct random *random, size_t limit)
{
	assert(limit > 0 && limit <= UINT64_C(1) << 32);
	return (size_t)((random_next(random) >> 32) * limit >> 32);
}
