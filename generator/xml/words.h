/* Text between tags, and the declaration before them, that need no closer look.
 */
/* SPDX-License-Identifier: MIT */
#ifndef XML_WORDS_H
#define XML_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* White space (production 3). */
static inline bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* To the first byte that is none, at the latest to the string's end. */
static inline const char *
blanks_skip(const char *at)
{
	while (is_blank(*at))
		at++;
	return at;
}

/* True if the bytes up to a '<' are character data (production 14) in which no
 * entity is referred to but the five that need no declaration (4.6). */
bool words_are_plain(const char *from, const char *to);

/* [bytes] of the XML declaration (production 23) that the string begins with,
 * if it is one of those that programs write; else 0. */
size_t declaration_length(const char *bytes);

#endif
