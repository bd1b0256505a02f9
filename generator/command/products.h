/* build and charts: from the line's product to files. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_PRODUCTS_H
#define COMMAND_PRODUCTS_H

#include "command/job.h"

/* Make and save every product that the options name; false after messages,
 * with the output folder as it was. */
bool products_write(struct job *);

/* The words that pages print in the edition's language. */
struct page_words page_words_make(struct job *, size_t edition);

/* --- parallel.c --- */

/* True if the report has an edition with two languages side by side, and both
 * are asked for. */
bool wants_parallel(const struct job *);
struct pages *parallel_pages_make(struct job *);
void parallel_write(struct job *, size_t edition);

/* What a job runs to write the stage that --print names to standard output. */
int run_print_drawn(struct job *);

#endif
