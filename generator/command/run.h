/* A job from its opening to its exit status. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_RUN_H
#define COMMAND_RUN_H

#include "command/job.h"

/* Open a job, confine the process to what it may reach, and run it; the exit
 * status. */
int job_run(const struct options *, int (*run)(struct job *));

/* Write out what standard output still buffers: the status, or 3 after a
 * message. */
int output_end(int status);

/* What a job runs to write the stage that --print names to standard output, as
 * far as nothing is drawn for it. */
int run_print(struct job *);

#endif
