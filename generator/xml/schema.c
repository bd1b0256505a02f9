/* Compile a W3C XML Schema that stands alone; keep libxml2 from loading and
 * printing anything behind the program's back. */
/* SPDX-License-Identifier: MIT */
#include "xml/schema.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "xml/scan.h"
#include "xml/xml.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

enum {
	SCHEMA_MOST = 1024 * 1024, /* [bytes] */
	WORDS_MOST = 600	   /* characters of a message */
};

static xmlParserInputPtr
load_nothing(const char *url, const char *id, xmlParserCtxtPtr parser)
{
	(void)url, (void)id, (void)parser;
	return NULL;
}

__attribute__((format(printf, 2, 3))) static void
print_nothing(void *context, const char *format, ...)
{
	(void)context, (void)format;
}

void
library_harden(void)
{
	xmlInitParser();
	xmlSetExternalEntityLoader(load_nothing);
	xmlSetGenericErrorFunc(NULL, print_nothing);
}

/* What libxml2 writes for a name in a namespace, and what a reader knows. */
static const struct {
	const char *from;
	const char *to;
} notations[] = {
    {"{" XML_NAMESPACE "}", ""},
    {"{http://www.w3.org/XML/1998/namespace}", "xml:"},
};

const char *
library_words(struct text *words, const char *message)
{
	struct text plain = {0};

	for (const char *at = message; *at != '\0';) {
		size_t i = 0;

		while (i < COUNT(notations) &&
		       strncmp(at, notations[i].from,
			       strlen(notations[i].from)) != 0)
			i++;
		if (i == COUNT(notations)) {
			text_add_bytes(&plain, at++, 1);
			continue;
		}
		text_add(&plain, notations[i].to);
		at += strlen(notations[i].from);
	}
	while (plain.length > 0 && plain.bytes[plain.length - 1] == '\n')
		plain.bytes[--plain.length] = '\0';
	xml_excerpt(words, text_string(&plain), WORDS_MOST);
	text_free(&plain);
	return text_string(words);
}

const char *
xml_excerpt(struct text *scratch, const char *words, size_t most)
{
	size_t valid = strlen(words), fault, count = 0;
	const char *at = words;

	scratch->length = 0;
	text_add(scratch, "");
	if (!utf8_is_valid(words, valid, &fault))
		valid = fault; /* libxml2 cuts long messages anywhere */
	while (at < words + valid) {
		uint32_t c = utf8_next(&at);

		if (count++ == most) {
			text_add(scratch, "…");
			break;
		}
		if (character_is_refused(c))
			c = '?';
		text_add_character(scratch, c < 0x20 ? ' ' : c);
	}
	return text_string(scratch);
}

struct opening {
	struct messages *messages;
	const char *path;
};

static void
schema_fault(void *context, xmlErrorPtr error)
{
	struct opening *opening = context;
	struct text words = {0};

	message_error(opening->messages,
		      ((struct place){opening->path, error->line, 0}), "%s",
		      library_words(&words, error->message));
	text_free(&words);
}

static xmlSchemaPtr
schema_compile(struct opening *opening, const char *bytes, size_t length)
{
	xmlSchemaParserCtxtPtr parser;
	xmlSchemaPtr compiled = NULL;

	library_harden();
	/* Faults in the schema's own XML come through no other channel. */
	xmlSetStructuredErrorFunc(opening, schema_fault);
	parser = xmlSchemaNewMemParserCtxt(bytes, (int)length);
	if (parser == NULL)
		memory_exhausted();
	xmlSchemaSetParserStructuredErrors(parser, schema_fault, opening);
	compiled = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	xmlSetStructuredErrorFunc(NULL, NULL);
	return compiled;
}

struct xml_schema *
xml_schema_open(struct messages *messages, const char *path)
{
	struct opening opening = {messages, path};
	struct arena *arena = arena_new();
	struct xml_schema *schema = NULL;
	xmlSchemaPtr compiled = NULL;
	size_t length;
	char *bytes = file_read(arena, messages, path, SCHEMA_MOST, &length);

	if (bytes == NULL)
		goto out;
	compiled = schema_compile(&opening, bytes, length);
	if (compiled == NULL) {
		message_error(messages, ((struct place){path, 0, 0}),
			      "cannot be used as a schema");
		goto out;
	}
	schema = malloc(sizeof(*schema));
	if (schema == NULL)
		memory_exhausted();
	schema->compiled = compiled;
out:
	arena_free(arena);
	return schema;
}

void
xml_schema_close(struct xml_schema *schema)
{
	if (schema == NULL)
		return;
	xmlSchemaFree(schema->compiled);
	free(schema);
}
