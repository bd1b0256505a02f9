/* The audit for the reader: a line a row, and what it comes to. */
/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "measure/measure.h"

#include <string.h>

static size_t
widest_id(const struct audit *audit)
{
	size_t width = 0;

	for (size_t i = 0; i < audit->count; i++) {
		size_t length = utf8_count(audit->rows[i].id);

		width = length > width ? length : width;
	}
	return width;
}

static void
print_row(struct text *text, const struct audit_row *row, size_t width)
{
	bool is_marked = row->contradicts[0] != '\0';

	text_add(text, row->id);
	for (size_t used = utf8_count(row->id); used < width; used++)
		text_add(text, " ");
	if (row->agrees)
		text_print(text, "  agrees   %s", row->found);
	else
		text_print(text, "  differs  published %s, data %s",
			   row->printed, row->found);
	if (row->agrees && is_marked)
		text_print(text,
			   "  (note: agrees, though marked as "
			   "contradicting %s)",
			   row->contradicts);
	else if (is_marked)
		text_print(text, "  (known: contradicts %s)", row->contradicts);
	text_add(text, "\n");
}

void
audit_print(struct text *text, const struct audit *audit)
{
	size_t width = widest_id(audit);
	size_t differing = audit->count - audit->agreeing;

	for (size_t i = 0; i < audit->count; i++)
		print_row(text, &audit->rows[i], width);
	text_print(
	    text, "%zu %s, %zu differ%s: %zu known, %zu not\n", audit->agreeing,
	    audit->agreeing == 1 ? "row agrees" : "rows agree", differing,
	    differing == 1 ? "s" : "", audit->known, differing - audit->known);
}
