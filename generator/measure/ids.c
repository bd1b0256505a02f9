/* The measures by id, and what ids and names have to be like. */
/* SPDX-License-Identifier: MIT */
#include "measure/ids.h"

#include "base/arena.h"

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

struct ids
ids_sort(struct arena *arena, const struct measures *measures)
{
	struct ids ids = {measures, arena_array(arena, measures->count,
						sizeof(struct measure *))};

	for (size_t i = 0; i < measures->count; i++)
		ids.sorted[i] = &measures->items[i];
	if (measures->count > 0)
		qsort(ids.sorted, measures->count, sizeof(struct measure *),
		      id_compare);
	return ids;
}

int
ids_find(const struct ids *ids, const char *id)
{
	size_t low = 0, high = ids->measures->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(ids->sorted[middle]->id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == ids->measures->count ||
	    strcmp(ids->sorted[low]->id, id) != 0)
		return NONE;
	return (int)(ids->sorted[low] - ids->measures->items);
}

static bool
id_is_good(const char *id)
{
	return id[0] != '\0' && strchr(LETTERS, id[0]) != NULL &&
	       strlen(id) <= 64 &&
	       id[strspn(id, LETTERS "0123456789.-")] == '\0';
}

bool
ids_check(struct messages *messages, const struct ids *ids)
{
	const struct measure *items = ids->measures->items;
	bool good = true;

	for (size_t i = 0; i < ids->measures->count; i++) {
		int first = ids_find(ids, items[i].id);

		if (!id_is_good(items[i].id)) {
			message_error(messages, items[i].at,
				      "'%.80s' is no id: letters, digits, dots "
				      "and hyphens, from a letter on, at most "
				      "64",
				      items[i].id);
			good = false;
		}
		if ((size_t)first != i) {
			message_error(messages, items[i].at,
				      "%s: defined before, in line %d",
				      items[i].id, items[first].at.line);
			good = false;
		}
	}
	return good;
}

/* One name of each language in which any measure has one. */
static struct names
languages_collect(struct arena *arena, const struct measures *measures)
{
	struct names all = {0};

	for (size_t i = 0; i < measures->count; i++) {
		const struct names *names = &measures->items[i].names;

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

	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *measure = &measures->items[i];

		for (size_t k = 0; k < languages.count; k++) {
			const char *language = languages.items[k].language;
			const char *words = names_in(&measure->names, language);

			if (words != NULL && words[0] != '\0')
				continue;
			message_error(messages, measure->at,
				      "%s: no name in the language '%s'",
				      measure->id, language);
			good = false;
		}
	}
	return good;
}
