/* Read a file block by block and look for what is rare in one: bytes that are
 * no UTF-8, refused characters, references to characters. */
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
	STEP = 64 /* [bytes] looked at together */
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
	block->at = block->end = block->filled = block->counted = 0;
	block->line = 1;
	block->line_bytes = block->line_from = 0;
	block->is_ended = false;
	block->is_plain = true;
	return true;
}

void
block_close(struct block *block)
{
	close(block->file);
}

static bool
is_ordinary(unsigned char c)
{
	return c < 0x7f && c != '&' &&
	       (c >= ' ' || c == '\n' || c == '\t' || c == '\r');
}

/* Behind all ASCII but '&' and control characters. A loop of known length over
 * bytes without a branch is what compilers make vectors of. */
static const char *
ordinary_skip(const char *at, const char *end)
{
	for (; end - at >= STEP; at += STEP) {
		unsigned char odd = 0;

		for (int i = 0; i < STEP; i++) {
			unsigned char c = (unsigned char)at[i];

			odd |= (unsigned char)((c >= 0x7f) | (c == '&') |
					       ((c < ' ') & (c != '\n') &
						(c != '\t') & (c != '\r')));
		}
		if (odd != 0)
			break;
	}
	while (at < end && is_ordinary((unsigned char)*at))
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
	while (from < at) {
		uint32_t c = utf8_next(&from);

		/* The last two are no characters of XML (production 2). */
		if (character_is_refused(c) || c == 0xfffe || c == 0xffff)
			return NULL;
	}
	return at;
}

static bool
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

static void
lines_count(struct block *block, size_t to)
{
	const char *newline;

	while ((newline = memchr(block->bytes + block->counted, '\n',
				 to - block->counted)) != NULL) {
		block->counted = (size_t)(newline - block->bytes) + 1;
		block->line++;
		block->line_bytes = 0;
		block->line_from = block->counted;
	}
	block->counted = to;
}

struct place
block_place(struct block *block, const char *path, size_t index)
{
	lines_count(block, index);
	return (struct place){
	    path, block->line,
	    (int)(block->line_bytes + index - block->line_from) + 1};
}

/* Move what is not done with to the front. */
static void
block_shift(struct block *block)
{
	size_t done = block->at;

	lines_count(block, done);
	block->line_bytes += done - block->line_from;
	block->line_from = 0;
	memmove(block->bytes, block->bytes + done, block->filled - done);
	block->at = block->counted = 0;
	block->end -= done;
	block->filled -= done;
}

bool
block_more(struct block *block)
{
	size_t from;
	ssize_t got;

	block_shift(block);
	if (!block->is_plain || block->filled == BLOCK_SIZE)
		return false;
	do
		got = read(block->file, block->bytes + block->filled,
			   BLOCK_SIZE - block->filled);
	while (got < 0 && errno == EINTR);
	block->is_plain = got >= 0;
	block->is_ended = got == 0;
	block->filled += got < 0 ? 0 : (size_t)got;
	block->bytes[block->filled] = '\0';
	from = block->end;
	block->end = got > 0 ? whole_length(block->bytes, block->filled)
			     : block->filled;
	block->is_plain = block->is_plain &&
			  bytes_are_plain(block->bytes + from,
					  block->end - from);
	return block->is_plain && block->end > from;
}

const char *
block_find(struct block *block, const char *words)
{
	size_t length = strlen(words);
	const char *found = memmem(block->bytes + block->at,
				   block->end - block->at, words, length);

	if (found == NULL && block_more(block))
		found = memmem(block->bytes, block->end, words, length);
	return found;
}
