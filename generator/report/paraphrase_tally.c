/* What a count admits, and keys of what it counts by, in words. */
/* SPDX-License-Identifier: MIT */
#include "report/paraphrase.h"

#include "base/arena.h"
#include "measure/tally.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char *
term_words(struct paraphrase *paraphrase, enum dimension dimension, int key)
{
	const struct term *term = dimension_term(paraphrase->measures->dataset,
						 dimension, key);
	const char *name = names_in(&term->names, paraphrase->edition->code);

	return name == NULL ? term->code : name;
}

/* --- keys --- */

struct keys
keys_of_tally(const struct tally *tally)
{
	struct keys keys = {DIMENSIONS, NULL};

	if (tally->axes != 1)
		return keys;
	keys.dimension = tally->dimensions[0];
	if (keys.dimension < DIMENSION_YEAR)
		keys.set = &tally->filters.keys[keys.dimension];
	return keys;
}

struct keys
keys_of_value(struct paraphrase *paraphrase, const struct value *value)
{
	struct keys keys = {DIMENSIONS, NULL};
	struct key_set *set = arena_take(paraphrase->arena, sizeof(*set));

	if (value->kind != VALUE_SERIES && value->kind != VALUE_LIST)
		return keys;
	keys.dimension = value->dimension;
	if (keys.dimension >= DIMENSION_YEAR)
		return keys;
	*set = key_set_new(
	    paraphrase->arena,
	    dimension_count(paraphrase->measures->dataset, keys.dimension));
	for (size_t i = 0; i < value->count; i++)
		key_set_add(set, (size_t)value->rows[i].key);
	keys.set = set;
	return keys;
}

/* The name of the key of that code; the code if there is none. */
static const char *
code_words(struct paraphrase *paraphrase, struct keys keys, const char *code)
{
	const struct dataset *dataset = paraphrase->measures->dataset;
	size_t all = keys.set == NULL
			 ? 0
			 : dimension_count(dataset, keys.dimension);

	for (size_t i = 0; i < all; i++)
		if (key_set_has(keys.set, i) &&
		    strcmp(code, dimension_term(dataset, keys.dimension, (int)i)
				     ->code) == 0)
			return term_words(paraphrase, keys.dimension, (int)i);
	return code;
}

const char *
keys_paraphrase(struct paraphrase *paraphrase, struct keys keys,
		const char *const *codes, size_t count)
{
	struct arena *arena = paraphrase->arena;
	const struct language *language = paraphrase->edition->language;
	const char **words = arena_array(arena, count, sizeof(*words));
	int *articles = arena_array(arena, count, sizeof(*articles));
	int *paragraphs = arena_array(arena, count, sizeof(*paragraphs));
	bool is_article = keys.dimension == DIMENSION_ARTICLE;
	bool is_provision = keys.dimension == DIMENSION_PROVISION;

	for (size_t i = 0; i < count; i++) {
		const char *bracket = strchr(codes[i], '(');

		words[i] = code_words(paraphrase, keys, codes[i]);
		articles[i] = atoi(codes[i]);
		paragraphs[i] = bracket == NULL ? 0 : atoi(bracket + 1);
		/* A slip of the pen, which is an error already. */
		is_article = is_article && articles[i] > 0;
		is_provision = is_provision && articles[i] > 0 &&
			       paragraphs[i] > 0;
	}
	if (is_article)
		return language_articles(arena, language, articles, count);
	if (is_provision)
		return language_provisions(arena, language, articles,
					   paragraphs, count);
	return paraphrase_list(paraphrase, words, count);
}

/* --- filters --- */

struct conditions {
	const char *items[FILTERS];
	size_t count;
};

/* The articles' own form, or the names of the keys that were asked for. */
static const char *
keys_words(struct paraphrase *paraphrase, enum dimension dimension,
	   const struct key_set *keys)
{
	const struct dataset *dataset = paraphrase->measures->dataset;
	size_t all = dimension_count(dataset, dimension), count = 0;
	const char **words = arena_array(paraphrase->arena, all,
					 sizeof(*words));
	int *articles = arena_array(paraphrase->arena, all, sizeof(*articles));

	for (size_t i = 0; i < all; i++) {
		if (!key_set_has(keys, i))
			continue;
		if (dimension == DIMENSION_ARTICLE)
			articles[count] = dataset->articles[i].number;
		words[count++] = term_words(paraphrase, dimension, (int)i);
	}
	if (dimension == DIMENSION_ARTICLE)
		return language_articles(paraphrase->arena,
					 paraphrase->edition->language,
					 articles, count);
	return paraphrase_list(paraphrase, words, count);
}

static const char *
provisions_words(struct paraphrase *paraphrase, const struct filters *filters)
{
	size_t count = filters->provision_count;
	const struct article *all = paraphrase->measures->dataset->articles;
	int *articles = arena_array(paraphrase->arena, count,
				    sizeof(*articles));
	int *paragraphs = arena_array(paraphrase->arena, count,
				      sizeof(*paragraphs));

	for (size_t i = 0; i < count; i++) {
		articles[i] = all[filters->provisions[i].article].number;
		paragraphs[i] = filters->provisions[i].paragraph;
	}
	return language_provisions(paraphrase->arena,
				   paraphrase->edition->language, articles,
				   paragraphs, count);
}

static const struct {
	const char *key; /* of the phrase */
	enum dimension dimension;
} filter_phrases[] = {
    [FILTER_CYCLE] = {"formula-cycle", DIMENSION_CYCLE},
    [FILTER_CHAPTER] = {"formula-chapter", DIMENSION_CHAPTER},
    [FILTER_ARTICLE] = {"formula-article", DIMENSION_ARTICLE},
    [FILTER_PROVISION] = {"formula-article", DIMENSIONS},
    [FILTER_CATEGORY] = {"formula-category", DIMENSION_CATEGORY},
    [FILTER_TOPIC] = {"formula-topic", DIMENSION_TOPIC},
    [FILTER_REGION] = {"formula-region", DIMENSION_REGION},
    [FILTER_STATE] = {"formula-state", DIMENSION_STATE},
    [FILTER_AFTER] = {"formula-after", DIMENSIONS},
    [FILTER_AS_OF] = {"formula-as-of", DIMENSIONS},
};
static_assert(COUNT(filter_phrases) == FILTERS, "every filter has its phrase");

static const char *
filter_words(struct paraphrase *paraphrase, const struct filters *filters,
	     enum filter_key filter)
{
	const struct language *language = paraphrase->edition->language;
	enum dimension dimension = filter_phrases[filter].dimension;
	const char *words;

	if (filter == FILTER_PROVISION)
		words = provisions_words(paraphrase, filters);
	else if (filter == FILTER_AFTER || filter == FILTER_AS_OF)
		words = language_day(paraphrase->arena, language,
				     filter == FILTER_AFTER ? filters->after
							    : filters->as_of);
	else
		words = keys_words(paraphrase, dimension,
				   &filters->keys[dimension]);
	return paraphrase_phrase(paraphrase, filter_phrases[filter].key, 1,
				 &words);
}

const char *
tally_paraphrase(struct paraphrase *paraphrase, const struct tally *tally)
{
	static const char *const verbs[] = {
	    [TALLY_ENTRIES] = "formula-count",
	    [TALLY_STATES_WITH] = "formula-states-with",
	    [TALLY_STATES] = "formula-states",
	    [TALLY_REVIEWS] = "formula-reviews",
	};
	struct conditions conditions = {0};
	const char *parts[2] = {""};

	if (tally->verb == TALLY_ENTRIES || tally->verb == TALLY_STATES_WITH)
		parts[0] = paraphrase_phrase(
		    paraphrase,
		    arena_print(paraphrase->arena, "formula-%s",
				entry_kind_name(tally->kind)),
		    0, NULL);
	parts[0] = paraphrase_phrase(paraphrase, verbs[tally->verb], 1, parts);
	for (enum filter_key filter = 0; filter < FILTERS; filter++)
		if (tally->filters.given[filter])
			conditions.items[conditions.count++] = filter_words(
			    paraphrase, &tally->filters, filter);
	if (conditions.count > 0) {
		parts[1] = conditions.items[0];
		for (size_t i = 1; i < conditions.count; i++) {
			const char *both[] = {parts[1], conditions.items[i]};

			parts[1] = paraphrase_phrase(paraphrase, "formula-and",
						     2, both);
		}
		parts[0] = paraphrase_phrase(paraphrase, "formula-where", 2,
					     parts);
	}
	for (size_t i = 0; i < tally->axes; i++) {
		parts[1] = paraphrase_phrase(
		    paraphrase,
		    arena_print(paraphrase->arena, "formula-by-%s",
				dimension_name(tally->dimensions[i])),
		    0, NULL);
		parts[0] = paraphrase_phrase(paraphrase, "formula-by", 2,
					     parts);
	}
	return parts[0];
}
