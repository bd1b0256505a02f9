/* What the fuzzers stand on: a small report, read once per process, and files
 * that are only in memory. A fault in any of it ends the process. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FUZZ_STAGE_H
#define TESTS_FUZZ_STAGE_H

#include "base/arena.h"
#include "base/file.h"
#include "html/html.h"
#include "layout/layout.h"
#include "report/report.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* A path that reads as these bytes until the next call with the same slot. */
enum slot {
	SLOT_A,
	SLOT_B,
	SLOT_C,
	SLOT_D,
	SLOTS
};
const char *stage_file(enum slot, const void *bytes, size_t size);

/* A folder of this process, beside the fixture's reports, gone at its end. */
const char *stage_folder(void);

void stage_folder_in(const char *folder, const char *name);

/* Let NAME in the folder lead to the path. */
void stage_link(const char *folder, const char *name, const char *path);

/* NAME of the schemas: "dataset", opened once. */
struct xml_schema *stage_schema(const char *name);

/* Messages that are written in full, and read if FUZZ_ALOUD is set. */
struct messages stage_messages(void);

const struct dataset *stage_dataset(void);
const struct measures *stage_measures(void);
const struct report *stage_report(void);
const struct style *stage_style(void);

/* The style's fonts with letters of many kinds, good until the next call: what
 * they keep of texts and sizes that they have seen is dropped now and then. */
struct typeset *stage_typeset(void);

/* The page that documents are written as. */
const struct html_page *stage_page(void);

/* Draw the figures of a document that is filled with the measures. */
void stage_figures(struct arena *, struct messages *, const struct report *,
		   const struct edition *, const struct measures *,
		   struct document *);

/* Everything behind a filled document: its figures, HTML, pages and PDF. */
void stage_set(struct arena *, struct messages *, const struct report *,
	       const struct edition *, const struct style *, struct document *);

#endif
