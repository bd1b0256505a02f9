/* The text of our own HTML, as it is read. */
/* SPDX-License-Identifier: MIT */
#include "proof.h"

#include <stdlib.h>
#include <string.h>

/* Elements that have no words, or words that paper has not: by name or by
 * class. */
static const char *const left_out[] = {
    "head",
    "svg",
    "nav",
    "details",
    "template",
    "class=\"skip",
    "class=\"back",
    "class=\"other",
    "id=\"notes\"",
    "class=\"bar",
    "class=\"foot\"",
    "class=\"status",
    "class=\"enlarge",
};

static const char *const voids[] = {"meta", "link", "br", "hr", "img", "input"};

struct reader {
	const char *at;
	struct html_texts *texts;
	struct text *now; /* where the text at hand goes */
};

/* A tag from '<' to '>'. */
struct tag {
	const char *name;
	size_t name_length;
	const char *end; /* at the '>' */
};

static struct tag
tag_at(const char *at)
{
	struct tag tag = {.name = at + 1};

	if (*tag.name == '/')
		tag.name++;
	tag.name_length = strcspn(tag.name, " \n\t>/");
	tag.end = tag.name + strcspn(tag.name, ">");
	return tag;
}

static bool
tag_is(const struct tag *tag, const char *name)
{
	return strlen(name) == tag->name_length &&
	       strncmp(tag->name, name, tag->name_length) == 0;
}

/* True if the words stand between the tag's '<' and '>'. */
static bool
tag_has(const struct tag *tag, const char *words)
{
	const char *found = strstr(tag->name, words);

	return found != NULL && found < tag->end;
}

static bool
tag_is_left_out(const struct tag *tag)
{
	for (size_t i = 0; i < sizeof(left_out) / sizeof(left_out[0]); i++)
		if (strchr(left_out[i], '=') == NULL
			? tag_is(tag, left_out[i])
			: tag_has(tag, left_out[i]))
			return true;
	return false;
}

static bool
tag_is_void(const struct tag *tag)
{
	for (size_t i = 0; i < sizeof(voids) / sizeof(voids[0]); i++)
		if (tag_is(tag, voids[i]))
			return true;
	return tag->end > tag->name && tag->end[-1] == '/';
}

/* Behind the element that the tag opens. */
static const char *
element_end(const struct tag *opened)
{
	const char *at = opened->end;
	size_t depth = 1;

	if (tag_is_void(opened))
		return at;
	while (depth > 0 && (at = strchr(at, '<')) != NULL) {
		struct tag tag = tag_at(at);

		if (tag.name_length == opened->name_length &&
		    strncmp(tag.name, opened->name, tag.name_length) == 0 &&
		    !tag_is_void(&tag)) {
			if (at[1] == '/')
				depth--;
			else
				depth++;
		}
		at = tag.end;
	}
	return at == NULL ? strchr(opened->end, '\0') : at;
}

/* What follows goes to the part that the tag opens. */
static void
reader_turn(struct reader *reader, const struct tag *tag)
{
	if (tag_has(tag, "class=\"masthead"))
		reader->now = &reader->texts->masthead;
	else if (tag_has(tag, "class=\"item-note") ||
		 tag_has(tag, "class=\"notes"))
		reader->now = &reader->texts->notes;
	else if (tag_is(tag, "figure"))
		reader->now = &reader->texts->figures;
	else if (tag_is(tag, "main") || tag_has(tag, "class=\"text\""))
		reader->now = &reader->texts->body;
}

static void
reference_add(struct reader *reader)
{
	static const struct {
		const char *name, *shown;
	} names[] = {{"&amp;", "&"},   {"&lt;", "<"},  {"&gt;", ">"},
		     {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t length = strlen(names[i].name);

		if (strncmp(reader->at, names[i].name, length) != 0)
			continue;
		text_add(reader->now, names[i].shown);
		reader->at += length;
		return;
	}
	text_add_bytes(reader->now, reader->at++, 1);
}

static bool
tag_is_inline(const struct tag *tag)
{
	return tag_is(tag, "a") || tag_is(tag, "em") || tag_is(tag, "strong") ||
	       tag_is(tag, "data") || tag_is(tag, "span") ||
	       tag_is(tag, "sup") || tag_is(tag, "i") || tag_is(tag, "b");
}

static void
tag_read(struct reader *reader)
{
	struct tag tag = tag_at(reader->at);
	bool is_end = reader->at[1] == '/';

	reader->at = tag.end;
	if (!is_end && tag_is_left_out(&tag))
		reader->at = element_end(&tag);
	else if (!is_end)
		reader_turn(reader, &tag);
	else if (tag_is(&tag, "figure"))
		reader->now = &reader->texts->body;
	if (!tag_is_inline(&tag))
		text_add(reader->now, "\n");
	if (*reader->at == '>')
		reader->at++;
}

void
html_read(const char *html, struct html_texts *texts)
{
	struct reader reader = {html, texts, &texts->body};

	while (*reader.at != '\0')
		if (*reader.at == '<')
			tag_read(&reader);
		else if (*reader.at == '&')
			reference_add(&reader);
		else
			text_add_bytes(reader.now, reader.at++, 1);
}
