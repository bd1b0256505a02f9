/* Reviews and States as the XML that the program reads. */
/* SPDX-License-Identifier: MIT */
#ifndef RECONSTRUCT_WRITE_H
#define RECONSTRUCT_WRITE_H

#include "calendar.h"

struct text;

/* The first line of every file, and the comment that says what it is. */
void write_head(struct text *, const char *comment);

/* <review …> of State number `state`, from 1; the tag stays open. */
void write_review_start(struct text *, const char *namespace, int state,
			int cycle, serial completed);

struct written {
	const char *kind;     /* of the entry: the element's name */
	const char *chapter;  /* read if there is no article */
	int article;	      /* 0: none */
	int paragraph;	      /* 0: none */
	const char *category; /* NULL: none */
	const char *topic;    /* NULL: none */
};
void write_entry(struct text *, const struct written *);

void write_review_end(struct text *);

/* The States' file in three parts. */
void write_states_start(struct text *, const char *comment);
void write_state(struct text *, int state, const char *region);
void write_states_end(struct text *);

/* The attribute of a root element, with a blank before it. */
extern const char write_namespace[];

#endif
