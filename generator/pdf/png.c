/* A scene as a picture of pixels. */
/* SPDX-License-Identifier: MIT */
#include "pdf/pdf.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "pdf/scene.h"

#include <inttypes.h>
#include <math.h>
#include <png.h>
#include <string.h>

enum {
	PIXELS_MOST = 16384, /* of a side */
	PACKING = 3,	     /* of 9: twice as fast as the usual 6 */
	PICTURE_VERSION = 2  /* rises when the same scene gives other pixels */
};

/* --- the seal: what a picture shows, so that it need not be made again --- */

/* The last chunks of a file: tEXt with the seal, and IEND. */
#define SEAL_WORD "Scene"
enum {
	SEAL_LENGTH = 16, /* hexadecimal digits */
	SEAL_AT = 8 + sizeof(SEAL_WORD),
	TAIL_LENGTH = SEAL_AT + SEAL_LENGTH + 4 + 12
};

static void
number_add(struct text *recipe, double number)
{
	text_add_bytes(recipe, (const char *)&number, sizeof(number));
}

static void
mark_add(struct text *recipe, const struct mark *mark)
{
	struct colour colour = ink_colour(mark->ink);
	const double numbers[] = {mark->x,	mark->y,      mark->width,
				  mark->height, mark->stroke, mark->from,
				  mark->to,	mark->size,   mark->ascent,
				  colour.red,	colour.green, colour.blue};

	for (size_t i = 0; i < COUNT(numbers); i++)
		number_add(recipe, numbers[i]);
	text_print(recipe, "%d %d %d %d %d %d %s\n", mark->kind, mark->ink,
		   mark->shape, mark->is_hatched, mark->anchor, mark->is_bold,
		   mark->text == NULL ? "" : mark->text);
}

/* All that the pixels depend on. */
static void
recipe_add(struct text *recipe, const struct typeset *typeset,
	   const struct scene *scene, double scale)
{
	const struct type type = {.latin = scene->latin, .han = scene->han};

	text_print(recipe, "%s %d %s %s\n%s %d\n", RAPPORTEUR_VERSION,
		   PICTURE_VERSION, cairo_version_string(),
		   png_get_libpng_ver(NULL), scene->tag, scene->is_han);
	typeset_print_faces(typeset, &type, recipe);
	number_add(recipe, scale);
	number_add(recipe, scene->width);
	number_add(recipe, scene->height);
	for (size_t i = 0; i < scene->count; i++)
		mark_add(recipe, &scene->marks[i]);
}

/* Over the recipe and the picture's own bytes before the seal: one that was
 * changed by any other hand does not bear it. */
static const char *
seal_make(struct arena *arena, const struct text *recipe, const char *bytes,
	  size_t length)
{
	uint64_t hash = hash_bytes(HASH_START, recipe->bytes, recipe->length);

	return arena_print(arena, "%016" PRIx64,
			   hash_bytes(hash, bytes, length));
}

static bool
is_sealed(struct arena *arena, const struct text *recipe,
	  const struct text *picture)
{
	size_t before;

	if (picture == NULL || picture->length <= TAIL_LENGTH)
		return false;
	before = picture->length - TAIL_LENGTH;
	return memcmp(seal_make(arena, recipe, picture->bytes, before),
		      picture->bytes + before + SEAL_AT, SEAL_LENGTH) == 0;
}

/* --- a picture --- */

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
}

static void
seal_write(png_structp png, const char *seal)
{
	struct text words = {0};

	text_add_bytes(&words, SEAL_WORD, sizeof(SEAL_WORD));
	text_add_bytes(&words, seal, SEAL_LENGTH);
	png_write_chunk(png, (png_const_bytep) "tEXt",
			(png_const_bytep)words.bytes, words.length);
	text_free(&words);
	png_write_end(png, NULL);
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
surface_write(struct arena *arena, cairo_surface_t *surface,
	      const struct text *recipe, struct text *out)
{
	unsigned height = (unsigned)cairo_image_surface_get_height(surface);
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL,
						  NULL, NULL);
	png_infop info = png == NULL ? NULL : png_create_info_struct(png);
	bool is_good = false;

	if (info != NULL && setjmp(png_jmpbuf(png)) == 0) {
		png_set_write_fn(png, out, bytes_take, nothing_flush);
		rows_write(png, info, rows_of(arena, surface, height),
			   (unsigned)cairo_image_surface_get_width(surface),
			   height);
		seal_write(png,
			   seal_make(arena, recipe, out->bytes, out->length));
		is_good = true;
	}
	png_destroy_write_struct(&png, &info);
	return is_good;
}

/* Of a side of the scene with its margin, from points; whole. */
static double
pixels(double side, double scale)
{
	return ceil(scene_outer(side) * scale);
}

/* The text as Cairo draws its glyphs. */
static cairo_status_t
text_draw(cairo_t *cairo, const struct scene_text *text)
{
	cairo_status_t status = CAIRO_STATUS_SUCCESS;

	for (size_t i = 0; i < text->count && status == CAIRO_STATUS_SUCCESS;
	     i++) {
		const struct scene_run *run = &text->runs[i];

		cairo_set_source_rgb(cairo, run->colour.red, run->colour.green,
				     run->colour.blue);
		status = glyph_run_draw(cairo, run->glyphs, run->x, run->y);
	}
	return status;
}

/* On a white ground. */
static cairo_status_t
scene_draw(cairo_surface_t *surface, const struct scene *scene,
	   const struct scene_text *text, double scale)
{
	cairo_t *cairo = cairo_create(surface);
	cairo_status_t status;

	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, scale, scale);
	cairo_translate(cairo, SCENE_MARGIN, SCENE_MARGIN);
	scene_paint_shapes(cairo, scene);
	status = text_draw(cairo, text);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_status(cairo);
	cairo_destroy(cairo);
	return status;
}

/* Paint and pack; false after a message. */
static bool
picture_make(struct arena *arena, struct messages *messages,
	     struct typeset *typeset, const struct scene *scene, double scale,
	     const struct text *recipe, struct text *out)
{
	cairo_surface_t *surface = cairo_image_surface_create(
	    CAIRO_FORMAT_RGB24, (int)pixels(scene->width, scale),
	    (int)pixels(scene->height, scale));
	struct scene_text text = scene_set_text(arena, messages, typeset,
						scene);
	cairo_status_t status = scene_draw(surface, scene, &text, scale);
	bool is_good = status == CAIRO_STATUS_SUCCESS &&
		       surface_write(arena, surface, recipe, out);

	cairo_surface_destroy(surface);
	if (!is_good)
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "%s: %s", scene->name,
			    status == CAIRO_STATUS_SUCCESS
				? "libpng cannot write the picture"
				: cairo_status_to_string(status));
	return is_good;
}

static bool
size_check(struct messages *messages, const struct scene *scene, double scale)
{
	double width = pixels(scene->width, scale);
	double height = pixels(scene->height, scale);

	if (width >= 1 && width <= PIXELS_MOST && height >= 1 &&
	    height <= PIXELS_MOST)
		return true;
	message_add(messages, WEIGHT_FAILURE, (struct place){0},
		    "%s: a picture of %.0f by %.0f pixels", scene->name, width,
		    height);
	return false;
}

bool
png_write_scene(struct arena *arena, struct messages *messages,
		struct typeset *typeset, const struct scene *scene,
		double scale, const struct text *last, struct text *out)
{
	struct text recipe = {0};
	bool is_good;

	if (!size_check(messages, scene, scale))
		return false;
	recipe_add(&recipe, typeset, scene, scale);
	is_good = is_sealed(arena, &recipe, last);
	if (is_good)
		text_add_bytes(out, last->bytes, last->length);
	else
		is_good = picture_make(arena, messages, typeset, scene, scale,
				       &recipe, out);
	text_free(&recipe);
	return is_good;
}
