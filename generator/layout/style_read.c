/* Read a page style: each length has one element and one attribute. */
/* SPDX-License-Identifier: MIT */
#include "layout/style.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double length_most = 2000; /* [pt] */
static const double body_least = 72;	/* [pt] */

/* One attribute that holds a length, and where it goes. */
struct length {
	const char *element;
	const char *attribute;
	size_t offset;
};

#define LENGTH(element, attribute, field)                                      \
	{                                                                      \
		element, attribute, offsetof(struct style, field)              \
	}

static const struct length lengths[] = {
    LENGTH("page", "width", page.width),
    LENGTH("page", "height", page.height),
    LENGTH("body", "left", body.left),
    LENGTH("body", "right", body.right),
    LENGTH("body", "top", body.top),
    LENGTH("body", "bottom", body.bottom),
    LENGTH("body", "first-top", body.first_top),
    LENGTH("furniture", "left", furniture.left),
    LENGTH("furniture", "right", furniture.right),
    LENGTH("furniture", "header", furniture.header),
    LENGTH("furniture", "header-rule", furniture.header_rule),
    LENGTH("furniture", "header-stroke", furniture.header_stroke),
    LENGTH("furniture", "footer", furniture.footer),
    LENGTH("masthead", "thin", masthead.thin),
    LENGTH("masthead", "thick", masthead.thick),
    LENGTH("masthead", "rule", masthead.rule),
    LENGTH("masthead", "gap", masthead.gap),
    LENGTH("masthead", "facts", masthead.facts),
    LENGTH("masthead", "height", masthead.height),
    LENGTH("masthead", "bars", masthead.bars),
    LENGTH("masthead", "module", masthead.module),
    LENGTH("numbers", "heading-gap", numbers.heading_gap),
    LENGTH("numbers", "tab", numbers.tab),
    LENGTH("numbers", "item", numbers.item),
    LENGTH("numbers", "hang", numbers.hang),
    LENGTH("notes", "rule", notes.rule),
    LENGTH("notes", "stroke", notes.stroke),
    LENGTH("notes", "head", notes.head),
    LENGTH("notes", "below", notes.below),
    LENGTH("notes", "gap", notes.gap),
    LENGTH("notes", "hang", notes.hang),
    LENGTH("notes", "call", notes.call),
    LENGTH("notes", "rise", notes.rise),
    LENGTH("box", "padding", box.padding),
    LENGTH("box", "stroke", box.stroke),
    LENGTH("table", "stroke", table.stroke),
    LENGTH("table", "padding", table.padding),
    LENGTH("table", "column", table.column),
    LENGTH("table", "above", table.above),
    LENGTH("table", "below", table.below),
    LENGTH("table", "least", table.least),
    LENGTH("figure", "width", figure.width),
    LENGTH("figure", "size", figure.size),
    LENGTH("figure", "above", figure.above),
    LENGTH("figure", "below", figure.below),
    LENGTH("figure", "stretch", figure.stretch),
    LENGTH("figure", "gap", figure.gap),
    LENGTH("costs", "hyphen", costs.hyphen),
    LENGTH("costs", "split", costs.split),
    LENGTH("costs", "wait", costs.wait),
    LENGTH("costs", "pass", costs.pass),
};

static const char *
attribute_need(struct messages *messages, const struct element *element,
	       const char *name)
{
	const char *value = element_attribute(element, name);

	if (value == NULL)
		message_error(messages, element->at, "%s has no %s",
			      element->name, name);
	return value;
}

static double
length_read(struct messages *messages, const struct element *element,
	    const char *name)
{
	const char *value = attribute_need(messages, element, name);
	char *end;
	double length;

	if (value == NULL)
		return 0;
	length = strtod(value, &end);
	if (end == value || *end != '\0' ||
	    !(length >= 0 && length <= length_most)) {
		message_error(messages, element->at, "%s: not a length", value);
		return 0;
	}
	return length;
}

/* The value if the attribute is there, else what stands for it. */
static double
length_read_or(struct messages *messages, const struct element *element,
	       const char *name, double otherwise)
{
	if (element_attribute(element, name) == NULL)
		return otherwise;
	return length_read(messages, element, name);
}

static bool
is_true(const struct element *element, const char *name)
{
	const char *value = element_attribute(element, name);

	return value != NULL &&
	       (strcmp(value, "true") == 0 || strcmp(value, "1") == 0);
}

static enum alignment
alignment_read(struct messages *messages, const struct element *element)
{
	static const char *const names[] = {
	    [ALIGN_JUSTIFY] = "justify",
	    [ALIGN_LEFT] = "left",
	    [ALIGN_CENTER] = "center",
	    [ALIGN_RIGHT] = "right",
	};
	const char *value = element_attribute(element, "align");

	if (value == NULL)
		return ALIGN_LEFT;
	for (size_t i = 0; i < COUNT(names); i++)
		if (strcmp(names[i], value) == 0)
			return (enum alignment)i;
	message_error(messages, element->at, "%s: no such alignment", value);
	return ALIGN_LEFT;
}

static struct kind_style
kind_read(struct messages *messages, const struct element *element)
{
	struct kind_style kind = {
	    .size = length_read(messages, element, "size"),
	    .leading = length_read(messages, element, "leading"),
	    .above = length_read_or(messages, element, "above", 0),
	    .below = length_read_or(messages, element, "below", 0),
	    .stretch = length_read_or(messages, element, "stretch", 0),
	    .bold = is_true(element, "bold"),
	    .italic = is_true(element, "italic"),
	    .alignment = alignment_read(messages, element),
	};

	kind.han_size = length_read_or(messages, element, "han-size",
				       kind.size);
	kind.han_leading = length_read_or(messages, element, "han-leading",
					  kind.leading);
	if (!(kind.size >= 1 && kind.han_size >= 1 && kind.leading >= 1 &&
	      kind.han_leading >= 1))
		message_error(
		    messages, element->at,
		    "a type needs a size and a leading of 1 at least");
	return kind;
}

static void
kinds_read(struct style *style, struct messages *messages,
	   const struct element *root)
{
	bool is_given[KINDS] = {0};

	for (const struct element *element = element_child(root, "type");
	     element != NULL; element = element_next(element, "type")) {
		const char *name = attribute_need(messages, element, "name");
		size_t kind = 0;

		if (name == NULL)
			continue;
		while (kind < KINDS &&
		       strcmp(kind_name((enum kind)kind), name) != 0)
			kind++;
		if (kind == KINDS || is_given[kind]) {
			message_error(messages, element->at, "%s: %s", name,
				      kind == KINDS ? "no such type of text"
						    : "given twice");
			continue;
		}
		is_given[kind] = true;
		style->kinds[kind] = kind_read(messages, element);
	}
	for (size_t kind = 0; kind < KINDS; kind++)
		if (!is_given[kind])
			message_error(messages, root->at,
				      "the type of text %s is not given",
				      kind_name((enum kind)kind));
}

static void
lengths_read(struct style *style, struct messages *messages,
	     const struct element *root)
{
	for (size_t i = 0; i < COUNT(lengths); i++) {
		const struct length *length = &lengths[i];
		const struct element *element = element_child(root,
							      length->element);
		double value;

		if (element == NULL) {
			message_error(messages, root->at, "the style has no %s",
				      length->element);
			continue;
		}
		value = length_read(messages, element, length->attribute);
		memcpy((char *)style + length->offset, &value, sizeof(value));
	}
}

static const char *
family_read(struct arena *arena, struct messages *messages,
	    const struct element *root, const char *name, const char *script)
{
	const struct element *element = element_child(root, name);
	const char *value = element == NULL
				? NULL
				: attribute_need(messages, element, script);

	if (element == NULL)
		message_error(messages, root->at, "the style has no %s", name);
	return arena_copy(arena, value == NULL ? "" : value);
}

/* Two columns, if the style has them. */
static void
columns_read(struct style *style, struct messages *messages,
	     const struct element *root)
{
	const struct element *element = element_child(root, "columns");

	if (element == NULL)
		return;
	style->columns.first = length_read(messages, element, "first");
	style->columns.gap = length_read(messages, element, "gap");
	if (!(style->columns.first > 0))
		message_error(messages, element->at,
			      "the first column has no width");
}

/* What a number in Han text should not be parted from. */
static const char *
units_read(struct arena *arena, const struct element *root)
{
	const struct element *element = element_child(root, "families");
	const char *value = element == NULL
				? NULL
				: element_attribute(element, "units");

	return value == NULL ? NULL : arena_copy(arena, value);
}

/* [pt] of the narrowest column. */
static double
least_width(const struct style *style)
{
	double body = style_body_width(style);

	if (!style_has_columns(style))
		return body;
	return fmin(style->columns.first,
		    body - style->columns.first - style->columns.gap);
}

static void
room_check(const struct style *style, struct messages *messages,
	   struct place at)
{
	double height = style->page.height - style->body.bottom;
	double width = least_width(style);

	if (width < body_least || height - style->body.top < body_least ||
	    height - style->body.first_top < body_least)
		message_error(messages, at,
			      "the margins leave no room on the page");
	if (style->numbers.tab +
		2 * (style->numbers.item + style->numbers.hang) +
		2 * style->box.padding + style->notes.hang >
	    width - body_least / 2)
		message_error(messages, at,
			      "the indents leave no room on the line");
	if (style->table.least < 1)
		message_error(messages, at,
			      "a type needs a size and a leading of 1 at "
			      "least, that of tables too");
	if (style->figure.width > width)
		message_error(messages, at,
			      "figures are wider than their column");
}

struct style *
style_read(struct arena *arena, struct messages *messages,
	   struct xml_schema *schema, const char *path)
{
	size_t errors = messages->counts[WEIGHT_ERROR];
	struct element *root = xml_read_tree(arena, messages, schema, path);
	struct style *style;

	if (root == NULL)
		return NULL;
	if (strcmp(root->name, "style") != 0) {
		message_error(messages, root->at, "not a style");
		return NULL;
	}
	style = arena_take(arena, sizeof(*style));
	lengths_read(style, messages, root);
	kinds_read(style, messages, root);
	style->latin = family_read(arena, messages, root, "families", "latin");
	style->han = family_read(arena, messages, root, "families", "han");
	style->figure_latin = family_read(arena, messages, root, "figure",
					  "latin");
	style->figure_han = family_read(arena, messages, root, "figure", "han");
	style->units = units_read(arena, root);
	columns_read(style, messages, root);
	if (messages->counts[WEIGHT_ERROR] == errors)
		room_check(style, messages, root->at);
	style_collect_faces(arena, style);
	return messages->counts[WEIGHT_ERROR] == errors ? style : NULL;
}
