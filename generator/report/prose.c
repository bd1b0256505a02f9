/* Rules of wording: how a sentence begins, like numbers in one series, words
 * that compare. */
/* SPDX-License-Identifier: MIT */
#include "language/wording.h"
#include "report/lint.h"
#include "report/reference.h"

#include <string.h>

/* --- a sentence begins with words --- */

/* True if the byte is the first of a value, in whose words no author can write
 * a capital. */
static bool
opens_value(const struct flow *flow, size_t at)
{
	for (size_t i = 0; i < flow->count; i++)
		if (flow->stretches[i].from == at &&
		    flow->stretches[i].node->kind == NODE_VALUE)
			return true;
	return false;
}

/* "54 States", "nine States": as a value is spoken where no sentence begins. */
static void
opening_check(struct lint *lint, const struct flow *flow, size_t at)
{
	const char *text = text_string(&flow->text);
	bool is_digit = text[at] >= '0' && text[at] <= '9';
	bool is_small = text[at] >= 'a' && text[at] <= 'z' &&
			opens_value(flow, at) &&
			!node_is_within(flow->block, NODE_ITEM);
	size_t length = strcspn(text + at, " ");
	struct sighting sighting = {.at = at, .length = 1};

	if (!is_small &&
	    (!is_digit ||
	     report_is_reference(lint->report, lint->edition, text, &sighting)))
		return;
	lint_find(lint, RULE_SENTENCES, flow_place(flow, &lint->source, at),
		  "a sentence begins with \"%.*s\": recast it, or use the form "
		  "'sentence'",
		  length > 40 ? 40 : (int)length, text + at);
}

/* At the block's start and behind full stops. An abbreviation is told by its
 * context: "art. 5". */
static void
openings_check(struct lint *lint, const struct flow *flow)
{
	const char *text = text_string(&flow->text);

	if (flow->block->kind == NODE_HEADING || text[0] == '\0')
		return;
	opening_check(lint, flow, opening_length(text));
	for (size_t at = 0; text[at += strcspn(text + at, ".!?")] != '\0';) {
		size_t length = stop_length(text + at);

		at += length > 0 ? length : 1;
		if (length == 0)
			continue;
		at += opening_length(text + at);
		opening_check(lint, flow, at);
	}
}

void
lint_sentences(struct lint *lint)
{
	if (language_opens_in_words(lint->edition->language))
		lint_each_flow(lint, openings_check);
}

/* --- like things in one series --- */

static bool
is_figure(const char *text, const struct sighting *sighting)
{
	return text[sighting->at] >= '0' && text[sighting->at] <= '9';
}

/* One in words and one in figures, of like things, and both meant as numbers.
 */
static bool
is_mixed(const struct lint *lint, const char *text, const struct sighting *a,
	 const struct sighting *b)
{
	const struct language *language = lint->edition->language;
	size_t end = a->at + a->length;

	if (a->kind != SIGHTING_NUMBER || b->kind != SIGHTING_NUMBER ||
	    is_figure(text, a) == is_figure(text, b))
		return false;
	if (!language_joins_series(language, text + end, b->at - end) &&
	    !language_counts_alike(language, text + end,
				   text + b->at + b->length))
		return false;
	return !report_is_reference(lint->report, lint->edition, text, a) &&
	       !report_is_reference(lint->report, lint->edition, text, b);
}

static void
mixture_find(struct lint *lint, const struct flow *flow,
	     const struct sighting *a, const struct sighting *b)
{
	const char *text = text_string(&flow->text);

	lint_find(lint, RULE_SERIES, flow_place(flow, &lint->source, b->at),
		  "\"%.*s\" and \"%.*s\" are of one series: use the form "
		  "'series' for both",
		  (int)a->length, text + a->at, (int)b->length, text + b->at);
}

enum {
	NUMBERS_MOST = 64 /* of a sentence that are held against each other */
};

/* Each number with those before it in its sentence; the first fault of it. */
static void
series_check(struct lint *lint, const struct flow *flow)
{
	const char *text = text_string(&flow->text);
	const struct sighting *all = flow->sightings;
	size_t first = 0, end = sentence_length(text);

	for (size_t i = 0; i < flow->sighting_count; i++) {
		while (all[i].at >= end && text[end] != '\0') {
			end += sentence_length(text + end);
			first = i;
		}
		if (i - first > NUMBERS_MOST)
			first = i - NUMBERS_MOST;
		for (size_t k = i; k > first; k--)
			if (is_mixed(lint, text, &all[k - 1], &all[i])) {
				mixture_find(lint, flow, &all[k - 1], &all[i]);
				break;
			}
	}
}

void
lint_series(struct lint *lint)
{
	lint_each_flow(lint, series_check);
}

/* --- words that compare --- */

static void
comparisons_check(struct lint *lint, const struct flow *flow)
{
	const struct language *language = lint->edition->language;
	const char *text = text_string(&flow->text);
	size_t length;

	for (size_t at = 0; text[at] != '\0'; at += length) {
		bool compares;

		length = language_comparison(language, text, at, &compares);
		if (length == 0)
			length = language_step(text, at);
		if (!compares || flow_is_bound(flow, at, length))
			continue;
		lint_find(lint, RULE_COMPARISONS,
			  flow_place(flow, &lint->source, at),
			  "\"%.*s\" rests on no claim: write [%.*s](claim:NAME)"
			  ", or [%.*s](literal:) if the data have no part in "
			  "it",
			  (int)length, text + at, (int)length, text + at,
			  (int)length, text + at);
	}
}

void
lint_comparisons(struct lint *lint)
{
	lint_each_flow(lint, comparisons_check);
}
