/* What changes in a report between two states of its data: measures, claims
 * and figures, each with the reviews behind it. */
/* SPDX-License-Identifier: MIT */
#include "report/diff.h"

#include "base/arena.h"
#include "base/hash.h"
#include "measure/trace.h"
#include "measure/value.h"

#include <string.h>

/* Codes, not numbers of terms: the datasets may number these differently. */
static uint64_t
mix(uint64_t hash, const char *code)
{
	return hash_bytes(hash, code, strlen(code) + 1);
}

static uint64_t
mix_number(uint64_t hash, uint64_t number)
{
	return hash_bytes(hash, &number, sizeof(number));
}

static uint64_t
mix_entry(uint64_t hash, const struct dataset *dataset,
	  const struct entry *entry)
{
	hash = mix_number(hash, entry->kind);
	hash = mix_number(hash, entry->paragraph);
	hash = mix_number(hash, entry->topics);
	hash = mix(hash, dataset->chapters[entry->chapter].term.code);
	hash = mix(hash, entry->article == NONE
			     ? ""
			     : dataset->articles[entry->article].term.code);
	return mix(hash, entry->category == NONE
			     ? ""
			     : dataset->categories[entry->category].term.code);
}

/* What of a review stands behind a number; 0 for nothing. */
static uint64_t
contribution(const struct measures *measures, const struct trace *trace,
	     int index)
{
	const struct dataset *dataset = measures->dataset;
	const struct review *review;
	uint64_t hash = HASH_START;

	if (index == NONE || !key_set_has(&trace->reviews, (size_t)index))
		return 0;
	review = &dataset->reviews[index];
	hash = mix_number(hash, (uint64_t)review->completed);
	for (uint32_t i = 0; i < review->entry_count; i++)
		if (key_set_has(&trace->entries, review->first_entry + i))
			hash = mix_entry(
			    hash, dataset,
			    entry_at(dataset, review->first_entry + i));
	return hash;
}

static struct causes
causes_find(struct arena *arena, const struct diff *diff,
	    const struct trace traces[SIDES])
{
	struct causes causes = {0};

	for (size_t i = 0; i < diff->review_count; i++) {
		const struct review_change *review = &diff->reviews[i];
		uint64_t hashes[SIDES];

		for (int side = 0; side < SIDES; side++)
			hashes[side] = contribution(diff->sides[side].measures,
						    &traces[side],
						    review->index[side]);
		if (hashes[0] != hashes[1])
			ARENA_PUSH(arena, causes.items, causes.count, i);
	}
	return causes;
}

/* --- measures --- */

static const char *
value_words(struct arena *arena, const struct measures *measures,
	    const struct measure *measure)
{
	struct text text = {0};
	const char *words;

	if (measure->is_void)
		return "no value";
	value_add(&text, measures->dataset, &measure->value, true);
	words = arena_copy(arena, text_string(&text));
	text_free(&text);
	return words;
}

static void
measure_compare(struct arena *arena, struct diff *diff,
		const struct measure *to)
{
	const struct diff_side *sides = diff->sides;
	const struct measure *from = measure_find(sides[0].measures, to->id);
	struct measure_change change = {.measure = to};
	struct arena *scratch;
	struct trace traces[SIDES];

	if (from == NULL)
		return;
	change.values[0] = value_words(arena, sides[0].measures, from);
	change.values[1] = value_words(arena, sides[1].measures, to);
	if (strcmp(change.values[0], change.values[1]) == 0)
		return;
	scratch = arena_new();
	traces[0] = trace_measure(scratch, diff->tracers[0], from);
	traces[1] = trace_measure(scratch, diff->tracers[1], to);
	change.causes = causes_find(arena, diff, traces);
	arena_free(scratch);
	ARENA_PUSH(arena, diff->measures, diff->measure_count, change);
}

/* --- claims --- */

static const char *
claim_words(const struct claim *claim)
{
	if (claim->is_void)
		return "no value";
	return claim->holds ? "holds" : "does not hold";
}

static void
claim_compare(struct arena *arena, struct diff *diff, const struct claim *to)
{
	const struct diff_side *sides = diff->sides;
	const struct claim *from = claim_find(sides[0].measures, to->id);
	struct claim_change change = {.claims = {from, to}};
	struct arena *scratch;
	struct trace traces[SIDES];

	if (from == NULL)
		return;
	for (int side = 0; side < SIDES; side++)
		change.holds[side] = claim_words(change.claims[side]);
	if (strcmp(change.holds[0], change.holds[1]) == 0)
		return;
	scratch = arena_new();
	for (int side = 0; side < SIDES; side++)
		traces[side] = trace_claim(scratch, diff->tracers[side],
					   change.claims[side]);
	change.causes = causes_find(arena, diff, traces);
	arena_free(scratch);
	ARENA_PUSH(arena, diff->claims, diff->claim_count, change);
}

/* --- what rests upon them --- */

static const struct causes *
causes_of(const struct diff *diff, const char *id)
{
	for (size_t i = 0; i < diff->measure_count; i++)
		if (strcmp(diff->measures[i].measure->id, id) == 0)
			return &diff->measures[i].causes;
	for (size_t i = 0; i < diff->claim_count; i++)
		if (strcmp(diff->claims[i].claims[1]->id, id) == 0)
			return &diff->claims[i].causes;
	return NULL;
}

/* Both are sorted, and so is what comes of them. */
static void
causes_merge(struct arena *arena, struct causes *all, const struct causes *more)
{
	struct causes merged = {0};
	size_t a = 0, b = 0;

	while (a < all->count || b < more->count) {
		size_t next = b == more->count ||
				      (a < all->count &&
				       all->items[a] < more->items[b])
				  ? all->items[a]
				  : more->items[b];

		a += a < all->count && all->items[a] == next;
		b += b < more->count && more->items[b] == next;
		ARENA_PUSH(arena, merged.items, merged.count, next);
	}
	*all = merged;
}

void
grounds_add(struct arena *arena, const struct diff *diff,
	    struct grounds *grounds, const char *id)
{
	const struct causes *causes = id == NULL ? NULL : causes_of(diff, id);

	if (causes == NULL)
		return;
	for (size_t i = 0; i < grounds->count; i++)
		if (strcmp(grounds->ids[i], id) == 0)
			return;
	ARENA_PUSH(arena, grounds->ids, grounds->count, id);
	causes_merge(arena, &grounds->causes, causes);
}

static void
figure_compare(struct arena *arena, struct diff *diff,
	       const struct figure_spec *figure)
{
	struct figure_change change = {.figure = figure};
	struct grounds *grounds = &change.grounds;

	for (size_t i = 0; i < figure->series_count; i++) {
		const struct series_spec *series = &figure->series[i];

		grounds_add(arena, diff, grounds, series->measure);
		grounds_add(arena, diff, grounds, series->share);
		grounds_add(arena, diff, grounds, series->total);
		grounds_add(arena, diff, grounds, series->month);
	}
	grounds_add(arena, diff, grounds, figure->reviews);
	grounds_add(arena, diff, grounds, figure->of);
	grounds_add(arena, diff, grounds, figure->day);
	if (grounds->count > 0)
		ARENA_PUSH(arena, diff->figures, diff->figure_count, change);
}

struct diff
diff_make(struct arena *arena, const struct report *report,
	  const struct diff_side sides[SIDES])
{
	struct diff diff = {.sides = {sides[0], sides[1]}};
	const struct measures *to = sides[1].measures;

	for (int side = 0; side < SIDES; side++)
		diff.tracers[side] = tracer_new(arena, sides[side].measures);
	diff_reviews(arena, &diff);
	for (size_t i = 0; i < to->count; i++)
		measure_compare(arena, &diff, &to->items[i]);
	for (size_t i = 0; i < to->claim_count; i++)
		claim_compare(arena, &diff, &to->claims[i]);
	for (size_t i = 0; i < report->figure_count; i++)
		figure_compare(arena, &diff, &report->figures[i]);
	diff_sentences(arena, report, &diff);
	return diff;
}

day
diff_since(struct messages *messages, const struct report *report,
	   const struct measures *measures)
{
	const struct measure *measure;

	if (report->since == NULL)
		return 0;
	measure = measure_find(measures, report->since);
	if (measure != NULL && measure->value.kind == VALUE_DAY)
		return measure->value.day;
	message_error(messages, report->at,
		      measure == NULL ? "since: no measure is named \"%s\""
				      : "since: \"%s\" is not a day",
		      report->since);
	return 0;
}

bool
diff_is_empty(const struct diff *diff)
{
	return diff->review_count == 0 && diff->measure_count == 0 &&
	       diff->claim_count == 0 && diff->figure_count == 0 &&
	       diff->sentence_count == 0;
}
