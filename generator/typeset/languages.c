/* A face without what its table GSUB has for the sake of other languages. */
/* SPDX-License-Identifier: MIT */
#include "typeset/fonts.h"

#include "base/arena.h"

#include <hb-ot.h>
#include <string.h>

/* The table GSUB as in OpenType 1.9, "Script List Table": offsets are of 16
 * bits, a record is a tag and an offset. */
enum {
	AT_SCRIPTS = 4,	  /* in the header: offset of the list of scripts */
	AT_LANGUAGES = 2, /* in a script: how many records, and the records */
	RECORD = 6,
	TAGS_MOST = 64
};

/* Bytes that are read past their end are 0, and not written. */
struct table {
	unsigned char *bytes;
	size_t length;
};

static size_t
number_at(const struct table *table, size_t at)
{
	return at + 2 <= table->length
		   ? (size_t)table->bytes[at] << 8 | table->bytes[at + 1]
		   : 0;
}

struct tags {
	hb_tag_t items[TAGS_MOST];
	size_t count;
};

static bool
tags_have(const struct tags *tags, const unsigned char *tag)
{
	for (size_t i = 0; i < tags->count; i++)
		if (tags->items[i] == HB_TAG(tag[0], tag[1], tag[2], tag[3]))
			return true;
	return false;
}

static void
tags_add(struct tags *tags, const char *language)
{
	unsigned count = TAGS_MOST - (unsigned)tags->count;

	hb_ot_tags_from_script_and_language(
	    HB_SCRIPT_INVALID, hb_language_from_string(language, -1), NULL,
	    NULL, &count, tags->items + tags->count);
	tags->count += count;
}

/* Only the records of those languages; what they point at stays. */
static void
script_cut(const struct table *table, size_t script, const struct tags *tags)
{
	size_t count = number_at(table, script + AT_LANGUAGES), kept = 0;
	size_t first = script + AT_LANGUAGES + 2;

	if (count == 0 || first + count * RECORD > table->length)
		return;
	for (size_t i = 0; i < count; i++) {
		const unsigned char *record = table->bytes + first + i * RECORD;

		if (tags_have(tags, record))
			memmove(table->bytes + first + kept++ * RECORD, record,
				RECORD);
	}
	table->bytes[script + AT_LANGUAGES] = (unsigned char)(kept >> 8);
	table->bytes[script + AT_LANGUAGES + 1] = (unsigned char)kept;
}

static void
scripts_cut(const struct table *table, const struct tags *tags)
{
	size_t list = number_at(table, AT_SCRIPTS);
	size_t count = number_at(table, list);

	for (size_t i = 0; i < count; i++)
		script_cut(table,
			   list + number_at(table, list + 2 + i * RECORD + 4),
			   tags);
}

/* --- the face --- */

struct cut {
	hb_face_t *face; /* the whole */
	hb_blob_t *substitutions;
};

static hb_blob_t *
cut_table(hb_face_t *face, hb_tag_t tag, void *data)
{
	struct cut *cut = data;

	(void)face;
	return tag == HB_OT_TAG_GSUB ? hb_blob_reference(cut->substitutions)
				     : hb_face_reference_table(cut->face, tag);
}

static void
cut_free(void *data)
{
	struct cut *cut = data;

	hb_blob_destroy(cut->substitutions);
	hb_face_destroy(cut->face);
}

hb_face_t *
face_for_languages(struct arena *arena, hb_face_t *face,
		   const char *const *languages)
{
	struct cut *cut = arena_take(arena, sizeof(*cut));
	hb_blob_t *whole = hb_face_reference_table(face, HB_OT_TAG_GSUB);
	struct tags tags = {.count = 0};
	struct table table;
	unsigned length;

	for (size_t i = 0; languages[i] != NULL; i++)
		tags_add(&tags, languages[i]);
	cut->face = hb_face_reference(face);
	cut->substitutions = hb_blob_copy_writable_or_fail(whole);
	if (cut->substitutions == NULL)
		memory_exhausted();
	table.bytes = (unsigned char *)hb_blob_get_data_writable(
	    cut->substitutions, &length);
	table.length = length;
	scripts_cut(&table, &tags);
	hb_blob_destroy(whole);
	return hb_face_create_for_tables(cut_table, cut, cut_free);
}
