/* Load what draws, when it is asked for. */
/* SPDX-License-Identifier: MIT */
#include "command/draw.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Beside the program's own file, whatever link it was started by; just its name
 * where the kernel does not show that file. ($ORIGIN would do, but for the
 * sanitizers, which make the call in the program's name.) */
static void
path_make(char path[PATH_MAX])
{
	ssize_t length = readlink("/proc/self/exe", path,
				  PATH_MAX - sizeof(DRAW_MODULE));

	while (length > 0 && path[length - 1] != '/')
		length--;
	memcpy(path + (length < 0 ? 0 : length), DRAW_MODULE,
	       sizeof(DRAW_MODULE));
}

int
module_draw(const struct options *options)
{
	int (*draw)(const struct options *) = NULL;
	char path[PATH_MAX];
	void *module;

	path_make(path);
	/* Libraries that leave it open find each function when it is called,
	 * and most never are. */
	module = dlopen(path, RTLD_LAZY);
	if (module != NULL)
		*(void **)&draw = dlsym(module, DRAW_ENTRY);
	if (draw == NULL) {
		fprintf(stderr, "rapporteur: error: %s\n", dlerror());
		return 3;
	}
	return draw(options);
}
