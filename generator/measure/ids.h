/* The measures by id, references to them, and what ids and names have to be
 * like. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_IDS_H
#define MEASURE_IDS_H

#include "measure/formula.h"

/* Make the index by which measures are found. */
void ids_sort(struct arena *, struct measures *);

/* Find the measure behind each step that refers to one; unknown ones are
 * reported and make the formula bad. */
void references_resolve(const struct measures *, struct formula *);

/* Report an id that is malformed; false if it is. */
bool id_check(struct messages *, const char *id, struct place);

/* Report measures' ids that are malformed or given twice, and names, of claims
 * too, that are missing in a language in which another has one; false if there
 * is any. */
bool ids_check(struct messages *, const struct measures *);
bool names_check(struct arena *, struct messages *, const struct measures *);

#endif
