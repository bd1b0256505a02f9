/* What cannot be avoided in reading: libxml2's SAX2 parser over the same files,
 * with callbacks that only count. */
/* SPDX-License-Identifier: MIT */
#include <libxml/parser.h>
#include <stdio.h>

struct counts {
	unsigned long elements;
	unsigned long attributes;
	unsigned long characters;
};

static void
start(void *context, const xmlChar *name, const xmlChar *prefix,
      const xmlChar *space, int space_count, const xmlChar **spaces, int count,
      int defaulted, const xmlChar **attributes)
{
	struct counts *counts = context;

	(void)name, (void)prefix, (void)space, (void)space_count, (void)spaces;
	(void)defaulted, (void)attributes;
	counts->elements++;
	counts->attributes += (unsigned long)count;
}

static void
end(void *context, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *space)
{
	(void)context, (void)name, (void)prefix, (void)space;
}

static void
characters(void *context, const xmlChar *bytes, int length)
{
	struct counts *counts = context;

	(void)bytes;
	counts->characters += (unsigned long)length;
}

int
main(int count, char **paths)
{
	xmlSAXHandler callbacks = {.initialized = XML_SAX2_MAGIC,
				   .startElementNs = start,
				   .endElementNs = end,
				   .characters = characters,
				   .ignorableWhitespace = characters};
	struct counts counts = {0};

	for (int i = 1; i < count; i++)
		if (xmlSAXUserParseFile(&callbacks, &counts, paths[i]) != 0) {
			fprintf(stderr, "floor_parse: %s\n", paths[i]);
			return 2;
		}
	printf("%lu elements, %lu attributes, %lu characters\n",
	       counts.elements, counts.attributes, counts.characters);
	return 0;
}
