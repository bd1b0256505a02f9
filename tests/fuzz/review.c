/* A file of reviews, read beside a convention and its States. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

/* A folder of reviews that holds the one file. */
static const char *
folder_make(const char *reviews)
{
	static const char *folder;

	if (folder != NULL)
		return folder;
	folder = stage_folder();
	stage_link(folder, "convention.xml",
		   FUZZ_FIXTURE "/input/lights/convention.xml");
	stage_link(folder, "states.xml",
		   FUZZ_FIXTURE "/input/lights/states.xml");
	stage_folder_in(folder, "reviews");
	stage_link(folder, "reviews/one.xml", reviews);
	return folder;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct messages messages = stage_messages();
	const char *folder = folder_make(stage_file(SLOT_A, bytes, size));
	struct dataset *dataset;
	struct text text = {0};

	dataset = dataset_read(arena, &messages, stage_schema("dataset.xsd"),
			       folder, 19040101, 0);
	if (dataset != NULL) {
		dataset_print(&text, dataset);
		dataset_write_csv(&text, dataset);
	}
	text_free(&text);
	arena_free(arena);
	return 0;
}
