/* The numbers of a published text, placed among the measures. */
/* SPDX-License-Identifier: MIT */
#include "report/published.h"

#include "base/arena.h"
#include "measure/value.h"
#include "report/known.h"
#include "report/reference.h"

#include <ctype.h>
#include <string.h>

enum {
	WORDS_LEAST = 6,      /* around a number, to contradict it */
	NAMED_MOST = 4,	      /* measures that a line names */
	PERCENT_DIVISOR = 40, /* a hedged percentage may be 2.5 points off */
	FRACTION_DIVISOR = 20 /* "one third", "over half": 5 points */
};

/* Likeness from which on words are taken for a measure's: a third of what tells
 * texts apart must be there; to contradict a measure, more. */
static const double LIKE = 0.33;
static const double VERY_LIKE = 0.6;
/* By how much the likest must lead. */
static const double LEAD = 0.08;
/* By how much a measure with another value must lead for the value of this one
 * to be chance. */
static const double OTHER_LEAD = 0.2;

struct placing {
	const struct printed *printed;
	const struct edition *edition;
	const char *text;
	struct knowledge known;
};

/* --- does a measure have the value --- */

static bool
ratio_fits(const struct sighting *sighting, struct ratio value)
{
	long long off;

	if (value.whole == 0 || sighting->ratio.whole == 0 ||
	    sighting->ratio.whole > 1000000 || sighting->ratio.part > 1000000)
		return false;
	if (sighting->is_percent &&
	    ratio_round(value, sighting->ratio.whole) == sighting->ratio.part)
		return true;
	/* "over 65 per cent", "one third": as far off as a hedge may be. */
	off = value.part * sighting->ratio.whole -
	      sighting->ratio.part * value.whole;
	off = off < 0 ? -off : off;
	return off *
		   (sighting->is_percent ? PERCENT_DIVISOR : FRACTION_DIVISOR) <
	       value.whole * sighting->ratio.whole;
}

/* One of a series' rows, as a figure prints them. */
static bool
row_fits(const struct sighting *sighting, const struct row *row)
{
	if (row->is_ratio)
		return sighting->kind == SIGHTING_SHARE &&
		       ratio_fits(sighting, row->ratio);
	return sighting->kind != SIGHTING_SHARE &&
	       row->number == sighting->number;
}

static bool
value_fits(const struct sighting *sighting, const struct measure *measure)
{
	if (measure->is_void)
		return false;
	if (measure->value.kind == VALUE_SERIES)
		for (size_t i = 0; i < measure->value.count; i++)
			if (row_fits(sighting, &measure->value.rows[i]))
				return true;
	if (sighting->kind == SIGHTING_SHARE)
		return measure->value.kind == VALUE_RATIO &&
		       ratio_fits(sighting, measure->value.ratio);
	return measure->value.kind == VALUE_NUMBER &&
	       measure->value.number == sighting->number;
}

/* Could the number be the measure's at all, if the value were another? */
static bool
kind_fits(const struct sighting *sighting, const struct measure *measure)
{
	return measure->value.kind ==
	       (sighting->kind == SIGHTING_SHARE ? VALUE_RATIO : VALUE_NUMBER);
}

/* --- the judgement --- */

struct judgement {
	const struct measure *best; /* with the value, likest */
	double likeness;
	double next; /* of the likest other measure with the value */
	const struct measure *likest; /* whatever its value */
	double likest_likeness;
	size_t words;	/* around the number */
	size_t fitting; /* measures with the value */
	const struct measure *named[NAMED_MOST];
};

static void
measure_judge(const struct placing *placing, const struct surroundings *window,
	      const struct sighting *sighting, const struct measure *measure,
	      struct judgement *judgement)
{
	double likeness;

	if (!kind_fits(sighting, measure) &&
	    measure->value.kind != VALUE_SERIES)
		return;
	likeness = known_likeness(&placing->known, window, measure);
	if (likeness > judgement->likest_likeness &&
	    kind_fits(sighting, measure)) {
		judgement->likest = measure;
		judgement->likest_likeness = likeness;
	}
	if (!value_fits(sighting, measure))
		return;
	if (judgement->fitting < NAMED_MOST)
		judgement->named[judgement->fitting] = measure;
	judgement->fitting++;
	if (judgement->best == NULL || likeness > judgement->likeness) {
		judgement->next = judgement->likeness;
		judgement->best = measure;
		judgement->likeness = likeness;
	} else if (likeness > judgement->next) {
		judgement->next = likeness;
	}
}

static enum verdict
verdict_of(const struct judgement *judgement)
{
	double lead = judgement->likeness - judgement->next;
	bool is_like = judgement->likeness >= LIKE;
	bool is_another = judgement->likest_likeness - judgement->likeness >=
			  OTHER_LEAD;

	if (is_like && !is_another && (judgement->fitting == 1 || lead >= LEAD))
		return VERDICT_AGREES;
	if (judgement->likest_likeness >= VERY_LIKE &&
	    (!is_like || is_another) && judgement->words >= WORDS_LEAST)
		return VERDICT_DIFFERS;
	return judgement->fitting > 0 ? VERDICT_AMBIGUOUS : VERDICT_UNKNOWN;
}

static void
verdict_print(struct text *out, const struct placing *placing,
	      const struct judgement *judgement, enum verdict verdict)
{
	size_t named = judgement->fitting < NAMED_MOST ? judgement->fitting
						       : NAMED_MOST;

	switch (verdict) {
	case VERDICT_AGREES:
		text_print(out, "agrees with %s = ", judgement->best->id);
		if (judgement->best->value.kind == VALUE_SERIES) {
			text_add(out, "a row of the series");
			return;
		}
		value_add(out, placing->printed->measures->dataset,
			  &judgement->best->value, true);
		return;
	case VERDICT_DIFFERS:
		text_print(out, "may differ from %s = ", judgement->likest->id);
		value_add(out, placing->printed->measures->dataset,
			  &judgement->likest->value, true);
		return;
	case VERDICT_AMBIGUOUS:
		text_add(out, "cannot be placed: the value of");
		for (size_t i = 0; i < named; i++)
			text_print(out, " %s", judgement->named[i]->id);
		if (judgement->fitting > named)
			text_print(out, " and %zu more",
				   judgement->fitting - named);
		return;
	case VERDICT_UNKNOWN:
		text_add(out, "cannot be placed: no measure has this value");
		return;
	case VERDICTS:
		return;
	}
}

/* One number of the text, judged. */
struct placed {
	struct sighting sighting;
	struct judgement judgement;
	enum verdict verdict;
	struct place at;
};

struct placeds {
	struct placed *items;
	size_t count;
};

static void
number_judge(const struct placing *placing, struct placed *placed)
{
	const struct measures *measures = placing->printed->measures;
	const struct sighting *sighting = &placed->sighting;
	struct arena *scratch = arena_new();
	struct surroundings window = known_window(
	    scratch, placing->text, sighting->at, sighting->length);

	placed->judgement.words = window.wide.count;
	for (size_t i = 0; i < measures->count; i++)
		measure_judge(placing, &window, sighting, &measures->items[i],
			      &placed->judgement);
	placed->verdict = verdict_of(&placed->judgement);
	arena_free(scratch);
}

/* True if a word follows in the line, as in "23 States": other numbers may be
 * those of pages, paragraphs and axes. */
static bool
has_word(const char *bytes, const struct sighting *sighting)
{
	const char *at = bytes + sighting->at + sighting->length;

	at += strspn(at, " ");
	return (*at & 0x80) != 0 || isalpha((unsigned char)*at);
}

/* A number is not a measure's wrong value if the right one stands beside it. */
static void
contradictions_review(struct placeds *all, const char *bytes)
{
	for (size_t i = 0; i < all->count; i++) {
		struct placed *placed = &all->items[i];

		if (placed->verdict != VERDICT_DIFFERS)
			continue;
		if (!has_word(bytes, &placed->sighting))
			placed->verdict = placed->judgement.fitting > 0
					      ? VERDICT_AMBIGUOUS
					      : VERDICT_UNKNOWN;
		for (size_t k = 0; k < all->count; k++) {
			const struct placed *other = &all->items[k];
			size_t a = placed->sighting.at, b = other->sighting.at;

			if ((a > b ? a - b : b - a) <= WIDE_WINDOW && k != i &&
			    value_fits(&other->sighting,
				       placed->judgement.likest))
				placed->verdict = placed->judgement.fitting > 0
						      ? VERDICT_AMBIGUOUS
						      : VERDICT_UNKNOWN;
		}
	}
}

static void
placed_print(struct text *out, const struct placing *placing,
	     const struct placed *placed)
{
	text_print(out, "%s:%d:%d: %.*s ", placed->at.file, placed->at.line,
		   placed->at.column, (int)placed->sighting.length,
		   placing->text + placed->sighting.at);
	verdict_print(out, placing, &placed->judgement, placed->verdict);
	text_add(out, "\n");
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A line end is a space, as expressions go on behind it; but not between
 * digits, which would be read as one number. */
static const char *
lines_join(struct arena *arena, const char *bytes)
{
	char *text = arena_copy(arena, bytes);

	for (size_t i = 1; text[0] != '\0' && text[i] != '\0'; i++)
		if (text[i] == '\n' &&
		    !(is_digit(text[i - 1]) && is_digit(text[i + 1])))
			text[i] = ' ';
	return text;
}

void
published_place(struct text *out, const struct printed *printed, size_t edition,
		const char *path, const char *bytes, size_t counts[VERDICTS])
{
	struct arena *arena = arena_new();
	struct placing placing = {
	    .printed = printed,
	    .edition = &printed->report->editions[edition],
	    .text = lines_join(arena, bytes),
	    .known = known_collect(arena, printed, edition)};
	struct placeds all = {0};
	struct placed placed = {.at = {path, 1, 1}};
	size_t at = 0, line = 0;

	while (language_sight(placing.edition->language, placing.text, at,
			      &placed.sighting)) {
		for (size_t i = line; i < placed.sighting.at; i++)
			if (bytes[i] == '\n') {
				line = i + 1;
				placed.at.line++;
			}
		placed.at.column = (int)(placed.sighting.at - line) + 1;
		at = placed.sighting.at + placed.sighting.length;
		if (!report_is_reference(printed->report, placing.edition,
					 placing.text, &placed.sighting))
			ARENA_PUSH(arena, all.items, all.count, placed);
	}
	for (size_t i = 0; i < all.count; i++)
		number_judge(&placing, &all.items[i]);
	contradictions_review(&all, bytes);
	for (size_t i = 0; i < all.count; i++) {
		placed_print(out, &placing, &all.items[i]);
		counts[all.items[i].verdict]++;
	}
	arena_free(arena);
}
