/* A file of measures and claims, computed and printed in every format. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct messages messages = stage_messages();
	const char *path = stage_file(SLOT_A, bytes, size);
	struct measures *measures;
	struct text text = {0};

	measures = measures_read(arena, &messages, stage_schema("measures.xsd"),
				 path, stage_dataset());
	for (int i = MEASURES_TABLE; measures != NULL && i <= MEASURES_JSON;
	     i++)
		measures_print(&text, measures, (enum measures_format)i);
	text_free(&text);
	arena_free(arena);
	return 0;
}
