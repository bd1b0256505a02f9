/* Files read whole and bounded; files saved all together or not at all. */
/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include "base/arena.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
fail(struct messages *messages, const char *path, const char *what)
{
	message_add(messages, WEIGHT_FAILURE, (struct place){path, 0, 0},
		    "%s: %s", what, strerror(errno));
}

/* Fill `bytes`; returns the bytes read, or -1. */
static ssize_t
read_all(int file, char *bytes, size_t length)
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

static char *
read_open(struct arena *arena, struct messages *messages, const char *path,
	  int file, size_t limit, size_t *length)
{
	struct place at = {path, 0, 0};
	struct stat status;
	ssize_t got;
	char *bytes;

	if (fstat(file, &status) != 0) {
		fail(messages, path, "cannot read");
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
	bytes = arena_take(arena, (size_t)status.st_size + 1);
	got = read_all(file, bytes, (size_t)status.st_size);
	if (got < 0) {
		fail(messages, path, "cannot read");
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
		fail(messages, path, "cannot open");
		return NULL;
	}
	bytes = read_open(arena, messages, path, file, limit, length);
	close(file);
	return bytes;
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
		fail(messages, path, "cannot open");
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

void
outputs_add(struct arena *arena, struct outputs *outputs, const char *path,
	    struct text *text)
{
	struct output output = {arena_copy(arena, path), *text, false};

	ARENA_PUSH(arena, outputs->items, outputs->count, output);
	*text = (struct text){0};
}

void
outputs_free(struct outputs *outputs)
{
	for (size_t i = 0; i < outputs->count; i++)
		text_free(&outputs->items[i].bytes);
	outputs->count = 0;
}

/* True if the file at `path` already holds these bytes. */
static bool
file_holds(const char *path, const struct text *text)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat status;
	bool same = false;
	char *bytes;

	if (file < 0)
		return false;
	if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
	    (size_t)status.st_size == text->length &&
	    (bytes = malloc(text->length + 1)) != NULL) {
		same = read_all(file, bytes, text->length) ==
			   (ssize_t)text->length &&
		       memcmp(bytes, text_string(text), text->length) == 0;
		free(bytes);
	}
	close(file);
	return same;
}

/* Make the folders that lead to the last component of `path`. */
static bool
folders_make(struct messages *messages, char *path)
{
	for (char *slash = path + 1; (slash = strchr(slash, '/')); slash++) {
		*slash = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST) {
			fail(messages, path, "cannot make folder");
			*slash = '/';
			return false;
		}
		*slash = '/';
	}
	return true;
}

static bool
write_all(int file, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t put = write(file, bytes, length);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		bytes += put;
		length -= (size_t)put;
	}
	return true;
}

static bool
temporary_write(struct messages *messages, const char *path,
		const struct text *text)
{
	int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
	int file = open(path, flags, 0666);
	bool good;

	if (file < 0) {
		fail(messages, path, "cannot create");
		return false;
	}
	good = write_all(file, text_string(text), text->length) &&
	       fsync(file) == 0;
	if (!good)
		fail(messages, path, "cannot write");
	if (close(file) != 0 && good) {
		fail(messages, path, "cannot write");
		good = false;
	}
	if (!good)
		unlink(path);
	return good;
}

/* `path` with its last component hidden, for a temporary file beside it. */
static char *
temporary_name(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	int lead = slash == NULL ? 0 : (int)(slash + 1 - path);

	return arena_print(arena, "%.*s.%s.%ld", lead, path, path + lead,
			   (long)getpid());
}

struct pending {
	char *path;
	char *temporary;
};

static bool
pending_prepare(struct arena *arena, struct messages *messages,
		struct outputs *outputs, struct pending *pending, size_t *count)
{
	for (size_t i = 0; i < outputs->count; i++) {
		struct output *output = &outputs->items[i];
		struct pending next;

		next.path = arena_print(arena, "%s/%s", outputs->root,
					output->path);
		output->is_changed = !file_holds(next.path, &output->bytes);
		if (!output->is_changed)
			continue;
		next.temporary = temporary_name(arena, next.path);
		if (!folders_make(messages, next.path) ||
		    !temporary_write(messages, next.temporary, &output->bytes))
			return false;
		pending[(*count)++] = next;
	}
	return true;
}

bool
outputs_save(struct arena *arena, struct messages *messages,
	     struct outputs *outputs)
{
	struct pending *pending = arena_array(arena, outputs->count,
					      sizeof(*pending));
	size_t count = 0;
	bool good = pending_prepare(arena, messages, outputs, pending, &count);

	for (size_t i = 0; i < count; i++) {
		if (good &&
		    rename(pending[i].temporary, pending[i].path) != 0) {
			fail(messages, pending[i].path, "cannot rename");
			good = false;
		}
		if (!good)
			unlink(pending[i].temporary);
	}
	return good;
}
