/* The small pieces of mark-up: attributes, ids, elements of plain words. */
/* SPDX-License-Identifier: MIT */
#include "html/room.h"

#include "base/arena.h"

#include <string.h>

bool
is_given(const char *words)
{
	return words != NULL && words[0] != '\0';
}

void
attribute_add(struct text *out, const char *name, const char *value)
{
	if (!is_given(value))
		return;
	text_print(out, " %s=\"", name);
	text_add_escaped(out, value);
	text_add(out, "\"");
}

void
attribute_add_number(struct text *out, const char *name, double value)
{
	text_print(out, " %s=\"", name);
	text_add_decimal(out, value);
	text_add(out, "\"");
}

static bool
uri_is_safe(const char *uri)
{
	static const char *const schemes[] = {"http:", "https:", "mailto:"};

	for (size_t i = 0; i < COUNT(schemes); i++)
		if (strncmp(uri, schemes[i], strlen(schemes[i])) == 0)
			return true;
	return strchr("/?#", uri[strcspn(uri, ":/?#")]) != NULL;
}

void
attribute_add_link(struct text *out, const char *uri)
{
	if (uri != NULL && uri_is_safe(uri))
		attribute_add(out, "href", uri);
}

void
attribute_add_fragment(struct text *out, const char *name, const char *anchor)
{
	text_print(out, " %s=\"#", name);
	text_add_escaped(out, anchor);
	text_add(out, "\"");
}

void
attribute_add_part(struct text *out, const char *name, const char *id,
		   const char *part)
{
	text_print(out, " %s=\"", name);
	text_add_escaped(out, id);
	text_print(out, "-%s\"", part);
}

void
element_add(struct text *out, const char *tag, const char *class,
	    const char *words)
{
	if (!is_given(words))
		return;
	text_print(out, "<%s", tag);
	attribute_add(out, "class", class);
	text_add(out, ">");
	for (; *words != '\0'; words += strspn(words, "\n")) {
		size_t length = strcspn(words, "\n");
		struct text line = {0};

		text_add_bytes(&line, words, length);
		text_add_escaped(out, text_string(&line));
		text_free(&line);
		words += length;
		if (words[0] == '\n' && words[1] != '\0')
			text_add(out, "<br>");
	}
	text_print(out, "</%s>\n", tag);
}

void
label_add(struct text *out, const char *pattern, const char *argument)
{
	static const char place[] = "{0}";
	struct text label = {0};
	const char *at;

	if (!is_given(pattern))
		return;
	at = strstr(pattern, place);
	if (at == NULL) {
		text_add(&label, pattern);
	} else {
		text_add_bytes(&label, pattern, (size_t)(at - pattern));
		text_add(&label, argument);
		text_add(&label, at + strlen(place));
	}
	attribute_add(out, "aria-label", text_string(&label));
	text_free(&label);
}

void
counter_add(struct text *out, const struct node *node)
{
	if (!is_given(node->counter))
		return;
	text_add(out, "<span class=\"counter\">");
	text_add_escaped(out, node->counter);
	text_add(out, "</span> ");
}

const char *
node_id(const struct node *node)
{
	if (is_given(node->anchor))
		return node->anchor;
	return node->target == NULL ? "" : node->target;
}
