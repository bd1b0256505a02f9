/* Paths that others name held to a folder. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>

/* True if `path` leads to `folder` or into it, all "..", and all symbolic links
 * of both followed. A path that leads nowhere passes: to open it will fail and
 * say why. */
bool path_is_inside(const char *folder, const char *path);

#endif
