/* Paint pages: marked content follows marked content, none inside another. */
/* SPDX-License-Identifier: MIT */
#include "pdf/paint.h"

#include "base/arena.h"
#include "pdf/structure.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

/* ISO 32000-1, 14.8.2.2.2. */
static const char *const artifacts[] = {
    [ARTIFACT_NONE] = "",
    [ARTIFACT_HEADER] = "/Type/Pagination/Subtype/Header/Attached[/Top]",
    [ARTIFACT_FOOTER] = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
    [ARTIFACT_LAYOUT] = "/Type/Layout",
};

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
leaf_begin(struct arena *arena, struct canvas *canvas, struct leaves *leaves,
	   const struct page_ink *ink)
{
	char number[32];

	static_assert(COUNT(artifacts) == ARTIFACT_LAYOUT + 1,
		      "every artifact has its properties");
	if (ink->element == NULL) {
		canvas_begin_mark(canvas, "Artifact", artifacts[ink->artifact]);
		return;
	}
	snprintf(number, sizeof(number), "/MCID %zu", leaves->count);
	canvas_begin_mark(
	    canvas, role_name(element_in_file(ink->element)->role), number);
	ARENA_PUSH(arena, leaves->items, leaves->count, ink->element);
}

/* Its text stands in front of its shapes. */
static void
figure_paint(struct painter *painter, const struct page_ink *ink)
{
	const struct pdf_figure *figure =
	    &painter->figures->items[painter->next];
	struct canvas *canvas = &painter->canvas;

	canvas_figure(canvas, painter->next++, ink->x - FIGURE_MARGIN,
		      ink->y - FIGURE_MARGIN + figure->height);
	for (size_t i = 0; i < figure->text.count; i++) {
		const struct scene_run *run = &figure->text.runs[i];

		canvas_show(canvas, run->glyphs, run->colour, ink->x + run->x,
			    ink->y + run->y);
	}
}

static void
ink_paint(struct painter *painter, const struct page_ink *ink)
{
	struct canvas *canvas = &painter->canvas;

	switch (ink->kind) {
	case PAGE_GLYPHS:
		canvas_show(canvas, ink->glyphs, (struct colour){0}, ink->x,
			    ink->y);
		return;
	case PAGE_RULE:
		canvas_line(canvas, ink->x, ink->y, ink->width, ink->height,
			    ink->stroke);
		return;
	case PAGE_FRAME:
		canvas_frame(canvas, ink->x, ink->y, ink->width, ink->height,
			     ink->stroke);
		return;
	case PAGE_BAR:
		canvas_bar(canvas, ink->x, ink->y, ink->width, ink->height);
		return;
	case PAGE_SCENE:
		figure_paint(painter, ink);
		return;
	}
}

bool
page_paint(struct arena *arena, struct painter *painter,
	   const struct pages *pages, const struct page *page,
	   const struct pdf_fonts *fonts, struct leaves *leaves,
	   struct text *out)
{
	struct canvas *canvas = &painter->canvas;
	const struct page_ink *last = NULL;
	bool good = true;

	canvas_begin(canvas, out, fonts, pages->height);
	for (size_t i = 0; i < page->ink_count && good; i++) {
		const struct page_ink *ink = &page->inks[i];

		good = (ink->element == NULL) !=
		       (ink->artifact == ARTIFACT_NONE);
		if (!ink_continues(last, ink)) {
			if (last != NULL)
				canvas_end_mark(canvas);
			leaf_begin(arena, canvas, leaves, ink);
		}
		ink_paint(painter, ink);
		last = ink;
	}
	if (last != NULL)
		canvas_end_mark(canvas);
	canvas_end(canvas);
	return good;
}

static void
figure_note(struct arena *arena, struct messages *messages,
	    struct typeset *typeset, const struct scene *scene,
	    struct pdf_figures *figures, struct pdf_fonts *fonts)
{
	struct pdf_figure figure = {
	    .scene = scene,
	    .text = scene_set_text(arena, messages, typeset, scene),
	    .width = ceil(scene->width + 2 * FIGURE_MARGIN),
	    .height = ceil(scene->height + 2 * FIGURE_MARGIN),
	};

	for (size_t i = 0; i < figure.text.count; i++)
		fonts_note(arena, fonts, figure.text.runs[i].glyphs);
	ARENA_PUSH(arena, figures->items, figures->count, figure);
}

void
pages_note(struct arena *arena, struct messages *messages,
	   struct typeset *typeset, const struct pages *pages,
	   struct pdf_figures *figures, struct pdf_fonts *fonts)
{
	for (size_t i = 0; i < pages->count; i++) {
		const struct page *page = &pages->items[i];

		for (size_t k = 0; k < page->ink_count; k++) {
			const struct page_ink *ink = &page->inks[k];

			if (ink->kind == PAGE_GLYPHS)
				fonts_note(arena, fonts, ink->glyphs);
			else if (ink->kind == PAGE_SCENE)
				figure_note(arena, messages, typeset,
					    ink->scene, figures, fonts);
		}
	}
}
