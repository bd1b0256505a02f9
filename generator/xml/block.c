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

/* Fill the piece with what is not looked over of the one before, which may be
 * the same, and with what follows in the file. */
static void
piece_read(struct block *block, const struct piece *before, struct piece *piece)
{
	size_t kept = before == NULL ? 0 : before->filled - before->end;
	ssize_t got;

	if (kept > 0)
		memmove(piece->bytes, before->bytes + before->end, kept);
	do
		got = read(block->file, piece->bytes + kept, BLOCK_SIZE - kept);
	while (got < 0 && errno == EINTR);
	piece->filled = kept + (got < 0 ? 0 : (size_t)got);
	piece->bytes[piece->filled] = '\0';
	piece->end = got > 0 ? whole_length(piece->bytes, piece->filled)
			     : piece->filled;
	piece->is_plain = got >= 0 &&
			  bytes_are_plain(piece->bytes, piece->end) &&
			  parts_have_tags(piece->bytes, piece->end) &&
			  (before != NULL || encoding_is_utf8(piece->bytes));
}

static bool
piece_is_last(const struct piece *piece)
{
	return piece->end == 0 || !piece->is_plain;
}

/* --- by a thread --- */

static void
pieces_read(void *context)
{
	struct block *block = context;
	struct piece *piece = NULL, *before;

	do {
		before = piece;
		piece = &block->pieces[relay_box(&block->relay)];
		piece_read(block, before, piece);
		if (atomic_load(&block->is_closing))
			piece->end = 0;
		relay_pass(&block->relay);
	} while (!piece_is_last(piece));
}

static struct piece *
piece_take(struct block *block)
{
	if (block->piece != NULL)
		relay_return(&block->relay);
	return &block->pieces[relay_take(&block->relay)];
}

/* --- for the parser --- */

bool
block_open(struct block *block, const char *path, off_t large)
{
	struct stat status;

	block->file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (block->file < 0)
		return false;
	if (fstat(block->file, &status) != 0 || !S_ISREG(status.st_mode)) {
		close(block->file);
		return false;
	}
	block->at = 0;
	block->piece = NULL;
	block->is_plain = true;
	atomic_store(&block->is_closing, false);
	block->is_ahead = status.st_size >= large &&
			  relay_begin(&block->relay, pieces_read, block);
	return true;
}

void
block_close(struct block *block)
{
	if (block->is_ahead) {
		atomic_store(&block->is_closing, true);
		while (block->piece == NULL || !piece_is_last(block->piece))
			block->piece = piece_take(block);
		relay_end(&block->relay);
	}
	close(block->file);
}

static bool
block_next(struct block *block)
{
	struct piece *piece = block->piece;

	if (piece != NULL && piece_is_last(piece))
		return false;
	if (block->is_ahead) {
		piece = piece_take(block);
	} else {
		piece = &block->pieces[0];
		piece_read(block, block->piece, piece);
	}
	block->piece = piece;
	block->at = piece_is_last(piece) ? piece->end : 0;
	block->is_plain = piece->is_plain;
	return !piece_is_last(piece);
}

int
block_pull(struct block *block, char *bytes, size_t size)
{
	size_t count;

	if ((block->piece == NULL || block->at == block->piece->end) &&
	    !block_next(block))
		return 0;
	count = block->piece->end - block->at;
	if (count > size)
		count = size;
	memcpy(bytes, block->piece->bytes + block->at, count);
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
