/* The start page: what the report is, in each language, and where to go. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <string.h>

static bool
is_given(const char *words)
{
	return words != NULL && *words != '\0';
}

static void
line_add(struct text *out, const char *tag, const char *class,
	 const char *words)
{
	if (is_given(words))
		tag_add(out, tag, class, words);
}

static void
entry_add(struct text *out, const char *href, const char *words,
	  const char *size)
{
	text_add(out, "<li>");
	link_add(out, href, NULL, words);
	if (size != NULL) {
		text_add(out, " ");
		tag_add(out, "span", "size", size);
	}
	text_add(out, "</li>\n");
}

/* True if a file's name says that the language is in it: "note.en.pdf",
 * "note.zh-en.pdf". */
static bool
has_language(struct site *site, const char *path, const char *code)
{
	const char *ends[] = {arena_print(site->arena, ".%s.", code),
			      arena_print(site->arena, ".%s-", code),
			      arena_print(site->arena, "-%s.", code)};

	for (size_t i = 0; i < COUNT(ends); i++)
		if (strstr(path, ends[i]) != NULL)
			return true;
	return false;
}

static void
downloads_write(struct site *site, const struct site_edition *edition,
		struct text *out)
{
	static const char prefix[] = "site/", folder[] = "site/downloads/";

	for (size_t i = 0; i < site->outputs->count; i++) {
		const struct output *output = &site->outputs->items[i];
		const char *path = output->path;

		if (strncmp(path, folder, strlen(folder)) != 0 ||
		    !has_language(site, path, site_code(edition)))
			continue;
		entry_add(out, path + strlen(prefix),
			  site_word(site, edition,
				    strchr(path + strlen(folder), '-') != NULL
					? "pdf-parallel"
					: "pdf"),
			  size_words(site, edition, output->bytes.length));
	}
}

/* The pages with this language beside another. */
static void
parallels_write(struct site *site, const struct site_edition *edition,
		struct text *out)
{
	const struct site_edition *editions = site->source->editions;

	for (size_t i = 1; i < site->source->edition_count; i++) {
		const char *names[] = {language_name(editions[i].language),
				       language_name(editions[0].language)};

		if (edition != &editions[0] && edition != &editions[i])
			continue;
		entry_add(
		    out,
		    arena_print(site->arena, "%s/index.html",
				parallel_folder(site, i)),
		    site_phrase(site, edition, "parallel", names, COUNT(names)),
		    NULL);
	}
}

static void
links_write(struct site *site, const struct site_edition *edition,
	    struct text *out)
{
	static const char *const links[][2] = {
	    {"figures/index.html", "figures"},
	    {"data.html", "data"},
	    {"measures.html", "measures"}};
	const char *code = site_code(edition);

	text_add(out, "<p class=\"read\">");
	link_add(out, arena_print(site->arena, "%s/index.html", code), NULL,
		 site_word(site, edition, "read"));
	text_add(out, "</p>\n<ul class=\"links\">\n");
	parallels_write(site, edition, out);
	for (size_t i = 0; i < COUNT(links); i++)
		entry_add(out,
			  arena_print(site->arena, "%s/%s", code, links[i][0]),
			  site_word(site, edition, links[i][1]), NULL);
	downloads_write(site, edition, out);
	text_add(out, "</ul>\n");
}

static void
edition_write(struct site *site, const struct site_edition *edition,
	      struct text *out, bool is_first)
{
	const struct masthead *masthead = &edition->document->masthead;

	text_print(out, "<section class=\"edition\" lang=\"%s\">\n",
		   language_tag(edition->language));
	line_add(out, "p", "organization", masthead->organization);
	line_add(out, is_first ? "h1" : "h2", "title", masthead->title);
	line_add(out, "p", "series", masthead->series);
	line_add(out, "p", "session", masthead->session);
	line_add(out, "p", "venue", masthead->venue);
	links_write(site, edition, out);
	line_add(out, "p", "notice", masthead->notice);
	text_add(out, "</section>\n");
}

void
site_write_start(struct site *site)
{
	const struct site_source *source = site->source;
	struct page *page = page_new(site, &source->editions[0], "index.html");
	struct text *out = &page->text;

	page->is_both = true;
	page->kind = "start";
	page->title = page->edition->document->masthead.title;
	page->description = page_summary(site, page->edition);
	text_add(out, "<div class=\"editions\">\n");
	for (size_t i = 0; i < source->edition_count; i++)
		edition_write(site, &source->editions[i], out, i == 0);
	text_add(out, "</div>\n");
}
