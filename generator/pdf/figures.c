/* Figures drawn by Cairo, each made a form of its own (ISO 32000-1, 8.10) that
 * a page can show. */
/* SPDX-License-Identifier: MIT */
#include "pdf/figures.h"

#include "base/arena.h"
#include "pdf/parts.h"

#include <cairo-pdf.h>

static cairo_status_t
bytes_take(void *out, const unsigned char *bytes, unsigned length)
{
	text_add_bytes(out, (const char *)bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
pages_draw(cairo_surface_t *surface, const struct pdf_figures *figures)
{
	cairo_t *cairo = cairo_create(surface);
	cairo_status_t status;

	cairo_translate(cairo, FIGURE_MARGIN, FIGURE_MARGIN);
	for (size_t i = 0; i < figures->count; i++) {
		const struct pdf_figure *figure = &figures->items[i];

		cairo_pdf_surface_set_size(surface, figure->width,
					   figure->height);
		scene_paint_shapes(cairo, figure->scene);
		cairo_show_page(cairo);
	}
	status = cairo_status(cairo);
	cairo_destroy(cairo);
	return status;
}

bool
figures_draw(struct messages *messages, const struct pdf_figures *figures,
	     struct text *out)
{
	cairo_surface_t *surface;
	cairo_status_t status;

	if (figures->count == 0)
		return true;
	surface = cairo_pdf_surface_create_for_stream(bytes_take, out, 1, 1);
	status = pages_draw(surface, figures);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (status != CAIRO_STATUS_SUCCESS)
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "Cairo: %s", cairo_status_to_string(status));
	return status == CAIRO_STATUS_SUCCESS;
}

/* The page's content becomes the form's. Its group, which is for transparency,
 * is left behind: all ink is opaque. */
static qpdf_oh
form_from(struct file *file, qpdf_oh page)
{
	static const char *const kept[][2] = {{"/BBox", "/MediaBox"},
					      {"/Resources", "/Resources"}};
	qpdf_oh stream = qpdf_oh_get_key(file->qpdf, page, "/Contents");
	qpdf_oh form = qpdf_oh_get_dict(file->qpdf, stream);

	dictionary_set_name(file, form, "/Type", "/XObject");
	dictionary_set_name(file, form, "/Subtype", "/Form");
	for (size_t i = 0; i < COUNT(kept); i++)
		dictionary_set(file, form, kept[i][0],
			       qpdf_oh_get_key(file->qpdf, page, kept[i][1]));
	return stream;
}

void
figures_add(struct file *file, struct arena *arena)
{
	qpdf_oh forms = dictionary_new(file, NULL);

	for (size_t i = 0; i < file->figures->count; i++)
		dictionary_set(file, forms, arena_print(arena, "/Figure%zu", i),
			       form_from(file, qpdf_get_page_n(file->qpdf, i)));
	if (file->figures->count > 0)
		dictionary_set(file, file->resources, "/XObject", forms);
}
