/* Fonts: what UA demands of each, and the Unicode of each code. */
/* SPDX-License-Identifier: MIT */
#include "font.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

/* UA 7.21.4.1: the program is in the file. */
static void
embedding_check(struct pdf *pdf, const struct font *font, qpdf_oh dictionary)
{
	qpdf_oh descriptor = pdf_key(pdf, dictionary, "/FontDescriptor");
	static const char *const keys[] = {"/FontFile", "/FontFile2",
					   "/FontFile3"};

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct text program = {0};
		bool good = pdf_stream(pdf, pdf_key(pdf, descriptor, keys[i]),
				       &program) &&
			    program.length > 0;

		text_free(&program);
		if (good)
			return;
	}
	finding(pdf, RULE_FONT, "%s is not embedded", font->name);
}

/* UA 7.21.3.3: codes of two bytes, or a map in the file, of codes of one;
 * either way a code is its CID. */
static void
encoding_check(struct pdf *pdf, struct font *font, qpdf_oh encoding)
{
	struct text stream = {0};

	if (pdf_is(pdf, encoding, "/Identity-H"))
		return;
	font->code_bytes = 1;
	if (!pdf_stream(pdf, encoding, &stream) || !cmap_is_byte(&stream))
		finding(pdf, RULE_FONT, "%s is not encoded as Identity-H",
			font->name);
	else if (!pdf_is(pdf,
			 pdf_key(pdf, qpdf_oh_get_dict(pdf->qpdf, encoding),
				 "/Type"),
			 "/CMap"))
		finding(pdf, RULE_FONT, "%s has an encoding of no type",
			font->name);
	text_free(&stream);
}

/* UA 7.21.3.2: how CIDs become glyphs is said. */
static void
descendant_check(struct pdf *pdf, struct font *font, qpdf_oh dictionary)
{
	qpdf_oh descendants = pdf_key(pdf, dictionary, "/DescendantFonts");
	qpdf_oh descendant, map;

	if (pdf_count(pdf, descendants) != 1) {
		finding(pdf, RULE_FONT, "%s has no descendant", font->name);
		return;
	}
	descendant = pdf_item(pdf, descendants, 0);
	embedding_check(pdf, font, descendant);
	map = pdf_key(pdf, descendant, "/CIDToGIDMap");
	if (pdf_is(pdf, pdf_key(pdf, descendant, "/Subtype"),
		   "/CIDFontType2") &&
	    !pdf_is(pdf, map, "/Identity") &&
	    !qpdf_oh_is_stream(pdf->qpdf, map))
		finding(pdf, RULE_FONT, "%s has no /CIDToGIDMap", font->name);
	encoding_check(pdf, font, pdf_key(pdf, dictionary, "/Encoding"));
}

static void
unicode_check(struct pdf *pdf, struct font *font, qpdf_oh dictionary)
{
	struct text stream = {0};
	qpdf_oh map = pdf_key(pdf, dictionary, "/ToUnicode");

	if (!pdf_stream(pdf, map, &stream))
		finding(pdf, RULE_FONT, "%s has no /ToUnicode", font->name);
	else if (!cmap_read(pdf, &stream, &font->map, &font->map_count))
		finding(pdf, RULE_FONT, "%s has a /ToUnicode of no use",
			font->name);
	text_free(&stream);
}

static void
font_read(struct pdf *pdf, struct font *font, qpdf_oh dictionary)
{
	const char *kind = pdf_name(pdf, pdf_key(pdf, dictionary, "/Subtype"));

	font->name = arena_print(
	    pdf->arena, "%s (object %d)",
	    pdf_name(pdf, pdf_key(pdf, dictionary, "/BaseFont")), font->id);
	font->is_composite = strcmp(kind, "/Type0") == 0;
	font->code_bytes = font->is_composite ? 2 : 1;
	if (font->is_composite)
		descendant_check(pdf, font, dictionary);
	else if (strcmp(kind, "/Type3") != 0)
		embedding_check(pdf, font, dictionary);
	unicode_check(pdf, font, dictionary);
}

struct font *
font_open(struct pdf *pdf, struct fonts *fonts, qpdf_oh dictionary)
{
	struct font *font;
	int id = pdf_id(pdf, dictionary);

	for (size_t i = 0; i < fonts->count; i++)
		if (fonts->items[i]->id == id)
			return fonts->items[i];
	font = arena_take(pdf->arena, sizeof(*font));
	font->id = id;
	if (id == 0)
		finding(pdf, RULE_FONT, "a font is not an object of its own");
	font_read(pdf, font, dictionary);
	ARENA_PUSH(pdf->arena, fonts->items, fonts->count, font);
	return font;
}

static int
code_compare(const void *key, const void *item)
{
	const unsigned *code = key;
	const struct mapping *mapping = item;

	return (*code > mapping->code) - (*code < mapping->code);
}

const char *
font_words(const struct font *font, unsigned code)
{
	const struct mapping *found;

	if (font->map_count == 0)
		return NULL;
	found = bsearch(&code, font->map, font->map_count, sizeof(*font->map),
			code_compare);
	return found == NULL ? NULL : found->words;
}
