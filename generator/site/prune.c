/* Remove from the site's folder what earlier builds left there. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	DEEPEST = 16 /* folders inside one another */
};

/* The site's files as they are to be. */
struct kept {
	const char *root;
	const char **paths; /* in order */
	size_t count;
};

static int
compare_paths(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
is_kept(const struct kept *kept, const char *path)
{
	return kept->count > 0 &&
	       bsearch(&path, kept->paths, kept->count, sizeof(*kept->paths),
		       compare_paths) != NULL;
}

/* Links are no folders here: nothing outside the site is ever removed. */
static void
folder_prune(struct arena *arena, const struct kept *kept, const char *path,
	     int depth)
{
	DIR *folder = opendir(arena_print(arena, "%s/%s", kept->root, path));

	if (folder == NULL)
		return;
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		const char *child = arena_print(arena, "%s/%s", path,
						entry->d_name);
		const char *full = arena_print(arena, "%s/%s", kept->root,
					       child);
		struct stat status;

		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0 || is_kept(kept, child) ||
		    lstat(full, &status) != 0)
			continue;
		if (S_ISDIR(status.st_mode) && depth < DEEPEST) {
			folder_prune(arena, kept, child, depth + 1);
			rmdir(full); /* stays if anything is in it */
		} else if (!S_ISDIR(status.st_mode)) {
			unlink(full);
		}
	}
	closedir(folder);
}

void
site_prune(struct arena *arena, const struct outputs *outputs)
{
	struct kept kept = {.root = outputs->root};

	for (size_t i = 0; i < outputs->count; i++)
		ARENA_PUSH(arena, kept.paths, kept.count,
			   outputs->items[i].path);
	if (kept.count > 0)
		qsort(kept.paths, kept.count, sizeof(*kept.paths),
		      compare_paths);
	folder_prune(arena, &kept, "site", 0);
}
