/* What report.xml declares of figures and tables. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_SPEC_H
#define REPORT_SPEC_H

#include "report/report.h"

/* Add the figures and tables under report.xml's root to the report. */
void figures_read(struct arena *, struct messages *, struct report *,
		  const struct element *root);

#endif
