/* Pull a file through libxml2's SAX2 parser and hold its elements against a
 * grammar of bits; give up, and say nothing, where that is not enough. */
/* SPDX-License-Identifier: MIT */
#include "xml/plain.h"

#include "base/arena.h"
#include "xml/block.h"
#include "xml/scan.h"
#include "xml/schema.h"
#include "xml/told.h"
#include "xml/xml.h"

#include <assert.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

enum {
	SLOTS = 64 /* of a table of names; a power of two */
};
static_assert(SLOTS > (int)XML_NAMES_MOST, "a table of names is never full");

/* The library keeps each name once: its address stands for it. */
struct name_table {
	struct name_row {
		const xmlChar *name;
		const xmlChar *prefix; /* of an attribute, or NULL */
		size_t number;	       /* in the grammar */
		uint32_t bit;	       /* of that number */
	} rows[SLOTS];
};

struct xml_plain {
	const struct xml_grammar *grammar;
	const struct xml_listener *listener;
	off_t large; /* [bytes] */
	xmlParserCtxtPtr parser;
	struct block block;
	struct name_table shapes;
	struct name_table attributes;
	const xmlChar *space;			      /* ours */
	struct xml_shape top;			      /* around the root */
	const struct xml_shape *open[DEPTH_MOST + 1]; /* the first is `top` */
	size_t depth;
	struct xml_start start;
	const char *path;
	off_t line_start; /* [bytes] of the last place that was told */
	bool is_doubtful;
	struct teller *teller; /* NULL: the listener hears at once */
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

static void
name_add(struct name_table *table, struct name_row row)
{
	size_t slot = slot_of(row.name);

	while (table->rows[slot].name != NULL)
		slot = (slot + 1) % SLOTS;
	table->rows[slot] = row;
}

/* NULL if there is none. */
static const struct name_row *
name_find(const struct name_table *table, const xmlChar *name,
	  const xmlChar *prefix)
{
	size_t slot = slot_of(name);

	while (table->rows[slot].name != name) {
		if (table->rows[slot].name == NULL)
			return NULL;
		slot = (slot + 1) % SLOTS;
	}
	return table->rows[slot].prefix == prefix ? &table->rows[slot] : NULL;
}

/* Each attribute is five pointers: to its local name, prefix, namespace, and to
 * the value and its end. */
static bool
attributes_take(struct xml_plain *plain, const xmlChar **given, size_t count)
{
	struct xml_start *start = &plain->start;
	uint32_t taken = 0;

	if (count > ATTRIBUTES_MOST)
		return false;
	for (size_t i = 0; i < count; i++, given += 5) {
		const struct name_row *found = name_find(&plain->attributes,
							 given[0], given[1]);

		if (found == NULL)
			return false;
		taken |= found->bit;
		start->values[found->number] = (struct xml_value){
		    (const char *)given[3], (size_t)(given[4] - given[3])};
	}
	start->given = taken;
	return true;
}

/* What the schema would ask of the element, where it stands. */
static bool
start_is_valid(const struct xml_plain *plain, const struct name_row *row)
{
	const struct xml_shape *shape = &plain->grammar->shapes[row->number];

	return (plain->open[plain->depth]->children & row->bit) != 0 &&
	       (plain->start.given & ~shape->attributes) == 0 &&
	       (shape->required & ~plain->start.given) == 0;
}

/* The library keeps a little of what it has read; the tag is in it. */
static struct place
plain_place(struct xml_plain *plain)
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

static bool
plain_tell(struct xml_plain *plain)
{
	if (plain->teller != NULL)
		return tell(plain->teller, &plain->start);
	return plain->listener->start(plain->listener->context, &plain->start);
}

static void
plain_start(void *context, const xmlChar *name, const xmlChar *prefix,
	    const xmlChar *space, int space_count, const xmlChar **spaces,
	    int count, int defaulted, const xmlChar **given)
{
	struct xml_plain *plain = context;
	const struct name_row *row = name_find(&plain->shapes, name, prefix);

	(void)space_count, (void)spaces, (void)defaulted;
	if (plain->is_doubtful)
		return;
	if (row == NULL || space != plain->space ||
	    plain->depth == DEPTH_MOST ||
	    !attributes_take(plain, given, (size_t)count) ||
	    !start_is_valid(plain, row)) {
		plain_doubt(plain);
		return;
	}
	plain->start.shape = row->number;
	plain->open[++plain->depth] = &plain->grammar->shapes[row->number];
	if (plain->open[plain->depth]->has_place)
		plain->start.at = plain_place(plain);
	if (!plain_tell(plain))
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

/* White space passes between elements, and XML 1.0 (production 2) allows no
 * other character below the space. */
static void
plain_characters(void *context, const xmlChar *bytes, int length)
{
	struct xml_plain *plain = context;

	if (plain->is_doubtful || plain->open[plain->depth]->has_words)
		return;
	for (int i = 0; i < length; i++)
		if (bytes[i] > ' ') {
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

static const xmlChar *
intern(xmlDictPtr names, const char *name)
{
	const xmlChar *kept = xmlDictLookup(names, (const xmlChar *)name, -1);

	if (kept == NULL)
		memory_exhausted();
	return kept;
}

static void
names_intern(struct xml_plain *plain, xmlDictPtr names)
{
	const struct xml_grammar *grammar = plain->grammar;

	plain->space = intern(names, XML_NAMESPACE);
	for (size_t i = 0; i < grammar->shape_count; i++)
		name_add(&plain->shapes,
			 (struct name_row){
			     intern(names, grammar->shapes[i].name),
			     .number = i,
			     .bit = UINT32_C(1) << i,
			 });
	for (size_t i = 0; i < grammar->attribute_count; i++) {
		const char *name = grammar->attributes[i];
		struct name_row row = {.number = i, .bit = UINT32_C(1) << i};

		if (strcmp(name, "xml:lang") == 0) {
			row.prefix = intern(names, "xml");
			name = "lang";
		}
		row.name = intern(names, name);
		name_add(&plain->attributes, row);
	}
}

struct xml_plain *
xml_plain_open(const struct xml_grammar *grammar, off_t large)
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
	plain->large = large;
	plain->top = (struct xml_shape){.children = grammar->roots};
	plain->open[0] = &plain->top;
	names_intern(plain, plain->parser->dict);
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
	if (!block_open(&plain->block, path, plain->large))
		return false;
	plain->listener = listener;
	plain->path = path;
	plain->depth = 0;
	plain->is_doubtful = false;
	plain->line_start = 0;
	plain->teller = plain->block.is_ahead ? teller_new(listener) : NULL;
	xmlCtxtReadIO(plain->parser, plain_pull, NULL, plain, path, NULL,
		      XML_PARSE_NONET);
	if (plain->teller != NULL && !teller_end(plain->teller))
		plain->is_doubtful = true;
	block_close(&plain->block);
	return plain->parser->wellFormed && plain->parser->nsWellFormed &&
	       !plain->is_doubtful && plain->block.is_plain;
}

bool
xml_value_is(struct xml_value value, const char *string)
{
	return strncmp(string, value.bytes, value.length) == 0 &&
	       string[value.length] == '\0';
}
