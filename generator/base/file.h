/* Files read whole and bounded; files saved all together or not at all. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/message.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct arena;

/* Read a regular file of at most `limit` bytes into the arena, closed by a NUL
 * byte. NULL after a message: cannot open, not a file, too large. */
char *file_read(struct arena *, struct messages *, const char *path,
		size_t limit, size_t *length);

/* The same without a word where there is none to be had. */
char *file_read_quietly(struct arena *, const char *path, size_t limit,
			size_t *length);

/* The names in a folder that end in `suffix`, sorted by byte; false after a
 * message. Names that start with a dot are passed over. */
bool folder_list(struct arena *, struct messages *, const char *path,
		 const char *suffix, char ***names, size_t *count);

/* A set of files to be written together under one folder. Zero-initialise and
 * set `root`. */
struct outputs {
	const char *root; /* borrowed */
	struct output {
		const char *path;  /* under root; may name folders */
		struct text bytes; /* freed by outputs_free, unless lent */
		bool is_lent;
		bool is_changed; /* set by outputs_save */
	} * items;		 /* arena's */
	size_t count;
};

/* Take over the bytes of *text, which is emptied, as the file `path`. */
void outputs_add(struct arena *, struct outputs *, const char *path,
		 struct text *);

/* The same with bytes, closed by a NUL byte, that stay there as long as the
 * outputs. */
void outputs_lend(struct arena *, struct outputs *, const char *path,
		  const char *bytes, size_t length);

/* Write every file whose bytes would change: all are written into a hidden
 * folder of the root first, and only when all are there do they take their
 * places. False after a message, with everything as it was. A signal that ends
 * the program waits until one or the other is so. When they reach the disk is
 * the system's affair: what is not whole after a power cut, the next run, which
 * looks at bytes and not at dates, writes again. */
bool outputs_save(struct arena *, struct messages *, struct outputs *);
void outputs_free(struct outputs *);

/* Make the folder and those above it; false after a message. */
bool folders_make(struct messages *, const char *path);

/* Fill `bytes` from an open file; returns the bytes read, or -1. */
ssize_t file_take(int file, char *bytes, size_t length);

/* An open file's bytes, mapped to be read until munmap; NULL if there are none,
 * more than `limit`, or it cannot be. */
void *file_map(int file, size_t limit, size_t *length);

/* Write all of them into an open file; false with errno set. */
bool file_put(int file, const void *bytes, size_t length);

/* True if the path is a regular file of exactly these bytes. */
bool file_holds(const char *path, const char *bytes, size_t length);

/* A failure of the world's, with what errno says. */
void file_fail(struct messages *, const char *path, const char *what);

#endif
