/* The whole page: head, masthead, contents, text, notes, foot. */
/* SPDX-License-Identifier: MIT */
#include "html/room.h"

static void
head_write(struct writer *writer)
{
	const struct masthead *masthead = &writer->document->masthead;
	const struct html_page *page = writer->page;
	struct text *out = writer->out;

	text_add(out, "<head>\n<meta charset=\"utf-8\">\n"
		      "<meta name=\"viewport\" "
		      "content=\"width=device-width, initial-scale=1\">\n"
		      "<title>");
	if (is_given(masthead->title))
		text_add_escaped(out, masthead->title);
	if (is_given(masthead->title) && is_given(masthead->symbol))
		text_add(out, " | ");
	if (is_given(masthead->symbol))
		text_add_escaped(out, masthead->symbol);
	text_add(out, "</title>\n");
	if (is_given(page->other_href)) {
		text_add(out, "<link rel=\"alternate\"");
		attribute_add(out, "hreflang", page->other_tag);
		attribute_add(out, "href", page->other_href);
		text_add(out, ">\n");
	}
	if (is_given(page->style))
		text_print(out, "<style>\n%s</style>\n", page->style);
	text_add(out, "</head>\n");
}

static void
notes_write(struct writer *writer)
{
	struct node *notes = writer->document->notes;
	struct text *out = writer->out;

	if (notes == NULL || notes->first == NULL)
		return;
	text_add(out, "<section class=\"notes\" role=\"doc-endnotes\" "
		      "aria-labelledby=\"notes\">\n<h2 id=\"notes\">");
	if (is_given(writer->page->words.notes))
		text_add_escaped(out, writer->page->words.notes);
	text_add(out, "</h2>\n<ol>\n");
	body_write(writer, notes);
	text_add(out, "</ol>\n</section>\n");
}

static bool
has_box(const struct node *root)
{
	for (const struct node *node = root->first; node; node = node->next)
		if (node->kind == NODE_BOX)
			return true;
	return false;
}

void
html_write(struct text *out, const struct document *document,
	   const struct html_page *page)
{
	struct writer writer = {.out = out, .document = document, .page = page};

	text_add(out, "<!DOCTYPE html>\n<html");
	attribute_add(out, "lang", document->tag);
	text_add(out, ">\n");
	head_write(&writer);
	text_add(out, "<body>\n");
	if (is_given(page->words.skip)) {
		text_add(out, "<a class=\"skip\" href=\"#text\">");
		text_add_escaped(out, page->words.skip);
		text_add(out, "</a>\n");
	}
	masthead_write(&writer);
	contents_write(&writer);
	text_add(out, "<main id=\"text\" tabindex=\"-1\">\n");
	if (!has_box(document->root))
		notice_write(&writer);
	body_write(&writer, document->root);
	notes_write(&writer);
	text_add(out, "</main>\n");
	if (is_given(document->masthead.job_number)) {
		text_add(out, "<footer>\n");
		element_add(out, "p", "job", document->masthead.job_number);
		text_add(out, "</footer>\n");
	}
	text_add(out, "</body>\n</html>\n");
}

/* --- the parts, for frames of others --- */

void
html_write_masthead(struct text *out, const struct document *document,
		    const struct html_page *page)
{
	struct writer writer = {.out = out, .document = document, .page = page};

	masthead_write(&writer);
}

void
html_write_contents(struct text *out, const struct document *document,
		    const struct html_page *page)
{
	struct writer writer = {.out = out, .document = document, .page = page};

	contents_write(&writer);
}

void
html_write_text(struct text *out, const struct document *document,
		const struct html_page *page)
{
	struct writer writer = {.out = out, .document = document, .page = page};

	if (!has_box(document->root))
		notice_write(&writer);
	body_write(&writer, document->root);
}

void
html_write_notes(struct text *out, const struct document *document,
		 const struct html_page *page)
{
	struct writer writer = {.out = out, .document = document, .page = page};

	notes_write(&writer);
}

void
html_write_block(struct text *out, const struct document *document,
		 const struct html_page *page, struct node *block, int rank)
{
	struct writer writer = {
	    .out = out, .document = document, .page = page, .rank = rank};

	body_write(&writer, block);
}
