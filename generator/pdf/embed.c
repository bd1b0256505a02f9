/* Write the fonts into the file: programs, widths, and the text of codes. */
/* SPDX-License-Identifier: MIT */
#include "pdf/parts.h"

#include "base/arena.h"
#include "base/text.h"

enum {
	CHARACTERS_MOST = 100 /* of a block (Adobe Technical Note 5014) */
};

/* What a code stands for where no text was noted. */
static const char unknown[] = "\ufffd";

/* Six letters that tell this choice of glyphs from others (ISO 32000-1,
 * 9.6.4). */
static const char *
font_name(struct arena *arena, const struct pdf_font *font)
{
	uint32_t sum = 2166136261; /* FNV-1a */
	char tag[7] = "";

	for (size_t i = 0; i < font->program.length; i++)
		sum = (sum ^ (unsigned char)font->program.bytes[i]) * 16777619;
	for (int i = 0; i < 6; i++, sum /= 26)
		tag[i] = (char)('A' + sum % 26);
	return arena_print(arena, "%s+%s", tag, font->program.name);
}

/* --- the maps of codes --- */

static void
map_begin(struct text *map, const char *name, const char *ordering,
	  size_t code_size)
{
	text_print(map,
		   "/CIDInit /ProcSet findresource begin\n"
		   "12 dict begin\nbegincmap\n"
		   "/CIDSystemInfo << /Registry (Adobe) /Ordering (%s) "
		   "/Supplement 0 >> def\n"
		   "/CMapName /%s def\n/CMapType %d def\n"
		   "1 begincodespacerange\n<%.*s> <%.*s>\n"
		   "endcodespacerange\n",
		   ordering, name, ordering[0] == 'U' ? 2 : 1,
		   (int)(2 * code_size), "0000", (int)(2 * code_size), "ffff");
}

static void
map_end(struct text *map)
{
	text_add(map, "endcmap\nCMapName currentdict /CMap defineresource pop\n"
		      "end\nend\n");
}

/* So many digits of a number, the highest first. */
static void
hexadecimal_add(struct text *out, size_t number, size_t digits)
{
	while (digits-- > 0)
		text_add_bytes(
		    out, &"0123456789abcdef"[number >> 4 * digits & 0xf], 1);
}

/* As UTF-16. */
static void
words_add(struct text *out, const char *text, size_t length)
{
	const char *end = text + length;

	while (text < end) {
		uint32_t c = utf8_next(&text);

		if (c > 0xffff) {
			hexadecimal_add(out, 0xd800 + ((c - 0x10000) >> 10), 4);
			c = 0xdc00 + ((c - 0x10000) & 0x3ff);
		}
		hexadecimal_add(out, c, 4);
	}
}

void
words_write(struct text *out, const char *text, size_t length)
{
	text_add(out, "<feff");
	words_add(out, text, length);
	text_add(out, ">");
}

/* The glyphs of the face by their codes. */
static const struct shown_glyph **
glyphs_of_codes(struct arena *arena, const struct pdf_font *font)
{
	const struct shown_glyph **glyphs = arena_array(
	    arena, font->program.count, sizeof(const struct shown_glyph *));

	for (size_t i = 0; i < font->glyph_count; i++)
		glyphs[font->program.codes[i]] = &font->glyphs[i];
	return glyphs;
}

static void
character_add(struct text *map, size_t code, size_t code_size,
	      const struct shown_glyph *glyph)
{
	text_add(map, "<");
	hexadecimal_add(map, code, 2 * code_size);
	text_add(map, "> <");
	if (glyph->text != NULL)
		words_add(map, glyph->text, glyph->length);
	else
		words_add(map, unknown, sizeof(unknown) - 1);
	text_add(map, ">\n");
}

/* ISO 32000-1, 9.10.3. */
static qpdf_oh
to_unicode_new(struct file *file, struct arena *arena,
	       const struct pdf_font *font)
{
	const struct shown_glyph **glyphs = glyphs_of_codes(arena, font);
	struct text map = {0}, block = {0};
	size_t blocked = 0;
	qpdf_oh stream;

	map_begin(&map, "Adobe-Identity-UCS", "UCS", font->code_size);
	for (size_t code = 0; code <= font->program.count; code++) {
		bool is_end = code == font->program.count;

		if (blocked > 0 && (is_end || blocked == CHARACTERS_MOST)) {
			text_print(&map, "%zu beginbfchar\n%sendbfchar\n",
				   blocked, text_string(&block));
			block.length = blocked = 0;
		}
		if (is_end || glyphs[code] == NULL)
			continue;
		character_add(&block, code, font->code_size, glyphs[code]);
		blocked++;
	}
	map_end(&map);
	stream = stream_new(file, text_string(&map), map.length);
	text_free(&block);
	text_free(&map);
	return stream;
}

/* Codes of one byte, each its glyph's number. */
static qpdf_oh
encoding_new(struct file *file)
{
	struct text map = {0};
	qpdf_oh stream, dictionary;

	map_begin(&map, "Byte", "Identity", 1);
	text_add(&map, "1 begincidrange\n<00> <ff> 0\nendcidrange\n"
		       "/WMode 0 def\n");
	map_end(&map);
	stream = stream_new(file, text_string(&map), map.length);
	dictionary = qpdf_oh_get_dict(file->qpdf, stream);
	dictionary_set_name(file, dictionary, "/Type", "/CMap");
	dictionary_set_name(file, dictionary, "/CMapName", "/Byte");
	dictionary_set_integer(file, dictionary, "/WMode", 0);
	dictionary_set(file, dictionary, "/CIDSystemInfo",
		       qpdf_oh_parse(file->qpdf,
				     "<< /Registry (Adobe) /Ordering (Identity)"
				     " /Supplement 0 >>"));
	text_free(&map);
	return stream;
}

/* --- the font --- */

static qpdf_oh
program_new(struct file *file, const struct pdf_font *font)
{
	const struct font_program *program = &font->program;
	qpdf_oh stream = stream_new_packed(file, font->packed,
					   font->packed_length);
	qpdf_oh dictionary = qpdf_oh_get_dict(file->qpdf, stream);

	if (program->is_postscript)
		dictionary_set_name(file, dictionary, "/Subtype",
				    "/CIDFontType0C");
	else
		dictionary_set_integer(file, dictionary, "/Length1",
				       (long long)program->length);
	return stream;
}

/* Flags: its characters are not those of the standard Latin set. */
static qpdf_oh
descriptor_new(struct file *file, const struct pdf_font *font, const char *name)
{
	const struct font_program *program = &font->program;
	struct text text = {0};
	qpdf_oh descriptor;

	text_print(&text,
		   "<< /Type /FontDescriptor /FontName /%s /Flags 4 "
		   "/FontBBox [%.0f %.0f %.0f %.0f] /ItalicAngle %g "
		   "/Ascent %.0f /Descent %.0f /CapHeight %.0f /StemV 80 >>",
		   name, program->box[0], program->box[1], program->box[2],
		   program->box[3], program->slant, program->ascent,
		   program->descent, program->capital);
	descriptor = object_parse(file, &text);
	dictionary_set(file, descriptor,
		       program->is_postscript ? "/FontFile3" : "/FontFile2",
		       program_new(file, font));
	return descriptor;
}

static bool
width_is_usual(double width)
{
	return width > 999.99 && width < 1000.01;
}

/* Those that are not a whole em, in runs (ISO 32000-1, 9.7.4.3). */
static void
widths_add(struct text *text, const struct font_program *program)
{
	bool is_open = false;

	for (size_t i = 0; i < program->count; i++) {
		if (width_is_usual(program->widths[i])) {
			text_add(text, is_open ? "]" : "");
			is_open = false;
			continue;
		}
		if (!is_open)
			text_print(text, " %zu [", i);
		else
			text_add(text, " ");
		text_add_significant(text, program->widths[i], 6);
		is_open = true;
	}
	text_add(text, is_open ? "]" : "");
}

static qpdf_oh
descendant_new(struct file *file, const struct pdf_font *font, const char *name)
{
	const struct font_program *program = &font->program;
	struct text text = {0};
	qpdf_oh descendant;

	text_print(&text,
		   "<< /Type /Font /Subtype /%s /BaseFont /%s %s"
		   "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
		   "/Supplement 0 >> /DW 1000 /W [",
		   program->is_postscript ? "CIDFontType0" : "CIDFontType2",
		   name,
		   program->is_postscript ? "" : "/CIDToGIDMap /Identity ");
	widths_add(&text, program);
	text_add(&text, " ] >>");
	descendant = object_parse(file, &text);
	dictionary_set(file, descendant, "/FontDescriptor",
		       descriptor_new(file, font, name));
	return descendant;
}

static qpdf_oh
font_new(struct file *file, struct arena *arena, const struct pdf_font *font,
	 qpdf_oh encoding)
{
	qpdf_data qpdf = file->qpdf;
	const char *name = font_name(arena, font);
	qpdf_oh object = dictionary_new_indirect(file, "/Font");
	qpdf_oh descendants = qpdf_oh_new_array(qpdf);

	qpdf_oh_append_item(qpdf, descendants,
			    descendant_new(file, font, name));
	dictionary_set_name(file, object, "/Subtype", "/Type0");
	dictionary_set_name(file, object, "/BaseFont",
			    arena_print(arena, "/%s", name));
	if (font->code_size == 1)
		dictionary_set(file, object, "/Encoding", encoding);
	else
		dictionary_set_name(file, object, "/Encoding", "/Identity-H");
	dictionary_set(file, object, "/DescendantFonts", descendants);
	dictionary_set(file, object, "/ToUnicode",
		       to_unicode_new(file, arena, font));
	return object;
}

void
fonts_add(struct file *file, struct arena *arena, const struct pdf_fonts *fonts)
{
	qpdf_data qpdf = file->qpdf;
	qpdf_oh dictionary = dictionary_new_indirect(file, NULL);
	qpdf_oh encoding = qpdf_oh_new_null(qpdf);

	for (size_t i = 0; i < fonts->shown_count; i++) {
		const struct pdf_font *font = fonts->shown[i];

		if (font->code_size == 1 && qpdf_oh_is_null(qpdf, encoding))
			encoding = encoding_new(file);
		dictionary_set(file, dictionary, arena_print(arena, "/F%zu", i),
			       font_new(file, arena, font, encoding));
	}
	dictionary_set(file, file->resources, "/Font", dictionary);
}
