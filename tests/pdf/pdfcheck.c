/* pdfcheck [--tree] FILE...: what PDF/UA-1 and PDF/A-3a demand of our files. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "checks.h"

#include <stdio.h>
#include <string.h>

static void
file_check(struct pdf *pdf, bool wants_tree)
{
	struct fonts fonts = {0};
	struct page_content *contents;
	struct structure structure;

	check_catalog(pdf);
	check_metadata(pdf);
	check_intent(pdf);
	check_outline(pdf);
	check_attachments(pdf);
	contents = contents_read(pdf, &fonts);
	structure = structure_read(pdf);
	check_elements(pdf, &structure);
	check_tables(pdf, &structure);
	check_lists(pdf, &structure);
	check_notes(pdf, &structure);
	check_parents(pdf, &structure, contents);
	check_links(pdf, &structure);
	check_file(pdf);
	if (wants_tree)
		structure_print(pdf, &structure, contents);
}

/* True if nothing was found. */
static bool
name_check(const char *name, bool wants_tree)
{
	struct arena *arena = arena_new();
	struct pdf pdf;
	size_t findings;

	if (pdf_open(&pdf, arena, name))
		file_check(&pdf, wants_tree);
	findings = pdf.findings;
	if (findings > FINDINGS_MOST)
		printf("%s: file: %zu findings more\n", name,
		       findings - FINDINGS_MOST);
	pdf_close(&pdf);
	arena_free(arena);
	return findings == 0;
}

static int
rules_print(void)
{
	for (size_t i = 0; i < RULE_COUNT; i++)
		printf("%s\t%s\n", rules[i].word, rules[i].clause);
	return 0;
}

int
main(int count, char **arguments)
{
	bool wants_tree = count > 1 && strcmp(arguments[1], "--tree") == 0;
	bool good = true;
	int first = wants_tree ? 2 : 1;

	if (count > 1 && strcmp(arguments[1], "--rules") == 0)
		return rules_print();
	if (first >= count) {
		fputs("usage: pdfcheck [--tree] FILE...\n"
		      "       pdfcheck --rules\n",
		      stderr);
		return 2;
	}
	for (int i = first; i < count; i++)
		good = name_check(arguments[i], wants_tree) && good;
	return good ? 0 : 1;
}
