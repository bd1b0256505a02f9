/* Put strips where the plans say, and let links find their ends. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "layout/strip.h"

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
	struct collector *collector;
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

	ARENA_PUSH(now->collector->arena, page->inks, page->ink_count, ink);
}

static void
link_place(struct placing *now, const struct strip_link *link, double x,
	   double y)
{
	struct arena *arena = now->collector->arena;
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
		ARENA_PUSH(arena, now->pending, now->pending_count,
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
strip_place(struct placing *now, const struct strip *strip, double y)
{
	struct collector *collector = now->collector;
	double x = collector->style->body.left;

	for (size_t i = 0; i < strip->ink_count; i++) {
		struct page_ink ink = strip->inks[i];

		ink.x += x;
		ink.y += y;
		ink_place(now, ink);
	}
	for (size_t i = 0; i < strip->link_count; i++)
		link_place(now, &strip->links[i], x, y);
	for (size_t i = 0; i < strip->key_count; i++)
		ARENA_PUSH(collector->arena, now->landings, now->landing_count,
			   ((struct landing){strip->keys[i], now->page, y}));
	if (strip->boxed != NULL) {
		strip->boxed->box_page = now->page;
		strip->boxed->box = strip->area;
		strip->boxed->box.x += x;
		strip->boxed->box.y += y;
	}
}

/* The outline of the box's part on this page; its own white is a strip, and
 * stands in where the box is broken. */
static void
frame_place(struct placing *now, const struct page_plan *plan, size_t from,
	    size_t to)
{
	const struct collector *collector = now->collector;
	const struct style *style = collector->style;
	const struct strip *strips = collector->flow.items;
	const struct placed *first = &plan->items[from];
	const struct placed *last = &plan->items[to - 1];
	double top = now->top + first->y;
	double bottom = now->top + last->y + strips[last->strip].shape.height;

	if (!strips[first->strip].is_padding)
		top -= style->box.padding;
	if (!strips[last->strip].is_padding)
		bottom += style->box.padding;
	ink_place(now, (struct page_ink){
			   .kind = PAGE_FRAME,
			   .x = style->body.left,
			   .y = top,
			   .width = style_body_width(style),
			   .height = bottom - top,
			   .stroke = style->box.stroke,
			   .artifact = ARTIFACT_LAYOUT,
		       });
}

static void
frames_place(struct placing *now, const struct page_plan *plan)
{
	const struct strip *strips = now->collector->flow.items;

	for (size_t i = 0, to; i < plan->count; i = to) {
		to = i;
		while (to < plan->count &&
		       strips[plan->items[to].strip].is_framed)
			to++;
		if (to > i)
			frame_place(now, plan, i, to);
		else
			to = i + 1;
	}
}

static void
feet_place(struct placing *now, const struct page_plan *plan)
{
	const struct collector *collector = now->collector;
	const struct style *style = collector->style;

	if (plan->foot_count == 0)
		return;
	ink_place(now, (struct page_ink){
			   .kind = PAGE_RULE,
			   .x = style->body.left,
			   .y = now->top + plan->rule_y + style->notes.head -
				style->notes.below,
			   .width = style->notes.rule,
			   .stroke = style->notes.stroke,
			   .artifact = ARTIFACT_LAYOUT,
		       });
	for (size_t i = 0; i < plan->foot_count; i++) {
		const struct foot_part *part = &plan->feet[i];
		const struct strips *lines =
		    &collector->notes[part->note].lines;
		double y = now->top + part->y;

		for (size_t j = part->from; j < part->to; j++) {
			y += strips_gap(lines, j);
			strip_place(now, &lines->items[j], y);
			y += lines->items[j].shape.height;
		}
	}
}

static void
page_place(struct placing *now, const struct page_plan *plan)
{
	const struct collector *collector = now->collector;

	frames_place(now, plan);
	for (size_t i = 0; i < plan->count; i++) {
		const struct placed *placed = &plan->items[i];
		const struct strip *strip =
		    &collector->flow.items[placed->strip];
		double y = now->top + placed->y;

		if (placed->is_repetition)
			repetition_place(now, strip,
					 collector->style->body.left, y);
		else
			strip_place(now, strip, y);
	}
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
	struct collector *collector = now->collector;
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
	for (size_t i = 0; i < collector->entry_count; i++) {
		const struct entry *entry = &collector->entries[i];
		struct landing landing = landing_find(now, entry->key);
		struct bookmark bookmark = {entry->title, entry->level,
					    landing.page, landing.y};

		ARENA_PUSH(collector->arena, pages->bookmarks,
			   pages->bookmark_count, bookmark);
	}
}

struct pages *
pages_place(struct collector *collector, const struct page_plan *plans,
	    size_t count)
{
	const struct style *style = collector->style;
	struct placing now = {.collector = collector};

	now.pages = arena_take(collector->arena, sizeof(*now.pages));
	*now.pages = (struct pages){
	    .width = style->page.width,
	    .height = style->page.height,
	    .tag = collector->document->tag,
	    .title = collector->document->masthead.title,
	    .items = arena_array(collector->arena, count, sizeof(struct page)),
	    .count = count,
	    .root = collector->root,
	};
	for (size_t i = 0; i < count; i++) {
		now.page = i;
		now.top = i == 0 ? style->body.first_top : style->body.top;
		page_place(&now, &plans[i]);
	}
	ends_resolve(&now);
	return now.pages;
}
