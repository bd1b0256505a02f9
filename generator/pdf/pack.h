/* Bytes packed as streams of a PDF hold them (ISO 32000-1, 7.4.4). */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_PACK_H
#define PDF_PACK_H

#include <libdeflate.h>

/* How hard libdeflate tries, of 1 to 12: for words as hard as zlib usually
 * does; outlines would be 1 per cent smaller, and take twice the time. */
enum packing {
	PACK_OUTLINES = 1,
	PACK_WORDS = 5
};

/* To be given back to libdeflate. */
struct libdeflate_compressor *packer_new(enum packing);

/* The packed bytes and how many they are; to be freed. */
char *bytes_pack(struct libdeflate_compressor *, const char *bytes,
		 size_t length, size_t *packed_length);

#endif
