/* What machines read: a page's metadata, the site's map, the data's package. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <string.h>

static void
meta_add(struct text *out, const char *kind, const char *name,
	 const char *content)
{
	if (content == NULL || *content == '\0')
		return;
	text_print(out, "<meta %s=\"%s\" content=\"", kind, name);
	text_add_escaped(out, content);
	text_add(out, "\">\n");
}

const char *
page_href(struct site *site, const struct page *page, const char *path)
{
	const char *address = site->source->address;

	return arena_print(site->arena, "%s%s",
			   address != NULL ? address : page_root(site, page),
			   path);
}

static void
alternates_write(struct site *site, const struct page *page, struct text *out)
{
	const struct site_source *source = site->source;

	if (source->address != NULL)
		text_print(out, "<link rel=\"canonical\" href=\"%s%s\">\n",
			   source->address, page->path);
	for (size_t i = 0; page->same && i < source->edition_count; i++)
		text_print(
		    out,
		    "<link rel=\"alternate\" hreflang=\"%s\" href=\"%s\">\n",
		    language_tag(source->editions[i].language),
		    page_href(site, page,
			      arena_print(site->arena, "%s/%s",
					  site_code(&source->editions[i]),
					  page->same)));
	if (page->same != NULL && strcmp(page->same, "index.html") == 0)
		text_print(out,
			   "<link rel=\"alternate\" hreflang=\"x-default\" "
			   "href=\"%s\">\n",
			   page_href(site, page, "index.html"));
}

static void
fonts_write_links(struct site *site, const struct page *page, struct text *out)
{
	for (size_t i = 0; i < site->font_count; i++) {
		const struct web_font *font = &site->fonts[i];

		if (font->file == NULL || !font->is_preloaded ||
		    (!page->is_both &&
		     language_is_han(page->edition->language) != font->is_han))
			continue;
		text_print(out,
			   "<link rel=\"preload\" as=\"font\" "
			   "type=\"font/woff2\" href=\"%s%s\" crossorigin>\n",
			   page_root(site, page), font->file);
	}
}

/* Who shows a link with its picture wants a whole address. */
static void
picture_write(struct site *site, const struct page *page, struct text *out)
{
	if (page->picture == NULL ||
	    output_size(
		site, arena_print(site->arena, "site/%s", page->picture)) == 0)
		return;
	meta_add(out, "property", "og:image",
		 page_href(site, page, page->picture));
	meta_add(out, "property", "og:image:alt", page->title);
}

void
metadata_write(struct site *site, const struct page *page, struct text *out)
{
	const char *address = site->source->address;

	meta_add(out, "name", "description", page->description);
	meta_add(out, "name", "generator", "rapporteur " RAPPORTEUR_VERSION);
	alternates_write(site, page, out);
	meta_add(out, "property", "og:type", "article");
	meta_add(out, "property", "og:title", page->title);
	meta_add(out, "property", "og:description", page->description);
	meta_add(out, "property", "og:site_name",
		 page->edition->document->masthead.organization);
	if (address != NULL) {
		meta_add(out, "property", "og:url",
			 page_href(site, page, page->path));
		picture_write(site, page, out);
	}
	fonts_write_links(site, page, out);
	text_add_bytes(out, text_string(&page->head), page->head.length);
}

static void
xml_entry(struct site *site, const struct page *page, struct text *out)
{
	const struct site_source *source = site->source;

	text_print(out, "<url><loc>%s%s</loc>", source->address, page->path);
	text_print(out, "<lastmod>%04d-%02d-%02d</lastmod>",
		   source->date / 10000, source->date / 100 % 100,
		   source->date % 100);
	for (size_t i = 0; page->same && i < source->edition_count; i++)
		text_print(out,
			   "<xhtml:link rel=\"alternate\" hreflang=\"%s\" "
			   "href=\"%s%s/%s\"/>",
			   language_tag(source->editions[i].language),
			   source->address, site_code(&source->editions[i]),
			   page->same);
	text_add(out, "</url>\n");
}

/* The protocol wants whole addresses. */
void
sitemap_write(struct site *site)
{
	struct text out = {0};

	if (site->source->address == NULL)
		return;
	text_add(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
		       "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
		       "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
	for (size_t i = 0; i < site->page_count; i++)
		xml_entry(site, site->pages[i], &out);
	text_add(&out, "</urlset>\n");
	outputs_add(site->arena, site->outputs, "site/sitemap.xml", &out);
	text_print(&out, "User-agent: *\nAllow: /\nSitemap: %ssitemap.xml\n",
		   site->source->address);
	outputs_add(site->arena, site->outputs, "site/robots.txt", &out);
}
