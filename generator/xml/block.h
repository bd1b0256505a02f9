/* A file's bytes, block by block, each looked over before it is used. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_BLOCK_H
#define XML_BLOCK_H

#include "base/message.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	BLOCK_SIZE = 64 * 1024
};

/* Zero-initialise once; block_open and block_close may follow one another. */
struct block {
	int file;
	size_t at;	   /* bytes before this one are done with */
	size_t end;	   /* looked over up to here */
	size_t filled;	   /* read up to here */
	size_t counted;	   /* lines are counted up to here */
	int line;	   /* from 1, of bytes[counted] */
	size_t line_bytes; /* of that line, before bytes[0] */
	size_t line_from;  /* where it begins in `bytes`, or 0 */
	bool is_ended;	   /* nothing follows bytes[end] */
	bool is_plain;	   /* nothing was seen that needs a closer look */
	char bytes[BLOCK_SIZE + 1]; /* closed by a NUL byte */
};

/* False if the path is no regular file that can be read. */
bool block_open(struct block *, const char *path);
void block_close(struct block *);

/* Keep the bytes from `at` on, which becomes 0, and read on behind them. False
 * at the end, where there is no more room, and where bytes come that are not
 * plain: no UTF-8, no character of XML, one that is refused in a file, or the
 * beginning of a character reference. */
bool block_more(struct block *);

/* Where the words begin from `at` on, after block_more if they are not here;
 * NULL if there are none. */
const char *block_find(struct block *, const char *words);

/* The place of bytes[index], which lies behind all that were asked for. */
struct place block_place(struct block *, const char *path, size_t index);

#endif
