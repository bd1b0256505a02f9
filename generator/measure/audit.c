/* What was published, row by row, held against what the data gives. */
/* SPDX-License-Identifier: MIT */
#include "measure/audit.h"

#include "base/arena.h"
#include "base/file.h"
#include "measure/evaluate.h"
#include "measure/nearest.h"
#include "measure/value.h"
#include "xml/scan.h"

#include <assert.h>
#include <string.h>

enum column {
	COLUMN_ID,
	COLUMN_PARAGRAPH,
	COLUMN_PRINTED,
	COLUMN_TEST,
	COLUMN_MEASURE,
	COLUMN_CONTRADICTS,
	COLUMN_REMARK,
	COLUMNS
};

static const char *const column_names[] = {
    [COLUMN_ID] = "id",		  [COLUMN_PARAGRAPH] = "paragraph",
    [COLUMN_PRINTED] = "printed", [COLUMN_TEST] = "test",
    [COLUMN_MEASURE] = "measure", [COLUMN_CONTRADICTS] = "contradicts",
    [COLUMN_REMARK] = "remark",
};
static_assert(COUNT(column_names) == COLUMNS, "every column has its name");

enum {
	FILE_MOST = 1024 * 1024, /* [bytes] */
	ROWS_MOST = 4096
};

struct reading {
	struct arena *arena;
	struct messages *messages;
	const struct measures *measures;
	struct audit *audit;
	struct place at; /* of the line */
	char *cells[COLUMNS];
	char *line;
};

static struct place
cell_place(const struct reading *reading, enum column column, size_t offset)
{
	struct place place = reading->at;

	place.column = (int)(reading->cells[column] - reading->line) + 1 +
		       (int)offset;
	return place;
}

/* Cut the line at its tabs; false after a message if they are not as many as
 * the columns want. */
static bool
cells_cut(struct reading *reading)
{
	char *cell = reading->line;
	size_t count = 0;

	for (;; count++) {
		char *tab = strchr(cell, '\t');

		if (count < COLUMNS)
			reading->cells[count] = cell;
		if (tab == NULL)
			break;
		*tab = '\0';
		cell = tab + 1;
	}
	if (count + 1 == COLUMNS)
		return true;
	message_error(reading->messages, reading->at,
		      "%zu columns instead of %d", count + 1, COLUMNS);
	return false;
}

static void
read_header(struct reading *reading)
{
	if (!cells_cut(reading))
		return;
	for (enum column i = 0; i < COLUMNS; i++)
		if (strcmp(reading->cells[i], column_names[i]) != 0)
			message_error(reading->messages,
				      cell_place(reading, i, 0),
				      "the column '%.64s' should be '%s'",
				      reading->cells[i], column_names[i]);
}

static const struct measure *
read_measure(struct reading *reading)
{
	const char *id = reading->cells[COLUMN_MEASURE];
	const struct measure *measure = measure_find(reading->measures, id);
	struct nearest nearest = {.wanted = id};

	if (measure != NULL)
		return measure;
	for (size_t i = 0; i < reading->measures->count; i++)
		nearest_offer(&nearest, reading->measures->items[i].id);
	message_error(reading->messages, cell_place(reading, COLUMN_MEASURE, 0),
		      "unknown measure '%.64s'%s", id,
		      nearest_words(reading->arena, &nearest));
	return NULL;
}

static bool
read_test(struct reading *reading, struct audit_test *test)
{
	const char *text = reading->cells[COLUMN_TEST];
	size_t fault;
	const char *words = audit_test_parse(text, test, &fault);

	if (words != NULL)
		message_error(reading->messages,
			      cell_place(reading, COLUMN_TEST, fault),
			      "the test '%.64s': %s", text, words);
	return words == NULL;
}

/* Hold the measure against the test and keep what the data gives. */
static void
row_judge(struct reading *reading, const struct audit_test *test,
	  const struct measure *measure, struct audit_row *row)
{
	const struct dataset *dataset = reading->measures->dataset;
	struct text found = {0};

	if (!audit_test_suits(test, &measure->value)) {
		message_error(
		    reading->messages, cell_place(reading, COLUMN_TEST, 0),
		    "the test '%.64s' does not suit %s, which is %s", row->test,
		    measure->id, value_kind_words(measure->value.kind));
		return;
	}
	row->agrees = audit_test_holds(test, dataset, &measure->value);
	value_add(&found, dataset, &measure->value, true);
	row->found = arena_copy(reading->arena, text_string(&found));
	text_free(&found);
}

static void
row_read(struct reading *reading, struct audit_row *row)
{
	const struct measure *measure = read_measure(reading);
	struct audit_test test;
	bool good = read_test(reading, &test);

	row->is_unknown = measure != NULL && measure->is_void;
	if (measure != NULL && good && !row->is_unknown)
		row_judge(reading, &test, measure, row);
}

static void
read_row(struct reading *reading)
{
	struct audit *audit = reading->audit;
	struct audit_row row = {.at = reading->at,
				.found = arena_copy(reading->arena, "")};

	if (!cells_cut(reading))
		return;
	row.id = reading->cells[COLUMN_ID];
	row.paragraph = reading->cells[COLUMN_PARAGRAPH];
	row.printed = reading->cells[COLUMN_PRINTED];
	row.test = reading->cells[COLUMN_TEST];
	row.measure = reading->cells[COLUMN_MEASURE];
	row.contradicts = reading->cells[COLUMN_CONTRADICTS];
	row.at = cell_place(reading, COLUMN_ID, 0);
	if (row.id[0] == '\0')
		message_error(reading->messages, row.at, "a row without id");
	row.remark = reading->cells[COLUMN_REMARK];
	row.is_unknown = row.measure[0] == '\0' && row.test[0] == '\0';
	if (!row.is_unknown)
		row_read(reading, &row);
	ARENA_PUSH(reading->arena, audit->rows, audit->count, row);
	audit->agreeing += row.agrees;
	audit->differing += !row.agrees && !row.is_unknown;
	audit->known += !row.agrees && !row.is_unknown &&
			row.contradicts[0] != '\0';
}

/* --- rows against each other --- */

static const struct audit_row *
row_find(const struct audit *audit, const char *id, size_t length)
{
	for (size_t i = 0; i < audit->count; i++)
		if (strlen(audit->rows[i].id) == length &&
		    strncmp(audit->rows[i].id, id, length) == 0)
			return &audit->rows[i];
	return NULL;
}

/* Every id that the row is said to contradict is that of another row. */
static void
check_contradicted(struct messages *messages, const struct audit *audit,
		   const struct audit_row *row)
{
	const char *id = row->contradicts;

	for (id += strspn(id, " "); *id != '\0'; id += strspn(id, " ")) {
		size_t length = strcspn(id, " ");
		const struct audit_row *other = row_find(audit, id, length);
		struct place at = row->at;

		/* The line's cells lie in the file's bytes as they were. */
		at.column = (int)(id - row->id) + 1;
		if (other == NULL || other == row)
			message_error(messages, at, "'%.*s' is no other row",
				      length > 64 ? 64 : (int)length, id);
		id += length;
	}
}

static void
check_rows(struct messages *messages, const struct audit *audit)
{
	for (size_t i = 0; i < audit->count; i++) {
		const struct audit_row *row = &audit->rows[i];
		const struct audit_row *first = row_find(audit, row->id,
							 strlen(row->id));

		if (first != row)
			message_error(messages, row->at,
				      "%.64s: given before, in line %d",
				      row->id, first->at.line);
		check_contradicted(messages, audit, row);
	}
}

/* --- the file --- */

static struct place
place_of_byte(const char *path, const char *bytes, size_t offset)
{
	struct place place = {path, 1, 1};

	for (size_t i = 0; i < offset; i++) {
		place.column = bytes[i] == '\n' ? 1 : place.column + 1;
		place.line += bytes[i] == '\n';
	}
	return place;
}

/* Close the line at *next with a NUL byte and move behind it; NULL at the end
 * of the file. */
static char *
line_cut(char **next)
{
	char *line = *next, *end;

	if (*line == '\0')
		return NULL;
	end = line + strcspn(line, "\n");
	*next = *end == '\0' ? end : end + 1;
	*end = '\0';
	if (end > line && end[-1] == '\r')
		end[-1] = '\0';
	return line;
}

/* What XML may not hold is no better here: the table is printed as it stands.
 * One message, for each place is counted from the start. */
static bool
characters_check(struct messages *messages, const char *path, const char *bytes)
{
	for (const char *at = bytes, *next = bytes; *at != '\0'; at = next) {
		uint32_t c = utf8_next(&next);

		if ((c >= 0x20 || c == '\t' || c == '\n' || c == '\r') &&
		    !character_is_refused(c))
			continue;
		message_error(messages,
			      place_of_byte(path, bytes, (size_t)(at - bytes)),
			      "U+%04X is not allowed", (unsigned)c);
		return false;
	}
	return true;
}

struct audit *
audit_parse(struct arena *arena, struct messages *messages, const char *path,
	    char *bytes, size_t length, const struct measures *measures)
{
	struct audit *audit = arena_take(arena, sizeof(*audit));
	size_t errors = messages->counts[WEIGHT_ERROR], fault;
	struct reading reading = {.arena = arena,
				  .messages = messages,
				  .measures = measures,
				  .audit = audit,
				  .at = {path, 0, 1}};

	if (!utf8_is_valid(bytes, length, &fault)) {
		message_error(messages, place_of_byte(path, bytes, fault),
			      "not UTF-8");
		return NULL;
	}
	if (!characters_check(messages, path, bytes))
		return NULL;
	while ((reading.line = line_cut(&bytes)) != NULL) {
		reading.at.line++;
		if (reading.at.line == 1)
			read_header(&reading);
		else if (reading.line[0] != '\0' && audit->count < ROWS_MOST)
			read_row(&reading);
		else if (reading.line[0] != '\0')
			message_error(messages, reading.at, "more than %d rows",
				      ROWS_MOST);
	}
	if (reading.at.line == 0)
		message_error(messages, place_of_byte(path, bytes, 0),
			      "no header line");
	check_rows(messages, audit);
	return messages->counts[WEIGHT_ERROR] > errors ? NULL : audit;
}

struct audit *
audit_read(struct arena *arena, struct messages *messages, const char *path,
	   const struct measures *measures)
{
	size_t length;
	char *bytes = file_read(arena, messages, path, FILE_MOST, &length);

	if (bytes == NULL)
		return NULL;
	return audit_parse(arena, messages, path, bytes, length, measures);
}
