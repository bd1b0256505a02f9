/* The charset of a font with PostScript outlines. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_CHARSET_H
#define TYPESET_CHARSET_H

#include <stddef.h>
#include <stdint.h>

/* Let the `count` glyphs of a table CFF (Adobe Technical Note 5176) be chosen
 * by their numbers and no more by those of the font that they were cut from: a
 * PDF asks by them (ISO 32000-1, 9.7.4.2). Bytes that are no such table stay.
 */
void charset_number(uint8_t *bytes, size_t length, size_t count);

#endif
