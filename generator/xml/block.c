/* Read a file block by block and look for what is rare in one: bytes that are
 * no UTF-8, refused characters, references to characters, long tags. */
/* SPDX-License-Identifier: MIT */
#include "xml/block.h"

#include "base/text.h"
#include "xml/scan.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	STEP = 128 /* [bytes] looked at together */
};

bool
block_open(struct block *block, const char *path)
{
	struct stat status;

	block->file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (block->file < 0)
		return false;
	if (fstat(block->file, &status) != 0 || !S_ISREG(status.st_mode)) {
		close(block->file);
		return false;
	}
	block->at = block->end = block->filled = 0;
	block->is_begun = false;
	block->is_plain = true;
	return true;
}

void
block_close(struct block *block)
{
	close(block->file);
}

/* Behind all bytes that are ASCII and neither '&' nor DEL nor NUL. A loop of
 * known length over bytes without a branch is what compilers make vectors of.
 */
static const char *
ordinary_skip(const char *at, const char *end)
{
	for (; end - at >= STEP; at += STEP) {
		unsigned char most = 0, odd = 0; /* NUL becomes the greatest */

		for (int i = 0; i < STEP; i++) {
			unsigned char before = (unsigned char)(at[i] - 1);

			most = before > most ? before : most;
			odd |= (unsigned char)(at[i] == '&');
		}
		if (most >= 0x7e || odd != 0)
			break;
	}
	while (at < end && (unsigned char)*at < 0x7f && *at != '&' &&
	       *at != '\0')
		at++;
	return at;
}

/* Over characters beyond ASCII; NULL if there is a fault in them. */
static const char *
characters_skip(const char *at, const char *end)
{
	const char *from = at;
	size_t fault;

	while (at < end && (unsigned char)*at >= 0x80)
		at++;
	if (!utf8_is_valid(from, (size_t)(at - from), &fault))
		return NULL;
	while (from < at)
		if (character_is_refused(utf8_next(&from)))
			return NULL;
	return at;
}

bool
bytes_are_plain(const char *bytes, size_t length)
{
	const char *at = bytes, *end = bytes + length;

	while ((at = ordinary_skip(at, end)) < end) {
		if ((unsigned char)*at >= 0x80)
			at = characters_skip(at, end);
		else if (*at == '&' && at[1] != '#')
			at++;
		else
			return false;
		if (at == NULL)
			return false;
	}
	return true;
}

static bool
parts_have_tags(const char *bytes, size_t length)
{
	for (size_t i = 0; i + PART_SIZE <= length; i += PART_SIZE)
		if (memchr(bytes + i, '<', PART_SIZE) == NULL)
			return false;
	return true;
}

/* Where the bytes can be cut: in no character and behind no '&'. */
static size_t
whole_length(const char *bytes, size_t length)
{
	size_t cut = length;

	while (cut > 0 && length - cut < 4 &&
	       ((unsigned char)bytes[cut - 1] & 0xc0) == 0x80)
		cut--;
	if (cut > 0 && (unsigned char)bytes[cut - 1] >= 0xc0)
		cut--;
	if (cut > 0 && bytes[cut - 1] == '&')
		cut--;
	return cut;
}

/* Move what was not handed on to the front and fill up behind it: false at the
 * end of the file. */
static bool
block_read(struct block *block)
{
	size_t kept = block->filled - block->end;
	ssize_t got;

	memmove(block->bytes, block->bytes + block->end, kept);
	do
		got = read(block->file, block->bytes + kept, BLOCK_SIZE - kept);
	while (got < 0 && errno == EINTR);
	block->is_plain = got >= 0;
	block->filled = kept + (got < 0 ? 0 : (size_t)got);
	block->bytes[block->filled] = '\0';
	block->at = 0;
	block->end = got > 0 ? whole_length(block->bytes, block->filled)
			     : block->filled;
	return block->end > 0;
}

static bool
block_next(struct block *block)
{
	if (!block->is_plain || !block_read(block))
		return false;
	block->is_plain = block->is_plain &&
			  bytes_are_plain(block->bytes, block->end) &&
			  parts_have_tags(block->bytes, block->end) &&
			  (block->is_begun || encoding_is_utf8(block->bytes));
	block->is_begun = true;
	return block->is_plain;
}

int
block_pull(struct block *block, char *bytes, size_t size)
{
	size_t count;

	if (block->at == block->end && !block_next(block))
		return 0;
	count = block->end - block->at < size ? block->end - block->at : size;
	memcpy(bytes, block->bytes + block->at, count);
	block->at += count;
	return (int)count;
}

off_t
block_line_start(const struct block *block, off_t offset, off_t least)
{
	char bytes[4096];

	while (offset > least) {
		off_t from = offset - (off_t)sizeof(bytes);
		ssize_t got;
		const char *newline;

		from = from > least ? from : least;
		got = pread(block->file, bytes, (size_t)(offset - from), from);
		if (got < offset - from)
			return least;
		newline = memrchr(bytes, '\n', (size_t)got);
		if (newline != NULL)
			return from + (newline - bytes) + 1;
		offset = from;
	}
	return least;
}
