/* Set documents onto pages: collect, join, break, place. */
/* SPDX-License-Identifier: MIT */
#include "layout/layout.h"

#include "base/arena.h"
#include "layout/strip.h"

#include <assert.h>
#include <string.h>

enum {
	NOTE_LINES_LEAST = 2, /* on either page when a note runs on */
	PAGES_MOST = 2000
};

static struct break_rules
rules_of(const struct style *style)
{
	double bottom = style->page.height - style->body.bottom;

	return (struct break_rules){
	    .first_room = bottom - style->body.first_top,
	    .room = bottom - style->body.top,
	    .foot_head = style->notes.head,
	    .foot_gap = style->notes.gap,
	    .least = NOTE_LINES_LEAST,
	    .split_cost = style->costs.split,
	    .wait_cost = style->costs.wait,
	    .pass_cost = style->costs.pass,
	};
}

/* The ink as it stands, out of arrays that grew. */
static void
inks_keep(struct arena *arena, struct pages *pages)
{
	for (size_t i = 0; i < pages->count; i++) {
		struct page *page = &pages->items[i];
		struct page_ink *inks = arena_array(arena, page->ink_count,
						    sizeof(*inks));

		if (page->ink_count > 0)
			memcpy(inks, page->inks,
			       page->ink_count * sizeof(*inks));
		page->inks = inks;
	}
}

static struct pages *
pages_make(const struct party *party)
{
	const struct collector *first = party->members[0];
	struct messages *messages = first->messages;
	size_t errors = messages->counts[WEIGHT_ERROR];
	struct break_rules rules = rules_of(first->style);
	struct page_plan *plans;
	struct pages *pages;
	struct flow flow;
	size_t count;

	documents_collect(party);
	if (!flow_join(party, &flow))
		return NULL;
	plans = pages_break(first->scratch, flow.shapes, flow.count, flow.feet,
			    &rules, &count);
	if (count > PAGES_MOST) {
		message_error(messages, first->document->root->at,
			      "%zu pages, at most %d are set", count,
			      PAGES_MOST);
		return NULL;
	}
	pages = pages_place(&flow, plans, count);
	furniture_place(party->members[0], pages);
	inks_keep(first->arena, pages);
	return messages->counts[WEIGHT_ERROR] == errors ? pages : NULL;
}

static struct pages *
party_lay_out(struct party *party)
{
	struct arena *scratch = arena_new();
	struct pages *pages;

	for (size_t i = 0; i < party->count; i++)
		party->members[i]->scratch = scratch;
	pages = pages_make(party);
	arena_free(scratch);
	return pages;
}

struct pages *
layout_document(struct arena *arena, struct messages *messages,
		struct typeset *typeset, const struct style *style,
		const struct document *document, const struct page_words *words,
		bool is_han)
{
	struct skeleton skeleton = {0};
	struct collector collector = {
	    .arena = arena,
	    .messages = messages,
	    .typeset = typeset,
	    .style = style,
	    .document = document,
	    .words = words,
	    .is_han = is_han,
	    .width = style_body_width(style),
	    .skeleton = &skeleton,
	};
	struct party party = {{&collector}, 1};

	return party_lay_out(&party);
}

struct pages *
layout_parallel(struct arena *arena, struct messages *messages,
		struct typeset *typeset, const struct style *style,
		const struct layout_text texts[2])
{
	const double second = style->columns.first + style->columns.gap;
	const double x[] = {0, second};
	const double widths[] = {style->columns.first,
				 style_body_width(style) - second};
	struct skeleton skeleton = {0};
	struct collector collectors[COLUMNS_MOST];
	struct party party = {.count = COLUMNS_MOST};

	assert(style_has_columns(style));
	for (size_t i = 0; i < COLUMNS_MOST; i++) {
		collectors[i] = (struct collector){
		    .arena = arena,
		    .messages = messages,
		    .typeset = typeset,
		    .style = style,
		    .document = texts[i].document,
		    .words = texts[i].words,
		    .is_han = texts[i].is_han,
		    .x = x[i],
		    .width = widths[i],
		    .column = i,
		    .has_peer = true,
		    .skeleton = &skeleton,
		};
		party.members[i] = &collectors[i];
	}
	return party_lay_out(&party);
}
