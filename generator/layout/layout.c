/* Set a document onto pages: collect, break, place. */
/* SPDX-License-Identifier: MIT */
#include "layout/layout.h"

#include "base/arena.h"
#include "layout/strip.h"

enum {
	NOTE_LINES_LEAST = 2 /* on either page when a note runs on */
};

static const struct shape *
shapes_of(struct collector *collector)
{
	const struct strips *flow = &collector->flow;
	struct shape *shapes = arena_array(collector->arena, flow->count,
					   sizeof(*shapes));

	for (size_t i = 0; i < flow->count; i++)
		shapes[i] = flow->items[i].shape;
	return shapes;
}

static const struct foot *
feet_of(struct collector *collector)
{
	struct foot *feet = arena_array(collector->arena, collector->note_count,
					sizeof(*feet));

	for (size_t i = 0; i < collector->note_count; i++) {
		const struct strips *strips = &collector->notes[i].lines;
		double *lines = arena_array(collector->arena, strips->count,
					    sizeof(*lines));

		for (size_t j = 0; j < strips->count; j++)
			lines[j] = strips->items[j].shape.height +
				   strips_gap(strips, j);
		feet[i] = (struct foot){lines, strips->count};
	}
	return feet;
}

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

struct pages *
layout_document(struct arena *arena, struct messages *messages,
		struct typeset *typeset, const struct style *style,
		const struct document *document, const struct page_words *words,
		bool is_han)
{
	size_t errors = messages->counts[WEIGHT_ERROR];
	struct break_rules rules = rules_of(style);
	struct collector collector = {
	    .arena = arena,
	    .messages = messages,
	    .typeset = typeset,
	    .style = style,
	    .document = document,
	    .words = words,
	    .is_han = is_han,
	};
	struct page_plan *plans;
	struct pages *pages;
	size_t count;

	document_collect(&collector);
	plans = pages_break(arena, shapes_of(&collector), collector.flow.count,
			    feet_of(&collector), &rules, &count);
	pages = pages_place(&collector, plans, count);
	furniture_place(&collector, pages);
	return messages->counts[WEIGHT_ERROR] == errors ? pages : NULL;
}
