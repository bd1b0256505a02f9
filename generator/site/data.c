/* Data and method: the files, their columns and codes, how they came about. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <string.h>

/* The columns of entries.csv, in its order; the words say what each holds. */
static const char *const columns[] = {
    "state",   "region",  "cycle",     "completed", "kind",
    "chapter", "article", "paragraph", "category",  "topics"};

static const struct {
	const char *path, *key;
} files[] = {{"data/entries.csv", "file-entries"},
	     {"data/measures.tsv", "file-measures-tsv"},
	     {"data/measures.json", "file-measures-json"},
	     {"data/manifest.json", "file-manifest"},
	     {"data/codebook.csv", "file-codebook"},
	     {"data/datapackage.json", "file-package"},
	     {"data/convention.xml", "file-convention"},
	     {"data/states.xml", "file-states"},
	     {"data/dataset.xsd", "file-schema"}};

static void
files_list(struct site *site, const struct site_edition *edition,
	   struct text *out)
{
	text_add(out, "<ul class=\"files\">\n");
	for (size_t i = 0; i < COUNT(files); i++) {
		const char *path = arena_print(site->arena, "site/%s",
					       files[i].path);
		size_t size = output_size(site, path);

		if (size == 0 && strcmp(files[i].key, "file-package") != 0)
			continue;
		text_add(out, "<li>");
		link_add(out, arena_print(site->arena, "../%s", files[i].path),
			 NULL, strchr(files[i].path, '/') + 1);
		text_add(out, " ");
		text_add_escaped(out, site_word(site, edition, files[i].key));
		text_add(out, " ");
		if (size > 0)
			tag_add(out, "span", "size",
				size_words(site, edition, size));
		text_add(out, "</li>\n");
	}
	text_add(out, "<li>");
	link_add(out, "../data/index.html", NULL,
		 site_word(site, edition, "reviews"));
	text_add(out, " ");
	text_add_escaped(out, site_word(site, edition, "file-reviews"));
	text_add(out, "</li>\n</ul>\n");
}

static void
columns_write(struct site *site, const struct site_edition *edition,
	      struct text *out)
{
	text_add(out, "<dl class=\"columns\">\n");
	for (size_t i = 0; i < COUNT(columns); i++) {
		text_print(out, "<div><dt><code>%s</code></dt>", columns[i]);
		tag_add(out, "dd", NULL,
			site_word(
			    site, edition,
			    arena_print(site->arena, "column-%s", columns[i])));
		text_add(out, "</div>\n");
	}
	text_add(out, "</dl>\n");
}

static void
term_write(struct site *site, const struct site_edition *edition,
	   struct text *out, const struct term *term)
{
	(void)site;
	text_add(out, "<div><dt><code>");
	text_add_escaped(out, term->code);
	text_add(out, "</code></dt>");
	tag_add(out, "dd", NULL, site_name(edition, &term->names));
	text_add(out, "</div>\n");
}

/* One list of codes, folded. */
#define CODES_WRITE(key, items, number)                                        \
	do {                                                                   \
		text_add(out, "<details class=\"codes\">\n");                  \
		tag_add(out, "summary", NULL, site_word(site, edition, key));  \
		text_add(out, "<dl class=\"columns\">\n");                     \
		for (size_t k = 0; k < (number); k++)                          \
			term_write(site, edition, out, &(items)[k].term);      \
		text_add(out, "</dl>\n</details>\n");                          \
	} while (0)

static void
codes_write(struct site *site, const struct site_edition *edition,
	    struct text *out)
{
	const struct dataset *data = site->source->dataset;

	CODES_WRITE("by-chapter", data->chapters, data->chapter_count);
	CODES_WRITE("by-article", data->articles, data->article_count);
	CODES_WRITE("by-cycle", data->cycles, data->cycle_count);
	CODES_WRITE("by-category", data->categories, data->category_count);
	CODES_WRITE("by-topic", data->topics, data->topic_count);
	CODES_WRITE("by-region", data->regions, data->region_count);
}

/* The report's own words on its data, if it has any. */
static void
method_write(struct site *site, const struct site_edition *edition,
	     struct text *out)
{
	struct html_page parts = {.words = edition->words};
	struct document *document;
	const char *bytes;
	size_t length;

	if (edition->method == NULL)
		return;
	bytes = file_read(site->arena, site->messages, edition->method,
			  TEMPLATE_MOST, &length);
	document = bytes == NULL
		       ? NULL
		       : document_parse(site->arena, site->messages,
					edition->method, bytes, length);
	if (document == NULL)
		return;
	for (struct node *block = document->root->first; block != NULL;
	     block = block->next)
		html_write_block(out, document, &parts, block,
				 block->level + 1);
}

/* schema.org's Dataset. */
static void
dataset_describe(struct site *site, const struct page *page, struct text *out)
{
	static const char *const kinds[][2] = {
	    {"data/entries.csv", "text/csv"},
	    {"data/measures.tsv", "text/tab-separated-values"},
	    {"data/measures.json", "application/json"},
	    {"data/datapackage.json", "application/json"}};
	const struct masthead *masthead = &page->edition->document->masthead;
	const struct {
		const char *name, *words;
	} fields[] = {{"name", arena_print(site->arena, "%s | %s", page->title,
					   masthead->title)},
		      {"description", page->description},
		      {"url", page_href(site, page, page->path)},
		      {"inLanguage", language_tag(page->edition->language)},
		      {"creditText", masthead->notice}};
	int date = site->source->date;

	text_add(out, "<script type=\"application/ld+json\">\n"
		      "{\"@context\": \"https://schema.org\", "
		      "\"@type\": \"Dataset\"");
	for (size_t i = 0; i < COUNT(fields); i++)
		if (fields[i].words != NULL && *fields[i].words != '\0') {
			text_print(out, ",\n \"%s\": ", fields[i].name);
			json_add(out, fields[i].words);
		}
	text_print(out,
		   ",\n \"datePublished\": \"%04d-%02d-%02d\",\n"
		   " \"isAccessibleForFree\": true,\n \"distribution\": [",
		   date / 10000, date / 100 % 100, date % 100);
	for (size_t i = 0; i < COUNT(kinds); i++) {
		text_print(out,
			   "%s\n  {\"@type\": \"DataDownload\", "
			   "\"encodingFormat\": \"%s\", \"contentUrl\": ",
			   i == 0 ? "" : ",", kinds[i][1]);
		json_add(out, page_href(site, page, kinds[i][0]));
		text_add(out, "}");
	}
	text_add(out, "]}\n</script>\n");
}

void
site_write_data(struct site *site, size_t i)
{
	const struct site_edition *edition = &site->source->editions[i];
	struct page *page = page_new(
	    site, edition,
	    arena_print(site->arena, "%s/data.html", site_code(edition)));
	const char *notice = site_name(edition, &site->source->dataset->notice);
	struct text *out = &page->text;

	page->same = "data.html";
	page->kind = "data";
	page->title = site_word(site, edition, "data");
	page->description = site_word(site, edition, "data-about");
	dataset_describe(site, page, &page->head);
	tag_add(out, "h1", NULL, page->title);
	tag_add(out, "p", "lead", page->description);
	if (*notice != '\0')
		tag_add(out, "p", "notice", notice);
	tag_add(out, "h2", NULL, site_word(site, edition, "files"));
	files_list(site, edition, out);
	method_write(site, edition, out);
	changes_write(site, edition, out);
	tag_add(out, "h2", NULL, site_word(site, edition, "columns"));
	tag_add(out, "p", NULL, site_word(site, edition, "columns-about"));
	columns_write(site, edition, out);
	tag_add(out, "h2", NULL, site_word(site, edition, "codes"));
	codes_write(site, edition, out);
	tag_add(out, "h2", NULL, site_word(site, edition, "measures"));
	text_add(out, "<p>");
	link_add(out, "measures.html", NULL,
		 site_word(site, edition, "measures-about"));
	text_add(out, "</p>\n");
}
