/* Files read whole and bounded, written, compared; folders listed. */
/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include "base/arena.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	PIECE = 32 * 1024 /* [bytes] of a file that are compared at once */
};

void
file_fail(struct messages *messages, const char *path, const char *what)
{
	message_add(messages, WEIGHT_FAILURE, (struct place){path, 0, 0},
		    "%s: %s", what, strerror(errno));
}

ssize_t
file_take(int file, char *bytes, size_t length)
{
	size_t done = 0;

	while (done < length) {
		ssize_t got = read(file, bytes + done, length - done);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		done += (size_t)got;
	}
	return (ssize_t)done;
}

void *
file_map(int file, size_t limit, size_t *length)
{
	struct stat status;
	void *bytes;

	if (fstat(file, &status) != 0 || status.st_size <= 0 ||
	    (uintmax_t)status.st_size > limit)
		return NULL;
	*length = (size_t)status.st_size;
	bytes = mmap(NULL, *length, PROT_READ, MAP_PRIVATE, file, 0);
	return bytes == MAP_FAILED ? NULL : bytes;
}

bool
file_put(int file, const void *bytes, size_t length)
{
	const char *at = bytes;

	while (length > 0) {
		ssize_t put = write(file, at, length);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		at += put;
		length -= (size_t)put;
	}
	return true;
}

/* True if what is left of the open file is these bytes. */
static bool
rest_is(int file, const char *bytes, size_t length)
{
	char read[PIECE];

	for (size_t at = 0; at < length;) {
		size_t piece = length - at < PIECE ? length - at : PIECE;

		if (file_take(file, read, piece) != (ssize_t)piece ||
		    memcmp(read, bytes + at, piece) != 0)
			return false;
		at += piece;
	}
	return true;
}

bool
file_holds(const char *path, const char *bytes, size_t length)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat status;
	bool same;

	if (file < 0)
		return false;
	same = fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
	       (size_t)status.st_size == length && rest_is(file, bytes, length);
	close(file);
	return same;
}

static char *
read_open(struct arena *arena, struct messages *messages, const char *path,
	  int file, size_t limit, size_t *length)
{
	struct place at = {path, 0, 0};
	struct stat status;
	ssize_t got;
	char *bytes;

	if (fstat(file, &status) != 0) {
		file_fail(messages, path, "cannot read");
		return NULL;
	}
	if (!S_ISREG(status.st_mode)) {
		message_error(messages, at, "not a regular file");
		return NULL;
	}
	if ((unsigned long long)status.st_size > limit) {
		message_error(messages, at, "file is over %zu bytes", limit);
		return NULL;
	}
	bytes = arena_room(arena, (size_t)status.st_size + 1, 1);
	got = file_take(file, bytes, (size_t)status.st_size);
	if (got < 0) {
		file_fail(messages, path, "cannot read");
		return NULL;
	}
	*length = (size_t)got;
	bytes[got] = '\0';
	return bytes;
}

char *
file_read(struct arena *arena, struct messages *messages, const char *path,
	  size_t limit, size_t *length)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	char *bytes;

	*length = 0;
	if (file < 0) {
		file_fail(messages, path, "cannot open");
		return NULL;
	}
	bytes = read_open(arena, messages, path, file, limit, length);
	close(file);
	return bytes;
}

char *
file_read_quietly(struct arena *arena, const char *path, size_t limit,
		  size_t *length)
{
	struct messages silent = {0};

	return file_read(arena, &silent, path, limit, length);
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
name_ends(const char *name, const char *suffix)
{
	size_t length = strlen(name), tail = strlen(suffix);

	return length > tail && strcmp(name + length - tail, suffix) == 0;
}

bool
folder_list(struct arena *arena, struct messages *messages, const char *path,
	    const char *suffix, char ***names, size_t *count)
{
	DIR *folder = opendir(path);
	char **found = NULL;
	size_t length = 0;

	if (folder == NULL) {
		file_fail(messages, path, "cannot open");
		return false;
	}
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
		if (entry->d_name[0] != '.' && name_ends(entry->d_name, suffix))
			ARENA_PUSH(arena, found, length,
				   arena_copy(arena, entry->d_name));
	closedir(folder);
	if (length > 1)
		qsort(found, length, sizeof(*found), compare_names);
	*names = found;
	*count = length;
	return true;
}
