/* One scene while it is written as SVG: shared by svg.c and mark.c. */
/* SPDX-License-Identifier: MIT */
#ifndef HTML_PICTURE_H
#define HTML_PICTURE_H

#include "html/room.h"

struct picture {
	struct text *out;
	const struct scene *scene;
	double size; /* [pt] of the type of the first text: the default */
	enum anchor anchor; /* of most texts: the default */
	bool is_used[INKS];
	bool is_grouped; /* inside a group */
	bool is_inline;	 /* on a page; otherwise a file of its own */
};

/* "start", "middle", "end". */
const char *anchor_name(enum anchor);

/* An id of the picture's own: its name, its language, the part. */
void picture_add_id(const struct picture *, const char *part);

/* Write the first of `count` marks, and those after it that go into the same
 * element; how many that were. */
size_t marks_write(struct picture *, const struct mark *, size_t count);

#endif
