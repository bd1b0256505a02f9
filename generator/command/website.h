/* The website: made, published, made again whenever something changes. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_WEBSITE_H
#define COMMAND_WEBSITE_H

#include "command/job.h"
#include "html/html.h"
#include "site/site.h"

/* Add the site to the outputs: what needs no other product, and the rest when
 * these are there. */
void website_begin(struct job *);
void website_end(struct job *);

/* What changed since the day that the report names; NULL if it names none. */
const struct site_changes *changes_make(struct job *);

/* The words of a page in the edition's language. */
struct html_words html_words_make(struct job *, const struct edition *);

/* Build, then put the site where the options say; or go back by a version. */
int run_publish(struct job *);

/* Build, and again whenever input or templates change, until interrupted. */
int watch_run(const struct options *);

#endif
