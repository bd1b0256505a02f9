/* A page for each figure, and one with all of them. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <string.h>

/* The files of a figure that the outputs hold. */
static void
downloads_write(struct site *site, const struct site_edition *edition,
		struct text *out, const struct figure *figure)
{
	static const struct {
		const char *ending, *name;
	} kinds[] = {
	    {"svg", "SVG"}, {"pdf", "PDF"}, {"png", "PNG"}, {"csv", "CSV"}};
	struct arena *arena = site->arena;

	tag_add(out, "h2", NULL, site_word(site, edition, "downloads"));
	text_add(out, "<ul class=\"downloads\">\n");
	for (size_t i = 0; i < COUNT(kinds); i++) {
		const char *path = arena_print(arena, "figures/%s.%s.%s",
					       figure->name, site_code(edition),
					       kinds[i].ending);
		size_t size = output_size(site,
					  arena_print(arena, "site/%s", path));

		if (size == 0)
			continue;
		text_add(out, "<li>");
		link_add(out, arena_print(arena, "../../%s", path), NULL,
			 kinds[i].name);
		text_add(out, " ");
		tag_add(out, "span", "size", size_words(site, edition, size));
		text_add(out, "</li>\n");
	}
	text_add(out, "</ul>\n");
}

/* The figure's data as a file of its own. */
static void
csv_write(struct site *site, const struct site_edition *edition,
	  const struct figure *figure)
{
	const struct table *table = &figure->table;
	struct text out = {0};

	for (size_t i = 0; i < table->column_count; i++) {
		text_add(&out, i == 0 ? "" : ",");
		text_add_csv(&out, table->heads[i] ? table->heads[i] : "");
	}
	text_add(&out, "\r\n");
	for (size_t i = 0; i < table->row_count * table->column_count; i++) {
		text_add(&out, i % table->column_count == 0 ? "" : ",");
		text_add_csv(&out, table->cells[i] ? table->cells[i] : "");
		if ((i + 1) % table->column_count == 0)
			text_add(&out, "\r\n");
	}
	outputs_add(site->arena, site->outputs,
		    arena_print(site->arena, "site/figures/%s.%s.csv",
				figure->name, site_code(edition)),
		    &out);
}

static void
frame_write(struct text *out, const struct figure *figure)
{
	text_add(out, "<figure class=\"of-chart large\">\n");
	if (figure->scene != NULL)
		html_write_picture(out, figure);
	text_add(out, "<figcaption>\n");
	for (size_t i = 0; i < figure->note_count; i++)
		tag_add(out, "p", "figure-note", figure->notes[i]);
	if (figure->source != NULL)
		tag_add(out, "p", "source", figure->source);
	text_add(out, "</figcaption>\n</figure>\n");
}

/* A figure before or after this one. */
static void
neighbour_add(struct text *out, const struct node *node, const char *rel)
{
	if (node == NULL)
		return;
	text_print(out, "<a rel=\"%s\" href=\"%s.html\">", rel,
		   node->figure->name);
	text_add_escaped(out, node->counter != NULL ? node->counter
						    : node->figure->title);
	text_add(out, "</a>\n");
}

static void
neighbours_write(struct site *site, const struct site_edition *edition,
		 struct text *out, const struct node *node,
		 const struct node *const beside[2])
{
	text_add(out, "<p class=\"in-text\">");
	link_add(out,
		 arena_print(site->arena, "../index.html#%s",
			     node->anchor ? node->anchor : ""),
		 NULL, site_word(site, edition, "in-text"));
	text_add(out, "\n");
	neighbour_add(out, beside[0], "prev");
	neighbour_add(out, beside[1], "next");
	text_add(out, "</p>\n");
}

static void
figure_write_page(struct site *site, const struct site_edition *edition,
		  const struct node *node, const struct node *const beside[2])
{
	const struct figure *figure = node->figure;
	const char *same = arena_print(site->arena, "figures/%s.html",
				       figure->name);
	struct page *page = page_new(
	    site, edition,
	    arena_print(site->arena, "%s/%s", site_code(edition), same));
	struct text *out = &page->text;

	page->same = same;
	page->kind = "figure";
	page->title = figure->title;
	page->description = figure->description;
	page->picture = arena_print(site->arena, "figures/%s.%s.png",
				    figure->name, site_code(edition));
	text_add(out, "<h1>");
	if (node->counter != NULL)
		tag_add(out, "span", "counter", node->counter);
	text_add_escaped(out, figure->title);
	text_add(out, "</h1>\n");
	frame_write(out, figure);
	neighbours_write(site, edition, out, node, beside);
	downloads_write(site, edition, out, figure);
	tag_add(out, "h2", NULL, site_word(site, edition, "description"));
	if (figure->description != NULL)
		tag_add(out, "p", NULL, figure->description);
	tag_add(out, "h2", "data", edition->words.data);
	frame_begin(out, edition->words.data);
	table_add(out, &figure->table, figure->title);
	text_add(out, "</div>\n");
}

/* The picture is there to be found by: its words stand beside it. */
static void
thumbnail_add(struct text *out, const struct figure *figure, const char *code)
{
	if (figure->scene == NULL)
		return;
	text_print(out,
		   "<img src=\"../../figures/%s.%s.svg\" alt=\"\" "
		   "width=\"%.0f\" height=\"%.0f\" loading=\"lazy\">",
		   figure->name, code, scene_outer(figure->scene->width),
		   scene_outer(figure->scene->height));
}

static void
entry_write(struct site *site, const struct site_edition *edition,
	    struct text *out, const struct node *node)
{
	const struct figure *figure = node->figure;
	const char *code = site_code(edition);

	text_print(out, "<li><a href=\"%s.html\">", figure->name);
	if (output_size(site, arena_print(site->arena, "site/figures/%s.%s.svg",
					  figure->name, code)) > 0)
		thumbnail_add(out, figure, code);
	text_add(out, "<span>");
	if (node->counter != NULL)
		tag_add(out, "span", "counter", node->counter);
	text_add_escaped(out, figure->title);
	text_add(out, "</span></a></li>\n");
}

void
site_write_figures(struct site *site, size_t i)
{
	const struct site_edition *edition = &site->source->editions[i];
	struct walk walk = walk_begin(edition->document->root);
	const struct node **nodes = NULL;
	size_t count = 0;
	struct page *page = page_new(site, edition,
				     arena_print(site->arena,
						 "%s/figures/index.html",
						 site_code(edition)));

	page->same = "figures/index.html";
	page->kind = "figures";
	page->title = site_word(site, edition, "figures");
	page->description = site_word(site, edition, "figures-about");
	tag_add(&page->text, "h1", NULL, page->title);
	tag_add(&page->text, "p", "lead", page->description);
	text_add(&page->text, "<ol class=\"gallery\">\n");
	while (walk_next(&walk))
		if (walk.phase == PHASE_ENTER && walk.node->figure != NULL)
			ARENA_PUSH(site->arena, nodes, count, walk.node);
	for (size_t n = 0; n < count; n++) {
		const struct node *const beside[] = {
		    n == 0 ? NULL : nodes[n - 1],
		    n + 1 == count ? NULL : nodes[n + 1]};

		csv_write(site, edition, nodes[n]->figure);
		entry_write(site, edition, &page->text, nodes[n]);
		figure_write_page(site, edition, nodes[n], beside);
	}
	text_add(&page->text, "</ol>\n");
}
