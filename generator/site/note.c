/* The note in one language, as a page of the site. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <string.h>

/* schema.org's Report, its data and its files. */
static void
report_describe(struct site *site, const struct site_edition *edition,
		struct text *out)
{
	const struct masthead *masthead = &edition->document->masthead;
	const struct {
		const char *name, *words;
	} fields[] = {{"name", masthead->title},
		      {"inLanguage", language_tag(edition->language)},
		      {"reportNumber", masthead->symbol},
		      {"description", masthead->notice}};
	int date = site->source->date;

	text_add(out, "<script type=\"application/ld+json\">\n"
		      "{\"@context\": \"https://schema.org\", "
		      "\"@type\": \"Report\"");
	for (size_t i = 0; i < COUNT(fields); i++)
		if (fields[i].words != NULL && *fields[i].words != '\0') {
			text_print(out, ",\n \"%s\": ", fields[i].name);
			json_add(out, fields[i].words);
		}
	text_print(out, ",\n \"datePublished\": \"%04d-%02d-%02d\"",
		   date / 10000, date / 100 % 100, date % 100);
	text_add(out, ",\n \"publisher\": {\"@type\": \"Organization\", "
		      "\"name\": ");
	json_add(out, masthead->organization ? masthead->organization : "");
	text_add(out, "},\n \"isBasedOn\": \"data.html\"}\n</script>\n");
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
	page->description = document->masthead.series;
	report_describe(site, edition, &page->head);
	html_write_masthead(out, document, &parts);
	html_write_contents(out, document, &parts);
	text_add(out, "<div class=\"text\">\n");
	html_write_text(out, document, &parts);
	html_write_notes(out, document, &parts);
	text_add(out, "</div>\n");
	facts_write(site, edition, &page->after, leads.measures);
	basis_write_reviews(site, &page->after);
}
