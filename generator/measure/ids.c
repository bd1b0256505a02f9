/* The measures by id, references to them, and what ids and names have to be
 * like. */
/* SPDX-License-Identifier: MIT */
#include "measure/ids.h"

#include "base/arena.h"
#include "base/rows.h"
#include "measure/nearest.h"
#include "measure/tally.h"

#include <stdlib.h>
#include <string.h>

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

static int
id_compare(const void *a, const void *b)
{
	const struct measure *const *x = a, *const *y = b;
	int order = strcmp((*x)->id, (*y)->id);

	return order != 0 ? order : (*x > *y) - (*x < *y);
}

void
ids_sort(struct arena *arena, struct measures *measures)
{
	measures->by_id = arena_array(arena, measures->count,
				      sizeof(struct measure *));
	for (size_t i = 0; i < measures->count; i++)
		measures->by_id[i] = &measures->items[i];
	if (measures->count > 0)
		qsort(measures->by_id, measures->count,
		      sizeof(struct measure *), id_compare);
}

static const char *
measure_id(const void *row)
{
	const struct measure *const *measure = row;

	return (*measure)->id;
}

const struct measure *
measure_find(const struct measures *measures, const char *id)
{
	size_t at = rows_seek(measures->by_id, measures->count,
			      sizeof(*measures->by_id), measure_id, id);

	return at < measures->count && strcmp(measures->by_id[at]->id, id) == 0
		   ? measures->by_id[at]
		   : NULL;
}

/* --- references --- */

static void
reference_resolve(const struct measures *measures, struct formula *formula,
		  struct step *step)
{
	const struct measure *found = measure_find(measures, step->name);
	struct nearest nearest = {.wanted = step->name};

	step->measure = found == NULL ? NONE : (int)(found - measures->items);
	if (step->measure != NONE || step->kind == STEP_KEY)
		return;
	for (size_t i = 0; i < measures->count; i++)
		nearest_offer(&nearest, measures->by_id[i]->id);
	formula_error(formula, step->at, "unknown measure '%.64s'%s",
		      step->name, nearest_words(formula->arena, &nearest));
}

void
references_resolve(const struct measures *measures, struct formula *formula)
{
	for (size_t i = 0; i < formula->step_count; i++) {
		struct step *step = &formula->steps[i];
		const struct tally *before = i == 0
						 ? NULL
						 : formula->steps[i - 1].tally;

		/* The key of a series is no reference, whatever its name. */
		if (step->kind == STEP_KEY && before != NULL &&
		    before->axes > 0)
			continue;
		if (step->kind == STEP_MEASURE || step->kind == STEP_KEY)
			reference_resolve(measures, formula, step);
	}
}

/* --- checks --- */

bool
id_check(struct messages *messages, const char *id, struct place at)
{
	if (id[0] != '\0' && strchr(LETTERS, id[0]) != NULL &&
	    strlen(id) <= 64 && id[strspn(id, LETTERS "0123456789.-")] == '\0')
		return true;
	message_error(messages, at,
		      "'%.80s' is no id: letters, digits, dots and hyphens, "
		      "from a letter on, at most 64",
		      id);
	return false;
}

bool
ids_check(struct messages *messages, const struct measures *measures)
{
	const struct measure *items = measures->items;
	bool good = true;

	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *first = measure_find(measures,
							   items[i].id);

		good = id_check(messages, items[i].id, items[i].at) && good;
		if (first != &items[i]) {
			message_error(messages, items[i].at,
				      "%s: defined before, in line %d",
				      items[i].id, first->at.line);
			good = false;
		}
	}
	return good;
}

/* Measures and, behind them, claims. */
struct named {
	const char *id;
	const struct names *names;
	struct place at;
};

static size_t
named_count(const struct measures *measures)
{
	return measures->count + measures->claim_count;
}

static struct named
named_at(const struct measures *measures, size_t i)
{
	if (i < measures->count) {
		const struct measure *measure = &measures->items[i];

		return (struct named){measure->id, &measure->names,
				      measure->at};
	} else {
		const struct claim *claim =
		    &measures->claims[i - measures->count];

		return (struct named){claim->id, &claim->names, claim->at};
	}
}

/* One name of each language in which anything has one. */
static struct names
languages_collect(struct arena *arena, const struct measures *measures)
{
	struct names all = {0};

	for (size_t i = 0; i < named_count(measures); i++) {
		const struct names *names = named_at(measures, i).names;

		for (size_t k = 0; k < names->count; k++)
			if (names_in(&all, names->items[k].language) == NULL)
				ARENA_PUSH(arena, all.items, all.count,
					   names->items[k]);
	}
	return all;
}

bool
names_check(struct arena *arena, struct messages *messages,
	    const struct measures *measures)
{
	struct names languages = languages_collect(arena, measures);
	bool good = true;

	for (size_t i = 0; i < named_count(measures); i++) {
		struct named named = named_at(measures, i);

		for (size_t k = 0; k < languages.count; k++) {
			const char *language = languages.items[k].language;
			const char *words = names_in(named.names, language);

			if (words != NULL && words[0] != '\0')
				continue;
			message_error(messages, named.at,
				      "%s: no name in the language '%s'",
				      named.id, language);
			good = false;
		}
	}
	return good;
}
