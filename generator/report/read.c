/* Read report.xml: editions, figures, what symbols look like. */
/* SPDX-License-Identifier: MIT */
#include "report/lint.h"
#include "report/spec.h"

#include "base/arena.h"
#include "base/path.h"

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

/* A file that report.xml names lies where reports do, links followed; NULL
 * after a message. One that is not there fails where it is opened. */
static const char *
path_named(struct reader *reader, const struct element *element,
	   const char *path)
{
	const char *beside = path_beside(reader, path);

	if (path_is_inside(path_beside(reader, ".."), beside))
		return beside;
	message_error(reader->messages, element->at,
		      "\"%s\" leads out of the folder of the reports", path);
	return NULL;
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
	masthead.record_tag = element_attribute(element, "record");
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
	const char *profile = path_named(reader, element,
					 element_attribute(element, "profile"));

	edition.at = element->at;
	edition.template_path = path_named(
	    reader, element, element_attribute(element, "template"));
	edition.masthead = masthead_read(reader, element);
	if (profile != NULL)
		edition.language = language_open(
		    reader->arena, reader->messages, reader->profiles, profile);
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

/* The edition of a language code; the report's count if there is none. */
static size_t
edition_find(const struct report *report, const char *code, size_t length)
{
	size_t i = 0;

	while (i < report->edition_count &&
	       (strlen(report->editions[i].code) != length ||
		memcmp(report->editions[i].code, code, length) != 0))
		i++;
	return i;
}

/* Two languages side by side: which, and on what pages. */
static void
parallel_read(struct reader *reader, const struct element *root)
{
	struct report *report = reader->report;
	const char *path = element_attribute(root, "parallel");
	const char *columns = element_attribute(root, "columns");
	const char *space = columns == NULL ? NULL : strchr(columns, ' ');

	if (path == NULL)
		return;
	report->parallel_path = path_named(reader, root, path);
	report->columns[1] = 1;
	if (space != NULL) {
		report->columns[0] = edition_find(report, columns,
						  (size_t)(space - columns));
		report->columns[1] = edition_find(report, space + 1,
						  strlen(space + 1));
	}
	if (report->columns[0] >= report->edition_count ||
	    report->columns[1] >= report->edition_count ||
	    report->columns[0] == report->columns[1])
		message_error(reader->messages, root->at,
			      "columns: not two editions of the report");
}

static void
report_collect(struct reader *reader, const struct element *root)
{
	struct report *report = reader->report;
	const struct element *child;

	report->at = root->at;
	report->id = element_attribute(root, "id");
	report->input = element_attribute(root, "input");
	report->style_path = path_named(reader, root,
					element_attribute(root, "style"));
	report->symbol = element_attribute(root, "symbol");
	report->address = element_attribute(root, "address");
	report->since = element_attribute(root, "since");
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
	parallel_read(reader, root);
	figures_read(reader->arena, reader->messages, report, root);
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
