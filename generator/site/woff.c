/* A font packed as WOFF2 under its new name (W3C WOFF File Format 2.0). */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <brotli/encode.h>
#include <stdlib.h>
#include <string.h>

enum {
	SFNT_HEAD = 12,	 /* [bytes] before the directory */
	SFNT_ENTRY = 16, /* [bytes] of a table in it */
	WOFF_HEAD = 48,	 /* [bytes] */
	TABLES_MOST = 64,
	OTHER_TAG = 63,	      /* of a table without a number */
	NULL_TRANSFORM = 3,   /* of glyf and loca: as they are */
	FLAGS_AT = 16,	      /* [bytes] in the table head */
	FLAG_TRANSFORMED = 8, /* bit 11 of its flags, here in the first byte */
	WINDOW = 22	      /* [bits] */
};

/* WOFF2, 4.1: tables known by number. */
static const char known_tags[][5] = {
    "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post",
    "cvt ", "fpgm", "glyf", "loca", "prep", "CFF ", "VORG", "EBDT",
    "EBLC", "gasp", "hdmx", "kern", "LTSH", "PCLT", "VDMX", "vhea",
    "vmtx", "BASE", "GDEF", "GPOS", "GSUB"};

struct table_entry {
	char tag[5];
	const unsigned char *bytes;
	size_t length;
};

struct font_tables {
	struct table_entry items[TABLES_MOST];
	size_t count;
};

static unsigned
number16(const unsigned char *at)
{
	return (unsigned)at[0] << 8 | at[1];
}

static uint32_t
number32(const unsigned char *at)
{
	return (uint32_t)number16(at) << 16 | number16(at + 2);
}

static void
add16(struct text *out, unsigned value)
{
	const char bytes[] = {(char)(value >> 8), (char)value};

	text_add_bytes(out, bytes, sizeof(bytes));
}

static void
add32(struct text *out, size_t value)
{
	add16(out, (unsigned)(value >> 16 & 0xffff));
	add16(out, (unsigned)(value & 0xffff));
}

/* WOFF2, 4.1: seven bits a byte, the highest first. */
static void
add_base128(struct text *out, size_t value)
{
	int bytes = 1;

	for (size_t rest = value; rest >= 128; rest >>= 7)
		bytes++;
	while (bytes-- > 0) {
		unsigned part = (unsigned)(value >> (7 * bytes)) & 127;
		char byte = (char)(bytes > 0 ? part | 128 : part);

		text_add_bytes(out, &byte, 1);
	}
}

static bool
tables_read(const unsigned char *font, size_t length,
	    struct font_tables *tables)
{
	size_t count;

	if (length < SFNT_HEAD)
		return false;
	count = number16(font + 4);
	if (count > TABLES_MOST || SFNT_HEAD + count * SFNT_ENTRY > length)
		return false;
	for (size_t i = 0; i < count; i++) {
		const unsigned char *at = font + SFNT_HEAD + i * SFNT_ENTRY;
		struct table_entry *table = &tables->items[i];
		size_t start = number32(at + 8);

		memcpy(table->tag, at, 4);
		table->length = number32(at + 12);
		if (start > length || table->length > length - start)
			return false;
		table->bytes = font + start;
	}
	tables->count = count;
	return true;
}

/* --- names: the OpenType table "name", version 0 --- */

enum {
	NAME_HEAD = 6,	  /* [bytes] */
	NAME_RECORD = 12, /* [bytes] */
	WINDOWS = 3,	  /* platform; encoding 1 is UTF-16 */
	ENGLISH = 0x409,
	NAME_COPYRIGHT = 0,
	NAMES_MOST = 8
};

struct name_record {
	unsigned id;
	struct text words; /* UTF-16, big-endian */
};

static void
utf16_add(struct text *out, const char *ascii)
{
	for (; *ascii != '\0'; ascii++)
		add16(out, (unsigned char)*ascii);
}

/* The original's own words for an id; none if it has none. */
static void
name_find(struct text *out, const struct table_entry *table, unsigned id)
{
	const unsigned char *bytes = table->bytes;
	size_t count, strings;

	if (table->length < NAME_HEAD)
		return;
	count = number16(bytes + 2);
	strings = number16(bytes + 4);
	for (size_t i = 0; i < count; i++) {
		const unsigned char *at = bytes + NAME_HEAD + i * NAME_RECORD;
		size_t start, length;

		if ((size_t)(at - bytes) + NAME_RECORD > table->length)
			return;
		start = strings + number16(at + 10);
		length = number16(at + 8);
		if (number16(at) != WINDOWS || number16(at + 4) != ENGLISH ||
		    number16(at + 6) != id || start + length > table->length)
			continue;
		text_add_bytes(out, (const char *)bytes + start, length);
		return;
	}
}

static void
names_print(struct text *out, const struct name_record *records, size_t count)
{
	size_t start = 0;

	add16(out, 0);
	add16(out, (unsigned)count);
	add16(out, (unsigned)(NAME_HEAD + NAME_RECORD * count));
	for (size_t i = 0; i < count; i++) {
		add16(out, WINDOWS);
		add16(out, 1);
		add16(out, ENGLISH);
		add16(out, records[i].id);
		add16(out, (unsigned)records[i].words.length);
		add16(out, (unsigned)start);
		start += records[i].words.length;
	}
	for (size_t i = 0; i < count; i++)
		text_add_bytes(out, text_string(&records[i].words),
			       records[i].words.length);
}

/* The copyright stays; family, style, full and PostScript name are new. */
static void
names_make(struct text *out, const struct table_entry *old,
	   const struct woff_names *names)
{
	const char *style = names->is_bold && names->is_italic ? "Bold Italic"
			    : names->is_bold		       ? "Bold"
			    : names->is_italic		       ? "Italic"
							       : "Regular";
	struct name_record records[NAMES_MOST] = {{NAME_COPYRIGHT, {0}},
						  {1, {0}},
						  {2, {0}},
						  {4, {0}},
						  {6, {0}},
						  {13, {0}}};
	size_t count = 6;

	name_find(&records[0].words, old, NAME_COPYRIGHT);
	utf16_add(&records[1].words, names->family);
	utf16_add(&records[2].words, style);
	utf16_add(&records[3].words, names->family);
	utf16_add(&records[3].words, " ");
	utf16_add(&records[3].words, style);
	for (const char *c = names->family; *c != '\0'; c++)
		if (*c != ' ')
			add16(&records[4].words, (unsigned char)*c);
	utf16_add(&records[4].words, "-");
	for (const char *c = style; *c != '\0'; c++)
		if (*c != ' ')
			add16(&records[4].words, (unsigned char)*c);
	utf16_add(&records[5].words, names->licence);
	names_print(out, records, count);
	for (size_t i = 0; i < count; i++)
		text_free(&records[i].words);
}

/* --- tables --- */

static unsigned
tag_number(const char *tag)
{
	for (unsigned i = 0; i < COUNT(known_tags); i++)
		if (strcmp(known_tags[i], tag) == 0)
			return i;
	return OTHER_TAG;
}

static void
table_pack(struct text *directory, struct text *stream,
	   const struct table_entry *table)
{
	bool is_outline = strcmp(table->tag, "glyf") == 0 ||
			  strcmp(table->tag, "loca") == 0;
	unsigned number = tag_number(table->tag);
	char flags = (char)(number | (is_outline ? NULL_TRANSFORM << 6 : 0));
	size_t start = stream->length;

	text_add_bytes(directory, &flags, 1);
	if (number == OTHER_TAG)
		text_add(directory, table->tag);
	add_base128(directory, table->length);
	text_add_bytes(stream, (const char *)table->bytes, table->length);
	if (strcmp(table->tag, "head") == 0 && table->length > FLAGS_AT)
		stream->bytes[start + FLAGS_AT] |= FLAG_TRANSFORMED;
}

static size_t
rounded4(size_t length)
{
	return (length + 3) & ~(size_t)3;
}

static void
file_write(struct text *out, const unsigned char *font, size_t count,
	   size_t sfnt, const struct text *directory, const struct text *packed)
{
	size_t start = out->length;
	size_t total = rounded4(WOFF_HEAD + directory->length + packed->length);

	text_add(out, "wOF2");
	text_add_bytes(out, (const char *)font, 4);
	add32(out, total);
	add16(out, (unsigned)count);
	add16(out, 0);
	add32(out, sfnt);
	add32(out, packed->length);
	add16(out, 1);
	while (out->length - start < WOFF_HEAD)
		add16(out, 0);
	text_add_bytes(out, directory->bytes, directory->length);
	text_add_bytes(out, packed->bytes, packed->length);
	while (out->length - start < total)
		text_add_bytes(out, "", 1);
}

static void
stream_pack(struct text *out, const struct text *stream)
{
	size_t packed = BrotliEncoderMaxCompressedSize(stream->length);
	unsigned char *buffer = malloc(packed);

	if (buffer == NULL ||
	    !BrotliEncoderCompress(
		BROTLI_MAX_QUALITY, WINDOW, BROTLI_MODE_FONT, stream->length,
		(const unsigned char *)stream->bytes, &packed, buffer))
		memory_exhausted();
	text_add_bytes(out, (const char *)buffer, packed);
	free(buffer);
}

bool
woff_pack(struct text *out, const unsigned char *font, size_t length,
	  const struct woff_names *new_names)
{
	struct text names = {0}, directory = {0}, stream = {0}, packed = {0};
	struct font_tables tables = {0};
	size_t sfnt;

	if (!tables_read(font, length, &tables))
		return false;
	sfnt = SFNT_HEAD + SFNT_ENTRY * tables.count;
	for (size_t i = 0; i < tables.count; i++) {
		struct table_entry *table = &tables.items[i];

		if (strcmp(table->tag, "name") == 0) {
			names_make(&names, table, new_names);
			table->bytes = (const unsigned char *)names.bytes;
			table->length = names.length;
		}
		sfnt += rounded4(table->length);
		table_pack(&directory, &stream, table);
	}
	stream_pack(&packed, &stream);
	file_write(out, font, tables.count, sfnt, &directory, &packed);
	text_free(&names);
	text_free(&directory);
	text_free(&stream);
	text_free(&packed);
	return true;
}
