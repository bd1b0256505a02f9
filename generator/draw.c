/* The module that the program loads to draw (command/draw.h). */
/* SPDX-License-Identifier: MIT */
#include "command/draw.h"

int rapporteur_draw(const struct options *);

int
rapporteur_draw(const struct options *options)
{
	return draw_run(options);
}
