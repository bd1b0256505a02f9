/* The measures by id, references to them, and what ids and names have to be
 * like. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_IDS_H
#define MEASURE_IDS_H

#include "measure/formula.h"

struct ids {
	const struct measures *measures; /* borrowed */
	const struct measure **sorted;	 /* equal ids in the file's order */
};

struct ids ids_sort(struct arena *, const struct measures *);

/* Index of the first measure of that id, or NONE. */
int ids_find(const struct ids *, const char *id);

/* Find the measure behind each step that refers to one; unknown ones are
 * reported and make the formula bad. */
void references_resolve(const struct ids *, struct formula *);

/* Report an id that is malformed; false if it is. */
bool id_check(struct messages *, const char *id, struct place);

/* Report measures' ids that are malformed or given twice, and names, of claims
 * too, that are missing in a language in which another has one; false if there
 * is any. */
bool ids_check(struct messages *, const struct ids *);
bool names_check(struct arena *, struct messages *, const struct measures *);

#endif
