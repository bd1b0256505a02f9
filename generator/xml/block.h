/* A file's bytes, block by block, each looked over before it is handed on. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_BLOCK_H
#define XML_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum {
	BLOCK_SIZE = 64 * 1024,
	PART_SIZE = 16 * 1024 /* that must have a tag's beginning in it */
};

/* Zero-initialise once; block_open and block_close may follow one another. */
struct block {
	int file;
	size_t at;     /* bytes[at..end] are to be handed on */
	size_t end;    /* looked over up to here */
	size_t filled; /* read up to here */
	bool is_begun; /* the first block is looked over */
	bool is_plain; /* nothing was seen that needs a closer look */
	char bytes[BLOCK_SIZE + 1];
};

/* False if the path is no regular file that can be read. */
bool block_open(struct block *, const char *path);
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
