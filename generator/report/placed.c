/* Say which figures and tables no template places. */
/* SPDX-License-Identifier: MIT */
#include "report/room.h"

#include <string.h>

static bool
document_places(const struct document *document, const struct figure_spec *spec)
{
	struct walk walk = walk_begin(document->root);

	while (walk_next(&walk))
		if (walk.node->kind ==
			(spec->is_table ? NODE_TABLE : NODE_FIGURE) &&
		    strcmp(walk.node->target, spec->id) == 0)
			return true;
	return false;
}

void
report_check_placed(struct messages *messages, const struct report *report,
		    struct document *const *documents)
{
	for (size_t i = 0; i < report->figure_count; i++) {
		const struct figure_spec *spec = &report->figures[i];
		bool is_placed = false;

		for (size_t k = 0; k < report->edition_count; k++)
			is_placed |= documents[k] == NULL ||
				     document_places(documents[k], spec);
		if (!is_placed)
			message_add(messages, WEIGHT_WARNING, spec->at,
				    "%s \"%s\" is declared, but no template "
				    "places it",
				    spec->word, spec->id);
	}
}
