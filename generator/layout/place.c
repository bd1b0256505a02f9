/* Put strips where the plans say, and let links find their ends. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "layout/strip.h"

#include <math.h>
#include <stdlib.h>

/* Where a key was placed. */
struct landing {
	const void *key;
	size_t page;
	double y; /* [pt] from the page's top */
};

/* A link whose end is not known yet. */
struct pending {
	size_t page, link;
	const void *key;
};

struct placing {
	const struct flow *flow;
	struct arena *arena;
	struct arena *scratch;
	const struct style *style;
	struct pages *pages;
	struct landing *landings;
	size_t landing_count;
	struct pending *pending;
	size_t pending_count;
	size_t page; /* that is being filled */
	double top;  /* [pt] of its body */
};

static struct page *
page_now(struct placing *now)
{
	return &now->pages->items[now->page];
}

static void
ink_place(struct placing *now, struct page_ink ink)
{
	struct page *page = page_now(now);

	ARENA_PUSH(now->scratch, page->inks, page->ink_count, ink);
}

static void
link_place(struct placing *now, const struct strip_link *link, double x,
	   double y)
{
	struct arena *arena = now->arena;
	struct page *page = page_now(now);
	struct page_link placed = {
	    .box = link->box,
	    .element = link->target->element,
	    .uri = link->target->uri,
	    .contents = link->target->contents,
	};

	placed.box.x += x;
	placed.box.y += y;
	if (placed.uri == NULL)
		ARENA_PUSH(now->scratch, now->pending, now->pending_count,
			   ((struct pending){now->page, page->link_count,
					     link->target->key}));
	ARENA_PUSH(arena, page->links, page->link_count, placed);
}

/* A head that comes again is there for the eye only. */
static void
repetition_place(struct placing *now, const struct strip *strip, double x,
		 double y)
{
	for (size_t i = 0; i < strip->ink_count; i++) {
		struct page_ink ink = strip->inks[i];

		ink.x += x;
		ink.y += y;
		ink.element = NULL;
		ink.artifact = ARTIFACT_LAYOUT;
		ink_place(now, ink);
	}
}

static void
line_place(struct placing *now, struct page_line line, double x, double y)
{
	struct page *page = page_now(now);

	line.x += x;
	line.y += y;
	ARENA_PUSH(now->arena, page->lines, page->line_count, line);
}

static void
strip_place(struct placing *now, const struct strip *strip, double x, double y)
{
	for (size_t i = 0; i < strip->ink_count; i++) {
		struct page_ink ink = strip->inks[i];

		ink.x += x;
		ink.y += y;
		ink_place(now, ink);
	}
	for (size_t i = 0; i < strip->link_count; i++)
		link_place(now, &strip->links[i], x, y);
	for (size_t i = 0; i < strip->line_count; i++)
		line_place(now, strip->lines[i], x, y);
	for (size_t i = 0; i < strip->key_count; i++)
		ARENA_PUSH(now->scratch, now->landings, now->landing_count,
			   ((struct landing){strip->keys[i], now->page, y}));
	if (strip->boxed != NULL) {
		strip->boxed->box_page = now->page;
		strip->boxed->box = strip->area;
		strip->boxed->box.x += x;
		strip->boxed->box.y += y;
	}
}

/* What a column has of a shape, strip under strip. */
static void
span_place(struct placing *now, const struct placed *placed, size_t column)
{
	const struct collector *collector = now->flow->party.members[column];
	const struct strips *strips = &collector->flow;
	struct span span = now->flow->joints[placed->strip].spans[column];
	double x = now->style->body.left + collector->x;
	double y = now->top + placed->y[column];

	for (size_t i = span.from; i < span.to; i++) {
		if (i > span.from)
			y += strips_gap(strips, i);
		if (placed->is_repetition)
			repetition_place(now, &strips->items[i], x, y);
		else
			strip_place(now, &strips->items[i], x, y);
		y += strips->items[i].shape.heights[0];
	}
}

/* The first column's strip that a shape begins with tells of its frame. */
static const struct strip *
strip_of(const struct placing *now, const struct placed *placed)
{
	const struct span *spans = now->flow->joints[placed->strip].spans;

	return &now->flow->party.members[0]->flow.items[spans[0].from];
}

/* The outlines of the boxes' parts on this page; their own white is a strip,
 * and stands in where they are broken. Both are as high as the higher one. */
static void
frame_place(struct placing *now, const struct page_plan *plan, size_t from,
	    size_t to)
{
	const struct style *style = now->style;
	const struct placed *first = &plan->items[from];
	const struct placed *last = &plan->items[to - 1];
	const struct shape *shape = &now->flow->shapes[last->strip];
	double top = now->top + first->y[0], bottom = 0;

	for (size_t i = 0; i < now->flow->party.count; i++)
		bottom = fmax(bottom, last->y[i] + shape->heights[i]);
	bottom += now->top;
	if (!strip_of(now, first)->is_padding)
		top -= style->box.padding;
	if (!strip_of(now, last)->is_padding)
		bottom += style->box.padding;
	for (size_t i = 0; i < now->flow->party.count; i++) {
		const struct collector *column = now->flow->party.members[i];

		ink_place(now, (struct page_ink){
				   .kind = PAGE_FRAME,
				   .x = style->body.left + column->x,
				   .y = top,
				   .width = column->width,
				   .height = bottom - top,
				   .stroke = style->box.stroke,
				   .artifact = ARTIFACT_LAYOUT,
			       });
	}
}

static void
frames_place(struct placing *now, const struct page_plan *plan)
{
	for (size_t i = 0, to; i < plan->count; i = to) {
		to = i;
		while (to < plan->count &&
		       strip_of(now, &plan->items[to])->is_framed)
			to++;
		if (to > i)
			frame_place(now, plan, i, to);
		else
			to = i + 1;
	}
}

static void
notes_rule_place(struct placing *now, const struct page_plan *plan, double x)
{
	const struct style *style = now->style;

	ink_place(now, (struct page_ink){
			   .kind = PAGE_RULE,
			   .x = x,
			   .y = now->top + plan->rule_y + style->notes.head -
				style->notes.below,
			   .width = style->notes.rule,
			   .stroke = style->notes.stroke,
			   .artifact = ARTIFACT_LAYOUT,
		       });
}

/* The notes of all columns in turn, each under a rule of its own. */
static void
feet_place(struct placing *now, const struct page_plan *plan)
{
	const struct collector *last = NULL;

	for (size_t i = 0; i < plan->foot_count; i++) {
		const struct foot_part *part = &plan->feet[i];
		const struct foot *foot = &now->flow->feet[part->note];
		const struct collector *collector =
		    now->flow->party.members[foot->column];
		const struct note *note =
		    &collector->notes[part->note -
				      (foot->column == 0
					   ? 0
					   : now->flow->party.members[0]
						 ->note_count)];
		double x = now->style->body.left + collector->x;
		double y = now->top + part->y;

		if (collector != last)
			notes_rule_place(now, plan, x);
		last = collector;
		for (size_t j = part->from; j < part->to; j++) {
			y += strips_gap(&note->lines, j);
			strip_place(now, &note->lines.items[j], x, y);
			y += note->lines.items[j].shape.heights[0];
		}
	}
}

/* A column stands whole before the next: its lines are marked as one. */
static void
page_place(struct placing *now, const struct page_plan *plan)
{
	frames_place(now, plan);
	for (size_t j = 0; j < now->flow->party.count; j++)
		for (size_t i = 0; i < plan->count; i++)
			span_place(now, &plan->items[i], j);
	feet_place(now, plan);
}

static int
landing_compare(const void *a, const void *b)
{
	const struct landing *left = a, *right = b;

	if (left->key != right->key)
		return left->key < right->key ? -1 : 1;
	return (left->page > right->page) - (left->page < right->page);
}

/* Where the key stands; the first page's top for one that is nowhere. */
static struct landing
landing_find(const struct placing *now, const void *key)
{
	struct landing nowhere = {key, 0, 0};
	size_t from = 0, to = now->landing_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (now->landings[middle].key < key)
			from = middle + 1;
		else
			to = middle;
	}
	if (from < now->landing_count && now->landings[from].key == key)
		return now->landings[from];
	return nowhere;
}

static void
ends_resolve(struct placing *now)
{
	const struct collector *first = now->flow->party.members[0];
	struct pages *pages = now->pages;

	if (now->landing_count > 0)
		qsort(now->landings, now->landing_count, sizeof(*now->landings),
		      landing_compare);
	for (size_t i = 0; i < now->pending_count; i++) {
		const struct pending *pending = &now->pending[i];
		struct landing landing = landing_find(now, pending->key);
		struct page_link *link =
		    &pages->items[pending->page].links[pending->link];

		link->to_page = landing.page;
		link->to_y = landing.y;
	}
	for (size_t i = 0; i < first->entry_count; i++) {
		const struct entry *entry = &first->entries[i];
		struct landing landing = landing_find(now, entry->key);
		struct bookmark bookmark = {entry->title, entry->level,
					    landing.page, landing.y};

		ARENA_PUSH(now->arena, pages->bookmarks, pages->bookmark_count,
			   bookmark);
	}
}

struct pages *
pages_place(const struct flow *flow, const struct page_plan *plans,
	    size_t count)
{
	const struct party *party = &flow->party;
	const struct collector *first = party->members[0];
	const struct style *style = first->style;
	struct placing now = {.flow = flow,
			      .arena = first->arena,
			      .scratch = first->scratch,
			      .style = style};

	now.pages = arena_take(now.arena, sizeof(*now.pages));
	*now.pages = (struct pages){
	    .width = style->page.width,
	    .height = style->page.height,
	    .tag = first->document->tag,
	    .peer_tag = party->count > 1 ? party->members[1]->document->tag
					 : NULL,
	    .title = first->document->masthead.title,
	    .items = arena_array(now.arena, count, sizeof(struct page)),
	    .count = count,
	    .root = first->skeleton->root,
	};
	for (size_t i = 0; i < count; i++) {
		now.page = i;
		now.top = i == 0 ? style->body.first_top : style->body.top;
		page_place(&now, &plans[i]);
	}
	ends_resolve(&now);
	return now.pages;
}
