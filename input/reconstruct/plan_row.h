/* Inside the reading of a plan: words to values, and the rows. */
/* SPDX-License-Identifier: MIT */
#ifndef RECONSTRUCT_PLAN_ROW_H
#define RECONSTRUCT_PLAN_ROW_H

#include "plan.h"

struct plan_reader {
	struct arena *arena;
	struct messages *messages;
	struct place at;
	struct plan *plan;
};

/* Each reports a word that is no such value and gives one that is safe. */
int plan_number(struct plan_reader *, const char *word, int least, int most);
serial plan_day(struct plan_reader *, const char *word);
enum kind plan_kind(struct plan_reader *, const char *word);
int plan_cycle(struct plan_reader *, const char *word);
int plan_region(struct plan_reader *, const char *word);
int plan_chapter(struct plan_reader *, const char *word);
struct provision plan_provision(struct plan_reader *, const char *word);

/* Read a line such as "states need 2 article=7,8 29". */
void plan_row_read(struct plan_reader *, char **words, size_t count);

#endif
