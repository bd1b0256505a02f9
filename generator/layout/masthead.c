/* The head of the first page: who, which document, when, for what meeting. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "layout/strip.h"

#include <math.h>
#include <string.h>

/* [pt] The first page's head goes out to the margins of the furniture, but in
 * two columns each stays in its own. */
static double
outer_left(const struct collector *collector)
{
	const struct style *style = collector->style;

	return collector->has_peer ? 0
				   : style->furniture.left - style->body.left;
}

static double
outer_right(const struct collector *collector)
{
	const struct style *style = collector->style;

	return collector->has_peer
		   ? collector->width
		   : style->page.width - style->furniture.right -
			 style->body.left;
}

/* The symbol at the right margin, a link if there is an address for it. */
static void
symbol_add(struct collector *collector, struct strip *strip, double right)
{
	const struct masthead *masthead = &collector->document->masthead;
	struct arena *arena = collector->arena;
	struct element_node *paragraph;
	struct target *target = NULL;
	struct strips strips = {0};
	struct block block = {.kind = KIND_SYMBOL, .width = right};

	if (*masthead->symbol == '\0')
		return;
	paragraph = element_open(collector, collector->skeleton->root, ROLE_P);
	block.words = words_plain(collector, masthead->symbol, paragraph,
				  KIND_SYMBOL);
	if (*masthead->symbol_link != '\0') {
		struct piece *piece = arena_take(arena, sizeof(*piece));

		target = arena_take(arena, sizeof(*target));
		target->element = element_open(collector, paragraph, ROLE_LINK);
		target->uri = masthead->symbol_link;
		target->contents = phrase_fill(arena, collector->words->link,
					       &masthead->symbol, 1);
		piece->element = target->element;
		piece->target = target;
		block.words.runs[0].owner = piece;
	}
	block_add(collector, &strips, &block);
	strip_absorb(collector, strip, &strips, 0, 0);
}

/* Distribution, date, languages, one under the other. */
static double
facts_add(struct collector *collector, struct strip *strip, double x, double y)
{
	const struct masthead *masthead = &collector->document->masthead;
	const char *const facts[] = {masthead->distribution, masthead->date,
				     masthead->language_line,
				     masthead->original};
	struct strips strips = {0};

	for (size_t i = 0; i < COUNT(facts); i++)
		string_add(collector, &strips, collector->skeleton->root,
			   ROLE_P, KIND_FACT, facts[i], 0,
			   collector->style->masthead.facts);
	return strip_absorb(collector, strip, &strips, x, y);
}

/* Everything down to the thick rule is one strip; the emblem's place stays
 * empty. */
static void
head_add(struct collector *collector)
{
	const struct masthead *masthead = &collector->document->masthead;
	const struct style *style = collector->style;
	double left = outer_left(collector), right = outer_right(collector);
	double facts = right - style->masthead.facts;
	double top = style->masthead.rule + style->masthead.gap, height;
	struct strips organization = {0}, organ = {0};
	struct strip strip = {0};

	string_add(collector, &organization, collector->skeleton->root, ROLE_P,
		   KIND_ORGANIZATION, masthead->organization, 0, facts);
	strip_absorb(collector, &strip, &organization, 0, 0);
	symbol_add(collector, &strip, right);
	strip_add_rule(collector, &strip, left, style->masthead.rule,
		       right - left, style->masthead.thin);
	string_add(collector, &organ, collector->skeleton->root, ROLE_P,
		   KIND_ORGAN, masthead->organ, 0, facts - style->masthead.gap);
	height = strip_absorb(collector, &strip, &organ, 0, top);
	height = fmax(height, facts_add(collector, &strip, facts, top));
	height = fmax(height + style->masthead.gap, style->masthead.height);
	strip_add_rule(collector, &strip, left, top + height, right - left,
		       style->masthead.thick);
	strip.shape.heights[0] = top + height + style->masthead.thick;
	strip.shape.keep = true;
	strips_begin_block(collector, &collector->flow);
	strips_append(collector, &collector->flow, strip);
}

/* The item of the agenda; its asterisk's note stands at the page's foot. */
static void
item_add(struct collector *collector)
{
	const struct masthead *masthead = &collector->document->masthead;
	bool has_note = *masthead->item_note != '\0';
	double x = outer_left(collector);
	struct block block = {
	    .kind = KIND_VENUE, .x = x, .width = collector->width - x};
	struct element_node *paragraph;

	if (*masthead->item == '\0') {
		strips_begin_block(collector, &collector->flow);
		return;
	}
	paragraph = element_open(collector, collector->skeleton->root, ROLE_P);
	block.words = words_plain(
	    collector, masthead->item,
	    has_note ? element_open(collector, paragraph, ROLE_SPAN)
		     : paragraph,
	    KIND_VENUE);
	if (has_note)
		words_add_call(collector, &block.words, "*", KIND_VENUE,
			       paragraph, paragraph, 1,
			       collector->document->root->at);
	block_add(collector, &collector->flow, &block);
}

/* A line of the first page, under its head. */
struct entry_line {
	enum role role;
	enum kind kind;
	size_t offset; /* of its words in the masthead */
	bool is_outer; /* from the outer margin, not the text's */
};

static const struct entry_line meeting_lines[] = {
    {ROLE_P, KIND_SESSION, offsetof(struct masthead, session), true},
    {ROLE_P, KIND_VENUE, offsetof(struct masthead, venue), true},
};
static const struct entry_line title_lines[] = {
    {ROLE_P, KIND_AGENDA, offsetof(struct masthead, item_title), true},
    {ROLE_H1, KIND_TITLE, offsetof(struct masthead, title), false},
    {ROLE_P, KIND_SERIES, offsetof(struct masthead, series), false},
};

static void
lines_add(const struct party *party, const struct entry_line *lines,
	  size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < party->count; j++) {
			struct collector *collector = party->members[j];
			const struct masthead *masthead =
			    &collector->document->masthead;
			const char *words;
			double x = lines[i].is_outer ? outer_left(collector)
						     : 0;

			memcpy(&words, (const char *)masthead + lines[i].offset,
			       sizeof(words));
			string_add(collector, &collector->flow,
				   collector->skeleton->root, lines[i].role,
				   lines[i].kind, words, x,
				   collector->width - x);
		}
}

void
masthead_collect(const struct party *party)
{
	for (size_t i = 0; i < party->count; i++) {
		struct collector *collector = party->members[i];

		collector->skeleton->has_title |=
		    *collector->document->masthead.title != '\0';
		head_add(collector);
	}
	lines_add(party, meeting_lines, COUNT(meeting_lines));
	for (size_t i = 0; i < party->count; i++)
		item_add(party->members[i]);
	lines_add(party, title_lines, COUNT(title_lines));
	for (size_t i = 0; i < party->count; i++) {
		struct strips *flow = &party->members[i]->flow;

		for (size_t j = 0; j < flow->count; j++)
			flow->items[j].shape.keep = true;
	}
}

void
notice_collect(struct collector *collector)
{
	string_add(collector, &collector->flow, collector->skeleton->root,
		   ROLE_P, KIND_NOTICE, collector->document->masthead.notice, 0,
		   collector->width);
}
