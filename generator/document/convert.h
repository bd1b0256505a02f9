/* Prepared lines made into nodes by cmark, with the author's faults found. */
/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_CONVERT_H
#define DOCUMENT_CONVERT_H

#include "document/prepare.h"

/* Else cmark's own NODE_ names would stand in for ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

/* Parse the lines and append their blocks to a NODE_DOCUMENT or NODE_NOTE. */
void lines_convert(struct parser *, const struct slice *, size_t count,
		   struct node *parent);

/* --- between block.c, inline.c, link.c and space.c --- */

struct conversion {
	struct parser *parser;
	struct prepared prepared;
	int depth;	/* of what is being converted */
	bool is_link;	/* inside a link's words */
	int last_level; /* of the headings outside of boxes */
};

/* Where a cmark node starts in the prepared text. */
size_t conversion_offset(const struct conversion *, cmark_node *);
struct place conversion_place(const struct conversion *, cmark_node *);
void conversion_fail(const struct conversion *, cmark_node *,
		     const char *words);

/* True if one may go a level deeper; else a message. Leave with depth--. */
bool conversion_enter(struct conversion *, cmark_node *);

/* Append the inlines under a cmark node. */
void inlines_convert(struct conversion *, cmark_node *from,
		     struct node *parent);
void link_convert(struct conversion *, cmark_node *, struct node *parent);

/* The address of a link or image, NULL after a message. */
const char *address_read(struct conversion *, cmark_node *);

/* True if the address opens with the scheme and names something behind it; if
 * that is not a name there is a message and *name is NULL. */
bool address_names(struct conversion *, cmark_node *, const char *address,
		   const char *scheme, const char **name);

/* Settle the line ends within a block's inlines, join its texts, trim them. */
void spaces_settle(struct arena *, struct node *block);

#endif
