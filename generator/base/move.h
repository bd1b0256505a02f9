/* Files that take their places together, or give them back. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_MOVE_H
#define BASE_MOVE_H

#include "base/file.h"

/* A file on its way: written aside, then moved; what it replaces is kept until
 * all have moved. */
struct move {
	struct output *output;
	const char *target;
	const char *made; /* the new file, aside */
	const char *kept; /* what stood there, aside */
	bool is_made;	  /* `made` is there */
	bool is_kept;	  /* `kept` is there */
	bool is_moved;	  /* the new file is at its place */
};

struct saving {
	struct arena *arena;
	struct messages *messages;
	const char *root;
	const char *aside; /* folder in the root */
	int lock;	   /* descriptor of the root, or -1 */
	struct move *moves;
	size_t count;
	const char **folders; /* to be made, outer ones first */
	size_t folder_count;
	size_t folders_made;
};

/* Write all that is planned aside, then move it to its place. False after a
 * message, with everything put back. Takes no memory, so that the lack of it
 * cannot come between. */
bool moves_make(struct saving *);

#endif
