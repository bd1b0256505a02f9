/* The text of a document: one walk, one switch, sections by headings. */
/* SPDX-License-Identifier: MIT */
#include "html/room.h"

#include <assert.h>
#include <stdlib.h>

static void
words_add(struct text *out, const char *words)
{
	if (words != NULL)
		text_add_escaped(out, words);
}

/* --- sections --- */

static void
sections_close(struct writer *writer, int level)
{
	while (writer->section_count > 0 &&
	       writer->sections[writer->section_count - 1] >= level) {
		text_add(writer->out, "</section>\n");
		writer->section_count--;
	}
}

/* A heading ranks one below the section it stands in, so that none skips one;
 * the title is h1. */
static void
heading_write(struct writer *writer, const struct node *node, enum phase phase)
{
	struct text *out = writer->out;
	bool is_boxed = node->parent != NULL && node->parent->kind == NODE_BOX;
	size_t rank = is_boxed ? 2 : (size_t)writer->rank;

	if (phase == PHASE_ENTER && rank == 0) {
		assert(node->level >= 1 && node->level <= SECTIONS_MOST);
		sections_close(writer, node->level);
		writer->sections[writer->section_count++] = node->level;
		text_add(out, "<section>\n");
	}
	if (rank == 0)
		rank = writer->section_count + 1;
	if (phase == PHASE_ENTER) {
		text_print(out, "<h%zu", rank);
		attribute_add(out, "id", node->anchor);
		text_add(out, ">");
		counter_add(out, node);
	} else {
		text_print(out, "</h%zu>\n", rank);
	}
}

void
notice_write(struct writer *writer)
{
	if (!writer->has_notice)
		element_add(writer->out, "p", "notice",
			    writer->document->masthead.notice);
	writer->has_notice = true;
}

static void
box_write(struct writer *writer, const struct node *node, enum phase phase)
{
	const struct node *first = node->first;

	if (phase == PHASE_LEAVE) {
		text_add(writer->out, "</section>\n");
		notice_write(writer);
		return;
	}
	text_add(writer->out, "<section class=\"box\"");
	if (first != NULL && first->kind == NODE_HEADING)
		attribute_add(writer->out, "aria-labelledby", first->anchor);
	text_add(writer->out, ">\n");
}

/* --- blocks --- */

static void
paragraph_write(struct writer *writer, const struct node *node,
		enum phase phase)
{
	struct text *out = writer->out;
	struct text number = {0};

	if (phase == PHASE_LEAVE) {
		text_add(out, "</p>\n");
		return;
	}
	text_add(out, is_given(node->counter) ? "<p class=\"numbered\"" : "<p");
	attribute_add(out, "id", node->anchor);
	text_add(out, ">");
	if (!is_given(node->counter) || !is_given(node->anchor)) {
		counter_add(out, node);
		return;
	}
	text_print(&number, "%d", node->number);
	text_add(out, "<a class=\"number\"");
	attribute_add_fragment(out, "href", node->anchor);
	label_add(out, writer->page->words.paragraph, text_string(&number));
	text_add(out, ">");
	words_add(out, node->counter);
	text_add(out, "</a> ");
	text_free(&number);
}

static void
item_write(struct text *out, const struct node *node, enum phase phase)
{
	if (phase == PHASE_LEAVE) {
		text_add(out, "</div></li>\n");
		return;
	}
	text_add(out, "<li");
	attribute_add(out, "id", node->anchor);
	text_add(out, ">");
	counter_add(out, node);
	text_add(out, "<div>");
}

/* The way back is to the first call. */
static void
note_write(struct writer *writer, const struct node *node, enum phase phase)
{
	const struct node *call = node->referred;
	struct text *out = writer->out;

	if (phase == PHASE_LEAVE && call != NULL && is_given(call->anchor)) {
		text_add(out, "<a class=\"back\"");
		attribute_add_fragment(out, "href", call->anchor);
		text_add(out, " role=\"doc-backlink\"");
		attribute_add(out, "aria-label", writer->page->words.back);
		text_add(out, ">\u21a9\ufe0e</a>");
	}
	item_write(out, node, phase);
}

/* To the figure's own page. */
static void
enlarge_write(struct writer *writer, const struct node *node)
{
	const struct html_site *site = writer->page->site;
	const char *words = writer->page->words.enlarge;
	struct text *out = writer->out;

	if (site == NULL || !is_given(site->figures) || !is_given(words) ||
	    node->figure == NULL)
		return;
	text_add(out, "<p class=\"enlarge\"><a href=\"");
	text_add_escaped(out, site->figures);
	text_add_escaped(out, node->figure->name);
	text_add(out, ".html\"");
	attribute_add_part(out, "aria-describedby", node_id(node), "caption");
	text_add(out, ">");
	text_add_escaped(out, words);
	text_add(out, "</a></p>\n");
}

static void
caption_write(struct writer *writer, const struct node *node, enum phase phase)
{
	struct text *out = writer->out;

	if (phase == PHASE_LEAVE) {
		text_add(out, "</span></figcaption>\n");
		figure_write(writer, node);
		enlarge_write(writer, node);
		text_add(out, "</figure>\n");
		return;
	}
	text_print(out, "<figure class=\"%s\"",
		   node->kind == NODE_TABLE ? "of-table" : "of-chart");
	attribute_add(out, "id", node_id(node));
	text_add(out, ">\n<figcaption");
	attribute_add_part(out, "id", node_id(node), "caption");
	text_add(out, ">");
	counter_add(out, node);
	text_add(out, "<span class=\"caption\">");
}

/* --- inlines --- */

static void
link_write(struct writer *writer, const struct node *node, enum phase phase)
{
	struct text *out = writer->out;

	if (phase == PHASE_LEAVE) {
		text_add(out, "</a>");
		return;
	}
	text_add(out, "<a");
	attribute_add_link(out, node->target);
	if (writer->page->site != NULL)
		attribute_add(out, "rel", "external");
	text_add(out, ">");
}

/* A later call of the same note has no anchor, for ids are unique. */
static void
call_write(struct writer *writer, const struct node *node)
{
	struct text *out = writer->out;
	const char *counter = node->counter == NULL ? "" : node->counter;

	text_add(out, "<sup class=\"call\"><a");
	if (node->referred != NULL && is_given(node->referred->anchor))
		attribute_add_fragment(out, "href", node->referred->anchor);
	attribute_add(out, "id", node->anchor);
	text_add(out, " role=\"doc-noteref\"");
	label_add(out, writer->page->words.note, counter);
	text_add(out, ">");
	words_add(out, counter);
	text_add(out, "</a></sup>");
}

static void
value_write(struct writer *writer, const struct node *node)
{
	const struct html_site *site = writer->page->site;
	bool is_link = site != NULL && is_given(site->measures);
	struct text *out = writer->out;

	text_add(out, "<data");
	attribute_add(out, "value", node->plain);
	attribute_add(out, "data-measure", node->target);
	text_add(out, ">");
	if (is_link) {
		text_add(out, "<a class=\"value\" href=\"");
		text_add_escaped(out, site->measures);
		text_add(out, "#");
		text_add_escaped(out, node->target);
		text_add(out, "\">");
	}
	words_add(out, node->text);
	text_add(out, is_link ? "</a></data>" : "</data>");
}

static void
reference_write(struct text *out, const struct node *node)
{
	bool is_link = node->referred != NULL &&
		       is_given(node_id(node->referred));

	if (is_link) {
		text_add(out, "<a class=\"reference\"");
		attribute_add_fragment(out, "href", node_id(node->referred));
		text_add(out, ">");
	}
	words_add(out, node->text);
	if (is_link)
		text_add(out, "</a>");
}

/* --- the walk --- */

static void
node_write(struct writer *writer, const struct node *node, enum phase phase)
{
	struct text *out = writer->out;
	bool is_enter = phase == PHASE_ENTER;

	switch (node->kind) {
	case NODE_DOCUMENT:
		if (!is_enter)
			sections_close(writer, 0);
		return;
	case NODE_HEADING:
		heading_write(writer, node, phase);
		return;
	case NODE_PARAGRAPH:
		paragraph_write(writer, node, phase);
		return;
	case NODE_BOX:
		box_write(writer, node, phase);
		return;
	case NODE_LIST:
		text_add(out, is_enter ? "<ol class=\"items\">\n" : "</ol>\n");
		return;
	case NODE_ITEM:
		item_write(out, node, phase);
		return;
	case NODE_FIGURE:
	case NODE_TABLE:
		caption_write(writer, node, phase);
		return;
	case NODE_NOTE:
		note_write(writer, node, phase);
		return;
	case NODE_TEXT:
		words_add(out, node->text);
		return;
	case NODE_EMPHASIS:
		text_add(out, is_enter ? "<em>" : "</em>");
		return;
	case NODE_STRONG:
		text_add(out, is_enter ? "<strong>" : "</strong>");
		return;
	case NODE_LINK:
		link_write(writer, node, phase);
		return;
	case NODE_CALL:
		call_write(writer, node);
		return;
	case NODE_VALUE:
		value_write(writer, node);
		return;
	case NODE_CLAIM:
		return;
	case NODE_REFERENCE:
		reference_write(out, node);
		return;
	case NODE_BREAK:
		text_add(out, "<br>\n");
		return;
	case NODE_KINDS:
		break;
	}
	abort();
}

void
body_write(struct writer *writer, struct node *top)
{
	struct walk walk = walk_begin(top);

	while (walk_next(&walk))
		node_write(writer, walk.node, walk.phase);
}
