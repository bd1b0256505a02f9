/* Loaded faces and the fonts made of them at a size: the handle itself. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_FACES_H
#define TYPESET_FACES_H

#include "typeset/fonts.h"
#include "typeset/latin.h"

#include <glib.h>
#include <hb.h>

/* A mark's body alone, without its blank half. */
struct half {
	uint32_t character;
	double width;  /* [em] */
	double offset; /* [em] of the ink; less than 0 when the blank is ahead
			*/
};

/* A face as HarfBuzz reads it, at one size: nothing is hinted or rounded, so
 * that what it shapes holds for every size. */
struct loaded {
	const struct font_file *file;
	hb_face_t *whole; /* owned, as are all below */
	hb_font_t *shaper;
	hb_face_t *outlines;	  /* NULL until a PDF asks for them */
	cairo_font_face_t *drawn; /* NULL until Cairo draws it */
	unsigned long space;	  /* glyph */
	unsigned long hyphen;	  /* glyph */
	double space_width;	  /* [em] */
	double hyphen_width;	  /* [em] */
	struct half *halves;	  /* as they were asked for */
	size_t half_count;
};

struct font {
	struct loaded *loaded;
	double size;	     /* [pt] */
	double space_width;  /* [pt] */
	double hyphen_width; /* [pt] */
};

struct typeset {
	struct arena *arena; /* of all below that is no library's */
	struct font_list list;
	struct loaded *loaded;
	size_t face_count;
	struct font **fonts;
	size_t font_count;
	struct face *missing; /* reported once */
	size_t missing_count;
	const char *patterns; /* the file of hyphenation; NULL: none, or read */
	struct hyphens hyphens;
	GHashTable *lines; /* of typeset_line */
};

/* Find the faces in the list and open them; false after messages. */
bool faces_load(struct typeset *, struct messages *, const struct face *,
		size_t count);
void faces_unload(struct typeset *);

enum {
	UNITS_OF_EM = 100 * 1024 /* finer than any font's own */
};

/* HarfBuzz's units of a loaded face to parts of its em. */
static inline double
units_to_em(int units)
{
	return (double)units / UNITS_OF_EM;
}

/* … to the font's points. */
static inline double
font_points(const struct font *font, int units)
{
	return units_to_em(units) * font->size;
}

/* --- line.c --- */

GHashTable *lines_new(void);

/* --- font.c --- */

/* The font of a family at a size. An italic that a Han family lacks is the
 * upright. If no such face was loaded, a message at the place, once, and the
 * first face instead. `messages` may be NULL. */
struct font *font_find(struct typeset *, struct messages *, struct place,
		       const char *family, bool bold, bool italic, bool is_han,
		       double size);

bool font_has(const struct font *, uint32_t character);

/* The mark as feature `halt` of OpenType sets it. */
const struct half *font_half(struct typeset *, const struct font *,
			     uint32_t character);

#endif
