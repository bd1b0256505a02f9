/* A template's bytes, their places, and what no template may hold. */
/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_SOURCE_H
#define DOCUMENT_SOURCE_H

#include "base/message.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum {
	SOURCE_MOST = 4 * 1024 * 1024, /* [bytes] */
	DEPTH_MOST = 16,	       /* blocks and inlines in one another */
	NAME_MOST = 64,		       /* [bytes] */
};

struct source {
	const char *path;
	const char *bytes; /* closed by a NUL byte */
	size_t length;
	size_t *lines; /* offsets of their first bytes */
	size_t line_count;
};

/* Take the bytes over after the checks that must pass before cmark may see
 * them: UTF-8, size, characters, nesting, length of a paragraph. False after
 * messages. */
bool source_open(struct arena *, struct messages *, struct source *,
		 const char *path, const char *bytes, size_t length);

struct place source_place(const struct source *, size_t offset);

/* The line's bytes without its end, by number from 0. */
struct slice {
	size_t start;
	size_t end;
};
struct slice source_line(const struct source *, size_t number);

/* True if the line opens a note, "[^name]: words"; *name is what stands between
 * the brackets, whatever it is, *words the rest of the line. */
bool note_opens(const struct source *, struct slice line, struct slice *name,
		struct slice *words);

/* What is wrong with a character in a text, or NULL: controls, line
 * separators, controls of writing direction, private use. */
const char *character_fault(uint32_t);

/* Letters, digits, dots and hyphens, a letter or digit first, `most` bytes. */
bool name_is_valid(const char *bytes, size_t length, size_t most);

#endif
