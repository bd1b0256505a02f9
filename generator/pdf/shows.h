/* Text that is shown, in fewer bytes. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_SHOWS_H
#define PDF_SHOWS_H

#include <stddef.h>

struct text;

/* Copy a content stream to *out. Where an array of TJ moves each glyph of a
 * composite font by the same as most others, that becomes character spacing
 * (ISO 32000-1, 9.3.2) and the glyphs one string; no glyph moves by more than
 * SHOW_TOLERANCE. `fonts` are the names of the fonts with codes of two bytes,
 * with their slashes. Bytes that are no content stream are copied. */
void shows_shorten(struct text *out, const char *bytes, size_t length,
		   const char *const *fonts, size_t font_count);

/* [1/1000 of the type's size] 0.03 pt in the text: half a pixel at 1200 dpi. */
#define SHOW_TOLERANCE 2.5

#endif
