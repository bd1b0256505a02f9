/* build and charts: from the line's product to files. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_PRODUCTS_H
#define COMMAND_PRODUCTS_H

#include "command/job.h"

/* Make and save every product that the options name; false after messages,
 * with the output folder as it was. */
bool products_write(struct job *);

/* Write the stage that --print names to standard output. */
bool stage_print(struct job *);

#endif
