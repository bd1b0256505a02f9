/* Which characters the pages show, and in which of the fonts. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <string.h>

/* An element's start or end as it stands in a page. */
struct tag {
	const char *name; /* not closed by a NUL */
	size_t length;
	const char *classes; /* the same; NULL: none */
	size_t classes_length;
	bool is_end;
};

/* How a font that sets the words of some elements goes through a page. */
struct reader {
	struct web_font *font;
	size_t depth;	  /* of the elements that it sets, by their names */
	const char *name; /* of the element that it sets for its class, or NULL;
			   * the next four: those of this name within */
	size_t length;
	size_t within;
};

static bool
is_word(const char *word, const char *at, size_t length)
{
	return *word == *at && strncmp(word, at, length) == 0 &&
	       word[length] == '\0';
}

static bool
classes_have(const struct tag *tag, const char *class)
{
	size_t at = 0;

	while (at < tag->classes_length) {
		size_t length = strcspn(tag->classes + at, " \"");

		if (is_word(class, tag->classes + at, length))
			return true;
		at += length + 1;
	}
	return false;
}

/* The tag that begins after `at`; *next is what stands behind it. */
static struct tag
tag_read(const char *at, const char **next)
{
	static const char attribute[] = " class=\"";
	struct tag tag = {.is_end = *at == '/'};
	const char *end = strchr(at, '>');
	const char *class;

	tag.name = at + tag.is_end;
	tag.length = strcspn(tag.name, " >\n");
	*next = end == NULL ? at + strlen(at) : end + 1;
	class = tag.name + tag.length;
	if (strncmp(class, attribute, strlen(attribute)) == 0) {
		tag.classes = class + strlen(attribute);
		tag.classes_length = strcspn(tag.classes, "\"");
	}
	return tag;
}

/* Our own pages close what they open but for elements without words. */
static void
reader_pass(struct reader *reader, const struct tag *tag)
{
	const struct web_font *font = reader->font;

	if (reader->name != NULL && reader->length == tag->length &&
	    memcmp(reader->name, tag->name, tag->length) == 0) {
		reader->within += tag->is_end ? (size_t)-1 : 1;
		if (reader->within == 0)
			reader->name = NULL;
	}
	for (size_t i = 0; i < font->element_count; i++) {
		const char *element = font->elements[i];

		if (is_word(element, tag->name, tag->length))
			reader->depth += tag->is_end ? (size_t)-1 : 1;
		if (*element == '.' && reader->name == NULL &&
		    classes_have(tag, element + 1)) {
			reader->name = tag->name;
			reader->length = tag->length;
			reader->within = 1;
		}
	}
}

/* What is read out and not shown. */
static bool
is_unseen(const struct tag *tag)
{
	return is_word("title", tag->name, tag->length) ||
	       is_word("desc", tag->name, tag->length);
}

/* Add the words of a piece of HTML to `all`, and to each reader's font those
 * that stand in its elements. */
static void
html_read(struct arena *scratch, const char *html, struct characters *all,
	  struct reader *readers, size_t count)
{
	size_t unseen = 0;

	while (*html != '\0') {
		size_t length = strcspn(html, "<");
		struct tag tag;

		if (length > 0 && unseen == 0) {
			characters_add_bytes(scratch, all, html, length);
			for (size_t i = 0; i < count; i++)
				if (readers[i].depth > 0 ||
				    readers[i].name != NULL)
					characters_add_bytes(
					    scratch,
					    &readers[i].font->characters, html,
					    length);
		}
		html += length;
		if (*html == '\0')
			return;
		tag = tag_read(html + 1, &html);
		if (is_unseen(&tag))
			unseen += tag.is_end ? (size_t)-1 : 1;
		for (size_t i = 0; i < count; i++)
			reader_pass(&readers[i], &tag);
	}
}

/* --- which pages --- */

/* A font may keep to some kinds of pages; of those it sets what is there at
 * once, of others also what only opens. */
static bool
page_is_set_in(const struct page *page, const struct web_font *font)
{
	if (!page->is_both &&
	    language_is_han(page->edition->language) != font->is_han)
		return false;
	for (size_t i = 0; i < font->page_count; i++)
		if (strcmp(page->kind, font->pages[i]) == 0)
			return true;
	return font->page_count == 0;
}

static void
set_join(struct arena *arena, struct characters *to,
	 const struct characters *from)
{
	for (size_t plane = 0; plane < COUNT(to->planes); plane++) {
		if (from->planes[plane] == NULL)
			continue;
		if (to->planes[plane] == NULL)
			to->planes[plane] = arena_array(
			    arena, 65536 / 64, sizeof(*to->planes[plane]));
		for (size_t i = 0; i < 65536 / 64; i++)
			to->planes[plane][i] |= from->planes[plane][i];
	}
}

static void
set_subtract(struct characters *from, const struct characters *what)
{
	for (size_t plane = 0; plane < COUNT(from->planes); plane++)
		for (size_t i = 0;
		     from->planes[plane] != NULL &&
		     what->planes[plane] != NULL && i < 65536 / 64;
		     i++)
			from->planes[plane][i] &= ~what->planes[plane][i];
}

/* One of a page's two texts. */
static void
text_read(struct site *site, const struct page *page, const struct text *text,
	  bool opens_only)
{
	struct reader *readers = NULL;
	struct characters all = {0};
	size_t count = 0;

	for (size_t i = 0; i < site->font_count; i++) {
		struct reader reader = {.font = &site->fonts[i]};

		if (reader.font->element_count > 0 &&
		    page_is_set_in(page, reader.font) &&
		    !(opens_only && reader.font->page_count > 0))
			ARENA_PUSH(site->arena, readers, count, reader);
	}
	html_read(site->arena, text_string(text), &all, readers, count);
	for (size_t i = 0; i < site->font_count; i++) {
		struct web_font *font = &site->fonts[i];

		if (font->element_count == 0 && page_is_set_in(page, font) &&
		    !(opens_only && font->page_count > 0))
			set_join(site->arena, &font->characters, &all);
	}
}

/* --- what stands on every page --- */

/* The letters of all that may come, such as those that pages write as
 * references. */
static void
ascii_add(struct arena *arena, struct characters *characters)
{
	char all['~' - ' ' + 2];

	for (int i = 0; i <= '~' - ' '; i++)
		all[i] = (char)(' ' + i);
	all['~' - ' ' + 1] = '\0';
	characters_add(arena, characters, all);
}

/* The frame's own words are the editions', in whatever element they stand. */
static void
frame_add(struct site *site, struct web_font *font)
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

static void
rest_subtract(struct site *site, struct web_font *font)
{
	for (size_t i = 0; i < site->font_count; i++) {
		const struct web_font *other = &site->fonts[i];

		if (!other->is_rest && other->is_bold == font->is_bold &&
		    other->is_italic == font->is_italic &&
		    strcmp(other->as, font->as) == 0)
			set_subtract(&font->characters, &other->characters);
	}
}

void
characters_read(struct site *site)
{
	for (; site->read_count < site->page_count; site->read_count++) {
		const struct page *page = site->pages[site->read_count];

		text_read(site, page, &page->text, false);
		text_read(site, page, &page->after, true);
	}
}

void
characters_collect(struct site *site)
{
	for (size_t i = 0; i < site->font_count; i++) {
		struct web_font *font = &site->fonts[i];

		if (font->element_count > 0)
			continue;
		if (!font->is_rest)
			ascii_add(site->arena, &font->characters);
		if (font->page_count == 0)
			frame_add(site, font);
	}
	characters_read(site);
	for (size_t i = 0; i < site->font_count; i++)
		if (site->fonts[i].is_rest)
			rest_subtract(site, &site->fonts[i]);
}
