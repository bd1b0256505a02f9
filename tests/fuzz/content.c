/* A page's content stream rewritten. There are as many leaves as the stream
 * seems to have, of every sort. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include "pdf/content.h"

#include <string.h>

enum {
	LEAVES_MOST = 64
};

static size_t
leaves_count(const uint8_t *bytes, size_t size)
{
	static const char mark[] = "/MCID";
	const uint8_t *end = bytes + size;
	size_t count = 0;

	while (count < LEAVES_MOST &&
	       (bytes = memmem(bytes, (size_t)(end - bytes), mark,
			       strlen(mark))) != NULL) {
		bytes += strlen(mark);
		count++;
	}
	return count;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct element_node elements[ROLES];
	struct leaf items[LEAVES_MOST] = {0};
	struct leaves leaves = {.items = items,
				.count = leaves_count(bytes, size)};
	struct text out = {0};

	for (int i = 0; i < ROLES; i++)
		elements[i] = (struct element_node){.role = (enum role)i};
	for (size_t i = 0; i < leaves.count; i++) {
		if (i % 4 == 3)
			items[i].artifact = (enum artifact)(
			    ARTIFACT_HEADER + i / 4 % ARTIFACT_LAYOUT);
		else
			items[i].element = &elements[i % ROLES];
		if (items[i].element != NULL)
			items[i].mcid = leaves.element_count++;
	}
	content_rewrite(&out, (const char *)bytes, size, &leaves, NULL);
	text_free(&out);
	return 0;
}
