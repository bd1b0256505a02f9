/* The line from reviews to pages, from the fonts on. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_DRAWING_H
#define COMMAND_DRAWING_H

#include "command/job.h"

/* Fonts open, figures drawn, with all that they need first; false after
 * messages. */
bool job_figures(struct job *);

/* The same with the figures' fonts only, and without the rules for texts. */
bool job_figures_alone(struct job *);

/* Draw the figures of an edition after a page style, instead of those it has.
 */
void job_draw_figures(struct job *, const struct style *, size_t edition);

#endif
