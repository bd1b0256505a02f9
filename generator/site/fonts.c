/* The report's own fonts: cut down to what the pages show, packed once. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include "typeset/fonts.h"

#include <string.h>
#include <unistd.h>

enum {
	FONT_VERSION = 1, /* rises when the same wishes give other bytes */
	FONT_MOST = 16 * 1024 * 1024, /* [bytes] */
	ELEMENTS_DEEPEST = 64,
	WOFF_LENGTH_AT = 8 /* [bytes] in the file's head */
};

/* --- which characters --- */

static bool
font_sets(const struct web_font *font, const char *name, size_t length)
{
	for (size_t i = 0; i < font->element_count; i++)
		if (strlen(font->elements[i]) == length &&
		    memcmp(font->elements[i], name, length) == 0)
			return true;
	return false;
}

/* The words of a piece of HTML that stand in one of the font's elements. Our
 * own pages close what they open but for elements without words. */
static void
characters_scan(struct site *site, struct web_font *font, const char *html)
{
	bool is_all = font->element_count == 0;
	int depth = 0;

	while (*html != '\0') {
		const char *end = html + strcspn(html, "<");

		if (is_all || depth > 0)
			characters_add(site->arena, &font->characters,
				       arena_copy_bytes(site->arena, html,
							(size_t)(end - html)));
		if (*end == '\0')
			return;
		html = end + 1 + (end[1] == '/');
		if (font_sets(font, html, strcspn(html, " >\n")))
			depth += end[1] == '/' ? -1 : 1;
		end = strchr(html, '>');
		if (end == NULL)
			return;
		html = end + 1;
	}
}

static bool
page_is_set_in(const struct page *page, const struct web_font *font)
{
	return page->is_both ||
	       language_is_han(page->edition->language) == font->is_han;
}

/* The frame's own words are the editions', in whatever element they stand. */
static void
words_scan(struct site *site, struct web_font *font)
{
	for (size_t i = 0; i < site->source->edition_count; i++) {
		const struct site_edition *edition = &site->source->editions[i];

		if (language_is_han(edition->language) != font->is_han)
			continue;
		characters_add(site->arena, &font->characters,
			       language_name(edition->language));
		for (size_t w = 0; w < site->word_count; w++)
			characters_add(
			    site->arena, &font->characters,
			    site_name(edition, &site->words[w].names));
	}
}

/* The face that this one is the rest of, or the rest of this one; NULL if it
 * stands alone. */
static struct web_font *
font_other(struct site *site, const struct web_font *font)
{
	for (size_t i = 0; i < site->font_count; i++) {
		struct web_font *other = &site->fonts[i];

		if (other->is_rest != font->is_rest &&
		    other->is_bold == font->is_bold &&
		    other->is_italic == font->is_italic &&
		    strcmp(other->as, font->as) == 0)
			return other;
	}
	return NULL;
}

static bool
page_is_read(const struct page *page)
{
	static const char *const kinds[] = {"start", "note", "parallel",
					    "figure", "figures"};

	for (size_t i = 0; i < COUNT(kinds); i++)
		if (strcmp(page->kind, kinds[i]) == 0)
			return true;
	return false;
}

static void
characters_subtract(struct characters *from, const struct characters *what)
{
	for (size_t plane = 0; plane < COUNT(from->planes); plane++)
		for (size_t i = 0;
		     from->planes[plane] != NULL &&
		     what->planes[plane] != NULL && i < 65536 / 64;
		     i++)
			from->planes[plane][i] &= ~what->planes[plane][i];
}

/* A face with a rest has what the pages that are read show at once; the rest,
 * what stands on the others and what only opens. */
static void
characters_collect(struct site *site, struct web_font *font)
{
	const struct web_font *other = font_other(site, font);
	bool is_narrow = other != NULL && !font->is_rest;

	if (!is_narrow && font->element_count == 0)
		words_scan(site, font);
	for (size_t i = 0; i < site->page_count; i++) {
		const struct page *page = site->pages[i];

		if (!page_is_set_in(page, font) ||
		    (is_narrow && !page_is_read(page)))
			continue;
		characters_scan(site, font, text_string(&page->text));
		if (!is_narrow)
			characters_scan(site, font, text_string(&page->after));
	}
	if (other != NULL && font->is_rest)
		characters_subtract(&font->characters, &other->characters);
}

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
font_take_over(struct site *site, const char *name, struct text *out)
{
	const char *path = arena_print(site->arena, "%s/site/%s",
				       site->source->output, name);
	struct messages silent = {0};
	const char *bytes;
	size_t length;

	if (access(path, R_OK) != 0)
		return false;
	bytes = file_read(site->arena, &silent, path, FONT_MOST, &length);
	if (bytes == NULL || !woff_is_whole(bytes, length))
		return false;
	text_add_bytes(out, bytes, length);
	return true;
}

static bool
font_write(struct site *site, const struct font_list *list,
	   struct web_font *font)
{
	struct face face = {font->family, font->is_bold, font->is_italic};
	const struct font_file *row = font_list_find(list, &face);
	struct woff_names names = {font->as, font->licence, font->is_bold,
				   font->is_italic};
	struct text out = {0};

	if (row == NULL) {
		message_error(site->messages, font->at,
			      "no such face among the fonts: \"%s\"",
			      font->family);
		return false;
	}
	characters_collect(site, font);
	font->file = font_name(site, font, row);
	if (!font_take_over(site, font->file, &out) &&
	    !font_pack(
		&out,
		arena_print(site->arena, "%s/%s", list->folder, row->file), row,
		&font->characters, &names))
		message_error(site->messages, font->at,
			      "\"%s\" cannot be packed; setup.sh puts the "
			      "fonts there",
			      font->family);
	outputs_add(site->arena, site->outputs,
		    arena_print(site->arena, "site/%s", font->file), &out);
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
