/* Tables of all sorts: what they hold stands inside of the measure, or they are
 * refused by their place. */
/* SPDX-License-Identifier: MIT */
#include "layout_fixture.h"

#include "layout/strip.h"

enum {
	COLUMNS = 12,
	ROWS = 3,
	ROUNDS = 400
};

static const double serif_digit = 0.5; /* of the size; a comma is a quarter */

/* A document of one table; another one takes its place. */
struct sheet {
	struct fixture fixture;
	struct style *parallel;
	const char *heads[COLUMNS];
	const char *row[COLUMNS]; /* of tables whose rows are all the same */
	const char *cells[COLUMNS * ROWS];
	char *said;
	size_t said_length;
	struct pages *pages;
};

static void
sheet_open(struct sheet *sheet, bool is_han)
{
	struct fixture *fixture = &sheet->fixture;

	*sheet = (struct sheet){0};
	fixture_open(fixture, is_han);
	sheet->parallel = style_read(fixture->arena, &fixture->messages, NULL,
				     "templates/styles/parallel.xml");
	assert_non_null(sheet->parallel);
	fixture_layout(fixture); /* opens the fonts */
	typeset_use_patterns(fixture->typeset, "fonts/hyph_en_GB.dic", NULL);
	fixture->messages.out = open_memstream(&sheet->said,
					       &sheet->said_length);
}

static void
sheet_close(struct sheet *sheet)
{
	fclose(sheet->fixture.messages.out);
	free(sheet->said);
	fixture_close(&sheet->fixture);
}

/* Set the first `count` heads, and rows of as many cells. */
static void
sheet_set(struct sheet *sheet, size_t count)
{
	struct fixture *fixture = &sheet->fixture;
	struct node *node;

	fixture->document.root = fixture_node(fixture, NULL, NODE_DOCUMENT);
	node = fixture_figure(fixture, NULL, "", true);
	node->at = (struct place){"fixture.md", 7, 3};
	node->figure = arena_take(fixture->arena, sizeof(struct figure));
	*(struct figure *)node->figure = (struct figure){
	    .name = "wide",
	    .title = "",
	    .table = {sheet->heads, count, sheet->cells, ROWS, true},
	};
	rewind(fixture->messages.out);
	fixture->messages.counts[WEIGHT_ERROR] = 0;
	sheet->pages = fixture_layout(fixture);
	fflush(fixture->messages.out);
}

/* --- what a page has --- */

static bool
has_bytes(const struct glyph_run *run, const char *bytes)
{
	for (size_t i = 0; i + strlen(bytes) <= run->length; i++)
		if (memcmp(run->text + i, bytes, strlen(bytes)) == 0)
			return true;
	return false;
}

/* How many runs show the bytes; "" is in all. */
static size_t
runs_with(const struct sheet *sheet, const char *bytes)
{
	size_t count = 0;

	for (size_t i = 0; i < sheet->pages->count; i++)
		for (size_t j = 0; j < sheet->pages->items[i].ink_count; j++) {
			const struct page_ink *ink =
			    &sheet->pages->items[i].inks[j];

			count += ink->element != NULL &&
				 has_bytes(ink->glyphs, bytes);
		}
	return count;
}

/* [pt] of the least letters in the table. */
static double
least_size(const struct sheet *sheet)
{
	const struct page *page = &sheet->pages->items[0];
	double least = 1000;

	for (size_t i = 0; i < page->ink_count; i++)
		if (page->inks[i].element != NULL &&
		    glyph_run_size(page->inks[i].glyphs) < least)
			least = glyph_run_size(page->inks[i].glyphs);
	return least;
}

/* All ink between header and footer, but for what rounding may do. */
static void
ink_is_inside(const struct sheet *sheet)
{
	const struct style *style = sheet->fixture.style;
	const double left = style->body.left - 0.01;
	const double right = style->page.width - style->body.right + 0.01;

	for (size_t i = 0; i < sheet->pages->count; i++)
		for (size_t j = 0; j < sheet->pages->items[i].ink_count; j++) {
			const struct page_ink *ink =
			    &sheet->pages->items[i].inks[j];
			double x = ink->x;

			/* the masthead's rules go from edge to edge */
			if (ink->artifact == ARTIFACT_HEADER ||
			    ink->artifact == ARTIFACT_FOOTER ||
			    (ink->kind == PAGE_RULE &&
			     ink->y < style->body.first_top +
					  style->masthead.height +
					  style->masthead.rule +
					  style->masthead.gap +
					  style->masthead.thick))
				continue;
			if (ink->kind == PAGE_GLYPHS)
				x += ink->glyphs->x;
			assert_true(x >= left);
			assert_true(x + ink->width <= right);
		}
}

/* No two cells of a line overlap: each ends before the next begins. */
static void
cells_are_apart(const struct sheet *sheet)
{
	const struct page *page = &sheet->pages->items[0];

	for (size_t i = 0; i < page->ink_count; i++)
		for (size_t j = 0; j < page->ink_count; j++) {
			const struct page_ink *a = &page->inks[i];
			const struct page_ink *b = &page->inks[j];

			if (a->element == NULL || b->element == NULL ||
			    a->element == b->element || a->y < b->y ||
			    a->y > b->y)
				continue;
			if (a->x + a->glyphs->x < b->x + b->glyphs->x)
				assert_true(a->x + a->glyphs->x + a->width <
					    b->x + b->glyphs->x);
		}
}

/* --- tables by hand --- */

static void
words_put(struct sheet *sheet, size_t column, const char *head,
	  const char *cell)
{
	sheet->heads[column] = head;
	sheet->row[column] = cell;
}

/* A table of the first `count` columns. */
static void
sheet_set_same(struct sheet *sheet, size_t count)
{
	for (size_t i = 0; i < count * ROWS; i++)
		sheet->cells[i] = sheet->row[i % count];
	sheet_set(sheet, count);
}

/* Five numbers in full size, some more in smaller type, then no more: no digit
 * is parted from its number. */
static void
numbers_are_never_parted(void **state)
{
	static const char number[] = "1,234,567,890";
	struct sheet sheet;
	const struct style *style;
	double widest = serif_digit * (10 + 3 * 0.5), room, least;
	size_t sizes[3] = {0}; /* full, smaller, refused */

	(void)state;
	sheet_open(&sheet, false);
	style = sheet.fixture.style;
	room = style_body_width(style) - 2 * style->table.padding;
	least = style->table.least / style->kinds[KIND_TABLE_CELL].size;
	words_put(&sheet, 0, "A", "A");
	for (size_t i = 1; i < COLUMNS; i++)
		words_put(&sheet, i, "A", number);
	for (size_t count = 2; count <= COLUMNS; count++) {
		double full = style->kinds[KIND_TABLE_CELL].size;
		double all = (double)(count - 1) *
			     (widest * full + style->table.column);

		sheet_set_same(&sheet, count);
		/* the column of the labels is 5.5 to 6.5 points wide */
		if (all * least + 6.5 < room) {
			assert_non_null(sheet.pages);
			assert_int_equal(runs_with(&sheet, number),
					 ROWS * (count - 1));
			ink_is_inside(&sheet);
			cells_are_apart(&sheet);
			sizes[least_size(&sheet) < full]++;
			assert_true(least_size(&sheet) >=
				    style->table.least - 0.001);
			if (all + 6.5 < room)
				assert_true(least_size(&sheet) >= full);
			continue;
		}
		sizes[2]++;
		assert_null(sheet.pages);
		assert_int_equal(sheet.fixture.messages.counts[WEIGHT_ERROR],
				 1);
		assert_non_null(strstr(sheet.said,
				       "fixture.md:7:3: error: table \"wide\" "
				       "is wider than the page's column: "));
	}
	for (size_t i = 0; i < COUNT(sizes); i++)
		assert_true(sizes[i] > 0);
	sheet_close(&sheet);
}

static const char *const categories[] = {
    "Legislative assistance", "Capacity-building",
    "Institution-building",   "Research, data collection and analysis",
    "Policymaking",	      "Facilitation of international cooperation",
};

/* Words are parted behind their own hyphens before others are, heads before
 * their type is smaller, and no word that has room. */
static void
heads_are_parted_only_where_they_must_be(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_open(&sheet, false);
	words_put(&sheet, 0, "Category", "Article 52, paragraph 1");
	for (size_t i = 0; i < COUNT(categories); i++)
		words_put(&sheet, i + 1, categories[i], "13");
	sheet_set_same(&sheet, 4);
	assert_non_null(sheet.pages);
	assert_true(runs_with(&sheet, "Capacity-building") > 0);
	assert_true(runs_with(&sheet, "52, paragraph 1") > 0);
	sheet_set_same(&sheet, 7);
	assert_non_null(sheet.pages);
	assert_int_equal(runs_with(&sheet, "Capacity-building"), 0);
	assert_int_equal(runs_with(&sheet, "\u00ad"), 0);
	assert_int_equal(runs_with(&sheet, "paragraph 1"), ROWS);
	for (size_t i = 7; i < COLUMNS; i++)
		words_put(&sheet, i, "Policymaking", "13");
	sheet_set_same(&sheet, 9);
	assert_non_null(sheet.pages);
	assert_true(runs_with(&sheet, "\u00ad") > 0);
	assert_true(least_size(&sheet) >= 9);
	ink_is_inside(&sheet);
	sheet_set_same(&sheet, COLUMNS);
	assert_non_null(sheet.pages);
	assert_true(least_size(&sheet) < 9);
	ink_is_inside(&sheet);
	sheet_close(&sheet);
}

/* 立法 over 援助, not 立 over 法援助. */
static void
lines_of_a_head_are_of_like_length(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_open(&sheet, true);
	words_put(&sheet, 0, "来源", "第十条");
	for (size_t i = 1; i < 9; i++)
		words_put(&sheet, i, "技术援助", "13");
	sheet_set_same(&sheet, 9);
	assert_non_null(sheet.pages);
	assert_int_equal(runs_with(&sheet, "第十条"), ROWS);
	assert_int_equal(runs_with(&sheet, "技术"), runs_with(&sheet, "援助"));
	assert_int_equal(runs_with(&sheet, "术援助"), 0);
	assert_int_equal(runs_with(&sheet, "技术援"), 0);
	sheet_close(&sheet);
}

/* --- tables at random --- */

static unsigned
random_next(unsigned *random, unsigned below)
{
	*random = *random * 1103515245 + 12345;
	return (*random >> 16) % below;
}

static const char *
random_words(struct sheet *sheet, unsigned *random, bool is_number)
{
	static const char *const latin[] = {
	    "needs",
	    "Institution-building",
	    "Facilitation of international cooperation",
	    "Internationalization",
	    "(a) and/or",
	    "of",
	    "X/CONF/2023/4",
	    "Policymaking,",
	};
	static const char *const han[] = {
	    "技术援助", "（见“要点”）",
	    "《公约》", "第10条",
	    "来源：X",	"本文分析国别审议中查明的需求，并概述",
	    "一",	"按章条述见来源次周期",
	};
	struct arena *arena = sheet->fixture.arena;
	const char *words = "";

	if (is_number && random_next(random, 4) > 0)
		return arena_print(
		    arena, "%u,%03u,%03u", random_next(random, 999),
		    random_next(random, 999), random_next(random, 999));
	for (unsigned i = random_next(random, 5); i > 0; i--) {
		unsigned which = random_next(random, COUNT(latin));

		words = sheet->fixture.is_han && random_next(random, 5) > 0
			    ? arena_print(arena, "%s%s", words, han[which])
			    : arena_print(arena, "%s%s%s", words,
					  *words == '\0' ? "" : " ",
					  latin[which]);
	}
	return words;
}

static void
no_ink_leaves_the_measure(void **state)
{
	unsigned random = 7;
	size_t set = 0, refused = 0, shrunk = 0;

	(void)state;
	for (int i = 0; i < 4; i++) {
		struct sheet sheet;

		sheet_open(&sheet, i % 2 == 1);
		if (i > 1) { /* as narrow as a column of two languages */
			sheet.parallel->page.width =
			    sheet.parallel->body.left +
			    sheet.parallel->columns.first +
			    sheet.parallel->body.right;
			sheet.fixture.style = sheet.parallel;
		}
		for (int round = 0; round < ROUNDS; round++) {
			size_t count = 1 + random_next(&random, COLUMNS);

			for (size_t k = 0; k < count; k++)
				sheet.heads[k] = random_words(&sheet, &random,
							      false);
			for (size_t k = 0; k < count * ROWS; k++)
				sheet.cells[k] = random_words(&sheet, &random,
							      k % count > 0);
			sheet_set(&sheet, count);
			if (sheet.pages == NULL) {
				/* the only thing that is said of it */
				assert_int_equal(
				    sheet.fixture.messages.counts[WEIGHT_ERROR],
				    1);
				assert_ptr_equal(
				    strstr(sheet.said,
					   "fixture.md:7:3: error: table "),
				    sheet.said);
				refused++;
				continue;
			}
			set++;
			ink_is_inside(&sheet);
			cells_are_apart(&sheet);
			shrunk += runs_with(&sheet, "") > 0 &&
				  least_size(&sheet) < 9;
		}
		sheet_close(&sheet);
	}
	assert_true(set > 2 * ROUNDS);
	assert_true(refused > 0 && shrunk > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_are_never_parted),
	    cmocka_unit_test(heads_are_parted_only_where_they_must_be),
	    cmocka_unit_test(lines_of_a_head_are_of_like_length),
	    cmocka_unit_test(no_ink_leaves_the_measure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
