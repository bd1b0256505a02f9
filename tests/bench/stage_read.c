/* The stage that reads and checks an input folder, and nothing else. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "dataset/dataset.h"

#include <stdio.h>
#include <stdlib.h>

int
main(int count, char **words)
{
	struct messages messages = {.out = stderr};
	void *held = memory_prepare();
	struct arena *arena = arena_new();
	struct xml_schema *schema;
	struct dataset *dataset = NULL;

	if (count != 3) {
		fputs("usage: stage_read SCHEMA FOLDER\n", stderr);
		return 2;
	}
	schema = xml_schema_open(&messages, words[1]);
	if (schema != NULL)
		dataset = dataset_read(arena, &messages, schema, words[2], 0,
				       0);
	if (dataset != NULL)
		printf("%zu reviews, %zu entries, %zu of them different\n",
		       dataset->review_count, dataset->entry_count,
		       dataset->saying_count);
	xml_schema_close(schema);
	arena_free(arena);
	free(held);
	return messages_exit_status(&messages);
}
