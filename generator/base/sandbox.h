/* What the process may still do while it reads what others wrote. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_SANDBOX_H
#define BASE_SANDBOX_H

#include "base/text.h"

#include <stdbool.h>

enum grant {
	GRANT_READ,    /* the file, or all under the folder */
	GRANT_WRITE,   /* and make, replace and remove files and folders */
	GRANT_REPLACE, /* make, replace and remove entries; no file's bytes */
	GRANT_REMOVE,  /* remove empty folders under the folder */
	GRANTS
};

struct sandbox {
	int rules;   /* descriptor of the kernel's rules; -1: it has none */
	int version; /* of the kernel's Landlock; 0: it has none */
};

/* First open; then grant what is needed, where a path that leads nowhere grants
 * nothing and links are followed now; then enter. Descriptors that are open
 * keep what they can do. */
void sandbox_open(struct sandbox *);
void sandbox_grant(struct sandbox *, enum grant, const char *path);

/* From here on the process and its children reach no file that was not granted,
 * open no socket, start no program, and look into no other process. Adds what
 * holds, or why something does not, to `words`; false if something does not.
 */
bool sandbox_enter(struct sandbox *, struct text *words);

#endif
