/* What a command may reach, before it reads a byte of its input. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_CONFINE_H
#define COMMAND_CONFINE_H

#include "command/job.h"

/* Folders that had to be made, outer ones first. */
struct confinement {
	const char **made; /* the job's arena's */
	size_t count;
};

/* Hold the process to reading the report, its input, templates and fonts, and
 * to writing where the command writes; no network, no other program. What the
 * kernel cannot do is left out, and said with --verbose. False after a message
 * if the output folder cannot be made. */
bool job_confine(struct job *, struct confinement *);

/* At the command's end: a folder that was made and that nothing was put into
 * goes again. */
void confinement_end(const struct confinement *);

#endif
