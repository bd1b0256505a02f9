/* Paths that others name held to a folder. */
/* SPDX-License-Identifier: MIT */
#include "base/path.h"

#include <stdlib.h>
#include <string.h>

/* Both are resolved; the root's slash is the only one at an end. */
static bool
leads_into(const char *folder, const char *path)
{
	size_t length = strcmp(folder, "/") == 0 ? 0 : strlen(folder);

	return strncmp(folder, path, length) == 0 &&
	       (path[length] == '/' || path[length] == '\0');
}

bool
path_is_inside(const char *folder, const char *path)
{
	char *to = realpath(path, NULL);
	char *from = to == NULL ? NULL : realpath(folder, NULL);
	bool is_inside = to == NULL || (from != NULL && leads_into(from, to));

	free(from);
	free(to);
	return is_inside;
}
