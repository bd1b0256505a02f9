/* The rules that every line and every page of a note must keep. */
/* SPDX-License-Identifier: MIT */
#include "proof.h"

#include "base/arena.h"
#include "base/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
	HYPHENS_MOST = 2, /* in succession */
	STUB_LEAST = 2	  /* Han characters, or twice as many letters */
};

static const double ratio_most = 1.5;

/* CLREQ 3.1.4, and their like in Latin texts. */
static const char never_first[] = "、。，．：；！？）》〉」』】〕］｝”’·・～／"
				  "—…%％,.;:!?)]}–";
static const char never_last[] = "（《〈「『【〔［｛“‘([{";

static bool
set_has(const char *set, uint32_t character)
{
	for (uint32_t c; (c = utf8_next(&set)) != 0;)
		if (c == character)
			return true;
	return false;
}

/* The last character but spaces; 0 for none. */
static uint32_t
character_last(const char *text)
{
	uint32_t last = 0;

	for (uint32_t c; (c = utf8_next(&text)) != 0;)
		if (c != ' ' && c != 0xa0)
			last = c;
	return last;
}

static void
edges_prove(struct proof *proof, const struct fact *line)
{
	const char *text = line->text;

	if (!line->is_first && set_has(never_first, utf8_next(&text)))
		proof_fail(proof, line->page, "a line begins: %s", line->text);
	if (!line->is_last && set_has(never_last, character_last(line->text)))
		proof_fail(proof, line->page, "a line ends: %s", line->text);
}

static bool
is_of(const struct fact *line, const char *types)
{
	return strncmp(line->type, types, strlen(types)) == 0;
}

/* A character or two, or less than a word, alone in the last line. */
static void
stub_prove(struct proof *proof, const struct fact *line)
{
	const char *text = line->text;
	size_t weight = 0;

	if (!line->is_last || line->is_first || is_of(line, "table"))
		return;
	for (uint32_t c; (c = utf8_next(&text)) != 0;)
		weight += c >= 0x3400 && c <= 0x9fff
			      ? 2
			      : c < 0x80 && strchr(" .,;:)", (int)c) == NULL;
	if (weight < 2 * STUB_LEAST)
		proof_fail(proof, line->page, "a stub: %s", line->text);
}

/* The ink of a page's body, or of its notes: the lines at its ends. */
static void
ends_prove(struct proof *proof, const struct facts *facts, size_t page,
	   bool is_notes)
{
	const struct fact *first = NULL, *last = NULL;

	for (size_t i = 0; i < facts->count; i++) {
		const struct fact *fact = &facts->items[i];

		if (fact->page != page || fact->part == PART_ARTIFACT ||
		    (fact->part == PART_NOTES) != is_notes)
			continue;
		if (fact->kind == FACT_SCENE)
			last = NULL;
		if (fact->line == NULL)
			continue;
		first = first == NULL ? fact->line : first;
		last = fact->line;
	}
	if (first != NULL && first->is_last && !first->is_first)
		proof_fail(proof, page, "a widow: %s", first->text);
	if (last == NULL)
		return;
	if (last->is_first && !last->is_last)
		proof_fail(proof, page, "an orphan: %s", last->text);
	if (is_of(last, "heading") || is_of(last, "caption") ||
	    is_of(last, "table-head"))
		proof_fail(proof, page, "alone at the foot: %s", last->text);
}

/* The page of the note's label, 0 for none. */
static size_t
note_page(const struct facts *facts, const char *mark)
{
	for (size_t i = 0; i < facts->count; i++) {
		const struct fact *fact = &facts->items[i];

		if (fact->kind == FACT_GLYPHS && fact->part == PART_NOTES &&
		    strncmp(fact->text, mark, strlen(mark)) == 0 &&
		    strcmp(fact->text + strlen(mark), " ") == 0)
			return fact->page;
	}
	return 0;
}

static bool
is_call(const struct fact *fact)
{
	return fact->kind == FACT_GLYPHS && strcmp(fact->owner, "Lbl") == 0 &&
	       *fact->text != '\0' && strchr(fact->text, ' ') == NULL;
}

/* True if the call's mark was called before. */
static bool
is_called_before(const struct facts *facts, const struct fact *call)
{
	for (const struct fact *fact = facts->items; fact < call; fact++)
		if (is_call(fact) && strcmp(fact->text, call->text) == 0)
			return true;
	return false;
}

static size_t
calls_prove(struct proof *proof, const struct facts *facts)
{
	size_t calls = 0;

	for (size_t i = 0; i < facts->count; i++) {
		const struct fact *fact = &facts->items[i];
		size_t page;

		if (!is_call(fact) || is_called_before(facts, fact))
			continue;
		calls++;
		page = note_page(facts, fact->text);
		if (page != fact->page)
			proof_fail(proof, fact->page,
				   "note %s begins on page %zu", fact->text,
				   page);
	}
	return calls;
}

/* Running text; headings, captions and cells are ragged. */
static bool
is_justified(const struct fact *line)
{
	return is_of(line, "text") || is_of(line, "item") ||
	       is_of(line, "box-text") || strcmp(line->type, "note") == 0;
}

void
lines_prove(struct proof *proof, const struct facts *facts)
{
	double sum = 0, worst = 0;
	size_t lines = 0, hyphens = 0;

	for (size_t i = 0; i < facts->count; i++) {
		const struct fact *fact = &facts->items[i];

		if (fact->kind != FACT_LINE)
			continue;
		edges_prove(proof, fact);
		stub_prove(proof, fact);
		hyphens = character_last(fact->text) == 0xad ? hyphens + 1 : 0;
		if (hyphens > HYPHENS_MOST)
			proof_fail(proof, fact->page, "hyphen %zu: %s", hyphens,
				   fact->text);
		if (fabs(fact->ratio) > ratio_most)
			proof_fail(proof, fact->page, "ratio %.2f: %s",
				   fact->ratio, fact->text);
		if (fact->is_last || !is_justified(fact))
			continue;
		lines++;
		sum += fabs(fact->ratio);
		worst = fmax(worst, fabs(fact->ratio));
	}
	for (size_t page = 1; page <= facts->page_count; page++) {
		ends_prove(proof, facts, page, false);
		ends_prove(proof, facts, page, true);
	}
	printf("%s: %zu pages, %zu notes, %zu justified lines: "
	       "mean ratio %.2f, worst %.2f\n",
	       proof->name, facts->page_count, calls_prove(proof, facts), lines,
	       lines == 0 ? 0 : sum / (double)lines, worst);
}
