/* Seeded faults of pages: annotations, content streams, fonts. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "lexer.h"
#include "spoil.h"

#include <string.h>

qpdf_oh
patient_stream(const struct patient *patient, qpdf_oh stream,
	       const struct text *bytes)
{
	qpdf_data qpdf = patient->pdf->qpdf;

	if (!qpdf_oh_is_stream(qpdf, stream))
		stream = qpdf_oh_new_stream(qpdf);
	qpdf_oh_replace_stream_data(
	    qpdf, stream, (const unsigned char *)text_string(bytes),
	    bytes->length, qpdf_oh_new_null(qpdf), qpdf_oh_new_null(qpdf));
	return stream;
}

/* The first annotation and its page; false if there is none. `key` is one that
 * it has to have, or NULL. */
static bool
annotation_find(struct patient *patient, const char *key, qpdf_oh *annotation,
		qpdf_oh *page)
{
	struct pdf *pdf = patient->pdf;

	for (size_t i = 0; i < pdf->page_count; i++) {
		qpdf_oh items = pdf_key(pdf, pdf->pages[i], "/Annots");

		*page = pdf->pages[i];
		for (size_t j = 0; j < pdf_count(pdf, items); j++) {
			*annotation = pdf_item(pdf, items, j);
			if (key == NULL || pdf_has(pdf, *annotation, key))
				return true;
		}
	}
	return false;
}

bool
spoil_tabs(struct patient *patient)
{
	qpdf_oh annotation, page;

	if (!annotation_find(patient, NULL, &annotation, &page))
		return false;
	qpdf_oh_remove_key(patient->pdf->qpdf, page, "/Tabs");
	return true;
}

static bool
annotation_drop(struct patient *patient, const char *key)
{
	qpdf_oh annotation, page;

	if (!annotation_find(patient, key, &annotation, &page))
		return false;
	qpdf_oh_remove_key(patient->pdf->qpdf, annotation, key);
	return true;
}

bool
spoil_contents(struct patient *patient)
{
	return annotation_drop(patient, "/Contents");
}

bool
spoil_print(struct patient *patient)
{
	return annotation_drop(patient, "/F");
}

bool
spoil_struct_parent(struct patient *patient)
{
	return annotation_drop(patient, "/StructParent");
}

bool
spoil_destination(struct patient *patient)
{
	return annotation_drop(patient, "/Dest");
}

bool
spoil_object_reference(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;

	for (size_t i = 0; i < patient->structure.count; i++) {
		struct element *element = patient->structure.elements[i];
		qpdf_oh kids = pdf_key(pdf, element->object, "/K");
		size_t count = pdf_count(pdf, kids);

		for (size_t j = 0; j < count; j++) {
			qpdf_oh kid = pdf_item(pdf, kids, j);

			if (!pdf_has(pdf, kid, "/Obj"))
				continue;
			qpdf_oh_erase_item(pdf->qpdf, kids, (int)j);
			return true;
		}
	}
	return false;
}

/* Where the operands of an operator begin and it ends. */
struct operation {
	size_t from, to;
	const char *word; /* borrowed from the lexer */
};

static bool
operation_next(struct lexer *lexer, struct operation *operation,
	       struct text *operands)
{
	bool has_begun = false;
	enum token token;

	operands->length = 0;
	text_add(operands, "");
	while ((token = lexer_next(lexer)) != TOKEN_END &&
	       token != TOKEN_BROKEN) {
		if (!has_begun)
			operation->from = lexer->from;
		has_begun = true;
		operation->to = lexer->at;
		operation->word = text_string(&lexer->value);
		if (token == TOKEN_WORD)
			return true;
		text_print(operands, " %s", operation->word);
	}
	return false;
}

/* Blank the first BDC whose operands begin with a tag, and its EMC; only the
 * EMC if `keeps_begin`. */
static bool
mark_blank(struct text *stream, const char *tag, bool keeps_begin)
{
	struct lexer lexer = {.bytes = stream->bytes, .length = stream->length};
	struct text operands = {0};
	struct operation operation, begin = {0, 0, NULL};
	int depth = 0;
	bool is_done = false;

	while (!is_done && operation_next(&lexer, &operation, &operands)) {
		bool opens = strcmp(operation.word, "BDC") == 0 ||
			     strcmp(operation.word, "BMC") == 0;

		if (depth > 0 && opens)
			depth++;
		if (depth == 0 && opens &&
		    strncmp(text_string(&operands), tag, strlen(tag)) == 0) {
			begin = operation;
			depth = 1;
		}
		if (depth > 0 && strcmp(operation.word, "EMC") == 0)
			is_done = --depth == 0;
	}
	if (is_done)
		memset(stream->bytes + operation.from, ' ',
		       operation.to - operation.from);
	if (is_done && !keeps_begin)
		memset(stream->bytes + begin.from, ' ', begin.to - begin.from);
	lexer_free(&lexer);
	text_free(&operands);
	return is_done;
}

/* The second MCID of the stream becomes the first. */
static bool
mcid_repeat(struct text *stream)
{
	struct lexer lexer = {.bytes = stream->bytes, .length = stream->length};
	struct text out = {0}, first = {0};
	enum token token;
	bool is_done = false;

	while (!is_done && (token = lexer_next(&lexer)) != TOKEN_END &&
	       token != TOKEN_BROKEN) {
		if (token != TOKEN_NAME || !lexer_is(&lexer, "MCID"))
			continue;
		lexer_next(&lexer);
		is_done = first.length > 0;
		if (!is_done)
			text_add(&first, text_string(&lexer.value));
	}
	if (is_done) {
		text_add_bytes(&out, stream->bytes, lexer.from);
		text_add(&out, first.bytes);
		text_add_bytes(&out, stream->bytes + lexer.at,
			       stream->length - lexer.at);
		text_free(stream);
		*stream = out;
	}
	text_free(&first);
	lexer_free(&lexer);
	return is_done;
}

static bool
artifact_blank(struct text *stream)
{
	return mark_blank(stream, " Artifact", false);
}

static bool
end_blank(struct text *stream)
{
	return mark_blank(stream, "", true);
}

/* The program writes one stream a page. */
static bool
page_change(struct patient *patient, bool (*change)(struct text *))
{
	struct pdf *pdf = patient->pdf;
	struct text stream = {0};
	bool good = pdf->page_count > 0 &&
		    pdf_stream(pdf, pdf_key(pdf, pdf->pages[0], "/Contents"),
			       &stream) &&
		    change(&stream);

	if (good)
		qpdf_oh_replace_key(pdf->qpdf, pdf->pages[0], "/Contents",
				    patient_stream(patient,
						   qpdf_oh_new_null(pdf->qpdf),
						   &stream));
	text_free(&stream);
	return good;
}

bool
spoil_artifact(struct patient *patient)
{
	return page_change(patient, artifact_blank);
}

bool
spoil_nesting(struct patient *patient)
{
	return page_change(patient, end_blank);
}

bool
spoil_mcid(struct patient *patient)
{
	return page_change(patient, mcid_repeat);
}

/* The first font of the first page; null if there is none. */
static qpdf_oh
font_find(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;
	qpdf_oh fonts;
	const char **keys;
	size_t count;

	if (pdf->page_count == 0)
		return qpdf_oh_new_null(pdf->qpdf);
	fonts = pdf_key(pdf, pdf_inherited(pdf, pdf->pages[0], "/Resources"),
			"/Font");
	keys = pdf_keys(pdf, fonts, &count);
	return count > 0 ? pdf_key(pdf, fonts, keys[0])
			 : qpdf_oh_new_null(pdf->qpdf);
}

/* The standard encodings of simple fonts imply Unicode, so that veraPDF lets
 * these go: a composite font it is. */
bool
spoil_unicode(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;

	for (size_t i = 0; i < pdf->page_count; i++) {
		qpdf_oh resources = pdf_inherited(pdf, pdf->pages[i],
						  "/Resources");
		qpdf_oh fonts = pdf_key(pdf, resources, "/Font");
		size_t count;
		const char **keys = pdf_keys(pdf, fonts, &count);

		for (size_t j = 0; j < count; j++) {
			qpdf_oh font = pdf_key(pdf, fonts, keys[j]);

			if (!pdf_has(pdf, font, "/DescendantFonts"))
				continue;
			qpdf_oh_remove_key(pdf->qpdf, font, "/ToUnicode");
			return true;
		}
	}
	return false;
}

bool
spoil_embedding(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;
	qpdf_oh font = font_find(patient), descriptor;
	qpdf_oh descendants = pdf_key(pdf, font, "/DescendantFonts");

	if (pdf_count(pdf, descendants) > 0)
		font = pdf_item(pdf, descendants, 0);
	descriptor = pdf_key(pdf, font, "/FontDescriptor");
	if (!qpdf_oh_is_dictionary(pdf->qpdf, descriptor))
		return false;
	qpdf_oh_remove_key(pdf->qpdf, descriptor, "/FontFile");
	qpdf_oh_remove_key(pdf->qpdf, descriptor, "/FontFile2");
	qpdf_oh_remove_key(pdf->qpdf, descriptor, "/FontFile3");
	return true;
}
