/* The pinned list of fonts, and the faces in their files. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_FONTS_H
#define TYPESET_FONTS_H

#include "typeset/typeset.h"

#include <hb.h>

/* A row of fonts.tsv. */
struct font_file {
	const char *file; /* name in the folder */
	unsigned index;	  /* of the face in a collection */
	struct face face;
	size_t size; /* [bytes] */
	struct place at;
};

/* "Family Bold Italic", the arena's, for messages. */
const char *face_name(struct arena *, const struct face *);

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

/* The face in its file, of which only those pages are read that are asked for;
 * the caller's to destroy. NULL after a message. */
hb_face_t *font_open(struct arena *, struct messages *,
		     const struct font_list *, const struct font_file *);

/* Let go of what was read of a face's file: it will be read again if it is
 * asked for. With each page the kernel maps fifteen beside it, and glyphs lie
 * far from each other: some hundred of them would keep all of a large font. */
void font_rest(hb_face_t *);

#endif
