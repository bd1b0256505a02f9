/* Run a formula's steps: literals, references, counts, arithmetic. */
/* SPDX-License-Identifier: MIT */
#include "measure/evaluate.h"

#include "base/arena.h"
#include "measure/tally.h"

#include <assert.h>
#include <stdlib.h>

static const char *const kind_words[] = {
    [VALUE_NUMBER] = "a whole number",
    [VALUE_RATIO] = "a ratio",
    [VALUE_DAY] = "a day",
    [VALUE_SERIES] = "a series",
    [VALUE_LIST] = "a list",
    [VALUE_TABLE] = "a table",
};

const char *
value_kind_words(enum value_kind kind)
{
	return kind_words[kind];
}

bool
ratio_make(struct run *run, long long part, long long whole, const char *of,
	   struct ratio *ratio)
{
	const char *colon = of[0] == '\0' ? "" : ": ";
	size_t at = run->step->at;

	if (whole == 0)
		return formula_error(run->formula, at,
				     "%.64s%sdivision by zero", of, colon);
	if (part < 0 || whole < 0)
		return formula_error(run->formula, at,
				     "%.64s%sa ratio of numbers below 0: %lld "
				     "to %lld",
				     of, colon, part, whole);
	if (part >= RATIO_END || whole >= RATIO_END)
		return formula_error(run->formula, at,
				     "%.64s%sthe numbers are too large for a "
				     "ratio",
				     of, colon);
	*ratio = (struct ratio){part, whole};
	return true;
}

static bool
overflow(struct run *run)
{
	return formula_error(run->formula, run->step->at,
			     "the result is too large");
}

static bool
value_arithmetic(struct run *run, char operator, const struct value values[2],
		 struct value *result)
{
	long long a = values[0].number, b = values[1].number;

	for (size_t i = 0; i < 2; i++)
		if (values[i].kind != VALUE_NUMBER)
			return formula_error(
			    run->formula, run->step->at,
			    "'%c' wants whole numbers, not %s", operator,
			    value_kind_words(values[i].kind));
	result->kind = VALUE_NUMBER;
	switch (operator) {
	case '+':
		return !__builtin_add_overflow(a, b, &result->number) ||
		       overflow(run);
	case '-':
		return !__builtin_sub_overflow(a, b, &result->number) ||
		       overflow(run);
	case '*':
		return !__builtin_mul_overflow(a, b, &result->number) ||
		       overflow(run);
	default:
		result->kind = VALUE_RATIO;
		return ratio_make(run, a, b, "", &result->ratio);
	}
}

/* The series decides whether the code is one of its keys; without a series it
 * is a number or a measure like any other. */
static bool
value_rank_either(struct run *run, const struct machine *machine,
		  const struct step *key, struct value arguments[2],
		  struct value *result)
{
	if (arguments[0].kind == VALUE_SERIES)
		return value_rank_key(run, &arguments[0], key->name, key->at,
				      result);
	if (key->number >= 0)
		arguments[1] = (struct value){.kind = VALUE_NUMBER,
					      .number = key->number};
	else if (key->measure != NONE)
		arguments[1] = machine->measures->items[key->measure].value;
	else
		return formula_error(run->formula, key->at,
				     "unknown measure '%.64s'", key->name);
	return value_rank(run, arguments, result);
}

static size_t
step_arguments(const struct step *step)
{
	switch (step->kind) {
	case STEP_NUMBER:
	case STEP_DAY:
	case STEP_RATIO:
	case STEP_MEASURE:
	case STEP_KEY:
	case STEP_TALLY:
		return 0;
	case STEP_ADD:
	case STEP_SUBTRACT:
	case STEP_MULTIPLY:
	case STEP_DIVIDE:
		return 2;
	case STEP_SHARE:
	case STEP_MIN:
	case STEP_MAX:
	case STEP_SUM:
	case STEP_TOP:
	case STEP_RANK:
		return step->arguments;
	}
	abort();
}

static bool
step_run(struct run *run, const struct machine *machine,
	 struct value *arguments, struct value *result)
{
	const struct step *step = run->step;
	const struct dataset *dataset = run->formula->dataset;

	switch (step->kind) {
	case STEP_NUMBER:
		*result = (struct value){.number = step->number};
		return true;
	case STEP_DAY:
		*result = (struct value){.kind = VALUE_DAY, .day = step->day};
		return true;
	case STEP_RATIO:
		*result = (struct value){.kind = VALUE_RATIO,
					 .ratio = step->ratio};
		return true;
	case STEP_MEASURE:
		*result = machine->measures->items[step->measure].value;
		return true;
	case STEP_KEY: /* rank reads the step itself */
		return true;
	case STEP_TALLY:
		*result = tally_run(run->scratch, step->tally, dataset,
				    machine->spreads);
		return result->rows != NULL || result->kind != VALUE_TABLE ||
		       formula_error(run->formula, step->at,
				     "a table of more than %d cells",
				     TABLE_CELLS_MOST);
	case STEP_ADD:
		return value_arithmetic(run, '+', arguments, result);
	case STEP_SUBTRACT:
		return value_arithmetic(run, '-', arguments, result);
	case STEP_MULTIPLY:
		return value_arithmetic(run, '*', arguments, result);
	case STEP_DIVIDE:
		return value_arithmetic(run, '/', arguments, result);
	case STEP_SHARE:
		return value_share(run, arguments, result);
	case STEP_MIN:
	case STEP_MAX:
		return value_extreme(run, arguments, result);
	case STEP_SUM:
		return value_sum(run, arguments, result);
	case STEP_TOP:
		return value_top(run, arguments, result);
	case STEP_RANK:
		if (step->arguments == 2 && step[-1].kind == STEP_KEY)
			return value_rank_either(run, machine, &step[-1],
						 arguments, result);
		return value_rank(run, arguments, result);
	}
	abort();
}

/* Run the first `count` steps; the stack and its height, or NULL after a
 * message. */
static struct value *
steps_run(struct arena *scratch, const struct machine *machine,
	  struct formula *formula, size_t count, size_t *height)
{
	struct value *stack = arena_array(scratch, formula->step_count,
					  sizeof(*stack));
	struct run run = {scratch, formula, NULL};

	*height = 0;
	for (size_t i = 0; i < count; i++) {
		struct value result = {0};

		run.step = &formula->steps[i];
		assert(*height >= step_arguments(run.step));
		*height -= step_arguments(run.step);
		if (!step_run(&run, machine, stack + *height, &result))
			return NULL;
		stack[(*height)++] = result;
	}
	return stack;
}

bool
formula_evaluate(struct arena *scratch, const struct machine *machine,
		 struct formula *formula, struct value *value)
{
	size_t height;
	struct value *stack = steps_run(scratch, machine, formula,
					formula->step_count, &height);

	if (stack == NULL)
		return false;
	assert(height == 1);
	*value = stack[0];
	return true;
}

bool
formula_arguments(struct arena *scratch, const struct machine *machine,
		  struct formula *formula, struct value **arguments)
{
	size_t height;

	assert(formula->step_count > 0);
	*arguments = steps_run(scratch, machine, formula,
			       formula->step_count - 1, &height);
	return *arguments != NULL;
}
