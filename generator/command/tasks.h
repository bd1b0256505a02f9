/* Products made side by side, each in a process of its own. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_TASKS_H
#define COMMAND_TASKS_H

#include "command/job.h"

/* Part of the products: what `run` adds to the job's outputs and says in its
 * messages. Anything else that it changes is lost. */
struct task {
	void (*run)(struct job *, size_t edition);
	size_t edition;
	const char *stage; /* for --timings */
};

/* Zero-initialise and set `job`. */
struct tasks {
	struct job *job;
	struct task *items; /* the job's arena's */
	size_t count;
};

/* Add one, or one for each edition that the options want. */
void tasks_add(struct tasks *, void (*run)(struct job *, size_t edition),
	       size_t edition, const char *stage);
void tasks_add_editions(struct tasks *,
			void (*run)(struct job *, size_t edition),
			const char *stage);

/* Run the tasks in child processes, the last ones first (put the longest
 * there), as many at a time as there are processors for this one. Each starts
 * from the job as it is then, so that what it makes depends neither on the
 * others nor on how many run; outputs and messages come back in the tasks'
 * order. A child that ends without them is a failure. `meanwhile`, if it is not
 * NULL, runs in this process beside the first of them; what it adds stands
 * before theirs. */
void tasks_run(const struct tasks *, void (*meanwhile)(struct job *));

#endif
