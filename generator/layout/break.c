/* Break strips into pages: on each, the end that costs the least white. */
/* SPDX-License-Identifier: MIT */
#include "layout/break.h"

#include "base/arena.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>

/* Rounding must not push out a line that fits to the point. */
static const double tolerance = 0.01;

struct breaker {
	struct arena *arena;
	const struct shape *shapes;
	size_t count;
	const struct foot *notes;
	const struct break_rules *rules;
	size_t next;	 /* the first strip that is not dealt with */
	size_t *waiting; /* floats passed by, in order */
	size_t waiting_count;
	struct foot_part carried; /* the rest of a note; from == to: none */
};

/* A page in the filling. Arrays only grow: to go back is to cut counts. */
struct filling {
	double room;
	size_t *items; /* strips in their order */
	size_t count;
	double body;	/* [pt] used */
	double stretch; /* [pt] */
	size_t *notes;	/* that begin here */
	size_t note_count;
	double feet; /* [pt] of all notes, whole; without foot_head */
	size_t *waiting;
	size_t waiting_count;
	bool passes_heading;
};

/* A place where the page may end. */
struct ending {
	size_t next; /* the strip that would open the following page */
	size_t count, note_count, waiting_count;
	size_t last_lines; /* of the last note on this page */
	double body, stretch;
	double cost;
};

static double
foot_height(const struct foot *foot, size_t from, size_t to)
{
	double height = 0;

	for (size_t i = from; i < to; i++)
		height += foot->lines[i];
	return height;
}

static bool
has_carried(const struct breaker *breaker)
{
	return breaker->carried.from < breaker->carried.to;
}

static double
feet_with_head(const struct breaker *breaker, double feet)
{
	return feet > 0 ? feet + breaker->rules->foot_head : 0;
}

/* A table's row has its head above it again unless it goes on on the page. */
static bool
repeats_head(const struct breaker *breaker, const struct filling *page,
	     size_t at, size_t strip)
{
	return breaker->shapes[strip].head > 0 &&
	       (at == 0 || page->items[at - 1] + 1 != strip);
}

/* What a strip adds to the body, a repeated head above it included. */
static double
strip_advance(const struct breaker *breaker, const struct filling *page,
	      size_t strip)
{
	const struct shape *shape = &breaker->shapes[strip];
	double height = shape->height;

	if (page->count > 0)
		height += shape->gap;
	if (repeats_head(breaker, page, page->count, strip))
		height += breaker->shapes[shape->head - 1].height;
	return height;
}

static double
notes_advance(const struct breaker *breaker, const struct filling *page,
	      const struct shape *shape)
{
	double height = 0;
	bool is_first = page->feet <= 0;

	for (size_t i = 0; i < shape->note_count; i++) {
		const struct foot *foot = &breaker->notes[shape->notes[i]];

		if (!is_first)
			height += breaker->rules->foot_gap;
		is_first = false;
		height += foot_height(foot, 0, foot->count);
	}
	return height;
}

/* The lines that have to stay if the page's last note runs on; all of them if
 * it may not. */
static size_t
least_lines(const struct breaker *breaker, const struct foot *foot)
{
	size_t least = breaker->rules->least;

	return foot->count >= 2 * least ? least : foot->count;
}

/* Height that a page's last note can give away. */
static double
note_slack(const struct breaker *breaker, size_t note)
{
	const struct foot *foot = &breaker->notes[note];

	return foot_height(foot, least_lines(breaker, foot), foot->count);
}

static void
filling_add(struct breaker *breaker, struct filling *page, size_t strip)
{
	const struct shape *shape = &breaker->shapes[strip];

	page->body += strip_advance(breaker, page, strip);
	page->feet += notes_advance(breaker, page, shape);
	if (page->count > 0)
		page->stretch += shape->stretch;
	for (size_t i = 0; i < shape->note_count; i++)
		ARENA_PUSH(breaker->arena, page->notes, page->note_count,
			   shape->notes[i]);
	ARENA_PUSH(breaker->arena, page->items, page->count, strip);
}

/* True if the strip goes on the page; at worst the last note runs on. */
static bool
strip_fits(const struct breaker *breaker, const struct filling *page,
	   size_t strip)
{
	const struct shape *shape = &breaker->shapes[strip];
	double feet = page->feet + notes_advance(breaker, page, shape);
	double slack;

	if (shape->note_count > 0) {
		/* One note at most is on its way to the next page. */
		if (has_carried(breaker))
			return false;
		slack = note_slack(breaker,
				   shape->notes[shape->note_count - 1]);
	} else {
		slack = page->note_count == 0
			    ? 0
			    : note_slack(breaker,
					 page->notes[page->note_count - 1]);
	}
	return page->body + strip_advance(breaker, page, strip) +
		   feet_with_head(breaker, feet) - slack <=
	       page->room + tolerance;
}

/* The lines of the last note that stay: all if they fit, else so many that
 * enough are left for the next page. */
static size_t
last_note_lines(const struct breaker *breaker, const struct filling *page)
{
	const struct foot *foot;
	double over;
	size_t lines;

	if (page->note_count == 0)
		return 0;
	foot = &breaker->notes[page->notes[page->note_count - 1]];
	over = page->body + feet_with_head(breaker, page->feet) - page->room;
	lines = foot->count;
	while (over > tolerance && lines > least_lines(breaker, foot))
		over -= foot->lines[--lines];
	if (lines < foot->count && foot->count - lines < breaker->rules->least)
		lines = foot->count - breaker->rules->least;
	return lines;
}

/* Height of the lines of the last note that go over to the next page. */
static double
carried_over(const struct breaker *breaker, const struct filling *page,
	     size_t lines)
{
	const struct foot *foot;

	if (page->note_count == 0)
		return 0;
	foot = &breaker->notes[page->notes[page->note_count - 1]];
	return foot_height(foot, lines, foot->count);
}

/* What it costs to end the page here, in points of white. */
static struct ending
ending_at(const struct breaker *breaker, const struct filling *page,
	  size_t next)
{
	const struct break_rules *rules = breaker->rules;
	struct ending ending = {
	    .next = next,
	    .count = page->count,
	    .note_count = page->note_count,
	    .waiting_count = page->waiting_count,
	    .last_lines = last_note_lines(breaker, page),
	    .body = page->body,
	    .stretch = page->stretch,
	};
	double over = carried_over(breaker, page, ending.last_lines);
	double white = page->room - page->body -
		       feet_with_head(breaker, page->feet) + over;
	bool is_last = next == breaker->count && page->waiting_count == 0;

	ending.cost = fmax(white - page->stretch, 0) +
		      breaker->shapes[page->items[page->count - 1]].penalty;
	if (page->waiting_count > 0)
		ending.cost += rules->wait_cost;
	if (page->passes_heading)
		ending.cost += rules->pass_cost;
	if (is_last)
		ending.cost = 0;
	/* The more of a note goes over, the worse. */
	if (over > 0)
		ending.cost += rules->split_cost + over / 2;
	return ending;
}

/* Carry the rest of a note on: as much as leaves half of the page to the body,
 * if there is more of it. */
static void
carried_begin(struct breaker *breaker, struct filling *page,
	      struct foot_part *part)
{
	const struct foot *foot = &breaker->notes[breaker->carried.note];
	bool is_body_over = breaker->next == breaker->count &&
			    breaker->waiting_count == 0;
	double most = is_body_over ? page->room - breaker->rules->foot_head
				   : page->room / 2;
	size_t to = breaker->carried.from;

	*part = breaker->carried;
	while (to < breaker->carried.to &&
	       (to == part->from || page->feet + foot->lines[to] <= most))
		page->feet += foot->lines[to++];
	part->to = to;
	breaker->carried.from = to;
}

/* Figures that wait come first, as many as fit; one at least, unless the rest
 * of a note is in its way. */
static void
waiting_begin(struct breaker *breaker, struct filling *page)
{
	size_t i = 0;

	while (i < breaker->waiting_count &&
	       (strip_fits(breaker, page, breaker->waiting[i]) ||
		(page->count == 0 && page->feet <= 0)))
		filling_add(breaker, page, breaker->waiting[i++]);
	for (; i < breaker->waiting_count; i++)
		ARENA_PUSH(breaker->arena, page->waiting, page->waiting_count,
			   breaker->waiting[i]);
}

/* A float that does not fit, or would overtake one that waits, waits too. */
static bool
must_wait(const struct breaker *breaker, const struct filling *page,
	  size_t strip)
{
	return breaker->shapes[strip].is_float &&
	       (page->waiting_count > 0 ||
		(!strip_fits(breaker, page, strip) &&
		 (page->count > 0 || page->feet > 0)));
}

/* Fill until nothing fits; return the cheapest ending on the way. */
static struct ending
page_fill(struct breaker *breaker, struct filling *page)
{
	struct ending best = {
	    .next = breaker->next,
	    .waiting_count = page->waiting_count,
	    .cost = DBL_MAX,
	};
	size_t at = breaker->next;

	if (page->count > 0)
		best = ending_at(breaker, page, at);
	for (; at < breaker->count; at++) {
		const struct shape *shape = &breaker->shapes[at];
		struct ending ending;

		if (must_wait(breaker, page, at)) {
			ARENA_PUSH(breaker->arena, page->waiting,
				   page->waiting_count, at);
			continue;
		}
		if (!strip_fits(breaker, page, at))
			break;
		if (shape->is_heading && page->waiting_count > 0)
			page->passes_heading = true;
		filling_add(breaker, page, at);
		if (shape->keep && at + 1 < breaker->count)
			continue;
		ending = ending_at(breaker, page, at + 1);
		if (ending.cost <= best.cost)
			best = ending;
	}
	if (at == breaker->count && page->waiting_count > 0 &&
	    page->count > 0) {
		struct ending ending = ending_at(breaker, page, at);

		if (ending.cost < best.cost)
			best = ending;
	}
	return best;
}

/* Nothing may end the page: the strips are kept together for longer than it
 * is. End it where it is full, or force the one strip onto it. */
static struct ending
page_force(struct breaker *breaker, struct filling *page)
{
	size_t next, passed = 0;

	if (page->count == 0)
		filling_add(breaker, page, breaker->next);
	next = page->items[page->count - 1] + 1;
	while (passed < page->waiting_count && page->waiting[passed] < next)
		passed++;
	page->waiting_count = passed;
	return ending_at(breaker, page, next);
}

static void
strips_place(struct breaker *breaker, const struct filling *page,
	     const struct ending *ending, double share, struct page_plan *plan)
{
	double y = 0;

	for (size_t i = 0; i < ending->count; i++) {
		size_t strip = page->items[i];
		const struct shape *shape = &breaker->shapes[strip];
		struct placed placed = {.strip = strip};

		if (i > 0)
			y += shape->gap + share * shape->stretch;
		if (repeats_head(breaker, page, i, strip)) {
			struct placed head = {shape->head - 1, y, true};

			ARENA_PUSH(breaker->arena, plan->items, plan->count,
				   head);
			y += breaker->shapes[head.strip].height;
		}
		placed.y = y;
		ARENA_PUSH(breaker->arena, plan->items, plan->count, placed);
		y += shape->height;
	}
}

static int
foot_part_compare(const void *a, const void *b)
{
	const struct foot_part *left = a, *right = b;

	return (left->note > right->note) - (left->note < right->note);
}

/* Notes stand at the foot, in their order; the last may run on. */
static double
feet_place(struct breaker *breaker, const struct filling *page,
	   const struct ending *ending, struct page_plan *plan)
{
	double height = 0, y;

	for (size_t i = 0; i < ending->note_count; i++) {
		size_t note = page->notes[i];
		struct foot_part part = {.note = note,
					 .to = breaker->notes[note].count};

		if (i + 1 == ending->note_count &&
		    ending->last_lines < part.to) {
			breaker->carried = part;
			breaker->carried.from = ending->last_lines;
			part.to = ending->last_lines;
		}
		ARENA_PUSH(breaker->arena, plan->feet, plan->foot_count, part);
	}
	if (plan->foot_count == 0)
		return 0;
	qsort(plan->feet, plan->foot_count, sizeof(*plan->feet),
	      foot_part_compare);
	for (size_t i = 0; i < plan->foot_count; i++)
		height += foot_height(&breaker->notes[plan->feet[i].note],
				      plan->feet[i].from, plan->feet[i].to);
	height += (double)(plan->foot_count - 1) * breaker->rules->foot_gap +
		  breaker->rules->foot_head;
	plan->rule_y = page->room - height;
	y = plan->rule_y + breaker->rules->foot_head;
	for (size_t i = 0; i < plan->foot_count; i++) {
		struct foot_part *part = &plan->feet[i];

		part->y = y;
		y += foot_height(&breaker->notes[part->note], part->from,
				 part->to) +
		     breaker->rules->foot_gap;
	}
	return height;
}

double
stretch_share(double white, double stretch)
{
	if (white <= 0 || stretch <= 0 || white > stretch)
		return 0;
	return white / stretch;
}

static bool
is_done(const struct breaker *breaker)
{
	return breaker->next == breaker->count && breaker->waiting_count == 0 &&
	       !has_carried(breaker);
}

static void
page_break(struct breaker *breaker, double room, struct page_plan *plan)
{
	struct filling page = {.room = room};
	struct ending ending;
	double feet, share = 0;

	if (has_carried(breaker)) {
		struct foot_part part;

		carried_begin(breaker, &page, &part);
		ARENA_PUSH(breaker->arena, plan->feet, plan->foot_count, part);
	}
	waiting_begin(breaker, &page);
	ending = page_fill(breaker, &page);
	if (ending.cost >= DBL_MAX && breaker->next < breaker->count &&
	    (page.count > 0 || page.feet <= 0))
		ending = page_force(breaker, &page);
	feet = feet_place(breaker, &page, &ending, plan);
	breaker->waiting = page.waiting;
	breaker->waiting_count = ending.waiting_count;
	breaker->next = ending.next;
	if (!is_done(breaker))
		share = stretch_share(room - ending.body - feet,
				      ending.stretch);
	strips_place(breaker, &page, &ending, share, plan);
}

struct page_plan *
pages_break(struct arena *arena, const struct shape *shapes, size_t count,
	    const struct foot *notes, const struct break_rules *rules,
	    size_t *page_count)
{
	struct breaker breaker = {
	    .arena = arena,
	    .shapes = shapes,
	    .count = count,
	    .notes = notes,
	    .rules = rules,
	};
	struct page_plan *plans = NULL;

	assert(rules->least > 0);
	*page_count = 0;
	do {
		struct page_plan plan = {0};

		page_break(&breaker,
			   *page_count == 0 ? rules->first_room : rules->room,
			   &plan);
		ARENA_PUSH(arena, plans, *page_count, plan);
	} while (!is_done(&breaker));
	return plans;
}
