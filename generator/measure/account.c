/* The numbers behind a claim, in figures: what each side comes to. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "measure/evaluate.h"
#include "measure/predicate.h"
#include "measure/value.h"

#include <string.h>

enum {
	ROWS_MOST = 4 /* from the greatest on */
};

void
side_add(struct text *text, const struct side *side)
{
	const char *from = side->formula.text + side->from;

	for (size_t i = 0; i < side->length; i++)
		text_add_bytes(
		    text, strchr("\t\r\n", from[i]) != NULL ? " " : &from[i],
		    1);
}

static void
rows_add(struct text *text, const struct dataset *dataset,
	 const struct value *series, struct row *rows, size_t count)
{
	struct value part = *series;

	part.kind = VALUE_SERIES;
	part.rows = rows;
	part.count = count;
	value_add(text, dataset, &part, true);
}

void
rows_account(struct arena *scratch, const struct dataset *dataset,
	     const struct value *series, const char *code, struct text *because)
{
	struct row *rows = rows_by_value(scratch, series);
	char buffer[KEY_BYTES];
	size_t place = 0, shown;

	while (place + 1 < series->count &&
	       strcmp(code, dimension_code(dataset, series->dimension,
					   rows[place].key, buffer)) != 0)
		place++;
	shown = place == 0 ? 2 : place + 1;
	if (shown > series->count)
		shown = series->count;
	if (shown <= ROWS_MOST) {
		rows_add(because, dataset, series, rows, shown);
		return;
	}
	rows_add(because, dataset, series, rows, ROWS_MOST - 1);
	text_add(because, place > ROWS_MOST - 1 ? " ... " : " ");
	rows_add(because, dataset, series, &rows[place], 1);
}

/* Behind a place among values: the values. */
static bool
rank_account(struct arena *scratch, const struct machine *machine,
	     struct side *side, struct text *because)
{
	struct formula *formula = &side->formula;
	const struct step *last = &formula->steps[formula->step_count - 1];
	bool has_key = last[-1].kind == STEP_KEY;
	struct value *values;

	if (!formula_arguments(scratch, machine, formula, &values))
		return false;
	if (has_key && values[0].kind != VALUE_SERIES)
		return true;
	text_add(because, ": ");
	if (has_key) {
		rows_account(scratch, formula->dataset, &values[0],
			     last[-1].name, because);
		return true;
	}
	for (size_t i = 0; i < last->arguments; i++) {
		text_add(because, i == 0 ? "" : ", ");
		value_add(because, formula->dataset, &values[i], true);
	}
	return true;
}

bool
side_account(struct arena *scratch, const struct machine *machine,
	     struct side *side, const struct value *value, struct text *because)
{
	struct formula *formula = &side->formula;

	side_add(because, side);
	text_add(because, " is ");
	/* A list's rows still have the values that gave their order. */
	if (value->kind == VALUE_LIST)
		rows_add(because, formula->dataset, value, value->rows,
			 value->count);
	else
		value_add(because, formula->dataset, value, true);
	if (formula->steps[formula->step_count - 1].kind == STEP_RANK)
		return rank_account(scratch, machine, side, because);
	return true;
}
