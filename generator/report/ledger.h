/* Which translations were confirmed against which source text. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_LEDGER_H
#define REPORT_LEDGER_H

#include "report/report.h"

/* The ledger in the report's folder, ledger.tsv: one row for each block of the
 * template of the first edition, the source, with a hash of its text and of its
 * translation's in each other edition, as they were when the translation was
 * last confirmed. Measures, notes' calls and references are left out of the
 * text, and a claim's words are those of the template, so that new data makes
 * no translation stale. */

/* Report each block whose source is not one that was confirmed, at the
 * translation's place and with this weight, each that has the translation of
 * another block, and what is no ledger; their number is returned. Without a
 * ledger there is nothing to report. What was filled need not be parsed again:
 * a document for each edition, or NULL for it or for all. */
size_t ledger_check(struct arena *, struct messages *, const struct report *,
		    struct document *const *documents, const char *folder,
		    enum weight);

/* The ledger as it is when all translations are confirmed; false after a
 * message: the templates cannot be parsed or are not in step. */
bool ledger_write(struct arena *, struct messages *, const struct report *,
		  struct text *);

#endif
