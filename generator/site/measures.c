/* Every measure and claim of the report, explained. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

static void
measure_write(struct site *site, const struct site_edition *edition,
	      struct text *out, const struct measure *measure)
{
	text_print(out,
		   "<section class=\"measure\" id=\"%s\">\n<h3 class=\"name\">",
		   measure->id);
	text_add_escaped(out, site_name(edition, &measure->names));
	text_add(out, "</h3>\n");
	fact_write(site, edition, out, measure, "");
	text_add(out, "<p class=\"id\"><a href=\"#");
	text_add(out, measure->id);
	text_add(out, "\">");
	text_add_escaped(out, measure->id);
	text_add(out, "</a></p>\n</section>\n");
}

static void
claim_write(struct site *site, const struct site_edition *edition,
	    struct text *out, const struct claim *claim)
{
	text_print(out,
		   "<section class=\"measure\" id=\"%s\">\n<h3 class=\"name\">",
		   claim->id);
	text_add_escaped(out, site_name(edition, &claim->names));
	text_add(out, "</h3>\n");
	tag_add(out, "p", "result",
		site_word(site, edition, claim->holds ? "holds" : "fails"));
	text_add(out, "<p class=\"code\"><code>");
	text_add_escaped(out, claim->formula);
	text_add(out, "</code></p>\n<p class=\"id\"><a href=\"#");
	text_add(out, claim->id);
	text_add(out, "\">");
	text_add_escaped(out, claim->id);
	text_add(out, "</a></p>\n</section>\n");
}

void
site_write_measures(struct site *site, size_t i)
{
	const struct site_edition *edition = &site->source->editions[i];
	const struct measures *measures = site->source->measures;
	struct page *page = page_new(
	    site, edition,
	    arena_print(site->arena, "%s/measures.html", site_code(edition)));
	struct text *out = &page->text;

	page->same = "measures.html";
	page->kind = "measures";
	page->title = site_word(site, edition, "measures");
	page->description = site_word(site, edition, "measures-about");
	tag_add(out, "h1", NULL, page->title);
	tag_add(out, "p", "lead", page->description);
	tag_add(out, "h2", NULL, site_word(site, edition, "numbers"));
	for (size_t m = 0; m < measures->count; m++)
		measure_write(site, edition, out, &measures->items[m]);
	if (measures->claim_count > 0)
		tag_add(out, "h2", NULL, site_word(site, edition, "claims"));
	for (size_t m = 0; m < measures->claim_count; m++)
		claim_write(site, edition, out, &measures->claims[m]);
	tag_add(out, "h2", NULL, site_word(site, edition, "bases"));
	basis_write_lists(site, edition, out);
}
