/* The pinned list of fonts, and one face of it cut down to a text. */
/* SPDX-License-Identifier: MIT */
#include "typeset/fonts.h"
#include "typeset/subset_input.h"

#include "base/arena.h"
#include "base/file.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum column {
	COLUMN_FILE,
	COLUMN_INDEX,
	COLUMN_FAMILY,
	COLUMN_BOLD,
	COLUMN_ITALIC,
	COLUMN_SIZE,
	COLUMN_SHA256,
	COLUMN_PACKAGE,
	COLUMNS
};

static const char *const column_names[] = {
    [COLUMN_FILE] = "file",	[COLUMN_INDEX] = "face",
    [COLUMN_FAMILY] = "family", [COLUMN_BOLD] = "bold",
    [COLUMN_ITALIC] = "italic", [COLUMN_SIZE] = "bytes",
    [COLUMN_SHA256] = "sha256", [COLUMN_PACKAGE] = "package",
};
static_assert(COUNT(column_names) == COLUMNS, "every column has its name");

enum {
	LIST_MOST = 64 * 1024 /* [bytes] */
};

/* What a page may show though no text holds it: hyphens, no-break spaces, and
 * the marks that a language puts around values. */
static const char always[] = "，。、；：？！（）《》〈〉“”‘’「」『』【】〔〕"
			     "—…·％°–‐‑ \u202f\u00ad";

/* Cut the line at its tabs; false unless it has exactly one field a column. */
static bool
row_cut(char *line, char *fields[COLUMNS])
{
	size_t count = 0;

	for (char *field = line; field != NULL; count++) {
		char *tab = strchr(field, '\t');

		if (count == COLUMNS)
			return false;
		fields[count] = field;
		if (tab != NULL)
			*tab++ = '\0';
		field = tab;
	}
	return count == COLUMNS;
}

/* A whole number from 0 to most. */
static bool
number_read(const char *field, unsigned long most, unsigned long *number)
{
	char *end;

	if (field[0] < '0' || field[0] > '9')
		return false;
	*number = strtoul(field, &end, 10);
	return *end == '\0' && *number <= most;
}

static bool
row_read(char *fields[COLUMNS], struct font_file *row)
{
	unsigned long index, bold, italic, size;

	if (fields[COLUMN_FILE][0] == '\0' ||
	    strchr(fields[COLUMN_FILE], '/') != NULL ||
	    !number_read(fields[COLUMN_INDEX], 255, &index) ||
	    !number_read(fields[COLUMN_BOLD], 1, &bold) ||
	    !number_read(fields[COLUMN_ITALIC], 1, &italic) ||
	    !number_read(fields[COLUMN_SIZE], 1ul << 30, &size))
		return false;
	row->file = fields[COLUMN_FILE];
	row->index = (unsigned)index;
	row->face = (struct face){.family = fields[COLUMN_FAMILY],
				  .bold = bold == 1,
				  .italic = italic == 1};
	row->size = size;
	return true;
}

static bool
head_is_right(char *fields[COLUMNS])
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (strcmp(fields[i], column_names[i]) != 0)
			return false;
	return true;
}

bool
font_list_read(struct arena *arena, struct messages *messages,
	       const char *folder, struct font_list *list)
{
	struct place at = {arena_print(arena, "%s/fonts.tsv", folder), 0, 0};
	size_t length;
	char *next = file_read(arena, messages, at.file, LIST_MOST, &length);
	bool is_good = next != NULL;

	*list = (struct font_list){.folder = arena_copy(arena, folder)};
	while (next != NULL && *next != '\0') {
		char *line = next, *end = strchr(line, '\n');
		char *fields[COLUMNS];
		struct font_file row = {0};

		at.line++;
		next = end == NULL ? NULL : end + 1;
		if (end != NULL)
			*end = '\0';
		row.at = at;
		if (!row_cut(line, fields) ||
		    !(at.line == 1 ? head_is_right(fields)
				   : row_read(fields, &row))) {
			message_error(messages, at, "not a row of fonts");
			is_good = false;
		} else if (at.line > 1) {
			ARENA_PUSH(arena, list->items, list->count, row);
		}
	}
	return is_good;
}

const struct font_file *
font_list_find(const struct font_list *list, const struct face *face)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct face *listed = &list->items[i].face;

		if (strcmp(listed->family, face->family) == 0 &&
		    listed->bold == face->bold &&
		    listed->italic == face->italic)
			return &list->items[i];
	}
	return NULL;
}

static void
set_add_string(hb_set_t *set, const char *string)
{
	for (uint32_t c; (c = utf8_next(&string)) != 0;)
		hb_set_add(set, c);
}

/* Only the features that are used. */
static hb_subset_input_t *
subset_input(const struct wanted *wanted)
{
	static const char features[][5] = {"kern", "halt", "locl",
					   "ccmp", "liga", "mark"};
	hb_subset_input_t *input = subset_input_new();
	hb_set_t *set = hb_subset_input_unicode_set(input);

	hb_set_add_range(set, ' ', '~');
	set_add_string(set, always);
	if (wanted->characters != NULL)
		subset_add_characters(set, wanted->characters);
	subset_keep_features(input, features, COUNT(features));
	return input;
}

static bool
blob_write(hb_blob_t *blob, int file)
{
	unsigned length;
	const char *bytes = hb_blob_get_data(blob, &length);

	if (ftruncate(file, 0) != 0 || lseek(file, 0, SEEK_SET) != 0)
		return false;
	return file_put(file, bytes, length);
}

static bool
face_subset(hb_face_t *face, const struct wanted *wanted, int file)
{
	hb_subset_input_t *input = subset_input(wanted);
	hb_face_t *subset = hb_subset_or_fail(face, input);
	bool is_good = false;

	if (subset != NULL) {
		hb_blob_t *blob = hb_face_reference_blob(subset);

		is_good = blob_write(blob, file);
		hb_blob_destroy(blob);
		hb_face_destroy(subset);
	}
	hb_subset_input_destroy(input);
	return is_good;
}

/* Forms for languages that the text is not in would be a third of the glyphs of
 * a Han face, and to cut them out takes half of the time. */
static hb_face_t *
face_open(struct arena *arena, hb_blob_t *blob, unsigned index,
	  const char *const *languages)
{
	hb_face_t *whole = hb_face_create(blob, index), *face;

	if (languages == NULL)
		return whole;
	face = face_for_languages(arena, whole, languages);
	hb_face_destroy(whole);
	return face;
}

bool
font_subset(struct arena *arena, struct messages *messages,
	    const struct font_list *list, const struct font_file *font,
	    const struct wanted *wanted, int file)
{
	struct place at = {
	    arena_print(arena, "%s/%s", list->folder, font->file), 0, 0};
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(at.file);
	hb_face_t *face = NULL;
	bool is_good = false;

	if (blob == NULL) {
		message_add(messages, WEIGHT_FAILURE, at,
			    "cannot open this font; setup.sh puts it there");
		return false;
	}
	if (hb_blob_get_length(blob) != font->size) {
		message_add(messages, WEIGHT_FAILURE, at,
			    "%u bytes, and not the %zu of the font listed in "
			    "fonts.tsv:%d",
			    hb_blob_get_length(blob), font->size,
			    font->at.line);
		goto out;
	}
	face = face_open(arena, blob, font->index, wanted->languages);
	is_good = hb_face_get_glyph_count(face) > 0 &&
		  face_subset(face, wanted, file);
	if (!is_good)
		message_add(messages, WEIGHT_FAILURE, at,
			    "face %u cannot be cut down to the text",
			    font->index);
out:
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return is_good;
}
