/* The ledger of translations, held against the fixture's templates. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include "report/ledger.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static bool is_linked;
	struct arena *arena = arena_new();
	struct messages messages = stage_messages();
	const char *path = stage_file(SLOT_A, bytes, size);
	const char *folder = stage_folder();

	if (!is_linked)
		stage_link(folder, "ledger.tsv", path);
	is_linked = true;
	ledger_check(arena, &messages, stage_report(), NULL, folder,
		     WEIGHT_ERROR);
	arena_free(arena);
	return 0;
}
