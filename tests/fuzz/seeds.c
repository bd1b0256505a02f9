/* Run files, or all files of folders, through a fuzzer, as an ordinary test. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	SEED_MOST = 64 * 1024 * 1024 /* [bytes] */
};

/* The bytes go to a block of their own, to see one too far. */
static void
seed_run(struct arena *arena, struct messages *messages, const char *path)
{
	size_t length;
	char *bytes = file_read(arena, messages, path, SEED_MOST, &length);
	uint8_t *copy = malloc(length > 0 ? length : 1);

	if (bytes == NULL || copy == NULL)
		exit(3);
	memcpy(copy, bytes, length);
	fprintf(stderr, "%s\n", path);
	LLVMFuzzerTestOneInput(copy, length);
	free(copy);
}

static size_t
folder_run(struct arena *arena, struct messages *messages, const char *folder)
{
	char **names;
	size_t count;

	if (!folder_list(arena, messages, folder, "", &names, &count))
		exit(3);
	for (size_t i = 0; i < count; i++)
		seed_run(arena, messages,
			 arena_print(arena, "%s/%s", folder, names[i]));
	return count;
}

int
main(int count, char **arguments)
{
	struct messages messages = {.out = stderr};
	struct arena *arena = arena_new();
	size_t seeds = 0;

	for (int i = 1; i < count; i++)
		seeds += folder_run(arena, &messages, arguments[i]);
	arena_free(arena);
	fprintf(stderr, "%zu seeds\n", seeds);
	return seeds > 0 ? 0 : 1;
}
