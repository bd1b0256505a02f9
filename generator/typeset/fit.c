/* Break a row of pieces into lines, best for the paragraph as a whole. */
/* SPDX-License-Identifier: MIT */
#include "typeset/fit.h"

#include "base/arena.h"

#include <math.h>

enum fitness {
	FITNESS_TIGHT,
	FITNESS_DECENT,
	FITNESS_LOOSE,
	FITNESS_VERY_LOOSE,
	FITNESSES
};

/* A line's end at which some paragraph so far is best of its fitness. */
struct node {
	size_t start; /* piece that begins the next line */
	size_t previous;
	enum fitness fitness;
	double demerits; /* up to here */
	double ratio;	 /* of the line that ends here */
	size_t hyphens;	 /* lines in succession that end with one */
	bool is_overfull;
};

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

/* TeX's \linepenalty, \adjdemerits, \doublehyphendemerits and
 * \finalhyphendemerits (The TeXbook, chapter 14); a third hyphen in succession
 * is worse than almost any other line. */
static const double line_penalty = 10;
static const double uneven_demerits = 10000;
static const double hyphens_demerits[] = {0, 10000, 1000000};
static const double last_hyphen_demerits = 5000;
/* A last line of a character and its mark is an orphan (CLREQ 3.4.4); one that
 * is shorter than this share of the measure does not look well either. */
static const double orphan_em = 2.5;
static const double orphan_demerits = 100000;
static const double stub_share = 0.15;
static const double stub_demerits = 15000;
/* Ragged lines: no evenness is worth one line more, and the last line may be
 * somewhat shorter than the others. */
static const double ragged_line_demerits = 1e9;
static const double ragged_last_share = 0.5;
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

static enum fitness
ratio_fitness(double ratio)
{
	if (ratio < -0.5)
		return FITNESS_TIGHT;
	if (ratio <= 0.5)
		return FITNESS_DECENT;
	return ratio <= 1 ? FITNESS_LOOSE : FITNESS_VERY_LOOSE;
}

/* 100 for a ratio of 1; of a ragged line for a whole measure of room. */
static double
line_badness(const struct fit *fit, double ratio, double room, double width,
	     bool is_last)
{
	if (!fit->measure->is_ragged)
		return 100 * pow(fabs(ratio), 3);
	return (is_last ? ragged_last_share : 1) * 100 * pow(room / width, 2);
}

static double
last_demerits(const struct fit *fit, double width)
{
	if (width < fit->measure->em * orphan_em)
		return orphan_demerits;
	return width < fit->measure->rest * stub_share ? stub_demerits : 0;
}

/* Lines with hyphens up to the one that ends behind `last`; more than two are
 * as bad as three. */
static size_t
hyphens_count(const struct fit *fit, const struct node *node, size_t last)
{
	size_t most = COUNT(hyphens_demerits) - 1;

	if (!(fit->pieces[last].hyphen > 0))
		return 0;
	return node->hyphens < most ? node->hyphens + 1 : most;
}

/* What the line costs that follows a node and ends behind `last`. */
static double
line_demerits(const struct fit *fit, const struct node *node, size_t last,
	      double width, double ratio)
{
	bool is_last = last + 1 == fit->count;
	int penalty = is_last ? 0 : fit->pieces[last].penalty;
	double measure = line_width(fit, node->start);
	double badness = line_badness(fit, ratio, measure - width, measure,
				      is_last);
	double demerits = pow(line_penalty + badness + penalty, 2);
	int step = (int)ratio_fitness(ratio) - (int)node->fitness;

	if (fit->measure->is_ragged)
		demerits += ragged_line_demerits;
	else if (!is_last && (step > 1 || step < -1))
		demerits += uneven_demerits;
	if (fit->pieces[last].hyphen > 0)
		demerits += hyphens_demerits[node->hyphens];
	if (node->hyphens > 0 && is_last)
		demerits += last_hyphen_demerits;
	if (is_last && node->start > 0)
		demerits += last_demerits(fit, width);
	return demerits;
}

/* Hold the line against the best of its fitness that ends at the same place. */
static void
node_compete(struct node *best, const struct node *line)
{
	if (line->demerits < best[line->fitness].demerits)
		best[line->fitness] = *line;
}

/* Try the line from an active node to `last`. False when the node has seen its
 * last line: what follows only makes it longer. */
static bool
line_try(const struct fit *fit, size_t active, size_t last, struct node *best)
{
	const struct node *node = &fit->nodes[active];
	bool is_last = last + 1 == fit->count;
	struct sum sum = line_sum(fit, node->start, last);
	double width = line_width(fit, node->start);
	struct node line = {.start = last + 1, .previous = active};

	if (!is_last)
		sum.width += fit->pieces[last].hyphen;
	line.ratio = line_ratio(fit, &sum, width, is_last);
	if (line.ratio < -1)
		return false;
	if (line.ratio > fit->tolerance)
		return true;
	line.fitness = ratio_fitness(line.ratio);
	line.hyphens = hyphens_count(fit, node, last);
	line.demerits = node->demerits +
			line_demerits(fit, node, last, sum.width, line.ratio);
	node_compete(best, &line);
	return true;
}

/* The shortest line that can end here, though it sticks out. */
static void
line_force(const struct fit *fit, size_t active, size_t last, struct node *best)
{
	const struct node *node = &fit->nodes[active];

	node_compete(best, &(struct node){
			       .start = last + 1,
			       .previous = active,
			       .fitness = FITNESS_TIGHT,
			       .demerits = node->demerits + overfull_demerits,
			       .ratio = fit->measure->is_ragged ? 0 : -1,
			       .hyphens = hyphens_count(fit, node, last),
			       .is_overfull = true,
			   });
}

/* All lines that end behind `last`. */
static void
break_try(struct fit *fit, size_t last)
{
	struct node best[FITNESSES];
	size_t kept = 0, newest = fit->active[fit->active_count - 1];
	bool is_found = false;

	for (size_t i = 0; i < FITNESSES; i++)
		best[i] = (struct node){.demerits = HUGE_VAL};
	for (size_t i = 0; i < fit->active_count; i++)
		if (line_try(fit, fit->active[i], last, best))
			fit->active[kept++] = fit->active[i];
	fit->active_count = kept;
	for (size_t i = 0; i < FITNESSES; i++)
		is_found = is_found || best[i].demerits < HUGE_VAL;
	if (kept == 0 && !is_found && fit->is_last_try)
		line_force(fit, newest, last, best);
	for (size_t i = 0; i < FITNESSES; i++) {
		if (!(best[i].demerits < HUGE_VAL))
			continue;
		fit->active[fit->active_count++] = fit->node_count;
		ARENA_PUSH(fit->arena, fit->nodes, fit->node_count, best[i]);
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
