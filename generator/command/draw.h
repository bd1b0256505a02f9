/* The commands that draw. They need many more libraries than the others, whose
 * loading takes longer than most of the others take: so they are linked apart,
 * as a module beside the program. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_DRAW_H
#define COMMAND_DRAW_H

#include "command/options.h"

#define DRAW_MODULE "rapporteur-draw.so"
#define DRAW_ENTRY  "rapporteur_draw" /* in the module, as draw_run */

/* In the program: load the module and run it; the exit status, 3 after a
 * message if there is none. Before anything is confined, so that the sandbox
 * need not let libraries be read. */
int module_draw(const struct options *);

/* In the module: run the command that the options name; its exit status. */
int draw_run(const struct options *);

#endif
