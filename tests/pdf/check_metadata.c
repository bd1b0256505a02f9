/* XMP: the claims of both standards and the title (UA 5, 7.1; A 6.6). */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "checks.h"

#include <string.h>

#define PDFUA_SCHEMA "http://www.aiim.org/pdfua/ns/id/"
#define PDFA_SCHEMA  "http://www.aiim.org/pdfa/ns/id/"
#define DC_SCHEMA    "http://purl.org/dc/elements/1.1/"

struct span {
	const char *bytes; /* NULL: not found */
	size_t length;
};

/* The prefix that xmlns binds to a schema; the packets of the program bind
 * each once. */
static const char *
prefix_find(struct pdf *pdf, const char *xmp, const char *schema)
{
	const char *bound = strstr(xmp,
				   arena_print(pdf->arena, "=\"%s\"", schema));
	const char *begin = bound;

	if (bound == NULL)
		return NULL;
	while (begin > xmp && begin[-1] != ':' && begin[-1] > ' ')
		begin--;
	if (begin - xmp < 6 || memcmp(begin - 6, "xmlns:", 6) != 0)
		return NULL;
	return arena_copy_bytes(pdf->arena, begin, (size_t)(bound - begin));
}

/* What stands in the element of a schema. */
static struct span
property_find(struct pdf *pdf, const char *xmp, const char *schema,
	      const char *name)
{
	const char *prefix = prefix_find(pdf, xmp, schema);
	struct span span = {0};
	const char *open, *close;

	if (prefix == NULL)
		return span;
	open = arena_print(pdf->arena, "<%s:%s>", prefix, name);
	close = arena_print(pdf->arena, "</%s:%s>", prefix, name);
	span.bytes = strstr(xmp, open);
	if (span.bytes == NULL)
		return span;
	span.bytes += strlen(open);
	close = strstr(span.bytes, close);
	if (close == NULL)
		return (struct span){0};
	span.length = (size_t)(close - span.bytes);
	return span;
}

static void
claim_check(struct pdf *pdf, const char *xmp, const char *schema,
	    const char *name, const char *value)
{
	struct span span = property_find(pdf, xmp, schema, name);

	if (span.bytes == NULL || span.length != strlen(value) ||
	    memcmp(span.bytes, value, span.length) != 0)
		finding(pdf, RULE_METADATA, "%s is not %s in %s", name, value,
			schema);
}

/* Characters that are not within tags. */
static bool
has_words(struct span span)
{
	bool is_tag = false;

	for (size_t i = 0; i < span.length; i++) {
		char byte = span.bytes[i];

		if (byte == '<')
			is_tag = true;
		else if (byte == '>')
			is_tag = false;
		else if (!is_tag && (unsigned char)byte > ' ')
			return true;
	}
	return false;
}

/* A 6.6.2.3: a schema that XMP does not know is described. */
static void
extension_check(struct pdf *pdf, const char *xmp)
{
	struct span uri = property_find(
	    pdf, xmp, "http://www.aiim.org/pdfa/ns/schema#", "namespaceURI");

	if (uri.bytes == NULL || uri.length != strlen(PDFUA_SCHEMA) ||
	    memcmp(uri.bytes, PDFUA_SCHEMA, uri.length) != 0)
		finding(pdf, RULE_METADATA, "the schema of %s is undescribed",
			PDFUA_SCHEMA);
}

static void
packet_check(struct pdf *pdf, const struct text *packet)
{
	const char *xmp = text_string(packet);
	struct span title;
	size_t fault;

	if (!utf8_is_valid(xmp, packet->length, &fault)) {
		finding(pdf, RULE_METADATA, "no UTF-8 at byte %zu", fault);
		return;
	}
	claim_check(pdf, xmp, PDFUA_SCHEMA, "part", "1");
	claim_check(pdf, xmp, PDFA_SCHEMA, "part", "3");
	claim_check(pdf, xmp, PDFA_SCHEMA, "conformance", "A");
	extension_check(pdf, xmp);
	title = property_find(pdf, xmp, DC_SCHEMA, "title");
	if (title.bytes == NULL || !has_words(title))
		finding(pdf, RULE_TITLE, "no dc:title");
}

void
check_metadata(struct pdf *pdf)
{
	qpdf_oh stream = pdf_key(pdf, pdf->root, "/Metadata");
	struct text packet = {0};

	if (!pdf_is(pdf, pdf_key(pdf, stream, "/Type"), "/Metadata") ||
	    !pdf_is(pdf, pdf_key(pdf, stream, "/Subtype"), "/XML") ||
	    !pdf_stream(pdf, stream, &packet))
		finding(pdf, RULE_METADATA, "the catalog has none");
	else
		packet_check(pdf, &packet);
	text_free(&packet);
}
