/* The structure tree in the making. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

#include "pdf/parts.h"

/* A structure element in the file. */
struct entry {
	const struct element_node *element;
	qpdf_oh object;
	qpdf_oh *kids; /* the arena's */
	size_t kid_count;
	bool has_page; /* then marks on that page are kids by number alone */
	size_t page;
};

struct structure {
	struct file *file;
	struct arena *arena;
	struct entry *entries; /* sorted by element once all are there */
	size_t count;
	qpdf_oh roles[ROLES]; /* their names, once each is asked for */
	qpdf_oh numbers;      /* of the parent tree */
	long long next;	      /* key of the parent tree */
};

/* NULL if the element is not in the tree. */
struct entry *entry_find(const struct structure *, const struct element_node *);

void entry_add_kid(struct structure *, struct entry *, qpdf_oh kid);

/* The next key of the parent tree leads to `parent`. */
void parent_add(struct structure *, qpdf_oh parent);

/* Annotations for the links of a page. */
void page_add_links(struct structure *, size_t page);

#endif
