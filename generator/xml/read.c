/* Push a file through libxml2's SAX2 parser and, in the same pass, through its
 * schema; hand on elements with their places. */
/* SPDX-License-Identifier: MIT */
#include "xml/xml.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "xml/scan.h"
#include "xml/schema.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

struct reader {
	const struct xml_handler *handler;
	struct messages *messages;
	struct scan scan;
	xmlParserCtxtPtr parser;
	bool has_schema;
	struct place places[DEPTH_MOST]; /* of the open elements */
	size_t depth;
	struct place subject; /* the element that the schema speaks of */
	struct text values;   /* of the attributes at hand */
	struct text words;    /* of a message */
	bool is_good;
	bool is_stopped;
};

static void
reader_fault(struct reader *reader, struct place at, const char *words)
{
	reader->is_good = false;
	message_error(reader->messages, at, "%s", words);
}

/* The parser is fed no more; what is left of the tag calls back in vain. It is
 * not stopped itself, for it would free the tag that the schema is to see. */
static void
reader_stop(struct reader *reader)
{
	reader->is_stopped = true;
}

/* Copy the values, which libxml2 gives without an end, and name the attributes:
 * each is five pointers, to its local name, prefix, namespace, and to the value
 * and its end. Returns how many are handed on. */
static size_t
attributes_take(struct reader *reader, struct xml_attribute *taken,
		const xmlChar **given, size_t count)
{
	size_t offsets[ATTRIBUTES_MOST], kept = 0;

	reader->values.length = 0;
	for (size_t i = 0; i < count && i < ATTRIBUTES_MOST; i++, given += 5) {
		const char *name = (const char *)given[0];

		if (given[1] != NULL &&
		    strcmp((const char *)given[1], "xml") == 0 &&
		    strcmp(name, "lang") == 0) {
			name = "xml:lang";
		} else if (given[1] != NULL) {
			reader_fault(reader, reader->subject,
				     "of attributes with a prefix only "
				     "xml:lang is allowed");
			continue;
		}
		taken[kept].name = name;
		offsets[kept++] = reader->values.length;
		text_add_bytes(&reader->values, (const char *)given[3],
			       (size_t)(given[4] - given[3]));
		text_add_bytes(&reader->values, "", 1);
	}
	for (size_t i = 0; i < kept; i++)
		taken[i].value = reader->values.bytes + offsets[i];
	return kept;
}

/* The namespace must be ours. A file that forgets it would fail at every
 * element, so the root alone decides; further down, a schema complains. */
static bool
namespace_check(struct reader *reader, const char *name, const xmlChar *space)
{
	struct text words = {0};

	if (space != NULL && strcmp((const char *)space, XML_NAMESPACE) == 0)
		return true;
	if (reader->depth == 0 || !reader->has_schema) {
		text_print(
		    &words, "element \"%s\" is not in the namespace \"%s\"",
		    xml_excerpt(&reader->words, name, 60), XML_NAMESPACE);
		reader_fault(reader, reader->scan.tag, text_string(&words));
		text_free(&words);
	}
	return reader->depth > 0;
}

static void
reader_start(void *context, const xmlChar *name, const xmlChar *prefix,
	     const xmlChar *space, int space_count, const xmlChar **spaces,
	     int count, int defaulted, const xmlChar **given)
{
	struct xml_attribute attributes[ATTRIBUTES_MOST];
	struct reader *reader = context;
	size_t kept;

	(void)prefix, (void)space_count, (void)spaces, (void)defaulted;
	if (reader->is_stopped)
		return;
	if (!namespace_check(reader, (const char *)name, space)) {
		reader_stop(reader);
		return;
	}
	reader->subject = reader->scan.tag;
	if (reader->depth == DEPTH_MOST) {
		reader_fault(reader, reader->subject,
			     "elements are nested deeper than 64");
		reader_stop(reader);
		return;
	}
	reader->places[reader->depth++] = reader->subject;
	kept = attributes_take(reader, attributes, given, (size_t)count);
	if (reader->handler->start != NULL)
		reader->handler->start(reader->handler->context,
				       reader->subject, (const char *)name,
				       attributes, kept);
}

static void
reader_end(void *context, const xmlChar *name, const xmlChar *prefix,
	   const xmlChar *space)
{
	struct reader *reader = context;

	(void)prefix, (void)space;
	if (reader->is_stopped || reader->depth == 0)
		return;
	reader->subject = reader->places[--reader->depth];
	if (reader->handler->end != NULL)
		reader->handler->end(reader->handler->context,
				     (const char *)name);
}

static void
reader_characters(void *context, const xmlChar *bytes, int length)
{
	struct reader *reader = context;

	if (reader->is_stopped || reader->depth == 0)
		return;
	reader->subject = reader->places[reader->depth - 1];
	if (reader->handler->characters != NULL)
		reader->handler->characters(reader->handler->context,
					    (const char *)bytes,
					    (size_t)length);
}

/* The scan refuses a DOCTYPE before the parser can see it; this is the second
 * lock on the same door. */
static void
reader_doctype(void *context, const xmlChar *name, const xmlChar *external,
	       const xmlChar *system)
{
	struct reader *reader = context;

	(void)name, (void)external, (void)system;
	reader_fault(reader, reader->scan.tag, "DOCTYPE is not allowed");
	reader_stop(reader);
}

/* Faults of form. The first that is fatal is the last that means anything. A
 * fault of names is of the tag at hand. */
static void
reader_malformed(void *context, xmlErrorPtr error)
{
	/* The schema's plug takes the place of the user's data. */
	xmlParserCtxtPtr parser = error->ctxt;
	struct reader *reader = parser == NULL ? NULL : parser->_private;
	bool is_fatal = error->level == XML_ERR_FATAL;
	struct place at;
	long offset;

	(void)context;
	if (reader == NULL || reader->is_stopped)
		return;
	at = reader->scan.tag;
	offset = is_fatal ? xmlByteConsumed(parser) : -1;
	if (offset >= 0)
		at = scan_place(&reader->scan, (size_t)offset);
	reader_fault(reader, at, library_words(&reader->words, error->message));
	if (is_fatal)
		reader_stop(reader);
}

static void
reader_invalid(void *context, xmlErrorPtr error)
{
	struct reader *reader = context;

	if (!reader->is_stopped)
		reader_fault(reader, reader->subject,
			     library_words(&reader->words, error->message));
}

static xmlParserCtxtPtr
parser_new(struct reader *reader)
{
	xmlSAXHandler callbacks = {
	    .initialized = XML_SAX2_MAGIC,
	    .startElementNs = reader_start,
	    .endElementNs = reader_end,
	    .characters = reader_characters,
	    .ignorableWhitespace = reader_characters,
	    .cdataBlock = reader_characters,
	    .internalSubset = reader_doctype,
	    .serror = reader_malformed,
	};
	xmlParserCtxtPtr parser;

	parser = xmlCreatePushParserCtxt(&callbacks, reader, NULL, 0,
					 reader->scan.path);
	if (parser == NULL)
		memory_exhausted();
	xmlCtxtUseOptions(parser, XML_PARSE_NONET);
	parser->_private = reader;
	return parser;
}

/* Tag by tag, so that the scan's place is the place of what the parser calls
 * back for. With fewer bytes than FIRST_LEAST the parser waits for more, and
 * would speak of the first tag when the scan stands at the second. */
static void
parser_feed(struct reader *reader)
{
	struct scan *scan = &reader->scan;
	enum scan_result result;
	size_t fed = 0;

	do {
		size_t end;

		result = scan_next(scan);
		end = scan->offset < FIRST_LEAST ? FIRST_LEAST : scan->offset;
		if (result == SCAN_REFUSED) {
			reader->is_good = false;
			reader_stop(reader);
		} else if (end > fed) {
			xmlParseChunk(reader->parser, scan->bytes + fed,
				      (int)(end - fed), 0);
			fed = end;
		}
	} while (result == SCAN_TAG && !reader->is_stopped);
	if (!reader->is_stopped)
		xmlParseChunk(reader->parser, NULL, 0, 1);
	reader->is_good = reader->is_good && scan->is_good;
}

static void
reader_run(struct reader *reader, struct xml_schema *schema)
{
	xmlSchemaValidCtxtPtr validator = NULL;
	xmlSchemaSAXPlugPtr plug = NULL;

	library_harden();
	reader->parser = parser_new(reader);
	if (schema != NULL) {
		validator = xmlSchemaNewValidCtxt(schema->compiled);
		if (validator == NULL)
			memory_exhausted();
		xmlSchemaSetValidStructuredErrors(validator, reader_invalid,
						  reader);
		plug = xmlSchemaSAXPlug(validator, &reader->parser->sax,
					&reader->parser->userData);
		if (plug == NULL)
			memory_exhausted();
		/* The plug forgets this one. */
		reader->parser->sax->serror = reader_malformed;
	}
	parser_feed(reader);
	if (reader->is_good &&
	    (!reader->parser->wellFormed ||
	     (validator != NULL && xmlSchemaIsValid(validator) != 1)))
		reader_fault(reader, (struct place){reader->scan.path, 0, 0},
			     "cannot be read as XML");
	if (plug != NULL)
		xmlSchemaSAXUnplug(plug);
	xmlSchemaFreeValidCtxt(validator);
	xmlFreeParserCtxt(reader->parser);
}

bool
xml_read(struct messages *messages, struct xml_schema *schema, const char *path,
	 size_t limit, const struct xml_handler *handler)
{
	struct reader reader = {
	    .handler = handler,
	    .messages = messages,
	    .has_schema = schema != NULL,
	    .is_good = true,
	};
	struct arena *arena = arena_new();
	size_t length;
	char *bytes = file_read(arena, messages, path,
				limit < INT_MAX ? limit : INT_MAX, &length);
	bool good = bytes != NULL &&
		    scan_begin(&reader.scan, messages, path, bytes, length);

	if (good) {
		reader_run(&reader, schema);
		good = reader.is_good;
	}
	text_free(&reader.values);
	text_free(&reader.words);
	arena_free(arena);
	return good;
}

const char *
xml_attribute_in(const struct xml_attribute *attributes, size_t count,
		 const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(attributes[i].name, name) == 0)
			return attributes[i].value;
	return NULL;
}
