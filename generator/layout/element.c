/* Structure elements: their names, and growing the tree. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "layout/strip.h"

#include <assert.h>

static const char *const role_names[] = {
    [ROLE_DOCUMENT] = "Document",
    [ROLE_PART] = "Part",
    [ROLE_SECT] = "Sect",
    [ROLE_DIV] = "Div",
    [ROLE_H1] = "H1",
    [ROLE_H2] = "H2",
    [ROLE_H3] = "H3",
    [ROLE_H4] = "H4",
    [ROLE_H5] = "H5",
    [ROLE_H6] = "H6",
    [ROLE_P] = "P",
    [ROLE_L] = "L",
    [ROLE_LI] = "LI",
    [ROLE_LBL] = "Lbl",
    [ROLE_LBODY] = "LBody",
    [ROLE_FIGURE] = "Figure",
    [ROLE_CAPTION] = "Caption",
    [ROLE_TABLE] = "Table",
    [ROLE_THEAD] = "THead",
    [ROLE_TBODY] = "TBody",
    [ROLE_TR] = "TR",
    [ROLE_TH] = "TH",
    [ROLE_TD] = "TD",
    [ROLE_NOTE] = "Note",
    [ROLE_REFERENCE] = "Reference",
    [ROLE_LINK] = "Link",
    [ROLE_SPAN] = "Span",
};
static_assert(COUNT(role_names) == ROLES, "every role has its name");

const char *
role_name(enum role role)
{
	return role_names[role];
}

struct element_node *
element_new(struct arena *arena, struct element_node *parent, enum role role)
{
	struct element_node *element = arena_take(arena, sizeof(*element));

	element->role = role;
	element->parent = parent;
	if (parent == NULL)
		return element;
	if (parent->last == NULL)
		parent->first = element;
	else
		parent->last->next = element;
	parent->last = element;
	return element;
}

/* Elements that both languages share have none; what is under one of them
 * says its own. */
struct element_node *
element_open(struct collector *collector, struct element_node *parent,
	     enum role role)
{
	struct element_node *element = element_new(collector->arena, parent,
						   role);
	const struct element_node *upper = parent;

	while (upper != NULL && upper->language == NULL)
		upper = upper->parent;
	if (collector->has_peer && upper == NULL)
		element->language = collector->document->tag;
	return element;
}

bool
words_are_latin(const char *words)
{
	bool has_letters = false;

	for (uint32_t c; (c = utf8_next(&words)) != 0;) {
		if (c >= 0x2e80) /* CJK Radicals Supplement, and all beyond */
			return false;
		has_letters |= (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	}
	return has_letters;
}
