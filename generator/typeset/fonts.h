/* The pinned list of fonts, and one face of it cut down to a text. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_FONTS_H
#define TYPESET_FONTS_H

#include "typeset/typeset.h"

/* A row of fonts.tsv. */
struct font_file {
	const char *file; /* name in the folder */
	unsigned index;	  /* of the face in a collection */
	struct face face;
	size_t size; /* [bytes] */
	struct place at;
};

struct font_list {
	const char *folder;
	struct font_file *items;
	size_t count;
};

/* Read FOLDER/fonts.tsv; false after messages. */
bool font_list_read(struct arena *, struct messages *, const char *folder,
		    struct font_list *);

/* The row of exactly that family, weight and slope, or NULL. */
const struct font_file *font_list_find(const struct font_list *,
				       const struct face *);

/* An anonymous file with the face, cut down to the characters and to those
 * that both languages always need: a descriptor that the caller closes, or -1
 * after a message. */
int font_subset(struct arena *, struct messages *, const struct font_list *,
		const struct font_file *, const struct characters *);

#endif
