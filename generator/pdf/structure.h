/* The structure tree in the making. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

#include "pdf/parts.h"

/* Where content of an element stands. */
struct content {
	size_t page;
	size_t number; /* MCID */
};

/* An annotation of an element. */
struct annotation {
	size_t page;
	qpdf_oh object;
};

/* A structure element, in the file or not. */
struct entry {
	const struct element_node *element;
	qpdf_oh object; /* its own, or its parent's if it is not in the file */
	struct content *contents; /* these four are the arena's */
	size_t content_count;
	struct annotation *annotations;
	size_t annotation_count;
};

struct structure {
	struct file *file;
	struct arena *arena;
	struct entry *entries; /* sorted by element once all are there */
	size_t count;
	qpdf_oh roles[ROLES]; /* their names, once each is asked for */
	qpdf_oh *integers;    /* from 0, as far as they were asked for */
	size_t integer_count;
	const char *tag; /* of the language that was set last; borrowed */
	qpdf_oh language;
	qpdf_oh frame;	 /* of links: none */
	qpdf_oh numbers; /* of the parent tree */
	size_t next;	 /* key of the parent tree */
};

/* An integer of the structure tree, where each is needed on every page. */
qpdf_oh integer_of(struct structure *, size_t);

/* NULL if the element is not in the tree. */
struct entry *entry_find(const struct structure *, const struct element_node *);

/* The next key of the parent tree leads to `parent`. */
void parent_add(struct structure *, qpdf_oh parent);

/* Annotations for the links of a page. */
void page_add_links(struct structure *, size_t page);

/* --- kids.c --- */

/* The element that owns this one's content in the file: itself, or its parent.
 */
const struct element_node *element_in_file(const struct element_node *);

/* Set the kids of the element, if it is in the file, in logical order. */
void kids_set(struct structure *, const struct entry *);

#endif
