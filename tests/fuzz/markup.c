/* Whether a page is what the program meant: no hostile word became markup. A
 * reader of its own, of the HTML and SVG that the program writes. */
/* SPDX-License-Identifier: MIT */
#include "markup.h"

#include "base/arena.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	DEEPEST = 256,
	NAME_MOST = 32
};

struct markup {
	const char *name;
	const char *page;
	const char *at;
	const char *end;
	char open[DEEPEST][NAME_MOST];
	size_t depth;
};

static _Noreturn void
markup_fail(const struct markup *markup, const char *what)
{
	const char *from = markup->at - markup->page > 60 ? markup->at - 60
							  : markup->page;

	fprintf(stderr, "%s: %s at byte %td: %.120s\n", markup->name, what,
		markup->at - markup->page, from);
	abort();
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_name(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':';
}

static void
name_take(struct markup *markup, char name[NAME_MOST])
{
	size_t length = 0;

	if (!is_letter(*markup->at))
		markup_fail(markup, "no name");
	while (is_name(*markup->at)) {
		if (length + 1 == NAME_MOST)
			markup_fail(markup, "a long name");
		name[length++] = *markup->at++;
	}
	name[length] = '\0';
}

static void
blanks_skip(struct markup *markup)
{
	while (*markup->at == ' ' || *markup->at == '\n' || *markup->at == '\t')
		markup->at++;
}

static bool
is_one_of(const char *name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* Of an address only what is relative, a fragment, the web's, mail or an empty
 * image. */
static void
address_check(const struct markup *markup, const char *value, size_t length)
{
	static const char *const good[] = {"http://", "https://",
					   "mailto:", "data:,"};
	const char *scheme = value;

	while (scheme < value + length && *scheme != '/' && *scheme != '#' &&
	       *scheme != '?' && *scheme != ':')
		scheme++;
	if (scheme == value + length || *scheme != ':')
		return;
	for (size_t i = 0; i < COUNT(good); i++)
		if (strncmp(value, good[i], strlen(good[i])) == 0)
			return;
	markup_fail(markup, "an address");
}

static void
attribute_take(struct markup *markup)
{
	static const char *const addresses[] = {"href", "src", "action",
						"formaction", "xlink:href"};
	static const char *const alone[] = {"checked", "defer", "popover",
					    "hidden"};
	char name[NAME_MOST];
	const char *value;

	name_take(markup, name);
	if (strncmp(name, "on", 2) == 0)
		markup_fail(markup, "an event");
	if (*markup->at != '=') {
		if (!is_one_of(name, alone, COUNT(alone)))
			markup_fail(markup, "no value");
		return;
	}
	if (*++markup->at != '"')
		markup_fail(markup, "no quotes");
	value = ++markup->at;
	markup->at = memchr(value, '"', (size_t)(markup->end - value));
	if (markup->at == NULL ||
	    memchr(value, '<', (size_t)(markup->at - value)) != NULL) {
		markup->at = value;
		markup_fail(markup, "a value without end");
	}
	if (is_one_of(name, addresses, COUNT(addresses)))
		address_check(markup, value, (size_t)(markup->at - value));
	markup->at++;
}

static void
close_take(struct markup *markup)
{
	char name[NAME_MOST];

	name_take(markup, name);
	if (markup->depth == 0 ||
	    strcmp(name, markup->open[markup->depth - 1]) != 0)
		markup_fail(markup, "an element closed that is not open");
	markup->depth--;
	if (*markup->at++ != '>')
		markup_fail(markup, "no end of a tag");
}

/* What scripts and styles hold is not markup. */
static void
raw_skip(struct markup *markup, const char *name)
{
	char closing[NAME_MOST + 2];
	const char *end;

	snprintf(closing, sizeof(closing), "</%s", name);
	end = strstr(markup->at, closing);
	if (end == NULL)
		markup_fail(markup, "no end of a script");
	markup->at = end;
}

static void
open_take(struct markup *markup)
{
	static const char *const empty[] = {"meta", "link",  "br",  "hr",
					    "img",  "input", "col", "wbr"};
	char name[NAME_MOST];
	bool is_closed;

	name_take(markup, name);
	for (blanks_skip(markup); is_letter(*markup->at); blanks_skip(markup))
		attribute_take(markup);
	is_closed = *markup->at == '/';
	markup->at += is_closed;
	if (*markup->at++ != '>')
		markup_fail(markup, "no end of a tag");
	if (is_closed || is_one_of(name, empty, COUNT(empty)))
		return;
	if (markup->depth == DEEPEST)
		markup_fail(markup, "too deep");
	strcpy(markup->open[markup->depth++], name);
	if (strcmp(name, "script") == 0 || strcmp(name, "style") == 0)
		raw_skip(markup, name);
}

void
markup_check(const char *name, const char *page, size_t length)
{
	static const char type[] = "<!DOCTYPE html>";
	struct markup markup = {
	    .name = name, .page = page, .at = page, .end = page + length};

	if (strlen(page) != length)
		markup_fail(&markup, "a zero byte");
	if (strncmp(page, type, strlen(type)) == 0)
		markup.at += strlen(type);
	while ((markup.at = strchr(markup.at, '<')) != NULL) {
		markup.at++;
		if (*markup.at == '/') {
			markup.at++;
			close_take(&markup);
		} else {
			open_take(&markup);
		}
	}
	markup.at = markup.end;
	if (markup.depth > 0)
		markup_fail(&markup, "an element that is not closed");
}
