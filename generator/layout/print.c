/* Pages as text: the structure, the bookmarks, then page by page the ink. */
/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "layout/pages.h"

#include <string.h>

static void
lengths_add(struct text *out, const double *lengths, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		text_add(out, " ");
		text_add_decimal(out, lengths[i]);
	}
}

static void
word_add(struct text *out, const char *name, const char *words)
{
	if (words == NULL)
		return;
	text_print(out, " %s ", name);
	text_add_json(out, words);
}

static void
element_print(struct text *out, const struct element_node *element, int depth)
{
	text_print(out, "%*s%s", depth * 2, "", role_name(element->role));
	word_add(out, "lang", element->language);
	word_add(out, "alt", element->alt);
	word_add(out, "actual", element->actual);
	word_add(out, "id", element->id);
	if (element->has_box) {
		text_print(out, " page %zu", element->box_page + 1);
		lengths_add(out,
			    (double[]){element->box.x, element->box.y,
				       element->box.width, element->box.height},
			    4);
	}
	text_add(out, "\n");
	for (const struct element_node *child = element->first; child != NULL;
	     child = child->next)
		element_print(out, child, depth + 1);
}

static const char *
owner_name(const struct page_ink *ink)
{
	static const char *const names[] = {
	    [ARTIFACT_NONE] = "nobody",
	    [ARTIFACT_HEADER] = "header",
	    [ARTIFACT_FOOTER] = "footer",
	    [ARTIFACT_LAYOUT] = "layout",
	};

	return ink->element != NULL ? role_name(ink->element->role)
				    : names[ink->artifact];
}

static void
glyphs_print(struct text *out, const struct glyph_run *run)
{
	struct text words = {0};

	text_add_bytes(&words, run->text, run->length);
	text_add(out, " ");
	text_add_json(out, text_string(&words));
	text_free(&words);
}

static void
ink_print(struct text *out, const struct page_ink *ink)
{
	static const char *const names[] = {
	    [PAGE_GLYPHS] = "glyphs", [PAGE_RULE] = "rule",
	    [PAGE_FRAME] = "frame",   [PAGE_BAR] = "bar",
	    [PAGE_SCENE] = "scene",
	};
	double x = ink->x;

	if (ink->kind == PAGE_GLYPHS)
		x += ink->glyphs->x;
	text_add(out, names[ink->kind]);
	lengths_add(out, (double[]){x, ink->y, ink->width, ink->height}, 4);
	text_print(out, " %s", owner_name(ink));
	if (ink->kind == PAGE_GLYPHS)
		glyphs_print(out, ink->glyphs);
	text_add(out, "\n");
}

/* One line of text: kind and owner, where, how it was set, its words. */
static void
line_print(struct text *out, const struct page_line *line)
{
	struct text words = {0};

	text_print(out, "line %s %s", line->kind, line->owner);
	lengths_add(out, (double[]){line->x, line->y, line->ratio}, 3);
	text_print(out, "%s%s ", line->is_first ? " first" : "",
		   line->is_last ? " last" : "");
	text_add_bytes(&words, line->text, line->length);
	text_add_json(out, text_string(&words));
	text_free(&words);
	text_add(out, "\n");
}

static void
link_print(struct text *out, const struct page_link *link)
{
	text_add(out, "link");
	lengths_add(out,
		    (double[]){link->box.x, link->box.y, link->box.width,
			       link->box.height},
		    4);
	if (link->uri != NULL) {
		word_add(out, "uri", link->uri);
	} else {
		text_print(out, " page %zu", link->to_page + 1);
		lengths_add(out, &link->to_y, 1);
	}
	word_add(out, "contents", link->contents);
	text_add(out, "\n");
}

void
pages_print(struct text *out, const struct pages *pages)
{
	text_print(out, "pages %zu %s", pages->count, pages->tag);
	lengths_add(out, (double[]){pages->width, pages->height}, 2);
	text_add(out, "\n");
	element_print(out, pages->root, 0);
	for (size_t i = 0; i < pages->bookmark_count; i++) {
		const struct bookmark *bookmark = &pages->bookmarks[i];

		text_print(out, "bookmark %d page %zu", bookmark->level,
			   bookmark->page + 1);
		lengths_add(out, &bookmark->y, 1);
		word_add(out, "title", bookmark->title);
		text_add(out, "\n");
	}
	for (size_t i = 0; i < pages->count; i++) {
		const struct page *page = &pages->items[i];

		text_print(out, "page %zu\n", i + 1);
		for (size_t j = 0; j < page->line_count; j++)
			line_print(out, &page->lines[j]);
		for (size_t j = 0; j < page->ink_count; j++)
			ink_print(out, &page->inks[j]);
		for (size_t j = 0; j < page->link_count; j++)
			link_print(out, &page->links[j]);
	}
}
