/* A paragraph on its way from runs to lines. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_PARAGRAPH_H
#define TYPESET_PARAGRAPH_H

#include "typeset/faces.h"
#include "typeset/fit.h"
#include "typeset/latin.h"

enum {
	PARAGRAPH_MOST = 1 << 20 /* [bytes] */
};

/* What a font shows as one: a character with its accents, a ligature. */
struct letter {
	size_t start;  /* [bytes] in the paragraph's text */
	size_t length; /* [bytes] */
	size_t sign;   /* its first character in the signs */
	bool is_blank; /* spaces, soft hyphens, line breaks */
	const struct font *font;
	struct glyph *glyphs;
	size_t glyph_count;
	double width;  /* [pt] of a full-width mark: of its body */
	double before; /* [pt] blank half of a full-width mark, */
	double after;  /* [pt] which is set as glue beside it */
};

/* A run's, found when one is first asked for. */
struct run_fonts {
	struct font *latin, *han;
};

struct glyph {
	unsigned long index; /* in the font */
	double x, y;	     /* [pt] from the letter's left end */
};

/* Letters up to a forced break or the paragraph's end. */
struct segment {
	size_t first, end; /* letters; a line break's own is the last */
	size_t piece;	   /* its first piece */
	size_t piece_count;
};

struct paragraph {
	struct arena *scratch; /* of all below, and freed with it */
	struct typeset *typeset;
	struct messages *messages;
	const struct setting *setting;
	struct characters missing; /* reported */
	char *text;		   /* the runs' joined */
	size_t length;		   /* [bytes] */
	struct sign *signs;
	size_t sign_count;
	struct run_fonts *fonts; /* a run's each */
	struct letter *letters;	 /* in the order of the text: a sign or more */
	size_t letter_count;
	struct piece *pieces;  /* the letters that have ink, glue between */
	size_t *piece_letters; /* a piece's letter */
	size_t piece_count;
	struct segment *segments;
	size_t segment_count;
};

/* The run, class, … of a letter. */
static inline const struct sign *
letter_sign(const struct paragraph *paragraph, const struct letter *letter)
{
	return &paragraph->signs[letter->sign];
}

static inline const struct run *
letter_run(const struct paragraph *paragraph, const struct letter *letter)
{
	return &paragraph->setting->runs[letter_sign(paragraph, letter)->run];
}

/* BCP 47: the language for shaping and for UAX 14. */
const char *setting_language(const struct setting *);

/* Join the runs and class their characters; false after a message: too long,
 * not UTF-8. */
bool paragraph_read(struct paragraph *);

/* Where UAX 14 sees breaks. */
void paragraph_find_breaks(struct paragraph *);

/* How the characters hold together. Where lines may break is not looked for in
 * what is one line. */
void paragraph_bind(struct paragraph *, bool is_line);

/* Letters and glyphs of all the text; missing glyphs are reported. */
void paragraph_shape(struct paragraph *);

/* Pieces and segments of all the letters. */
void paragraph_build(struct paragraph *);

/* Pieces first to last of a segment as a line; all letters between are given
 * to it, those ahead of the segment's first piece and behind its last too. A
 * `ratio` sets the glue. Memory of the arena. */
struct line paragraph_line(struct arena *, const struct paragraph *,
			   const struct segment *, size_t first, size_t last,
			   double ratio);

#endif
