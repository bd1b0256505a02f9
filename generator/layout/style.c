/* What a page style says of letters, lines and columns. */
/* SPDX-License-Identifier: MIT */
#include "layout/style.h"

#include "base/arena.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static const char *const kind_names[] = {
    [KIND_TEXT] = "text",
    [KIND_ITEM] = "item",
    [KIND_HEADING_1] = "heading1",
    [KIND_HEADING_2] = "heading2",
    [KIND_HEADING_3] = "heading3",
    [KIND_HEADING_4] = "heading4",
    [KIND_BOX_HEADING] = "box-heading",
    [KIND_BOX_TEXT] = "box-text",
    [KIND_NOTICE] = "notice",
    [KIND_NOTE] = "note",
    [KIND_CAPTION_NUMBER] = "caption-number",
    [KIND_CAPTION] = "caption",
    [KIND_SOURCE] = "source",
    [KIND_TABLE_HEAD] = "table-head",
    [KIND_TABLE_CELL] = "table-cell",
    [KIND_ORGANIZATION] = "organization",
    [KIND_SYMBOL] = "symbol",
    [KIND_ORGAN] = "organ",
    [KIND_FACT] = "fact",
    [KIND_SESSION] = "session",
    [KIND_VENUE] = "venue",
    [KIND_AGENDA] = "agenda",
    [KIND_TITLE] = "title",
    [KIND_SERIES] = "series",
    [KIND_HEADER] = "header",
    [KIND_FOOTER] = "footer",
    [KIND_PAGE_NUMBER] = "page-number",
};
static_assert(COUNT(kind_names) == KINDS, "every kind has its name");

const char *
kind_name(enum kind kind)
{
	return kind_names[kind];
}

bool
style_has_columns(const struct style *style)
{
	return style->columns.first > 0;
}

const struct face *
style_faces(const struct style *style, size_t *count)
{
	*count = style->face_count;
	return style->faces;
}

double
style_figure_width(const struct style *style)
{
	return style->figure.width;
}

double
style_figure_type_size(const struct style *style)
{
	return style->figure.size;
}

const char *
style_figure_latin(const struct style *style)
{
	return style->figure_latin;
}

const char *
style_figure_han(const struct style *style)
{
	return style->figure_han;
}

struct type
style_type(const struct style *style, enum kind kind, bool is_han)
{
	const struct kind_style *given = &style->kinds[kind];

	return (struct type){
	    .latin = style->latin,
	    .han = style->han,
	    .bold = given->bold,
	    .italic = given->italic && !is_han,
	    .size = is_han ? given->han_size : given->size,
	};
}

double
style_leading(const struct style *style, enum kind kind, bool is_han)
{
	return is_han ? style->kinds[kind].han_leading
		      : style->kinds[kind].leading;
}

static void
kind_shrink(struct kind_style *kind, double part)
{
	kind->size *= part;
	kind->han_size *= part;
	kind->leading *= part;
	kind->han_leading *= part;
}

void
style_shrink_table(struct style *style, bool is_han, double part)
{
	double head = style_type(style, KIND_TABLE_HEAD, is_han).size;
	double cell = style_type(style, KIND_TABLE_CELL, is_han).size;
	double least = fmin(style->table.least / fmin(head, cell), 1);

	/* hundredths, for what fits barely might not when it is rounded */
	part = fmax(floor(part * 100) / 100, least);
	kind_shrink(&style->kinds[KIND_TABLE_HEAD], part);
	kind_shrink(&style->kinds[KIND_TABLE_CELL], part);
	style->table.column *= part;
}

double
style_body_width(const struct style *style)
{
	return style->page.width - style->body.left - style->body.right;
}

static void
face_add(struct arena *arena, struct style *style, struct face face)
{
	for (size_t i = 0; i < style->face_count; i++) {
		const struct face *other = &style->faces[i];

		if (other->bold == face.bold && other->italic == face.italic &&
		    strcmp(other->family, face.family) == 0)
			return;
	}
	ARENA_PUSH(arena, style->faces, style->face_count, face);
}

void
style_collect_faces(struct arena *arena, struct style *style)
{
	for (int bold = 0; bold < 2; bold++) {
		const struct face faces[] = {
		    {style->latin, bold == 1, false},
		    {style->latin, bold == 1, true},
		    {style->han, bold == 1, false},
		    {style->figure_latin, bold == 1, false},
		    {style->figure_han, bold == 1, false},
		};

		for (size_t i = 0; i < COUNT(faces); i++)
			face_add(arena, style, faces[i]);
	}
}

void
style_add_faces(struct arena *arena, struct style *style,
		const struct style *other)
{
	for (size_t i = 0; i < other->face_count; i++)
		face_add(arena, style, other->faces[i]);
}
