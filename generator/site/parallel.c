/* Two languages side by side, paragraph by paragraph. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include "site/twin.h"

enum {
	TITLE_RANK = 1, /* h1 */
	TOPIC = 4	/* level of a topic line, which ranks below any */
};

struct side {
	const struct site_edition *edition;
	const struct document *document;
	struct html_page parts;
	struct html_site leads;
	int rank; /* of the last heading above */
};

static void
side_begin(struct text *out, const struct side *side, const char *class)
{
	text_print(out, "<div class=\"side %s\" lang=\"%s\">\n", class,
		   language_tag(side->edition->language));
}

/* A topic line ranks one below the heading that it stands under. */
static int
rank_of(struct side *side, const struct node *block)
{
	if (block->kind != NODE_HEADING)
		return side->rank;
	if (block->level == TOPIC)
		return side->rank + 1;
	side->rank = TITLE_RANK + block->level;
	return side->rank;
}

static const struct node *
first_note(const struct document *document)
{
	return document->notes == NULL ? NULL : document->notes->first;
}

static void
pairs_write(struct text *out, struct side sides[2])
{
	struct node *blocks[2] = {sides[0].document->root->first,
				  sides[1].document->root->first};

	while (blocks[0] != NULL || blocks[1] != NULL) {
		text_add(out, "<div class=\"pair\">\n");
		for (size_t i = 0; i < 2; i++) {
			if (blocks[i] == NULL)
				continue;
			side_begin(out, &sides[i], i == 0 ? "first" : "second");
			html_write_block(out, sides[i].document,
					 &sides[i].parts, blocks[i],
					 rank_of(&sides[i], blocks[i]));
			text_add(out, "</div>\n");
			blocks[i] = blocks[i]->next;
		}
		text_add(out, "</div>\n");
	}
}

/* The heading stands once a language; the notes in pairs. */
static void
notes_write(struct text *out, struct side sides[2])
{
	struct node *notes[2];

	text_add(out, "<section class=\"notes\" role=\"doc-endnotes\" "
		      "aria-labelledby=\"notes\">\n<h2 id=\"notes\">");
	for (size_t i = 0; i < 2; i++) {
		text_print(out, "<span lang=\"%s\">",
			   language_tag(sides[i].edition->language));
		text_add_escaped(out, sides[i].edition->words.notes);
		text_add(out, i == 0 ? "</span> " : "</span>");
		notes[i] = sides[i].document->notes->first;
	}
	text_add(out, "</h2>\n");
	while (notes[0] != NULL && notes[1] != NULL) {
		text_add(out, "<div class=\"pair\">\n");
		for (size_t i = 0; i < 2; i++) {
			side_begin(out, &sides[i], i == 0 ? "first" : "second");
			text_add(out, "<ol>\n");
			html_write_block(out, sides[i].document,
					 &sides[i].parts, notes[i], 0);
			text_add(out, "</ol>\n</div>\n");
			notes[i] = notes[i]->next;
		}
		text_add(out, "</div>\n");
	}
	text_add(out, "</section>\n");
}

/* Two boxes that hide a language each, by the style sheet alone. */
static void
switch_write(struct site *site, const struct side sides[2], struct text *out)
{
	text_add(out, "<fieldset class=\"shown\">\n");
	tag_add(out, "legend", NULL,
		site_word(site, sides[1].edition, "shown"));
	for (size_t i = 0; i < 2; i++) {
		text_print(out,
			   "<label lang=\"%s\"><input type=\"checkbox\" "
			   "id=\"show-%s\" checked> ",
			   language_tag(sides[i].edition->language),
			   i == 0 ? "first" : "second");
		text_add_escaped(out,
				 language_name(sides[i].edition->language));
		text_add(out, "</label>\n");
	}
	text_add(out, "</fieldset>\n");
}

static void
titles_write(struct side sides[2], struct text *out)
{
	text_add(out, "<header class=\"titles\">\n<h1 class=\"pair\">\n");
	for (size_t i = 0; i < 2; i++) {
		text_print(out, "<span class=\"side %s\" lang=\"%s\">",
			   i == 0 ? "first" : "second",
			   language_tag(sides[i].edition->language));
		text_add_escaped(out, sides[i].document->masthead.title);
		text_add(out, "</span>\n");
	}
	text_add(out, "</h1>\n</header>\n");
}

static void
contents_write(struct text *out, struct side sides[2])
{
	text_add(out, "<div class=\"pair both-contents\">\n");
	for (size_t i = 0; i < 2; i++) {
		side_begin(out, &sides[i], i == 0 ? "first" : "second");
		html_write_contents(out, sides[i].document, &sides[i].parts);
		text_add(out, "</div>\n");
	}
	text_add(out, "</div>\n");
}

static struct side
side_make(struct site *site, const struct site_edition *edition,
	  const struct document *document)
{
	struct html_words words = edition->words;

	words.enlarge = site_word(site, edition, "enlarge");
	return (struct side){
	    .edition = edition,
	    .document = document,
	    .parts = {.words = words},
	    .leads = {arena_print(site->arena, "../%s/measures.html",
				  site_code(edition)),
		      arena_print(site->arena, "../%s/figures/",
				  site_code(edition))},
	    .rank = TITLE_RANK};
}

void
site_write_parallel(struct site *site, size_t i)
{
	const struct site_edition *edition = &site->source->editions[i];
	const struct site_edition *original = &site->source->editions[0];
	const char *prefix = arena_print(site->arena, "%s-",
					 site_code(edition));
	struct side sides[2] = {
	    side_make(site, edition,
		      document_twin(site->arena, edition->document, prefix)),
	    side_make(site, original, original->document)};
	struct page *page = page_new(site, original,
				     arena_print(site->arena, "%s/index.html",
						 parallel_folder(site, i)));
	struct text *out = &page->text;

	page->is_both = true;
	page->kind = "parallel";
	page->title = original->document->masthead.title;
	page->description = page_summary(site, original);
	for (size_t s = 0; s < 2; s++)
		sides[s].parts.site = &sides[s].leads;
	titles_write(sides, out);
	sides[0].parts.prefix = prefix;
	contents_write(out, sides);
	text_add(out, "<div class=\"text\">\n");
	switch_write(site, sides, out);
	pairs_write(out, sides);
	if (first_note(edition->document) && first_note(original->document))
		notes_write(out, sides);
	text_add(out, "</div>\n");
	for (size_t s = 0; s < 2; s++)
		facts_write(site, sides[s].edition, &page->after,
			    sides[s].leads.measures);
	basis_write_reviews(site, &page->after);
}
