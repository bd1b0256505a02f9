/* What stands beside a chart: description, table, source, notes. */
/* SPDX-License-Identifier: MIT */
#include "report/maker.h"

#include "base/arena.h"

#include <string.h>

/* --- the description, generated from the data --- */

static void
sentence_add(struct maker *maker, struct text *text, const char *key,
	     size_t count, const char *const *arguments)
{
	const char *space = filler_phrase(maker->filler, maker->spec->at,
					  "sentence-space", 0, NULL);

	if (text->length > 0)
		text_add(text, space);
	text_add(text, filler_phrase(maker->filler, maker->spec->at, key, count,
				     arguments));
}

/* What stands out in one series: most, least, total. */
static void
series_describe(struct maker *maker, const struct chart *chart, size_t i,
		struct text *text)
{
	const struct value *value = maker->series[i];
	const char *shown = maker_number(maker,
					 (long long)chart->category_count);
	const char *name[] = {chart->series[i].name, shown};
	size_t most = 0, least = 0;
	long long total = 0;

	for (size_t row = 0; row < maker->count; row++) {
		long long number = value->rows[maker->order[row]].number;

		if (number > value->rows[maker->order[most]].number)
			most = row;
		if (number < value->rows[maker->order[least]].number)
			least = row;
		total += number;
	}
	const char *largest[] = {chart->categories[most],
				 chart->series[i].labels[most]};
	const char *smallest[] = {chart->categories[least],
				  chart->series[i].labels[least]};
	const char *sum[] = {maker_number(maker, total)};

	sentence_add(maker, text, "chart-counts", 2, name);
	sentence_add(maker, text, "chart-largest", 2, largest);
	sentence_add(maker, text, "chart-smallest", 2, smallest);
	/* Distinct States of several articles do not add up to a total. */
	if (maker->shares[i] != NULL)
		sentence_add(maker, text, "chart-total", 1, sum);
}

const char *
maker_describe(struct maker *maker, const struct chart *chart)
{
	static const char *const kinds[] = {
	    [CHART_BARS] = "chart-bars",
	    [CHART_COLUMNS] = "chart-columns",
	    [CHART_GROUPED] = "chart-grouped",
	    [CHART_PAIRED] = "chart-paired",
	};
	struct text text = {0};
	const char *description;

	sentence_add(maker, &text, kinds[chart->kind], 0, NULL);
	for (size_t i = 0; i < chart->series_count; i++)
		series_describe(maker, chart, i, &text);
	description = arena_copy(maker->filler->arena, text_string(&text));
	text_free(&text);
	return description;
}

/* --- the figure and its table --- */

struct table
maker_table(struct maker *maker, const struct chart *chart)
{
	struct arena *arena = maker->filler->arena;
	size_t columns = chart->series_count + 1;
	const char **heads = arena_array(arena, columns, sizeof(*heads));
	const char **cells = arena_array(arena, columns * maker->count,
					 sizeof(*cells));

	heads[0] = filler_phrase(maker->filler, maker->spec->at,
				 "chart-category", 0, NULL);
	for (size_t i = 0; i < chart->series_count; i++)
		heads[i + 1] = chart->series[i].name;
	for (size_t row = 0; row < maker->count; row++) {
		cells[row * columns] = chart->categories[row];
		for (size_t i = 0; i < chart->series_count; i++)
			cells[row * columns + i + 1] =
			    chart->series[i].labels[row];
	}
	return (struct table){heads, columns, cells, maker->count, false};
}

const char *
maker_source(struct maker *maker)
{
	struct filler *filler = maker->filler;
	const struct figure_spec *spec = maker->spec;
	const struct measure *reviews = maker_measure(
	    maker, spec->at, spec->reviews, VALUE_NUMBER, "a number");
	const struct measure *as_at = maker_measure(maker, spec->at, spec->day,
						    VALUE_DAY, "a day");
	const char *parts[2];

	if (reviews == NULL || as_at == NULL)
		return "";
	parts[0] = maker_number(maker, reviews->value.number);
	parts[1] = language_day(filler->arena, filler->edition->language,
				as_at->value.day);
	return filler_phrase(filler, spec->at, "source", 2, parts);
}

const char *
maker_note(struct maker *maker, size_t i)
{
	struct filler *filler = maker->filler;
	const struct note_spec *note = &maker->spec->notes[i];
	const char *parts[] = {filler_note_letter(filler, i),
			       names_in(&note->names, filler->edition->code)};

	if (parts[1] == NULL) {
		message_error(filler->messages, note->at,
			      "figure \"%s\": a note has no words in \"%s\"",
			      maker->spec->id, filler->edition->code);
		return "";
	}
	return filler_phrase(filler, note->at, "chart-note", 2, parts);
}
