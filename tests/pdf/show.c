/* Show text through its font, draw forms and images. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader.h"

#include <string.h>

static qpdf_oh
resource_find(const struct reader *reader, const char *kind, const char *name)
{
	struct pdf *pdf = reader->pdf;

	return pdf_key(pdf, pdf_key(pdf, reader->resources, kind),
		       arena_print(pdf->arena, "/%s", name));
}

void
font_select(struct reader *reader)
{
	const char *name = operand_value(reader, 0);
	qpdf_oh dictionary = resource_find(reader, "/Font", name);

	reader->font = NULL;
	if (qpdf_oh_is_dictionary(reader->pdf->qpdf, dictionary))
		reader->font = font_open(reader->pdf, reader->fonts,
					 dictionary);
	else
		finding(reader->pdf, RULE_FONT, "no font %s (page %zu)", name,
			reader->page + 1);
}

/* One complaint a font: they come in hundreds. Behind /ActualText a code may
 * lack its own words; no code may be .notdef (A 6.2.11.8). */
static void
code_show(struct reader *reader, unsigned code)
{
	struct font *font = reader->font;
	const char *words = font_words(font, code);
	bool is_spoken = words_are_spoken(reader);
	bool is_missing = font->is_composite && code == 0;

	if ((is_missing || (words == NULL && !is_spoken)) &&
	    !font->has_complaint) {
		finding(reader->pdf, RULE_FONT, "%s: code %04x %s (page %zu)",
			font->name, code,
			is_missing ? "is no glyph" : "has no Unicode",
			reader->page + 1);
		font->has_complaint = true;
	}
	if (words != NULL && strstr(words, "\xef\xbf\xbd") != NULL &&
	    !is_spoken && !font->has_complaint) {
		finding(reader->pdf, RULE_FONT,
			"%s: code %04x is no character (page %zu)", font->name,
			code, reader->page + 1);
		font->has_complaint = true;
	}
	if (words != NULL && !is_spoken)
		text_add(&reader->words, words);
}

static void
string_show(struct reader *reader, const struct operand *operand)
{
	const unsigned char *bytes = (unsigned char *)reader->values.bytes +
				     operand->at;
	size_t step = reader->font->code_bytes;

	if (operand->length % step != 0)
		finding(reader->pdf, RULE_FONT,
			"%s shows half a code (page %zu)", reader->font->name,
			reader->page + 1);
	for (size_t i = 0; i + step <= operand->length; i += step)
		code_show(reader, step == 2
				      ? (unsigned)bytes[i] << 8 | bytes[i + 1]
				      : bytes[i]);
}

void
strings_show(struct reader *reader)
{
	if (reader->font == NULL) {
		finding(reader->pdf, RULE_FONT,
			"text without a font (page %zu)", reader->page + 1);
		return;
	}
	for (size_t i = 0; i < reader->operand_count; i++)
		if (reader->operands[i].token == TOKEN_STRING)
			string_show(reader, &reader->operands[i]);
}

/* A form is drawn in the state and inside of the mark that draw it, and its
 * own marks have to close. */
static void
form_draw(struct reader *reader, qpdf_oh form, const char *name)
{
	qpdf_oh outer = reader->resources;
	size_t sequences = reader->sequence_count;
	struct font *font = reader->font;
	struct text stream = {0};

	if (reader->forms == FORMS_MOST ||
	    !pdf_stream(reader->pdf, form, &stream)) {
		finding(reader->pdf, RULE_CONTENT,
			"form %s cannot be drawn (page %zu)", name,
			reader->page + 1);
	} else {
		reader->forms++;
		if (pdf_has(reader->pdf, form, "/Resources"))
			reader->resources = pdf_key(reader->pdf, form,
						    "/Resources");
		stream_read(reader, &stream);
		reader->forms--;
	}
	if (reader->sequence_count != sequences)
		finding(reader->pdf, RULE_CONTENT,
			"form %s leaves marks open (page %zu)", name,
			reader->page + 1);
	reader->resources = outer;
	reader->font = font;
	text_free(&stream);
}

void
object_draw(struct reader *reader)
{
	struct pdf *pdf = reader->pdf;
	char *name = arena_copy(pdf->arena, operand_value(reader, 0));
	qpdf_oh object = resource_find(reader, "/XObject", name);
	qpdf_oh kind = pdf_key(pdf, object, "/Subtype");

	if (pdf_is(pdf, kind, "/Form"))
		form_draw(reader, object, name);
	else if (!pdf_is(pdf, kind, "/Image"))
		finding(pdf, RULE_CONTENT, "no object %s (page %zu)", name,
			reader->page + 1);
	else if (pdf_is_true(pdf, pdf_key(pdf, object, "/Interpolate")))
		finding(pdf, RULE_PAGE, "image %s is interpolated (page %zu)",
			name, reader->page + 1);
}
