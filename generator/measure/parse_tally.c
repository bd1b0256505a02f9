/* The counting calls of a formula: kind, filters, "by DIMENSION, DIMENSION". */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "measure/parse.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char *const tally_verbs[] = {
    [TALLY_ENTRIES] = "count",
    [TALLY_STATES] = "states",
    [TALLY_REVIEWS] = "reviews",
};

bool
tally_verb_find(const char *name, enum tally_verb *verb)
{
	for (size_t i = 0; i < COUNT(tally_verbs); i++)
		if (tally_verbs[i] != NULL &&
		    strcmp(tally_verbs[i], name) == 0) {
			*verb = (enum tally_verb)i;
			return true;
		}
	return false;
}

void
tally_verbs_offer(struct nearest *nearest)
{
	for (size_t i = 0; i < COUNT(tally_verbs); i++)
		if (tally_verbs[i] != NULL)
			nearest_offer(nearest, tally_verbs[i]);
}

/* A call while its arguments are being read. */
struct draft {
	enum tally_verb verb;
	enum entry_kind kind; /* ENTRY_KINDS: none yet */
	struct filter_draft filters[FILTERS];
};

/* What follows "states" in a message. */
static const char *
verb_words(enum tally_verb verb)
{
	switch (verb) {
	case TALLY_ENTRIES:
		return "count";
	case TALLY_STATES_WITH:
		return "states with a kind";
	case TALLY_STATES:
		return "states without a kind";
	case TALLY_REVIEWS:
		return "reviews";
	}
	abort();
}

static bool
verb_takes_filter(enum tally_verb verb, enum filter_key key)
{
	switch (verb) {
	case TALLY_ENTRIES:
	case TALLY_STATES_WITH:
		return true;
	case TALLY_STATES:
		return key == FILTER_REGION || key == FILTER_STATE;
	case TALLY_REVIEWS:
		return key == FILTER_CYCLE || key == FILTER_REGION ||
		       key == FILTER_STATE || filter_is_day(key);
	}
	abort();
}

static bool
verb_takes_dimension(enum tally_verb verb, enum dimension dimension)
{
	switch (verb) {
	case TALLY_ENTRIES:
	case TALLY_STATES_WITH:
		return true;
	case TALLY_STATES:
		return dimension == DIMENSION_REGION ||
		       dimension == DIMENSION_STATE;
	case TALLY_REVIEWS:
		return dimension == DIMENSION_REGION ||
		       dimension == DIMENSION_STATE ||
		       dimension == DIMENSION_CYCLE ||
		       dimension == DIMENSION_YEAR;
	}
	abort();
}

static bool
parse_kind(struct parser *parser, const struct word *word, struct draft *draft)
{
	struct nearest nearest = {.wanted = word->text};
	enum entry_kind kind = 0;

	if (draft->verb == TALLY_REVIEWS)
		return formula_error(parser->formula, word->at,
				     "reviews takes filters only, not '%.64s'",
				     word->text);
	if (draft->kind != ENTRY_KINDS)
		return formula_error(parser->formula, word->at,
				     "'%.64s' is one kind too many",
				     word->text);
	while (kind < ENTRY_KINDS &&
	       strcmp(entry_kind_name(kind), word->text) != 0)
		kind++;
	draft->kind = kind;
	if (kind < ENTRY_KINDS)
		return true;
	for (kind = 0; kind < ENTRY_KINDS; kind++)
		nearest_offer(&nearest, entry_kind_name(kind));
	return formula_error(parser->formula, word->at,
			     "unknown kind '%.64s'%s", word->text,
			     nearest_words(parser->formula->arena, &nearest));
}

static bool
parse_value(struct parser *parser, enum filter_key key,
	    struct filter_draft *filter)
{
	struct filter_value value = {0};
	struct word word;

	if (!scan_code(parser, &word))
		return scan_expected(parser, "a code");
	value.code = word.text;
	value.at = word.at;
	if (key == FILTER_PROVISION &&
	    !scan_paragraph(parser, &value.paragraph))
		return false;
	ARENA_PUSH(parser->formula->arena, filter->values, filter->count,
		   value);
	return true;
}

static bool
filter_unknown(struct parser *parser, const struct word *name)
{
	struct nearest nearest = {.wanted = name->text};

	for (enum filter_key i = 0; i < FILTERS; i++)
		nearest_offer(&nearest, filter_name(i));
	return formula_error(parser->formula, name->at,
			     "unknown filter '%.64s'%s", name->text,
			     nearest_words(parser->formula->arena, &nearest));
}

/* What stands behind the key: "= value" or "in { value, … }". */
static bool
parse_filter(struct parser *parser, const struct word *name, bool is_set,
	     struct draft *draft)
{
	enum filter_key key = filter_find(name->text);
	struct filter_draft *filter = &draft->filters[key % FILTERS];

	if (key == FILTERS)
		return filter_unknown(parser, name);
	if (filter->is_given)
		return formula_error(parser->formula, name->at,
				     "the filter '%s' is given twice",
				     name->text);
	if (is_set && filter_is_day(key))
		return formula_error(parser->formula, name->at,
				     "'%s' takes one day", name->text);
	filter->is_given = true;
	filter->at = name->at;
	if (!is_set)
		return parse_value(parser, key, filter);
	if (!scan_expect(parser, '{'))
		return false;
	do {
		if (!parse_value(parser, key, filter))
			return false;
	} while (scan_take(parser, ','));
	return scan_take(parser, '}') || scan_expected(parser, "',' or '}'");
}

static bool
parse_argument(struct parser *parser, struct draft *draft)
{
	struct word word;

	if (!scan_name(parser, &word))
		return scan_expected(parser, "a kind or a filter");
	if (scan_take(parser, '='))
		return parse_filter(parser, &word, false, draft);
	if (scan_take_word(parser, "in"))
		return parse_filter(parser, &word, true, draft);
	return parse_kind(parser, &word, draft);
}

static bool
dimension_unknown(struct parser *parser, const struct word *word)
{
	struct nearest nearest = {.wanted = word->text};

	for (enum dimension i = 0; i < DIMENSIONS; i++)
		nearest_offer(&nearest, dimension_name(i));
	return formula_error(parser->formula, word->at,
			     "unknown dimension '%.64s'%s", word->text,
			     nearest_words(parser->formula->arena, &nearest));
}

static bool
tally_split(struct parser *parser, struct tally *tally, const struct word *word)
{
	enum dimension dimension = dimension_find(word->text);

	if (dimension == DIMENSIONS)
		return dimension_unknown(parser, word);
	if (!verb_takes_dimension(tally->verb, dimension))
		return formula_error(parser->formula, word->at,
				     "%s cannot be split by %s",
				     verb_words(tally->verb), word->text);
	if (tally->axes > 0 && tally->dimensions[0] == dimension)
		return formula_error(parser->formula, word->at,
				     "by %s stands twice", word->text);
	tally->dimensions[tally->axes++] = dimension;
	return true;
}

/* Take a comma and a dimension; another word behind a comma is the next
 * argument of a call around this one. */
static bool
scan_next_dimension(struct parser *parser, struct word *word)
{
	size_t before = parser->at;

	if (scan_take(parser, ',') && scan_name(parser, word) &&
	    dimension_find(word->text) != DIMENSIONS)
		return true;
	parser->at = before;
	return false;
}

/* "by DIMENSION" or "by DIMENSION, DIMENSION", if it is next. */
static bool
parse_dimensions(struct parser *parser, struct tally *tally)
{
	struct word word;

	if (!scan_take_word(parser, "by"))
		return true;
	if (!scan_name(parser, &word))
		return scan_expected(parser, "a dimension");
	if (!tally_split(parser, tally, &word))
		return false;
	return !scan_next_dimension(parser, &word) ||
	       tally_split(parser, tally, &word);
}

static bool
tally_has_dimension(const struct tally *tally, enum dimension dimension)
{
	for (size_t i = 0; i < tally->axes; i++)
		if (tally->dimensions[i] == dimension)
			return true;
	return false;
}

/* Hold the filters against the verb, which is known once the kind is. */
static bool
check_filters(struct parser *parser, const struct draft *draft)
{
	bool good = true;

	for (enum filter_key key = 0; key < FILTERS; key++)
		if (draft->filters[key].is_given &&
		    !verb_takes_filter(draft->verb, key))
			good = formula_error(
			    parser->formula, draft->filters[key].at,
			    "the filter '%s' does not apply "
			    "to %s",
			    filter_name(key), verb_words(draft->verb));
	return good;
}

static bool
parse_arguments(struct parser *parser, struct draft *draft)
{
	if (scan_take(parser, ')'))
		return true;
	do {
		if (!parse_argument(parser, draft))
			return false;
	} while (scan_take(parser, ','));
	return scan_take(parser, ')') || scan_expected(parser, "',' or ')'");
}

const struct tally *
parse_tally(struct parser *parser, enum tally_verb verb,
	    const struct word *name)
{
	struct formula *formula = parser->formula;
	struct draft draft = {.verb = verb, .kind = ENTRY_KINDS};
	struct tally *tally = arena_take(formula->arena, sizeof(*tally));

	if (!parse_arguments(parser, &draft))
		return NULL;
	if (verb == TALLY_ENTRIES && draft.kind == ENTRY_KINDS) {
		formula_error(formula, name->at,
			      "count wants a kind: need, challenge or "
			      "practice");
		return NULL;
	}
	if (verb == TALLY_STATES && draft.kind != ENTRY_KINDS)
		draft.verb = TALLY_STATES_WITH;
	tally->verb = draft.verb;
	tally->kind = draft.kind;
	if (!parse_dimensions(parser, tally) ||
	    !check_filters(parser, &draft) ||
	    !filters_compile(formula, draft.filters, &tally->filters))
		return NULL;
	if (tally_has_dimension(tally, DIMENSION_CATEGORY) &&
	    filters_only_cycle(&tally->filters, formula->dataset) == NONE) {
		formula_error(formula, name->at,
			      "by category wants the filter 'cycle' with one "
			      "cycle");
		return NULL;
	}
	return tally;
}
