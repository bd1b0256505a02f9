/* The values that were published, held against the fixture's measures. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct messages messages = stage_messages();
	const char *path = stage_file(SLOT_A, bytes, size);
	struct audit *audit;
	struct text text = {0};

	audit = audit_read(arena, &messages, path, stage_measures());
	if (audit != NULL)
		audit_print(&text, audit);
	text_free(&text);
	arena_free(arena);
	return 0;
}
