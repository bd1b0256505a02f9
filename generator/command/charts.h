/* The figures and tables of a report as files of their own. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_CHARTS_H
#define COMMAND_CHARTS_H

#include "command/job.h"

/* Add the edition's figures to the outputs in the formats asked for, and their
 * data. */
void charts_write(struct job *, size_t edition);

/* The subcommand: write only that, and say which files changed and which
 * measures moved. Its exit status. */
int charts_run(struct job *);

/* --- moves.c: the measures of the last run and of this one --- */

/* The table of measures that the last run left in the output folder; NULL if
 * there is none that can be read. */
const char *moves_read(struct job *);

/* What of the measures behind a figure moved since, a line each. */
void moves_print(struct text *, struct job *, const char *before,
		 const struct figure_spec *);

#endif
