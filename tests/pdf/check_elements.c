/* Types in their places, headings, figures, languages (UA 7.1 to 7.4). */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "checks.h"

#include <stdlib.h>
#include <string.h>

/* PDF 14.8.4: the standard types, and the only parents that some can have. */
static const struct type_rule {
	const char *type;
	const char *parents[6]; /* none: any */
} type_rules[] = {
    {"Document", {"StructTreeRoot"}},
    {"Part", {NULL}},
    {"Art", {NULL}},
    {"Sect", {NULL}},
    {"Div", {NULL}},
    {"BlockQuote", {NULL}},
    {"Caption", {"Figure", "Table", "Div", "L", "Sect", "Document"}},
    {"TOC", {NULL}},
    {"TOCI", {"TOC"}},
    {"Index", {NULL}},
    {"NonStruct", {NULL}},
    {"P", {NULL}},
    {"H1", {NULL}},
    {"H2", {NULL}},
    {"H3", {NULL}},
    {"H4", {NULL}},
    {"H5", {NULL}},
    {"H6", {NULL}},
    {"L", {NULL}},
    {"LI", {"L"}},
    {"Lbl", {"LI", "Note", "Reference", "Link", "BibEntry", "TOCI"}},
    {"LBody", {"LI"}},
    {"Table", {NULL}},
    {"THead", {"Table"}},
    {"TBody", {"Table"}},
    {"TFoot", {"Table"}},
    {"TR", {"Table", "THead", "TBody", "TFoot"}},
    {"TH", {"TR"}},
    {"TD", {"TR"}},
    {"Span", {NULL}},
    {"Quote", {NULL}},
    {"Note", {NULL}},
    {"Reference", {NULL}},
    {"BibEntry", {NULL}},
    {"Code", {NULL}},
    {"Link", {NULL}},
    {"Annot", {NULL}},
    {"Figure", {NULL}},
    {"Formula", {NULL}},
    {"Form", {NULL}},
};

static void
type_check(struct pdf *pdf, const struct element *element)
{
	const struct type_rule *rule = NULL;
	bool good;

	for (size_t i = 0; i < COUNT(type_rules); i++)
		if (element_is(element, type_rules[i].type))
			rule = &type_rules[i];
	if (rule == NULL) {
		finding(pdf, RULE_TYPE, "%s is no standard type",
			element_name(pdf, element));
		return;
	}
	good = rule->parents[0] == NULL;
	for (size_t i = 0; i < COUNT(rule->parents); i++)
		good = good || (rule->parents[i] != NULL &&
				element_is(element->parent, rule->parents[i]));
	if (!good)
		finding(pdf, RULE_TYPE, "%s has no place in %s",
			element_name(pdf, element), element->parent->type);
}

/* 1 to 6, 0 for what is no heading. */
static int
heading_level(const struct element *element)
{
	const char *type = element->type;

	return type[0] == 'H' && type[1] >= '1' && type[1] <= '6' &&
		       type[2] == '\0'
		   ? type[1] - '0'
		   : 0;
}

static bool
is_empty(const struct element *element)
{
	return element->kid_count == 0 && element->actual == NULL;
}

/* UA 7.4.2: more than one H1 is allowed, a skipped level is not. */
static void
headings_check(struct pdf *pdf, const struct structure *structure)
{
	int last = 0;

	for (size_t i = 0; i < structure->count; i++) {
		const struct element *element = structure->elements[i];
		int level = heading_level(element);

		if (level == 0)
			continue;
		if (level > last + 1)
			finding(pdf, RULE_HEADING, "%s comes %s%.0d",
				element_name(pdf, element),
				last == 0 ? "first" : "after H", last);
		if (is_empty(element))
			finding(pdf, RULE_HEADING, "%s has no words",
				element_name(pdf, element));
		last = level;
	}
	if (last == 0)
		finding(pdf, RULE_HEADING, "there is none");
}

/* PDF 14.8.5.4.3: left, bottom, right, top. */
static bool
has_box(struct pdf *pdf, const struct element *element)
{
	qpdf_oh box = element_attribute(pdf, element, "/Layout", "/BBox");
	double sides[4];

	if (pdf_count(pdf, box) != COUNT(sides))
		return false;
	for (size_t i = 0; i < COUNT(sides); i++)
		sides[i] = qpdf_oh_get_numeric_value(pdf->qpdf,
						     pdf_item(pdf, box, i));
	return sides[0] < sides[2] && sides[1] < sides[3];
}

static void
figure_check(struct pdf *pdf, const struct element *element)
{
	if (!element_is(element, "Figure") && !element_is(element, "Formula"))
		return;
	if (element->alt == NULL || *element->alt == '\0')
		finding(pdf, RULE_FIGURE, "%s has no /Alt",
			element_name(pdf, element));
	if (!has_box(pdf, element))
		finding(pdf, RULE_FIGURE, "%s has no /BBox",
			element_name(pdf, element));
	if (element->kid_count == 0)
		finding(pdf, RULE_FIGURE, "%s has no ink",
			element_name(pdf, element));
}

static int
id_compare(const void *a, const void *b)
{
	const struct element *const *left = a, *const *right = b;

	return ((*left)->id > (*right)->id) - ((*left)->id < (*right)->id);
}

/* An element that two others hold would be read twice. */
static void
repeats_check(struct pdf *pdf, const struct structure *structure)
{
	struct element **sorted = arena_array(pdf->arena, structure->count,
					      sizeof(*sorted));

	if (structure->count == 0)
		return;
	memcpy(sorted, structure->elements, structure->count * sizeof(*sorted));
	qsort(sorted, structure->count, sizeof(*sorted), id_compare);
	for (size_t i = 1; i < structure->count; i++)
		if (sorted[i]->id == sorted[i - 1]->id)
			finding(pdf, RULE_STRUCTURE, "%s occurs twice",
				element_name(pdf, sorted[i]));
}

void
check_elements(struct pdf *pdf, const struct structure *structure)
{
	if (structure->root == NULL)
		return;
	if (structure->root->kid_count != 1 ||
	    element_count(structure->root, "Document") != 1)
		finding(pdf, RULE_STRUCTURE, "the root is not one Document");
	for (size_t i = 0; i < structure->count; i++) {
		const struct element *element = structure->elements[i];

		type_check(pdf, element);
		figure_check(pdf, element);
		if (element->language != NULL &&
		    !language_is_plausible(element->language))
			finding(pdf, RULE_LANGUAGE, "%s is no language: %s",
				element->language, element_name(pdf, element));
	}
	headings_check(pdf, structure);
	repeats_check(pdf, structure);
}
