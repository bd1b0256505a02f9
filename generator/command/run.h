/* A job from its opening to its exit status. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_RUN_H
#define COMMAND_RUN_H

#include "command/job.h"

/* Open a job, confine the process to what it may reach, and run it; the exit
 * status. */
int job_run(const struct options *, int (*run)(struct job *));

/* What a job runs to write the stage that --print names to standard output, as
 * far as nothing is drawn for it. */
int run_print(struct job *);

#endif
