/* The folder of published versions beside the target. */
/* SPDX-License-Identifier: MIT */
#ifndef SITE_SHELF_H
#define SITE_SHELF_H

#include "site/room.h"

struct shelf {
	struct arena *arena;
	struct messages *messages;
	const char *target; /* the link, without a slash at its end */
	const char *folder; /* TARGET.versions */
	long *versions;	    /* that stand there, rising */
	size_t count;
	long current; /* that the link points to; 0: none */
	int lock;     /* descriptor; -1: none */
};

/* A message of the world's; always false. */
bool shelf_fail(struct shelf *, const char *path, const char *what);
const char *shelf_path(struct shelf *, const char *name);
const char *version_name(struct shelf *, long number);

/* --- fill.c --- */

/* Fill the empty folder `made` with the site, packed files beside it and the
 * assets of the versions kept; false after a message. */
bool version_fill(struct shelf *, const char *from, const char *made,
		  long number);
void tree_remove(const char *path);

#endif
