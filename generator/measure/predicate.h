/* A claim's formula: comparisons of formulas, joined by "and" and "or". */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_PREDICATE_H
#define MEASURE_PREDICATE_H

#include "measure/ids.h"
#include "measure/parse.h"

enum relation {
	RELATION_EQUAL,
	RELATION_UNEQUAL,
	RELATION_LESS,
	RELATION_AT_MOST,
	RELATION_GREATER,
	RELATION_AT_LEAST,
	RELATION_LEADS /* leads(S, KEY) */
};

/* One side of a comparison. */
struct side {
	struct formula formula; /* shares the claim's text; its own steps */
	struct word *codes;	/* [51, 54]: instead of steps */
	size_t code_count;
	size_t from; /* [bytes] in the text */
	size_t length;
};

struct comparison {
	enum relation relation;
	size_t at;	   /* [bytes] of the sign or of "leads" */
	bool is_after_or;  /* starts an alternative */
	struct side left;  /* LEADS: the series */
	struct side right; /* LEADS: without steps */
	struct word key;   /* LEADS */
};

struct predicate {
	struct formula formula; /* id, text and place; without steps */
	struct comparison *comparisons;
	size_t count;
};

/* Fill the comparisons; false after a message. Measures stay unresolved. */
bool predicate_parse(struct predicate *);

/* Judge each comparison: *holds if all of one alternative do. `because` is
 * given the values on both sides. False after a message. */
bool predicate_judge(struct predicate *, const struct machine *, bool *holds,
		     struct text *because);

/* Judge one comparison of two values (a list of codes counts them and has no
 * rows; LEADS ignores the right one); false after a message in the formula. */
bool comparison_judge(struct formula *, const struct comparison *,
		      const struct value *left, const struct value *right,
		      bool *holds);

/* What a side comes to: "needs is 175". False after a message. */
bool side_account(struct arena *scratch, const struct machine *, struct side *,
		  const struct value *, struct text *because);

/* The rows of a series from the greatest to the key's, or to the second, in
 * figures; those in between are left out if they are many. */
void rows_account(struct arena *scratch, const struct dataset *,
		  const struct value *series, const char *code,
		  struct text *because);

/* The side as it is written. */
void side_add(struct text *, const struct side *);

/* Check ids and wordings, judge every claim; only check and parse if the
 * machine is NULL. Claims hold id, formula, names, wordings and place. False
 * after messages. */
bool claims_compute(struct arena *, struct messages *, struct measures *,
		    const struct machine *);

#endif
