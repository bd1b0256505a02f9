/* The first page's head and the contents. */
/* SPDX-License-Identifier: MIT */
#include "html/room.h"

enum {
	CONTENTS_LEVELS = 3
};

static void
symbol_write(struct writer *writer, const struct masthead *masthead)
{
	struct text *out = writer->out;

	if (!is_given(masthead->symbol))
		return;
	text_add(out, "<p class=\"symbol\">");
	if (is_given(masthead->symbol_link)) {
		text_add(out, "<a");
		attribute_add_link(out, masthead->symbol_link);
		if (writer->page->site != NULL)
			attribute_add(out, "rel", "external");
		text_add(out, ">");
	}
	text_add_escaped(out, masthead->symbol);
	text_add(out,
		 is_given(masthead->symbol_link) ? "</a></p>\n" : "</p>\n");
}

static void
item_write(struct text *out, const struct masthead *masthead)
{
	if (!is_given(masthead->item))
		return;
	text_add(out, "<p class=\"item\">");
	text_add_escaped(out, masthead->item);
	if (is_given(masthead->item_note))
		text_add(out, "<a href=\"#item-note\" id=\"item-call\" "
			      "role=\"doc-noteref\">*</a>");
	text_add(out, "</p>\n");
}

static void
item_note_write(struct text *out, const struct masthead *masthead)
{
	if (!is_given(masthead->item) || !is_given(masthead->item_note))
		return;
	text_add(out, "<p class=\"item-note\" id=\"item-note\">"
		      "<a href=\"#item-call\" role=\"doc-backlink\">*</a> ");
	text_add_escaped(out, masthead->item_note);
	text_add(out, "</p>\n");
}

static void
other_write(struct text *out, const struct html_page *page)
{
	if (!is_given(page->other_href) || !is_given(page->words.other))
		return;
	text_add(out, "<p class=\"other\"><a rel=\"alternate\"");
	attribute_add(out, "href", page->other_href);
	attribute_add(out, "hreflang", page->other_tag);
	attribute_add(out, "lang", page->other_tag);
	text_add(out, ">");
	text_add_escaped(out, page->words.other);
	text_add(out, "</a></p>\n");
}

static void
contents_entry(struct text *out, const struct node *heading)
{
	struct text words = {0};

	node_words(&words, heading);
	text_add(out, "<li><a");
	attribute_add_fragment(out, "href", node_id(heading));
	text_add(out, ">");
	counter_add(out, heading);
	text_add_escaped(out, text_string(&words));
	text_add(out, "</a>");
	text_free(&words);
}

/* Lists inside the entry above; `levels` are those of the open lists. */
static void
contents_lists(struct text *out, const struct node *first)
{
	int levels[CONTENTS_LEVELS];
	size_t open = 0;

	for (const struct node *node = first; node != NULL; node = node->next) {
		if (node->kind != NODE_HEADING || node->level > CONTENTS_LEVELS)
			continue;
		while (open > 1 && levels[open - 1] > node->level) {
			text_add(out, "</li>\n</ol>\n");
			open--;
		}
		if (open == 0 || levels[open - 1] < node->level) {
			text_add(out, open == 0 ? "<ol>\n" : "\n<ol>\n");
			levels[open++] = node->level;
		} else {
			text_add(out, "</li>\n");
		}
		contents_entry(out, node);
	}
	for (; open > 0; open--)
		text_add(out, "</li>\n</ol>\n");
}

static bool
has_contents(const struct node *first)
{
	for (const struct node *node = first; node != NULL; node = node->next)
		if (node->kind == NODE_HEADING &&
		    node->level <= CONTENTS_LEVELS)
			return true;
	return false;
}

void
contents_write(struct writer *writer)
{
	const struct node *first = writer->document->root->first;
	const char *prefix = writer->page->prefix == NULL
				 ? ""
				 : writer->page->prefix;
	struct text *out = writer->out;

	if (!has_contents(first))
		return;
	text_print(out,
		   "<nav class=\"contents\" aria-labelledby=\"%scontents\">\n"
		   "<h2 id=\"%scontents\">",
		   prefix, prefix);
	if (is_given(writer->page->words.contents))
		text_add_escaped(out, writer->page->words.contents);
	text_add(out, "</h2>\n");
	contents_lists(out, first);
	text_add(out, "</nav>\n");
}

void
masthead_write(struct writer *writer)
{
	const struct masthead *masthead = &writer->document->masthead;
	struct text *out = writer->out;

	text_add(out, "<header class=\"masthead\">\n");
	other_write(out, writer->page);
	text_add(out, "<div class=\"body\">\n");
	element_add(out, "p", "organization", masthead->organization);
	element_add(out, "p", "organ", masthead->organ);
	text_add(out, "</div>\n<div class=\"record\"");
	if (masthead->record_tag != NULL)
		attribute_add(out, "lang", masthead->record_tag);
	text_add(out, ">\n");
	symbol_write(writer, masthead);
	element_add(out, "p", NULL, masthead->distribution);
	element_add(out, "p", NULL, masthead->date);
	element_add(out, "p", NULL, masthead->language_line);
	element_add(out, "p", NULL, masthead->original);
	text_add(out, "</div>\n<div class=\"meeting\">\n");
	element_add(out, "p", "session", masthead->session);
	element_add(out, "p", "venue", masthead->venue);
	item_write(out, masthead);
	element_add(out, "p", "item-title", masthead->item_title);
	text_add(out, "</div>\n");
	element_add(out, "h1", NULL, masthead->title);
	element_add(out, "p", "series", masthead->series);
	item_note_write(out, masthead);
	text_add(out, "</header>\n");
}
