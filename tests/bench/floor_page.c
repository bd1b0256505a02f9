/* What cannot be avoided in setting: the same text shaped once by HarfBuzz, and
 * its glyphs written once by Cairo into a PDF, page after page, with a font
 * that was subset to them before. Lines are cut at a width and nothing is
 * judged. */
/* SPDX-License-Identifier: MIT */
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <harfbuzz/hb-ft.h>
#include <harfbuzz/hb-subset.h>
#include <harfbuzz/hb.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	TEXT_MOST = 1024 * 1024,
	GLYPHS_MOST = 256 * 1024,
	PAGE_WIDTH = 595, /* [pt] A4 */
	PAGE_HEIGHT = 842,
	MARGIN = 72,  /* [pt] */
	SIZE = 10,    /* [pt] */
	LEADING = 14, /* [pt] */
	SCALE = 1000  /* of HarfBuzz's units to the size of the type */
};

struct page {
	cairo_t *cairo;
	cairo_glyph_t glyphs[GLYPHS_MOST]; /* of one paragraph */
	size_t glyph_count;		   /* in all */
	double y;			   /* [pt] of the line at hand */
};

static char *
file_read(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");
	char *bytes = malloc(TEXT_MOST + 1);

	if (file == NULL || bytes == NULL)
		exit(2);
	*length = fread(bytes, 1, TEXT_MOST, file);
	bytes[*length] = '\0';
	fclose(file);
	return bytes;
}

static hb_blob_t *
subset_make(hb_face_t *face, const char *text)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_buffer_t *buffer = hb_buffer_create();
	hb_face_t *subset;
	hb_blob_t *blob;
	hb_glyph_info_t *characters;
	unsigned count;

	hb_buffer_add_utf8(buffer, text, -1, 0, -1);
	characters = hb_buffer_get_glyph_infos(buffer, &count);
	for (unsigned i = 0; i < count; i++)
		hb_set_add(hb_subset_input_unicode_set(input),
			   characters[i].codepoint);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING |
					     HB_SUBSET_FLAGS_DESUBROUTINIZE);
	subset = hb_subset_or_fail(face, input);
	if (subset == NULL)
		exit(3);
	blob = hb_face_reference_blob(subset);
	hb_face_destroy(subset);
	hb_buffer_destroy(buffer);
	hb_subset_input_destroy(input);
	return blob;
}

/* A line is full: draw it and begin the next, on a new page where the old one
 * is full too. */
static void
line_draw(struct page *page, size_t from, size_t end)
{
	cairo_show_glyphs(page->cairo, page->glyphs + from, (int)(end - from));
	page->y += LEADING;
	if (page->y > PAGE_HEIGHT - MARGIN) {
		cairo_show_page(page->cairo);
		page->y = MARGIN;
	}
}

static void
paragraph_draw(struct page *page, hb_buffer_t *buffer)
{
	unsigned count;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer,
								 &count);
	const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(
	    buffer, NULL);
	double x = MARGIN;
	size_t from = 0;

	for (unsigned i = 0; i < count && i < GLYPHS_MOST; i++) {
		double width = (double)places[i].x_advance * SIZE / SCALE;

		if (x + width > PAGE_WIDTH - MARGIN) {
			line_draw(page, from, i);
			from = i;
			x = MARGIN;
		}
		page->glyphs[i] = (cairo_glyph_t){infos[i].codepoint, x,
						  page->y};
		x += width;
	}
	line_draw(page, from, count);
}

/* Shape each line of the text; draw it if there is a page. */
static void
text_set(hb_font_t *font, char *text, struct page *page)
{
	hb_buffer_t *buffer = hb_buffer_create();

	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
		hb_buffer_clear_contents(buffer);
		hb_buffer_add_utf8(buffer, line, -1, 0, -1);
		hb_buffer_guess_segment_properties(buffer);
		hb_shape(font, buffer, NULL, 0);
		page->glyph_count += hb_buffer_get_length(buffer);
		if (page->cairo != NULL)
			paragraph_draw(page, buffer);
	}
	hb_buffer_destroy(buffer);
}

static cairo_status_t
bytes_count(void *count, const unsigned char *bytes, unsigned length)
{
	(void)bytes;
	*(size_t *)count += length;
	return CAIRO_STATUS_SUCCESS;
}

static void
page_open(struct page *page, hb_blob_t *blob, cairo_surface_t *surface)
{
	unsigned length;
	const char *bytes = hb_blob_get_data(blob, &length);
	FT_Library library;
	FT_Face face;

	if (FT_Init_FreeType(&library) != 0 ||
	    FT_New_Memory_Face(library, (const FT_Byte *)bytes, length, 0,
			       &face) != 0)
		exit(3);
	page->cairo = cairo_create(surface);
	page->y = MARGIN;
	cairo_set_font_face(page->cairo,
			    cairo_ft_font_face_create_for_ft_face(face, 0));
	cairo_set_font_size(page->cairo, SIZE);
}

int
main(int count, char **words)
{
	static struct page page;
	cairo_surface_t *surface = NULL;
	size_t length, written = 0;
	hb_blob_t *blob;
	hb_face_t *face;
	hb_font_t *font;
	char *text;

	if (count != 5) {
		fputs("usage: floor_page shape|draw FONT INDEX TEXT\n", stderr);
		return 2;
	}
	text = file_read(words[4], &length);
	blob = hb_blob_create_from_file_or_fail(words[2]);
	if (blob == NULL)
		return 2;
	face = hb_face_create(blob, (unsigned)atoi(words[3]));
	if (strcmp(words[1], "draw") == 0) {
		blob = subset_make(face, text);
		face = hb_face_create(blob, 0);
		surface = cairo_pdf_surface_create_for_stream(
		    bytes_count, &written, PAGE_WIDTH, PAGE_HEIGHT);
		page_open(&page, blob, surface);
	}
	font = hb_font_create(face);
	hb_font_set_scale(font, SCALE, SCALE);
	text_set(font, text, &page);
	if (surface != NULL) {
		cairo_destroy(page.cairo);
		cairo_surface_finish(surface);
	}
	printf("%zu glyphs, %zu bytes\n", page.glyph_count, written);
	return 0;
}
