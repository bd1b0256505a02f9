/* The small pieces of a page: elements of plain words, links, tables, names. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include "base/hash.h"

#include <inttypes.h>

void
tag_add(struct text *out, const char *tag, const char *class, const char *words)
{
	text_print(out, "<%s", tag);
	if (class != NULL)
		text_print(out, " class=\"%s\"", class);
	text_add(out, ">");
	text_add_escaped(out, words);
	text_print(out, "</%s>\n", tag);
}

void
link_add(struct text *out, const char *href, const char *lang,
	 const char *words)
{
	text_add(out, "<a href=\"");
	text_add_escaped(out, href);
	if (lang != NULL) {
		text_add(out, "\" lang=\"");
		text_add_escaped(out, lang);
		text_add(out, "\" hreflang=\"");
		text_add_escaped(out, lang);
	}
	text_add(out, "\">");
	text_add_escaped(out, words);
	text_add(out, "</a>");
}

/* An empty corner is no head of anything. */
static void
head_add(struct text *out, const char *scope, const char *words)
{
	if (words == NULL || *words == '\0') {
		text_add(out, "<td></td>");
		return;
	}
	text_print(out, "<th scope=\"%s\">", scope);
	text_add_escaped(out, words);
	text_add(out, "</th>");
}

void
frame_begin(struct text *out, const char *label)
{
	text_add(out, "<div class=\"frame\" role=\"group\" tabindex=\"0\" "
		      "aria-label=\"");
	text_add_escaped(out, label);
	text_add(out, "\">\n");
}

void
table_add(struct text *out, const struct table *table, const char *caption)
{
	text_add(out, "<table>\n");
	if (caption != NULL)
		tag_add(out, "caption", NULL, caption);
	text_add(out, "<thead><tr>");
	for (size_t i = 0; i < table->column_count; i++)
		head_add(out, "col", table->heads[i]);
	text_add(out, "</tr></thead>\n<tbody>\n");
	for (size_t row = 0; row < table->row_count; row++) {
		const char *const *cells = table->cells +
					   row * table->column_count;

		text_add(out, table->has_total && row + 1 == table->row_count
				  ? "<tr class=\"total\">"
				  : "<tr>");
		head_add(out, "row", cells[0]);
		for (size_t i = 1; i < table->column_count; i++) {
			text_add(out, "<td>");
			text_add_escaped(out, cells[i] ? cells[i] : "");
			text_add(out, "</td>");
		}
		text_add(out, "</tr>\n");
	}
	text_add(out, "</tbody>\n</table>\n");
}

const char *
size_words(struct site *site, const struct site_edition *edition, size_t size)
{
	const char *number = language_number(site->arena, edition->language,
					     (long long)(size + 1023) / 1024);

	return site_phrase(site, edition, "size", &number, 1);
}

const char *
hash_name(struct arena *arena, const char *bytes, size_t length)
{
	return arena_print(arena, "%016" PRIx64,
			   hash_bytes(HASH_START, bytes, length));
}

void
json_add(struct text *out, const char *words)
{
	struct text json = {0};

	text_add_json(&json, words);
	for (const char *c = text_string(&json); *c != '\0'; c++)
		if (*c == '<')
			text_add(out, "\\u003c");
		else
			text_add_bytes(out, c, 1);
	text_free(&json);
}
