/* Write a scene as SVG: real text, colours by class, names for groups. */
/* SPDX-License-Identifier: MIT */
#include "html/picture.h"

#include "base/arena.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Ids must stand in url(#…) and in a list of ids, so only letters, digits,
 * dots and hyphens of a name are kept; the language keeps two pictures of one
 * name apart on a page of both. */
void
picture_add_id(const struct picture *picture, const char *part)
{
	static const char kept[] = "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
	const char *const words[] = {picture->scene->name, picture->scene->tag,
				     part};

	for (size_t i = 0; i < COUNT(words); i++) {
		if (i > 0)
			text_add(picture->out, "-");
		for (const char *c = words[i]; *c != '\0'; c++)
			text_add_bytes(picture->out, strchr(kept, *c) ? c : "-",
				       1);
	}
}

static void
named_add(const struct picture *picture, const char *tag, const char *part,
	  const char *words)
{
	text_print(picture->out, "<%s id=\"", tag);
	picture_add_id(picture, part);
	text_add(picture->out, "\">");
	text_add_escaped(picture->out, words == NULL ? "" : words);
	text_print(picture->out, "</%s>\n", tag);
}

/* A family's name as a string of CSS inside an attribute. */
static void
family_add(struct text *out, const char *family)
{
	text_add(out, "'");
	for (; *family != '\0'; family++)
		if (strchr("'\"\\<>&\n", *family) == NULL)
			text_add_bytes(out, family, 1);
	text_add(out, "',");
}

static void
picture_begin(struct picture *picture)
{
	const struct scene *scene = picture->scene;
	const double margin = picture->is_inline ? 0 : SCENE_MARGIN;
	const double width = scene->width + 2 * margin;
	const double height = scene->height + 2 * margin;
	struct text *out = picture->out;

	text_add(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
		      "class=\"chart\" role=\"img\" aria-labelledby=\"");
	picture_add_id(picture, "title");
	text_add(out, " ");
	picture_add_id(picture, "desc");
	text_add(out, "\"");
	attribute_add(out, "lang", scene->tag);
	text_add(out, " viewBox=\"");
	text_add_decimal(out, 0 - margin);
	text_add(out, " ");
	text_add_decimal(out, 0 - margin);
	text_add(out, " ");
	text_add_decimal(out, width);
	text_add(out, " ");
	text_add_decimal(out, height);
	text_add(out, "\" width=\"");
	text_add_decimal(out, width);
	text_add(out, "pt\" height=\"");
	text_add_decimal(out, height);
	text_add(out, "pt\" font-family=\"");
	family_add(out, scene->latin);
	family_add(out, scene->han);
	text_add(out, "sans-serif\"");
	attribute_add_number(out, "font-size", picture->size);
	if (picture->anchor != ANCHOR_START)
		attribute_add(out, "text-anchor", anchor_name(picture->anchor));
	text_add(out, " fill=\"currentColor\">\n");
	named_add(picture, "title", "title", scene->title);
	named_add(picture, "desc", "desc", scene->description);
}

static void
colour_add(struct text *out, struct colour colour)
{
	text_print(out, "#%02lx%02lx%02lx;", lround(colour.red * 255),
		   lround(colour.green * 255), lround(colour.blue * 255));
}

static void
colours_add(const struct picture *picture, struct colour (*colour_of)(enum ink))
{
	text_add(picture->out, "svg{");
	for (enum ink ink = 0; ink < INKS; ink++) {
		if (!picture->is_used[ink])
			continue;
		text_print(picture->out, "--%s:", ink_name(ink));
		colour_add(picture->out, colour_of(ink));
	}
	text_add(picture->out, "}");
}

/* Where the reader's system sets the colours (CSS Color 4, 6.2), series of one
 * look still keep apart. */
static void
system_colours_add(const struct picture *picture)
{
	static const char *const colours[] = {
	    [INK_TEXT] = "CanvasText",	   [INK_FAINT] = "CanvasText",
	    [INK_AXIS] = "CanvasText",	   [INK_GRID] = "GrayText",
	    [INK_GROUND] = "Canvas",	   [INK_SERIES_1] = "CanvasText",
	    [INK_SERIES_2] = "CanvasText", [INK_SERIES_3] = "Highlight",
	    [INK_SERIES_4] = "Highlight",  [INK_SERIES_5] = "LinkText",
	    [INK_SERIES_6] = "LinkText",   [INK_HEAT_1] = "Canvas",
	    [INK_HEAT_2] = "Canvas",	   [INK_HEAT_3] = "Canvas",
	    [INK_HEAT_4] = "CanvasText",   [INK_HEAT_5] = "CanvasText",
	};
	static_assert(COUNT(colours) == INKS, "every ink has its colour");

	text_add(picture->out, "svg{forced-color-adjust:none;");
	for (enum ink ink = 0; ink < INKS; ink++)
		if (picture->is_used[ink])
			text_print(picture->out, "--%s:%s;", ink_name(ink),
				   colours[ink]);
	text_add(picture->out, "}");
}

/* What a page's own style sheet gives a picture that stands inside it. A
 * colour stands before its variable for programs that know no variables. */
static void
style_add(const struct picture *picture)
{
	struct text *out = picture->out;

	text_add(out, "<style>\n");
	colours_add(picture, ink_colour);
	text_add(out, "\n@media (prefers-color-scheme:dark){");
	colours_add(picture, ink_colour_dark);
	text_add(out, "}\n@media (forced-colors:active){");
	system_colours_add(picture);
	text_add(out, "}\nsvg{color-scheme:light dark;"
		      "background:var(--ground)}\n");
	for (enum ink ink = 0; ink < INKS; ink++) {
		if (!picture->is_used[ink])
			continue;
		text_print(out, ".%s{color:", ink_name(ink));
		colour_add(out, ink_colour(ink));
		text_print(out, "color:var(--%s)}\n", ink_name(ink));
	}
	text_add(out, "</style>\n");
}

/* Stripes over the edges of the tile close the gaps at its corners; those that
 * fall are the mirror's. */
static void
stripes_add(struct text *out, bool is_falling)
{
	static const struct {
		double x, y; /* in steps: where a stripe starts */
	} starts[] = {{-0.5, 0.5}, {-0.5, 1.5}, {0.5, 1.5}};

	for (size_t i = 0; i < COUNT(starts); i++) {
		double length = (i == 1 ? 2 : 1) * HATCH_STEP;
		double y = (is_falling ? 1 - starts[i].y : starts[i].y) *
			   HATCH_STEP;

		text_add(out, "M");
		text_add_decimal(out, starts[i].x * HATCH_STEP);
		text_add(out, " ");
		text_add_decimal(out, y);
		text_add(out, "l");
		text_add_decimal(out, length);
		text_add(out, " ");
		text_add_decimal(out, is_falling ? length : -length);
	}
}

static void
pattern_add(const struct picture *picture, enum ink ink)
{
	struct text *out = picture->out;
	enum hatch hatch = ink_hatch(ink);

	text_add(out, "<pattern id=\"");
	picture_add_id(picture, ink_name(ink));
	text_add(out, "\" patternUnits=\"userSpaceOnUse\"");
	attribute_add_number(out, "width", HATCH_STEP);
	attribute_add_number(out, "height", HATCH_STEP);
	text_print(out, "><path class=\"%s\" stroke=\"currentColor\"",
		   ink_name(ink));
	attribute_add_number(out, "stroke-width", HATCH_STROKE);
	text_add(out, " d=\"");
	if (hatch != HATCH_FALLING)
		stripes_add(out, false);
	if (hatch != HATCH_RISING)
		stripes_add(out, true);
	text_add(out, "\"/></pattern>\n");
}

static void
patterns_add(const struct picture *picture)
{
	bool is_used[INKS] = {false};
	bool is_any = false;

	for (size_t i = 0; i < picture->scene->count; i++) {
		const struct mark *mark = &picture->scene->marks[i];

		if ((mark->kind == MARK_RECTANGLE ||
		     mark->kind == MARK_SECTOR) &&
		    mark->is_hatched)
			is_used[mark->ink] = is_any = true;
	}
	if (!is_any)
		return;
	text_add(picture->out, "<defs>\n");
	for (enum ink ink = 0; ink < INKS; ink++)
		if (is_used[ink])
			pattern_add(picture, ink);
	text_add(picture->out, "</defs>\n");
}

static void
inks_find(struct picture *picture)
{
	const struct scene *scene = picture->scene;

	picture->is_used[INK_GROUND] = true;
	for (size_t i = 0; i < scene->count; i++)
		if (scene->marks[i].kind != MARK_GROUP_BEGIN &&
		    scene->marks[i].kind != MARK_GROUP_END)
			picture->is_used[scene->marks[i].ink] = true;
}

/* What most texts have alike is said once. */
static void
texts_find(struct picture *picture)
{
	const struct scene *scene = picture->scene;
	size_t counts[] = {
	    [ANCHOR_START] = 0, [ANCHOR_MIDDLE] = 0, [ANCHOR_END] = 0};

	for (size_t i = scene->count; i > 0; i--) {
		if (scene->marks[i - 1].kind != MARK_TEXT)
			continue;
		picture->size = scene->marks[i - 1].size;
		counts[scene->marks[i - 1].anchor]++;
	}
	for (enum anchor i = 0; i < COUNT(counts); i++)
		if (counts[i] > counts[picture->anchor])
			picture->anchor = i;
}

void
svg_write(struct text *out, const struct scene *scene, bool is_inline)
{
	struct picture picture = {
	    .out = out, .scene = scene, .is_inline = is_inline};

	texts_find(&picture);
	inks_find(&picture);
	picture_begin(&picture);
	if (!is_inline)
		style_add(&picture);
	patterns_add(&picture);
	for (size_t i = 0; i < scene->count;)
		i += marks_write(&picture, &scene->marks[i], scene->count - i);
	text_add(out, "</svg>\n");
}
