/* Which translations were confirmed against which source text. */
/* SPDX-License-Identifier: MIT */
#include "report/ledger.h"

#include "base/arena.h"
#include "base/file.h"
#include "report/ledger_text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	LEDGER_MOST = 4 * 1024 * 1024, /* [bytes] */
	HASH_DIGITS = 16
};

/* One row of the ledger. */
struct ledger_row {
	const char *key;
	const char **hashes; /* one for each column */
};

struct ledger {
	const char *path;
	int fault; /* the first line that is none of a ledger; 0 for none */
	const char **columns; /* codes of languages */
	size_t column_count;
	struct ledger_row *rows;
	size_t count;
};

/* --- the file --- */

/* The line's next field, which the tab or line end behind it closes. */
static char *
field_take(char **at)
{
	char *field = *at;
	size_t length = strcspn(field, "\t\n");

	*at = field + length;
	if (**at == '\t')
		*(*at)++ = '\0';
	return field;
}

static void
line_read(struct arena *arena, struct ledger *ledger, char *line, int number)
{
	struct ledger_row row = {.key = field_take(&line)};
	size_t count = 0;

	while (*line != '\0')
		ARENA_PUSH(arena, row.hashes, count, field_take(&line));
	if (number == 1 && strcmp(row.key, "block") == 0) {
		ledger->columns = row.hashes;
		ledger->column_count = count;
	} else if (number > 1 && count > 0 && count == ledger->column_count) {
		ARENA_PUSH(arena, ledger->rows, ledger->count, row);
	} else if (ledger->fault == 0) {
		ledger->fault = number;
	}
}

/* False if there is no ledger, or none that can be read. */
static bool
ledger_read(struct arena *arena, struct messages *messages, const char *path,
	    struct ledger *ledger)
{
	size_t length;
	char *at;

	if (access(path, F_OK) != 0 && errno == ENOENT)
		return false;
	at = file_read(arena, messages, path, LEDGER_MOST, &length);
	if (at == NULL)
		return false;
	ledger->path = path;
	ledger->fault = *at == '\0' ? 1 : 0;
	for (int number = 1; at != NULL && *at != '\0'; number++) {
		char *end = strchr(at, '\n');

		if (end != NULL)
			*end = '\0';
		line_read(arena, ledger, at, number);
		at = end == NULL ? NULL : end + 1;
	}
	return true;
}

static size_t
column_find(const struct ledger *ledger, const char *code)
{
	size_t i = 0;

	while (i < ledger->column_count &&
	       strcmp(ledger->columns[i], code) != 0)
		i++;
	return i;
}

static void
hash_write(char digits[HASH_DIGITS + 1], uint64_t hash)
{
	snprintf(digits, HASH_DIGITS + 1, "%016" PRIx64, hash);
}

static bool
hash_is(const char *digits, uint64_t hash)
{
	char written[HASH_DIGITS + 1];

	hash_write(written, hash);
	return strcmp(digits, written) == 0;
}

/* --- holding the one against the other --- */

struct holding {
	struct messages *messages;
	const struct ledger *ledger;
	size_t source; /* column */
	size_t column; /* of the translation */
	enum weight weight;
};

/* A paragraph may have moved: any row will do that has this source and a
 * translation. */
static bool
is_confirmed(const struct holding *holding, const struct entry_text *source)
{
	const struct ledger *ledger = holding->ledger;
	char written[HASH_DIGITS + 1];

	hash_write(written, source->hash);
	for (size_t i = 0; i < ledger->count; i++)
		if (strcmp(ledger->rows[i].hashes[holding->source], written) ==
			0 &&
		    strlen(ledger->rows[i].hashes[holding->column]) ==
			HASH_DIGITS)
			return true;
	return false;
}

static const struct ledger_row *
row_find(const struct ledger *ledger, const char *key)
{
	for (size_t i = 0; i < ledger->count; i++)
		if (strcmp(ledger->rows[i].key, key) == 0)
			return &ledger->rows[i];
	return NULL;
}

static const struct entry_text *
text_find(const struct entry_texts *texts, const char *key)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->items[i].key, key) == 0)
			return &texts->items[i];
	return NULL;
}

static void
stale_report(const struct holding *holding, const struct entry_text *source,
	     const struct entry_text *translation)
{
	const struct ledger_row *row = row_find(holding->ledger, source->key);
	const char *what = "the source and its translation changed since they "
			   "were confirmed";

	if (row == NULL)
		what = "this translation was never confirmed";
	else if (hash_is(row->hashes[holding->column], translation->hash))
		what = "the source changed after this translation was "
		       "confirmed";
	message_add(holding->messages, holding->weight, translation->node->at,
		    "%s: %s [translations]", source->key, what);
	message_add(holding->messages, WEIGHT_NOTE, source->node->at,
		    "this is the source");
}

/* The row whose translation stands here, if that is one of another source. */
static const struct ledger_row *
row_of_another(const struct holding *holding, const struct entry_text *source,
	       const struct entry_text *translation)
{
	const struct ledger *ledger = holding->ledger;
	const struct ledger_row *found = NULL;
	char from[HASH_DIGITS + 1], to[HASH_DIGITS + 1];

	hash_write(from, source->hash);
	hash_write(to, translation->hash);
	for (size_t i = 0; i < ledger->count; i++) {
		const struct ledger_row *row = &ledger->rows[i];

		if (strcmp(row->hashes[holding->column], to) != 0)
			continue;
		if (strcmp(row->hashes[holding->source], from) == 0)
			return NULL;
		found = row;
	}
	return found;
}

/* A block without a translation is reported by comparing the documents. */
static size_t
block_hold(struct holding *holding, const struct entry_text *source,
	   const struct entry_text *translation)
{
	const struct ledger_row *other;

	if (!is_confirmed(holding, source)) {
		stale_report(holding, source, translation);
		return 1;
	}
	other = row_of_another(holding, source, translation);
	if (other == NULL)
		return 0;
	message_add(holding->messages, holding->weight, translation->node->at,
		    "%s: this was confirmed as the translation of %s "
		    "[translations]",
		    source->key, other->key);
	return 1;
}

static size_t
edition_hold(struct holding *holding, const struct entry_texts *source,
	     const struct entry_texts *translation)
{
	size_t stale = 0;

	for (size_t i = 0; i < source->count; i++) {
		const struct entry_text *text = text_find(translation,
							  source->items[i].key);

		if (text != NULL)
			stale += block_hold(holding, &source->items[i], text);
	}
	return stale;
}

/* Report what is wrong with the file as a whole. */
static size_t
file_hold(const struct holding *holding, const struct report *report)
{
	const struct ledger *ledger = holding->ledger;
	size_t faults = 0;

	if (ledger->fault > 0) {
		message_add(holding->messages, holding->weight,
			    (struct place){ledger->path, ledger->fault, 1},
			    "%s [translations]",
			    ledger->fault == 1
				? "the first line names block and languages"
				: "a row is a block and a hash for each "
				  "language");
		faults++;
	}
	for (size_t i = 0; i < report->edition_count && ledger->fault != 1; i++)
		if (column_find(ledger, report->editions[i].code) ==
		    ledger->column_count) {
			message_add(holding->messages, holding->weight,
				    (struct place){ledger->path, 1, 1},
				    "no column for \"%s\" [translations]",
				    report->editions[i].code);
			faults++;
		}
	return faults;
}

size_t
ledger_check(struct arena *arena, struct messages *messages,
	     const struct report *report, struct document *const *documents,
	     const char *folder, enum weight weight)
{
	struct ledger ledger = {0};
	struct holding holding = {
	    .messages = messages, .ledger = &ledger, .weight = weight};
	struct entry_texts *texts;
	bool in_step;
	size_t stale;

	if (!ledger_read(arena, messages,
			 arena_print(arena, "%s/ledger.tsv", folder), &ledger))
		return 0;
	stale = file_hold(&holding, report);
	texts = editions_read(arena, messages, report, documents, &in_step);
	holding.source = column_find(&ledger, report->editions[0].code);
	if (holding.source == ledger.column_count)
		return stale;
	for (size_t i = 1; i < report->edition_count; i++) {
		holding.column = column_find(&ledger, report->editions[i].code);
		if (holding.column < ledger.column_count)
			stale += edition_hold(&holding, &texts[0], &texts[i]);
	}
	return stale;
}

bool
ledger_write(struct arena *arena, struct messages *messages,
	     const struct report *report, struct text *text)
{
	bool in_step;
	struct entry_texts *texts = editions_read(arena, messages, report, NULL,
						  &in_step);

	if (!in_step) {
		message_error(messages, report->at,
			      "the templates are not in step: nothing was "
			      "confirmed");
		return false;
	}
	text_add(text, "block");
	for (size_t i = 0; i < report->edition_count; i++)
		text_print(text, "\t%s", report->editions[i].code);
	for (size_t k = 0; k < texts[0].count; k++) {
		text_print(text, "\n%s", texts[0].items[k].key);
		for (size_t i = 0; i < report->edition_count; i++)
			text_print(text, "\t%016" PRIx64,
				   texts[i].items[k].hash);
	}
	text_add(text, "\n");
	return true;
}
