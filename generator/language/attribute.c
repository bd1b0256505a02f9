/* Attributes of a profile: words, whole numbers, one of several names. */
/* SPDX-License-Identifier: MIT */
#include "language/attribute.h"

#include <stdlib.h>
#include <string.h>

const char *
attribute_words(struct reader *reader, const struct element *element,
		const char *name)
{
	const char *value = element_attribute(element, name);

	if (value != NULL)
		return value;
	message_error(reader->messages, element->at,
		      "<%s> has no attribute '%s'", element->name, name);
	return "";
}

const char *
attribute_optional(const struct element *element, const char *name,
		   const char *without)
{
	const char *value = element_attribute(element, name);

	return value == NULL ? without : value;
}

int
attribute_number(struct reader *reader, const struct element *element,
		 const char *name)
{
	const char *value = attribute_words(reader, element, name);
	size_t digits = strspn(value, "0123456789");

	if (digits > 0 && digits < 6 && value[digits] == '\0')
		return atoi(value);
	message_error(reader->messages, element->at,
		      "'%s' must be a whole number, not '%s'", name, value);
	return 0;
}

size_t
attribute_named(struct reader *reader, const struct element *element,
		const char *name, const char *const *names, size_t count)
{
	const char *value = attribute_words(reader, element, name);

	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], value) == 0)
			return i;
	message_error(reader->messages, element->at, "'%s' cannot be '%s'",
		      name, value);
	return 0;
}
