/* The folder of the data itself: its reviews as a list, its codebook. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <string.h>

/* --- the codebook: every code with its names --- */

static void
term_add(struct site *site, struct text *out, const char *kind,
	 const struct term *term, const char *parent)
{
	text_print(out, "%s,", kind);
	text_add_csv(out, term->code);
	text_add(out, ",");
	text_add_csv(out, parent);
	for (size_t i = 0; i < site->source->edition_count; i++) {
		text_add(out, ",");
		text_add_csv(
		    out, site_name(&site->source->editions[i], &term->names));
	}
	text_add(out, "\r\n");
}

void
codebook_write(struct site *site)
{
	const struct dataset *data = site->source->dataset;
	struct text out = {0};

	text_add(&out, "column,code,within");
	for (size_t i = 0; i < site->source->edition_count; i++)
		text_print(&out, ",name.%s",
			   site_code(&site->source->editions[i]));
	text_add(&out, "\r\n");
	for (size_t i = 0; i < data->cycle_count; i++)
		term_add(site, &out, "cycle", &data->cycles[i].term, "");
	for (size_t i = 0; i < data->chapter_count; i++)
		term_add(site, &out, "chapter", &data->chapters[i].term, "");
	for (size_t i = 0; i < data->article_count; i++)
		term_add(site, &out, "article", &data->articles[i].term,
			 data->chapters[data->articles[i].chapter].term.code);
	for (size_t i = 0; i < data->category_count; i++)
		term_add(site, &out, "category", &data->categories[i].term,
			 data->cycles[data->categories[i].cycle].term.code);
	for (size_t i = 0; i < data->topic_count; i++)
		term_add(site, &out, "topic", &data->topics[i].term, "");
	for (size_t i = 0; i < data->region_count; i++)
		term_add(site, &out, "region", &data->regions[i].term, "");
	for (size_t i = 0; i < data->state_count; i++)
		term_add(site, &out, "state", &data->states[i].term,
			 data->regions[data->states[i].region].term.code);
	outputs_add(site->arena, site->outputs, "site/data/codebook.csv", &out);
}

/* --- the reviews, listed --- */

static void
reviews_list(struct site *site, struct text *out)
{
	static const char prefix[] = "site/data/";

	text_add(out, "<ul class=\"reviews\">\n");
	for (size_t i = 0; i < site->outputs->count; i++) {
		const char *path = site->outputs->items[i].path;

		if (strncmp(path, "site/data/reviews/", 18) != 0)
			continue;
		text_add(out, "<li>");
		link_add(out, path + strlen(prefix), NULL, path + 18);
		text_add(out, "</li>\n");
	}
	text_add(out, "</ul>\n");
}

void
site_write_files(struct site *site)
{
	const struct site_source *source = site->source;
	struct page *page;

	page = page_new(site, &source->editions[0], "data/index.html");
	page->is_both = true;
	page->kind = "files";
	page->title = site_word(site, page->edition, "reviews");
	page->description = site_word(site, page->edition, "reviews-about");
	text_add(&page->text, "<h1>");
	for (size_t i = 0; i < source->edition_count; i++) {
		const struct site_edition *edition = &source->editions[i];

		text_print(&page->text, "<span lang=\"%s\">",
			   language_tag(edition->language));
		text_add_escaped(&page->text,
				 site_word(site, edition, "reviews"));
		text_add(&page->text, "</span>\n");
	}
	text_add(&page->text, "</h1>\n<ul class=\"links\">\n");
	for (size_t i = 0; i < source->edition_count; i++) {
		const struct site_edition *edition = &source->editions[i];

		text_add(&page->text, "<li>");
		link_add(&page->text,
			 arena_print(site->arena, "../%s/data.html",
				     site_code(edition)),
			 language_tag(edition->language),
			 site_word(site, edition, "data"));
		text_add(&page->text, "</li>\n");
	}
	text_add(&page->text, "</ul>\n");
	reviews_list(site, &page->text);
}
