/* A page style as read: every size and place on a page. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_STYLE_H
#define LAYOUT_STYLE_H

#include "layout/layout.h"

/* Kinds of text, each with its letters and the space around it. */
enum kind {
	KIND_TEXT,
	KIND_ITEM,
	KIND_HEADING_1,
	KIND_HEADING_2,
	KIND_HEADING_3,
	KIND_HEADING_4,
	KIND_BOX_HEADING,
	KIND_BOX_TEXT,
	KIND_NOTICE,
	KIND_NOTE,
	KIND_CAPTION_NUMBER,
	KIND_CAPTION,
	KIND_SOURCE,
	KIND_TABLE_HEAD,
	KIND_TABLE_CELL,
	KIND_ORGANIZATION,
	KIND_SYMBOL,
	KIND_ORGAN,
	KIND_FACT,
	KIND_SESSION,
	KIND_VENUE,
	KIND_AGENDA,
	KIND_TITLE,
	KIND_SERIES,
	KIND_HEADER,
	KIND_FOOTER,
	KIND_PAGE_NUMBER,
	KINDS
};

/* All in points. Two blocks stand apart by the greater of the first one's
 * `below` and the second one's `above`. */
struct kind_style {
	double size;
	double han_size;
	double leading;
	double han_leading;
	double above;
	double below;
	double stretch; /* the space above may grow by this much */
	bool bold;
	bool italic; /* Latin letters only */
	enum alignment alignment;
};

/* All in points, from the page's top left, unless said otherwise. */
struct style {
	struct {
		double width, height;
	} page;
	struct {
		double left, right; /* margins */
		double top, bottom; /* margins */
		double first_top;   /* margin of the first page */
	} body;
	struct {
		double left, right;   /* margins of header, footer, masthead */
		double header;	      /* baseline */
		double header_rule;   /* y */
		double header_stroke; /* thickness */
		double footer;	      /* baseline */
	} furniture;
	struct {
		double thin, thick;  /* rules */
		double rule;	     /* from the top to the thin rule */
		double gap;	     /* from the rule to what is under it */
		double facts;	     /* width of the right column */
		double height;	     /* from rule to rule at least */
		double bars, module; /* height of a barcode, its thin bar */
	} masthead;
	struct {
		double
		    heading_gap; /* between a heading's number and its words */
		double tab;	 /* from a paragraph's number to its words */
		double item;	 /* from the text's edge to an item's number */
		double hang;	 /* from an item's number to its words */
	} numbers;
	struct {
		double rule, stroke; /* length and thickness */
		double head;	     /* from the body to the first note */
		double below;	     /* from the rule to the first note */
		double gap;	     /* between two notes */
		double hang;	     /* from a note's number to its words */
		double call;	     /* size of a call, of the text's */
		double rise;	     /* of a call, of the text's size */
	} notes;
	struct {
		double padding, stroke;
	} box;
	struct {
		double stroke, padding, column; /* column: gap between two */
		double above, below;		/* a row's words */
		double least; /* size that its type may be set down to */
	} table;
	struct {
		double width, size, above, below, stretch, gap;
	} figure;
	struct {
		double first; /* width of the first of two columns; 0: one */
		double gap;   /* between the two */
	} columns;
	struct {
		/* white that is better than such an end of a page */
		double hyphen, split, wait, pass;
	} costs;
	const char *latin, *han;	       /* families of the text */
	const char *figure_latin, *figure_han; /* families of figures */
	const char *units; /* Han characters that a number should keep */
	struct kind_style kinds[KINDS];
	struct face *faces;
	size_t face_count;
};

/* As it is called in a style: "heading1". */
const char *kind_name(enum kind);

/* Every face that its types can ask for: text may be emphasised anywhere, in
 * Latin letters by a slope. */
void style_collect_faces(struct arena *, struct style *);

/* The letters of a kind of text. */
struct type style_type(const struct style *, enum kind, bool is_han);
double style_leading(const struct style *, enum kind, bool is_han);
/* Set tables smaller, to that part of their size or the least that the style
 * gives, with the leading and the gaps between columns. */
void style_shrink_table(struct style *, bool is_han, double part);
double style_body_width(const struct style *);

#endif
