/* What report.xml declares of figures and tables. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_SPEC_H
#define REPORT_SPEC_H

#include "report/report.h"

/* Add the figures and tables under report.xml's root to the report. */
void figures_read(struct arena *, struct messages *, struct report *,
		  const struct element *root);

/* The declaration of the figure or table that a node places; NULL if there is
 * none, or the node places none. */
const struct figure_spec *spec_of(const struct report *, const struct node *);

/* Go on to the next node that places a figure or table; NULL at the end. */
struct node *spec_walk_next(struct walk *);

#endif
