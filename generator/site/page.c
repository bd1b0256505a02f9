/* Pages, and the frame that they all stand in. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <stdlib.h>
#include <string.h>

struct page *
page_new(struct site *site, const struct site_edition *edition,
	 const char *path)
{
	struct page *page = arena_take(site->arena, sizeof(*page));

	page->edition = edition;
	page->path = path;
	ARENA_PUSH(site->arena, site->pages, site->page_count, page);
	return page;
}

const char *
page_root(struct site *site, const struct page *page)
{
	struct text root = {0};
	const char *copy;

	for (const char *at = page->path; (at = strchr(at, '/')); at++)
		text_add(&root, "../");
	copy = arena_copy(site->arena, text_string(&root));
	text_free(&root);
	return copy;
}

const char *
parallel_folder(struct site *site, size_t i)
{
	const struct site_edition *editions = site->source->editions;

	if (i == 0 || i >= site->source->edition_count)
		return NULL;
	return arena_print(site->arena, "%s-%s", site_code(&editions[i]),
			   site_code(&editions[0]));
}

const char *
page_summary(struct site *site, const struct site_edition *edition)
{
	struct walk walk = walk_begin(edition->document->root);
	struct text words = {0};
	const char *summary;

	while (walk_next(&walk) && walk.node->kind != NODE_PARAGRAPH)
		continue;
	if (walk.node != NULL && walk.node->kind == NODE_PARAGRAPH)
		node_words(&words, walk.node);
	summary = arena_copy(site->arena, text_string(&words));
	text_free(&words);
	return summary;
}

/* --- the frame's places --- */

static void
entry_add(struct site *site, const struct page *page, struct text *out,
	  const char *path, const char *tag, const char *words)
{
	bool is_here = strcmp(page->path, path) == 0;

	text_print(out, "<li><a href=\"%s%s\"", page_root(site, page), path);
	if (tag != NULL)
		text_print(out, " lang=\"%s\" hreflang=\"%s\"", tag, tag);
	text_add(out, is_here ? " aria-current=\"page\">" : ">");
	text_add_escaped(out, words);
	text_add(out, "</a></li>\n");
}

static void
links_write(struct site *site, const struct page *page, struct text *out)
{
	static const struct {
		const char *path, *key;
	} links[] = {{"index.html", "note"},
		     {"figures/index.html", "figures"},
		     {"data.html", "data"},
		     {"measures.html", "measures"}};

	if (page->is_both)
		return;
	for (size_t i = 0; i < COUNT(links); i++)
		entry_add(site, page, out,
			  arena_print(site->arena, "%s/%s",
				      site_code(page->edition), links[i].path),
			  NULL, site_word(site, page->edition, links[i].key));
}

static void
languages_write(struct site *site, const struct page *page, struct text *out)
{
	const struct site_source *source = site->source;
	const char *same = page->same == NULL ? "index.html" : page->same;

	for (size_t i = 0; i < source->edition_count; i++) {
		const struct language *language = source->editions[i].language;

		entry_add(site, page, out,
			  arena_print(site->arena, "%s/%s",
				      language_code(language), same),
			  language_tag(language), language_name(language));
	}
	for (size_t i = 1; i < source->edition_count; i++) {
		const char *names[] = {
		    language_name(source->editions[i].language),
		    language_name(source->editions[0].language)};

		entry_add(site, page, out,
			  arena_print(site->arena, "%s/index.html",
				      parallel_folder(site, i)),
			  NULL,
			  site_phrase(site, page->edition, "parallel", names,
				      COUNT(names)));
	}
}

static void
title_write(struct site *site, const struct page *page, struct text *out)
{
	const char *symbol =
	    site->source->editions[0].document->masthead.symbol;

	text_add_escaped(out, page->title);
	if (symbol != NULL && *symbol != '\0') {
		text_add(out, " | ");
		text_add_escaped(out, symbol);
	}
}

/* What the frame may name between {{ and }}. */
static bool
place_write(struct site *site, const struct page *page, struct text *out,
	    const char *name)
{
	const struct masthead *masthead = &page->edition->document->masthead;
	const char *symbol = masthead->symbol;
	const struct {
		const char *name;
		const char *words; /* escaped already */
	} places[] = {
	    {"tag", language_tag(page->edition->language)},
	    {"kind", page->kind},
	    {"root", page_root(site, page)},
	    {"style", site->style},
	    {"script", site->script},
	    {"text", text_string(&page->text)},
	    {"after", text_string(&page->after)},
	};

	for (size_t i = 0; i < COUNT(places); i++)
		if (strcmp(name, places[i].name) == 0) {
			text_add(out, places[i].words);
			return true;
		}
	if (strcmp(name, "title") == 0)
		title_write(site, page, out);
	else if (strcmp(name, "symbol") == 0)
		text_add_escaped(out, symbol != NULL && *symbol != '\0'
					  ? symbol
					  : site->source->id);
	else if (strcmp(name, "notice") == 0)
		text_add_escaped(out, masthead->notice ? masthead->notice : "");
	else if (strcmp(name, "head") == 0)
		metadata_write(site, page, out);
	else if (strcmp(name, "links") == 0)
		links_write(site, page, out);
	else if (strcmp(name, "languages") == 0)
		languages_write(site, page, out);
	else if (strncmp(name, "word:", 5) == 0)
		text_add_escaped(out, site_word(site, page->edition, name + 5));
	else
		return false;
	return true;
}

static struct place
place_of(const struct site *site, const char *at)
{
	struct place place = {site->frame_path, 1, 1};

	for (const char *c = site->frame; c < at; c++) {
		place.column = *c == '\n' ? 1 : place.column + 1;
		place.line += *c == '\n';
	}
	return place;
}

static void
page_write(struct site *site, const struct page *page, struct text *out)
{
	const char *at = site->frame;

	for (const char *open; (open = strstr(at, "{{")) != NULL;) {
		const char *close = strstr(open, "}}");
		const char *name;

		text_add_bytes(out, at, (size_t)(open - at));
		if (close == NULL) {
			message_error(site->messages, place_of(site, open),
				      "this {{ is never closed");
			return;
		}
		name = arena_copy_bytes(site->arena, open + 2,
					(size_t)(close - open) - 2);
		if (!place_write(site, page, out, name))
			message_error(site->messages, place_of(site, open),
				      "the frame has no place \"%s\"", name);
		at = close + 2;
	}
	text_add(out, at);
}

void
pages_save(struct site *site)
{
	for (size_t i = 0; i < site->page_count; i++) {
		struct page *page = site->pages[i];
		struct text out = {0};

		if (messages_are_good(site->messages))
			page_write(site, page, &out);
		text_free(&page->head);
		text_free(&page->text);
		text_free(&page->after);
		outputs_add(site->arena, site->outputs,
			    arena_print(site->arena, "site/%s", page->path),
			    &out);
		text_free(&out);
	}
}
