/* Pages to a PDF: paint, own every mark, add structure and metadata, save. */
/* SPDX-License-Identifier: MIT */
#include "pdf/pdf.h"

#include "base/arena.h"
#include "base/text.h"
#include "pdf/parts.h"

#include <stdlib.h>

enum {
	PACKING = 5 /* of libdeflate's 12: as small as zlib's usual 6 */
};

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

static bool
file_open(struct file *file, struct arena *arena, struct messages *messages,
	  const struct text *raw)
{
	qpdf_silence_errors(file->qpdf);
	qpdf_set_suppress_warnings(file->qpdf, QPDF_TRUE);
	qpdf_read_memory(file->qpdf, "Cairo", raw->bytes, raw->length, NULL);
	if (!qpdf_is_good(file, messages))
		return false;
	file->root = qpdf_get_root(file->qpdf);
	if (qpdf_get_num_pages(file->qpdf) != (int)file->pages->count) {
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "Cairo wrote another number of pages");
		return false;
	}
	file->page_objects = arena_array(arena, file->pages->count,
					 sizeof(*file->page_objects));
	for (size_t i = 0; i < file->pages->count; i++)
		file->page_objects[i] = qpdf_get_page_n(file->qpdf, i);
	return true;
}

static bool
page_contents_rewrite(struct file *file, struct messages *messages, size_t page)
{
	qpdf_oh object = file->page_objects[page];
	struct text rewritten = {0};
	unsigned char *bytes = NULL;
	size_t length = 0;
	const char *fault;

	qpdf_oh_get_page_content_data(file->qpdf, object, &bytes, &length);
	fault = content_rewrite(&rewritten, (char *)bytes, length,
				&file->leaves[page], file->fonts);
	if (fault != NULL)
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "page %zu of the PDF: %s", page + 1, fault);
	stream_set(file, qpdf_oh_get_key(file->qpdf, object, "/Contents"),
		   text_string(&rewritten), rewritten.length);
	text_free(&rewritten);
	free(bytes);
	return fault == NULL && qpdf_is_good(file, messages);
}

static bool
file_write(struct file *file, struct messages *messages, struct text *out)
{
	qpdf_data qpdf = file->qpdf;

	qpdf_init_write_memory(qpdf);
	qpdf_force_pdf_version(qpdf, "1.7");
	qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
	qpdf_set_compress_streams(qpdf, QPDF_TRUE);
	qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
	qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE);
	qpdf_write(qpdf);
	if (!qpdf_is_good(file, messages))
		return false;
	text_add_bytes(out, (const char *)qpdf_get_buffer(qpdf),
		       qpdf_get_buffer_length(qpdf));
	return true;
}

static bool
file_finish(struct file *file, struct arena *arena, struct messages *messages,
	    const struct pdf_info *info, struct text *out)
{
	for (size_t i = 0; i < file->pages->count; i++)
		if (!page_contents_rewrite(file, messages, i))
			return false;
	fonts_add(file, arena, file->fonts);
	/* For a new stream qpdf looks at every object: the most come last. */
	if (!metadata_add(file, arena, messages, info))
		return false;
	structure_add(file, arena);
	outline_add(file, arena);
	return qpdf_is_good(file, messages) && file_write(file, messages, out);
}

bool
pdf_write(struct arena *arena, struct messages *messages,
	  struct typeset *typeset, const struct pages *pages,
	  const struct pdf_info *info, struct text *out)
{
	struct pdf_fonts fonts;
	struct file file = {.pages = pages, .fonts = &fonts};
	struct leaves *leaves;
	struct text raw = {0};
	bool good;

	good = pages_paint(arena, messages, typeset, pages, &raw, &leaves,
			   &fonts) &&
	       fonts_cut(arena, messages, &fonts);
	if (good) {
		file.leaves = leaves;
		file.qpdf = qpdf_init();
		file.packer = libdeflate_alloc_compressor(PACKING);
		if (file.packer == NULL)
			memory_exhausted();
		good = file_open(&file, arena, messages, &raw) &&
		       file_finish(&file, arena, messages, info, out);
		libdeflate_free_compressor(file.packer);
		qpdf_cleanup(&file.qpdf);
	}
	text_free(&raw);
	return good;
}
