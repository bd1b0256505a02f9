/* A page with every kind of node; escapes; ids that are unique and led to. */
/* SPDX-License-Identifier: MIT */
#include "html/html.h"

#include "base/arena.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

enum {
	IDS_MOST = 64
};

static const struct html_page page = {
    .style = "p{margin:0}\n",
    .other_href = "../zh/",
    .other_tag = "zh-Hans",
    .words = {"Notes", "Note {0}", "Back to the text", "Data of the figure",
	      "Contents", "Paragraph {0}", "Skip to the text", "中文"},
};

/* A node under a parent, with its words or number. */
static struct node *
add(struct arena *arena, struct node *parent, enum node_kind kind,
    const char *text)
{
	struct node *node = node_new(arena, kind, (struct place){0});

	node->text = text;
	node_append(parent, node);
	return node;
}

static struct node *
add_numbered(struct arena *arena, struct node *parent, enum node_kind kind,
	     const char *counter, const char *anchor)
{
	struct node *node = add(arena, parent, kind, NULL);

	node->counter = counter;
	node->anchor = anchor;
	return node;
}

static struct node *
add_heading(struct arena *arena, struct node *parent, int level,
	    const char *counter, const char *anchor, const char *words)
{
	struct node *node = add_numbered(arena, parent, NODE_HEADING, counter,
					 anchor);

	node->level = level;
	add(arena, node, NODE_TEXT, words);
	return node;
}

static struct document
document_make(struct arena *arena)
{
	return (struct document){
	    .language = "en",
	    .tag = "en",
	    .root = node_new(arena, NODE_DOCUMENT, (struct place){0}),
	    .notes = node_new(arena, NODE_DOCUMENT, (struct place){0}),
	};
}

static const char *
main_of(const struct text *text)
{
	const char *at = strstr(text_string(text), "<main");

	assert_non_null(at);
	return at;
}

static void
box_and_lists(struct arena *arena, struct node *root)
{
	struct node *box = add(arena, root, NODE_BOX, NULL);
	struct node *list, *item;

	add_heading(arena, box, 3, NULL, "summary", "Summary");
	add(arena, add(arena, box, NODE_PARAGRAPH, NULL), NODE_TEXT, "In all");
	list = add(arena, root, NODE_LIST, NULL);
	item = add_numbered(arena, list, NODE_ITEM, "(a)", NULL);
	add(arena, add(arena, item, NODE_PARAGRAPH, NULL), NODE_TEXT, "one");
	list = add(arena, item, NODE_LIST, NULL);
	item = add_numbered(arena, list, NODE_ITEM, "(i)", NULL);
	add(arena, add(arena, item, NODE_PARAGRAPH, NULL), NODE_TEXT, "two");
}

/* A note that is called twice; the later call has no anchor. */
static void
inlines(struct arena *arena, struct document *document)
{
	struct node *paragraph = add_numbered(arena, document->root,
					      NODE_PARAGRAPH, "14.", "p14");
	struct node *note = add_numbered(arena, document->notes, NODE_NOTE, "3",
					 "note-3");
	struct node *first, *second, *node;

	paragraph->number = 14;
	add(arena, paragraph, NODE_TEXT, "A ");
	add(arena, add(arena, paragraph, NODE_EMPHASIS, NULL), NODE_TEXT, "B");
	add(arena, add(arena, paragraph, NODE_STRONG, NULL), NODE_TEXT, "C");
	add(arena, paragraph, NODE_BREAK, NULL);
	node = add(arena, paragraph, NODE_LINK, NULL);
	node->target = "https://example.org/?a=1&b=2";
	add(arena, node, NODE_TEXT, "D");
	node = add(arena, paragraph, NODE_LINK, NULL);
	node->target = "javascript:alert(1)";
	add(arena, node, NODE_TEXT, "E");
	first = add_numbered(arena, paragraph, NODE_CALL, "3", "call-3");
	second = add_numbered(arena, paragraph, NODE_CALL, "3", NULL);
	first->referred = second->referred = note;
	note->referred = first;
	add(arena, add(arena, note, NODE_PARAGRAPH, NULL), NODE_TEXT, "F");
	node = add(arena, paragraph, NODE_VALUE, "two");
	node->target = "needs.total";
	node->plain = "2";
	add(arena, add(arena, paragraph, NODE_CLAIM, NULL), NODE_TEXT, "G");
	node = add(arena, paragraph, NODE_REFERENCE, "paragraph 14");
	node->referred = paragraph;
}

static void
every_kind_of_text_node(void **state)
{
	struct arena *arena = arena_new();
	struct document document = document_make(arena);
	struct text text = {0};

	(void)state;
	document.masthead.notice = "Reconstructed";
	box_and_lists(arena, document.root);
	inlines(arena, &document);
	html_write(&text, &document, &page);
	assert_string_equal(
	    main_of(&text),
	    "<main id=\"text\" tabindex=\"-1\">\n"
	    "<section class=\"box\" aria-labelledby=\"summary\">\n"
	    "<h2 id=\"summary\">Summary</h2>\n"
	    "<p>In all</p>\n"
	    "</section>\n"
	    "<p class=\"notice\">Reconstructed</p>\n"
	    "<ol class=\"items\">\n"
	    "<li><span class=\"counter\">(a)</span> <div><p>one</p>\n"
	    "<ol class=\"items\">\n"
	    "<li><span class=\"counter\">(i)</span> <div><p>two</p>\n"
	    "</div></li>\n"
	    "</ol>\n"
	    "</div></li>\n"
	    "</ol>\n"
	    "<p class=\"numbered\" id=\"p14\"><a class=\"number\" "
	    "href=\"#p14\" aria-label=\"Paragraph 14\">14.</a> "
	    "A <em>B</em><strong>C</strong><br>\n"
	    "<a href=\"https://example.org/?a=1&amp;b=2\">D</a><a>E</a>"
	    "<sup class=\"call\"><a href=\"#note-3\" id=\"call-3\" "
	    "role=\"doc-noteref\" aria-label=\"Note 3\">3</a></sup>"
	    "<sup class=\"call\"><a href=\"#note-3\" "
	    "role=\"doc-noteref\" aria-label=\"Note 3\">3</a></sup>"
	    "<data value=\"2\" data-measure=\"needs.total\">two</data>G"
	    "<a class=\"reference\" href=\"#p14\">paragraph 14</a></p>\n"
	    "<section class=\"notes\" role=\"doc-endnotes\" "
	    "aria-labelledby=\"notes\">\n"
	    "<h2 id=\"notes\">Notes</h2>\n"
	    "<ol>\n"
	    "<li id=\"note-3\"><span class=\"counter\">3</span> "
	    "<div><p>F</p>\n"
	    "<a class=\"back\" href=\"#call-3\" role=\"doc-backlink\" "
	    "aria-label=\"Back to the text\">↩︎</a></div></li>\n"
	    "</ol>\n"
	    "</section>\n"
	    "</main>\n"
	    "</body>\n"
	    "</html>\n");
	text_free(&text);
	arena_free(arena);
}

/* A topic line may stand under a heading of any level. */
static void
headings_nest_and_skip_no_rank(void **state)
{
	struct arena *arena = arena_new();
	struct document document = document_make(arena);
	struct node *root = document.root;
	struct text text = {0};

	(void)state;
	add_heading(arena, root, 1, "I.", "part-1", "One");
	add_heading(arena, root, 4, NULL, "topic-1", "Topic");
	add_heading(arena, root, 2, "A.", "part-1-1", "Two");
	add_heading(arena, root, 3, "1.", "part-1-1-1", "Three");
	add_heading(arena, root, 4, NULL, "topic-2", "Topic");
	add_heading(arena, root, 1, "II.", "part-2", "Four");
	html_write(&text, &document, &page);
	assert_string_equal(
	    main_of(&text),
	    "<main id=\"text\" tabindex=\"-1\">\n"
	    "<section>\n"
	    "<h2 id=\"part-1\"><span class=\"counter\">I.</span> One</h2>\n"
	    "<section>\n<h3 id=\"topic-1\">Topic</h3>\n</section>\n"
	    "<section>\n"
	    "<h3 id=\"part-1-1\"><span class=\"counter\">A.</span> Two</h3>\n"
	    "<section>\n"
	    "<h4 id=\"part-1-1-1\"><span class=\"counter\">1.</span> "
	    "Three</h4>\n"
	    "<section>\n<h5 id=\"topic-2\">Topic</h5>\n</section>\n"
	    "</section>\n"
	    "</section>\n"
	    "</section>\n"
	    "<section>\n"
	    "<h2 id=\"part-2\"><span class=\"counter\">II.</span> Four</h2>\n"
	    "</section>\n"
	    "</main>\n</body>\n</html>\n");
	assert_non_null(
	    strstr(text_string(&text),
		   "<nav class=\"contents\" aria-labelledby=\"contents\">\n"
		   "<h2 id=\"contents\">Contents</h2>\n"
		   "<ol>\n"
		   "<li><a href=\"#part-1\"><span class=\"counter\">I.</span> "
		   "One</a>\n"
		   "<ol>\n"
		   "<li><a href=\"#part-1-1\"><span class=\"counter\">A."
		   "</span> Two</a>\n"
		   "<ol>\n"
		   "<li><a href=\"#part-1-1-1\"><span class=\"counter\">1."
		   "</span> Three</a></li>\n"
		   "</ol>\n</li>\n</ol>\n</li>\n"
		   "<li><a href=\"#part-2\"><span class=\"counter\">II.</span> "
		   "Four</a></li>\n"
		   "</ol>\n</nav>\n"));
	text_free(&text);
	arena_free(arena);
}

static const char *const heads[] = {"", "Needs"};
static const char *const cells[] = {"Art. 5", "23", "Total", "46"};
static const char *const notes[] = {"a Includes <all>."};
static struct mark bar = {
    .kind = MARK_RECTANGLE, .ink = INK_SERIES_1, .width = 9, .height = 9};

static struct figure
figure_make(const struct scene *scene)
{
	return (struct figure){
	    .name = "needs",
	    .title = "Needs",
	    .description = "Needs.",
	    .source = "Source: 82 reviews",
	    .notes = notes,
	    .note_count = 1,
	    .scene = scene,
	    .table = {heads, 2, cells, 2, true},
	};
}

static const char table_words[] =
    "<thead><tr><td></td><th scope=\"col\">Needs</th></tr></thead>\n"
    "<tbody>\n"
    "<tr><th scope=\"row\">Art. 5</th><td>23</td></tr>\n"
    "<tr class=\"total\"><th scope=\"row\">Total</th><td>46</td></tr>\n"
    "</tbody>\n</table>\n</div>\n";

static void
figures_and_tables(void **state)
{
	const struct scene scene = {.name = "needs",
				    .tag = "en",
				    .title = "Needs",
				    .description = "Needs.",
				    .width = 10,
				    .height = 10,
				    .marks = &bar,
				    .count = 1,
				    .latin = "Liberation Sans",
				    .han = "Noto Sans CJK SC"};
	const struct figure drawn = figure_make(&scene);
	const struct figure tabled = figure_make(NULL);
	struct arena *arena = arena_new();
	struct document document = document_make(arena);
	struct text text = {0}, expected = {0};
	struct node *node;

	(void)state;
	node = add_numbered(arena, document.root, NODE_FIGURE, "Figure I",
			    "figure-needs");
	node->figure = &drawn;
	add(arena, node, NODE_TEXT, "Needs");
	node = add_numbered(arena, document.root, NODE_TABLE, NULL,
			    "table-needs");
	node->figure = &tabled;
	add(arena, node, NODE_TEXT, "Needs");
	html_write(&text, &document, &page);

	text_add(&expected,
		 "<main id=\"text\" tabindex=\"-1\">\n"
		 "<figure class=\"of-chart\" id=\"figure-needs\">\n"
		 "<figcaption id=\"figure-needs-caption\">"
		 "<span class=\"counter\">Figure I</span> "
		 "<span class=\"caption\">Needs</span></figcaption>\n");
	svg_write(&expected, &scene, true);
	text_add(&expected,
		 "<p class=\"figure-note\">a Includes &lt;all&gt;.</p>\n"
		 "<p class=\"source\">Source: 82 reviews</p>\n"
		 "<details>\n<summary>Data of the figure</summary>\n"
		 "<div class=\"frame\" role=\"group\" tabindex=\"0\" "
		 "aria-labelledby=\"figure-needs-data\">\n"
		 "<table>\n"
		 "<caption id=\"figure-needs-data\">Needs</caption>\n");
	text_add(&expected, table_words);
	text_add(&expected,
		 "</details>\n</figure>\n"
		 "<figure class=\"of-table\" id=\"table-needs\">\n"
		 "<figcaption id=\"table-needs-caption\">"
		 "<span class=\"caption\">Needs</span></figcaption>\n"
		 "<div class=\"frame\" role=\"group\" tabindex=\"0\" "
		 "aria-labelledby=\"table-needs-caption\">\n"
		 "<table aria-labelledby=\"table-needs-caption\">\n");
	text_add(&expected, table_words);
	text_add(&expected,
		 "<p class=\"figure-note\">a Includes &lt;all&gt;.</p>\n"
		 "<p class=\"source\">Source: 82 reviews</p>\n"
		 "</figure>\n</main>\n</body>\n</html>\n");
	assert_string_equal(main_of(&text), text_string(&expected));
	text_free(&expected);
	text_free(&text);
	arena_free(arena);
}

static void
a_masthead_skips_what_is_not_given(void **state)
{
	struct arena *arena = arena_new();
	struct document document = document_make(arena);
	struct text text = {0};

	(void)state;
	document.masthead = (struct masthead){
	    .organ = "Conference\nof the States",
	    .symbol = "A/1",
	    .symbol_link = "https://example.org/A/1",
	    .distribution = "",
	    .item = "Item 3",
	    .item_note = "A/2.",
	    .title = "Title",
	    .notice = "Notice",
	    .job_number = "V.23",
	};
	html_write(&text, &document, &page);
	assert_string_equal(
	    text_string(&text),
	    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\">\n"
	    "<title>Title | A/1</title>\n"
	    "<link rel=\"alternate\" hreflang=\"zh-Hans\" href=\"../zh/\">\n"
	    "<style>\np{margin:0}\n</style>\n</head>\n<body>\n"
	    "<a class=\"skip\" href=\"#text\">Skip to the text</a>\n"
	    "<header class=\"masthead\">\n"
	    "<p class=\"other\"><a rel=\"alternate\" href=\"../zh/\" "
	    "hreflang=\"zh-Hans\" lang=\"zh-Hans\">中文</a></p>\n"
	    "<div class=\"body\">\n"
	    "<p class=\"organ\">Conference<br>of the States</p>\n"
	    "</div>\n<div class=\"record\">\n"
	    "<p class=\"symbol\"><a href=\"https://example.org/A/1\">A/1</a>"
	    "</p>\n"
	    "</div>\n<div class=\"meeting\">\n"
	    "<p class=\"item\">Item 3<a href=\"#item-note\" id=\"item-call\" "
	    "role=\"doc-noteref\">*</a></p>\n"
	    "</div>\n"
	    "<h1>Title</h1>\n"
	    "<p class=\"item-note\" id=\"item-note\"><a href=\"#item-call\" "
	    "role=\"doc-backlink\">*</a> A/2.</p>\n"
	    "</header>\n"
	    "<main id=\"text\" tabindex=\"-1\">\n"
	    "<p class=\"notice\">Notice</p>\n"
	    "</main>\n"
	    "<footer>\n<p class=\"job\">V.23</p>\n</footer>\n"
	    "</body>\n</html>\n");
	text_free(&text);
	arena_free(arena);
}

/* The value of each attribute `name` in turn. */
static size_t
attributes_find(struct arena *arena, const char *html, const char *name,
		const char **found)
{
	const char *open = arena_print(arena, " %s=\"", name);
	size_t count = 0;

	while ((html = strstr(html, open)) != NULL) {
		html += strlen(open);
		assert_true(count < IDS_MOST);
		found[count++] = arena_copy_bytes(arena, html,
						  strcspn(html, "\""));
	}
	return count;
}

static void
ids_are_unique_and_links_find_them(void **state)
{
	struct arena *arena = arena_new();
	struct document document = document_make(arena);
	struct figure figure = figure_make(NULL);
	const char *ids[IDS_MOST], *links[IDS_MOST];
	size_t id_count, link_count, checked = 0;
	struct text text = {0};
	struct node *node;

	(void)state;
	document.masthead.item = "Item 3";
	document.masthead.item_note = "A/2.";
	add_heading(arena, document.root, 1, "I.", "part-1", "One");
	box_and_lists(arena, document.root);
	inlines(arena, &document);
	node = add_numbered(arena, document.root, NODE_FIGURE, "Figure I",
			    "figure-needs");
	node->figure = &figure;
	html_write(&text, &document, &page);
	id_count = attributes_find(arena, text_string(&text), "id", ids);
	link_count = attributes_find(arena, text_string(&text), "href", links);
	for (size_t i = 0; i < id_count; i++)
		for (size_t k = i + 1; k < id_count; k++)
			assert_string_not_equal(ids[i], ids[k]);
	for (size_t i = 0; i < link_count; i++) {
		size_t k = 0;

		if (links[i][0] != '#')
			continue;
		while (k < id_count && strcmp(links[i] + 1, ids[k]) != 0)
			k++;
		assert_true(k < id_count);
		checked++;
	}
	assert_true(id_count >= 9 && checked >= 8);
	text_free(&text);
	arena_free(arena);
}

/* Every word that comes from outside, hostile at once. */
static void
hostile_words_stay_words(void **state)
{
	static const char bad[] = "\"'><script>alert(1)</script>&";
	static const char *const bad_cells[] = {bad, bad};
	const struct figure figure = {
	    .title = bad,
	    .source = bad,
	    .notes = bad_cells,
	    .note_count = 1,
	    .table = {bad_cells, 2, bad_cells, 1, false}};
	struct arena *arena = arena_new();
	struct document document = document_make(arena);
	struct html_page hostile = {
	    .other_href = bad,
	    .other_tag = bad,
	    .words = {bad, bad, bad, bad, bad, bad, bad, bad}};
	struct masthead *masthead = &document.masthead;
	struct node *heading, *paragraph, *node;
	struct text text = {0};

	(void)state;
	*masthead = (struct masthead){bad, bad, bad, bad, bad, bad, bad,
				      bad, bad, bad, bad, bad, bad, bad,
				      bad, bad, bad, bad, bad};
	document.tag = bad;
	heading = add_heading(arena, document.root, 1, bad, bad, bad);
	paragraph = add_numbered(arena, heading, NODE_PARAGRAPH, bad, bad);
	for (enum node_kind kind = NODE_TEXT; kind <= NODE_REFERENCE; kind++) {
		node = add_numbered(arena, paragraph, kind, bad, bad);
		node->text = node->target = bad;
		node->referred = paragraph;
	}
	node = add_numbered(arena, document.root, NODE_TABLE, bad, bad);
	node->figure = &figure;
	node = add_numbered(arena, document.notes, NODE_NOTE, bad, bad);
	node->referred = paragraph;
	html_write(&text, &document, &hostile);
	assert_null(strstr(text_string(&text), "<script"));
	assert_null(strstr(text_string(&text), "\"'"));
	assert_null(strstr(text_string(&text), ")</"));
	text_free(&text);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_kind_of_text_node),
	    cmocka_unit_test(headings_nest_and_skip_no_rank),
	    cmocka_unit_test(figures_and_tables),
	    cmocka_unit_test(a_masthead_skips_what_is_not_given),
	    cmocka_unit_test(ids_are_unique_and_links_find_them),
	    cmocka_unit_test(hostile_words_stay_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
