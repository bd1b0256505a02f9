/* Pull a file through libxml2's SAX2 parser and hold its elements against a
 * grammar of bits; give up, and say nothing, where that is not enough. */
/* SPDX-License-Identifier: MIT */
#include "xml/plain.h"

#include "base/arena.h"
#include "xml/block.h"
#include "xml/scan.h"
#include "xml/schema.h"
#include "xml/xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

enum {
	SLOTS = 64, /* of a cache of names; a power of two */
	UNKNOWN = -1
};

/* The library keeps each name once: its address stands for it. */
struct name_cache {
	const xmlChar *names[SLOTS];
	int8_t numbers[SLOTS];
};

struct xml_plain {
	const struct xml_grammar *grammar;
	const struct xml_listener *listener;
	xmlParserCtxtPtr parser;
	struct block block;
	struct name_cache shapes;
	struct name_cache attributes;
	const xmlChar *space;	 /* of the last element, if it was ours */
	int language;		 /* the attribute xml:lang, or UNKNOWN */
	size_t open[DEPTH_MOST]; /* shapes */
	size_t depth;
	struct xml_start start;
	const char *path;
	off_t line_start; /* [bytes] of the last place that was asked for */
	bool is_doubtful;
};

static void
plain_doubt(struct xml_plain *plain)
{
	plain->is_doubtful = true;
	xmlStopParser(plain->parser);
}

static size_t
slot_of(const xmlChar *name)
{
	return ((uintptr_t)name >> 3 ^ (uintptr_t)name >> 9) % SLOTS;
}

static int
shape_find(struct xml_plain *plain, const xmlChar *name)
{
	struct name_cache *cache = &plain->shapes;
	size_t slot = slot_of(name);

	if (cache->names[slot] == name)
		return cache->numbers[slot];
	for (size_t i = 0; i < plain->grammar->shape_count; i++)
		if (strcmp(plain->grammar->shapes[i].name,
			   (const char *)name) == 0) {
			cache->names[slot] = name;
			cache->numbers[slot] = (int8_t)i;
			return (int)i;
		}
	return UNKNOWN;
}

static int
attribute_find(struct xml_plain *plain, const xmlChar *name,
	       const xmlChar *prefix)
{
	struct name_cache *cache = &plain->attributes;
	size_t slot = slot_of(name);

	if (prefix != NULL)
		return strcmp((const char *)prefix, "xml") == 0 &&
			       strcmp((const char *)name, "lang") == 0
			   ? plain->language
			   : UNKNOWN;
	if (cache->names[slot] == name)
		return cache->numbers[slot];
	for (size_t i = 0; i < plain->grammar->attribute_count; i++)
		if (strcmp(plain->grammar->attributes[i], (const char *)name) ==
		    0) {
			cache->names[slot] = name;
			cache->numbers[slot] = (int8_t)i;
			return (int)i;
		}
	return UNKNOWN;
}

/* Each attribute is five pointers: to its local name, prefix, namespace, and to
 * the value and its end. */
static bool
attributes_take(struct xml_plain *plain, const xmlChar **given, size_t count)
{
	struct xml_start *start = &plain->start;

	start->given = 0;
	if (count > ATTRIBUTES_MOST)
		return false;
	for (size_t i = 0; i < count; i++, given += 5) {
		int found = attribute_find(plain, given[0], given[1]);

		if (found == UNKNOWN)
			return false;
		start->given |= UINT32_C(1) << found;
		start->values[found] = (struct xml_value){
		    (const char *)given[3], (size_t)(given[4] - given[3])};
	}
	return true;
}

static bool
space_is_ours(struct xml_plain *plain, const xmlChar *space)
{
	if (space == plain->space)
		return space != NULL;
	if (space == NULL || strcmp((const char *)space, XML_NAMESPACE) != 0)
		return false;
	plain->space = space;
	return true;
}

/* What the schema would ask of the element, where it stands. */
static bool
start_is_valid(const struct xml_plain *plain)
{
	const struct xml_grammar *grammar = plain->grammar;
	const struct xml_shape *shape = &grammar->shapes[plain->start.shape];
	uint32_t allowed = grammar->roots;

	if (plain->depth > 0)
		allowed =
		    grammar->shapes[plain->open[plain->depth - 1]].children;
	return (allowed >> plain->start.shape & 1) != 0 &&
	       (plain->start.given & ~shape->attributes) == 0 &&
	       (shape->required & ~plain->start.given) == 0;
}

static void
plain_start(void *context, const xmlChar *name, const xmlChar *prefix,
	    const xmlChar *space, int space_count, const xmlChar **spaces,
	    int count, int defaulted, const xmlChar **given)
{
	struct xml_plain *plain = context;
	int shape = shape_find(plain, name);

	(void)space_count, (void)spaces, (void)defaulted;
	if (plain->is_doubtful)
		return;
	plain->start.shape = (size_t)shape;
	if (shape == UNKNOWN || prefix != NULL ||
	    !space_is_ours(plain, space) || plain->depth == DEPTH_MOST ||
	    !attributes_take(plain, given, (size_t)count) ||
	    !start_is_valid(plain)) {
		plain_doubt(plain);
		return;
	}
	plain->open[plain->depth++] = plain->start.shape;
	if (!plain->listener->start(plain->listener->context, &plain->start))
		plain_doubt(plain);
}

static void
plain_end(void *context, const xmlChar *name, const xmlChar *prefix,
	  const xmlChar *space)
{
	struct xml_plain *plain = context;

	(void)name, (void)prefix, (void)space;
	if (plain->depth > 0)
		plain->depth--;
}

static void
plain_characters(void *context, const xmlChar *bytes, int length)
{
	struct xml_plain *plain = context;

	if (plain->is_doubtful || plain->depth == 0 ||
	    plain->grammar->shapes[plain->open[plain->depth - 1]].has_words)
		return;
	for (int i = 0; i < length; i++)
		if (bytes[i] != ' ' && bytes[i] != '\n' && bytes[i] != '\t' &&
		    bytes[i] != '\r') {
			plain_doubt(plain);
			return;
		}
}

static void
plain_section(void *context, const xmlChar *bytes, int length)
{
	(void)bytes, (void)length;
	plain_doubt(context);
}

static void
plain_doctype(void *context, const xmlChar *name, const xmlChar *external,
	      const xmlChar *system)
{
	(void)name, (void)external, (void)system;
	plain_doubt(context);
}

static void
plain_fault(void *context, xmlErrorPtr error)
{
	(void)error;
	plain_doubt(context);
}

static int
plain_pull(void *context, char *bytes, int size)
{
	struct xml_plain *plain = context;

	return block_pull(&plain->block, bytes, (size_t)size);
}

struct xml_plain *
xml_plain_open(const struct xml_grammar *grammar)
{
	static const xmlSAXHandler callbacks = {
	    .initialized = XML_SAX2_MAGIC,
	    .startElementNs = plain_start,
	    .endElementNs = plain_end,
	    .characters = plain_characters,
	    .ignorableWhitespace = plain_characters,
	    .cdataBlock = plain_section,
	    .internalSubset = plain_doctype,
	    .serror = plain_fault,
	};
	struct xml_plain *plain = calloc(1, sizeof(*plain));

	library_harden();
	if (plain == NULL || (plain->parser = xmlNewParserCtxt()) == NULL)
		memory_exhausted();
	*plain->parser->sax = callbacks;
	plain->parser->userData = plain;
	plain->grammar = grammar;
	plain->language = UNKNOWN;
	for (size_t i = 0; i < grammar->attribute_count; i++)
		if (strcmp(grammar->attributes[i], "xml:lang") == 0)
			plain->language = (int)i;
	return plain;
}

void
xml_plain_close(struct xml_plain *plain)
{
	xmlFreeParserCtxt(plain->parser);
	free(plain);
}

bool
xml_plain_read(struct xml_plain *plain, const char *path,
	       const struct xml_listener *listener)
{
	if (!block_open(&plain->block, path))
		return false;
	plain->listener = listener;
	plain->path = path;
	plain->depth = 0;
	plain->is_doubtful = false;
	plain->line_start = 0;
	xmlCtxtReadIO(plain->parser, plain_pull, NULL, plain, path, NULL,
		      XML_PARSE_NONET);
	block_close(&plain->block);
	return plain->parser->wellFormed && plain->parser->nsWellFormed &&
	       !plain->is_doubtful && plain->block.is_plain;
}

/* The library keeps a little of what it has read; the tag is in it. */
struct place
xml_plain_place(struct xml_plain *plain)
{
	const xmlParserInput *input = plain->parser->input;
	const char *base = (const char *)input->base;
	const char *end = (const char *)input->cur;
	const char *tag = memrchr(base, '<', (size_t)(end - base));
	off_t offset = xmlByteConsumed(plain->parser) - (end - tag);
	const char *newline = memrchr(base, '\n', (size_t)(tag - base));
	struct place at;

	if (newline != NULL)
		plain->line_start = offset - (tag - newline) + 1;
	else
		plain->line_start = block_line_start(
		    &plain->block, offset - (tag - base), plain->line_start);
	at = (struct place){plain->path, input->line,
			    (int)(offset - plain->line_start) + 1};
	for (; tag < end; tag++)
		at.line -= *tag == '\n';
	return at;
}

bool
xml_value_is(struct xml_value value, const char *string)
{
	return strncmp(string, value.bytes, value.length) == 0 &&
	       string[value.length] == '\0';
}
