/* Files saved all together or not at all. */
/* SPDX-License-Identifier: MIT */
#include "base/move.h"

#include "base/arena.h"
#include "base/path.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

void
outputs_add(struct arena *arena, struct outputs *outputs, const char *path,
	    struct text *text)
{
	struct output output = {.path = arena_copy(arena, path),
				.bytes = *text};

	ARENA_PUSH(arena, outputs->items, outputs->count, output);
	*text = (struct text){0};
}

void
outputs_lend(struct arena *arena, struct outputs *outputs, const char *path,
	     const char *bytes, size_t length)
{
	struct output output = {.path = arena_copy(arena, path),
				.bytes = {(char *)bytes, length, 0},
				.is_lent = true};

	ARENA_PUSH(arena, outputs->items, outputs->count, output);
}

void
outputs_free(struct outputs *outputs)
{
	for (size_t i = 0; i < outputs->count; i++)
		if (!outputs->items[i].is_lent)
			text_free(&outputs->items[i].bytes);
	outputs->count = 0;
}

bool
folders_make(struct messages *messages, const char *path)
{
	struct text made = {0};
	bool good = true;

	for (const char *end = path; good && *end != '\0';) {
		end += strspn(end, "/");
		end += strcspn(end, "/");
		made.length = 0;
		text_add_bytes(&made, path, (size_t)(end - path));
		good = mkdir(made.bytes, 0777) == 0 || errno == EEXIST;
	}
	if (!good)
		file_fail(messages, made.bytes, "cannot make folder");
	text_free(&made);
	return good;
}

/* --- what there is to do: nothing is written, all memory is taken --- */

static bool
is_planned(const struct saving *saving, const char *folder)
{
	for (size_t i = 0; i < saving->folder_count; i++)
		if (strcmp(saving->folders[i], folder) == 0)
			return true;
	return false;
}

/* The folders between the root and the file that are not there. */
static void
folders_plan(struct saving *saving, const char *target)
{
	const char *slash = target + strlen(saving->root);
	struct stat status;

	while ((slash = strchr(slash + 1, '/')) != NULL) {
		const char *folder = arena_copy_bytes(saving->arena, target,
						      (size_t)(slash - target));

		if (lstat(folder, &status) != 0 && errno == ENOENT &&
		    !is_planned(saving, folder))
			ARENA_PUSH(saving->arena, saving->folders,
				   saving->folder_count, folder);
	}
}

/* A link in the output folder may not lead the files elsewhere. */
static bool
target_is_inside(struct saving *saving, const char *target)
{
	const char *slash = strrchr(target, '/');
	const char *folder = arena_copy_bytes(saving->arena, target,
					      (size_t)(slash - target));
	struct place at = {folder, 0, 0};

	if (path_is_inside(saving->root, folder))
		return true;
	message_error(saving->messages, at, "leads out of the output folder");
	return false;
}

static bool
moves_plan(struct saving *saving, struct outputs *outputs)
{
	struct arena *arena = saving->arena;
	bool good = true;

	saving->moves = arena_array(arena, outputs->count,
				    sizeof(*saving->moves));
	for (size_t i = 0; i < outputs->count; i++) {
		struct output *output = &outputs->items[i];
		struct move move = {.output = output};

		move.target = arena_print(arena, "%s/%s", saving->root,
					  output->path);
		output->is_changed = !file_holds(move.target,
						 text_string(&output->bytes),
						 output->bytes.length);
		if (!output->is_changed)
			continue;
		good &= target_is_inside(saving, move.target);
		folders_plan(saving, move.target);
		move.made = arena_print(arena, "%s/%zu", saving->aside, i);
		move.kept = arena_print(arena, "%s/%zu.old", saving->aside, i);
		saving->moves[saving->count++] = move;
	}
	return good;
}

/* What a run that was killed left aside; the lock says that none is at work. */
static void
aside_clear(const char *path)
{
	int file = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *folder = file < 0 ? NULL : fdopendir(file);

	if (folder == NULL) {
		unlink(path);
		return;
	}
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
		unlinkat(file, entry->d_name, 0);
	closedir(folder);
	rmdir(path);
}

/* One run at a time; where a file system knows no locks, none is held. */
static bool
root_lock(struct saving *saving)
{
	if (!folders_make(saving->messages, saving->root))
		return false;
	saving->lock = open(saving->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (saving->lock < 0) {
		file_fail(saving->messages, saving->root, "cannot open");
		return false;
	}
	if (flock(saving->lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
		return true;
	message_add(saving->messages, WEIGHT_FAILURE,
		    (struct place){saving->root, 0, 0},
		    "another run is saving to this folder");
	return false;
}

bool
outputs_save(struct arena *arena, struct messages *messages,
	     struct outputs *outputs)
{
	struct saving saving = {.arena = arena,
				.messages = messages,
				.root = outputs->root,
				.lock = -1};
	struct stat status;
	bool is_new = stat(outputs->root, &status) != 0;
	bool good = root_lock(&saving);

	if (good) {
		saving.aside = arena_print(arena, "%s/.new", saving.root);
		aside_clear(saving.aside);
		good = moves_plan(&saving, outputs);
	}
	if (good && saving.count > 0)
		good = moves_make(&saving);
	if (!good && is_new)
		rmdir(saving.root);
	if (saving.lock >= 0)
		close(saving.lock);
	return good;
}
