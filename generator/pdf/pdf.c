/* Pages to a PDF: paint, add fonts, structure and metadata, save. */
/* SPDX-License-Identifier: MIT */
#include "pdf/pdf.h"

#include "base/arena.h"
#include "base/text.h"
#include "pdf/parts.h"

#include <stdlib.h>

static bool
qpdf_is_good(struct file *file, struct messages *messages)
{
	qpdf_error error;

	if (!qpdf_has_error(file->qpdf))
		return true;
	error = qpdf_get_error(file->qpdf);
	message_add(messages, WEIGHT_FAILURE, (struct place){0}, "qpdf: %s",
		    qpdf_get_error_full_text(file->qpdf, error));
	return false;
}

/* A page in its tree (ISO 32000-1, 7.7.3) with what is on it. */
static qpdf_oh
page_new(struct file *file, qpdf_oh tree, const struct text *contents)
{
	const struct pages *pages = file->pages;
	const double box[] = {0, 0, pages->width, pages->height};
	struct text text = {0};
	qpdf_oh page;

	text_add(&text, "<< /Type /Page /MediaBox ");
	numbers_write(&text, box, COUNT(box));
	text_add(&text, " >>");
	page = object_parse(file, &text);
	dictionary_set(file, page, "/Parent", tree);
	dictionary_set(file, page, "/Resources", file->resources);
	dictionary_set(
	    file, page, "/Contents",
	    stream_new(file, text_string(contents), contents->length));
	return page;
}

static bool
pages_add(struct file *file, struct arena *arena, struct messages *messages)
{
	struct painter painter = {.figures = file->figures};
	const struct pages *pages = file->pages;
	qpdf_oh tree = qpdf_oh_get_key(file->qpdf, file->root, "/Pages");
	qpdf_oh kids = qpdf_oh_new_array(file->qpdf);
	struct text contents = {0};
	bool good = true;

	file->page_objects = arena_array(arena, pages->count,
					 sizeof(*file->page_objects));
	file->leaves = arena_array(arena, pages->count, sizeof(*file->leaves));
	for (size_t i = 0; i < pages->count && good; i++) {
		contents.length = 0;
		good = page_paint(arena, &painter, pages, &pages->items[i],
				  file->fonts, &file->leaves[i], &contents);
		file->page_objects[i] = page_new(file, tree, &contents);
		qpdf_oh_append_item(file->qpdf, kids, file->page_objects[i]);
	}
	dictionary_set(file, tree, "/Kids", kids);
	dictionary_set_integer(file, tree, "/Count", (long long)pages->count);
	qpdf_update_all_pages_cache(file->qpdf);
	text_free(&contents);
	if (!good)
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "ink on a page has no owner or two");
	return good;
}

static bool
file_write(struct file *file, struct messages *messages, struct text *out)
{
	qpdf_data qpdf = file->qpdf;

	qpdf_init_write_memory(qpdf);
	qpdf_force_pdf_version(qpdf, "1.7");
	qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
	/* Streams are packed already; those of objects are in any case. */
	qpdf_set_compress_streams(qpdf, QPDF_FALSE);
	qpdf_set_decode_level(qpdf, qpdf_dl_none);
	qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
	qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE);
	qpdf_write(qpdf);
	if (!qpdf_is_good(file, messages))
		return false;
	text_add_bytes(out, (const char *)qpdf_get_buffer(qpdf),
		       qpdf_get_buffer_length(qpdf));
	return true;
}

/* Begin with the drawing of the figures. */
static bool
file_begin(struct file *file, struct messages *messages,
	   const struct text *drawing)
{
	qpdf_silence_errors(file->qpdf);
	qpdf_set_suppress_warnings(file->qpdf, QPDF_TRUE);
	if (drawing->length == 0)
		qpdf_empty_pdf(file->qpdf);
	else
		qpdf_read_memory(file->qpdf, "Cairo", drawing->bytes,
				 drawing->length, NULL);
	file->nothing = qpdf_oh_new_null(file->qpdf);
	file->root = qpdf_get_root(file->qpdf);
	file->resources = dictionary_new_indirect(file, NULL);
	return qpdf_is_good(file, messages);
}

static bool
file_fill(struct file *file, struct arena *arena, struct messages *messages,
	  const struct pdf_info *info, struct text *out)
{
	figures_add(file, arena);
	if (!metadata_add(file, arena, messages, info))
		return false;
	fonts_await_codes(file->fonts);
	if (!pages_add(file, arena, messages))
		return false;
	structure_add(file, arena);
	outline_add(file, arena);
	if (!fonts_cut_end(messages, file->fonts))
		return false;
	fonts_add(file, arena, file->fonts);
	return qpdf_is_good(file, messages) && file_write(file, messages, out);
}

static bool
file_make(struct file *file, struct arena *arena, struct messages *messages,
	  const struct text *drawing, const struct pdf_info *info,
	  struct text *out)
{
	bool good;

	file->qpdf = qpdf_init();
	file->packer = packer_new(PACK_WORDS);
	good = file_begin(file, messages, drawing) &&
	       file_fill(file, arena, messages, info, out);
	libdeflate_free_compressor(file->packer);
	qpdf_cleanup(&file->qpdf);
	return good;
}

bool
pdf_write(struct arena *arena, struct messages *messages,
	  struct typeset *typeset, const struct pages *pages,
	  const struct pdf_info *info, struct text *out)
{
	struct pdf_fonts fonts = fonts_begin(arena, typeset);
	struct pdf_figures figures = {0};
	struct file file = {
	    .pages = pages, .figures = &figures, .fonts = &fonts};
	struct text drawing = {0};
	bool good;

	pages_note(arena, messages, typeset, pages, &figures, &fonts);
	fonts_cut_begin(&fonts);
	good = figures_draw(messages, &figures, &drawing) &&
	       file_make(&file, arena, messages, &drawing, info, out);
	fonts_end(&fonts);
	text_free(&drawing);
	return good;
}

/* A scene alone is a document of one page with one figure. */
bool
pdf_write_scene(struct arena *arena, struct messages *messages,
		struct typeset *typeset, const struct scene *scene,
		const char *created, struct text *out)
{
	struct box whole = {SCENE_MARGIN, SCENE_MARGIN, scene->width,
			    scene->height};
	struct element_node root = {.role = ROLE_DOCUMENT};
	struct element_node figure = {
	    .role = ROLE_FIGURE,
	    .parent = &root,
	    .alt = scene->description,
	    .has_box = true,
	    .box = whole,
	};
	struct page_ink ink = {
	    .kind = PAGE_SCENE,
	    .scene = scene,
	    .element = &figure,
	    .x = SCENE_MARGIN,
	    .y = SCENE_MARGIN,
	};
	struct page page = {.inks = &ink, .ink_count = 1};
	struct pages pages = {
	    .width = scene_outer(scene->width),
	    .height = scene_outer(scene->height),
	    .tag = scene->tag,
	    .title = scene->title,
	    .items = &page,
	    .count = 1,
	    .root = &root,
	};
	struct pdf_info info = {.title = scene->title, .created = created};

	root.first = root.last = &figure;
	return pdf_write(arena, messages, typeset, &pages, &info, out);
}
