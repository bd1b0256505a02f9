/* What a count admits, in words. */
/* SPDX-License-Identifier: MIT */
#include "report/paraphrase.h"

#include "base/arena.h"
#include "measure/tally.h"

#include <assert.h>

static const char *
term_words(struct paraphrase *paraphrase, enum dimension dimension, int key)
{
	const struct term *term = dimension_term(paraphrase->measures->dataset,
						 dimension, key);
	const char *name = names_in(&term->names, paraphrase->edition->code);

	return name == NULL ? term->code : name;
}

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
	const char **words = arena_array(
	    paraphrase->arena, filters->provision_count, sizeof(*words));

	for (size_t i = 0; i < filters->provision_count; i++) {
		const struct provision *provision = &filters->provisions[i];
		const struct dataset *dataset = paraphrase->measures->dataset;
		const char *parts[] = {
		    language_articles(
			paraphrase->arena, paraphrase->edition->language,
			&dataset->articles[provision->article].number, 1),
		    arena_print(paraphrase->arena, "%d", provision->paragraph),
		    language_words(paraphrase->arena,
				   paraphrase->edition->language,
				   provision->paragraph)};

		words[i] = paraphrase_phrase(paraphrase, "formula-provision", 3,
					     parts);
	}
	return paraphrase_list(paraphrase, words, filters->provision_count);
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
