/* The ledger of translations: what makes one stale, and what does not. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "report/ledger.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char source[] = "# A heading\n\n"
			     "Of {{ n }} States, [most](claim:c) agree.\n\n"
			     "Another[^a] paragraph.\n\n"
			     "[^a]: A note.\n";
static const char translation[] = "# Ein Titel\n\n"
				  "Von {{ n }} Staaten [die](claim:c).\n\n"
				  "Noch ein[^a] Absatz.\n\n"
				  "[^a]: Eine Note.\n";

/* One change to the source or to its translation since all was confirmed, and
 * how many blocks are stale for it. */
static const struct {
	const char *from;
	const char *to;
	bool in_translation;
	size_t stale;
} rows[] = {
    {"", "", false, 0},
    {"A heading", "The heading", false, 1},
    {"States,", "parties,", false, 1},
    {"{{ n }}", "{{ m }}", false, 0},
    {"{{ n }}", "{{ n | words }}", false, 0},
    {"[most]", "[many]", false, 1},
    {"Another[^a] paragraph", "Another paragraph[^a]", false, 0},
    {"A note", "The note", false, 1},
    {"Another[^a] paragraph.", "Another[^a]\nparagraph.", false, 0},
    {"Another[^a] paragraph.", "Another[^a]  paragraph.", false, 0},
    {"Another[^a] paragraph.", "Another[^a]paragraph.", false, 1},
    {"Ein Titel", "Der Titel", true, 0},
    {"Von {{ n }}", "Aus {{ n }}", true, 0},
};

struct fixture {
	char folder[32];
	struct edition editions[2];
	struct report report;
	struct arena *arena;
	struct messages messages;
};

static void
file_write(const char *path, const char *bytes)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(bytes, file);
	fclose(file);
}

static void
fixture_open(struct fixture *fixture)
{
	*fixture = (struct fixture){.folder = "/tmp/ledgerXXXXXX",
				    .arena = arena_new()};
	assert_non_null(mkdtemp(fixture->folder));
	for (size_t i = 0; i < COUNT(fixture->editions); i++) {
		fixture->editions[i].code = i == 0 ? "en" : "de";
		fixture->editions[i].template_path = arena_print(
		    fixture->arena, "%s/%zu.md", fixture->folder, i);
	}
	fixture->report.editions = fixture->editions;
	fixture->report.edition_count = COUNT(fixture->editions);
	file_write(fixture->editions[0].template_path, source);
	file_write(fixture->editions[1].template_path, translation);
}

static void
fixture_close(struct fixture *fixture)
{
	remove(fixture->editions[0].template_path);
	remove(fixture->editions[1].template_path);
	remove(arena_print(fixture->arena, "%s/ledger.tsv", fixture->folder));
	rmdir(fixture->folder);
	arena_free(fixture->arena);
}

static void
ledger_confirm(struct fixture *fixture)
{
	struct text text = {0};

	assert_true(ledger_write(fixture->arena, &fixture->messages,
				 &fixture->report, &text));
	file_write(
	    arena_print(fixture->arena, "%s/ledger.tsv", fixture->folder),
	    text_string(&text));
	text_free(&text);
}

static size_t
stale_count(struct fixture *fixture)
{
	return ledger_check(fixture->arena, &fixture->messages,
			    &fixture->report, NULL, fixture->folder,
			    WEIGHT_ERROR);
}

static const char *
replaced(struct fixture *fixture, const char *text, const char *from,
	 const char *to)
{
	const char *at = strstr(text, from);

	assert_non_null(at);
	return arena_print(fixture->arena, "%.*s%s%s", (int)(at - text), text,
			   to, at + strlen(from));
}

static void
only_the_sources_words_make_stale(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_open(&fixture);
	assert_int_equal(stale_count(&fixture), 0); /* no ledger yet */
	ledger_confirm(&fixture);
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t edition = rows[i].in_translation ? 1 : 0;
		const char *text = edition == 0 ? source : translation;

		file_write(fixture.editions[edition].template_path,
			   replaced(&fixture, text, rows[i].from, rows[i].to));
		if (stale_count(&fixture) != rows[i].stale)
			fail_msg("%s -> %s", rows[i].from, rows[i].to);
		file_write(fixture.editions[edition].template_path, text);
	}
	fixture_close(&fixture);
}

/* A paragraph that is put in, in both languages, makes only itself stale. */
static void
a_new_paragraph_is_stale_alone(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_open(&fixture);
	ledger_confirm(&fixture);
	file_write(fixture.editions[0].template_path,
		   replaced(&fixture, source, "Of {{", "New.\n\nOf {{"));
	file_write(fixture.editions[1].template_path,
		   replaced(&fixture, translation, "Von {{", "Neu.\n\nVon {{"));
	assert_int_equal(stale_count(&fixture), 1);
	ledger_confirm(&fixture);
	assert_int_equal(stale_count(&fixture), 0);
	fixture_close(&fixture);
}

/* Swapped paragraphs of which no measure tells. */
static void
a_translation_of_another_block_is_found(void **state)
{
	static const char swapped[] = "# Ein Titel\n\n"
				      "Noch ein[^a] Absatz.\n\n"
				      "Von {{ n }} Staaten [die](claim:c).\n\n"
				      "[^a]: Eine Note.\n";
	struct fixture fixture;

	(void)state;
	fixture_open(&fixture);
	ledger_confirm(&fixture);
	file_write(fixture.editions[1].template_path, swapped);
	assert_int_equal(stale_count(&fixture), 2);
	ledger_confirm(&fixture);
	assert_int_equal(stale_count(&fixture), 0);
	fixture_close(&fixture);
}

/* Whatever stands in the file, it is read within its bounds; what is no ledger
 * is said, once, besides the four blocks that it does not confirm. */
static void
a_spoilt_ledger_is_told(void **state)
{
	static const struct {
		const char *bytes;
		size_t faults;
	} spoilt[] = {
	    {"", 1},
	    {"\n", 1},
	    {"\t\t\t\n", 1},
	    {"block", 2},
	    {"block\ten\tde", 4},
	    {"block\ten\tde\nx", 5},
	    {"block\ten\tde\nheading 1\t0\n\n\t\t\n", 5},
	    {"block\tfr\nx\ty\n", 2},
	    {"block\ten\n", 1},
	    {"block\ten\tde\nheading 1\t0123456789abcdef\tzz\textra\n", 5}};
	struct fixture fixture;

	(void)state;
	fixture_open(&fixture);
	for (size_t i = 0; i < COUNT(spoilt); i++) {
		file_write(
		    arena_print(fixture.arena, "%s/ledger.tsv", fixture.folder),
		    spoilt[i].bytes);
		if (stale_count(&fixture) != spoilt[i].faults)
			fail_msg("%zu: %s", i, spoilt[i].bytes);
	}
	fixture_close(&fixture);
}

static void
templates_out_of_step_are_not_confirmed(void **state)
{
	struct fixture fixture;
	struct text text = {0};

	(void)state;
	fixture_open(&fixture);
	file_write(fixture.editions[1].template_path, "# Nur ein Titel\n");
	assert_false(ledger_write(fixture.arena, &fixture.messages,
				  &fixture.report, &text));
	text_free(&text);
	fixture_close(&fixture);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(only_the_sources_words_make_stale),
	    cmocka_unit_test(a_new_paragraph_is_stale_alone),
	    cmocka_unit_test(a_translation_of_another_block_is_found),
	    cmocka_unit_test(a_spoilt_ledger_is_told),
	    cmocka_unit_test(templates_out_of_step_are_not_confirmed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
