/* The words of a chart: categories, numbers, series; the chart itself. */
/* SPDX-License-Identifier: MIT */
#include "report/maker.h"

#include "base/arena.h"

#include <string.h>

const char *
maker_number(struct maker *maker, long long number)
{
	return language_number(maker->filler->arena,
			       maker->filler->edition->language, number);
}

/* "259" or "259 (49%)". */
static const char *
row_words(struct maker *maker, size_t series, size_t row)
{
	struct filler *filler = maker->filler;
	const struct value *share = maker->shares[series];
	const char *parts[2] = {
	    maker_number(maker, maker->series[series]->rows[row].number), ""};

	if (share == NULL || share->rows[row].ratio.whole == 0)
		return parts[0];
	parts[1] = language_percent_short(
	    filler->arena, filler->edition->language, share->rows[row].ratio);
	return filler_phrase(filler, maker->spec->at, "chart-value-share", 2,
			     parts);
}

/* Articles bear their number before their name; a row with a lettered note
 * bears the letter behind it. */
static const char *
category_words(struct maker *maker, size_t row)
{
	struct filler *filler = maker->filler;
	const struct dataset *dataset = filler->measures->dataset;
	const struct value *value = maker->series[0];
	int key = value->rows[row].key;
	const struct term *term = dimension_term(dataset, value->dimension,
						 key);
	const char *words;

	if (term == NULL)
		return language_year(filler->arena, filler->edition->language,
				     key);
	words = names_in(&term->names, filler->edition->code);
	if (value->dimension == DIMENSION_ARTICLE) {
		const char *parts[] = {
		    term->code, words,
		    language_articles(filler->arena, filler->edition->language,
				      &dataset->articles[key].number, 1)};

		words = filler_phrase(filler, maker->spec->at, "chart-article",
				      3, parts);
	} else if (value->dimension == DIMENSION_CHAPTER) {
		const char *parts[] = {term->code, words,
				       language_words(filler->arena,
						      filler->edition->language,
						      key + 1)};

		words = filler_phrase(filler, maker->spec->at, "chart-chapter",
				      3, parts);
	}
	for (size_t i = 0; i < maker->spec->note_count; i++) {
		const char *on = maker->spec->notes[i].on;
		const char *parts[] = {words, filler_note_letter(filler, i)};

		if (on != NULL && strcmp(on, term->code) == 0)
			words = filler_phrase(filler, maker->spec->at,
					      "chart-noted", 2, parts);
	}
	return words;
}

const char *
filler_note_letter(struct filler *filler, size_t index)
{
	return language_counter(filler->arena, filler->edition->language,
				COUNTER_TABLE_NOTE, (int)index + 1);
}

static const char *
series_name(struct maker *maker, size_t i)
{
	struct filler *filler = maker->filler;
	const struct series_spec *spec = &maker->spec->series[i];
	const struct measure *measure;
	const char *name;
	struct spoken spoken;

	if (spec->month != NULL) {
		measure = maker_measure(maker, spec->at, spec->month, VALUE_DAY,
					"a day");
		if (measure == NULL)
			return "";
		spoken_from(filler, &measure->value, &spoken);
		name = language_speak(filler->arena, filler->messages,
				      filler->edition->language, spec->at,
				      &spoken, "month", NULL, 0);
	} else {
		name = names_in(&spec->names, filler->edition->code);
		if (name == NULL)
			message_error(filler->messages, spec->at,
				      "figure \"%s\": no name in \"%s\"",
				      maker->spec->id, filler->edition->code);
	}
	return name == NULL ? "" : name;
}

static char *
axis_number(struct arena *arena, const void *language, long long number)
{
	return language_number(arena, language, number);
}

struct chart
maker_chart(struct maker *maker, const struct figure_style *style)
{
	struct filler *filler = maker->filler;
	const struct figure_spec *spec = maker->spec;
	struct series *series = arena_array(filler->arena, spec->series_count,
					    sizeof(*series));
	const char **categories = arena_array(filler->arena, maker->count,
					      sizeof(*categories));

	for (size_t row = 0; row < maker->count; row++)
		categories[row] = category_words(maker, maker->order[row]);
	for (size_t i = 0; i < spec->series_count; i++) {
		double *values = arena_array(filler->arena, maker->count,
					     sizeof(*values));
		const char **labels = arena_array(filler->arena, maker->count,
						  sizeof(*labels));

		for (size_t row = 0; row < maker->count; row++) {
			size_t from = maker->order[row];

			values[row] =
			    (double)maker->series[i]->rows[from].number;
			labels[row] = row_words(maker, i, from);
		}
		series[i] = (struct series){series_name(maker, i), values,
					    labels};
	}
	return (struct chart){
	    .kind = spec->kind,
	    .name = spec->id,
	    .at = spec->at,
	    .tag = language_tag(filler->edition->language),
	    .is_han = language_is_han(filler->edition->language),
	    .categories = categories,
	    .category_count = maker->count,
	    .series = series,
	    .series_count = spec->series_count,
	    .width = style->width,
	    .type_size = style->type_size,
	    .latin = style->latin,
	    .han = style->han,
	    .number = axis_number,
	    .number_context = filler->edition->language,
	};
}
