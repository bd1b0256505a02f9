/* A temporary folder to write files into, and an ear for messages. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_XML_FILES_H
#define TESTS_XML_FILES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/text.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Paths in messages are short and the same everywhere, as the program moves
 * into the folder. */
struct files {
	char folder[32];
	struct arena *arena;
	struct messages messages;
	char *heard; /* since the last files_heard */
	size_t length;
	FILE *out;
};

static inline void
files_open(struct files *files)
{
	*files = (struct files){.folder = "/tmp/rapporteur.XXXXXX"};
	assert_non_null(mkdtemp(files->folder));
	assert_int_equal(chdir(files->folder), 0);
	files->arena = arena_new();
	files->out = open_memstream(&files->heard, &files->length);
	files->messages.out = files->out;
}

static inline int
file_drop(const char *path, const struct stat *status, int kind,
	  struct FTW *walk)
{
	(void)status, (void)kind, (void)walk;
	return remove(path);
}

static inline void
files_close(struct files *files)
{
	fclose(files->out);
	free(files->heard);
	arena_free(files->arena);
	assert_int_equal(chdir("/"), 0);
	assert_int_equal(
	    nftw(files->folder, file_drop, 8, FTW_DEPTH | FTW_PHYS), 0);
}

static inline void
file_write_bytes(const char *path, const char *bytes, size_t length)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
}

static inline void
file_write(const char *path, const char *string)
{
	file_write_bytes(path, string, strlen(string));
}

/* What was said since the last call, which begins anew. */
static inline const char *
files_heard(struct files *files)
{
	const char *heard;

	fflush(files->out);
	heard = arena_copy_bytes(files->arena, files->heard, files->length);
	rewind(files->out);
	files->messages = (struct messages){.out = files->out};
	return heard;
}

#endif
