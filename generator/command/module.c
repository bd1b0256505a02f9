/* Load what draws, when it is asked for. */
/* SPDX-License-Identifier: MIT */
#include "command/draw.h"

#include <dlfcn.h>
#include <stdio.h>

int
module_draw(const struct options *options)
{
	void *module = dlopen("$ORIGIN/" DRAW_MODULE, RTLD_NOW);
	int (*draw)(const struct options *) = NULL;

	if (module != NULL)
		*(void **)&draw = dlsym(module, DRAW_ENTRY);
	if (draw == NULL) {
		fprintf(stderr, "rapporteur: error: %s\n", dlerror());
		return 3;
	}
	return draw(options);
}
