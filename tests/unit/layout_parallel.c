/* Two languages side by side: level, in turn, each marked, notes under each. */
/* SPDX-License-Identifier: MIT */
#include "layout_fixture.h"

#include "layout/strip.h"

struct pair {
	struct fixture left, right;
	struct style *style;
	struct pages *pages;
};

static void
pair_open(struct pair *pair)
{
	fixture_open(&pair->left, true);
	fixture_open(&pair->right, false);
	pair->style = style_read(pair->left.arena, &pair->left.messages, NULL,
				 "templates/styles/parallel.xml");
	assert_non_null(pair->style);
	assert_true(style_has_columns(pair->style));
	assert_false(style_has_columns(pair->left.style));
}

static void
pair_lay_out(struct pair *pair)
{
	const struct layout_text texts[] = {
	    {&pair->left.document, &fixture_words, true},
	    {&pair->right.document, &fixture_words, false},
	};

	fixture_layout(&pair->left); /* opens the fonts */
	pair->pages = layout_parallel(pair->left.arena, &pair->left.messages,
				      pair->left.typeset, pair->style, texts);
}

static void
pair_close(struct pair *pair)
{
	fixture_close(&pair->right);
	fixture_close(&pair->left);
}

/* The nearest language above the element. */
static const char *
language_of(const struct element_node *element)
{
	while (element != NULL && element->language == NULL)
		element = element->parent;
	return element == NULL ? NULL : element->language;
}

static bool
is_left(const struct pair *pair, double x)
{
	return x < pair->style->body.left + pair->style->columns.first;
}

/* Every piece of text stands in the column of its language; a line in English
 * in a Chinese document stands in the Chinese column. */
static void
text_is_in_its_column(const struct pair *pair)
{
	for (size_t i = 0; i < pair->pages->count; i++)
		for (size_t j = 0; j < pair->pages->items[i].ink_count; j++) {
			const struct page_ink *ink =
			    &pair->pages->items[i].inks[j];
			const char *language;

			if (ink->element == NULL)
				continue;
			language = language_of(ink->element);
			assert_non_null(language);
			if (is_left(pair, ink->x) &&
			    strcmp(language, "en") == 0)
				assert_true(words_are_latin(arena_copy_bytes(
				    pair->left.arena, ink->glyphs->text,
				    ink->glyphs->length)));
			else
				assert_string_equal(
				    language,
				    is_left(pair, ink->x) ? "zh-Hans" : "en");
		}
}

/* The first lines of the paragraphs are level, on the same page. */
static void
blocks_are_level(const struct pair *pair, const char *kind, size_t expected)
{
	size_t found = 0;

	for (size_t i = 0; i < pair->pages->count; i++) {
		const struct page *page = &pair->pages->items[i];

		for (size_t j = 0; j < page->line_count; j++) {
			const struct page_line *line = &page->lines[j];
			size_t peers = 0;

			if (!line->is_first || strcmp(line->kind, kind) != 0 ||
			    !is_left(pair, line->x))
				continue;
			found++;
			for (size_t k = 0; k < page->line_count; k++) {
				const struct page_line *peer = &page->lines[k];

				peers += peer->is_first &&
					 strcmp(peer->kind, kind) == 0 &&
					 !is_left(pair, peer->x) &&
					 peer->y > line->y - 4 &&
					 peer->y < line->y + 4;
			}
			assert_true(peers >= 1);
		}
	}
	assert_int_equal(found, expected);
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

/* Under each section the languages take turns. */
static void
languages_alternate(const struct element_node *section)
{
	const char *last = "en";

	for (const struct element_node *child = section->first; child != NULL;
	     child = child->next) {
		if (child->role == ROLE_SECT) {
			languages_alternate(child);
			continue;
		}
		assert_non_null(child->language);
		assert_string_not_equal(child->language, last);
		last = child->language;
	}
}

static void
two_languages_stand_side_by_side(void **state)
{
	struct pair pair;
	const struct element_node *root, *section;

	(void)state;
	pair_open(&pair);
	fixture_fill(&pair.left);
	fixture_fill(&pair.right);
	pair_lay_out(&pair);
	assert_non_null(pair.pages);
	root = pair.pages->root;
	assert_string_equal(pair.pages->tag, "zh-Hans");
	assert_string_equal(pair.pages->peer_tag, "en");
	text_is_in_its_column(&pair);
	blocks_are_level(&pair, "text", 10);
	blocks_are_level(&pair, "heading1", 1);
	blocks_are_level(&pair, "item", 4);
	assert_int_equal(roles_count(root, ROLE_H1), 2);
	assert_int_equal(roles_count(root, ROLE_NOTE), 6);
	assert_int_equal(roles_count(root, ROLE_FIGURE), 2);
	assert_int_equal(roles_count(root, ROLE_TR), 10);
	/* sections are shared: the box, I, A and the topic */
	assert_int_equal(roles_count(root, ROLE_SECT), 4);
	for (section = root->first; section != NULL; section = section->next)
		if (section->role == ROLE_SECT)
			languages_alternate(section);
	assert_int_equal(pair.pages->bookmark_count, 4);
	pair_close(&pair);
}

struct ids {
	const char *items[16];
	size_t count;
};

static void
ids_are_unique(const struct element_node *element, struct ids *ids)
{
	if (element->id != NULL) {
		for (size_t i = 0; i < ids->count; i++)
			assert_string_not_equal(ids->items[i], element->id);
		assert_true(ids->count < COUNT(ids->items));
		ids->items[ids->count++] = element->id;
	}
	for (const struct element_node *child = element->first; child != NULL;
	     child = child->next)
		ids_are_unique(child, ids);
}

/* They are those of one edition. */
static void
there_is_no_job_number(void **state)
{
	struct pair pair;

	(void)state;
	pair_open(&pair);
	fixture_fill(&pair.left);
	fixture_fill(&pair.right);
	pair_lay_out(&pair);
	assert_non_null(pair.pages);
	for (size_t i = 0; i < pair.pages->count; i++)
		for (size_t j = 0; j < pair.pages->items[i].ink_count; j++) {
			const struct page_ink *ink =
			    &pair.pages->items[i].inks[j];

			assert_int_not_equal(ink->kind, PAGE_BAR);
			/* the number of the page alone */
			assert_false(ink->artifact == ARTIFACT_FOOTER &&
				     ink->glyphs->text[0] == 'V');
		}
	pair_close(&pair);
}

static void
notes_are_told_apart(void **state)
{
	struct pair pair;
	struct ids ids = {0};

	(void)state;
	pair_open(&pair);
	fixture_fill(&pair.left);
	fixture_fill(&pair.right);
	pair_lay_out(&pair);
	assert_non_null(pair.pages);
	ids_are_unique(pair.pages->root, &ids);
	assert_int_equal(ids.count, 6);
	pair_close(&pair);
}

/* Below each other on the page and one behind the other in it, so that no line
 * of one language parts two of the other. */
static void
columns_stand_whole(const struct pair *pair)
{
	for (size_t i = 0; i < pair->pages->count; i++) {
		const struct page *page = &pair->pages->items[i];
		bool was_left = true;

		for (size_t j = 0; j < page->ink_count; j++) {
			if (page->inks[j].element == NULL)
				continue;
			assert_true(was_left ||
				    !is_left(pair, page->inks[j].x));
			was_left = is_left(pair, page->inks[j].x);
		}
		assert_false(was_left);
	}
}

/* However unlike in length: both columns end a page in the same paragraph. */
static void
pages_end_together(void **state)
{
	(void)state;
	for (int times = 10; times < 60; times += 13) {
		struct pair pair;

		pair_open(&pair);
		for (int i = 0; i < 12; i++) {
			fixture_paragraph(&pair.left, "技术援助，",
					  times * (1 + i % 3));
			fixture_paragraph(&pair.right, "Technical assistance ",
					  times);
		}
		pair_lay_out(&pair);
		assert_non_null(pair.pages);
		assert_true(pair.pages->count > 1);
		blocks_are_level(&pair, "text", 12);
		columns_stand_whole(&pair);
		pair_close(&pair);
	}
}

static void
other_blocks_are_refused(void **state)
{
	struct pair pair;

	(void)state;
	pair_open(&pair);
	pair.left.messages.out = NULL;
	fixture_paragraph(&pair.left, "技术", 3);
	fixture_paragraph(&pair.right, "Word ", 3);
	fixture_paragraph(&pair.right, "Word ", 3);
	pair_lay_out(&pair);
	assert_null(pair.pages);
	assert_int_equal(pair.left.messages.counts[WEIGHT_ERROR], 1);
	pair_close(&pair);
}

static void
lines_are_spread_over_cuts(void **state)
{
	static const struct {
		size_t lines, cuts;
		const char *expected;
	} rows[] = {
	    {4, 4, "0 1 2 3 4"}, {7, 4, "0 2 4 5 7"}, {5, 1, "0 5"},
	    {0, 3, "0 0 0 0"},	 {9, 2, "0 5 9"},     {3, 3, "0 1 2 3"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text text = {0};

		for (size_t cut = 0; cut <= rows[i].cuts; cut++)
			text_print(
			    &text, cut == 0 ? "%zu" : " %zu",
			    lines_before_cut(rows[i].lines, cut, rows[i].cuts));
		assert_string_equal(text_string(&text), rows[i].expected);
		text_free(&text);
	}
}

static void
latin_words_are_known(void **state)
{
	(void)state;
	assert_true(words_are_latin("Distr.: General"));
	assert_true(words_are_latin("13 October 2023"));
	assert_true(words_are_latin("Français – 3"));
	assert_false(words_are_latin(""));
	assert_false(words_are_latin("2023"));
	assert_false(words_are_latin("第3项"));
	assert_false(words_are_latin("CAC/COSP/2023/1。"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(two_languages_stand_side_by_side),
	    cmocka_unit_test(there_is_no_job_number),
	    cmocka_unit_test(notes_are_told_apart),
	    cmocka_unit_test(pages_end_together),
	    cmocka_unit_test(other_blocks_are_refused),
	    cmocka_unit_test(lines_are_spread_over_cuts),
	    cmocka_unit_test(latin_words_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
