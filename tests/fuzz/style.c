/* A page style, and the fixture's template set after it. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include <string.h>

/* Fonts are opened once, so a style may ask for what is open only. */
static bool
faces_are_open(const struct style *style)
{
	const struct face *faces, *open;
	size_t count, open_count, i, k;

	faces = style_faces(style, &count);
	open = style_faces(stage_style(), &open_count);
	for (i = 0; i < count; i++) {
		for (k = 0; k < open_count; k++)
			if (open[k].bold == faces[i].bold &&
			    open[k].italic == faces[i].italic &&
			    strcmp(open[k].family, faces[i].family) == 0)
				break;
		if (k == open_count)
			return false;
	}
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct report *report = stage_report();
	struct arena *arena = arena_new();
	struct messages messages = stage_messages();
	const char *path = stage_file(SLOT_A, bytes, size);
	struct style *style = style_read(arena, &messages,
					 stage_schema("style.xsd"), path);

	for (size_t i = 0; style != NULL && faces_are_open(style) &&
			   i < report->edition_count;
	     i++) {
		const struct edition *edition = &report->editions[i];
		struct document *document = report_fill(
		    arena, &messages, report, edition, stage_measures());

		stage_set(arena, &messages, report, edition, style, document);
	}
	arena_free(arena);
	return 0;
}
