/* A page in the filling: how far it goes, and where it may end. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_FILL_H
#define LAYOUT_FILL_H

#include "layout/break.h"

struct breaker {
	struct arena *arena;
	const struct shape *shapes;
	size_t count;
	const struct foot *notes;
	const struct break_rules *rules;
	size_t *floats; /* strips that are one, in order */
	size_t float_count;
};

/* What the pages so far leave to the next. Floats do not overtake each other,
 * so those that wait are next to each other, too. */
struct state {
	size_t next;	  /* the first strip that is not dealt with */
	size_t wait_from; /* floats passed by, from that index … */
	size_t wait_to;	  /* … up to that one */
	struct foot_part carried[COLUMNS_MOST]; /* the rest of a note in each
						   column; from == to: none */
};

/* A page in the filling. Arrays only grow: to go back is to cut counts. */
struct filling {
	double room;
	size_t *items; /* strips in their order */
	size_t count;
	double bottoms[COLUMNS_MOST]; /* [pt] used in each column */
	double stretch;		      /* [pt] */
	size_t *notes;		      /* that begin here */
	size_t note_count;
	double feet[COLUMNS_MOST]; /* [pt] of all notes, whole; without
				      foot_head */
	struct foot_part begun[COLUMNS_MOST]; /* lines of the carried notes */
	struct state rest;		      /* were the page to end here */
	bool passes_heading;
};

/* A place where the page may end. */
struct ending {
	struct state rest;
	size_t count, note_count;
	double white; /* [pt] under all of it */
	double stretch;
	double cost;
};

struct endings {
	struct ending *items; /* the arena's */
	size_t count;
};

/* Begin with the lines of notes that are carried on, as much as leaves half of
 * the page to the body if there is more of it, and with the figures that wait,
 * as many as fit; one at least, unless the rest of a note is in its way. */
void filling_begin(struct breaker *, const struct state *, double room,
		   struct filling *);

/* Fill until nothing fits; add every ending on the way, or none. */
void page_fill(struct breaker *, struct filling *, struct endings *);

/* Nothing may end the page: the strips are kept together for longer than it
 * is. End it where it is full, or force the one strip onto it, unless the rest
 * of a note has the page for itself. */
struct ending page_force(struct breaker *, struct filling *);

/* --- weigh.c --- */

/* Rounding must not push out a line that fits to the point. */
#define FILL_TOLERANCE 0.01 /* [pt] */

/* End the page here: what it leaves and what it costs, in points of white. */
struct ending ending_at(const struct breaker *, const struct filling *,
			size_t next);

/* The lines that have to stay if the page's last note runs on; all of them if
 * it may not. */
size_t least_lines(const struct breaker *, const struct foot *);

/* The column's last note among these, and its number; NULL if none is. */
const struct foot *last_note(const struct breaker *, const size_t *notes,
			     size_t count, size_t column, size_t *number);

/* Height of the notes' area with its rule, 0 if it is empty. */
double feet_with_head(const struct breaker *, const double feet[COLUMNS_MOST]);

/* The strip as the page's item number `at`: unless it follows what is before
 * it in the text, it has its table's head above it, and its columns are level.
 */
struct shape shape_on_page(const struct breaker *, const struct filling *,
			   size_t at, size_t strip);

/* Place a strip under others in the columns: its tops in y, and the bottoms
 * moved on; `upper` is the strip above, NULL at a page's top. */
void shape_place(const struct shape *, const struct shape *upper,
		 double stretch, double bottoms[COLUMNS_MOST],
		 double y[COLUMNS_MOST]);

double foot_height(const struct foot *, size_t from, size_t to);
double greatest(const double columns[COLUMNS_MOST]);
bool part_is_empty(const struct foot_part *);

/* True if all is on pages. */
bool state_is_done(const struct breaker *, const struct state *);

/* --- plan.c --- */

/* Fill a page anew and lay it out as it ends. */
void page_lay(struct breaker *, const struct state *before, double room,
	      const struct ending *, struct page_plan *);

#endif
