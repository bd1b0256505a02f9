/* A whole document set onto pages, in both kinds of script. */
/* SPDX-License-Identifier: MIT */
#include "layout_fixture.h"

/* --- every piece of ink has one owner, and lies on the paper --- */

static void
inks_check(const struct pages *pages)
{
	for (size_t i = 0; i < pages->count; i++)
		for (size_t j = 0; j < pages->items[i].ink_count; j++) {
			const struct page_ink *ink = &pages->items[i].inks[j];
			double x = ink->x;

			assert_true((ink->element == NULL) !=
				    (ink->artifact == ARTIFACT_NONE));
			/* ink or elements, never both */
			assert_true(ink->element == NULL ||
				    ink->element->first == NULL);
			if (ink->kind == PAGE_GLYPHS)
				x += ink->glyphs->x;
			assert_true(x >= 0 && ink->y >= 0);
			assert_true(x + ink->width <= pages->width);
			assert_true(ink->y + ink->height <= pages->height);
		}
}

static void
links_check(const struct pages *pages)
{
	for (size_t i = 0; i < pages->count; i++)
		for (size_t j = 0; j < pages->items[i].link_count; j++) {
			const struct page_link *link =
			    &pages->items[i].links[j];

			assert_int_equal(link->element->role, ROLE_LINK);
			assert_true(strlen(link->contents) > 0);
			assert_true(link->box.width > 0);
			assert_true(link->to_page < pages->count);
		}
}

/* ISO 14289-1, 7.4.2: no level of headings is skipped. */
static int
headings_check(const struct element_node *element, int last)
{
	if (element->role >= ROLE_H1 && element->role <= ROLE_H6) {
		int level = (int)(element->role - ROLE_H1) + 1;

		assert_true(level <= last + 1);
		last = level;
	}
	for (const struct element_node *child = element->first; child != NULL;
	     child = child->next) {
		assert_ptr_equal(child->parent, element);
		last = headings_check(child, last);
	}
	return last;
}

static size_t
roles_count(const struct element_node *element, enum role role)
{
	size_t count = element->role == role;

	for (const struct element_node *child = element->first; child != NULL;
	     child = child->next)
		count += roles_count(child, role);
	return count;
}

static size_t
languages_count(const struct element_node *element, const char *language)
{
	size_t count = element->language != NULL &&
		       strcmp(element->language, language) == 0;

	for (const struct element_node *child = element->first; child != NULL;
	     child = child->next)
		count += languages_count(child, language);
	return count;
}

static void
a_document_has_all_its_parts(void **state)
{
	(void)state;
	for (int is_han = 0; is_han < 2; is_han++) {
		struct fixture fixture;
		struct pages *pages;
		const struct bookmark *bookmarks;

		fixture_open(&fixture, is_han == 1);
		fixture_fill(&fixture);
		pages = fixture_layout(&fixture);
		assert_non_null(pages);
		assert_int_equal(fixture.messages.counts[WEIGHT_ERROR], 0);
		assert_int_equal(pages->count, 3);
		inks_check(pages);
		links_check(pages);
		headings_check(pages->root, 0);
		assert_int_equal(roles_count(pages->root, ROLE_H1), 1);
		assert_int_equal(roles_count(pages->root, ROLE_H2), 2);
		assert_int_equal(roles_count(pages->root, ROLE_L), 2);
		assert_int_equal(roles_count(pages->root, ROLE_LI), 4);
		/* the note called twice stands once; and the asterisk's */
		assert_int_equal(roles_count(pages->root, ROLE_NOTE), 3);
		assert_int_equal(roles_count(pages->root, ROLE_REFERENCE), 6);
		assert_int_equal(roles_count(pages->root, ROLE_FIGURE), 1);
		assert_int_equal(roles_count(pages->root, ROLE_TR), 5);
		/* in Chinese: at least symbol, distribution, date, language and
		 * original of the first page */
		if (is_han)
			assert_true(languages_count(pages->root, "en") >= 5);
		else
			assert_int_equal(languages_count(pages->root, "en"), 0);
		assert_int_equal(pages->bookmark_count, 4);
		bookmarks = pages->bookmarks;
		assert_int_equal(bookmarks[1].level, 1);
		assert_int_equal(bookmarks[2].level, 2);
		assert_int_equal(bookmarks[3].level, 3);
		assert_string_equal(bookmarks[1].title,
				    is_han ? "一. 导言" : "I. Introduction");
		fixture_close(&fixture);
	}
}

/* The page and the greatest and least y of the ink of an element and those
 * under it. */
struct extent {
	size_t page;
	double top, bottom;
	size_t inks;
};

static bool
is_under(const struct element_node *element, const struct element_node *upper)
{
	while (element != NULL && element != upper)
		element = element->parent;
	return element != NULL;
}

static struct extent
extent_of(const struct pages *pages, const struct element_node *element)
{
	struct extent extent = {0, 1e9, 0, 0};

	for (size_t i = 0; i < pages->count; i++)
		for (size_t j = 0; j < pages->items[i].ink_count; j++) {
			const struct page_ink *ink = &pages->items[i].inks[j];

			if (!is_under(ink->element, element))
				continue;
			extent.page = i;
			extent.inks++;
			if (ink->y < extent.top)
				extent.top = ink->y;
			if (ink->y > extent.bottom)
				extent.bottom = ink->y;
		}
	return extent;
}

static const struct element_node *
role_find(const struct element_node *element, enum role role, size_t *skip)
{
	const struct element_node *found = NULL;

	if (element->role == role && (*skip)-- == 0)
		return element;
	for (const struct element_node *child = element->first;
	     child != NULL && found == NULL; child = child->next)
		found = role_find(child, role, skip);
	return found;
}

/* Whatever the amount of text before it. */
static void
a_note_is_under_the_text_of_the_page_of_its_call(void **state)
{
	(void)state;
	for (int lines = 1; lines < 60; lines += 7) {
		struct fixture fixture;
		struct pages *pages;
		struct extent reference, note;
		struct node *node;
		size_t first = 0, same = 0;

		fixture_open(&fixture, false);
		fixture_heading(&fixture, 1, "I.", "Introduction");
		for (int i = 0; i < lines; i++)
			fixture_paragraph(&fixture, "Word ", 20);
		node = fixture_paragraph(&fixture, "Word ", 30);
		fixture_call(&fixture, node, 1, "See the note.");
		fixture_text(&fixture, node, " and more.");
		for (int i = 0; i < 8; i++)
			fixture_paragraph(&fixture, "Word ", 40);
		pages = fixture_layout(&fixture);
		assert_non_null(pages);
		reference = extent_of(
		    pages, role_find(pages->root, ROLE_REFERENCE, &first));
		note = extent_of(pages,
				 role_find(pages->root, ROLE_NOTE, &same));
		assert_int_equal(reference.page, note.page);
		assert_true(note.top > reference.bottom);
		fixture_close(&fixture);
	}
}

/* Its caption, picture, notes and source are on one page. */
static void
a_figure_keeps_its_caption(void **state)
{
	(void)state;
	for (int lines = 5; lines < 25; lines += 3) {
		struct fixture fixture;
		struct pages *pages;
		struct extent caption, figure;
		size_t first = 0, same = 0;

		fixture_open(&fixture, false);
		for (int i = 0; i < lines; i++)
			fixture_paragraph(&fixture, "Word ", 40);
		fixture_figure(&fixture, "Figure I", "Needs", false);
		for (int i = 0; i < 9; i++)
			fixture_paragraph(&fixture, "Word ", 40);
		pages = fixture_layout(&fixture);
		assert_non_null(pages);
		caption = extent_of(
		    pages, role_find(pages->root, ROLE_CAPTION, &first));
		figure = extent_of(pages,
				   role_find(pages->root, ROLE_FIGURE, &same));
		assert_int_equal(caption.page, figure.page);
		assert_true(figure.top > caption.bottom);
		fixture_close(&fixture);
	}
}

/* A link leads to the strip of what it names. */
static void
links_find_their_ends(void **state)
{
	struct fixture fixture;
	struct pages *pages;
	struct node *far, *node;
	const struct page_link *link;

	(void)state;
	fixture_open(&fixture, false);
	node = fixture_paragraph(&fixture, "See ", 1);
	for (int i = 0; i < 30; i++)
		fixture_paragraph(&fixture, "Word ", 60);
	far = fixture_paragraph(&fixture, "Here. ", 1);
	fixture_reference(&fixture, node, far, "paragraph 32");
	pages = fixture_layout(&fixture);
	assert_non_null(pages);
	assert_int_equal(pages->items[0].link_count, 1);
	link = &pages->items[0].links[0];
	assert_null(link->uri);
	assert_int_equal(link->to_page, pages->count - 1);
	assert_true(link->to_y > 60);
	assert_string_equal(link->contents, "Link: paragraph 32");
	fixture_close(&fixture);
}

/* The head comes again as an artifact; the rows stay one table. */
static void
a_long_table_has_its_head_on_each_page(void **state)
{
	static const char *const heads[] = {"Article", "Needs"};
	static const char *cells[400];
	struct fixture fixture;
	struct pages *pages;
	struct figure figure = {.source = "Source.",
				.table = {heads, 2, cells, 200, false}};
	struct node *node;

	(void)state;
	for (size_t i = 0; i < COUNT(cells); i++)
		cells[i] = i % 2 == 0 ? "Article" : "12";
	fixture_open(&fixture, false);
	node = fixture_node(&fixture, fixture.document.root, NODE_TABLE);
	node->figure = &figure;
	fixture_text(&fixture, node, "Needs");
	pages = fixture_layout(&fixture);
	assert_non_null(pages);
	assert_true(pages->count > 3);
	inks_check(pages);
	assert_int_equal(roles_count(pages->root, ROLE_TR), 201);
	assert_int_equal(roles_count(pages->root, ROLE_THEAD), 1);
	for (size_t i = 1; i < pages->count; i++)
		assert_int_equal(pages->items[i].inks[0].artifact,
				 ARTIFACT_LAYOUT);
	fixture_close(&fixture);
}

static void
an_empty_document_is_one_page(void **state)
{
	struct fixture fixture;
	struct pages *pages;

	(void)state;
	fixture_open(&fixture, false);
	pages = fixture_layout(&fixture);
	assert_non_null(pages);
	assert_int_equal(pages->count, 1);
	inks_check(pages);
	fixture_close(&fixture);
}

/* Unknown to Code 39: the author hears of it, and there are no pages. */
static void
a_bad_barcode_is_reported(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_open(&fixture, false);
	fixture.messages.out = NULL;
	fixture.document.masthead.barcode = "*a*";
	assert_null(fixture_layout(&fixture));
	assert_int_equal(fixture.messages.counts[WEIGHT_ERROR], 1);
	fixture_close(&fixture);
}

/* The structure, then each page: its lines as they were set, its ink. */
static void
pages_print_one_fact_a_line(void **state)
{
	static const char *const facts[] = {
	    "pages 1 en 595.28 841.89\nDocument\n  P\n  P\npage 1\n",
	    "\nline text - 141.75 ",
	    " 0 first last \"One \\\"word\\\".\"\n",
	    " P \"X/1\"\n",
	    " P \"1. \"\n",
	    " P \"One \\\"word\\\".\"\n",
	};
	struct fixture fixture;
	struct text out = {0};

	(void)state;
	fixture_open(&fixture, false);
	fixture.document.masthead.symbol = "X/1";
	fixture_paragraph(&fixture, "One \"word\".", 1);
	pages_print(&out, fixture_layout(&fixture));
	for (size_t i = 0; i < COUNT(facts); i++)
		assert_non_null(strstr(text_string(&out), facts[i]));
	text_free(&out);
	fixture_close(&fixture);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_document_has_all_its_parts),
	    cmocka_unit_test(a_note_is_under_the_text_of_the_page_of_its_call),
	    cmocka_unit_test(a_figure_keeps_its_caption),
	    cmocka_unit_test(links_find_their_ends),
	    cmocka_unit_test(a_long_table_has_its_head_on_each_page),
	    cmocka_unit_test(an_empty_document_is_one_page),
	    cmocka_unit_test(a_bad_barcode_is_reported),
	    cmocka_unit_test(pages_print_one_fact_a_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
