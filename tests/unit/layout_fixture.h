/* Documents made by hand, and what laying them out needs. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_UNIT_LAYOUT_FIXTURE_H
#define TESTS_UNIT_LAYOUT_FIXTURE_H

#include "base/arena.h"
#include "base/text.h"
#include "layout/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
	struct arena *arena;
	struct messages messages;
	struct style *style;
	struct typeset *typeset;
	struct document document;
	struct node *notes[40];
	int note_count;
	int paragraphs;
	bool is_han;
};

static const struct page_words fixture_words = {
    .note = "Note {0}",
    .back = "Back to the text",
    .link = "Link: {0}",
    .page_label = "{0}/{1}",
};

static inline struct node *
fixture_node(struct fixture *fixture, struct node *parent, enum node_kind kind)
{
	struct node *node = node_new(fixture->arena, kind,
				     (struct place){"fixture", 1, 1});

	if (parent != NULL)
		node_append(parent, node);
	return node;
}

/* A note by its number; made, with these words, at its first use. */
static inline struct node *
fixture_note(struct fixture *fixture, int number, const char *words)
{
	struct node *note = fixture->notes[number];

	if (note != NULL)
		return note;
	note = fixture_node(fixture, fixture->document.notes, NODE_NOTE);
	note->number = number;
	note->counter = arena_print(fixture->arena, "%d", number);
	fixture_node(fixture, fixture_node(fixture, note, NODE_PARAGRAPH),
		     NODE_TEXT)
	    ->text = arena_copy(fixture->arena, words);
	fixture->notes[number] = note;
	fixture->note_count++;
	return note;
}

static inline struct node *
fixture_text(struct fixture *fixture, struct node *parent, const char *words)
{
	struct node *node = fixture_node(fixture, parent, NODE_TEXT);

	node->text = arena_copy(fixture->arena, words);
	return node;
}

static inline void
fixture_call(struct fixture *fixture, struct node *parent, int number,
	     const char *words)
{
	struct node *call = fixture_node(fixture, parent, NODE_CALL);

	call->referred = fixture_note(fixture, number, words);
	call->number = number;
	call->counter = call->referred->counter;
}

static inline void
fixture_link(struct fixture *fixture, struct node *parent, const char *uri,
	     const char *words)
{
	struct node *link = fixture_node(fixture, parent, NODE_LINK);

	link->target = uri;
	fixture_text(fixture, link, words);
}

static inline void
fixture_reference(struct fixture *fixture, struct node *parent,
		  const struct node *referred, const char *words)
{
	struct node *node = fixture_node(fixture, parent, NODE_REFERENCE);

	node->referred = referred;
	node->text = words;
}

static inline struct node *
fixture_heading(struct fixture *fixture, int level, const char *counter,
		const char *words)
{
	struct node *node = fixture_node(fixture, fixture->document.root,
					 NODE_HEADING);

	node->level = level;
	node->counter = counter;
	fixture_text(fixture, node, words);
	return node;
}

/* A numbered paragraph that repeats these words. */
static inline struct node *
fixture_paragraph(struct fixture *fixture, const char *words, int times)
{
	struct node *node = fixture_node(fixture, fixture->document.root,
					 NODE_PARAGRAPH);

	node->number = ++fixture->paragraphs;
	node->counter = arena_print(fixture->arena, "%d.", node->number);
	for (int i = 0; i < times; i++)
		fixture_text(fixture, node, words);
	return node;
}

static inline struct node *
fixture_item(struct fixture *fixture, struct node *list, const char *counter,
	     const char *words)
{
	struct node *item = fixture_node(fixture, list, NODE_ITEM);

	item->counter = counter;
	fixture_text(fixture, fixture_node(fixture, item, NODE_PARAGRAPH),
		     words);
	return item;
}

/* A scene of a plain and a hatched bar with its label, 120 pt high. */
static inline struct scene *
fixture_scene(struct fixture *fixture)
{
	static struct mark marks[] = {
	    {.kind = MARK_GROUP_BEGIN, .text = "bar"},
	    {.kind = MARK_RECTANGLE,
	     .ink = INK_SERIES_1,
	     .x = 80,
	     .y = 10,
	     .width = 200,
	     .height = 30},
	    {.kind = MARK_RECTANGLE,
	     .ink = INK_SERIES_2,
	     .x = 80,
	     .y = 60,
	     .width = 120,
	     .height = 30,
	     .is_hatched = true},
	    {.kind = MARK_GROUP_END},
	    {.kind = MARK_LINE,
	     .ink = INK_AXIS,
	     .x = 80,
	     .y = 0,
	     .height = 110,
	     .stroke = 0.5},
	    {.kind = MARK_TEXT,
	     .ink = INK_TEXT,
	     .x = 74,
	     .y = 28,
	     .text = "259 (49%)",
	     .anchor = ANCHOR_END,
	     .size = 8},
	    {.kind = MARK_TEXT,
	     .ink = INK_FAINT,
	     .x = 74,
	     .y = 78,
	     .text = "103",
	     .anchor = ANCHOR_END,
	     .size = 8,
	     .is_bold = true},
	};
	struct scene *scene = arena_take(fixture->arena, sizeof(*scene));

	*scene = (struct scene){
	    .name = "bars",
	    .tag = fixture->document.tag,
	    .is_han = fixture->is_han,
	    .title = "Needs",
	    .description = "Bars: 259 and 103.",
	    .width = style_figure_width(fixture->style),
	    .height = 120,
	    .marks = marks,
	    .count = COUNT(marks),
	    .latin = style_figure_latin(fixture->style),
	    .han = style_figure_han(fixture->style),
	};
	return scene;
}

static inline struct node *
fixture_figure(struct fixture *fixture, const char *counter,
	       const char *caption, bool is_table)
{
	static const char *const heads[] = {"Article", "Needs", "States"};
	static const char *const cells[] = {
	    "Article 5", "13", "9",  "Article 6", "259",   "31",
	    "Article 7", "8",  "11", "Total",	  "1,038", "48"};
	static const char *const notes[] = {
	    "a  Article 51 includes general needs."};
	struct figure *figure = arena_take(fixture->arena, sizeof(*figure));
	struct node *node = fixture_node(fixture, fixture->document.root,
					 is_table ? NODE_TABLE : NODE_FIGURE);

	*figure = (struct figure){
	    .name = "bars",
	    .title = caption,
	    .description = "Bars: 259 and 103.",
	    .source = "Source: 82 of 82 reviews.",
	    .notes = notes,
	    .note_count = COUNT(notes),
	    .scene = is_table ? NULL : fixture_scene(fixture),
	    .table = {heads, COUNT(heads), cells, COUNT(cells) / COUNT(heads),
		      true},
	};
	node->figure = figure;
	node->counter = counter;
	fixture_text(fixture, node, caption);
	return node;
}

/* Everything but the typeset handle, which wants to know the characters. */
static inline void
fixture_open(struct fixture *fixture, bool is_han)
{
	*fixture = (struct fixture){.arena = arena_new(), .is_han = is_han};
	fixture->messages.out = stderr;
	fixture->style = style_read(fixture->arena, &fixture->messages, NULL,
				    "templates/styles/note.xml");
	assert_non_null(fixture->style);
	fixture->document = (struct document){
	    .language = is_han ? "zh" : "en",
	    .tag = is_han ? "zh-Hans" : "en",
	    .root = fixture_node(fixture, NULL, NODE_DOCUMENT),
	    .notes = fixture_node(fixture, NULL, NODE_DOCUMENT),
	    .masthead = {"", "", "", "", "", "", "", "", "", "", "", "", "", "",
			 "", "", "", "", NULL},
	};
}

static inline struct pages *
fixture_layout(struct fixture *fixture)
{
	const struct face *faces;
	size_t count;

	if (fixture->typeset == NULL) {
		faces = style_faces(fixture->style, &count);
		fixture->typeset = typeset_open(
		    fixture->arena, &fixture->messages, "fonts", faces, count);
		assert_non_null(fixture->typeset);
	}
	return layout_document(fixture->arena, &fixture->messages,
			       fixture->typeset, fixture->style,
			       &fixture->document, &fixture_words,
			       fixture->is_han);
}

static inline void
fixture_close(struct fixture *fixture)
{
	if (fixture->typeset != NULL)
		typeset_close(fixture->typeset);
	arena_free(fixture->arena);
}

/* A report of two to three pages with one of everything. */
static inline void
fixture_fill(struct fixture *fixture)
{
	bool is_han = fixture->is_han;
	const char *words =
	    is_han
		? "本文分析国别审议中查明的技术援助需求，并概述为落实《公约》"
		  "提供的援助（见“要点”）。"
		: "The note analyses the needs for technical assistance that "
		  "were identified in the country reviews, and outlines "
		  "the assistance provided. ";
	struct node *node, *list, *figure, *first;

	fixture->document.masthead = (struct masthead){
	    .organization = is_han ? "联合国" : "United Nations",
	    .organ = is_han ? "联合国反腐败公约缔约国会议"
			    : "Conference of the States Parties to the "
			      "Convention",
	    .symbol = "X/CONF/2023/3",
	    .symbol_link = "https://example.org/zh/X/CONF/2023/3",
	    .distribution = "Distr.: General",
	    .date = "13 October 2023",
	    .language_line = is_han ? "Chinese" : "",
	    .original = "Original: English",
	    .session = is_han ? "第十届会议" : "Tenth session",
	    .venue = is_han ? "2023" : "Vienna, 11–15 December 2023",
	    .item = is_han ? "临时议程项目3"
			   : "Item 3 of the provisional agenda",
	    .item_note = "X/CONF/2023/1.",
	    .item_title = is_han ? "技术援助" : "Technical assistance",
	    .title = is_han ? "国别审议中查明的技术援助需求"
			    : "Needs identified in the country reviews",
	    .series = is_han ? "秘书处的说明" : "Note by the Secretariat",
	    .notice = "Reconstructed.",
	    .job_number = "V.23-18879 (E)",
	    .barcode = "*2318879*",
	};
	node = fixture_node(fixture, fixture->document.root, NODE_BOX);
	list = fixture_node(fixture, node, NODE_HEADING);
	list->level = 3;
	fixture_text(fixture, list, is_han ? "摘要" : "Summary");
	fixture_text(fixture, fixture_node(fixture, node, NODE_PARAGRAPH),
		     words);
	fixture_heading(fixture, 1, is_han ? "一." : "I.",
			is_han ? "导言" : "Introduction");
	first = fixture_paragraph(fixture, words, 1);
	fixture_call(fixture, first, 1, words);
	fixture_link(fixture, first, "https://example.org/ä)/Evil (x",
		     "X/CONF/2023/4");
	fixture_text(fixture, first, is_han ? "，" : ", and so on. ");
	node = fixture_node(fixture, first, NODE_EMPHASIS);
	fixture_text(fixture, node, words);
	node = fixture_paragraph(fixture, words, 1);
	list = fixture_node(fixture, fixture->document.root, NODE_LIST);
	list->level = 1;
	fixture_item(fixture, list, "(a)", words);
	node = fixture_item(fixture, list, "(b)", words);
	list = fixture_node(fixture, node, NODE_LIST);
	list->level = 2;
	fixture_item(fixture, list, "(i)", words);
	fixture_item(fixture, list, "(ii)", words);
	node = fixture_paragraph(fixture, words, 2);
	figure = fixture_figure(fixture, is_han ? "图一" : "Figure I",
				is_han ? "需求" : "Needs by category", false);
	fixture_reference(fixture, node, figure, is_han ? "图一" : "figure I");
	fixture_call(fixture, figure, 2, words);
	fixture_call(fixture, node, 1, "");
	fixture_heading(fixture, 2, "A.", is_han ? "需求" : "Needs by article");
	fixture_heading(fixture, 4, NULL, is_han ? "要点" : "A topic");
	for (int i = 0; i < 6; i++)
		fixture_paragraph(fixture, words, 4);
	fixture_figure(fixture, is_han ? "表1" : "Table 1",
		       is_han ? "需求" : "Needs by article", true);
	node = fixture_paragraph(fixture, words, 3);
	fixture_reference(fixture, node, first, is_han ? "第1" : "paragraph 1");
}

#endif
