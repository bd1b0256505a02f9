/* Finished pages: ink at absolute places, each piece owned by a structure
 * element or declared an artifact; the structure in logical order beside it. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_PAGES_H
#define LAYOUT_PAGES_H

#include "chart/chart.h"
#include "document/document.h"
#include "typeset/typeset.h"

#include <stdbool.h>
#include <stddef.h>

/* Structure types of ISO 32000-1, 14.8.4; names as written in the PDF. */
enum role {
	ROLE_DOCUMENT,
	ROLE_PART,
	ROLE_SECT,
	ROLE_DIV,
	ROLE_H1,
	ROLE_H2,
	ROLE_H3,
	ROLE_H4,
	ROLE_H5,
	ROLE_H6,
	ROLE_P,
	ROLE_L,
	ROLE_LI,
	ROLE_LBL,
	ROLE_LBODY,
	ROLE_FIGURE,
	ROLE_CAPTION,
	ROLE_TABLE,
	ROLE_THEAD,
	ROLE_TBODY,
	ROLE_TR,
	ROLE_TH,
	ROLE_TD,
	ROLE_NOTE,
	ROLE_REFERENCE,
	ROLE_LINK,
	ROLE_SPAN,
	ROLES
};
const char *role_name(enum role); /* "H1", "LBody" */

enum numbering {
	NUMBERING_NONE,
	NUMBERING_DECIMAL,
	NUMBERING_LOWER_ALPHA,
	NUMBERING_LOWER_ROMAN
};

struct box {
	double x, y, width, height; /* [pt] from the page's top left */
};

/* An element of the structure tree, in reading order. It owns ink or has
 * children, never both. */
struct element_node {
	enum role role;
	struct element_node *parent;
	struct element_node *first;
	struct element_node *last;
	struct element_node *next;
	const char
	    *language;	 /* BCP 47 if it differs from the parent's, or NULL */
	const char *alt; /* FIGURE */
	const char *actual;	  /* replacement text or NULL */
	const char *id;		  /* NOTE; unique */
	bool is_column_head;	  /* TH scope: column; else row */
	enum numbering numbering; /* L */
	bool has_box;		  /* FIGURE, TABLE */
	size_t box_page;
	struct box box;
};

enum artifact {
	ARTIFACT_NONE,	 /* owned by an element */
	ARTIFACT_HEADER, /* pagination, top */
	ARTIFACT_FOOTER, /* pagination, bottom */
	ARTIFACT_LAYOUT	 /* rules, frames */
};

enum mark_ink {
	PAGE_GLYPHS,
	PAGE_RULE,  /* a straight line from x, y over width, height */
	PAGE_FRAME, /* the outline of a box */
	PAGE_BAR,   /* a filled box: barcodes */
	PAGE_SCENE
};

/* One piece of ink: exactly one of element and artifact owns it. */
struct page_ink {
	enum mark_ink kind;
	double x, y; /* [pt] GLYPHS: the line's left end and baseline */
	double width, height; /* [pt] */
	double stroke;	      /* [pt] RULE, FRAME */
	const struct glyph_run *glyphs;
	const struct scene *scene;
	struct element_node *element; /* NULL for an artifact */
	enum artifact artifact;
};

/* A rectangle to click on; a link set over two lines has two. */
struct page_link {
	struct box box;
	struct element_node *element; /* ROLE_LINK */
	const char *uri;	      /* or NULL: goes to a place */
	size_t to_page;
	double to_y;
	const char *contents; /* words for who cannot see it */
};

/* A line of text as it was set: what tests of the setting ask for. */
struct page_line {
	const char *kind;  /* of its type in the page style: "note" */
	const char *owner; /* anchor of its block, id of its note, or "-" */
	const char *text;
	size_t length;		/* [bytes] */
	double x, y;		/* [pt] left end and baseline */
	double ratio;		/* adjustment ratio */
	bool is_first, is_last; /* of its block */
};

struct page {
	struct page_ink *inks; /* in reading order, artifacts first or last */
	size_t ink_count;
	struct page_link *links;
	size_t link_count;
	struct page_line *lines;
	size_t line_count;
};

struct bookmark {
	const char *title;
	int level; /* from 1 */
	size_t page;
	double y;
};

struct pages {
	double width, height; /* [pt] */
	const char *tag;      /* BCP 47 of the whole */
	const char *peer_tag; /* of the language beside it, or NULL */
	const char *title;
	struct page *items;
	size_t count;
	struct element_node *root;
	struct bookmark *bookmarks;
	size_t bookmark_count;
};

struct text;
/* One fact a line; lengths in hundredths of a point. */
void pages_print(struct text *, const struct pages *);

#endif
