/* Formulas in words: their steps, each a phrase around those before it. */
/* SPDX-License-Identifier: MIT */
#include "report/paraphrase.h"

#include "base/arena.h"
#include "measure/predicate.h"

#include <assert.h>
#include <string.h>

/* Words on the stack. */
struct wording {
	const char *words;
	bool is_open; /* would be misread inside another phrase: bracket it */
	struct keys keys;
};

const char *
paraphrase_phrase(struct paraphrase *paraphrase, const char *key, size_t count,
		  const char *const *arguments)
{
	return language_phrase(paraphrase->arena, &paraphrase->mute,
			       paraphrase->edition->language, (struct place){0},
			       key, arguments, count);
}

const char *
paraphrase_list(struct paraphrase *paraphrase, const char *const *words,
		size_t count)
{
	return language_list(paraphrase->arena, paraphrase->edition->language,
			     words, count);
}

/* --- the other steps --- */

static const struct keys no_keys = {DIMENSIONS, NULL};

static struct wording
reference_words(struct paraphrase *paraphrase, const char *id)
{
	const struct measure *measure = measure_find(paraphrase->measures, id);
	const char *name = measure == NULL
			       ? id
			       : names_in(&measure->names,
					  paraphrase->edition->code);

	if (name == NULL)
		name = id;
	return (struct wording){
	    paraphrase_phrase(paraphrase, "formula-named", 1, &name), false,
	    measure == NULL ? no_keys
			    : keys_of_value(paraphrase, &measure->value)};
}

/* The second argument of rank: a key of the series below it on the stack, or
 * like a number or another measure. */
static struct wording
key_words(struct paraphrase *paraphrase, const struct step *step,
	  const struct wording *top)
{
	if (top[-1].keys.dimension == DIMENSIONS && step->number < 0)
		return reference_words(paraphrase, step->name);
	return (struct wording){
	    keys_paraphrase(paraphrase, top[-1].keys, &step->name, 1), false,
	    no_keys};
}

/* A step that takes the wordings off the stack: its phrase around them. */
static struct wording
step_join(struct paraphrase *paraphrase, const char *key,
	  const struct wording *wordings, size_t count)
{
	const char **words = arena_array(paraphrase->arena, count,
					 sizeof(*words));

	for (size_t i = 0; i < count; i++)
		words[i] = wordings[i].is_open
			       ? paraphrase_phrase(paraphrase,
						   "formula-brackets", 1,
						   &wordings[i].words)
			       : wordings[i].words;
	return (struct wording){
	    paraphrase_phrase(paraphrase, key, count, words), true, no_keys};
}

/* "the least of a, b and c" */
static struct wording
step_list(struct paraphrase *paraphrase, const char *key,
	  const struct wording *wordings, size_t count)
{
	const char **words = arena_array(paraphrase->arena, count,
					 sizeof(*words));
	struct wording list = {NULL, false, no_keys};

	for (size_t i = 0; i < count; i++)
		words[i] = wordings[i].words;
	list.words = paraphrase_list(paraphrase, words, count);
	return step_join(paraphrase, key, &list, 1);
}

/* The phrases of steps that take others off the stack. */
static const struct {
	const char *key;
	bool is_list; /* of its arguments, whose number it has itself */
} shapes[] = {
    [STEP_ADD] = {"formula-add", false},
    [STEP_SUBTRACT] = {"formula-subtract", false},
    [STEP_MULTIPLY] = {"formula-multiply", false},
    [STEP_DIVIDE] = {"formula-divide", false},
    [STEP_SHARE] = {"formula-share", false},
    [STEP_TOP] = {"formula-top", false},
    [STEP_MIN] = {"formula-min", true},
    [STEP_MAX] = {"formula-max", true},
    [STEP_SUM] = {"formula-sum", true},
    [STEP_RANK] = {"formula-rank", true},
};

static struct wording
shape_words(struct paraphrase *paraphrase, const struct step *step,
	    const struct wording *top, size_t *taken)
{
	const char *key = shapes[step->kind].key;
	bool has_key = step->kind == STEP_RANK && step->arguments == 2 &&
		       step[-1].kind == STEP_KEY;
	struct wording joined;

	*taken = shapes[step->kind].is_list ? step->arguments : 2;
	if (has_key)
		return step_join(paraphrase, "formula-rank-key", top - 2, 2);
	if (shapes[step->kind].is_list)
		return step_list(paraphrase, key, top - *taken, *taken);
	joined = step_join(paraphrase, key, top - 2, 2);
	if (step->kind == STEP_SHARE)
		joined.keys = top[-2].keys;
	if (step->kind == STEP_TOP)
		joined.keys = top[-1].keys;
	return joined;
}

static struct wording
step_words(struct paraphrase *paraphrase, const struct step *step,
	   const struct wording *top, size_t *taken)
{
	const struct language *language = paraphrase->edition->language;
	struct arena *arena = paraphrase->arena;
	struct wording wording = {.keys = no_keys};

	*taken = 0;
	switch (step->kind) {
	case STEP_NUMBER:
		wording.words = language_number(arena, language, step->number);
		break;
	case STEP_DAY:
		wording.words = language_day(arena, language, step->day);
		break;
	case STEP_RATIO:
		wording.words = language_percent(arena, language, step->ratio,
						 0);
		break;
	case STEP_MEASURE:
		return reference_words(paraphrase, step->name);
	case STEP_KEY:
		return key_words(paraphrase, step, top);
	case STEP_TALLY:
		wording.words = tally_paraphrase(paraphrase, step->tally);
		wording.keys = keys_of_tally(step->tally);
		break;
	case STEP_ADD:
	case STEP_SUBTRACT:
	case STEP_MULTIPLY:
	case STEP_DIVIDE:
	case STEP_SHARE:
	case STEP_TOP:
	case STEP_MIN:
	case STEP_MAX:
	case STEP_SUM:
	case STEP_RANK:
		return shape_words(paraphrase, step, top, taken);
	}
	return wording;
}

static struct wording
steps_words(struct paraphrase *paraphrase, const struct formula *formula)
{
	struct wording *stack = arena_array(
	    paraphrase->arena, formula->step_count, sizeof(*stack));
	size_t height = 0, taken;

	for (size_t i = 0; i < formula->step_count; i++) {
		struct wording wording = step_words(
		    paraphrase, &formula->steps[i], stack + height, &taken);

		height -= taken;
		stack[height++] = wording;
	}
	return height == 0 ? (struct wording){"", false, no_keys} : stack[0];
}

/* --- measures and claims --- */

static struct paraphrase
paraphrase_begin(struct arena *arena, const struct edition *edition,
		 const struct measures *measures)
{
	return (struct paraphrase){
	    .arena = arena, .edition = edition, .measures = measures};
}

const char *
measure_paraphrase(struct arena *arena, const struct edition *edition,
		   const struct measures *measures,
		   const struct measure *measure)
{
	struct paraphrase paraphrase = paraphrase_begin(arena, edition,
							measures);
	struct formula formula = {.arena = arena,
				  .messages = &paraphrase.mute,
				  .dataset = measures->dataset,
				  .id = measure->id,
				  .text = measure->formula,
				  .at = measure->at};

	return formula_parse(&formula)
		   ? steps_words(&paraphrase, &formula).words
		   : "";
}

/* Codes in words, as keys of the side that they are held against. */
static const char *
codes_words(struct paraphrase *paraphrase, const struct side *side,
	    struct keys keys)
{
	const char **codes = arena_array(paraphrase->arena, side->code_count,
					 sizeof(*codes));

	for (size_t i = 0; i < side->code_count; i++)
		codes[i] = side->codes[i].text;
	return keys_paraphrase(paraphrase, keys, codes, side->code_count);
}

static const char *
comparison_words(struct paraphrase *paraphrase,
		 const struct comparison *comparison)
{
	static const char *const keys[] = {
	    [RELATION_EQUAL] = "formula-is",
	    [RELATION_UNEQUAL] = "formula-is-not",
	    [RELATION_LESS] = "formula-is-less",
	    [RELATION_AT_MOST] = "formula-is-at-most",
	    [RELATION_GREATER] = "formula-is-greater",
	    [RELATION_AT_LEAST] = "formula-is-at-least",
	    [RELATION_LEADS] = "formula-leads",
	};
	const struct side *left = &comparison->left;
	const struct side *right = &comparison->right;
	struct wording on_left = steps_words(paraphrase, &left->formula);
	struct wording on_right = steps_words(paraphrase, &right->formula);
	const char *sides[2] = {on_left.words, on_right.words};

	if (left->codes != NULL)
		sides[0] = codes_words(paraphrase, left, on_right.keys);
	if (right->codes != NULL)
		sides[1] = codes_words(paraphrase, right, on_left.keys);
	if (comparison->relation == RELATION_LEADS)
		sides[1] = keys_paraphrase(paraphrase, on_left.keys,
					   &comparison->key.text, 1);
	return paraphrase_phrase(paraphrase, keys[comparison->relation], 2,
				 sides);
}

const char *
claim_paraphrase(struct arena *arena, const struct edition *edition,
		 const struct measures *measures, const struct claim *claim)
{
	struct paraphrase paraphrase = paraphrase_begin(arena, edition,
							measures);
	struct predicate predicate = {.formula = {.arena = arena,
						  .messages = &paraphrase.mute,
						  .dataset = measures->dataset,
						  .id = claim->id,
						  .text = claim->formula,
						  .at = claim->at}};
	const char *words = "";

	if (!predicate_parse(&predicate))
		return words;
	for (size_t i = 0; i < predicate.count; i++) {
		const struct comparison *next = &predicate.comparisons[i];
		const char *both[] = {words,
				      comparison_words(&paraphrase, next)};

		words = i == 0 ? both[1]
			       : paraphrase_phrase(&paraphrase,
						   next->is_after_or
						       ? "formula-or-else"
						       : "formula-and-also",
						   2, both);
	}
	return words;
}
