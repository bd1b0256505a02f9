/* The pinned list of fonts, and one face of it cut down to a text. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_FONTS_H
#define TYPESET_FONTS_H

#include "typeset/typeset.h"

#include <hb.h>
#include <sys/types.h>

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

/* What a face is cut down to. */
struct wanted {
	const struct characters *characters; /* borrowed */
	const char *const *languages;	     /* as typeset_begin takes them */
};

/* Write the face into the file, cut down to what is wanted and to the
 * characters that both languages always need; false after a message. */
bool font_subset(struct arena *, struct messages *, const struct font_list *,
		 const struct font_file *, const struct wanted *, int file);

/* --- languages.c --- */

/* The face as it is for texts in those languages, NULL behind the last: what it
 * substitutes for others is not reached any more. It shares the face's bytes;
 * destroy it before the arena goes. */
hb_face_t *face_for_languages(struct arena *, hb_face_t *,
			      const char *const *languages);

/* --- subsets.c --- */

/* A face that the list has, and the anonymous file that holds its subset. */
struct subset {
	const struct font_file *font;
	bool is_of_figures;
	int file;
};

/* Most of the time goes to the faces with Han characters: two processes share
 * them. */
enum {
	SUBSETTERS = 2
};

/* The faces of a text: where some are not listed, messages. */
struct subsets {
	struct font_list list;
	const struct repertoire *repertoire; /* borrowed */
	const char *const *languages;	     /* as typeset_begin takes them */
	struct subset *items;
	size_t count;
	pid_t processes[SUBSETTERS]; /* that fill the files, or 0 */
};

/* Find the faces and open a file for each; false after messages. */
bool subsets_open(struct arena *, struct messages *, struct subsets *,
		  const char *folder, const struct face *, size_t count);
void subsets_close(struct subsets *);

/* Fill the files; false after messages. */
bool subsets_fill(struct arena *, struct messages *, const struct subsets *);

/* Have processes of their own fill them while this one goes on; if none can be
 * had, nothing is begun. */
void subsets_begin(struct arena *, struct subsets *);
/* True if processes filled them all with at least these characters. They are
 * not there any more then. */
bool subsets_await(struct subsets *, const struct repertoire *);

#endif
