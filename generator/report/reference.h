/* Numbers that are none: in references, dates, symbols, names. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_REFERENCE_H
#define REPORT_REFERENCE_H

#include "language/sight.h"
#include "report/report.h"

/* True if one of the language's contexts, a document symbol or one of the
 * edition's literals spans all of the number. */
bool report_is_reference(const struct report *, const struct edition *,
			 const char *text, const struct sighting *);

/* True if one of the edition's literals does. */
bool report_is_name(const struct edition *, const char *text,
		    const struct sighting *);

#endif
