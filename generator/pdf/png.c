/* A scene as a picture of pixels. */
/* SPDX-License-Identifier: MIT */
#include "pdf/pdf.h"

#include "base/arena.h"
#include "base/text.h"
#include "pdf/parts.h"

#include <math.h>
#include <png.h>

enum {
	PIXELS_MOST = 16384, /* of a side */
	PACKING = 3	     /* of 9: twice as fast as the usual 6 */
};

static void
bytes_take(png_structp png, png_bytep bytes, size_t length)
{
	text_add_bytes(png_get_io_ptr(png), (const char *)bytes, length);
}

static void
nothing_flush(png_structp png)
{
	(void)png;
}

/* libpng's rows of Cairo's RGB24: blue first, a fourth byte without meaning.
 * Charts are flat: unfiltered they pack small, and at a fraction of the time of
 * with the filters that Cairo's own writer tries on each row. */
static void
rows_write(png_structp png, png_infop info, png_bytepp rows, unsigned width,
	   unsigned height)
{
	png_set_compression_level(png, PACKING);
	png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
	png_set_IHDR(png, info, width, height, 8, PNG_COLOR_TYPE_RGB,
		     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
		     PNG_FILTER_TYPE_DEFAULT);
	png_write_info(png, info);
	png_set_bgr(png);
	png_set_filler(png, 0, PNG_FILLER_AFTER);
	png_write_image(png, rows);
	png_write_end(png, info);
}

static png_bytepp
rows_of(struct arena *arena, cairo_surface_t *surface, unsigned height)
{
	png_bytepp rows = arena_array(arena, height, sizeof(*rows));
	int stride = cairo_image_surface_get_stride(surface);

	cairo_surface_flush(surface);
	for (unsigned i = 0; i < height; i++)
		rows[i] = cairo_image_surface_get_data(surface) +
			  (size_t)i * (size_t)stride;
	return rows;
}

/* False if libpng gave up. */
static bool
surface_write(cairo_surface_t *surface, png_bytepp rows, struct text *out)
{
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL,
						  NULL, NULL);
	png_infop info = png == NULL ? NULL : png_create_info_struct(png);
	bool is_good = false;

	if (info != NULL && setjmp(png_jmpbuf(png)) == 0) {
		png_set_write_fn(png, out, bytes_take, nothing_flush);
		rows_write(png, info, rows,
			   (unsigned)cairo_image_surface_get_width(surface),
			   (unsigned)cairo_image_surface_get_height(surface));
		is_good = true;
	}
	png_destroy_write_struct(&png, &info);
	return is_good;
}

/* On a white ground. */
static cairo_status_t
scene_draw(cairo_surface_t *surface, struct messages *messages,
	   struct typeset *typeset, const struct scene *scene, double scale)
{
	cairo_t *cairo = cairo_create(surface);
	struct painter painter = {
	    .cairo = cairo, .messages = messages, .typeset = typeset};
	cairo_status_t status;

	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, scale, scale);
	scene_paint(&painter, scene, 0, 0);
	status = cairo_status(cairo);
	cairo_destroy(cairo);
	return status;
}

bool
png_write_scene(struct arena *arena, struct messages *messages,
		struct typeset *typeset, const struct scene *scene,
		double scale, struct text *out)
{
	const struct place nowhere = {0};
	double width = ceil(scene->width * scale);
	double height = ceil(scene->height * scale);
	cairo_surface_t *surface;
	cairo_status_t status;
	bool is_good;

	if (!(width >= 1 && width <= PIXELS_MOST && height >= 1 &&
	      height <= PIXELS_MOST)) {
		message_add(messages, WEIGHT_FAILURE, nowhere,
			    "%s: a picture of %.0f by %.0f pixels", scene->name,
			    width, height);
		return false;
	}
	surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width,
					     (int)height);
	status = scene_draw(surface, messages, typeset, scene, scale);
	is_good = status == CAIRO_STATUS_SUCCESS &&
		  surface_write(surface,
				rows_of(arena, surface, (unsigned)height), out);
	cairo_surface_destroy(surface);
	if (!is_good)
		message_add(messages, WEIGHT_FAILURE, nowhere, "%s: %s",
			    scene->name,
			    status == CAIRO_STATUS_SUCCESS
				? "libpng cannot write the picture"
				: cairo_status_to_string(status));
	return is_good;
}
