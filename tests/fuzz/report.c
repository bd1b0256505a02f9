/* A report.xml, its template filled and its figures set on pages. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

enum {
	EDITIONS_MOST = 8
};

static void
report_run(struct arena *arena, struct messages *messages,
	   const struct report *report)
{
	struct document *documents[EDITIONS_MOST] = {0};

	for (size_t i = 0; i < report->edition_count; i++)
		documents[i] = report_fill(arena, messages, report,
					   &report->editions[i],
					   stage_measures());
	if (report->edition_count > 1 && documents[0] != NULL &&
	    documents[1] != NULL)
		report_compare(messages, documents[0], documents[1]);
	if (!messages_are_good(messages))
		return;
	report_lint(arena, messages, report, stage_dataset(), documents);
	*messages = stage_messages();
	for (size_t i = 0; i < report->edition_count; i++)
		stage_set(arena, messages, report, &report->editions[i],
			  stage_style(), documents[i]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static bool is_linked;
	struct arena *arena = arena_new();
	struct messages messages = stage_messages();
	const char *path = stage_file(SLOT_A, bytes, size);
	const char *folder = stage_folder();
	struct report *report;

	if (!is_linked)
		stage_link(folder, "report.xml", path);
	is_linked = true;
	report = report_read(arena, &messages, folder,
			     FUZZ_FIXTURE "/input/schema");
	if (report != NULL)
		report_run(arena, &messages, report);
	report_close(report);
	arena_free(arena);
	return 0;
}
