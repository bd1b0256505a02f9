/* Where numbers meet words: a report's folder read, its documents filled,
 * figured, numbered, and held against each other. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "chart/chart.h"
#include "dataset/dataset.h"
#include "document/document.h"
#include "language/language.h"
#include "measure/measure.h"

struct report; /* report.xml */

#endif
