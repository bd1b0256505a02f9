/* Rules of a document's build: subheadings, figures, symbols, notes, length. */
/* SPDX-License-Identifier: MIT */
#include "report/lint.h"

#include "base/arena.h"

#include <ctype.h>
#include <string.h>

/* --- a subheading needs another of its level beside it --- */

static bool
is_alone(const struct node *heading)
{
	int level = heading->level;

	for (const struct node *node = heading->previous; node != NULL;
	     node = node->previous) {
		if (node->kind != NODE_HEADING)
			continue;
		if (node->level < level)
			break;
		if (node->level == level)
			return false;
	}
	for (const struct node *node = heading->next; node != NULL;
	     node = node->next) {
		if (node->kind != NODE_HEADING)
			continue;
		if (node->level < level)
			break;
		if (node->level == level)
			return false;
	}
	return true;
}

void
lint_subheadings(struct lint *lint)
{
	const struct node *node = lint->document->root->first;

	for (; node != NULL; node = node->next)
		if (node->kind == NODE_HEADING && node->level > 1 &&
		    is_alone(node))
			lint_find(lint, RULE_SUBHEADINGS, node->at,
				  "a lone subheading: its part has no other "
				  "of this level");
}

/* --- a figure is mentioned in the text, before it stands there --- */

struct mention {
	const struct node *before; /* the first reference, or NULL */
	const struct node *after;
};

static struct mention
mention_find(const struct document *document, const struct node *figure)
{
	struct walk walk = walk_begin(document->root);
	struct mention mention = {0};
	bool is_passed = false;

	while (walk_next(&walk)) {
		const struct node *node = walk.node;

		if (walk.phase != PHASE_ENTER)
			continue;
		is_passed |= node == figure;
		if (node->kind != NODE_REFERENCE || node->referred != figure)
			continue;
		if (!is_passed && mention.before == NULL)
			mention.before = node;
		if (is_passed && mention.after == NULL)
			mention.after = node;
	}
	return mention;
}

static void
figure_check(struct lint *lint, const struct node *figure)
{
	struct mention mention = mention_find(lint->document, figure);

	if (mention.before != NULL)
		return;
	if (mention.after == NULL) {
		lint_find(lint, RULE_FIGURES, figure->at,
			  "%s \"%s\" is never mentioned in the text",
			  node_kind_name(figure->kind), figure->target);
		return;
	}
	lint_find(lint, RULE_FIGURES, figure->at,
		  "%s \"%s\" is mentioned only after it stands here",
		  node_kind_name(figure->kind), figure->target);
	message_add(lint->messages, WEIGHT_NOTE, mention.after->at,
		    "this is the first mention");
}

void
lint_figures(struct lint *lint)
{
	struct node *node = lint->document->root->first;

	for (; node != NULL; node = node->next)
		if (node->kind == NODE_FIGURE || node->kind == NODE_TABLE)
			figure_check(lint, node);
}

/* --- symbols have one of their forms --- */

static bool
is_symbol_byte(char c)
{
	return isalnum((unsigned char)c) || c == '/' || c == '.' || c == '-' ||
	       c == '\\';
}

/* "CAC/COSP/{year}/{n}": digits for a number, four of them for a year. */
static bool
form_matches(const char *form, const char *symbol, size_t length)
{
	size_t at = 0;

	while (*form != '\0') {
		bool is_year = strncmp(form, "{year}", 6) == 0;
		size_t digits = strspn(symbol + at, "0123456789");

		if (is_year || strncmp(form, "{n}", 3) == 0) {
			if (digits == 0 || (is_year && digits != 4))
				return false;
			at += digits;
			form += is_year ? 6 : 3;
		} else if (at >= length || symbol[at++] != *form++) {
			return false;
		}
	}
	return at == length;
}

static bool
has_form(const struct symbol_spec *spec, const char *symbol, size_t length)
{
	for (size_t i = 0; i < spec->form_count; i++)
		if (form_matches(spec->forms[i], symbol, length))
			return true;
	return false;
}

/* [bytes] of what is meant as a symbol of this kind: the prefix's first part,
 * in whatever case, and a stroke of either direction. */
static size_t
attempt_length(const struct symbol_spec *spec, const char *text, size_t at)
{
	size_t stem, length;

	stem = length = strcspn(spec->prefix, "/");
	if (stem == 0 || strncasecmp(text + at, spec->prefix, stem) != 0 ||
	    (text[at + stem] != '/' && text[at + stem] != '\\'))
		return 0;
	while (is_symbol_byte(text[at + length]))
		length++;
	while (text[at + length - 1] == '.' || text[at + length - 1] == '-')
		length--;
	return length;
}

static void
symbols_check(struct lint *lint, const struct flow *flow)
{
	const char *text = text_string(&flow->text);

	for (size_t at = 0; text[at] != '\0'; at++) {
		bool is_known = false;
		size_t length = 0;

		if (!lint->may_open[(unsigned char)text[at]] ||
		    (at > 0 && is_symbol_byte(text[at - 1])))
			continue;
		for (size_t i = 0; i < lint->report->symbol_count; i++) {
			const struct symbol_spec *spec =
			    &lint->report->symbols[i];
			size_t attempt = attempt_length(spec, text, at);

			if (attempt == 0 || spec->form_count == 0)
				continue;
			length = attempt;
			is_known |= has_form(spec, text + at, attempt);
		}
		if (length > 0 && !is_known)
			lint_find(lint, RULE_SYMBOLS,
				  flow_place(flow, &lint->source, at),
				  "\"%.*s\" has none of the symbols' forms",
				  (int)length, text + at);
		at += length > 0 ? length - 1 : 0;
	}
}

void
lint_symbols(struct lint *lint)
{
	for (size_t i = 0; i < lint->report->symbol_count; i++) {
		int first = (unsigned char)lint->report->symbols[i].prefix[0];

		lint->may_open[tolower(first)] = true;
		lint->may_open[toupper(first)] = true;
	}
	lint_each_flow(lint, symbols_check);
}

/* --- so many words, notes and headings included --- */

/* Dashes and quotation marks, U+2000 to U+206F, are no words. */
static bool
is_word_character(uint32_t c)
{
	if (c < 0x80)
		return isalnum((int)c) != 0;
	return c > 0xa0 && (c < 0x2000 || c > 0x206f);
}

static long
words_count(const char *text)
{
	bool is_inside = false;
	long count = 0;

	while (*text != '\0') {
		bool is_ascii = (unsigned char)*text < 0x80;
		uint32_t c = is_ascii ? (unsigned char)*text++
				      : utf8_next(&text);

		if (c == ' ' || c == 0xa0)
			is_inside = false;
		else if (!is_inside && is_word_character(c)) {
			is_inside = true;
			count++;
		}
	}
	return count;
}

void
lint_words(struct lint *lint)
{
	const struct report *report = lint->report;
	long count = 0;

	if (report->words_in != NULL &&
	    strcmp(report->words_in, lint->edition->code) != 0)
		return;
	for (size_t i = 0; i < lint->flow_count; i++)
		count += words_count(text_string(&lint->flows[i].text));
	if (count > report->words_most)
		lint_find(lint, RULE_WORDS,
			  (struct place){lint->source.path, 0, 0},
			  "%ld words with notes, at most %ld are allowed",
			  count, report->words_most);
}

/* --- notes --- */

void
lint_notes(struct lint *lint, const struct document *other)
{
	const struct node *a = other->notes->first;
	const struct node *b = lint->document->notes->first;

	for (; a != NULL && b != NULL; a = a->next, b = b->next) {
		const struct node *call = b->referred, *against = a->referred;

		if (strcmp(a->target, b->target) == 0)
			continue;
		lint_find(lint, RULE_NOTES, call == NULL ? b->at : call->at,
			  "note %d is \"%s\" here, but \"%s\" in the other "
			  "language",
			  b->number, b->target, a->target);
		message_add(lint->messages, WEIGHT_NOTE,
			    against == NULL ? a->at : against->at,
			    "this is the call that it stands against");
		return; /* the rest would only echo it */
	}
}
