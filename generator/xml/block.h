/* A file's bytes, block by block, each looked over before it is handed on. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_BLOCK_H
#define XML_BLOCK_H

#include "base/relay.h"

#include <stdatomic.h>

enum {
	BLOCK_SIZE = 64 * 1024,
	PART_SIZE = 16 * 1024 /* that must have a tag's beginning in it */
};

/* Bytes of a file, closed by a NUL byte. */
struct piece {
	size_t end;    /* looked over up to here; 0: the file is at its end */
	size_t filled; /* read up to here */
	bool is_plain; /* nothing was seen that needs a closer look */
	char bytes[BLOCK_SIZE + 1];
};

/* Zero-initialise once; block_open and block_close may follow one another. */
struct block {
	int file;
	bool is_ahead;	     /* a thread of its own reads, from now on */
	bool is_plain;	     /* all pieces up to this */
	size_t at;	     /* this one's bytes up to here are handed on */
	struct piece *piece; /* NULL: none yet */
	struct piece pieces[RELAY_BOXES];
	struct relay relay;
	atomic_bool is_closing;
};

/* False if the path is no regular file that can be read. A file of `large`
 * bytes and more is read by a thread. */
bool block_open(struct block *, const char *path, off_t large);
void block_close(struct block *);

/* Up to `size` of the next bytes; 0 at the end, and where one was reached that
 * is not plain: no UTF-8, a character that is refused in a file or the
 * beginning of a character reference, a part without '<'. */
int block_pull(struct block *, char *bytes, size_t size);

/* [bytes] from the beginning of the file to behind the last newline before
 * `offset`, or `least` if there is none in between. */
off_t block_line_start(const struct block *, off_t offset, off_t least);

/* True if nothing in these bytes, which hold whole characters and are closed
 * by a NUL byte, needs a closer look. */
bool bytes_are_plain(const char *bytes, size_t length);

#endif
