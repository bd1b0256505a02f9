/* Pack bytes for streams. */
/* SPDX-License-Identifier: MIT */
#include "pdf/pack.h"

#include "base/arena.h"

#include <stdlib.h>

struct libdeflate_compressor *
packer_new(enum packing packing)
{
	struct libdeflate_compressor *packer = libdeflate_alloc_compressor(
	    (int)packing);

	if (packer == NULL)
		memory_exhausted();
	return packer;
}

char *
bytes_pack(struct libdeflate_compressor *packer, const char *bytes,
	   size_t length, size_t *packed_length)
{
	size_t room = libdeflate_zlib_compress_bound(packer, length);
	char *packed = malloc(room);

	if (packed == NULL)
		memory_exhausted();
	*packed_length = libdeflate_zlib_compress(packer, bytes, length, packed,
						  room);
	return packed;
}
