/* Put a site in place of the last one in a single step, and back. */
/* SPDX-License-Identifier: MIT */
#include "site/shelf.h"

#include "base/interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	VERSION_MOST = 999999998 /* so that there is a next */
};

bool
shelf_fail(struct shelf *shelf, const char *path, const char *what)
{
	message_add(shelf->messages, WEIGHT_FAILURE, (struct place){path, 0, 0},
		    "%s: %s", what, strerror(errno));
	return false;
}

const char *
shelf_path(struct shelf *shelf, const char *name)
{
	return arena_print(shelf->arena, "%s/%s", shelf->folder, name);
}

/* --- opening --- */

/* The version that the link points to, or 0; false after a message if the
 * target is something else than our link. */
static bool
current_read(struct shelf *shelf)
{
	char link[4096];
	ssize_t length = readlink(shelf->target, link, sizeof(link) - 1);
	struct place at = {0};
	const char *slash;

	shelf->current = 0;
	if (length < 0 && errno == ENOENT)
		return true;
	if (length < 0 && errno == EINVAL && rmdir(shelf->target) == 0)
		return true; /* an empty folder made way */
	if (length > 0) {
		link[length] = '\0';
		slash = strrchr(link, '/');
		shelf->current = slash ? strtol(slash + 1, NULL, 10) : 0;
	}
	if (shelf->current > 0)
		return true;
	at.file = shelf->target;
	message_error(shelf->messages, at,
		      "stands there and was not published by this program");
	return false;
}

static int
numbers_compare(const void *a, const void *b)
{
	const long *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

static bool
versions_read(struct shelf *shelf)
{
	char **names;
	size_t count;

	if (!folder_list(shelf->arena, shelf->messages, shelf->folder, "",
			 &names, &count))
		return false;
	for (size_t i = 0; i < count; i++) {
		char *end;
		long number = strtol(names[i], &end, 10);

		if (number > 0 && number <= VERSION_MOST && *end == '\0')
			ARENA_PUSH(shelf->arena, shelf->versions, shelf->count,
				   number);
	}
	if (shelf->count > 1)
		qsort(shelf->versions, shelf->count, sizeof(long),
		      numbers_compare);
	return true;
}

/* One at a time: the lock goes when the process does. */
static bool
shelf_open(struct shelf *shelf, const char *target)
{
	char *clean = arena_copy(shelf->arena, target);
	size_t length = strlen(clean);

	while (length > 1 && clean[length - 1] == '/')
		clean[--length] = '\0';
	shelf->target = clean;
	shelf->folder = arena_print(shelf->arena, "%s.versions", clean);
	shelf->lock = -1;
	if (!current_read(shelf))
		return false; /* nothing is put beside what is not ours */
	if (mkdir(shelf->folder, 0777) != 0 && errno != EEXIST)
		return shelf_fail(shelf, shelf->folder, "cannot make folder");
	shelf->lock = open(shelf_path(shelf, ".lock"),
			   O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (shelf->lock < 0)
		return shelf_fail(shelf, shelf->folder, "cannot lock");
	if (flock(shelf->lock, LOCK_EX | LOCK_NB) != 0)
		return shelf_fail(shelf, shelf->folder,
				  "another publication is under way");
	return current_read(shelf) && versions_read(shelf);
}

static void
shelf_close(struct shelf *shelf)
{
	if (shelf->lock >= 0)
		close(shelf->lock);
}

/* --- the switch --- */

const char *
version_name(struct shelf *shelf, long number)
{
	return arena_print(shelf->arena, "%06ld", number);
}

static void
folder_flush(const char *path)
{
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (folder < 0)
		return;
	fsync(folder);
	close(folder);
}

/* A link made aside and renamed over the old one: POSIX lets no reader see the
 * target missing. It is relative, so that the folders may move together. */
static bool
link_switch(struct shelf *shelf, long number)
{
	const char *slash = strrchr(shelf->target, '/');
	const char *name = slash == NULL ? shelf->target : slash + 1;
	const char *aside = shelf_path(shelf, ".link");
	char *parent = arena_copy(shelf->arena, shelf->target);

	unlink(aside);
	if (symlink(
		arena_print(shelf->arena, "%s.versions/%06ld", name, number),
		aside) != 0)
		return shelf_fail(shelf, aside, "cannot make link");
	if (rename(aside, shelf->target) != 0) {
		shelf_fail(shelf, shelf->target, "cannot replace");
		unlink(aside);
		return false;
	}
	if (slash != NULL)
		parent[slash - shelf->target] = '\0';
	folder_flush(slash == NULL ? "." : *parent == '\0' ? "/" : parent);
	return true;
}

/* The new folder gets its name only when all of it is on the disk. */
static bool
version_keep(struct shelf *shelf, const char *made, long number)
{
	const char *path = shelf_path(shelf, version_name(shelf, number));

	if (syncfs(shelf->lock) != 0)
		return shelf_fail(shelf, made, "cannot flush");
	if (rename(made, path) != 0)
		return shelf_fail(shelf, path, "cannot rename");
	folder_flush(shelf->folder);
	return true;
}

static void
version_remove(struct shelf *shelf, long number)
{
	const char *path = shelf_path(shelf, version_name(shelf, number));

	tree_remove(path);
	unlink(arena_print(shelf->arena, "%s.assets", path));
}

/* All but the newest go, and never the one that is served. */
static void
versions_prune(struct shelf *shelf, long served, int keep)
{
	size_t all = shelf->count + 1;

	for (size_t i = 0; i < shelf->count && all > (size_t)keep; i++) {
		if (shelf->versions[i] == served)
			continue;
		version_remove(shelf, shelf->versions[i]);
		all--;
	}
}

static bool
publish(struct shelf *shelf, const struct publication *publication,
	const char **version)
{
	const char *made = shelf_path(shelf, ".new");
	long number = shelf->count == 0 ? 1
					: shelf->versions[shelf->count - 1] + 1;

	*version = version_name(shelf, number);
	tree_remove(made);
	if (mkdir(made, 0777) != 0)
		return shelf_fail(shelf, made, "cannot make folder");
	if (!version_fill(shelf, publication->from, made, number) ||
	    !version_keep(shelf, made, number) || !link_switch(shelf, number)) {
		tree_remove(made);
		version_remove(shelf, number);
		return false;
	}
	versions_prune(shelf, number, publication->keep);
	return true;
}

bool
site_publish(struct arena *arena, struct messages *messages,
	     const struct publication *publication, const char **version)
{
	struct shelf shelf = {.arena = arena, .messages = messages};
	bool good;

	interrupts_hold();
	good = shelf_open(&shelf, publication->target) &&
	       publish(&shelf, publication, version);
	shelf_close(&shelf);
	interrupts_release();
	return good;
}

bool
site_roll_back(struct arena *arena, struct messages *messages,
	       const char *target, const char **version)
{
	struct shelf shelf = {.arena = arena, .messages = messages};
	struct place at = {target, 0, 0};
	bool good = shelf_open(&shelf, target);
	long before = 0;

	for (size_t i = 0; i < shelf.count; i++)
		if (shelf.versions[i] < shelf.current)
			before = shelf.versions[i];
	if (good && before == 0) {
		message_error(messages, at,
			      "there is no version to go back to");
		good = false;
	}
	*version = version_name(&shelf, before);
	good = good && link_switch(&shelf, before);
	shelf_close(&shelf);
	return good;
}
