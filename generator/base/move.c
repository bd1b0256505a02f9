/* Files that take their places together, or give them back. */
/* SPDX-License-Identifier: MIT */
#include "base/move.h"

#include "base/interrupt.h"
#include "base/sync.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	SYNCED_AT_ONCE = 64 /* files, which are all open */
};

/* Create the file and fill it. It stays open, *file, to be synced; less than 0:
 * there is none. */
static bool
move_write(struct saving *saving, struct move *move, int *file)
{
	const struct text *text = &move->output->bytes;
	int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;

	*file = open(move->made, flags, 0666);
	if (*file < 0) {
		file_fail(saving->messages, move->target, "cannot create");
		return false;
	}
	move->is_made = true;
	if (file_put(*file, text_string(text), text->length))
		return true;
	file_fail(saving->messages, move->target, "cannot write");
	return false;
}

static bool
move_close(struct saving *saving, const struct move *move,
	   const struct sync *sync, bool good)
{
	bool is_closed = close(sync->file) == 0;

	if (sync->fault != 0)
		errno = sync->fault;
	if (good && (sync->fault != 0 || !is_closed))
		file_fail(saving->messages, move->target, "cannot write");
	return good && sync->fault == 0 && is_closed;
}

static bool
is_interrupted(struct saving *saving)
{
	if (!interrupt_is_waiting())
		return false;
	message_add(saving->messages, WEIGHT_FAILURE,
		    (struct place){saving->root, 0, 0},
		    "interrupted: nothing was changed");
	return true;
}

/* Write some files and bring them to the disk. The first fault is told. */
static bool
some_write(struct saving *saving, struct move *moves, size_t count)
{
	struct sync syncs[SYNCED_AT_ONCE];
	size_t open = 0;
	bool good = true;

	while (good && open < count) {
		int file = -1;

		good = !is_interrupted(saving) &&
		       move_write(saving, &moves[open], &file);
		if (good || moves[open].is_made)
			syncs[open++] = (struct sync){file, 0};
	}
	if (good)
		syncers_run(saving->syncers, syncs, count);
	for (size_t i = 0; i < open; i++)
		good = move_close(saving, &moves[i], &syncs[i], good);
	return good;
}

static bool
all_write(struct saving *saving)
{
	if (mkdir(saving->aside, 0777) != 0) {
		file_fail(saving->messages, saving->aside,
			  "cannot make folder");
		return false;
	}
	for (size_t i = 0; i < saving->count; i += SYNCED_AT_ONCE) {
		size_t left = saving->count - i;

		if (!some_write(saving, saving->moves + i,
				left < SYNCED_AT_ONCE ? left : SYNCED_AT_ONCE))
			return false;
	}
	for (size_t i = 0; i < saving->folder_count; i++) {
		if (mkdir(saving->folders[i], 0777) != 0) {
			file_fail(saving->messages, saving->folders[i],
				  "cannot make folder");
			return false;
		}
		saving->folders_made++;
	}
	return true;
}

/* What stands at the target gets a second name, so that no reader ever misses
 * it; or, on a file system that gives none, is moved away. */
static bool
target_keep(struct move *move)
{
	struct stat status;

	if (lstat(move->target, &status) != 0)
		return errno == ENOENT;
	if (!S_ISREG(status.st_mode) && !S_ISLNK(status.st_mode)) {
		errno = S_ISDIR(status.st_mode) ? EISDIR : EEXIST;
		return false;
	}
	move->is_kept = link(move->target, move->kept) == 0 ||
			rename(move->target, move->kept) == 0;
	return move->is_kept;
}

static bool
all_move(struct saving *saving)
{
	for (size_t i = 0; i < saving->count; i++) {
		struct move *move = &saving->moves[i];

		if (!target_keep(move) ||
		    rename(move->made, move->target) != 0) {
			file_fail(saving->messages, move->target,
				  "cannot rename");
			return false;
		}
		move->is_made = false;
		move->is_moved = true;
	}
	return true;
}

/* A second name of what still stands at its place is left to aside_remove. */
static void
all_put_back(struct saving *saving)
{
	for (size_t i = saving->count; i-- > 0;) {
		struct move *move = &saving->moves[i];

		if (!move->is_kept && move->is_moved)
			unlink(move->target);
		if (!move->is_kept || rename(move->kept, move->target) == 0)
			continue;
		file_fail(saving->messages, move->kept, "cannot put back");
		move->is_kept = false; /* and so is not removed */
	}
	while (saving->folders_made > 0)
		rmdir(saving->folders[--saving->folders_made]);
}

static void
aside_remove(const struct saving *saving)
{
	for (size_t i = 0; i < saving->count; i++) {
		if (saving->moves[i].is_made)
			unlink(saving->moves[i].made);
		if (saving->moves[i].is_kept)
			unlink(saving->moves[i].kept);
	}
	rmdir(saving->aside);
}

bool
moves_make(struct saving *saving)
{
	bool good;

	interrupts_hold();
	good = all_write(saving) && all_move(saving);
	if (!good)
		all_put_back(saving);
	aside_remove(saving);
	interrupts_release();
	return good;
}
