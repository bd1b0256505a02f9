/* Which reviews and entries a number or a claim rests upon: its formula is read
 * once more, and every count in it marks what it admits. */
/* SPDX-License-Identifier: MIT */
#include "measure/trace.h"

#include "base/arena.h"
#include "measure/predicate.h"
#include "measure/tally.h"

struct tracing {
	struct arena *arena;
	struct messages
	    mute; /* the faults were reported when it was computed */
	const struct measures *measures;
	struct trace trace;
	const struct measure **waiting; /* referred to, not yet read */
	size_t waiting_count;
};

static void
review_mark(struct trace *trace, size_t review)
{
	trace->review_count += !trace->reviews[review];
	trace->reviews[review] = true;
}

static void
entries_mark(struct trace *trace, const struct dataset *dataset,
	     const struct tally *tally, size_t review)
{
	const struct review *of = &dataset->reviews[review];

	for (uint32_t i = of->first_entry;
	     i < of->first_entry + of->entry_count; i++) {
		const struct entry *entry = entry_at(dataset, i);

		if (entry->kind != tally->kind ||
		    !filters_admit_entry(&tally->filters, entry))
			continue;
		trace->entry_count += !trace->entries[i];
		trace->entries[i] = true;
		review_mark(trace, review);
	}
}

static void
tally_mark(struct tracing *tracing, const struct tally *tally)
{
	const struct dataset *dataset = tracing->measures->dataset;

	if (tally->verb == TALLY_STATES)
		return;
	for (size_t i = 0; i < dataset->review_count; i++) {
		if (!filters_admit_review(&tally->filters,
					  &dataset->reviews[i]))
			continue;
		if (tally->verb == TALLY_REVIEWS)
			review_mark(&tracing->trace, i);
		else
			entries_mark(&tracing->trace, dataset, tally, i);
	}
}

static void
reference_mark(struct tracing *tracing, const char *id)
{
	const struct measure *measure = measure_find(tracing->measures, id);
	size_t index;

	if (measure == NULL)
		return;
	index = (size_t)(measure - tracing->measures->items);
	if (tracing->trace.measures[index])
		return;
	tracing->trace.measures[index] = true;
	ARENA_PUSH(tracing->arena, tracing->waiting, tracing->waiting_count,
		   measure);
}

static void
steps_mark(struct tracing *tracing, const struct formula *formula)
{
	for (size_t i = 0; i < formula->step_count; i++) {
		const struct step *step = &formula->steps[i];

		if (step->kind == STEP_TALLY)
			tally_mark(tracing, step->tally);
		else if (step->kind == STEP_MEASURE || step->kind == STEP_KEY)
			reference_mark(tracing, step->name);
	}
}

static struct formula
formula_of(struct tracing *tracing, const char *id, const char *text,
	   struct place at)
{
	return (struct formula){.arena = tracing->arena,
				.messages = &tracing->mute,
				.dataset = tracing->measures->dataset,
				.id = id,
				.text = text,
				.at = at};
}

static void
measure_mark(struct tracing *tracing, const struct measure *measure)
{
	struct formula formula = formula_of(tracing, measure->id,
					    measure->formula, measure->at);

	if (formula_parse(&formula))
		steps_mark(tracing, &formula);
}

static void
waiting_mark(struct tracing *tracing)
{
	while (tracing->waiting_count > 0)
		measure_mark(tracing,
			     tracing->waiting[--tracing->waiting_count]);
}

static struct tracing
tracing_begin(struct arena *arena, const struct measures *measures)
{
	const struct dataset *dataset = measures->dataset;

	return (struct tracing){
	    .arena = arena,
	    .measures = measures,
	    .trace = {
		.entries = arena_array(arena, dataset->entry_count,
				       sizeof(bool)),
		.reviews = arena_array(arena, dataset->review_count,
				       sizeof(bool)),
		.measures = arena_array(arena, measures->count, sizeof(bool))}};
}

struct trace
trace_measure(struct arena *arena, const struct measures *measures,
	      const struct measure *measure)
{
	struct tracing tracing = tracing_begin(arena, measures);

	measure_mark(&tracing, measure);
	waiting_mark(&tracing);
	return tracing.trace;
}

struct trace
trace_claim(struct arena *arena, const struct measures *measures,
	    const struct claim *claim)
{
	struct tracing tracing = tracing_begin(arena, measures);
	struct predicate predicate = {.formula = formula_of(&tracing, claim->id,
							    claim->formula,
							    claim->at)};

	if (predicate_parse(&predicate))
		for (size_t i = 0; i < predicate.count; i++) {
			steps_mark(&tracing,
				   &predicate.comparisons[i].left.formula);
			steps_mark(&tracing,
				   &predicate.comparisons[i].right.formula);
		}
	waiting_mark(&tracing);
	return tracing.trace;
}
