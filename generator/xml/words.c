/* Text between tags, and the declaration before them, that need no closer look.
 * Productions and sections are those of XML 1.0 (fifth edition). */
/* SPDX-License-Identifier: MIT */
#include "xml/words.h"

#include "base/arena.h"

#include <string.h>

bool
words_are_plain(const char *from, const char *to)
{
	static const char *const entities[] = {"&amp;", "&lt;", "&gt;",
					       "&quot;", "&apos;"};
	size_t length = (size_t)(to - from);

	if (memmem(from, length, "]]>", 3) != NULL)
		return false;
	while ((from = memchr(from, '&', (size_t)(to - from))) != NULL) {
		size_t i = 0;

		while (i < COUNT(entities) &&
		       strncmp(from, entities[i], strlen(entities[i])) != 0)
			i++;
		if (i == COUNT(entities))
			return false;
		from++;
	}
	return true;
}

size_t
declaration_length(const char *bytes)
{
	static const char *const usual[] = {
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
	    "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
	    "<?xml version='1.0' encoding='UTF-8'?>",
	    "<?xml version='1.0' encoding='utf-8'?>",
	    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
	    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>",
	    "<?xml version=\"1.0\"?>",
	};

	for (size_t i = 0; i < COUNT(usual); i++)
		if (strncmp(bytes, usual[i], strlen(usual[i])) == 0)
			return strlen(usual[i]);
	return 0;
}
