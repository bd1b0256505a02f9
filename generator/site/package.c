/* The data described for programs: a Frictionless Data Package 1.0, whose
 * tables have a Table Schema. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <string.h>

static const char prefix[] = "site/data/";

/* A column by its name, in whatever table. What no row names is a string. */
static const struct {
	const char *name, *type;
	bool is_required;
} known[] = {
    {"state", "string", true},	   {"region", "string", true},
    {"cycle", "string", true},	   {"completed", "date", true},
    {"kind", "string", true},	   {"chapter", "string", true},
    {"article", "integer", false}, {"paragraph", "integer", false},
    {"category", "string", false}, {"topics", "string", false},
    {"id", "string", true},	   {"value", "string", true},
    {"formula", "string", true},   {"column", "string", true},
    {"code", "string", true},	   {"within", "string", false},
};

/* "name.en" is described by the word for "name". */
static const char *
column_words(struct site *site, const char *column)
{
	const char *stem = arena_copy_bytes(site->arena, column,
					    strcspn(column, "."));

	return site_word(site, &site->source->editions[0],
			 arena_print(site->arena, "column-%s", stem));
}

static void
codes_add(struct text *out, const char *const *codes, size_t count)
{
	text_add(out, ", \"enum\": [");
	for (size_t i = 0; i < count; i++) {
		text_add(out, i == 0 ? "" : ", ");
		text_add_json(out, codes[i]);
	}
	text_add(out, "]");
}

#define CODES_ADD(items, number)                                               \
	do {                                                                   \
		for (size_t k = 0; k < (number); k++)                          \
			ARENA_PUSH(site->arena, codes, count,                  \
				   (items)[k].term.code);                      \
	} while (0)

/* The codes that a column may hold, where they are few. */
static void
constraints_add(struct site *site, struct text *out, const char *column)
{
	const struct dataset *data = site->source->dataset;
	const char **codes = NULL;
	size_t count = 0;

	if (strcmp(column, "region") == 0)
		CODES_ADD(data->regions, data->region_count);
	else if (strcmp(column, "cycle") == 0)
		CODES_ADD(data->cycles, data->cycle_count);
	else if (strcmp(column, "chapter") == 0)
		CODES_ADD(data->chapters, data->chapter_count);
	else if (strcmp(column, "kind") == 0)
		for (int kind = 0; kind < ENTRY_KINDS; kind++)
			ARENA_PUSH(site->arena, codes, count,
				   entry_kind_name((enum entry_kind)kind));
	if (count > 0)
		codes_add(out, codes, count);
}

static void
field_add(struct site *site, struct text *out, const char *column)
{
	const char *type = "string";
	bool is_required = false;

	for (size_t i = 0; i < COUNT(known); i++)
		if (strcmp(known[i].name, column) == 0) {
			type = known[i].type;
			is_required = known[i].is_required;
		}
	text_add(out, "\n      {\"name\": ");
	text_add_json(out, column);
	text_print(out, ", \"type\": \"%s\", \"description\": ", type);
	text_add_json(out, column_words(site, column));
	text_print(out, ", \"constraints\": {\"required\": %s",
		   is_required ? "true" : "false");
	constraints_add(site, out, column);
	text_add(out, "}}");
}

/* The columns are those of the table's own head. */
static void
schema_add(struct site *site, struct text *out, const struct output *output)
{
	const char *head = text_string(&output->bytes);
	const char *end = head + strcspn(head, "\r\n");
	const char *before = "";

	text_add(out, ",\n    \"schema\": {\"missingValues\": [\"\"], "
		      "\"fields\": [");
	while (head < end) {
		size_t length = strcspn(head, ",\t\r\n");

		text_add(out, before);
		field_add(site, out,
			  arena_copy_bytes(site->arena, head, length));
		head += length + 1;
		before = ",";
	}
	text_add(out, "]}");
}

static const struct output *
output_find(const struct site *site, const char *name)
{
	for (size_t i = 0; i < site->outputs->count; i++) {
		const struct output *output = &site->outputs->items[i];

		if (strncmp(output->path, prefix, strlen(prefix)) == 0 &&
		    strcmp(output->path + strlen(prefix), name) == 0)
			return output;
	}
	return NULL;
}

static void
table_describe(struct site *site, struct text *out, const char *name,
	       const char *media)
{
	const struct output *output = output_find(site, name);

	if (output == NULL)
		return;
	text_print(out,
		   "\n   {\"profile\": \"tabular-data-resource\", "
		   "\"name\": \"%.*s\", \"path\": \"%s\",\n"
		   "    \"mediatype\": \"%s\", "
		   "\"encoding\": \"utf-8\", \"bytes\": %zu",
		   (int)strcspn(name, "."), name, name, media,
		   output->bytes.length);
	if (strstr(name, ".tsv") != NULL)
		text_add(out, ",\n    \"dialect\": {\"delimiter\": \"\\t\"}");
	schema_add(site, out, output);
	text_add(out, "},");
}

/* The reviews as they were read, with what their codes refer to. */
static void
sources_describe(struct site *site, struct text *out)
{
	const char *before = "";

	text_add(out, "\n   {\"name\": \"reviews\", \"format\": \"xml\", "
		      "\"mediatype\": \"application/xml\", "
		      "\"encoding\": \"utf-8\",\n    \"path\": [");
	for (size_t i = 0; i < site->outputs->count; i++) {
		const char *path = site->outputs->items[i].path;
		const char *ending = strrchr(path, '.');

		if (strncmp(path, prefix, strlen(prefix)) != 0 ||
		    ending == NULL || strcmp(ending, ".xml") != 0)
			continue;
		text_add(out, before);
		text_add_json(out, path + strlen(prefix));
		before = ",\n     ";
	}
	text_add(out, "]}");
}

void
package_write(struct site *site)
{
	const struct site_source *source = site->source;
	const struct masthead *masthead =
	    &source->editions[0].document->masthead;
	struct text out = {0};

	text_print(&out, "{\"profile\": \"data-package\",\n \"name\": \"%s\"",
		   source->id);
	text_add(&out, ",\n \"title\": ");
	text_add_json(&out, masthead->title);
	text_add(&out, ",\n \"description\": ");
	text_add_json(&out, masthead->notice ? masthead->notice : "");
	if (source->address != NULL) {
		text_add(&out, ",\n \"homepage\": ");
		text_add_json(&out, source->address);
	}
	text_print(&out,
		   ",\n \"created\": \"%04d-%02d-%02dT00:00:00Z\",\n"
		   " \"resources\": [",
		   source->date / 10000, source->date / 100 % 100,
		   source->date % 100);
	table_describe(site, &out, "entries.csv", "text/csv");
	table_describe(site, &out, "measures.tsv", "text/tab-separated-values");
	table_describe(site, &out, "codebook.csv", "text/csv");
	sources_describe(site, &out);
	text_add(&out, "]}\n");
	outputs_add(site->arena, site->outputs, "site/data/datapackage.json",
		    &out);
}
