/* The numbers of a published text, placed among the measures. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PUBLISHED_H
#define REPORT_PUBLISHED_H

#include "report/manifest.h"

/* What is said of one number of the text. */
enum verdict {
	VERDICT_AGREES,	   /* a measure has this value and like words around */
	VERDICT_DIFFERS,   /* the words are a measure's, the value is not */
	VERDICT_AMBIGUOUS, /* several measures have the value, none by its words
			    */
	VERDICT_UNKNOWN,   /* no measure has the value */
	VERDICTS
};

/* Find the numbers of the text that are no reference, date or name, and write
 * of each what measure it is: by its value, and by how like the words around it
 * are to the measure's name and to the words around it in the edition's own
 * document. It is a judgement and can err; what it cannot place it says. The
 * counts are by verdict. */
void published_place(struct text *, const struct printed *, size_t edition,
		     const char *path, const char *bytes,
		     size_t counts[VERDICTS]);

#endif
