/* A convention and its States: from "<states" on the bytes are the second
 * file; either may be missing, and is then the fixture's. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include <string.h>

static const char *
folder_make(void)
{
	static const char *folder;

	if (folder != NULL)
		return folder;
	folder = stage_folder();
	stage_link(folder, "convention.xml", stage_file(SLOT_A, "", 0));
	stage_link(folder, "states.xml", stage_file(SLOT_B, "", 0));
	stage_folder_in(folder, "reviews");
	stage_link(folder, "reviews/all.xml",
		   FUZZ_FIXTURE "/input/lights/reviews/all.xml");
	return folder;
}

/* Put the bytes into the slot, or if there are none the fixture's file. */
static void
slot_fill(struct arena *arena, enum slot slot, const uint8_t *bytes,
	  size_t size, const char *otherwise)
{
	struct messages messages = stage_messages();

	if (size == 0)
		bytes = (const uint8_t *)file_read(arena, &messages, otherwise,
						   1 << 20, &size);
	stage_file(slot, bytes, size);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char mark[] = "<states";
	const uint8_t *states = memmem(bytes, size, mark, strlen(mark));
	size_t convention_size = states == NULL ? size
						: (size_t)(states - bytes);
	struct arena *arena = arena_new();
	struct messages messages = stage_messages();
	const char *folder = folder_make();
	struct dataset *dataset;
	struct text text = {0};

	slot_fill(arena, SLOT_A, bytes, convention_size,
		  FUZZ_FIXTURE "/input/lights/convention.xml");
	slot_fill(arena, SLOT_B, states, size - convention_size,
		  FUZZ_FIXTURE "/input/lights/states.xml");
	dataset = dataset_read(arena, &messages, stage_schema("dataset.xsd"),
			       folder, 0, 19021231);
	if (dataset != NULL)
		dataset_print(&text, dataset);
	text_free(&text);
	arena_free(arena);
	return 0;
}
