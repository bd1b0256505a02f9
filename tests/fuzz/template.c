/* A Markdown template with everything behind it: parsed, filled, held to the
 * rules, written as HTML, set on pages, painted. A file of odd length is taken
 * for Chinese. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct messages messages = stage_messages();
	struct report report = *stage_report();
	struct edition edition = report.editions[size % 2];
	struct document *document;

	edition.template_path = stage_file(SLOT_A, bytes, size);
	report.editions = &edition;
	report.edition_count = 1;
	for (int i = 0; i < RULES; i++)
		report.rules[i] = true;
	report.words_most = 100;
	document = report_fill(arena, &messages, &report, &edition,
			       stage_measures());
	if (document != NULL) {
		report_lint(arena, &messages, &report, stage_dataset(),
			    &document);
		report_compare(&messages, document, document);
		messages = stage_messages();
		stage_set(arena, &messages, &report, &edition, stage_style(),
			  document);
	}
	arena_free(arena);
	return 0;
}
