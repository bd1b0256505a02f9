/* A measure's formula as a sentence in the words of a language. */
/* SPDX-License-Identifier: MIT */
#include "site/formula.h"

#include "measure/dimension.h"

#include <stdlib.h>
#include <string.h>

static bool expression_write(struct reader *, struct text *);

static void
reader_skip(struct reader *reader)
{
	reader->at += strspn(reader->at, " \t\r\n");
}

bool
reader_sign(struct reader *reader, char sign)
{
	reader_skip(reader);
	if (*reader->at != sign)
		return false;
	reader->at++;
	return true;
}

/* Letters, digits, dots, hyphens, underscores. */
bool
reader_name(struct reader *reader, char name[NAME_MOST])
{
	size_t length;

	reader_skip(reader);
	length = strspn(reader->at, "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789.-_");
	if (length == 0 || length >= NAME_MOST)
		return false;
	memcpy(name, reader->at, length);
	name[length] = '\0';
	reader->at += length;
	return true;
}

bool
reader_paragraph(struct reader *reader, int *paragraph)
{
	char digits[NAME_MOST];

	if (!reader_sign(reader, '(') || !reader_name(reader, digits))
		return false;
	*paragraph = atoi(digits);
	return *paragraph > 0 && reader_sign(reader, ')');
}

/* A phrase into which pieces of HTML are put: its own words are escaped. */
void
reader_phrase(struct reader *reader, struct text *out, const char *key,
	      const struct text *pieces, size_t count)
{
	const char *at = site_word(reader->site, reader->edition, key);
	struct text escaped = {0};

	text_add_escaped(&escaped, at);
	for (at = text_string(&escaped); *at != '\0'; at++) {
		size_t place = (size_t)(at[0] == '{' ? at[1] - '0' : 9);

		if (place < count && at[2] == '}') {
			text_add(out, text_string(&pieces[place]));
			at += 2;
		} else {
			text_add_bytes(out, at, 1);
		}
	}
	text_free(&escaped);
}

void
reader_join(struct reader *reader, struct text *list, const struct text *next)
{
	struct text pieces[] = {*list, *next};

	if (list->length == 0) {
		text_add(list, text_string(next));
		return;
	}
	*list = (struct text){0};
	reader_phrase(reader, list, "filter-next", pieces, COUNT(pieces));
	text_free(&pieces[0]);
}

/* --- calls --- */

static bool
argument_write(struct reader *reader, const char *verb, size_t index,
	       struct text *out)
{
	bool is_rank = strcmp(verb, "rank") == 0;

	if (is_rank && index == 0)
		reader->by = DIMENSIONS;
	return (is_rank && index == 1 && formula_key(reader, out)) ||
	       expression_write(reader, out);
}

static bool
call_write(struct reader *reader, const char *verb, struct text *out)
{
	struct text pieces[9] = {{0}}, list = {0};
	size_t count = 0;
	bool good = true, is_many;

	do {
		good = argument_write(reader, verb, count, &pieces[count]);
		count++;
	} while (good && count < COUNT(pieces) && reader_sign(reader, ','));
	good = good && reader_sign(reader, ')');
	is_many = strcmp(verb, "min") == 0 || strcmp(verb, "max") == 0 ||
		  (strcmp(verb, "rank") == 0 && count > 2);
	for (size_t i = strcmp(verb, "rank") == 0; i < count; i++)
		reader_join(reader, &list, &pieces[i]);
	if (good && is_many) {
		const struct text both[] = {list, pieces[0]};

		reader_phrase(
		    reader, out,
		    arena_print(reader->site->arena, "formula-%s", verb), both,
		    2);
	} else if (good) {
		reader_phrase(
		    reader, out,
		    strcmp(verb, "rank") == 0
			? "formula-rank-key"
			: arena_print(reader->site->arena, "formula-%s", verb),
		    pieces, count);
	}
	for (size_t i = 0; i < count; i++)
		text_free(&pieces[i]);
	text_free(&list);
	return good;
}

static bool
is_call(const char *name)
{
	static const char *const calls[] = {"share", "min", "max",
					    "sum",   "top", "rank"};

	for (size_t i = 0; i < COUNT(calls); i++)
		if (strcmp(name, calls[i]) == 0)
			return true;
	return false;
}

/* A measure's name as a link to it; a number, a day or a key as it is. */
static void
name_write(struct reader *reader, const char *name, struct text *out)
{
	const struct measure *measure = measure_find(
	    reader->site->source->measures, name);
	struct text link = {0};
	day date;

	if (measure != NULL) {
		if (measure->value.kind == VALUE_SERIES)
			reader->by = measure->value.dimension;
		link_add(&link,
			 arena_print(reader->site->arena, "%s#%s",
				     reader->measures, name),
			 NULL, site_name(reader->edition, &measure->names));
		reader_phrase(reader, out, "formula-named", &link, 1);
		text_free(&link);
	} else if (day_read(name, &date)) {
		text_add_escaped(out,
				 language_day(reader->site->arena,
					      reader->edition->language, date));
	} else {
		text_add_escaped(out, name);
	}
}

/* "by" or a comma, and the dimension behind it; nothing is taken if another
 * word stands there. */
static bool
dimension_read(struct reader *reader, bool is_first, const char **words)
{
	const char *before = reader->at;
	char name[NAME_MOST];
	bool good = is_first
			? reader_name(reader, name) && strcmp(name, "by") == 0
			: reader_sign(reader, ',');

	if (good && reader_name(reader, name) &&
	    dimension_find(name) != DIMENSIONS) {
		reader->by = dimension_find(name);
		*words = site_word(
		    reader->site, reader->edition,
		    arena_print(reader->site->arena, "by-%s", name));
		return true;
	}
	reader->at = before;
	return false;
}

/* "… by article, category" behind a call. */
static void
dimensions_write(struct reader *reader, struct text *out)
{
	const char *words[2];
	struct text pieces[2] = {{0}};
	size_t count = 0;

	while (count < COUNT(words) &&
	       dimension_read(reader, count == 0, &words[count]))
		count++;
	if (count == 0)
		return;
	text_add(&pieces[0], text_string(out));
	text_add_escaped(&pieces[1], language_list(reader->site->arena,
						   reader->edition->language,
						   words, count));
	text_free(out);
	reader_phrase(reader, out, "formula-by", pieces, 2);
	text_free(&pieces[0]);
	text_free(&pieces[1]);
}

/* A provision as a key: a number stands before no other bracket. */
static bool
provision_write(struct reader *reader, const char *name, struct text *out)
{
	int article = atoi(name), paragraph;

	if (name[strspn(name, "0123456789")] != '\0' ||
	    !reader_paragraph(reader, &paragraph))
		return false;
	text_add_escaped(out, language_provisions(reader->site->arena,
						  reader->edition->language,
						  &article, &paragraph, 1));
	return true;
}

static bool
factor_write(struct reader *reader, struct text *out)
{
	char name[NAME_MOST];
	bool good;

	if (reader_sign(reader, '(')) {
		text_add(out, "(");
		good = expression_write(reader, out) &&
		       reader_sign(reader, ')');
		text_add(out, ")");
		return good;
	}
	if (!reader_name(reader, name))
		return false;
	if (provision_write(reader, name, out))
		return true;
	if ((!formula_is_tally(name) && !is_call(name)) ||
	    !reader_sign(reader, '(')) {
		name_write(reader, name, out);
		return true;
	}
	good = formula_is_tally(name) ? formula_tally(reader, name, out)
				      : call_write(reader, name, out);
	dimensions_write(reader, out);
	return good;
}

/* Products before sums: the brackets that stand in the formula stay, so the
 * sentence may go from left to right. */
static bool
expression_write(struct reader *reader, struct text *out)
{
	static const struct {
		char sign;
		const char *key;
	} signs[] = {{'+', "formula-plus"},
		     {'-', "formula-minus"},
		     {'*', "formula-times"},
		     {'/', "formula-over"}};
	bool good = ++reader->depth < DEEPEST && factor_write(reader, out);

	for (size_t i = 0; good && i < COUNT(signs);) {
		struct text pieces[2] = {{0}};

		if (!reader_sign(reader, signs[i].sign)) {
			i++;
			continue;
		}
		text_add(&pieces[0], text_string(out));
		good = factor_write(reader, &pieces[1]);
		text_free(out);
		reader_phrase(reader, out, signs[i].key, pieces, 2);
		text_free(&pieces[0]);
		text_free(&pieces[1]);
		i = 0;
	}
	reader->depth--;
	return good;
}

bool
formula_write(struct site *site, const struct site_edition *edition,
	      struct text *out, const char *formula, const char *measures)
{
	struct reader reader = {site,	  edition, formula,
				measures, 0,	   DIMENSIONS};
	struct text sentence = {0};
	bool good = expression_write(&reader, &sentence);

	reader_skip(&reader);
	if (good && *reader.at == '\0')
		text_add(out, text_string(&sentence));
	good = good && *reader.at == '\0';
	text_free(&sentence);
	return good;
}
