/* Paint pages: flat leaves only, for Cairo marks nothing but leaf tags. */
/* SPDX-License-Identifier: MIT */
#include "pdf/paint.h"

#include "base/arena.h"
#include "base/text.h"

#include <cairo-pdf.h>

cairo_status_t
text_write(void *text, const unsigned char *bytes, unsigned length)
{
	text_add_bytes(text, (const char *)bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

/* Glyphs of the same element that follow each other share its leaf, so that a
 * paragraph is one piece to a reader: its lines have their spaces at the ends.
 */
static bool
ink_continues(const struct page_ink *last, const struct page_ink *ink)
{
	return last != NULL && last->kind == PAGE_GLYPHS &&
	       ink->kind == PAGE_GLYPHS && ink->element == last->element &&
	       ink->artifact == last->artifact;
}

static void
leaf_add(struct arena *arena, struct leaves *leaves, const struct page_ink *ink)
{
	struct leaf leaf = {.element = ink->element, .artifact = ink->artifact};

	if (leaf.element != NULL)
		leaf.mcid = leaves->element_count++;
	ARENA_PUSH(arena, leaves->items, leaves->count, leaf);
}

static void
ink_paint(cairo_t *cairo, struct messages *messages, struct typeset *typeset,
	  const struct page_ink *ink)
{
	cairo_set_source_rgb(cairo, 0, 0, 0);
	switch (ink->kind) {
	case PAGE_GLYPHS:
		glyph_run_draw(cairo, ink->glyphs, ink->x, ink->y);
		return;
	case PAGE_RULE:
		cairo_set_line_width(cairo, ink->stroke);
		cairo_move_to(cairo, ink->x, ink->y);
		cairo_rel_line_to(cairo, ink->width, ink->height);
		cairo_stroke(cairo);
		return;
	case PAGE_FRAME:
		cairo_set_line_width(cairo, ink->stroke);
		cairo_rectangle(cairo, ink->x, ink->y, ink->width, ink->height);
		cairo_stroke(cairo);
		return;
	case PAGE_BAR:
		cairo_rectangle(cairo, ink->x, ink->y, ink->width, ink->height);
		cairo_fill(cairo);
		return;
	case PAGE_SCENE:
		scene_paint(cairo, messages, typeset, ink->scene, ink->x,
			    ink->y);
		return;
	}
}

/* False, with nothing painted, if a piece of ink has no owner or two. */
static bool
page_paint(struct arena *arena, struct messages *messages,
	   struct typeset *typeset, cairo_t *cairo, const struct page *page,
	   struct leaves *leaves)
{
	const struct page_ink *last = NULL;

	for (size_t i = 0; i < page->ink_count; i++) {
		const struct page_ink *ink = &page->inks[i];

		if ((ink->element == NULL) == (ink->artifact == ARTIFACT_NONE))
			return false;
		if (!ink_continues(last, ink)) {
			if (last != NULL)
				cairo_tag_end(cairo, "Span");
			cairo_tag_begin(cairo, "Span", NULL);
			leaf_add(arena, leaves, ink);
		}
		ink_paint(cairo, messages, typeset, ink);
		last = ink;
	}
	if (last != NULL)
		cairo_tag_end(cairo, "Span");
	return true;
}

bool
pages_paint(struct arena *arena, struct messages *messages,
	    struct typeset *typeset, const struct pages *pages,
	    struct text *raw, struct leaves **leaves)
{
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
	    text_write, raw, pages->width, pages->height);
	cairo_t *cairo = cairo_create(surface);
	cairo_status_t status;
	bool good = true;

	*leaves = arena_array(arena, pages->count, sizeof(**leaves));
	for (size_t i = 0; i < pages->count && good; i++) {
		good = page_paint(arena, messages, typeset, cairo,
				  &pages->items[i], &(*leaves)[i]);
		cairo_show_page(cairo);
	}
	if (!good)
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "ink on a page has no owner or two");
	status = cairo_status(cairo);
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (status != CAIRO_STATUS_SUCCESS)
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "Cairo: %s", cairo_status_to_string(status));
	return good && status == CAIRO_STATUS_SUCCESS;
}
