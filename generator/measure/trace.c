/* Which reviews and entries a number or a claim rests upon: every count in its
 * formula and in those that it refers to marks what it admits. */
/* SPDX-License-Identifier: MIT */
#include "measure/trace.h"

#include "base/arena.h"
#include "measure/axis.h"
#include "measure/predicate.h"
#include "measure/tally.h"

struct tracer {
	const struct measures *measures;
	struct said {
		uint32_t entry;
		uint32_t review;
	} * said;     /* the reviews' entries in the order of what they say */
	size_t *from; /* by saying, and one more: where it begins in `said` */
};

struct tracing {
	struct arena *arena;
	struct messages
	    mute; /* the faults were reported when it was computed */
	const struct tracer *tracer;
	struct trace trace;
	const struct measure **waiting; /* referred to, not yet read */
	size_t waiting_count;
	struct key_set set; /* of reviews that the count that is read admits */
};

/* --- who says what --- */

/* Where each saying's entries begin, one place further on than they will be
 * once they are in. */
static size_t *
sayings_count(struct arena *arena, const struct dataset *dataset)
{
	size_t *from = arena_array(arena, dataset->saying_count + 2,
				   sizeof(*from));

	for (size_t i = 0; i < dataset->review_count; i++) {
		const struct review *review = &dataset->reviews[i];

		for (uint32_t k = 0; k < review->entry_count; k++)
			from[entry_saying(dataset, review->first_entry + k) +
			     2]++;
	}
	for (size_t i = 2; i < dataset->saying_count + 2; i++)
		from[i] += from[i - 1];
	return from;
}

struct tracer *
tracer_new(struct arena *arena, const struct measures *measures)
{
	const struct dataset *dataset = measures->dataset;
	struct tracer *tracer = arena_take(arena, sizeof(*tracer));

	tracer->measures = measures;
	tracer->from = sayings_count(arena, dataset);
	tracer->said = arena_array(arena, dataset->entry_count,
				   sizeof(*tracer->said));
	for (uint32_t i = 0; i < dataset->review_count; i++) {
		const struct review *review = &dataset->reviews[i];

		for (uint32_t k = review->first_entry;
		     k < review->first_entry + review->entry_count; k++)
			tracer->said[tracer->from[entry_saying(dataset, k) +
						  1]++] = (struct said){k, i};
	}
	return tracer;
}

/* --- marks --- */

static void
set_fill(struct tracing *tracing, const struct filters *filters)
{
	const struct dataset *dataset = tracing->tracer->measures->dataset;

	for (size_t i = 0; i < dataset->review_count; i++)
		if (filters_admit_review(filters, &dataset->reviews[i]))
			key_set_add(&tracing->set, i);
		else
			key_set_clear(&tracing->set, i);
}

static void
review_mark(struct trace *trace, size_t review)
{
	trace->review_count += !key_set_has(&trace->reviews, review);
	key_set_add(&trace->reviews, review);
}

static void
saying_mark(struct tracing *tracing, size_t saying)
{
	const struct tracer *tracer = tracing->tracer;
	struct trace *trace = &tracing->trace;

	for (size_t i = tracer->from[saying]; i < tracer->from[saying + 1];
	     i++) {
		const struct said *said = &tracer->said[i];

		if (!key_set_has(&tracing->set, said->review))
			continue;
		trace->entry_count += !key_set_has(&trace->entries,
						   said->entry);
		key_set_add(&trace->entries, said->entry);
		review_mark(trace, said->review);
	}
}

/* True if the call counts entries that say this, under some key. */
static bool
tally_counts(const struct tally *tally, const struct entry *saying)
{
	if (saying->kind != tally->kind ||
	    !filters_admit_entry(&tally->filters, saying))
		return false;
	for (size_t i = 0; i < tally->axes; i++)
		if (!axis_takes_entry(tally->dimensions[i], saying))
			return false;
	return true;
}

static void
tally_mark(struct tracing *tracing, const struct tally *tally)
{
	const struct dataset *dataset = tracing->tracer->measures->dataset;

	if (tally->verb == TALLY_STATES)
		return;
	set_fill(tracing, &tally->filters);
	if (tally->verb == TALLY_REVIEWS) {
		for (size_t i = 0; i < dataset->review_count; i++)
			if (key_set_has(&tracing->set, i))
				review_mark(&tracing->trace, i);
		return;
	}
	for (size_t i = 0; i < dataset->saying_count; i++)
		if (tally_counts(tally, &dataset->sayings[i]))
			saying_mark(tracing, i);
}

static void
reference_mark(struct tracing *tracing, const struct step *step)
{
	const struct measures *measures = tracing->tracer->measures;
	const struct measure *measure = step->measure != NONE
					    ? &measures->items[step->measure]
					    : measure_find(measures,
							   step->name);
	size_t index;

	if (measure == NULL)
		return;
	index = (size_t)(measure - measures->items);
	if (key_set_has(&tracing->trace.measures, index))
		return;
	key_set_add(&tracing->trace.measures, index);
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
			reference_mark(tracing, step);
	}
}

static void
measure_mark(struct tracing *tracing, const struct measure *measure)
{
	const struct measures *measures = tracing->tracer->measures;

	steps_mark(tracing, &measures->formulas[measure - measures->items]);
}

static struct trace
tracing_end(struct tracing *tracing)
{
	while (tracing->waiting_count > 0)
		measure_mark(tracing,
			     tracing->waiting[--tracing->waiting_count]);
	return tracing->trace;
}

static struct tracing
tracing_begin(struct arena *arena, const struct tracer *tracer)
{
	const struct measures *measures = tracer->measures;
	const struct dataset *dataset = measures->dataset;

	return (struct tracing){
	    .arena = arena,
	    .tracer = tracer,
	    .set = key_set_new(arena, dataset->review_count),
	    .trace = {.entries = key_set_new(arena, dataset->entry_count),
		      .reviews = key_set_new(arena, dataset->review_count),
		      .measures = key_set_new(arena, measures->count)}};
}

struct trace
trace_measure(struct arena *arena, const struct tracer *tracer,
	      const struct measure *measure)
{
	struct tracing tracing = tracing_begin(arena, tracer);

	measure_mark(&tracing, measure);
	return tracing_end(&tracing);
}

struct trace
trace_claim(struct arena *arena, const struct tracer *tracer,
	    const struct claim *claim)
{
	struct tracing tracing = tracing_begin(arena, tracer);
	struct predicate predicate = {
	    .formula = {.arena = arena,
			.messages = &tracing.mute,
			.dataset = tracer->measures->dataset,
			.id = claim->id,
			.text = claim->formula,
			.at = claim->at}};

	if (predicate_parse(&predicate))
		for (size_t i = 0; i < predicate.count; i++) {
			steps_mark(&tracing,
				   &predicate.comparisons[i].left.formula);
			steps_mark(&tracing,
				   &predicate.comparisons[i].right.formula);
		}
	return tracing_end(&tracing);
}
