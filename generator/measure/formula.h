/* A formula as steps for a stack machine: parsed once, its codes resolved. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_FORMULA_H
#define MEASURE_FORMULA_H

#include "measure/measure.h"

struct tally;

enum {
	FORMULA_MOST = 4096, /* [bytes] of a formula */
	FORMULA_DEEPEST = 64 /* calls and brackets inside one another */
};

enum step_kind {
	STEP_NUMBER,
	STEP_DAY,
	STEP_RATIO, /* 65% */
	STEP_MEASURE,
	STEP_KEY, /* second argument of rank: a key or a value */
	STEP_TALLY,
	STEP_ADD,
	STEP_SUBTRACT,
	STEP_MULTIPLY,
	STEP_DIVIDE,
	STEP_SHARE,
	STEP_MIN,
	STEP_MAX,
	STEP_SUM,
	STEP_TOP,
	STEP_RANK
};

/* Each step takes its arguments off the stack and leaves one value there. */
struct step {
	enum step_kind kind;
	size_t at;		   /* [bytes] from 0 in the formula */
	size_t arguments;	   /* SHARE to RANK: how many it takes */
	long long number;	   /* NUMBER; KEY: its digits, or -1 */
	day day;		   /* DAY */
	struct ratio ratio;	   /* RATIO */
	const char *name;	   /* MEASURE, KEY */
	int measure;		   /* MEASURE, KEY: index or NONE */
	const struct tally *tally; /* TALLY */
};

struct formula {
	struct arena *arena; /* of all that the steps point to */
	struct messages *messages;
	const struct dataset *dataset;
	const char *id;	  /* of the measure or claim */
	const char *text; /* closed by a NUL byte */
	struct place at;  /* of its element */
	struct step *steps;
	size_t step_count;
	bool is_bad; /* a fault was reported */
};

/* Fill the steps; false after a message. Measures stay unresolved. */
bool formula_parse(struct formula *);

/* Report a fault at an offset of the formula; always false. */
__attribute__((format(printf, 3, 4))) bool
formula_error(struct formula *, size_t at, const char *format, ...);

/* What every evaluation shares. */
struct machine {
	const struct measures *measures; /* those referred to have values */
	struct spreads *spreads;	 /* of the dataset */
};

/* Run the steps. The value's rows are the scratch arena's or those of another
 * measure. False after a message. */
bool formula_evaluate(struct arena *scratch, const struct machine *,
		      struct formula *, struct value *);

/* The values that the last step takes off the stack, `step.arguments` of them;
 * that of a key is void. False after a message. */
bool formula_arguments(struct arena *scratch, const struct machine *,
		       struct formula *, struct value **arguments);

/* Check ids and names, compute every value and judge every claim: all that can
 * be. Items hold id, formula, names and place. False after messages. */
bool measures_compute(struct arena *, struct messages *, struct measures *);

#endif
