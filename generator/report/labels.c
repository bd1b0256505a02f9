/* The words of a chart: categories, numbers, series, notes; the chart itself.
 */
/* SPDX-License-Identifier: MIT */
#include "report/maker.h"

#include "base/arena.h"
#include "measure/dimension.h"

#include <string.h>

const char *
maker_number(struct maker *maker, long long number)
{
	return language_number(maker->filler->arena,
			       maker->filler->edition->language, number);
}

const char *
maker_phrase(struct maker *maker, const char *key, size_t count,
	     const char *const *arguments)
{
	return filler_phrase(maker->filler, maker->spec->at, key, count,
			     arguments);
}

/* "259" or "259 (49%)"; and, where that finds no room, "49%" of a whole, else
 * the number alone. */
static const char *
row_words(struct maker *maker, size_t series, size_t row, const char **brief)
{
	struct filler *filler = maker->filler;
	struct ratio share;
	const char *parts[2] = {
	    maker_number(maker, maker_value(maker, series, row)), ""};

	*brief = parts[0];
	if (!maker_share(maker, series, row, &share))
		return parts[0];
	parts[1] = language_percent_short(filler->arena,
					  filler->edition->language, share);
	if (maker->shares[series] == NULL)
		*brief = parts[1];
	return maker_phrase(maker, "chart-value-share", 2, parts);
}

const char *
maker_code(const struct maker *maker, size_t row)
{
	const struct value *value = maker->series[0];
	char buffer[KEY_BYTES];

	return arena_copy(
	    maker->filler->arena,
	    dimension_code(maker->filler->measures->dataset, value->dimension,
			   value->rows[maker->order[row]].key, buffer));
}

static const char *
provision_label(struct maker *maker, struct provision provision)
{
	struct arena *arena = maker->filler->arena;
	const struct article *article =
	    &maker->filler->measures->dataset->articles[provision.article];
	const char *parts[] = {
	    article->term.code, arena_print(arena, "%d", provision.paragraph),
	    language_provisions(arena, maker->filler->edition->language,
				&article->number, &provision.paragraph, 1),
	    names_in(&article->term.names, maker->filler->edition->code)};

	return maker_phrase(maker, "chart-provision", COUNT(parts), parts);
}

/* Articles bear their number before their name. */
const char *
maker_key(struct maker *maker, enum dimension dimension, int key)
{
	struct filler *filler = maker->filler;
	const struct language *language = filler->edition->language;
	const struct dataset *dataset = filler->measures->dataset;
	const struct term *term = dimension_term(dataset, dimension, key);
	const char *parts[3];

	if (dimension == DIMENSION_PROVISION)
		return provision_label(maker, provision_of(key));
	if (term == NULL)
		return language_year(filler->arena, language, key);
	parts[0] = term->code;
	parts[1] = names_in(&term->names, filler->edition->code);
	if (dimension == DIMENSION_ARTICLE) {
		parts[2] = language_articles(filler->arena, language,
					     &dataset->articles[key].number, 1);
		return maker_phrase(maker, "chart-article", 3, parts);
	}
	if (dimension == DIMENSION_CHAPTER) {
		parts[2] = language_words(filler->arena, language, key + 1);
		return maker_phrase(maker, "chart-chapter", 3, parts);
	}
	return parts[1];
}

/* A row with a lettered note bears the letter behind its name. */
static const char *
category_words(struct maker *maker, size_t row)
{
	const struct value *value = maker->series[0];
	int key = value->rows[maker->order[row]].key;
	const char *code = maker_code(maker, row);
	const char *words = maker_key(maker, value->dimension, key);

	/* Under an axis of years digits do. */
	if (maker->spec->kind == CHART_LINE && !maker->spec->is_table)
		return code;
	for (size_t i = 0; i < maker->spec->note_count; i++) {
		const char *on = maker->spec->notes[i].on;
		const char *parts[] = {words,
				       filler_note_letter(maker->filler, i)};

		if (on != NULL && strcmp(on, code) == 0)
			words = maker_phrase(maker,
					     value->dimension ==
						     DIMENSION_PROVISION
						 ? "chart-provision-noted"
						 : "chart-noted",
					     2, parts);
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

	if (spec->is_column) {
		const struct value *table =
		    &measure_find(filler->measures, spec->measure)->value;

		return maker_key(maker, table->across,
				 table->rows[spec->column].across);
	}
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
			maker_error(maker, spec->at, "no name in \"%s\"",
				    filler->edition->code);
	}
	return name == NULL ? "" : name;
}

const char *
maker_note(struct maker *maker, size_t i)
{
	struct filler *filler = maker->filler;
	const struct note_spec *note = &maker->spec->notes[i];
	const char *parts[] = {filler_note_letter(filler, i),
			       names_in(&note->names, filler->edition->code)};

	if (parts[1] == NULL) {
		maker_error(maker, note->at, "a note has no words in \"%s\"",
			    filler->edition->code);
		return "";
	}
	return filler_phrase(filler, note->at, "chart-note", 2, parts);
}

/* --- the chart --- */

static char *
axis_number(struct arena *arena, const void *language, long long number)
{
	return language_number(arena, language, number);
}

static char *
axis_percent(struct arena *arena, const void *language, long long number)
{
	return language_percent_short(arena, language,
				      (struct ratio){number, 100});
}

static struct series
series_make(struct maker *maker, size_t i)
{
	struct arena *arena = maker->filler->arena;
	double *values = arena_array(arena, maker->count, sizeof(*values));
	const char **labels = arena_array(arena, maker->count, sizeof(*labels));
	const char **shorts = arena_array(arena, maker->count, sizeof(*shorts));

	for (size_t row = 0; row < maker->count; row++) {
		values[row] = (double)maker_value(maker, i, row);
		labels[row] = row_words(maker, i, row, &shorts[row]);
	}
	return (struct series){.name = series_name(maker, i),
			       .values = values,
			       .labels = labels,
			       .shorts = shorts,
			       .role = maker->spec->series[i].role};
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
		categories[row] = category_words(maker, row);
	for (size_t i = 0; i < spec->series_count; i++)
		series[i] = series_make(maker, i);
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
	    .percent = axis_percent,
	    .number_context = filler->edition->language,
	};
}
