/* Every measure computed once, after those that it refers to. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "measure/ids.h"
#include "measure/predicate.h"
#include "measure/tally.h"

#include <string.h>

enum {
	MEASURES_PER_REPORT = 4096,
	PATH_MOST = 16 /* measures of a circle that a message names */
};

enum progress {
	PROGRESS_NONE,
	PROGRESS_OPEN, /* on the path that is being followed */
	PROGRESS_GOOD,
	PROGRESS_BAD
};

/* One measure on the path, and the step whose reference is followed next. */
struct visit {
	int measure;
	size_t step;
};

struct computation {
	struct arena *arena;
	struct messages *messages;
	struct measures *measures;
	enum progress *progress;
	struct visit *path;
	size_t depth;
	struct machine machine;
	bool is_bad;
};

static void
parse_all(struct computation *computation)
{
	for (size_t i = 0; i < computation->measures->count; i++) {
		struct measure *measure = &computation->measures->items[i];
		struct formula *formula = &computation->measures->formulas[i];

		*formula = (struct formula){
		    .arena = computation->arena,
		    .messages = computation->messages,
		    .dataset = computation->measures->dataset,
		    .id = measure->id,
		    .text = measure->formula,
		    .at = measure->at};
		if (formula_parse(formula))
			references_resolve(computation->measures, formula);
		else
			formula->step_count = 0;
	}
}

/* --- the order --- */

/* Say which measures stand in the circle that closes at `first`. */
static void
report_circle(struct computation *computation, int first)
{
	const struct measure *items = computation->measures->items;
	struct text path = {0};
	size_t from = 0, named = 0;

	while (computation->path[from].measure != first)
		from++;
	for (size_t i = from; i < computation->depth; i++)
		if (named++ < PATH_MOST)
			text_print(&path, "%s -> ",
				   items[computation->path[i].measure].id);
	text_print(&path, "%s%s", named > PATH_MOST ? "... -> " : "",
		   items[first].id);
	message_error(computation->messages, items[first].at,
		      "%s: refers to itself: %s", items[first].id,
		      text_string(&path));
	text_free(&path);
	computation->is_bad = true;
	for (size_t i = from; i < computation->depth; i++)
		computation->measures->formulas[computation->path[i].measure]
		    .is_bad = true;
}

/* The rows move out of the scratch arena, which does not outlive the measure.
 */
static void
compute(struct computation *computation, int index)
{
	struct measure *measure = &computation->measures->items[index];
	struct formula *formula = &computation->measures->formulas[index];
	struct arena *scratch = arena_new();
	struct value value = {0};
	struct row *rows;

	if (formula_evaluate(scratch, &computation->machine, formula, &value)) {
		rows = arena_array(computation->arena, value.count,
				   sizeof(*rows));
		if (value.count > 0)
			memcpy(rows, value.rows, value.count * sizeof(*rows));
		value.rows = rows;
		measure->value = value;
	}
	arena_free(scratch);
}

static void
path_enter(struct computation *computation, int measure)
{
	computation->progress[measure] = PROGRESS_OPEN;
	computation->path[computation->depth++] = (struct visit){measure, 0};
}

/* All references of the measure on top were followed: compute it, unless it or
 * one of them is at fault, which is reported already. */
static void
path_leave(struct computation *computation)
{
	int top = computation->path[--computation->depth].measure;
	struct formula *formula = &computation->measures->formulas[top];

	for (size_t i = 0; i < formula->step_count; i++) {
		int used = formula->steps[i].measure;
		enum step_kind kind = formula->steps[i].kind;

		if ((kind == STEP_MEASURE || kind == STEP_KEY) &&
		    used != NONE &&
		    computation->progress[used] != PROGRESS_GOOD)
			formula->is_bad = true;
	}
	if (!formula->is_bad)
		compute(computation, top);
	computation->progress[top] = formula->is_bad ? PROGRESS_BAD
						     : PROGRESS_GOOD;
	computation->measures->items[top].is_void = formula->is_bad;
	computation->is_bad |= formula->is_bad;
}

/* Follow one reference of the measure on top of the path. */
static void
path_follow(struct computation *computation, const struct step *step)
{
	if ((step->kind != STEP_MEASURE && step->kind != STEP_KEY) ||
	    step->measure == NONE)
		return;
	if (computation->progress[step->measure] == PROGRESS_OPEN)
		report_circle(computation, step->measure);
	else if (computation->progress[step->measure] == PROGRESS_NONE)
		path_enter(computation, step->measure);
}

/* Depth first without recursion: a chain may be as long as the file. */
static void
compute_with_references(struct computation *computation, int measure)
{
	if (computation->progress[measure] != PROGRESS_NONE)
		return;
	path_enter(computation, measure);
	while (computation->depth > 0) {
		struct visit *top = &computation->path[computation->depth - 1];
		struct formula *formula =
		    &computation->measures->formulas[top->measure];

		if (top->step < formula->step_count)
			path_follow(computation, &formula->steps[top->step++]);
		else
			path_leave(computation);
	}
}

bool
measures_compute(struct arena *arena, struct messages *messages,
		 struct measures *measures)
{
	struct computation all = {
	    .arena = arena, .messages = messages, .measures = measures};
	size_t count = measures->count;

	ids_sort(arena, measures);
	measures->formulas = arena_array(arena, count,
					 sizeof(*measures->formulas));
	if (count > MEASURES_PER_REPORT) {
		message_error(messages, measures->items[count - 1].at,
			      "more than %d measures", MEASURES_PER_REPORT);
		return false;
	}
	all.progress = arena_array(arena, count, sizeof(*all.progress));
	all.path = arena_array(arena, count, sizeof(*all.path));
	all.machine.measures = measures;
	all.machine.spreads = spreads_new(arena, measures->dataset);
	all.is_bad = !ids_check(messages, measures);
	all.is_bad |= !names_check(arena, messages, measures);
	parse_all(&all);
	for (size_t i = 0; i < count; i++)
		compute_with_references(&all, (int)i);
	all.is_bad |= !claims_compute(arena, messages, measures, &all.machine);
	return !all.is_bad;
}
