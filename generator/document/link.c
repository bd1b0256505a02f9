/* Links: of the web, and those that mean labels, references, claims and
 * literals. */
/* SPDX-License-Identifier: MIT */
#include "document/convert.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* "par." and the like stand before a label in a reference. */
enum {
	REFERENCE_MOST = NAME_MOST + 16
};

const char *
address_read(struct conversion *work, cmark_node *node)
{
	const char *at = cmark_node_get_url(node), *fault = NULL;
	struct text address = {0};
	char *read;

	for (uint32_t c; (c = utf8_next(&at)) != 0;) {
		if (c == MARK_GUARD)
			continue;
		text_add_character(&address, c);
		if (fault == NULL)
			fault = character_fault(c);
	}
	read = arena_copy(work->parser->arena, text_string(&address));
	text_free(&address);
	if (fault != NULL)
		conversion_fail(work, node,
				"a link's address holds a value, a note, an "
				"escape or a control character");
	else if (*cmark_node_get_title(node) != '\0')
		conversion_fail(work, node, "a link's title is never printed");
	else
		return read;
	return NULL;
}

bool
address_names(struct conversion *work, cmark_node *node, const char *address,
	      const char *scheme, const char **name)
{
	size_t length = strlen(scheme);
	bool is_reference = strcmp(scheme, "ref:") == 0;

	if (strncmp(address, scheme, length) != 0)
		return false;
	*name = address + length;
	if (name_is_valid(*name, strlen(*name),
			  is_reference ? REFERENCE_MOST : NAME_MOST))
		return true;
	message_error(work->parser->messages, conversion_place(work, node),
		      "'%s' is not a name: letters, digits, dots and hyphens, "
		      "at most 64",
		      *name);
	*name = NULL;
	return true;
}

static void
label_convert(struct conversion *work, cmark_node *node, struct node *parent,
	      const char *name)
{
	struct parser *parser = work->parser;

	if (cmark_node_first_child(node) != NULL)
		conversion_fail(work, node,
				"a label takes no words: write [](label:NAME)");
	else if (cmark_node_previous(node) != NULL ||
		 (parent->kind != NODE_PARAGRAPH &&
		  parent->kind != NODE_HEADING))
		conversion_fail(work, node,
				"a label must open its paragraph or heading");
	else {
		parent->label = name;
		ARENA_PUSH(parser->arena, parser->labelled,
			   parser->labelled_count, parent);
	}
}

static void
reference_convert(struct conversion *work, cmark_node *node,
		  struct node *parent, const char *name)
{
	struct node *reference;

	if (cmark_node_first_child(node) != NULL) {
		conversion_fail(
		    work, node,
		    "a reference takes no words: write [](ref:NAME)");
		return;
	}
	reference = node_new(work->parser->arena, NODE_REFERENCE,
			     conversion_place(work, node));
	reference->target = name;
	node_append(parent, reference);
}

static struct node *
words_convert(struct conversion *work, cmark_node *node, enum node_kind kind,
	      struct node *parent, const char *target)
{
	struct node *made = node_new(work->parser->arena, kind,
				     conversion_place(work, node));

	made->target = target;
	inlines_convert(work, node, made);
	if (cmark_node_first_child(node) == NULL)
		conversion_fail(work, node,
				kind == NODE_CLAIM ? "a claim needs words"
						   : "a link needs words");
	node_append(parent, made);
	return made;
}

/* Words whose numbers are meant as they stand: plain text, nothing else. */
static void
literal_convert(struct conversion *work, cmark_node *node, struct node *parent)
{
	struct node *made = node_new(work->parser->arena, NODE_CLAIM,
				     conversion_place(work, node));
	struct node *text;

	inlines_convert(work, node, made);
	text = made->first;
	if (text == NULL || text->kind != NODE_TEXT || text->next != NULL) {
		conversion_fail(work, node,
				"a literal holds words on one line, nothing "
				"else");
		return;
	}
	node_remove(text);
	text->is_literal = true;
	node_append(parent, text);
}

static bool
is_of_the_web(const char *address)
{
	static const char *const schemes[] = {"https://", "http://", "mailto:"};

	for (size_t i = 0; i < COUNT(schemes); i++) {
		size_t length = strlen(schemes[i]);

		if (strncasecmp(address, schemes[i], length) == 0)
			return address[length] != '\0';
	}
	return false;
}

void
link_convert(struct conversion *work, cmark_node *node, struct node *parent)
{
	const char *address = address_read(work, node), *name = NULL;

	if (address == NULL)
		return;
	if (address_names(work, node, address, "label:", &name)) {
		if (name != NULL)
			label_convert(work, node, parent, name);
	} else if (address_names(work, node, address, "ref:", &name)) {
		if (name != NULL)
			reference_convert(work, node, parent, name);
	} else if (address_names(work, node, address, "claim:", &name)) {
		if (name != NULL)
			words_convert(work, node, NODE_CLAIM, parent, name);
	} else if (strcmp(address, "literal:") == 0) {
		literal_convert(work, node, parent);
	} else if (is_of_the_web(address)) {
		work->is_link = true;
		words_convert(work, node, NODE_LINK, parent, address);
		work->is_link = false;
	} else {
		message_error(work->parser->messages,
			      conversion_place(work, node),
			      "a link cannot go to '%s'", address);
	}
}
