/* A page in the filling: how far it goes, and where it best ends. */
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
	size_t next;	 /* the first strip that is not dealt with */
	size_t *waiting; /* floats passed by, in order */
	size_t waiting_count;
	struct foot_part carried; /* the rest of a note; from == to: none */
};

/* A page in the filling. Arrays only grow: to go back is to cut counts. */
struct filling {
	double room;
	size_t *items; /* strips in their order */
	size_t count;
	double body;	/* [pt] used */
	double stretch; /* [pt] */
	size_t *notes;	/* that begin here */
	size_t note_count;
	double feet; /* [pt] of all notes, whole; without foot_head */
	size_t *waiting;
	size_t waiting_count;
	bool passes_heading;
};

/* A place where the page may end. */
struct ending {
	size_t next; /* the strip that would open the following page */
	size_t count, note_count, waiting_count;
	size_t last_lines; /* of the last note on this page */
	double body, stretch;
	double cost;
};

/* Begin with the lines of the note that is carried on: as much as leaves half
 * of the page to the body, if there is more of it. */
void carried_begin(struct breaker *, struct filling *, struct foot_part *);

/* Figures that wait come first, as many as fit; one at least, unless the rest
 * of a note is in its way. */
void waiting_begin(struct breaker *, struct filling *);

/* Fill until nothing fits; return the cheapest ending on the way, of cost
 * DBL_MAX if there is none. */
struct ending page_fill(struct breaker *, struct filling *);

/* Nothing may end the page: the strips are kept together for longer than it
 * is. End it where it is full, or force the one strip onto it. */
struct ending page_force(struct breaker *, struct filling *);

/* True if the table's head comes again above a strip that is the page's item
 * number `at`: it does unless the table goes on on the page. */
bool repeats_head(const struct breaker *, const struct filling *, size_t at,
		  size_t strip);

double foot_height(const struct foot *, size_t from, size_t to);
bool has_carried(const struct breaker *);

#endif
