/* A count in a formula, its filters and keys, in the words of a language. */
/* SPDX-License-Identifier: MIT */
#include "site/formula.h"

#include "measure/dimension.h"

#include <stdlib.h>
#include <string.h>

/* --- filters --- */

static const struct term *
term_find(const struct dataset *dataset, const char *key, const char *code)
{
	int i = NONE;

	if (strcmp(key, "cycle") == 0 &&
	    (i = cycle_find(dataset, code)) != NONE)
		return &dataset->cycles[i].term;
	if (strcmp(key, "category") == 0 &&
	    (i = category_find(dataset, NONE, code)) != NONE)
		return &dataset->categories[i].term;
	if (strcmp(key, "topic") == 0 &&
	    (i = topic_find(dataset, code)) != NONE)
		return &dataset->topics[i].term;
	if (strcmp(key, "region") == 0 &&
	    (i = region_find(dataset, code)) != NONE)
		return &dataset->regions[i].term;
	if (strcmp(key, "state") == 0 &&
	    (i = state_find(dataset, code)) != NONE)
		return &dataset->states[i].term;
	return NULL;
}

/* One value of a filter: a name, an article, a chapter's number, a day. */
static bool
filter_value(struct reader *reader, const char *key, const char *code,
	     const char **words)
{
	struct arena *arena = reader->site->arena;
	const struct language *language = reader->edition->language;
	const struct term *term = term_find(reader->site->source->dataset, key,
					    code);
	int number = atoi(code);
	day date;

	if (term != NULL)
		*words = site_name(reader->edition, &term->names);
	else if (strcmp(key, "article") == 0)
		*words = language_articles(arena, language, &number, 1);
	else if (strcmp(key, "chapter") == 0)
		*words = site_phrase(reader->site, reader->edition,
				     "filter-chapter", &code, 1);
	else if (day_read(code, &date))
		*words = language_day(arena, language, date);
	else
		return false;
	return true;
}

/* What a filter admits, as far as it was read. */
struct admitted {
	const char **words;
	size_t count;
	int *articles; /* of a provision, instead of words */
	size_t article_count;
	int *paragraphs;
	size_t paragraph_count;
};

static bool
code_read(struct reader *reader, const char *key, struct admitted *admitted)
{
	struct arena *arena = reader->site->arena;
	char code[NAME_MOST];
	const char *words;
	int paragraph;

	if (!reader_name(reader, code))
		return false;
	if (strcmp(key, "provision") == 0) {
		if (!reader_paragraph(reader, &paragraph))
			return false;
		ARENA_PUSH(arena, admitted->articles, admitted->article_count,
			   atoi(code));
		ARENA_PUSH(arena, admitted->paragraphs,
			   admitted->paragraph_count, paragraph);
		return true;
	}
	if (!filter_value(reader, key, code, &words))
		return false;
	ARENA_PUSH(arena, admitted->words, admitted->count, words);
	return true;
}

static const char *
admitted_words(struct reader *reader, const char *key,
	       const struct admitted *admitted)
{
	struct arena *arena = reader->site->arena;
	const struct language *language = reader->edition->language;
	const char *words = language_list(arena, language, admitted->words,
					  admitted->count);

	if (admitted->article_count > 0)
		return language_provisions(arena, language, admitted->articles,
					   admitted->paragraphs,
					   admitted->article_count);
	if (strcmp(key, "after") != 0 && strcmp(key, "as_of") != 0)
		return words;
	return site_phrase(reader->site, reader->edition,
			   strcmp(key, "after") == 0 ? "filter-after"
						     : "filter-as-of",
			   &words, 1);
}

/* From behind the key: "= value" or "in {value, …}". */
static bool
filter_write(struct reader *reader, const char *key, struct text *out)
{
	struct admitted admitted = {0};
	char in[NAME_MOST];
	bool is_set = !reader_sign(reader, '=');

	if (is_set && (!reader_name(reader, in) || strcmp(in, "in") != 0 ||
		       !reader_sign(reader, '{')))
		return false;
	do {
		if (!code_read(reader, key, &admitted))
			return false;
	} while (is_set && reader_sign(reader, ','));
	if (is_set && !reader_sign(reader, '}'))
		return false;
	text_add_escaped(out, admitted_words(reader, key, &admitted));
	return true;
}

/* --- counts --- */

static bool
is_kind(const char *name)
{
	for (int kind = 0; kind < ENTRY_KINDS; kind++)
		if (strcmp(name, entry_kind_name((enum entry_kind)kind)) == 0)
			return true;
	return false;
}

bool
formula_is_tally(const char *name)
{
	return strcmp(name, "count") == 0 || strcmp(name, "states") == 0 ||
	       strcmp(name, "reviews") == 0;
}

/* "the number of entries (second cycle; a region), each by year". */
bool
formula_tally(struct reader *reader, const char *verb, struct text *out)
{
	struct arena *arena = reader->site->arena;
	struct text filters = {0}, counted = {0};
	const char *key = arena_print(arena, "%s-of", verb);
	bool good = true;
	char name[NAME_MOST];

	while (good && !reader_sign(reader, ')')) {
		good = reader_name(reader, name);
		if (good && is_kind(name)) {
			key = arena_print(arena, "%s-%s", verb, name);
		} else if (good) {
			struct text next = {0};

			good = filter_write(reader, name, &next);
			reader_join(reader, &filters, &next);
			text_free(&next);
		}
		reader_sign(reader, ',');
	}
	reader_phrase(reader, &counted, key, NULL, 0);
	if (filters.length > 0) {
		const struct text pieces[] = {counted, filters};

		reader_phrase(reader, out, "filtered", pieces, 2);
	} else {
		text_add(out, text_string(&counted));
	}
	text_free(&filters);
	text_free(&counted);
	return good;
}

/* --- keys --- */

bool
formula_key(struct reader *reader, struct text *out)
{
	const struct dataset *dataset = reader->site->source->dataset;
	struct reader ahead = *reader;
	char code[NAME_MOST];
	size_t count = reader->by >= DIMENSION_YEAR
			   ? 0
			   : dimension_count(dataset, reader->by);

	if (!reader_name(&ahead, code))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct term *term = dimension_term(dataset, reader->by,
							 (int)i);

		if (strcmp(term->code, code) != 0)
			continue;
		text_add_escaped(
		    out,
		    reader->by == DIMENSION_ARTICLE
			? language_articles(reader->site->arena,
					    reader->edition->language,
					    &dataset->articles[i].number, 1)
			: site_name(reader->edition, &term->names));
		reader->at = ahead.at;
		return true;
	}
	return false;
}
