/* Names in several languages: each with its language, none missing that
 * another has. */
/* SPDX-License-Identifier: MIT */
#include "dataset/reading.h"

#include "base/arena.h"

#include <string.h>

static bool
is_language(struct xml_value value)
{
	for (size_t i = 0; i < value.length; i++) {
		char c = value.bytes[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
		    !(c >= '0' && c <= '9') && c != '-')
			return false;
	}
	return value.length > 0 && value.length <= 35;
}

bool
language_check(struct reading *reading, struct place at, const char *element,
	       const struct xml_value *language)
{
	if (language == NULL) {
		reading_fault(reading, at, "<%s> has no xml:lang", element);
		return false;
	}
	if (!is_language(*language)) {
		reading_fault(reading, at, "\"%s\" is not a language",
			      quoted(reading, *language));
		return false;
	}
	return true;
}

/* True if an earlier sibling has the same name and language. */
static bool
is_repeated(const struct element *element, const char *language)
{
	const struct element *sibling = element_child(element->parent,
						      element->name);

	for (size_t i = 0; sibling != element && i < LANGUAGES_MOST; i++) {
		const char *other = element_attribute(sibling, "xml:lang");

		if (other != NULL && strcmp(other, language) == 0)
			return true;
		sibling = element_next(sibling, element->name);
	}
	return false;
}

static bool
name_check(struct reading *reading, const struct element *element)
{
	const char *language = element_attribute(element, "xml:lang");
	struct xml_value value = value_of(language == NULL ? "" : language);

	if (!language_check(reading, element->at, element->name,
			    language == NULL ? NULL : &value))
		return false;
	if (is_repeated(element, language))
		reading_fault(reading, element->at, "a second <%s> in \"%s\"",
			      element->name, language);
	if (element_words(reading->scratch, element)[0] == '\0')
		reading_fault(reading, element->at, "<%s> is empty",
			      element->name);
	return true;
}

struct names
names_take(struct reading *reading, const struct element *element,
	   const char *child, const char *what)
{
	struct named named = {what, element->at,
			      element_names(reading->arena, element, child)};
	const struct element *name = element_child(element, child);
	bool good = true;

	for (; name != NULL; name = element_next(name, child))
		good = name_check(reading, name) && good;
	if (good && named.names.count > 0)
		ARENA_PUSH(reading->scratch, reading->named,
			   reading->named_count, named);
	return named.names;
}

/* Append the languages of one more name to those seen. */
static void
languages_add(struct reading *reading, const struct named *named,
	      const char **languages, size_t *count)
{
	for (size_t i = 0; i < named->names.count; i++) {
		const char *language = named->names.items[i].language;
		size_t k = 0;

		while (k < *count && strcmp(languages[k], language) != 0)
			k++;
		if (k < *count)
			continue;
		if (*count == LANGUAGES_MOST) {
			reading_fault(reading, named->at,
				      "more than %d languages, \"%s\" is one "
				      "too many",
				      LANGUAGES_MOST, language);
			return;
		}
		languages[(*count)++] = language;
	}
}

void
names_compare(struct reading *reading)
{
	const char *languages[LANGUAGES_MOST];
	size_t count = 0;

	for (size_t i = 0; i < reading->named_count; i++)
		languages_add(reading, &reading->named[i], languages, &count);
	for (size_t i = 0; i < reading->named_count; i++) {
		const struct named *named = &reading->named[i];

		for (size_t k = 0; k < count; k++)
			if (names_in(&named->names, languages[k]) == NULL)
				reading_fault(reading, named->at,
					      "%s has no name in \"%s\"",
					      named->what, languages[k]);
	}
}
