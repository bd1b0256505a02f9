/* Rows in the order of a string that each has. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_ROWS_H
#define BASE_ROWS_H

#include <stddef.h>

/* The index of the first row whose string, as `name` gives it, does not stand
 * before the key; `count` if there is none. `size` [bytes] is a row's. */
size_t rows_seek(const void *rows, size_t count, size_t size,
		 const char *(*name)(const void *row), const char *key);

#endif
