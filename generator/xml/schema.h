/* What the reader of files and the reader of schemas share of libxml2. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_SCHEMA_H
#define XML_SCHEMA_H

#include <libxml/xmlschemas.h>

struct text;

struct xml_schema {
	xmlSchemaPtr compiled;
};

/* From now on libxml2 loads nothing and prints nothing by itself. Both are
 * settings of the process; to repeat it costs nothing. */
void library_harden(void);

/* The library's words without its newline and its notation of namespaces, in
 * *words. */
const char *library_words(struct text *words, const char *message);

#endif
