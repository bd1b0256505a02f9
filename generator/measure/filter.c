/* What a call admits: filters compiled into sets and limits. */
/* SPDX-License-Identifier: MIT */
#include "measure/filter.h"

#include "base/arena.h"
#include "measure/nearest.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	enum dimension dimension; /* that it narrows */
	const char *within;	  /* filters that may exclude its codes */
} filter_rules[] = {
    [FILTER_CYCLE] = {"cycle", DIMENSION_CYCLE, NULL},
    [FILTER_CHAPTER] = {"chapter", DIMENSION_CHAPTER, "cycle"},
    [FILTER_ARTICLE] = {"article", DIMENSION_ARTICLE, "cycle or chapter"},
    [FILTER_PROVISION] = {"provision", DIMENSION_ARTICLE, "cycle or chapter"},
    [FILTER_CATEGORY] = {"category", DIMENSION_CATEGORY, "cycle"},
    [FILTER_TOPIC] = {"topic", DIMENSION_TOPIC, NULL},
    [FILTER_REGION] = {"region", DIMENSION_REGION, NULL},
    [FILTER_STATE] = {"state", DIMENSION_STATE, "region"},
    [FILTER_AFTER] = {"after", DIMENSION_YEAR, NULL},
    [FILTER_AS_OF] = {"as_of", DIMENSION_YEAR, NULL},
};
static_assert(COUNT(filter_rules) == FILTERS, "every filter has its rule");

enum filter_key
filter_find(const char *name)
{
	enum filter_key key = 0;

	while (key < FILTERS && strcmp(filter_rules[key].name, name) != 0)
		key++;
	return key;
}

const char *
filter_name(enum filter_key key)
{
	return filter_rules[key].name;
}

bool
filter_is_day(enum filter_key key)
{
	return key == FILTER_AFTER || key == FILTER_AS_OF;
}

/* True if a cycle that the filters admit reviews the chapter. */
static bool
chapter_is_reviewed(const struct filters *filters,
		    const struct dataset *dataset, size_t chapter)
{
	for (size_t i = 0; i < dataset->cycle_count; i++)
		if (key_set_has(&filters->keys[DIMENSION_CYCLE], i) &&
		    (dataset->cycles[i].chapters >> chapter & 1) != 0)
			return true;
	return false;
}

/* True if the filters above this dimension leave room for the key. */
static bool
key_is_within(const struct filters *filters, const struct dataset *dataset,
	      enum dimension dimension, size_t key)
{
	switch (dimension) {
	case DIMENSION_CHAPTER:
		return !filters->given[FILTER_CYCLE] ||
		       chapter_is_reviewed(filters, dataset, key);
	case DIMENSION_ARTICLE:
		return key_set_has(&filters->keys[DIMENSION_CHAPTER],
				   (size_t)dataset->articles[key].chapter);
	case DIMENSION_CATEGORY:
		return key_set_has(&filters->keys[DIMENSION_CYCLE],
				   (size_t)dataset->categories[key].cycle);
	case DIMENSION_STATE:
		return key_set_has(&filters->keys[DIMENSION_REGION],
				   (size_t)dataset->states[key].region);
	case DIMENSION_TOPIC:
	case DIMENSION_REGION:
	case DIMENSION_CYCLE:
	case DIMENSION_YEAR:
	case DIMENSION_PROVISION:
		return true;
	case DIMENSIONS:
		break;
	}
	abort();
}

static bool
code_error(struct formula *formula, enum filter_key key,
	   const struct filter_value *value, bool is_known)
{
	enum dimension dimension = filter_rules[key].dimension;
	struct nearest nearest = {.wanted = value->code};

	if (is_known)
		return formula_error(formula, value->at,
				     "%s '%.64s' lies outside the %s given",
				     dimension_name(dimension), value->code,
				     filter_rules[key].within);
	for (size_t i = 0; i < dimension_count(formula->dataset, dimension);
	     i++)
		nearest_offer(
		    &nearest,
		    dimension_term(formula->dataset, dimension, (int)i)->code);
	return formula_error(formula, value->at, "unknown %s '%.64s'%s",
			     dimension_name(dimension), value->code,
			     nearest_words(formula->arena, &nearest));
}

/* Add a provision, once. */
static void
provision_admit(struct formula *formula, struct filters *filters,
		struct provision provision)
{
	for (size_t i = 0; i < filters->provision_count; i++)
		if (provision_key(filters->provisions[i]) ==
		    provision_key(provision))
			return;
	ARENA_PUSH(formula->arena, filters->provisions,
		   filters->provision_count, provision);
}

/* Add every key of that code: a category may stand in several cycles. */
static bool
code_admit(struct formula *formula, enum filter_key key,
	   const struct filter_value *value, struct filters *filters,
	   struct key_set *set)
{
	const struct dataset *dataset = formula->dataset;
	enum dimension dimension = filter_rules[key].dimension;
	bool is_known = false, is_admitted = false;

	for (size_t i = 0; i < dimension_count(dataset, dimension); i++) {
		const char *code =
		    dimension_term(dataset, dimension, (int)i)->code;

		if (strcmp(code, value->code) != 0)
			continue;
		is_known = true;
		if (!key_is_within(filters, dataset, dimension, i))
			continue;
		is_admitted = true;
		key_set_add(set, i);
		if (key == FILTER_PROVISION)
			provision_admit(
			    formula, filters,
			    (struct provision){(int)i, value->paragraph});
	}
	return is_admitted || code_error(formula, key, value, is_known);
}

/* The keys of a dimension: those listed, or all that the filters above admit.
 * After a fault they are all, so that it is not reported again below. */
static void
keys_compile(struct formula *formula, enum filter_key key,
	     const struct filter_draft *draft, struct filters *filters)
{
	enum dimension dimension = filter_rules[key].dimension;
	size_t count = dimension_count(formula->dataset, dimension);
	struct key_set set = key_set_new(formula->arena, count);
	bool is_listed = draft->is_given;

	for (size_t i = 0; i < draft->count; i++)
		if (!code_admit(formula, key, &draft->values[i], filters, &set))
			is_listed = false;
	for (size_t i = 0; i < count && !is_listed; i++)
		if (key_is_within(filters, formula->dataset, dimension, i))
			key_set_add(&set, i);
	filters->keys[dimension] = set;
}

static void
day_compile(struct formula *formula, const struct filter_draft *draft,
	    day *limit)
{
	if (draft->is_given && !day_read(draft->values[0].code, limit))
		formula_error(formula, draft->values[0].at,
			      "'%.64s' is no day (yyyy-mm-dd)",
			      draft->values[0].code);
}

/* Narrow what stands above by what was listed below, so that a series has no
 * key that cannot count anything. */
static void
chapters_narrow(const struct dataset *dataset, struct filters *filters)
{
	uint64_t chapters = 0;

	for (size_t i = 0; i < dataset->article_count; i++)
		if (key_set_has(&filters->keys[DIMENSION_ARTICLE], i))
			chapters |= UINT64_C(1) << dataset->articles[i].chapter;
	filters->keys[DIMENSION_CHAPTER].words[0] &= chapters;
}

static void
cycles_narrow(const struct dataset *dataset, struct filters *filters)
{
	uint64_t chapters = filters->keys[DIMENSION_CHAPTER].words[0];

	for (size_t i = 0; i < dataset->cycle_count; i++)
		if ((dataset->cycles[i].chapters & chapters) == 0)
			key_set_clear(&filters->keys[DIMENSION_CYCLE], i);
}

static void
regions_narrow(struct arena *arena, const struct dataset *dataset,
	       struct filters *filters)
{
	struct key_set regions = key_set_new(arena, dataset->region_count);

	for (size_t i = 0; i < dataset->state_count; i++)
		if (key_set_has(&filters->keys[DIMENSION_STATE], i))
			key_set_add(&regions,
				    (size_t)dataset->states[i].region);
	filters->keys[DIMENSION_REGION] = regions;
}

static void
keys_narrow(struct formula *formula, struct filters *filters)
{
	bool by_article = filters->given[FILTER_ARTICLE] ||
			  filters->given[FILTER_PROVISION];

	if (by_article)
		chapters_narrow(formula->dataset, filters);
	if (by_article || filters->given[FILTER_CHAPTER])
		cycles_narrow(formula->dataset, filters);
	if (filters->given[FILTER_STATE])
		regions_narrow(formula->arena, formula->dataset, filters);
}

bool
filters_compile(struct formula *formula, const struct filter_draft drafts[],
		struct filters *filters)
{
	for (enum filter_key key = 0; key < FILTERS; key++)
		filters->given[key] = drafts[key].is_given;
	if (drafts[FILTER_ARTICLE].is_given &&
	    drafts[FILTER_PROVISION].is_given)
		return formula_error(formula, drafts[FILTER_PROVISION].at,
				     "give either article or provision");
	for (enum filter_key key = 0; key < FILTERS; key++) {
		if (filter_is_day(key))
			continue;
		/* Both set the same keys; the one not given must not undo. */
		if (key == FILTER_PROVISION && !drafts[key].is_given)
			continue;
		keys_compile(formula, key, &drafts[key], filters);
	}
	day_compile(formula, &drafts[FILTER_AFTER], &filters->after);
	day_compile(formula, &drafts[FILTER_AS_OF], &filters->as_of);
	if (filters->after != 0 && filters->as_of != 0 &&
	    filters->after >= filters->as_of)
		formula_error(formula, drafts[FILTER_AS_OF].at,
			      "no day is after the one and by the other");
	keys_narrow(formula, filters);
	return !formula->is_bad;
}

bool
filters_admit_review(const struct filters *filters, const struct review *review)
{
	if (filters->given[FILTER_CYCLE] &&
	    !key_set_has(&filters->keys[DIMENSION_CYCLE],
			 (size_t)review->cycle))
		return false;
	if (!key_set_has(&filters->keys[DIMENSION_STATE],
			 (size_t)review->state))
		return false;
	if (filters->given[FILTER_AFTER] && review->completed <= filters->after)
		return false;
	return !filters->given[FILTER_AS_OF] ||
	       review->completed <= filters->as_of;
}

static bool
provision_is_listed(const struct filters *filters, const struct entry *entry)
{
	for (size_t i = 0; i < filters->provision_count; i++)
		if (filters->provisions[i].article == entry->article &&
		    filters->provisions[i].paragraph == entry->paragraph)
			return true;
	return false;
}

static bool
key_is_listed(const struct filters *filters, enum dimension dimension, int key)
{
	return key != NONE &&
	       key_set_has(&filters->keys[dimension], (size_t)key);
}

bool
filters_admit_entry(const struct filters *filters, const struct entry *entry)
{
	const bool *given = filters->given;

	if (given[FILTER_CHAPTER] &&
	    !key_is_listed(filters, DIMENSION_CHAPTER, entry->chapter))
		return false;
	if (given[FILTER_ARTICLE] &&
	    !key_is_listed(filters, DIMENSION_ARTICLE, entry->article))
		return false;
	if (given[FILTER_CATEGORY] &&
	    !key_is_listed(filters, DIMENSION_CATEGORY, entry->category))
		return false;
	if (given[FILTER_TOPIC] &&
	    (filters->keys[DIMENSION_TOPIC].words[0] & entry->topics) == 0)
		return false;
	return !given[FILTER_PROVISION] || provision_is_listed(filters, entry);
}

int
filters_only_cycle(const struct filters *filters, const struct dataset *dataset)
{
	int only = NONE;

	if (!filters->given[FILTER_CYCLE])
		return NONE;
	for (size_t i = 0; i < dataset->cycle_count; i++) {
		if (!key_set_has(&filters->keys[DIMENSION_CYCLE], i))
			continue;
		if (only != NONE)
			return NONE;
		only = (int)i;
	}
	return only;
}
