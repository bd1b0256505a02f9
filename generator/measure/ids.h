/* The measures by id, and what ids and names have to be like. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_IDS_H
#define MEASURE_IDS_H

#include "measure/measure.h"

struct ids {
	const struct measures *measures; /* borrowed */
	const struct measure **sorted;	 /* equal ids in the file's order */
};

struct ids ids_sort(struct arena *, const struct measures *);

/* Index of the first measure of that id, or NONE. */
int ids_find(const struct ids *, const char *id);

/* Report ids that are malformed or given twice, and names that are missing in
 * a language in which another measure has one; false if there is any. */
bool ids_check(struct messages *, const struct ids *);
bool names_check(struct arena *, struct messages *, const struct measures *);

#endif
