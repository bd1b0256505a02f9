/* What the files of html/ share: the page under way, escapes, attributes. */
/* SPDX-License-Identifier: MIT */
#ifndef HTML_ROOM_H
#define HTML_ROOM_H

#include "html/html.h"

#include "base/text.h"

enum {
	SECTIONS_MOST = 4 /* the levels of headings */
};

struct writer {
	struct text *out;
	const struct document *document;
	const struct html_page *page;
	int sections[SECTIONS_MOST]; /* levels of the open ones, rising */
	size_t section_count;
	bool has_notice; /* written already, or there is none */
	int rank; /* of a heading that stands in no section; 0: in sections */
};

/* --- tag.c --- */

/* True if there are words: neither NULL nor "". */
bool is_given(const char *words);

/* ` name="value"`, escaped; nothing if the value is not given. */
void attribute_add(struct text *, const char *name, const char *value);
void attribute_add_number(struct text *, const char *name, double value);

/* ` href="uri"`: to the web or to a letter, never into a script; what has no
 * scheme stays on the site. Any other URI is left out. */
void attribute_add_link(struct text *, const char *uri);

/* ` name="#anchor"` and, for ids made of two parts, ` name="id-part"`. */
void attribute_add_fragment(struct text *, const char *name,
			    const char *anchor);
void attribute_add_part(struct text *, const char *name, const char *id,
			const char *part);

/* `<tag class="class">words</tag>` and a line's end; nothing if no words are
 * given. A '\n' in the words is a line break. */
void element_add(struct text *, const char *tag, const char *class,
		 const char *words);

/* ` aria-label="…"` with {0} in the pattern replaced. */
void label_add(struct text *, const char *pattern, const char *argument);

/* `<span class="counter">(a)</span> `, or nothing. */
void counter_add(struct text *, const struct node *);

/* Where links to the node lead: its anchor, or failing that its target. */
const char *node_id(const struct node *);

/* --- body.c, figure.c, masthead.c --- */

void body_write(struct writer *, struct node *top);
void notice_write(struct writer *);
void figure_write(struct writer *, const struct node *);
void masthead_write(struct writer *);
void contents_write(struct writer *);

#endif
