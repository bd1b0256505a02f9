/* The site's own words and fonts, from site.xml. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include "base/rows.h"

#include <stdlib.h>
#include <string.h>

static bool
is_true(const struct element *element, const char *name)
{
	const char *value = element_attribute(element, name);

	return value != NULL && strcmp(value, "true") == 0;
}

/* The words of an attribute, which may be absent. */
static const char **
list_read(struct site *site, const struct element *element, const char *name,
	  size_t *count)
{
	static const char blanks[] = " \t\r\n";
	const char *list = element_attribute(element, name);
	const char **words = NULL;

	*count = 0;
	if (list == NULL)
		return NULL;
	for (list += strspn(list, blanks); *list != '\0';) {
		size_t length = strcspn(list, blanks);

		ARENA_PUSH(site->arena, words, *count,
			   arena_copy_bytes(site->arena, list, length));
		list += length;
		list += strspn(list, blanks);
	}
	return words;
}

static void
font_read(struct site *site, const struct element *element)
{
	struct web_font font = {
	    .family = element_attribute(element, "family"),
	    .as = element_attribute(element, "as"),
	    .licence = element_attribute(element, "licence"),
	    .is_bold = is_true(element, "bold"),
	    .is_italic = is_true(element, "italic"),
	    .is_han = is_true(element, "han"),
	    .is_preloaded = is_true(element, "preload"),
	    .is_rest = is_true(element, "rest"),
	    .at = element->at,
	};

	font.elements = list_read(site, element, "in", &font.element_count);
	font.pages = list_read(site, element, "pages", &font.page_count);
	ARENA_PUSH(site->arena, site->fonts, site->font_count, font);
}

/* The original must have every word; other languages fall back on it. */
static void
word_read(struct site *site, const struct element *element)
{
	struct word word = {element_attribute(element, "key"),
			    element_names(site->arena, element, "name"),
			    element->at};

	for (size_t i = 0; i < site->source->edition_count; i++) {
		const char *code = site_code(&site->source->editions[i]);

		if (names_in(&word.names, code) == NULL)
			message_error(site->messages, word.at,
				      "\"%s\" has no words in \"%s\"", word.key,
				      code);
	}
	ARENA_PUSH(site->arena, site->words, site->word_count, word);
}

/* By key; of equal ones the first comes first. */
static int
compare_words(const void *a, const void *b)
{
	const struct word *left = a, *right = b;
	int order = strcmp(left->key, right->key);

	if (order == 0)
		order = left->at.line - right->at.line;
	return order != 0 ? order : left->at.column - right->at.column;
}

bool
words_read(struct site *site)
{
	struct arena *arena = site->arena;
	struct xml_schema *schema = xml_schema_open(
	    site->messages,
	    arena_print(arena, "%s/site.xsd", site->source->schema));
	const struct element *root = NULL;

	if (schema != NULL)
		root = xml_read_tree(
		    arena, site->messages, schema,
		    arena_print(arena, "%s/site.xml", site->source->template));
	xml_schema_close(schema);
	if (root == NULL)
		return false;
	for (const struct element *element = root->first; element != NULL;
	     element = element->next)
		if (strcmp(element->name, "font") == 0)
			font_read(site, element);
		else
			word_read(site, element);
	if (site->word_count > 0)
		qsort(site->words, site->word_count, sizeof(*site->words),
		      compare_words);
	return messages_are_good(site->messages);
}

const char *
site_code(const struct site_edition *edition)
{
	return language_code(edition->language);
}

const char *
site_name(const struct site_edition *edition, const struct names *names)
{
	const char *words = names_in(names, site_code(edition));

	if (words == NULL && names->count > 0)
		words = names->items[0].words;
	return words == NULL ? "" : words;
}

static const char *
word_key(const void *row)
{
	const struct word *word = row;

	return word->key;
}

const char *
site_word(struct site *site, const struct site_edition *edition,
	  const char *key)
{
	size_t found = rows_seek(site->words, site->word_count,
				 sizeof(*site->words), word_key, key);
	struct place at = {0};

	if (found < site->word_count &&
	    strcmp(site->words[found].key, key) == 0)
		return site_name(edition, &site->words[found].names);
	at.file = arena_print(site->arena, "%s/site.xml",
			      site->source->template);
	message_error(site->messages, at, "the site has no word \"%s\"", key);
	return "";
}

const char *
site_phrase(struct site *site, const struct site_edition *edition,
	    const char *key, const char *const *arguments, size_t count)
{
	const char *at = site_word(site, edition, key);
	struct text text = {0};
	const char *phrase;

	while (*at != '\0') {
		size_t plain = strcspn(at, "{");
		size_t place = (size_t)(at[0] == '{' ? at[1] - '0' : 9);

		if (place < count && at[2] == '}') {
			text_add(&text, arguments[place]);
			at += 3;
		} else {
			text_add_bytes(&text, at, plain > 0 ? plain : 1);
			at += plain > 0 ? plain : 1;
		}
	}
	phrase = arena_copy(site->arena, text_string(&text));
	text_free(&text);
	return phrase;
}
