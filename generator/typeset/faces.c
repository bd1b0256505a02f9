/* The faces as Pango loads them, and no others. */
/* SPDX-License-Identifier: MIT */
#include "typeset/faces.h"

#include "base/arena.h"

#include <pango/pangofc-fontmap.h>
#include <stdio.h>
#include <string.h>

enum {
	LOAD_SIZE = 100 /* [pt] at which faces are loaded */
};

/* Glyphs are placed as the font's designer drew them, at no resolution. */
static const char configuration[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
    "<fontconfig><match target=\"font\">"
    "<edit name=\"hinting\" mode=\"assign\"><bool>false</bool></edit>"
    "<edit name=\"autohint\" mode=\"assign\"><bool>false</bool></edit>"
    "<edit name=\"hintstyle\" mode=\"assign\"><const>hintnone</const></edit>"
    "<edit name=\"antialias\" mode=\"assign\"><bool>true</bool></edit>"
    "<edit name=\"rgba\" mode=\"assign\"><const>none</const></edit>"
    "<edit name=\"embeddedbitmap\" mode=\"assign\"><bool>false</bool></edit>"
    "</match></fontconfig>";

/* A name for the open file that no earlier handle of this process used: Cairo
 * keeps closed fonts by name, and descriptors come back. Each bit of the count
 * is written as "/" or "/.", which are nothing in a path. */
static void
file_name(int file, unsigned count, char name[128])
{
	char *end = stpcpy(name, "/proc/self/fd");

	for (unsigned bit = 0; bit < 20; bit++)
		end = stpcpy(end, count >> bit & 1 ? "/." : "/");
	sprintf(end, "/%d", file);
}

static bool
config_open(struct typeset *typeset)
{
	static unsigned count; /* of handles that this process opened */

	count++;
	typeset->config = FcConfigCreate();
	if (typeset->config == NULL ||
	    !FcConfigParseAndLoadFromMemory(
		typeset->config, (const FcChar8 *)configuration, FcTrue))
		return false;
	for (size_t i = 0; i < typeset->face_count; i++) {
		char name[128];

		file_name(typeset->subsets.items[i].file, count, name);
		if (!FcConfigAppFontAddFile(typeset->config,
					    (const FcChar8 *)name))
			return false;
	}
	/* Before Pango starts, or it would load the system's. */
	return FcConfigSetCurrent(typeset->config);
}

/* Fontconfig must never be without a configuration, or it would load the
 * system's: an empty one takes the place. */
static void
config_close(FcConfig *config)
{
	FcConfig *empty;

	if (config == NULL)
		return;
	if (FcConfigGetCurrent() == config) {
		empty = FcConfigCreate();
		FcConfigSetCurrent(empty);
		FcConfigDestroy(empty);
	}
	FcConfigDestroy(config);
}

static void
context_open(struct typeset *typeset)
{
	cairo_font_options_t *options = cairo_font_options_create();

	typeset->map = pango_cairo_font_map_new_for_font_type(
	    CAIRO_FONT_TYPE_FT);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(typeset->map),
				     typeset->config);
	typeset->context = pango_font_map_create_context(typeset->map);
	pango_context_set_round_glyph_positions(typeset->context, FALSE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(typeset->context, options);
	cairo_font_options_destroy(options);
}

/* Fontconfig answers with its nearest face when it has not the one: look. */
static bool
font_is_of(PangoFont *font, const struct face *face)
{
	PangoFontDescription *found = pango_font_describe(font);
	const char *family = pango_font_description_get_family(found);
	bool is_bold = pango_font_description_get_weight(found) >=
		       PANGO_WEIGHT_SEMIBOLD;
	bool is_italic = pango_font_description_get_style(found) !=
			 PANGO_STYLE_NORMAL;
	bool is_same = family != NULL && strcmp(family, face->family) == 0 &&
		       is_bold == face->bold && is_italic == face->italic;

	pango_font_description_free(found);
	return is_same;
}

static PangoFont *
face_open(struct typeset *typeset, const struct face *face)
{
	PangoFontDescription *wanted = pango_font_description_new();
	PangoFont *font;

	pango_font_description_set_family(wanted, face->family);
	pango_font_description_set_weight(
	    wanted, face->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_font_description_set_style(
	    wanted, face->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
	pango_font_description_set_absolute_size(wanted,
						 LOAD_SIZE * PANGO_SCALE);
	font = pango_font_map_load_font(typeset->map, typeset->context, wanted);
	pango_font_description_free(wanted);
	return font;
}

double
units_to_em(int units)
{
	return pango_units_to_double(units) / LOAD_SIZE;
}

static unsigned long
loaded_glyph(const struct loaded *loaded, uint32_t character, double *width)
{
	hb_codepoint_t glyph = 0;

	hb_font_get_nominal_glyph(loaded->shaper, character, &glyph);
	*width = units_to_em(
	    hb_font_get_glyph_h_advance(loaded->shaper, glyph));
	return glyph;
}

static void
loaded_fill(struct loaded *loaded)
{
	loaded->shaper = pango_font_get_hb_font(loaded->pango);
	loaded->drawn = cairo_scaled_font_get_font_face(
	    pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(loaded->pango)));
	loaded->space = loaded_glyph(loaded, ' ', &loaded->space_width);
	loaded->hyphen = loaded_glyph(loaded, '-', &loaded->hyphen_width);
}

bool
faces_load(struct typeset *typeset, struct messages *messages)
{
	bool is_good = true;

	if (!config_open(typeset)) {
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "fontconfig does not take the fonts");
		return false;
	}
	context_open(typeset);
	typeset->loaded = arena_array(typeset->arena, typeset->face_count,
				      sizeof(*typeset->loaded));
	for (size_t i = 0; i < typeset->face_count; i++) {
		const struct face *face = &typeset->faces[i];
		PangoFont *font = face_open(typeset, face);

		typeset->loaded[i].pango = font;
		if (font == NULL || !font_is_of(font, face)) {
			message_add(messages, WEIGHT_FAILURE, (struct place){0},
				    "the font listed as %s%s%s is another one",
				    face->family, face->bold ? " Bold" : "",
				    face->italic ? " Italic" : "");
			is_good = false;
		} else {
			loaded_fill(&typeset->loaded[i]);
		}
	}
	return is_good;
}

void
faces_unload(struct typeset *typeset)
{
	for (size_t i = 0; i < typeset->font_count; i++)
		cairo_scaled_font_destroy(typeset->fonts[i]->scaled);
	for (size_t i = 0; typeset->loaded && i < typeset->face_count; i++)
		g_clear_object(&typeset->loaded[i].pango);
	g_clear_object(&typeset->context);
	/* Pango 1.50 does not let go of the configuration by itself. */
	if (typeset->map != NULL)
		pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(typeset->map),
					     NULL);
	g_clear_object(&typeset->map);
	config_close(typeset->config);
}
