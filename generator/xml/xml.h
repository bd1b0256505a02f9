/* XML read safely: pushed through a hardened parser, checked against its
 * schema in the same pass, every element with its place. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_H
#define XML_XML_H

#include "base/message.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct text;

/* The one namespace of all input; elements arrive by their local names. */
#define XML_NAMESPACE "urn:rapporteur:1"

/* A compiled W3C XML Schema, which must stand alone: nothing that it imports or
 * includes is loaded. NULL after messages. Attributes that it gives a default
 * value are not added to the elements. */
struct xml_schema;
struct xml_schema *xml_schema_open(struct messages *, const char *path);
void xml_schema_close(struct xml_schema *);

/* Attribute and text values are UTF-8, borrowed for the length of the call. */
struct xml_attribute {
	const char *name;  /* local name; "xml:lang" for that attribute */
	const char *value; /* closed by a NUL byte */
};

/* Called in document order. Any may be NULL. */
struct xml_handler {
	void (*start)(void *context, struct place, const char *name,
		      const struct xml_attribute *, size_t count);
	void (*end)(void *context, const char *name);
	void (*characters)(void *context, const char *bytes, size_t length);
	void *context;
};

/* Read a file through the handler. Every fault is reported with its place:
 * not well-formed, not valid, DOCTYPE, tag over 64 KB or 64 attributes, deeper
 * than 64, over `limit` bytes, not UTF-8, a character that hides or reorders
 * text. Returns false if there was any; the handler may have been called up to
 * a fatal one, and an element is handed on before the schema has judged it.
 * Where an element is out of place, the schema passes over its later siblings.
 * `schema` may be NULL for none. The place's file is `path`, which must outlive
 * what the handler keeps of it. */
bool xml_read(struct messages *, struct xml_schema *, const char *path,
	      size_t limit, const struct xml_handler *);

/* The value of an attribute in the list, or NULL. */
const char *xml_attribute_in(const struct xml_attribute *, size_t count,
			     const char *name);

/* Words from a file as a message may show them, in *scratch: at most so many
 * characters, the rest an ellipsis; line breaks as spaces, and characters that
 * hide or reorder text as question marks. */
const char *xml_excerpt(struct text *scratch, const char *words, size_t most);

/* --- a small file as a tree, for everything but reviews --- */

struct element {
	const char *name;
	struct place at;
	struct xml_attribute *attributes;
	size_t attribute_count;
	const char *text; /* own character data, joined; "" if none */
	struct element *parent;
	struct element *first; /* child */
	struct element *next;  /* sibling */
};

/* The root of the file, all of it the arena's; NULL after messages. */
struct element *xml_read_tree(struct arena *, struct messages *,
			      struct xml_schema *, const char *path);

const char *element_attribute(const struct element *, const char *name);

/* First child, or next sibling, of that name; NULL if there is none. */
struct element *element_child(const struct element *, const char *name);
struct element *element_next(const struct element *, const char *name);

/* The text with white space trimmed and runs of it folded to one space. */
const char *element_words(struct arena *, const struct element *);

/* Names in several languages: children <name xml:lang="en">words</name>. */
struct names {
	struct name {
		const char *language; /* "en", "zh" */
		const char *words;
	} * items;
	size_t count;
};
struct names element_names(struct arena *, const struct element *parent,
			   const char *child);

/* The words for a language, or NULL. */
const char *names_in(const struct names *, const char *language);

#endif
