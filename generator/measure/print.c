/* All measures with their values: as a table to look at, as TSV, as JSON. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "measure/dimension.h"
#include "measure/value.h"

#include <stdlib.h>
#include <string.h>

/* --- a table --- */

static void
add_padded(struct text *text, const char *string, size_t width)
{
	text_add(text, string);
	for (size_t used = utf8_count(string); used < width; used++)
		text_add(text, " ");
}

static void
print_table(struct text *text, const struct measures *measures)
{
	size_t width = 0;

	for (size_t i = 0; i < measures->count; i++) {
		size_t length = strlen(measures->items[i].id);

		width = length > width ? length : width;
	}
	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *measure = &measures->items[i];

		add_padded(text, measure->id, width + 2);
		add_padded(text, value_kind_name(measure->value.kind), 8);
		value_add(text, measures->dataset, &measure->value, true);
		text_add(text, "\n");
	}
}

/* --- tab-separated --- */

/* What a spreadsheet takes for the start of a formula; the full-width forms
 * are read so where Chinese or Japanese is set. */
static bool
starts_formula(const char *words)
{
	static const char *const signs[] = {"=",  "+",	"-",  "@",
					    "＝", "＋", "－", "＠"};

	for (size_t i = 0; i < COUNT(signs); i++)
		if (strncmp(words, signs[i], strlen(signs[i])) == 0)
			return true;
	return false;
}

/* An apostrophe keeps a cell of words from being read as a formula; tabs and
 * line ends would break the row. */
static void
add_cell(struct text *text, const char *words)
{
	text_add(text, starts_formula(words) ? "\t'" : "\t");
	for (; *words != '\0'; words++)
		text_add_bytes(
		    text, strchr("\t\r\n", *words) != NULL ? " " : words, 1);
}

/* Every measure has a name in the same languages: measures_compute saw to it.
 */
static void
print_tsv(struct text *text, const struct measures *measures)
{
	static const struct names none;
	const struct names *languages = measures->count > 0
					    ? &measures->items[0].names
					    : &none;

	text_add(text, "id\tvalue\tformula");
	for (size_t k = 0; k < languages->count; k++)
		text_print(text, "\tname.%s", languages->items[k].language);
	text_add(text, "\n");
	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *measure = &measures->items[i];

		text_print(text, "%s\t", measure->id);
		value_add(text, measures->dataset, &measure->value, false);
		add_cell(text, measure->formula);
		for (size_t k = 0; k < languages->count; k++) {
			const char *words = names_in(
			    &measure->names, languages->items[k].language);

			add_cell(text, words == NULL ? "" : words);
		}
		text_add(text, "\n");
	}
}

/* --- JSON --- */

static void
add_json_ratio(struct text *text, struct ratio ratio)
{
	text_print(text, "{\"part\": %lld, \"whole\": %lld}", ratio.part,
		   ratio.whole);
}

static void
add_json_row(struct text *text, const struct dataset *dataset,
	     const struct value *value, const struct row *row)
{
	char buffer[KEY_BYTES];

	text_add(text, "\n    {\"key\": ");
	text_add_json(
	    text, dimension_code(dataset, value->dimension, row->key, buffer));
	text_add(text, ", \"value\": ");
	if (row->is_ratio)
		add_json_ratio(text, row->ratio);
	else
		text_print(text, "%lld", row->number);
	text_add(text, "}");
}

static void
add_json_rows(struct text *text, const struct dataset *dataset,
	      const struct value *value)
{
	text_add(text, "[");
	for (size_t i = 0; i < value->count; i++) {
		text_add(text, i == 0 ? "" : ",");
		add_json_row(text, dataset, value, &value->rows[i]);
	}
	text_add(text, "]");
}

static void
add_json_value(struct text *text, const struct dataset *dataset,
	       const struct value *value)
{
	switch (value->kind) {
	case VALUE_NUMBER:
		text_print(text, "%lld", value->number);
		return;
	case VALUE_RATIO:
		add_json_ratio(text, value->ratio);
		return;
	case VALUE_DAY:
		text_add(text, "\"");
		value_add_day(text, value->day);
		text_add(text, "\"");
		return;
	case VALUE_SERIES:
	case VALUE_LIST:
		add_json_rows(text, dataset, value);
		return;
	}
	abort();
}

static void
add_json_names(struct text *text, const struct names *names)
{
	text_add(text, "{");
	for (size_t i = 0; i < names->count; i++) {
		text_add(text, i == 0 ? "" : ", ");
		text_add_json(text, names->items[i].language);
		text_add(text, ": ");
		text_add_json(text, names->items[i].words);
	}
	text_add(text, "}");
}

static void
print_json(struct text *text, const struct measures *measures)
{
	text_add(text, "[");
	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *measure = &measures->items[i];
		const struct value *value = &measure->value;

		text_add(text, i == 0 ? "\n  {\"id\": " : ",\n  {\"id\": ");
		text_add_json(text, measure->id);
		text_add(text, ",\n   \"formula\": ");
		text_add_json(text, measure->formula);
		text_add(text, ",\n   \"names\": ");
		add_json_names(text, &measure->names);
		text_print(text, ",\n   \"kind\": \"%s\"",
			   value_kind_name(value->kind));
		if (value->kind == VALUE_SERIES || value->kind == VALUE_LIST)
			text_print(text, ",\n   \"dimension\": \"%s\"",
				   dimension_name(value->dimension));
		text_add(text, ",\n   \"value\": ");
		add_json_value(text, measures->dataset, value);
		text_add(text, "}");
	}
	text_add(text, "\n]\n");
}

void
measures_print(struct text *text, const struct measures *measures,
	       enum measures_format format)
{
	switch (format) {
	case MEASURES_TABLE:
		print_table(text, measures);
		return;
	case MEASURES_TSV:
		print_tsv(text, measures);
		return;
	case MEASURES_JSON:
		print_json(text, measures);
		return;
	}
	abort();
}
