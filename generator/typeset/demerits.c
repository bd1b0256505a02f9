/* What a line costs in a paragraph: TeX's demerits, and some more. */
/* SPDX-License-Identifier: MIT */
#include "typeset/demerits.h"

#include "base/arena.h"

#include <math.h>

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

enum fitness
ratio_fitness(double ratio)
{
	if (ratio < -0.5)
		return FITNESS_TIGHT;
	if (ratio <= 0.5)
		return FITNESS_DECENT;
	return ratio <= 1 ? FITNESS_LOOSE : FITNESS_VERY_LOOSE;
}

size_t
node_hyphens(const struct node *node, const struct piece *last)
{
	size_t most = COUNT(hyphens_demerits) - 1;

	if (!(last->hyphen > 0))
		return 0;
	return node->hyphens < most ? node->hyphens + 1 : most;
}

/* 100 for a ratio of 1. */
static double
justified_badness(double ratio)
{
	return 100 * fabs(ratio * ratio * ratio);
}

/* 100 for a whole measure of room. */
static double
ragged_badness(double room, double measure, bool is_last)
{
	double share = room / measure;

	return (is_last ? ragged_last_share : 1) * 100 * share * share;
}

static double
last_demerits(const struct fit_measure *measure, double width)
{
	if (width < measure->em * orphan_em)
		return orphan_demerits;
	return width < measure->rest * stub_share ? stub_demerits : 0;
}

double
line_demerits(const struct fit_measure *measure, const struct node *node,
	      const struct piece *last, double width, double ratio)
{
	double whole = node->start == 0 ? measure->first : measure->rest;
	double badness = measure->is_ragged
			     ? ragged_badness(whole - width, whole, !last)
			     : justified_badness(ratio);
	double cost = line_penalty + badness + (last ? last->penalty : 0);
	double demerits = cost * cost;
	int step = (int)ratio_fitness(ratio) - (int)node->fitness;

	if (measure->is_ragged)
		demerits += ragged_line_demerits;
	else if (last != NULL && (step > 1 || step < -1))
		demerits += uneven_demerits;
	if (last != NULL && last->hyphen > 0)
		demerits += hyphens_demerits[node->hyphens];
	if (last == NULL && node->hyphens > 0)
		demerits += last_hyphen_demerits;
	if (last == NULL && node->start > 0)
		demerits += last_demerits(measure, width);
	return demerits;
}
