/* Where blocks go while a document is collected. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_COLLECT_H
#define LAYOUT_COLLECT_H

#include "layout/strip.h"

/* Where blocks go and how wide they are. */
struct frame {
	struct strips *strips;
	struct element_node *parent;
	enum kind kind;	 /* of paragraphs */
	double x, width; /* [pt] */
	/* an item's number, for its first paragraph */
	const char *label;
	struct element_node *label_element;
	double label_x;
};

/* The anchor of the block or of what it stands in; NULL if there is none. */
const char *owner_of(const struct node *);

/* A heading, its section and its entry in the outline; blocks that follow go
 * into that section. */
void heading_collect(struct collector *, struct frame *, const struct node *);

#endif
