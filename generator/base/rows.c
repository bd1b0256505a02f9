/* Find rows by halves. */
/* SPDX-License-Identifier: MIT */
#include "base/rows.h"

#include <string.h>

size_t
rows_seek(const void *rows, size_t count, size_t size,
	  const char *(*name)(const void *row), const char *key)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(name((const char *)rows + middle * size), key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
