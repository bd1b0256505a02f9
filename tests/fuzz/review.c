/* A file of reviews, read beside a convention and its States. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include "dataset/grammar.h"

#include <stdlib.h>

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

static bool
nothing_hear(void *context, const struct xml_start *start)
{
	(void)context, (void)start;
	return true;
}

/* What is read plainly must be what libxml2 and the schema find good. */
static void
readers_compare(const char *path)
{
	static struct xml_plain *plain;
	struct xml_listener listener = {.start = nothing_hear};
	struct messages messages = stage_messages();

	if (plain == NULL)
		plain = xml_plain_open(&review_grammar);
	if (xml_plain_read(plain, path, &listener) &&
	    !xml_read(&messages, stage_schema("dataset.xsd"), path, SIZE_MAX,
		      &(struct xml_handler){0}))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct messages messages = stage_messages();
	const char *file = stage_file(SLOT_A, bytes, size);
	const char *folder = folder_make(file);
	struct dataset *dataset;
	struct text text = {0};

	readers_compare(file);
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
