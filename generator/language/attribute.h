/* Attributes of a profile's elements, read with or without its schema. */
/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_ATTRIBUTE_H
#define LANGUAGE_ATTRIBUTE_H

#include "language/profile.h"

struct reader {
	struct arena *arena;
	struct messages *messages;
	struct language *language;
};

/* The value, or "" after a message: a file read without its schema may lack
 * anything. */
const char *attribute_words(struct reader *, const struct element *,
			    const char *name);

/* The value, or what stands for it. */
const char *attribute_optional(const struct element *, const char *name,
			       const char *without);

/* At most five digits; 0 after a message. */
int attribute_number(struct reader *, const struct element *, const char *name);

/* The index of the value among the names; 0 after a message. */
size_t attribute_named(struct reader *, const struct element *,
		       const char *name, const char *const *names,
		       size_t count);

#endif
