/* Prove a note: its lines and pages keep the rules; its PDF gives back the text
 * that was set, letter for letter; its HTML has the same. PAGES from `--print
 * pages`, PDFTEXT from `pdftotext -raw`: pageproof NAME PAGES PDFTEXT HTML */
/* SPDX-License-Identifier: MIT */
#include "proof.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	FILE_MOST = 1 << 24, /* [bytes] */
	FAULTS_MOST = 40
};

void
proof_fail(struct proof *proof, size_t page, const char *format, ...)
{
	va_list arguments;

	if (++proof->faults > FAULTS_MOST)
		return;
	printf("%s: page %zu: ", proof->name, page);
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	printf("\n");
}

static struct tokens
text_tokens(struct proof *proof, const struct text *text)
{
	return tokens_of(proof->arena,
			 arena_copy(proof->arena, text_string(text)));
}

/* The page's ink in its order, against what a reader copies. */
static void
page_prove(struct proof *proof, const struct facts *facts, size_t page,
	   char *copied)
{
	struct text text = {0};
	struct tokens set, found;

	for (size_t i = 0; i < facts->count; i++)
		if (facts->items[i].page == page)
			fact_append(&text, &facts->items[i]);
	set = text_tokens(proof, &text);
	found = tokens_of(proof->arena, copied);
	tokens_prove(proof, page, "the PDF's text", &set, &found);
	text_free(&text);
}

static void
copies_prove(struct proof *proof, const struct facts *facts, char *copied)
{
	for (size_t page = 1; page <= facts->page_count; page++) {
		char *end = strchr(copied, '\f');

		if (end == NULL) {
			proof_fail(proof, page, "pdftotext has no such page");
			return;
		}
		*end = '\0';
		page_prove(proof, facts, page, copied);
		copied = end + 1;
	}
	if (*copied != '\0')
		proof_fail(proof, facts->page_count + 1, "one page too many");
}

static struct tokens
part_tokens(struct proof *proof, const struct facts *facts, enum part part)
{
	struct text text = {0};
	struct tokens tokens;

	for (size_t i = 0; i < facts->count; i++)
		if (facts->items[i].part == part &&
		    facts->items[i].kind == FACT_GLYPHS)
			fact_append(&text, &facts->items[i]);
	tokens = text_tokens(proof, &text);
	text_free(&text);
	return tokens;
}

static int
token_compare(const void *a, const void *b)
{
	const struct token *left = a, *right = b;
	size_t least = left->length < right->length ? left->length
						    : right->length;
	int order = memcmp(left->start, right->start, least);

	return order != 0 ? order
			  : (left->length > right->length) -
				(left->length < right->length);
}

/* The masthead's facts stand beside each other: their order is free. */
static void
masthead_prove(struct proof *proof, struct tokens *html, struct tokens *pages)
{
	struct tokens head = {pages->items, pages->count < html->count
						? pages->count
						: html->count};

	qsort(html->items, html->count, sizeof(*html->items), token_compare);
	qsort(head.items, head.count, sizeof(*head.items), token_compare);
	tokens_prove(proof, 1, "the masthead, sorted, against HTML", &head,
		     html);
	pages->items += head.count;
	pages->count -= head.count;
}

static void
part_prove(struct proof *proof, const char *what, const struct tokens *set,
	   const struct text *html)
{
	struct tokens found = text_tokens(proof, html);

	tokens_prove(proof, 0, what, set, &found);
	printf("%s: %s: %zu words and marks\n", proof->name, what, set->count);
}

static void
html_prove(struct proof *proof, const struct facts *facts, const char *html)
{
	struct html_texts texts = {0};
	struct tokens masthead, body, figures, notes;

	html_read(html, &texts);
	masthead = text_tokens(proof, &texts.masthead);
	body = part_tokens(proof, facts, PART_BODY);
	figures = part_tokens(proof, facts, PART_FIGURE);
	notes = part_tokens(proof, facts, PART_NOTES);
	masthead_prove(proof, &masthead, &body);
	part_prove(proof, "text as in HTML", &body, &texts.body);
	part_prove(proof, "figures as in HTML", &figures, &texts.figures);
	part_prove(proof, "notes as in HTML", &notes, &texts.notes);
	text_free(&texts.masthead);
	text_free(&texts.body);
	text_free(&texts.figures);
	text_free(&texts.notes);
}

int
main(int argc, char **argv)
{
	struct messages messages = {.out = stderr};
	struct proof proof = {.arena = arena_new()};
	struct facts facts;
	char *files[3];
	size_t length;

	if (argc != 5) {
		fprintf(stderr, "usage: pageproof NAME PAGES PDFTEXT HTML\n");
		return 2;
	}
	proof.name = argv[1];
	for (size_t i = 0; i < COUNT(files); i++) {
		files[i] = file_read(proof.arena, &messages, argv[2 + i],
				     FILE_MOST, &length);
		if (files[i] == NULL)
			return 2;
	}
	if (!facts_read(proof.arena, files[0], &facts)) {
		proof_fail(&proof, 0, "--print pages says nothing of lines");
	} else {
		lines_prove(&proof, &facts);
		copies_prove(&proof, &facts, files[1]);
		html_prove(&proof, &facts, files[2]);
	}
	arena_free(proof.arena);
	return proof.faults > 0 ? 1 : 0;
}
