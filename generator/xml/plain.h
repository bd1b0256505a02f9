/* A file of many elements of few kinds, heard at the parser's own speed for as
 * long as nothing about it needs a closer look. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_PLAIN_H
#define XML_PLAIN_H

#include "base/message.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum {
	XML_NAMES_MOST = 32 /* shapes, and attributes, of one grammar */
};

/* An element as the schema of the files has it. Attributes are without
 * constraint on their values; elements with words have no children. */
struct xml_shape {
	const char *name;
	uint32_t attributes; /* bit i: may have attributes[i] */
	uint32_t required;   /* bit i: must have it */
	uint32_t children;   /* bit i: shapes[i] may stand in it, repeatedly */
	bool has_words;	     /* text may stand in it */
	bool has_place;	     /* where it begins is told; that takes time */
};

struct xml_grammar {
	const struct xml_shape *shapes;
	size_t shape_count;
	uint32_t roots;		       /* bit i: shapes[i] may be the root */
	const char *const *attributes; /* "xml:lang" for that attribute */
	size_t attribute_count;
};

/* Part of a longer string. */
struct xml_value {
	const char *bytes; /* borrowed for the length of the call */
	size_t length;
};

/* A start tag, its names as indices into the grammar's tables. */
struct xml_start {
	struct place at; /* where it begins, if its shape has a place */
	size_t shape;
	uint32_t given; /* bit i: values[i] holds the value */
	struct xml_value values[XML_NAMES_MOST];
};

/* Called for each start tag in document order; false stops the reading. Of a
 * large file it is called in another thread, while the caller of
 * xml_plain_read waits. */
struct xml_listener {
	bool (*start)(void *context, const struct xml_start *);
	void *context;
};

/* A reader of any number of files, one after another. Three threads share a
 * file of `large` bytes and more: one reads, one parses, one listens. */
struct xml_plain;
struct xml_plain *xml_plain_open(const struct xml_grammar *, off_t large);
void xml_plain_close(struct xml_plain *);

/* Read a file in blocks of 64 KB. True if it was read to its end and is what
 * xml_read would find good with the schema of which the grammar is a part.
 * False without a message in any other case, rare but good ones among them: a
 * prefix before an element's name, a character reference, a CDATA section,
 * 16 KB without a tag. xml_read then knows what is to be said, and hears the
 * file from its beginning. */
bool xml_plain_read(struct xml_plain *, const char *path,
		    const struct xml_listener *);

/* Whether the value is so many bytes of this string. */
bool xml_value_is(struct xml_value, const char *string);

#endif
