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

void
glyphs_paint(struct painter *painter, const struct glyph_run *run, double x,
	     double y)
{
	struct leaves *leaves = painter->leaves;
	struct shown shown = {run, x, y, painter->is_at_text};

	if (leaves == NULL) {
		glyph_run_draw(painter->cairo, run, x, y);
		return;
	}
	fonts_note(painter->arena, painter->fonts, run);
	ARENA_PUSH(painter->arena, leaves->shown, leaves->shown_count, shown);
	if (!shown.goes_on) {
		cairo_rectangle(painter->cairo, 0, 0, TEXT_MARK, TEXT_MARK);
		cairo_fill(painter->cairo);
	}
	painter->is_at_text = true;
}

static void
ink_paint(struct painter *painter, const struct page_ink *ink)
{
	cairo_t *cairo = painter->cairo;

	cairo_set_source_rgb(cairo, 0, 0, 0);
	painter->is_at_text &= ink->kind == PAGE_GLYPHS;
	switch (ink->kind) {
	case PAGE_GLYPHS:
		glyphs_paint(painter, ink->glyphs, ink->x, ink->y);
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
		scene_paint(painter, ink->scene, ink->x, ink->y);
		return;
	}
}

/* False, with nothing painted, if a piece of ink has no owner or two. */
static bool
page_paint(struct painter *painter, const struct page *page)
{
	cairo_t *cairo = painter->cairo;
	const struct page_ink *last = NULL;

	for (size_t i = 0; i < page->ink_count; i++) {
		const struct page_ink *ink = &page->inks[i];

		if ((ink->element == NULL) == (ink->artifact == ARTIFACT_NONE))
			return false;
		if (!ink_continues(last, ink)) {
			if (last != NULL)
				cairo_tag_end(cairo, "Span");
			cairo_tag_begin(cairo, "Span", NULL);
			leaf_add(painter->arena, painter->leaves, ink);
			painter->is_at_text = false;
		}
		ink_paint(painter, ink);
		last = ink;
	}
	if (last != NULL)
		cairo_tag_end(cairo, "Span");
	return true;
}

bool
pages_paint(struct arena *arena, struct messages *messages,
	    struct typeset *typeset, const struct pages *pages,
	    struct text *raw, struct leaves **leaves, struct pdf_fonts *fonts)
{
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
	    text_write, raw, pages->width, pages->height);
	cairo_t *cairo = cairo_create(surface);
	struct painter painter = {.cairo = cairo,
				  .messages = messages,
				  .typeset = typeset,
				  .arena = arena,
				  .fonts = fonts};
	cairo_status_t status;
	bool good = true;

	*fonts = fonts_begin(arena, typeset);
	*leaves = arena_array(arena, pages->count, sizeof(**leaves));
	for (size_t i = 0; i < pages->count && good; i++) {
		painter.leaves = &(*leaves)[i];
		good = page_paint(&painter, &pages->items[i]);
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
