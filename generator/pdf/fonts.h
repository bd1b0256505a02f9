/* The fonts of a PDF: which glyphs it shows, for which text. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_FONTS_H
#define PDF_FONTS_H

#include "base/process.h"
#include "typeset/typeset.h"

/* A glyph of a face. */
struct shown_glyph {
	uint32_t index;
	const char *text; /* that it stands for when nothing else is said; NULL:
			   * always something else is said */
	size_t length;
};

/* A face. Only those glyphs are in the file that it shows. */
struct pdf_font {
	struct shown_glyph *glyphs; /* in the order of first use */
	size_t glyph_count;
	uint32_t *places; /* of each glyph of the face in `glyphs`, and 1; 0:
			   * not there. NULL if the file shows none */
	size_t use_count; /* how often glyphs are shown */
	size_t number;	  /* in the order of first use: "F3" */
	struct font_program program; /* codes are those of `glyphs` */
	char *packed;		     /* the program, when it is cut */
	size_t packed_length;
	size_t code_size; /* [bytes] of a glyph in a string */
};

struct pdf_fonts {
	const struct typeset *typeset;
	struct pdf_font *items; /* one a face */
	size_t count;
	struct pdf_font **shown; /* those of `items`, in the order of use */
	size_t shown_count;
	struct arena *programs; /* the cut ones; the thread's */
	struct work cutting;
	sem_t are_planned;
	bool is_cut;
};

/* No face is shown. The handle may be NULL if nothing will be. */
struct pdf_fonts fonts_begin(struct arena *, const struct typeset *);

/* Count the run's glyphs among those that are shown. */
void fonts_note(struct arena *, struct pdf_fonts *, const struct glyph_run *);

/* Give the glyphs that were noted their codes and cut the faces down to them,
 * beside whatever follows; the fonts stay where they are. */
void fonts_cut_begin(struct pdf_fonts *);
/* Wait for the codes. Only once. */
void fonts_await_codes(struct pdf_fonts *);
/* Wait for the faces; false after a message. */
bool fonts_cut_end(struct messages *, struct pdf_fonts *);

void fonts_end(struct pdf_fonts *);

/* The code of a glyph that was noted. */
size_t font_code(const struct pdf_font *, uint32_t index);

/* The text of a cluster is what its only glyph stands for. */
bool fonts_say(const struct pdf_font *, const struct set_glyph *,
	       const cairo_text_cluster_t *, const char *text);

#endif
