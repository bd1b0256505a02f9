/* The structure tree as read from the file (PDF 14.7.2). */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PDF_STRUCTURE_H
#define TESTS_PDF_STRUCTURE_H

#include "pdf.h"

enum kid_kind {
	KID_ELEMENT,
	KID_CONTENT,
	KID_OBJECT
};

struct kid {
	enum kid_kind kind;
	struct element *element; /* ELEMENT */
	size_t page;		 /* CONTENT, OBJECT: page_count if unknown */
	long long mcid;		 /* CONTENT */
	qpdf_oh object;		 /* OBJECT: what is referred to */
};

struct element {
	qpdf_oh object;
	int id;
	const char *type; /* "H1": after the role map, without the slash */
	struct element *parent;
	struct kid *kids; /* arena's, as all below */
	size_t kid_count;
	const char *language; /* NULL if it has none of its own */
	const char *alt;
	const char *actual;
	const char *identifier; /* bytes of /ID */
};

struct structure {
	struct element *root;	   /* the StructTreeRoot; NULL: there is none */
	struct element **elements; /* in reading order, without the root */
	size_t count;
};

struct structure structure_read(struct pdf *);

bool element_is(const struct element *, const char *type);
/* The nearest ancestor of a type, NULL if there is none. */
const struct element *element_inside(const struct element *, const char *type);
/* "P (object 12)", for findings. */
const char *element_name(struct pdf *, const struct element *);
/* The value of an attribute of an owner, "/Table" "/Scope" (PDF 14.7.5). */
qpdf_oh element_attribute(struct pdf *, const struct element *,
			  const char *owner, const char *key);
/* The number of kids of a type. */
size_t element_count(const struct element *, const char *type);

#endif
