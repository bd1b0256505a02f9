/* Fill a page with strips and their notes. */
/* SPDX-License-Identifier: MIT */
#include "layout/fill.h"

#include "base/arena.h"

double
greatest(const double columns[COLUMNS_MOST])
{
	double most = columns[0];

	for (size_t i = 1; i < COLUMNS_MOST; i++)
		most = columns[i] > most ? columns[i] : most;
	return most;
}

double
foot_height(const struct foot *foot, size_t from, size_t to)
{
	double height = 0;

	for (size_t i = from; i < to; i++)
		height += foot->lines[i];
	return height;
}

bool
part_is_empty(const struct foot_part *part)
{
	return part->from >= part->to;
}

void
shape_place(const struct shape *shape, const struct shape *upper,
	    double stretch, double bottoms[COLUMNS_MOST],
	    double y[COLUMNS_MOST])
{
	double level = greatest(bottoms);

	if (upper != NULL)
		level += shape_gap(upper, shape) + stretch;
	for (size_t i = 0; i < COLUMNS_MOST; i++) {
		y[i] = shape->goes_on ? bottoms[i] : level;
		bottoms[i] = y[i] + shape->heights[i];
	}
}

struct shape
shape_on_page(const struct breaker *breaker, const struct filling *page,
	      size_t at, size_t strip)
{
	struct shape shape = breaker->shapes[strip];
	bool follows = at > 0 && page->items[at - 1] + 1 == strip;

	for (size_t i = 0; shape.head > 0 && !follows && i < COLUMNS_MOST; i++)
		shape.heights[i] += breaker->shapes[shape.head - 1].heights[i];
	shape.goes_on &= follows;
	return shape;
}

/* Put a strip under what is on the page. */
static void
strip_advance(const struct breaker *breaker, const struct filling *page,
	      size_t strip, double bottoms[COLUMNS_MOST])
{
	struct shape shape = shape_on_page(breaker, page, page->count, strip);
	const struct shape *upper = NULL;
	double y[COLUMNS_MOST];

	for (size_t i = 0; i < COLUMNS_MOST; i++)
		bottoms[i] = page->bottoms[i];
	if (page->count > 0)
		upper = &breaker->shapes[page->items[page->count - 1]];
	shape_place(&shape, upper, 0, bottoms, y);
}

/* Add the heights of the strip's notes to those of the columns. */
static void
notes_advance(const struct breaker *breaker, const struct shape *shape,
	      double feet[COLUMNS_MOST])
{
	for (size_t i = 0; i < shape->note_count; i++) {
		const struct foot *foot = &breaker->notes[shape->notes[i]];

		if (feet[foot->column] > 0)
			feet[foot->column] += breaker->rules->foot_gap;
		feet[foot->column] += foot_height(foot, 0, foot->count);
	}
}

size_t
least_lines(const struct breaker *breaker, const struct foot *foot)
{
	size_t least = breaker->rules->least;

	return foot->count >= 2 * least ? least : foot->count;
}

const struct foot *
last_note(const struct breaker *breaker, const size_t *notes, size_t count,
	  size_t column, size_t *number)
{
	while (count-- > 0) {
		const struct foot *foot = &breaker->notes[notes[count]];

		if (foot->column == column) {
			if (number != NULL)
				*number = notes[count];
			return foot;
		}
	}
	return NULL;
}

double
feet_with_head(const struct breaker *breaker, const double feet[COLUMNS_MOST])
{
	double height = greatest(feet);

	return height > 0 ? height + breaker->rules->foot_head : 0;
}

static void
filling_add(struct breaker *breaker, struct filling *page, size_t strip)
{
	const struct shape *shape = &breaker->shapes[strip];

	strip_advance(breaker, page, strip, page->bottoms);
	notes_advance(breaker, shape, page->feet);
	if (page->count > 0)
		page->stretch += shape->stretch;
	for (size_t i = 0; i < shape->note_count; i++)
		ARENA_PUSH(breaker->arena, page->notes, page->note_count,
			   shape->notes[i]);
	ARENA_PUSH(breaker->arena, page->items, page->count, strip);
}

/* True if the strip goes on the page; at worst each column's last note runs
 * on, and one note at most is on its way to the next page in each. */
static bool
strip_fits(const struct breaker *breaker, const struct filling *page,
	   size_t strip)
{
	const struct shape *shape = &breaker->shapes[strip];
	double bottoms[COLUMNS_MOST], feet[COLUMNS_MOST];

	for (size_t i = 0; i < COLUMNS_MOST; i++)
		feet[i] = page->feet[i];
	notes_advance(breaker, shape, feet);
	for (size_t i = 0; i < COLUMNS_MOST; i++) {
		const struct foot *foot = last_note(breaker, shape->notes,
						    shape->note_count, i, NULL);

		if (foot != NULL && !part_is_empty(&page->rest.carried[i]))
			return false;
		if (foot == NULL)
			foot = last_note(breaker, page->notes, page->note_count,
					 i, NULL);
		if (foot != NULL)
			feet[i] -= foot_height(foot, least_lines(breaker, foot),
					       foot->count);
	}
	strip_advance(breaker, page, strip, bottoms);
	return greatest(bottoms) + feet_with_head(breaker, feet) <=
	       page->room + FILL_TOLERANCE;
}

static void
carried_begin(struct breaker *breaker, struct filling *page, size_t column)
{
	struct state *rest = &page->rest;
	struct foot_part *part = &rest->carried[column];
	const struct foot *foot = &breaker->notes[part->note];
	bool is_body_over = rest->next == breaker->count &&
			    rest->wait_from == rest->wait_to;
	double most = is_body_over ? page->room - breaker->rules->foot_head
				   : page->room / 2;
	size_t to = part->from;

	if (part_is_empty(part))
		return;
	page->begun[column] = *part;
	while (to < part->to && (to == part->from ||
				 page->feet[column] + foot->lines[to] <= most))
		page->feet[column] += foot->lines[to++];
	page->begun[column].to = part->from = to;
}

void
filling_begin(struct breaker *breaker, const struct state *state, double room,
	      struct filling *page)
{
	*page = (struct filling){.room = room, .rest = *state};
	for (size_t i = 0; i < COLUMNS_MOST; i++)
		carried_begin(breaker, page, i);
	while (page->rest.wait_from < page->rest.wait_to) {
		size_t strip = breaker->floats[page->rest.wait_from];

		if (!strip_fits(breaker, page, strip) &&
		    (page->count > 0 || greatest(page->feet) > 0))
			return;
		filling_add(breaker, page, strip);
		page->rest.wait_from++;
	}
}

/* A float that does not fit, or would overtake one that waits, waits too. */
static bool
must_wait(const struct breaker *breaker, const struct filling *page,
	  size_t strip)
{
	return breaker->shapes[strip].is_float &&
	       (page->rest.wait_from < page->rest.wait_to ||
		(!strip_fits(breaker, page, strip) &&
		 (page->count > 0 || greatest(page->feet) > 0)));
}

static void
ending_add(const struct breaker *breaker, const struct filling *page,
	   size_t next, struct endings *endings)
{
	ARENA_PUSH(breaker->arena, endings->items, endings->count,
		   ending_at(breaker, page, next));
}

void
page_fill(struct breaker *breaker, struct filling *page,
	  struct endings *endings)
{
	struct state *rest = &page->rest;
	size_t at = rest->next;

	if (page->count > 0)
		ending_add(breaker, page, at, endings);
	for (; at < breaker->count; at++) {
		const struct shape *shape = &breaker->shapes[at];

		if (must_wait(breaker, page, at)) {
			rest->wait_to++;
			continue;
		}
		if (!strip_fits(breaker, page, at))
			return;
		if (shape->is_float)
			rest->wait_from = ++rest->wait_to;
		if (shape->stops_floats && rest->wait_from < rest->wait_to)
			page->passes_heading = true;
		filling_add(breaker, page, at);
		if (!shape->keep || at + 1 == breaker->count)
			ending_add(breaker, page, at + 1, endings);
	}
	if (rest->wait_from < rest->wait_to && page->count > 0)
		ending_add(breaker, page, at, endings);
}

struct ending
page_force(struct breaker *breaker, struct filling *page)
{
	struct state *rest = &page->rest;
	size_t next = rest->next;

	/* only the rest of a note is there */
	if (page->count == 0 &&
	    (next == breaker->count || greatest(page->feet) > 0))
		return ending_at(breaker, page, next);
	if (page->count == 0) {
		if (breaker->shapes[next].is_float)
			rest->wait_from = ++rest->wait_to;
		filling_add(breaker, page, next);
	}
	next = page->items[page->count - 1] + 1;
	while (rest->wait_from < rest->wait_to &&
	       breaker->floats[rest->wait_to - 1] >= next)
		rest->wait_to--;
	return ending_at(breaker, page, next);
}
