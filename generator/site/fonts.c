/* The report's own fonts: cut down to what the pages show, packed once. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include "typeset/fonts.h"

#include <string.h>

enum {
	FONT_VERSION = 2, /* rises when the same wishes give other bytes */
	FONT_MOST = 16 * 1024 * 1024, /* [bytes] */
	WOFF_LENGTH_AT = 8	      /* [bytes] in the file's head */
};

/* --- one font --- */

/* The name stands for all that the bytes depend on, so that an unchanged wish
 * finds the last build's file. */
static const char *
font_name(struct site *site, const struct web_font *font,
	  const struct font_file *file)
{
	struct text recipe = {0};
	const char *name;

	text_print(&recipe, "%d %s %u %zu %s %s", FONT_VERSION, file->file,
		   file->index, file->size, font->as, font->licence);
	for (size_t plane = 0; plane < COUNT(font->characters.planes); plane++)
		if (font->characters.planes[plane] != NULL) {
			text_print(&recipe, " %zu ", plane);
			text_add_bytes(
			    &recipe,
			    (const char *)font->characters.planes[plane],
			    65536 / 8);
		}
	name = arena_print(
	    site->arena, "assets/%s.woff2",
	    hash_name(site->arena, text_string(&recipe), recipe.length));
	text_free(&recipe);
	return name;
}

/* A whole file of this kind, as its own head says. */
static bool
woff_is_whole(const char *bytes, size_t length)
{
	const unsigned char *at = (const unsigned char *)bytes + WOFF_LENGTH_AT;

	return length > WOFF_LENGTH_AT + 4 && memcmp(bytes, "wOF2", 4) == 0 &&
	       ((size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 |
		at[3]) == length;
}

static bool
font_take_over(struct site *site, const char *path, const char *name)
{
	size_t length;
	const char *bytes = file_read_quietly(
	    site->arena,
	    arena_print(site->arena, "%s/site/%s", site->source->output, name),
	    FONT_MOST, &length);

	if (bytes == NULL || !woff_is_whole(bytes, length))
		return false;
	outputs_lend(site->arena, site->outputs, path, bytes, length);
	return true;
}

static bool
font_write(struct site *site, const struct font_list *list,
	   struct web_font *font)
{
	struct face face = {.family = font->family,
			    .bold = font->is_bold,
			    .italic = font->is_italic};
	const struct font_file *row = font_list_find(list, &face);
	struct woff_names names = {font->as, font->licence, font->is_bold,
				   font->is_italic};
	struct text out = {0};
	const char *path;

	if (row == NULL) {
		message_error(site->messages, font->at,
			      "no such face among the fonts: \"%s\"",
			      font->family);
		return false;
	}
	font->file = font_name(site, font, row);
	path = arena_print(site->arena, "site/%s", font->file);
	if (font_take_over(site, path, font->file))
		return true;
	if (!font_pack(&out, site->arena, list, row, &font->characters, &names))
		message_error(site->messages, font->at,
			      "\"%s\" cannot be packed; setup.sh puts the "
			      "fonts there",
			      font->family);
	outputs_add(site->arena, site->outputs, path, &out);
	return messages_are_good(site->messages);
}

static bool
is_needed(const struct site *site, const struct web_font *font)
{
	for (size_t i = 0; i < site->source->edition_count; i++)
		if (language_is_han(site->source->editions[i].language) ==
		    font->is_han)
			return true;
	return false;
}

bool
fonts_write(struct site *site)
{
	struct font_list list;

	if (!font_list_read(site->arena, site->messages, site->source->fonts,
			    &list))
		return false;
	characters_collect(site);
	for (size_t i = 0; i < site->font_count; i++)
		if (is_needed(site, &site->fonts[i]) &&
		    !font_write(site, &list, &site->fonts[i]))
			return false;
	return true;
}

/* CSS Fonts 4, 4.5: only pages that have such a character ask for the file. */
static void
range_add(struct text *style, const struct characters *characters)
{
	const char *before = "";

	text_add(style, "\tunicode-range: ");
	for (uint32_t c = ' '; c < 0x110000; c++) {
		uint32_t first = c;

		if (characters->planes[c >> 16] == NULL) {
			c |= 0xffff;
			continue;
		}
		if (characters->planes[c >> 16][(c & 0xffff) / 64] == 0) {
			c |= 63;
			continue;
		}
		while (c < 0x110000 && characters_have(characters, c))
			c++;
		if (c == first)
			continue;
		text_print(style, c - first > 1 ? "%sU+%X-%X" : "%sU+%X",
			   before, first, c - 1);
		before = ",";
	}
	text_add(style, ";\n");
}

void
fonts_add_faces(const struct site *site, struct text *style)
{
	for (size_t i = 0; i < site->font_count; i++) {
		const struct web_font *font = &site->fonts[i];

		if (font->file == NULL)
			continue;
		text_print(style,
			   "@font-face {\n\tfont-family: \"%s\";\n"
			   "\tfont-weight: %s;\n\tfont-style: %s;\n"
			   "\tfont-display: swap;\n"
			   "\tsrc: url(\"%s\") format(\"woff2\");\n",
			   font->as, font->is_bold ? "bold" : "normal",
			   font->is_italic ? "italic" : "normal",
			   strrchr(font->file, '/') + 1);
		if (font->is_rest)
			range_add(style, &font->characters);
		text_add(style, "}\n\n");
	}
}
