/* The note in one language, as a page of the site. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <string.h>

/* The note's files, as schema.org's encodings of the report. */
static void
encodings_describe(struct site *site, const struct page *page, struct text *out)
{
	const char *dotted = arena_print(site->arena, ".%s.pdf",
					 site_code(page->edition));
	const char *before = "";

	text_add(out, ",\n \"encoding\": [");
	for (size_t i = 0; i < site->outputs->count; i++) {
		const char *path = site->outputs->items[i].path;

		if (strncmp(path, "site/downloads/", 15) != 0 ||
		    strstr(path, dotted) == NULL)
			continue;
		text_print(out,
			   "%s\n  {\"@type\": \"MediaObject\", "
			   "\"encodingFormat\": \"application/pdf\", "
			   "\"contentUrl\": ",
			   before);
		json_add(out, page_href(site, page, path + strlen("site/")));
		text_add(out, "}");
		before = ",";
	}
	text_add(out, "]");
}

/* schema.org's Report, its data and its files. */
static void
report_describe(struct site *site, const struct page *page, struct text *out)
{
	const struct masthead *masthead = &page->edition->document->masthead;
	const char *data = arena_print(site->arena, "%s/data.html",
				       site_code(page->edition));
	const struct {
		const char *name, *words;
	} fields[] = {{"name", masthead->title},
		      {"inLanguage", language_tag(page->edition->language)},
		      {"url", page_href(site, page, page->path)},
		      {"reportNumber", masthead->symbol},
		      {"abstract", page->description},
		      {"creditText", masthead->notice},
		      {"isBasedOn", page_href(site, page, data)}};
	int date = site->source->date;

	text_add(out, "<script type=\"application/ld+json\">\n"
		      "{\"@context\": \"https://schema.org\", "
		      "\"@type\": \"Report\"");
	for (size_t i = 0; i < COUNT(fields); i++)
		if (fields[i].words != NULL && *fields[i].words != '\0') {
			text_print(out, ",\n \"%s\": ", fields[i].name);
			json_add(out, fields[i].words);
		}
	text_print(out,
		   ",\n \"datePublished\": \"%04d-%02d-%02d\",\n"
		   " \"isAccessibleForFree\": true",
		   date / 10000, date / 100 % 100, date % 100);
	text_add(out, ",\n \"publisher\": {\"@type\": \"Organization\", "
		      "\"name\": ");
	json_add(out, masthead->organization ? masthead->organization : "");
	text_add(out, "}");
	encodings_describe(site, page, out);
	text_add(out, "}\n</script>\n");
}

void
site_write_note(struct site *site, size_t i)
{
	static const struct html_site leads = {"measures.html", "figures/"};
	const struct site_edition *edition = &site->source->editions[i];
	const struct document *document = edition->document;
	struct html_page parts = {.words = edition->words, .site = &leads};
	struct page *page = page_new(
	    site, edition,
	    arena_print(site->arena, "%s/index.html", site_code(edition)));
	struct text *out = &page->text;

	parts.words.enlarge = site_word(site, edition, "enlarge");
	page->same = "index.html";
	page->kind = "note";
	page->title = document->masthead.title;
	page->description = page_summary(site, edition);
	html_write_masthead(out, document, &parts);
	html_write_contents(out, document, &parts);
	text_add(out, "<div class=\"text\">\n");
	html_write_text(out, document, &parts);
	html_write_notes(out, document, &parts);
	text_add(out, "</div>\n");
	facts_write(site, edition, &page->after, leads.measures);
	basis_write_reviews(site, &page->after);
}

void
site_describe_notes(struct site *site)
{
	for (size_t i = 0; i < site->page_count; i++) {
		struct page *page = site->pages[i];

		if (strcmp(page->kind, "note") == 0)
			report_describe(site, page, &page->head);
	}
}
