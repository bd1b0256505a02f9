/* Fonts from a pinned list, and one paragraph made into measured lines. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_TYPESET_H
#define TYPESET_TYPESET_H

#include "base/message.h"
#include "base/text.h"

#include <cairo.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;
struct _HyphenDict; /* libhyphen's */

/* Owns the fonts: close it after the pages that were set with it are written.
 */
struct typeset;

/* A face of the list by family, weight and slope. */
struct face {
	const char *family;
	bool bold;
	bool italic;
};

/* Load the faces from FOLDER/fonts.tsv; no other font can be reached. Of their
 * files no more is read than what is set. NULL after messages: list or font
 * missing, size not the listed one (setup.sh compares the checksum), face not
 * listed, no face at all. */
struct typeset *typeset_open(struct arena *, struct messages *,
			     const char *folder, const struct face *faces,
			     size_t count);
void typeset_close(struct typeset *);

/* The .dic file by which words are hyphenated, and what patterns_read made of
 * it, which becomes the handle's own. If that is NULL, the first word that asks
 * has the file read, with a message if that cannot be: words are whole then. */
void typeset_use_patterns(struct typeset *, const char *path,
			  struct _HyphenDict *);

/* Read a file of patterns, in any thread; NULL if that cannot be done. What no
 * handle took is to be given back. */
struct _HyphenDict *patterns_read(const char *path);
void patterns_free(struct _HyphenDict *);

/* How letters look. Han characters take `han`, all others `latin`; in Han
 * setting (`is_han`) the marks that Chinese shares with Latin take `han` too,
 * as does a sign that only it has. An italic Han face is the upright one. */
struct type {
	const char *latin; /* family */
	const char *han;   /* family */
	bool bold;
	bool italic;
	double size; /* [pt] */
	double rise; /* [pt] above the baseline: note marks */
};

/* The library that draws letters, and the type's upright faces, a line
 * each with file, number in it and bytes: where the lines are equal, so are the
 * pixels of letters. */
void typeset_print_faces(const struct typeset *, const struct type *,
			 struct text *);

/* A stretch of text in one type. */
struct run {
	const char
	    *text; /* UTF-8, borrowed; no line breaks but '\n' = forced */
	struct type type;
	const void *owner; /* the caller's: comes back on each glyph run */
	struct place at;   /* for messages */
	bool is_tight;	   /* no line may break inside */
};

enum alignment {
	ALIGN_JUSTIFY, /* total-fit; the last line flush left */
	ALIGN_LEFT,
	ALIGN_CENTER,
	ALIGN_RIGHT
};

struct setting {
	const struct run *runs;
	size_t count;
	double width;  /* [pt] of the measure, all lines */
	double indent; /* [pt] of the first line; may be negative to hang */
	enum alignment alignment;
	bool is_han;	    /* Chinese rules of marks, spaces and breaks */
	bool is_hyphenated; /* Latin words of five letters and more may break */
	const char *language; /* BCP 47, for shaping */
	const char *units;    /* UTF-8: characters that a number is not parted
			       * from where that costs little; NULL: none */
};

struct font; /* a scaled font */

/* A glyph in its place: of the face, and at x from the line's left end, y from
 * the baseline [pt]. Long reports hold millions. */
struct set_glyph {
	uint32_t index;
	float x, y;
};

/* Glyphs of one font and one owner, left to right. */
struct glyph_run {
	const struct font *font;
	const void *owner;
	const char *text; /* the source's bytes that these glyphs show; a hyphen
			   * added at a line's end is U+00AD, a space eaten by
			   * the break is kept so that the text extracts whole,
			   * a forced break reads as a space */
	size_t length;	  /* [bytes] */
	struct set_glyph *glyphs;
	size_t glyph_count;
	cairo_text_cluster_t *clusters;
	size_t cluster_count;
	double x;     /* [pt] from the line's left end */
	double width; /* [pt] */
};

struct line {
	struct glyph_run *runs;
	size_t count;
	double x;     /* [pt] left end, from the measure's: indent, centring */
	double width; /* [pt] as set */
	double ratio; /* adjustment ratio; 0 for a last or ragged line. From 20
		       * on a line is left short rather than torn apart */
	bool is_hyphenated;
};

struct lines {
	struct line *items;
	size_t count;
};

/* Set a paragraph. A missing glyph, or a word that is wider than the measure
 * with no place to break it, is reported at its run's place; the lines are
 * returned all the same. No lines for an empty text, nor, after a message, for
 * one that is not UTF-8 or over 1 MB. All the arena's, fonts are the handle's.
 */
struct lines typeset_paragraph(struct arena *, struct messages *,
			       struct typeset *, const struct setting *);

/* The same in two steps, for who tries several widths: the first reads and
 * shapes, the second breaks. NULL where there are no lines. All the arena's;
 * the setting, but for its width, and the messages must stay. */
struct paragraph;
struct paragraph *typeset_shape(struct arena *, struct messages *,
				struct typeset *, const struct setting *);
struct lines paragraph_break(struct arena *, const struct paragraph *,
			     double width);

/* How far a paragraph is parted to make it narrow. */
enum parting {
	PARTING_NEVER,	/* each segment is one line */
	PARTING_WORDS,	/* where it costs little: between words, Han letters */
	PARTING_DASHES, /* behind the author's hyphens too, before numbers */
	PARTING_ONCE,	/* and in words that may be hyphenated, once in each */
	PARTING_ALWAYS	/* wherever a line may break */
};

/* [pt] of the narrowest measure that no line then sticks out of, if the lines
 * are ragged and not indented. Never more than with the parting before. */
double paragraph_narrowest(const struct paragraph *, enum parting);

/* One line, ragged, as wide as it is: for labels and furniture. Same text and
 * type give the same line, cached. */
const struct line *typeset_line(struct typeset *, struct messages *,
				const char *text, const struct type *,
				bool is_han, const char *language);

/* [pt] of the widest part of the text with no sure place to break inside: a
 * word, a Han character with the marks that stay with it. */
double typeset_widest(struct arena *, struct messages *, struct typeset *,
		      const char *text, const struct type *, bool is_han,
		      const char *language);

/* [pt] above and below the baseline for the type's size, of its Latin face. */
double typeset_ascent(struct typeset *, const struct type *);
double typeset_descent(struct typeset *, const struct type *);

/* Draw one glyph run with its text, the line's left end at x, baseline y. The
 * colour is cairo's current source. An error if FreeType cannot read the font.
 */
cairo_status_t glyph_run_draw(cairo_t *, const struct glyph_run *, double x,
			      double y);

/* --- glyphs in a PDF --- */

/* Which of the handle's faces a run is of, and how large [pt]. */
size_t glyph_run_face(const struct typeset *, const struct glyph_run *);
double glyph_run_size(const struct glyph_run *);

size_t typeset_face_count(const struct typeset *);
size_t typeset_glyph_count(const struct typeset *, size_t face);

/* Some glyphs of a face. Its measures are in thousandths of the em. */
struct font_program {
	const char *name; /* PostScript's */
	size_t count;	  /* glyphs; 0 is what shows a missing one */
	size_t *codes;	  /* of each that was wanted */
	double *widths;	  /* of each glyph of the program, with one decimal */
	double box[4];
	double ascent, descent, capital;
	double slant;		       /* [degrees] anticlockwise */
	struct hb_face_t *face;	       /* the handle's, whole */
	struct hb_subset_plan_t *plan; /* NULL if HarfBuzz has none */
	bool is_postscript; /* a table CFF; otherwise a TrueType file */
	char *bytes;	    /* NULL until cut */
	size_t length;
};

/* Find the codes of the glyphs that are wanted of a face, and all else but the
 * bytes; the arena's. */
void typeset_plan(struct arena *, const struct typeset *, size_t face,
		  const uint32_t *wanted, size_t count, struct font_program *);

/* Cut the face down as planned; the bytes are the arena's. It may be done in a
 * thread, with an arena of its own, while the handle is used. False if HarfBuzz
 * cannot. */
bool font_program_cut(struct arena *, struct font_program *);

#endif
