/* Texts told apart by a number: the hash of Fowler, Noll and Vo, 64 bits, 1a.
 */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* Of nothing. */
#define HASH_START UINT64_C(14695981039346656037)

/* The hash of what was hashed so far and of these bytes behind it
 * (draft-eastlake-fnv). It tells apart what changes by accident or by editing.
 * It is no cryptographic hash, and nothing here needs one. */
uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t length);

#endif
