/* The words of a block in a row, each byte with its place in the template. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_FLOW_H
#define REPORT_FLOW_H

#include "base/text.h"
#include "document/document.h"
#include "language/sight.h"

/* A template's bytes, for places inside its texts. */
struct template_source {
	const char *path;
	const char *bytes;
	size_t length;
};

/* Bytes of the flow that come from one node. */
struct stretch {
	size_t from; /* [bytes] in the flow */
	const struct node *node;
	bool is_bound; /* a value, a reference, a claim's words, a literal */
	size_t before; /* [bytes] of the template's text that stand in the
			  stretches of the same place before this one */
};

struct flow {
	const struct node *block;
	struct text text; /* owned: flow_free */
	struct stretch *stretches;
	size_t count;
	struct sighting *sightings; /* numbers, if they were looked for */
	size_t sighting_count;
};

/* The inlines of a block that has any; notes' calls are left out. */
struct flow flow_make(struct arena *, const struct node *block);
/* Find the numbers in it, once for all that look at them. */
void flow_sight(struct arena *, const struct language *, struct flow *);
void flow_free(struct flow *);

/* True if a block holds inlines: a heading, a paragraph, a caption. */
bool block_has_words(const struct node *);

/* True if the byte is of words that the author wrote: of no value and no
 * reference. */
bool flow_is_written(const struct flow *, size_t at);

/* True if no byte of the range is the author's own: all stand in values,
 * references, claims or literals. */
bool flow_is_bound(const struct flow *, size_t from, size_t length);

/* [bytes] of the text's first sentence, its space included: up to a full stop
 * before a capital letter, marks around the space included, or to a full stop
 * of Han setting. */
size_t sentence_length(const char *text);

/* [bytes] of a full stop with the marks that close behind it and a space; 0 if
 * the text begins with none. */
size_t stop_length(const char *text);

/* [bytes] of the quotation marks and brackets that open the text. */
size_t opening_length(const char *text);

/* Where the byte stands in the template. The source may be NULL, or of another
 * file: then only the place of its node is known. */
struct place flow_place(const struct flow *, const struct template_source *,
			size_t at);

#endif
