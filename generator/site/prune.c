/* Remove from the site's folder what earlier builds left there. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	DEEPEST = 16 /* folders inside one another */
};

static bool
is_output(const struct outputs *outputs, const char *path)
{
	for (size_t i = 0; i < outputs->count; i++)
		if (strcmp(outputs->items[i].path, path) == 0)
			return true;
	return false;
}

/* Links are no folders here: nothing outside the site is ever removed. */
static void
folder_prune(struct arena *arena, const struct outputs *outputs,
	     const char *path, int depth)
{
	DIR *folder = opendir(arena_print(arena, "%s/%s", outputs->root, path));

	if (folder == NULL)
		return;
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		const char *child = arena_print(arena, "%s/%s", path,
						entry->d_name);
		const char *full = arena_print(arena, "%s/%s", outputs->root,
					       child);
		struct stat status;

		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0 ||
		    lstat(full, &status) != 0)
			continue;
		if (S_ISDIR(status.st_mode) && depth < DEEPEST) {
			folder_prune(arena, outputs, child, depth + 1);
			rmdir(full); /* stays if anything is in it */
		} else if (!S_ISDIR(status.st_mode) &&
			   !is_output(outputs, child)) {
			unlink(full);
		}
	}
	closedir(folder);
}

void
site_prune(struct arena *arena, const struct outputs *outputs)
{
	folder_prune(arena, outputs, "site", 0);
}
