/* A data set of any size from a seed, for tests and measurements. */
/* SPDX-License-Identifier: MIT */
#ifndef RECONSTRUCT_SCALE_H
#define RECONSTRUCT_SCALE_H

#include <stdbool.h>
#include <stdint.h>

struct messages;

struct scale {
	int reviews; /* each of another State */
	int needs;   /* in all */
	uint64_t seed;
	bool is_one_file;
};

/* Write TARGET/{convention.xml,states.xml} and the reviews: one file each, or
 * all of them in reviews/all.xml under <reviews>. Bytes go to the files as
 * they are made. False after messages. */
bool scale_write(struct messages *, const struct scale *, const char *target);

#endif
