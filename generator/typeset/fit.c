/* Break a row of pieces into lines, best for the paragraph as a whole. */
/* SPDX-License-Identifier: MIT */
#include "typeset/demerits.h"

#include "base/arena.h"

#include <math.h>
#include <string.h>

/* Sums over all pieces ahead of one, each with its glue. */
struct sum {
	double width, stretch, shrink;
};

struct fit {
	struct arena *arena;
	const struct piece *pieces;
	size_t count;
	const struct fit_measure *measure;
	struct sum *sums;
	double tolerance; /* greatest ratio */
	bool is_last_try;
	struct node *nodes;
	size_t node_count;
	size_t *active; /* nodes that the next break may follow */
	size_t active_count;
};

/* Lengths within this are equal: what sums of doubles may lose. */
static const double epsilon = 1e-4;
static const double overfull_demerits = 1e12;
static const double ratio_most = 20;
static const double tolerances[] = {1.5, 2.5, 5.0, HUGE_VAL};

static void
sums_fill(struct fit *fit)
{
	fit->sums = arena_room(fit->arena, fit->count, sizeof(*fit->sums));
	fit->sums[0] = (struct sum){0, 0, 0};
	for (size_t i = 0; i + 1 < fit->count; i++) {
		const struct piece *piece = &fit->pieces[i];
		struct sum sum = fit->sums[i];

		sum.width += piece->width + piece->glue.width;
		sum.stretch += piece->glue.stretch;
		sum.shrink += piece->glue.shrink;
		fit->sums[i + 1] = sum;
	}
}

static double
line_width(const struct fit *fit, size_t first)
{
	return first == 0 ? fit->measure->first : fit->measure->rest;
}

/* The line from `first` to `last`, without a hyphen. */
static struct sum
line_sum(const struct fit *fit, size_t first, size_t last)
{
	const struct sum *from = &fit->sums[first], *to = &fit->sums[last];

	return (struct sum){
	    to->width - from->width + fit->pieces[last].width,
	    to->stretch - from->stretch,
	    fit->measure->is_ragged ? 0 : to->shrink - from->shrink,
	};
}

/* The ratio at which the line is as wide as it shall be; less than -1 if it
 * cannot shrink so far. */
static double
line_ratio(const struct fit *fit, const struct sum *sum, double width,
	   bool is_last)
{
	double room = width - sum->width, ratio;

	if (fabs(room) <= epsilon)
		return 0;
	if (room < 0)
		return room >= -sum->shrink - epsilon
			   ? fmax(room / sum->shrink, -1)
			   : -2;
	if (is_last || fit->measure->is_ragged)
		return 0;
	if (sum->stretch <= 0)
		return ratio_most;
	ratio = room / sum->stretch;
	return ratio < ratio_most ? ratio : ratio_most;
}

/* Hold the line against the best of its fitness that ends at the same place. */
static void
node_compete(struct node *best, const struct node *line)
{
	if (line->demerits < best[line->fitness].demerits)
		best[line->fitness] = *line;
}

/* Try the line from an active node to `last`; its ratio. */
static double
line_try(const struct fit *fit, size_t active, size_t last, struct node *best)
{
	const struct node *node = &fit->nodes[active];
	const struct piece *end = last + 1 < fit->count ? &fit->pieces[last]
							: NULL;
	struct sum sum = line_sum(fit, node->start, last);
	double width = line_width(fit, node->start);
	struct node line = {.start = last + 1, .previous = active};

	if (end != NULL)
		sum.width += end->hyphen;
	line.ratio = line_ratio(fit, &sum, width, end == NULL);
	if (line.ratio < -1 || line.ratio > fit->tolerance)
		return line.ratio;
	line.fitness = ratio_fitness(line.ratio);
	line.hyphens = node_hyphens(node, &fit->pieces[last]);
	line.demerits = node->demerits + line_demerits(fit->measure, node, end,
						       sum.width, line.ratio);
	node_compete(best, &line);
	return line.ratio;
}

/* Lines from the active nodes to `last`. One whose line is too long has seen
 * its last. They stand in the order of where their lines start: behind one
 * whose line is too short, all are; but the first has its own measure. */
static void
lines_try(struct fit *fit, size_t last, struct node *best)
{
	size_t count = fit->active_count, kept = 0, i = 0;
	bool is_short = false;

	for (; i < count && !is_short; i++) {
		size_t active = fit->active[i];
		double ratio = line_try(fit, active, last, best);

		is_short = active > 0 && ratio > fit->tolerance;
		if (ratio >= -1)
			fit->active[kept++] = active;
	}
	if (kept < i)
		memmove(fit->active + kept, fit->active + i,
			(count - i) * sizeof(*fit->active));
	fit->active_count -= i - kept;
}

/* The shortest line that can end here, though it sticks out. */
static void
line_force(const struct fit *fit, size_t active, size_t last, struct node *best)
{
	const struct node *node = &fit->nodes[active];

	node_compete(best,
		     &(struct node){
			 .start = last + 1,
			 .previous = active,
			 .fitness = FITNESS_TIGHT,
			 .demerits = node->demerits + overfull_demerits,
			 .ratio = fit->measure->is_ragged ? 0 : -1,
			 .hyphens = node_hyphens(node, &fit->pieces[last]),
			 .is_overfull = true,
		     });
}

static void
nodes_add(struct fit *fit, const struct node *best)
{
	for (size_t i = 0; i < FITNESSES; i++) {
		if (!(best[i].demerits < HUGE_VAL))
			continue;
		fit->active[fit->active_count++] = fit->node_count;
		ARENA_PUSH(fit->arena, fit->nodes, fit->node_count, best[i]);
	}
}

/* All lines that end behind `last`. */
static void
break_try(struct fit *fit, size_t last)
{
	struct node best[FITNESSES];
	size_t newest = fit->active[fit->active_count - 1];

	for (size_t i = 0; i < FITNESSES; i++)
		best[i].demerits = HUGE_VAL;
	lines_try(fit, last, best);
	nodes_add(fit, best);
	if (fit->active_count == 0 && fit->is_last_try) {
		line_force(fit, newest, last, best);
		nodes_add(fit, best);
	}
}

/* Index of the best node that ends the paragraph, or 0 if none does. */
static size_t
fit_try(struct fit *fit, double tolerance, bool is_last_try)
{
	const struct node start = {.fitness = FITNESS_DECENT};
	size_t best = 0;

	fit->tolerance = tolerance;
	fit->is_last_try = is_last_try;
	fit->node_count = 0;
	ARENA_PUSH(fit->arena, fit->nodes, fit->node_count, start);
	fit->active[0] = 0;
	fit->active_count = 1;
	for (size_t i = 0; i < fit->count && fit->active_count > 0; i++)
		if (fit->pieces[i].penalty != PENALTY_NEVER ||
		    i + 1 == fit->count)
			break_try(fit, i);
	for (size_t i = 1; i < fit->node_count; i++)
		if (fit->nodes[i].start == fit->count &&
		    (best == 0 ||
		     fit->nodes[i].demerits < fit->nodes[best].demerits))
			best = i;
	return best;
}

/* Follow the best node back to the paragraph's start. */
static size_t
fit_collect(const struct fit *fit, size_t best, struct fit_line **lines)
{
	size_t count = 0, at;

	for (at = best; at != 0; at = fit->nodes[at].previous)
		count++;
	*lines = arena_array(fit->arena, count, sizeof(**lines));
	at = best;
	for (size_t i = count; i > 0; i--) {
		const struct node *node = &fit->nodes[at];

		(*lines)[i - 1] = (struct fit_line){
		    .first = fit->nodes[node->previous].start,
		    .last = node->start - 1,
		    .ratio = node->ratio,
		    .is_overfull = node->is_overfull,
		};
		at = node->previous;
	}
	return count;
}

size_t
fit_pieces(struct arena *arena, const struct piece *pieces, size_t count,
	   const struct fit_measure *measure, struct fit_line **lines)
{
	struct fit fit = {.arena = arena,
			  .pieces = pieces,
			  .count = count,
			  .measure = measure};
	size_t best = 0;

	*lines = NULL;
	if (count == 0)
		return 0;
	sums_fill(&fit);
	fit.active = arena_room(arena, FITNESSES * count + 1,
				sizeof(*fit.active));
	for (size_t i = measure->is_ragged ? COUNT(tolerances) - 1 : 0;
	     i < COUNT(tolerances) && best == 0; i++)
		best = fit_try(&fit, tolerances[i], i + 1 == COUNT(tolerances));
	return fit_collect(&fit, best, lines);
}
