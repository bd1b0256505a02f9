/* Read a language's profile. */
/* SPDX-License-Identifier: MIT */
#include "language/attribute.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char *const numerals[] = {
    [NUMERAL_DECIMAL] = "decimal",	   [NUMERAL_ALPHA] = "alpha",
    [NUMERAL_ALPHA_UPPER] = "alpha-upper", [NUMERAL_ROMAN] = "roman",
    [NUMERAL_ROMAN_UPPER] = "roman-upper", [NUMERAL_WORDS] = "words",
};
static_assert(COUNT(numerals) == NUMERALS, "every numeral has its name");

static const char *const counters[] = {
    [COUNTER_HEADING_1] = "heading-1", [COUNTER_HEADING_2] = "heading-2",
    [COUNTER_HEADING_3] = "heading-3", [COUNTER_ITEM_1] = "item-1",
    [COUNTER_ITEM_2] = "item-2",       [COUNTER_FIGURE] = "figure",
    [COUNTER_TABLE] = "table",	       [COUNTER_TABLE_NOTE] = "table-note",
};
static_assert(COUNT(counters) == COUNTERS, "every counter has its name");

static struct ratio
share(struct reader *reader, const struct element *element)
{
	struct ratio ratio = {attribute_number(reader, element, "part"),
			      attribute_number(reader, element, "whole")};

	if (ratio.part > 0 && ratio.part < ratio.whole)
		return ratio;
	message_error(reader->messages, element->at,
		      "the part must be more than 0 and less than the whole");
	return (struct ratio){1, 2};
}

static void
numbers_read(struct reader *reader, const struct element *element)
{
	struct language *language = reader->language;
	const char *ordinals = attribute_words(reader, element, "ordinals");

	language->words_under = attribute_number(reader, element,
						 "words-under");
	language->zero = attribute_optional(element, "zero", NULL);
	language->two = attribute_optional(element, "two", NULL);
	language->thousands = attribute_words(reader, element, "thousands");
	language->group_from = attribute_number(reader, element, "group-from");
	language->decimal = attribute_words(reader, element, "decimal");
	language->opens_in_words = strcmp(attribute_optional(
					      element, "sentence-start", "any"),
					  "words") == 0;
	language->minus = attribute_words(reader, element, "minus");
	language->nothing = attribute_words(reader, element, "nothing");
	language->counted = attribute_words(reader, element, "counted");
	language->ordinal = ordinals[0] == '%' ? NULL : ordinals;
}

static void
percent_read(struct reader *reader, const struct element *element)
{
	reader->language->percent = attribute_words(reader, element, "pattern");
	reader->language->percent_short = attribute_words(reader, element,
							  "short");
	if (element_attribute(element, "decimals") != NULL)
		reader->language->percent_decimals = attribute_number(
		    reader, element, "decimals");
	reader->language->percent_words = attribute_optional(
	    element, "words", reader->language->percent);
}

static void
hedges_read(struct reader *reader, const struct element *element)
{
	struct language *language = reader->language;
	language->near = attribute_words(reader, element, "near");
	language->over = attribute_words(reader, element, "over");
	language->over_one = attribute_optional(element, "over-one",
						language->over);
	language->under = attribute_words(reader, element, "under");
}

static void
fractions_read(struct reader *reader, const struct element *element)
{
	struct fractions *fractions = &reader->language->fractions;
	const struct element *child = element_child(element, "fraction");

	fractions->tolerance = attribute_number(reader, element, "tolerance");
	for (; child != NULL; child = element_next(child, "fraction")) {
		struct fraction fraction = {
		    share(reader, child),
		    attribute_words(reader, child, "exact"),
		    attribute_words(reader, child, "below"),
		    attribute_words(reader, child, "above")};

		ARENA_PUSH(reader->arena, fractions->items, fractions->count,
			   fraction);
	}
}

static void
majorities_read(struct reader *reader, const struct element *element)
{
	struct language *language = reader->language;
	const struct element *child = element_child(element, "majority");

	for (; child != NULL; child = element_next(child, "majority")) {
		struct majority majority = {
		    share(reader, child),
		    attribute_words(reader, child, "words")};

		if (language->majority_count > 0 &&
		    ratio_compare(
			majority.least,
			language->majorities[language->majority_count - 1]
			    .least) >= 0)
			message_error(reader->messages, child->at,
				      "majorities must stand in falling order");
		ARENA_PUSH(reader->arena, language->majorities,
			   language->majority_count, majority);
	}
}

static void
articles_read(struct reader *reader, const struct element *element)
{
	struct language *language = reader->language;

	language->article_numeral = (enum numeral)attribute_named(
	    reader, element, "numeral", numerals, COUNT(numerals));
	language->article = attribute_words(reader, element, "each");
	language->article_one = attribute_words(reader, element, "one");
	language->article_several = attribute_words(reader, element, "several");
}

static void
provisions_read(struct reader *reader, const struct element *element)
{
	struct language *language = reader->language;

	language->paragraph_numeral = (enum numeral)attribute_named(
	    reader, element, "numeral", numerals, COUNT(numerals));
	language->paragraph = attribute_words(reader, element, "each");
	language->provision_one = attribute_words(reader, element, "one");
	language->provision_several = attribute_words(reader, element,
						      "several");
	language->provision_between = attribute_words(reader, element,
						      "between");
	language->provision_last = attribute_words(reader, element, "last");
	language->provision_last_several = attribute_optional(
	    element, "last-several", language->provision_last);
}

static void
list_read(struct reader *reader, const struct element *element)
{
	reader->language->list_between = attribute_words(reader, element,
							 "between");
	reader->language->list_last = attribute_words(reader, element, "last");
}

static void
days_read(struct reader *reader, const struct element *element)
{
	reader->language->year = attribute_words(reader, element, "year");
}

static void
counters_read(struct reader *reader, const struct element *element)
{
	struct language *language = reader->language;
	const struct element *child = element_child(element, "counter");

	for (; child != NULL; child = element_next(child, "counter")) {
		size_t of = attribute_named(reader, child, "of", counters,
					    COUNT(counters));

		if (language->counters[of].pattern != NULL)
			message_error(reader->messages, child->at,
				      "the counter of '%s' stands twice",
				      counters[of]);
		language->counters[of].numeral = (enum numeral)attribute_named(
		    reader, child, "numeral", numerals, COUNT(numerals));
		language->counters[of].pattern = attribute_words(reader, child,
								 "pattern");
		if (element_attribute(child, "upto") != NULL)
			language->counters[of].upto = attribute_number(
			    reader, child, "upto");
	}
	for (size_t i = 0; i < COUNT(counters); i++)
		if (language->counters[i].pattern == NULL)
			message_error(reader->messages, element->at,
				      "the counter of '%s' is missing",
				      counters[i]);
}

static void
phrases_read(struct reader *reader, const struct element *element)
{
	struct language *language = reader->language;
	const struct element *child = element_child(element, "phrase");

	for (; child != NULL; child = element_next(child, "phrase")) {
		struct phrase phrase = {attribute_words(reader, child, "key"),
					child->text};

		for (size_t i = 0; i < language->phrase_count; i++)
			if (strcmp(language->phrases[i].key, phrase.key) == 0)
				message_error(reader->messages, child->at,
					      "phrase '%s' stands twice",
					      phrase.key);
		ARENA_PUSH(reader->arena, language->phrases,
			   language->phrase_count, phrase);
	}
}

static const struct {
	const char *name;
	void (*read)(struct reader *, const struct element *);
} parts[] = {
    {"numbers", numbers_read},
    {"percent", percent_read},
    {"hedges", hedges_read},
    {"fractions", fractions_read},
    {"majorities", majorities_read},
    {"articles", articles_read},
    {"provisions", provisions_read},
    {"list", list_read},
    {"days", days_read},
    {"counters", counters_read},
    {"phrases", phrases_read},
};

static void
handles_open(struct reader *reader, const struct element *root)
{
	const struct element *numbers = element_child(root, "numbers");
	const struct element *days = element_child(root, "days");
	const struct element *roll = element_child(root, "roll");
	const char *locale = attribute_words(reader, root, "locale");
	const char *collation = roll == NULL
				    ? locale
				    : attribute_optional(roll, "order", locale);
	const char *fault;

	if (!icu_open(&reader->language->icu, locale,
		      attribute_words(reader, numbers, "words"),
		      reader->language->ordinal == NULL
			  ? attribute_words(reader, numbers, "ordinals")
			  : NULL,
		      attribute_words(reader, days, "day"),
		      attribute_words(reader, days, "month"), collation,
		      &fault))
		message_error(reader->messages, root->at,
			      "ICU cannot make use of '%s'", fault);
}

static void
root_read(struct reader *reader, const struct element *root)
{
	struct language *language = reader->language;
	bool is_whole = true;

	language->code = attribute_words(reader, root, "code");
	language->tag = attribute_words(reader, root, "tag");
	language->name = attribute_words(reader, root, "name");
	language->is_han = strcmp(attribute_words(reader, root, "han"),
				  "true") == 0;
	for (size_t i = 0; i < COUNT(parts); i++) {
		const struct element *part = element_child(root, parts[i].name);

		if (part == NULL)
			message_error(reader->messages, root->at,
				      "<%s> is missing", parts[i].name);
		else
			parts[i].read(reader, part);
		is_whole = is_whole && part != NULL;
	}
	numerals_read(reader->arena, reader->messages, &language->numerals,
		      element_child(root, "numerals"));
	contexts_read(reader->arena, reader->messages, &language->contexts,
		      element_child(root, "contexts"));
	wording_read(reader->arena, language, root);
	if (is_whole)
		handles_open(reader, root);
}

struct language *
language_open(struct arena *arena, struct messages *messages,
	      struct xml_schema *schema, const char *path)
{
	const size_t errors = messages->counts[WEIGHT_ERROR];
	struct reader reader = {arena, messages,
				arena_take(arena, sizeof(struct language))};
	struct element *root = xml_read_tree(arena, messages, schema, path);

	if (root == NULL)
		return NULL;
	root_read(&reader, root);
	if (messages->counts[WEIGHT_ERROR] == errors)
		return reader.language;
	language_close(reader.language);
	return NULL;
}

void
language_close(struct language *language)
{
	if (language != NULL)
		icu_close(&language->icu);
}
