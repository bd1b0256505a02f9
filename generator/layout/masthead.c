/* The head of the first page: who, which document, when, for what meeting. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "layout/strip.h"

#include <math.h>

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
	paragraph = element_new(arena, collector->root, ROLE_P);
	block.words = words_plain(collector, masthead->symbol, paragraph,
				  KIND_SYMBOL);
	if (*masthead->symbol_link != '\0') {
		struct piece *piece = arena_take(arena, sizeof(*piece));

		target = arena_take(arena, sizeof(*target));
		target->element = element_new(arena, paragraph, ROLE_LINK);
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
		string_add(collector, &strips, collector->root, ROLE_P,
			   KIND_FACT, facts[i], 0,
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
	double left = style->furniture.left - style->body.left;
	double right = style->page.width - style->furniture.right -
		       style->body.left;
	double facts = right - style->masthead.facts;
	double top = style->masthead.rule + style->masthead.gap, height;
	struct strips organization = {0}, organ = {0};
	struct strip strip = {0};

	string_add(collector, &organization, collector->root, ROLE_P,
		   KIND_ORGANIZATION, masthead->organization, 0, facts);
	strip_absorb(collector, &strip, &organization, 0, 0);
	symbol_add(collector, &strip, right);
	strip_add_rule(collector, &strip, left, style->masthead.rule,
		       right - left, style->masthead.thin);
	string_add(collector, &organ, collector->root, ROLE_P, KIND_ORGAN,
		   masthead->organ, 0, facts - style->masthead.gap);
	height = strip_absorb(collector, &strip, &organ, 0, top);
	height = fmax(height, facts_add(collector, &strip, facts, top));
	height = fmax(height + style->masthead.gap, style->masthead.height);
	strip_add_rule(collector, &strip, left, top + height, right - left,
		       style->masthead.thick);
	strip.shape.height = top + height + style->masthead.thick;
	strip.shape.keep = true;
	strips_append(collector, &collector->flow, strip);
}

/* The item of the agenda; its asterisk's note stands at the page's foot. */
static void
item_add(struct collector *collector, double x, double width)
{
	const struct masthead *masthead = &collector->document->masthead;
	bool has_note = *masthead->item_note != '\0';
	struct block block = {.kind = KIND_VENUE, .x = x, .width = width};
	struct element_node *paragraph;

	if (*masthead->item == '\0')
		return;
	paragraph = element_new(collector->arena, collector->root, ROLE_P);
	block.words = words_plain(
	    collector, masthead->item,
	    has_note ? element_new(collector->arena, paragraph, ROLE_SPAN)
		     : paragraph,
	    KIND_VENUE);
	if (has_note)
		words_add_call(collector, &block.words, "*", KIND_VENUE,
			       paragraph, paragraph, 1,
			       collector->document->root->at);
	block_add(collector, &collector->flow, &block);
}

void
masthead_collect(struct collector *collector)
{
	const struct masthead *masthead = &collector->document->masthead;
	const struct style *style = collector->style;
	struct strips *flow = &collector->flow;
	double left = style->furniture.left - style->body.left;
	double body = style_body_width(style), width = body - left;

	head_add(collector);
	string_add(collector, flow, collector->root, ROLE_P, KIND_SESSION,
		   masthead->session, left, width);
	string_add(collector, flow, collector->root, ROLE_P, KIND_VENUE,
		   masthead->venue, left, width);
	item_add(collector, left, width);
	string_add(collector, flow, collector->root, ROLE_P, KIND_AGENDA,
		   masthead->item_title, left, width);
	collector->has_title = *masthead->title != '\0';
	string_add(collector, flow, collector->root, ROLE_H1, KIND_TITLE,
		   masthead->title, 0, body);
	string_add(collector, flow, collector->root, ROLE_P, KIND_SERIES,
		   masthead->series, 0, body);
	for (size_t i = 0; i < flow->count; i++)
		flow->items[i].shape.keep = true;
}

void
notice_collect(struct collector *collector)
{
	string_add(collector, &collector->flow, collector->root, ROLE_P,
		   KIND_NOTICE, collector->document->masthead.notice, 0,
		   style_body_width(collector->style));
}
