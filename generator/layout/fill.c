/* Fill a page with strips and their notes; weigh where it may end. */
/* SPDX-License-Identifier: MIT */
#include "layout/fill.h"

#include "base/arena.h"

#include <float.h>
#include <math.h>

/* Rounding must not push out a line that fits to the point. */
static const double tolerance = 0.01;

double
foot_height(const struct foot *foot, size_t from, size_t to)
{
	double height = 0;

	for (size_t i = from; i < to; i++)
		height += foot->lines[i];
	return height;
}

bool
has_carried(const struct breaker *breaker)
{
	return breaker->carried.from < breaker->carried.to;
}

static double
feet_with_head(const struct breaker *breaker, double feet)
{
	return feet > 0 ? feet + breaker->rules->foot_head : 0;
}

bool
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
		height += shape_gap(
		    &breaker->shapes[page->items[page->count - 1]], shape);
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

void
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

void
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

struct ending
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

struct ending
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
