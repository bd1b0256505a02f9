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

/* The contradicted rows, each with the measure that it was published of. */
static void
print_contradicted(struct text *text, const struct audit *audit,
		   const struct audit_row *row)
{
	const char *id = row->contradicts + strspn(row->contradicts, " ");

	while (*id != '\0') {
		size_t length = strcspn(id, " ");

		text_add(text, " ");
		text_add_bytes(text, id, length);
		for (size_t i = 0; i < audit->count; i++)
			if (strlen(audit->rows[i].id) == length &&
			    strncmp(audit->rows[i].id, id, length) == 0)
				text_print(text, " %s = %s",
					   audit->rows[i].measure,
					   audit->rows[i].found);
		id += length;
		id += strspn(id, " ");
		text_add(text, *id == '\0' ? "" : ",");
	}
}

static void
print_row(struct text *text, const struct audit *audit,
	  const struct audit_row *row, size_t width)
{
	bool is_marked = row->contradicts[0] != '\0';

	text_add(text, row->id);
	for (size_t used = utf8_count(row->id); used < width; used++)
		text_add(text, " ");
	if (row->is_unknown)
		text_print(text, "  cannot be known  published %s%s%s",
			   row->printed, row->remark[0] == '\0' ? "" : ": ",
			   row->remark);
	else if (row->agrees)
		text_print(text, "  agrees   %s", row->found);
	else
		text_print(text, "  differs  published %s, data %s",
			   row->printed, row->found);
	if (is_marked) {
		text_add(text, row->agrees ? "  (note: agrees, though marked "
					     "as contradicting"
					   : "  (known: contradicts");
		print_contradicted(text, audit, row);
		text_add(text, ")");
	}
	text_add(text, "\n");
}

void
audit_print(struct text *text, const struct audit *audit)
{
	size_t width = widest_id(audit);
	size_t differing = audit->differing;
	size_t unknown = audit->count - audit->agreeing - differing;

	for (size_t i = 0; i < audit->count; i++)
		print_row(text, audit, &audit->rows[i], width);
	text_print(
	    text, "%zu %s, %zu differ%s: %zu known, %zu not", audit->agreeing,
	    audit->agreeing == 1 ? "row agrees" : "rows agree", differing,
	    differing == 1 ? "s" : "", audit->known, differing - audit->known);
	if (unknown > 0)
		text_print(text, "; %zu cannot be known", unknown);
	text_add(text, "\n");
}
