/* All measures and claims with their values: as a table, as TSV, as JSON. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "measure/dimension.h"
#include "measure/value.h"

#include <stdlib.h>
#include <string.h>

static const char *
truth(const struct claim *claim)
{
	return claim->holds ? "true" : "false";
}

/* --- a table --- */

static void
add_padded(struct text *text, const char *string, size_t width)
{
	text_add(text, string);
	for (size_t used = utf8_count(string); used < width; used++)
		text_add(text, " ");
}

static size_t
width_most(size_t width, const char *id)
{
	size_t length = strlen(id);

	return length > width ? length : width;
}

static void
print_table(struct text *text, const struct measures *measures)
{
	size_t width = 0;

	for (size_t i = 0; i < measures->count; i++)
		width = width_most(width, measures->items[i].id);
	for (size_t i = 0; i < measures->claim_count; i++)
		width = width_most(width, measures->claims[i].id);
	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *measure = &measures->items[i];

		add_padded(text, measure->id, width + 2);
		add_padded(text, value_kind_name(measure->value.kind), 8);
		value_add(text, measures->dataset, &measure->value, true);
		text_add(text, "\n");
	}
	for (size_t i = 0; i < measures->claim_count; i++) {
		const struct claim *claim = &measures->claims[i];

		add_padded(text, claim->id, width + 2);
		add_padded(text, "claim", 8);
		text_print(text, "%s: %s\n", truth(claim), claim->because);
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

static void
add_tsv_names(struct text *text, const struct names *languages,
	      const struct names *names)
{
	for (size_t k = 0; k < languages->count; k++) {
		const char *words = names_in(names,
					     languages->items[k].language);

		add_cell(text, words == NULL ? "" : words);
	}
	text_add(text, "\n");
}

/* Everything has a name in the same languages: measures_compute saw to it. */
static struct names
first_names(const struct measures *measures)
{
	if (measures->count > 0)
		return measures->items[0].names;
	if (measures->claim_count > 0)
		return measures->claims[0].names;
	return (struct names){0};
}

static void
print_tsv(struct text *text, const struct measures *measures)
{
	struct names languages = first_names(measures);

	text_add(text, "id\tvalue\tformula");
	for (size_t k = 0; k < languages.count; k++)
		text_print(text, "\tname.%s", languages.items[k].language);
	text_add(text, "\n");
	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *measure = &measures->items[i];

		text_print(text, "%s\t", measure->id);
		value_add(text, measures->dataset, &measure->value, false);
		add_cell(text, measure->formula);
		add_tsv_names(text, &languages, &measure->names);
	}
	for (size_t i = 0; i < measures->claim_count; i++) {
		const struct claim *claim = &measures->claims[i];

		text_print(text, "%s\t%s", claim->id, truth(claim));
		add_cell(text, claim->formula);
		add_tsv_names(text, &languages, &claim->names);
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
	if (value->kind == VALUE_TABLE) {
		text_add(text, ", \"across\": ");
		text_add_json(text, dimension_code(dataset, value->across,
						   row->across, buffer));
	}
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
	case VALUE_TABLE:
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

/* What measures and claims have alike, up to the value. */
static void
add_json_head(struct text *text, bool is_first, const char *id,
	      const char *formula, const struct names *names, const char *kind)
{
	text_add(text, is_first ? "\n  {\"id\": " : ",\n  {\"id\": ");
	text_add_json(text, id);
	text_add(text, ",\n   \"formula\": ");
	text_add_json(text, formula);
	text_add(text, ",\n   \"names\": ");
	add_json_names(text, names);
	text_print(text, ",\n   \"kind\": \"%s\"", kind);
}

static void
add_json_measure(struct text *text, const struct measures *measures, size_t i)
{
	const struct measure *measure = &measures->items[i];
	const struct value *value = &measure->value;

	add_json_head(text, i == 0, measure->id, measure->formula,
		      &measure->names, value_kind_name(value->kind));
	if (value_has_rows(value) || value->kind == VALUE_LIST)
		text_print(text, ",\n   \"dimension\": \"%s\"",
			   dimension_name(value->dimension));
	if (value->kind == VALUE_TABLE)
		text_print(text, ",\n   \"across\": \"%s\"",
			   dimension_name(value->across));
	text_add(text, ",\n   \"value\": ");
	add_json_value(text, measures->dataset, value);
	text_add(text, "}");
}

static void
add_json_claim(struct text *text, const struct measures *measures, size_t i)
{
	const struct claim *claim = &measures->claims[i];

	add_json_head(text, measures->count + i == 0, claim->id, claim->formula,
		      &claim->names, "claim");
	text_print(text,
		   ",\n   \"value\": %s,\n   \"because\": ", truth(claim));
	text_add_json(text, claim->because);
	text_add(text, "}");
}

static void
print_json(struct text *text, const struct measures *measures)
{
	text_add(text, "[");
	for (size_t i = 0; i < measures->count; i++)
		add_json_measure(text, measures, i);
	for (size_t i = 0; i < measures->claim_count; i++)
		add_json_claim(text, measures, i);
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
