/* The pinned list of fonts, and the faces in their files. */
/* SPDX-License-Identifier: MIT */
#include "typeset/fonts.h"

#include "base/arena.h"
#include "base/file.h"

#include <assert.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
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
	LIST_MOST = 64 * 1024, /* [bytes] */
	SIZE_MOST = 1 << 30    /* [bytes] of a font */
};

const char *
face_name(struct arena *arena, const struct face *face)
{
	return arena_print(arena, "%s%s%s", face->family,
			   face->bold ? " Bold" : "",
			   face->italic ? " Italic" : "");
}

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
	    !number_read(fields[COLUMN_SIZE], SIZE_MOST, &size))
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

struct mapping {
	void *bytes;
	size_t length;
};

static void
mapping_free(void *context)
{
	struct mapping *mapping = context;

	munmap(mapping->bytes, mapping->length);
	free(mapping);
}

/* The file, or NULL. It is not to be written to: HarfBuzz would mend a damaged
 * font in its place, and lose that when the face rests. */
static hb_blob_t *
blob_open(const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct mapping *mapping;
	size_t length;
	void *bytes;

	if (file < 0)
		return NULL;
	bytes = file_map(file, SIZE_MOST, &length);
	close(file);
	if (bytes == NULL)
		return NULL;
	mapping = malloc(sizeof(*mapping));
	if (mapping == NULL)
		memory_exhausted();
	*mapping = (struct mapping){bytes, length};
	return hb_blob_create(bytes, (unsigned)length, HB_MEMORY_MODE_READONLY,
			      mapping, mapping_free);
}

void
font_rest(hb_face_t *face)
{
	hb_blob_t *blob = hb_face_reference_blob(face);
	unsigned length;
	const char *bytes = hb_blob_get_data(blob, &length);

	madvise((void *)bytes, length, MADV_DONTNEED);
	hb_blob_destroy(blob);
}

/* False after a message if it is not the listed one. */
static bool
font_check(struct messages *messages, struct place at,
	   const struct font_file *font, size_t size, hb_face_t *face)
{
	if (size != font->size) {
		message_add(messages, WEIGHT_FAILURE, at,
			    "%zu bytes, and not the %zu of the font listed in "
			    "fonts.tsv:%d",
			    size, font->size, font->at.line);
		return false;
	}
	if (hb_face_get_glyph_count(face) == 0) {
		message_add(messages, WEIGHT_FAILURE, at,
			    "face %u cannot be read", font->index);
		return false;
	}
	return true;
}

hb_face_t *
font_open(struct arena *arena, struct messages *messages,
	  const struct font_list *list, const struct font_file *font)
{
	const struct place at = {
	    arena_print(arena, "%s/%s", list->folder, font->file), 0, 0};
	hb_blob_t *blob = blob_open(at.file);
	hb_face_t *face;

	if (blob == NULL) {
		message_add(messages, WEIGHT_FAILURE, at,
			    "cannot open this font; setup.sh puts it there");
		return NULL;
	}
	face = hb_face_create(blob, font->index);
	if (!font_check(messages, at, font, hb_blob_get_length(blob), face)) {
		hb_face_destroy(face);
		face = NULL;
	}
	hb_blob_destroy(blob);
	return face;
}
