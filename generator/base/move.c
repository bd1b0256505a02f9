/* Files that take their places together, or give them back. */
/* SPDX-License-Identifier: MIT */
#include "base/move.h"

#include "base/interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Create the file and fill it. */
static bool
move_write(struct saving *saving, struct move *move)
{
	const struct text *text = &move->output->bytes;
	int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
	int file = open(move->made, flags, 0666);
	bool is_put;

	if (file < 0) {
		file_fail(saving->messages, move->target, "cannot create");
		return false;
	}
	move->is_made = true;
	is_put = file_put(file, text_string(text), text->length);
	if (close(file) == 0 && is_put)
		return true;
	file_fail(saving->messages, move->target, "cannot write");
	return false;
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

static bool
all_write(struct saving *saving)
{
	if (mkdir(saving->aside, 0777) != 0) {
		file_fail(saving->messages, saving->aside,
			  "cannot make folder");
		return false;
	}
	for (size_t i = 0; i < saving->count; i++)
		if (is_interrupted(saving) ||
		    !move_write(saving, &saving->moves[i]))
			return false;
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
