/* A file of reviews while it is heard. */
/* SPDX-License-Identifier: MIT */
#ifndef DATASET_HEARING_H
#define DATASET_HEARING_H

#include "dataset/grammar.h"
#include "dataset/reading.h"

struct hearing {
	struct reading *reading;
	struct place at; /* of the element at hand */
	bool is_begun;	 /* the root was heard */
	int cycle;	 /* of the review at hand, or NONE */
	bool is_kept;	 /* entries of the review at hand are */
};

/* Keep what the element says; faults are reported. */
void element_hear(struct hearing *, const struct xml_start *);

#endif
