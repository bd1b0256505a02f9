/* Read report.xml: editions, figures, what symbols look like. */
/* SPDX-License-Identifier: MIT */
#include "report/lint.h"

#include "base/arena.h"

#include <assert.h>
#include <string.h>

struct reader {
	struct arena *arena;
	struct messages *messages;
	const char *folder;
	struct xml_schema *profiles;
	struct report *report;
};

static const char *
path_beside(struct reader *reader, const char *path)
{
	return arena_print(reader->arena, "%s/%s", reader->folder, path);
}

static const char *
child_words(struct reader *reader, const struct element *element,
	    const char *name)
{
	const struct element *child = element_child(element, name);

	return child == NULL ? "" : element_words(reader->arena, child);
}

/* The words of all children of a name; the element may be NULL. */
static const char **
children_words(struct reader *reader, const struct element *element,
	       const char *name, size_t *count)
{
	const struct element *child = NULL;
	const char **words = NULL;

	*count = 0;
	if (element != NULL)
		child = element_child(element, name);
	for (; child != NULL; child = element_next(child, name))
		ARENA_PUSH(reader->arena, words, *count,
			   element_words(reader->arena, child));
	return words;
}

static struct masthead
masthead_read(struct reader *reader, const struct element *element)
{
	struct masthead masthead = {0};
	const struct {
		const char *name;
		const char **words;
	} parts[] = {
	    {"organization", &masthead.organization},
	    {"organ", &masthead.organ},
	    {"distribution", &masthead.distribution},
	    {"date", &masthead.date},
	    {"language-line", &masthead.language_line},
	    {"original", &masthead.original},
	    {"session", &masthead.session},
	    {"venue", &masthead.venue},
	    {"item", &masthead.item},
	    {"item-note", &masthead.item_note},
	    {"item-title", &masthead.item_title},
	    {"title", &masthead.title},
	    {"series", &masthead.series},
	    {"job-number", &masthead.job_number},
	    {"barcode", &masthead.barcode},
	};

	for (size_t i = 0; i < COUNT(parts); i++)
		*parts[i].words = child_words(reader, element, parts[i].name);
	masthead.symbol = reader->report->symbol;
	masthead.symbol_link = "";
	masthead.notice = "";
	return masthead;
}

static void
edition_read(struct reader *reader, const struct element *element)
{
	struct report *report = reader->report;
	struct edition edition = {0};
	const char *profile = element_attribute(element, "profile");

	edition.at = element->at;
	edition.template_path = path_beside(
	    reader, element_attribute(element, "template"));
	edition.masthead = masthead_read(reader, element);
	edition.language = language_open(reader->arena, reader->messages,
					 reader->profiles,
					 path_beside(reader, profile));
	if (edition.language == NULL)
		return;
	edition.code = language_code(edition.language);
	edition.literals = children_words(reader,
					  element_child(element, "literals"),
					  "literal", &edition.literal_count);
	for (size_t i = 0; i < report->edition_count; i++)
		if (strcmp(report->editions[i].code, edition.code) == 0)
			message_error(reader->messages, element->at,
				      "a second edition in \"%s\"",
				      edition.code);
	ARENA_PUSH(reader->arena, report->editions, report->edition_count,
		   edition);
}

static void
series_read(struct reader *reader, const struct element *element,
	    struct figure_spec *figure)
{
	struct series_spec series = {
	    .measure = element_attribute(element, "measure"),
	    .share = element_attribute(element, "share"),
	    .month = element_attribute(element, "month"),
	    .names = element_names(reader->arena, element, "name"),
	    .at = element->at,
	};

	if (series.month == NULL && series.names.count == 0)
		message_error(reader->messages, element->at,
			      "a series needs names or a month");
	ARENA_PUSH(reader->arena, figure->series, figure->series_count, series);
}

static void
figure_read(struct reader *reader, const struct element *element)
{
	const char *kind = element_attribute(element, "kind");
	const char *order = element_attribute(element, "order");
	struct report *report = reader->report;
	struct figure_spec figure = {
	    .id = element_attribute(element, "id"),
	    .is_by_value = order != NULL && strcmp(order, "value") == 0,
	    .reviews = element_attribute(element, "reviews"),
	    .day = element_attribute(element, "day"),
	    .at = element->at,
	};
	const struct element *child;

	if (!chart_kind_find(kind, &figure.kind))
		message_error(reader->messages, element->at,
			      "figure \"%s\": no kind of chart is \"%s\"",
			      figure.id, kind);
	for (size_t i = 0; i < report->figure_count; i++)
		if (strcmp(report->figures[i].id, figure.id) == 0)
			message_error(reader->messages, element->at,
				      "a second figure \"%s\"", figure.id);
	for (child = element_child(element, "series"); child != NULL;
	     child = element_next(child, "series"))
		series_read(reader, child, &figure);
	for (child = element_child(element, "note"); child != NULL;
	     child = element_next(child, "note")) {
		struct note_spec note = {
		    element_attribute(child, "on"),
		    element_names(reader->arena, child, "name"), child->at};

		ARENA_PUSH(reader->arena, figure.notes, figure.note_count,
			   note);
	}
	ARENA_PUSH(reader->arena, report->figures, report->figure_count,
		   figure);
}

static day
day_attribute(struct reader *reader, const struct element *element,
	      const char *name)
{
	day read = 0;

	if (!day_read(element_attribute(element, name), &read))
		message_error(reader->messages, element->at, "%s is not a day",
			      name);
	return read;
}

static void
report_collect(struct reader *reader, const struct element *root)
{
	struct report *report = reader->report;
	const struct element *child;

	report->at = root->at;
	report->id = element_attribute(root, "id");
	report->input = element_attribute(root, "input");
	report->style_path = path_beside(reader,
					 element_attribute(root, "style"));
	report->symbol = element_attribute(root, "symbol");
	if (report->symbol == NULL)
		report->symbol = "";
	report->date = day_attribute(reader, root, "date");
	report->cutoff = day_attribute(reader, root, "cutoff");
	for (child = element_child(root, "symbols"); child != NULL;
	     child = element_next(child, "symbols")) {
		struct symbol_spec symbol = {
		    .prefix = element_attribute(child, "prefix"),
		    .link = element_attribute(child, "link")};

		symbol.forms = children_words(reader, child, "form",
					      &symbol.form_count);
		ARENA_PUSH(reader->arena, report->symbols, report->symbol_count,
			   symbol);
	}
	rules_read(reader->arena, reader->messages, report,
		   element_child(root, "rules"));
	for (child = element_child(root, "edition"); child != NULL;
	     child = element_next(child, "edition"))
		edition_read(reader, child);
	for (child = element_child(root, "figure"); child != NULL;
	     child = element_next(child, "figure"))
		figure_read(reader, child);
}

struct report *
report_read(struct arena *arena, struct messages *messages, const char *folder,
	    const char *schema_folder)
{
	struct reader reader = {
	    .arena = arena,
	    .messages = messages,
	    .folder = folder,
	    .report = arena_take(arena, sizeof(struct report))};
	struct xml_schema *schema = xml_schema_open(
	    messages, arena_print(arena, "%s/report.xsd", schema_folder));
	const struct element *root = NULL;

	reader.profiles = xml_schema_open(
	    messages, arena_print(arena, "%s/language.xsd", schema_folder));
	if (schema != NULL && reader.profiles != NULL)
		root = xml_read_tree(arena, messages, schema,
				     path_beside(&reader, "report.xml"));
	if (root != NULL)
		report_collect(&reader, root);
	xml_schema_close(schema);
	xml_schema_close(reader.profiles);
	if (messages_are_good(messages))
		return reader.report;
	report_close(reader.report);
	return NULL;
}

void
report_close(struct report *report)
{
	if (report == NULL)
		return;
	for (size_t i = 0; i < report->edition_count; i++)
		language_close(report->editions[i].language);
	report->edition_count = 0;
}

const char *
report_word(struct arena *arena, struct messages *messages,
	    const struct edition *edition, const char *key)
{
	return language_phrase(arena, messages, edition->language, edition->at,
			       key, NULL, 0);
}
