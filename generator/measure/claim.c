/* Check every claim and judge it. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "measure/predicate.h"

#include <string.h>

enum {
	CLAIMS_PER_REPORT = 1024
};

const struct claim *
claim_find(const struct measures *measures, const char *id)
{
	for (size_t i = 0; i < measures->claim_count; i++)
		if (strcmp(measures->claims[i].id, id) == 0)
			return &measures->claims[i];
	return NULL;
}

/* Where it was defined before, as a measure or as a claim; or NULL. */
static const struct place *
defined_before(const struct measures *measures, const struct claim *claim)
{
	const struct claim *first = claim_find(measures, claim->id);
	const struct measure *measure = measure_find(measures, claim->id);

	if (measure != NULL)
		return &measure->at;
	return first == claim ? NULL : &first->at;
}

static bool
claim_id_check(struct messages *messages, const struct measures *measures,
	       const struct claim *claim)
{
	const struct place *before = defined_before(measures, claim);
	bool good = id_check(messages, claim->id, claim->at);

	if (before != NULL)
		message_error(messages, claim->at,
			      "%s: defined before, in line %d", claim->id,
			      before->line);
	return good && before == NULL;
}

/* A wording goes into the text as it is; where there is a wording, there must
 * be a language that has a name. */
static bool
wordings_check(struct messages *messages, const struct claim *claim)
{
	bool good = true;

	for (size_t i = 0; i < claim->otherwise.count; i++) {
		const struct name *wording = &claim->otherwise.items[i];
		const char *fault = NULL;

		if (names_in(&claim->names, wording->language) == NULL)
			fault = "a wording in a language without a name";
		else if (wording->words[0] == '\0')
			fault = "an empty wording";
		else if (strpbrk(wording->words, "*_`{}[]") != NULL)
			fault = "a wording is plain words, without marks";
		if (fault == NULL)
			continue;
		message_error(messages, claim->at, "%s: %s: '%s'", claim->id,
			      fault, wording->language);
		good = false;
	}
	return good;
}

/* Parse the formula and find its measures. */
static bool
predicate_prepare(struct predicate *predicate, const struct measures *measures)
{
	if (!predicate_parse(predicate))
		return false;
	for (size_t i = 0; i < predicate->count; i++) {
		struct comparison *comparison = &predicate->comparisons[i];

		references_resolve(measures, &comparison->left.formula);
		references_resolve(measures, &comparison->right.formula);
		predicate->formula.is_bad |= comparison->left.formula.is_bad ||
					     comparison->right.formula.is_bad;
	}
	return !predicate->formula.is_bad;
}

static bool
side_is_void(const struct measures *measures, const struct formula *formula)
{
	for (size_t i = 0; i < formula->step_count; i++) {
		const struct step *step = &formula->steps[i];

		if ((step->kind == STEP_MEASURE || step->kind == STEP_KEY) &&
		    step->measure != NONE &&
		    measures->items[step->measure].is_void)
			return true;
	}
	return false;
}

/* True if a measure that it refers to has no value. */
static bool
predicate_is_void(const struct measures *measures,
		  const struct predicate *predicate)
{
	for (size_t i = 0; i < predicate->count; i++)
		if (side_is_void(measures,
				 &predicate->comparisons[i].left.formula) ||
		    side_is_void(measures,
				 &predicate->comparisons[i].right.formula))
			return true;
	return false;
}

static bool
claim_judge(struct arena *arena, struct predicate *predicate,
	    const struct machine *machine, struct claim *claim)
{
	struct text because = {0};
	bool good = predicate_judge(predicate, machine, &claim->holds,
				    &because);

	claim->because = arena_copy(arena, text_string(&because));
	text_free(&because);
	return good;
}

static bool
claim_compute(struct arena *arena, struct predicate *predicate,
	      const struct measures *measures, const struct machine *machine,
	      struct claim *claim)
{
	bool good = predicate_prepare(predicate, measures);

	claim->because = "";
	claim->is_void = !good || predicate_is_void(measures, predicate);
	if (claim->is_void)
		return good;
	good = claim_judge(arena, predicate, machine, claim);
	claim->is_void = !good;
	return good;
}

bool
claims_compute(struct arena *arena, struct messages *messages,
	       struct measures *measures, const struct machine *machine)
{
	size_t count = measures->claim_count;
	bool good = true;

	if (count > CLAIMS_PER_REPORT) {
		message_error(messages, measures->claims[count - 1].at,
			      "more than %d claims", CLAIMS_PER_REPORT);
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		struct claim *claim = &measures->claims[i];
		struct predicate predicate = {
		    .formula = {.arena = arena,
				.messages = messages,
				.dataset = measures->dataset,
				.id = claim->id,
				.text = claim->formula,
				.at = claim->at}};

		good = claim_id_check(messages, measures, claim) && good;
		good = wordings_check(messages, claim) && good;
		good = claim_compute(arena, &predicate, measures, machine,
				     claim) &&
		       good;
	}
	return good;
}
