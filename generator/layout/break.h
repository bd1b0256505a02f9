/* Where pages end: numbers in, numbers out. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_BREAK_H
#define LAYOUT_BREAK_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum {
	COLUMNS_MOST = 2
};

/* What breaking has to know of a strip: a line, a table's row, a figure with
 * its caption; where two columns stand side by side, what both have of it. All
 * lengths are in points. */
struct shape {
	double heights[COLUMNS_MOST]; /* 0 in a column that is not there */
	/* Two strips stand apart by the greater of the first one's `below` and
	 * the second one's `above`; none at the top of a page. */
	double above, below;
	double stretch; /* the gap above may grow by this much to fill a page */
	double penalty; /* white that is better than to end a page here */
	bool keep;	/* stay with the strip that follows */
	bool goes_on;	/* each column goes on where it stands, without a gap;
			   otherwise all begin level under all that is above */
	bool is_float;	/* may wait for the top of the next page */
	bool stops_floats; /* a waiting float should not let this pass */
	size_t head; /* the strip to repeat above this one at a page's top,
			counted from 1; 0: none */
	const size_t *notes; /* called here for the first time, in order */
	size_t note_count;
};

/* A note: its lines, which may run on to the next page. */
struct foot {
	const double *lines; /* heights */
	size_t count;
	size_t column; /* whose foot it stands at */
};

struct break_rules {
	double first_room; /* of the first page */
	double room;	   /* of all others */
	double foot_head;  /* white and rule between body and notes */
	double foot_gap;   /* between two notes */
	size_t least;	   /* lines of a note on either page when it runs on */
	/* white that is better than … */
	double split_cost; /* … a note that runs on */
	double wait_cost;  /* … a figure that waits */
	double pass_cost;  /* … a heading before a figure that waits */
};

struct placed {
	size_t strip;
	double y[COLUMNS_MOST]; /* its top in each column from the body's top,
				   gaps stretched */
	bool is_repetition;	/* a table's head again */
};

/* Lines `from` up to `to` of a note. */
struct foot_part {
	size_t note;
	size_t from, to;
	double y; /* its top from the body's top */
};

struct page_plan {
	struct placed *items;
	size_t count;
	struct foot_part *feet; /* in the notes' order */
	size_t foot_count;
	double rule_y; /* top of the notes' area, if there are any */
};

/* Break the strips into pages so that the white at the ends of all pages costs
 * least. Every strip is placed exactly once, in order but for floats, and every
 * note begins on the page of its strip. A strip that is taller than a page is
 * alone on one. */
struct page_plan *pages_break(struct arena *, const struct shape *,
			      size_t count, const struct foot *,
			      const struct break_rules *, size_t *page_count);

/* The white between two strips, one after the other on a page. */
double shape_gap(const struct shape *upper, const struct shape *lower);

/* The greatest of a shape's heights. */
double shape_height(const struct shape *);

/* How much of their stretch the gaps of a page take to fill its white. They
 * take more than is good, up to this much, rather than to let a page end above
 * the one that faces it; but none where more than half of the white would be
 * left: then the page ends short. */
#define STRETCH_MOST 1.6
double stretch_share(double white, double stretch);

#endif
