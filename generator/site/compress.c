/* Text packed for the way to the reader: gzip and brotli. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <brotli/encode.h>
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

enum {
	GZIP_WINDOW = 15 + 16, /* the greatest, in gzip's wrapping */
	GZIP_MEMORY = 9,
	BROTLI_QUALITY = 9 /* 11 gains a twentieth and takes ten times as long
			    */
};

static char *
bytes_take(size_t size)
{
	char *bytes = malloc(size);

	if (bytes == NULL)
		memory_exhausted();
	return bytes;
}

/* No name and no time stand in the head, so that the same text gives the same
 * bytes. */
void
gzip_pack(struct text *out, const char *bytes, size_t length)
{
	z_stream stream = {0};
	size_t bound;
	char *packed;

	if (length > UINT_MAX / 2 ||
	    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, GZIP_WINDOW,
			 GZIP_MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
		memory_exhausted();
	bound = deflateBound(&stream, length);
	packed = bytes_take(bound);
	stream.next_in = (unsigned char *)(uintptr_t)bytes;
	stream.avail_in = (unsigned)length;
	stream.next_out = (unsigned char *)packed;
	stream.avail_out = (unsigned)bound;
	deflate(&stream, Z_FINISH);
	text_add_bytes(out, packed, stream.total_out);
	deflateEnd(&stream);
	free(packed);
}

void
brotli_pack(struct text *out, const char *bytes, size_t length)
{
	size_t packed = BrotliEncoderMaxCompressedSize(length);
	char *buffer = bytes_take(packed);

	if (!BrotliEncoderCompress(
		BROTLI_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, length,
		(const unsigned char *)bytes, &packed, (unsigned char *)buffer))
		memory_exhausted();
	text_add_bytes(out, buffer, packed);
	free(buffer);
}
