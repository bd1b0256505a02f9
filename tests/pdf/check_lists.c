/* Lists and notes (UA 7.6 and 7.9). */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "checks.h"

#include <stdlib.h>
#include <string.h>

/* PDF table 347. */
static bool
is_numbering(const char *name)
{
	static const char *const known[] = {
	    "/None",	   "/Disc",	  "/Circle",
	    "/Square",	   "/Decimal",	  "/UpperRoman",
	    "/LowerRoman", "/UpperAlpha", "/LowerAlpha",
	};

	for (size_t i = 0; i < COUNT(known); i++)
		if (strcmp(name, known[i]) == 0)
			return true;
	return false;
}

static void
list_check(struct pdf *pdf, const struct element *list)
{
	const char *numbering = pdf_name(
	    pdf, element_attribute(pdf, list, "/List", "/ListNumbering"));
	size_t good = element_count(list, "LI") + element_count(list, "L") +
		      element_count(list, "Caption");

	if (element_count(list, "LI") == 0)
		finding(pdf, RULE_LIST, "%s has no LI",
			element_name(pdf, list));
	if (good != list->kid_count)
		finding(pdf, RULE_LIST, "%s holds more than items",
			element_name(pdf, list));
	if (!is_numbering(numbering))
		finding(pdf, RULE_LIST, "%s has no /ListNumbering",
			element_name(pdf, list));
}

static void
item_check(struct pdf *pdf, const struct element *item)
{
	size_t labels = element_count(item, "Lbl");
	size_t bodies = element_count(item, "LBody");
	bool good = labels <= 1 && bodies == 1 &&
		    labels + bodies == item->kid_count;

	if (good && labels == 1)
		good = element_is(item->kids[0].element, "Lbl");
	if (!good)
		finding(pdf, RULE_LIST, "%s is not Lbl and LBody",
			element_name(pdf, item));
}

void
check_lists(struct pdf *pdf, const struct structure *structure)
{
	for (size_t i = 0; i < structure->count; i++) {
		const struct element *element = structure->elements[i];

		if (element_is(element, "L"))
			list_check(pdf, element);
		if (element_is(element, "LI"))
			item_check(pdf, element);
	}
}

static int
identifier_compare(const void *a, const void *b)
{
	const struct element *const *left = a, *const *right = b;

	return strcmp((*left)->identifier, (*right)->identifier);
}

static const struct element *
identifier_find(struct element **elements, size_t count, const char *name)
{
	struct element wanted = {.identifier = name};
	const struct element *key = &wanted;
	struct element **found = count == 0 ? NULL
					    : bsearch(&key, elements, count,
						      sizeof(struct element *),
						      identifier_compare);

	return found == NULL ? NULL : *found;
}

/* The tree names every element that has an /ID, and nothing else. */
static void
tree_check(struct pdf *pdf, const struct structure *structure,
	   struct element **elements, size_t count)
{
	struct pairs pairs = pdf_name_tree(
	    pdf, RULE_NOTE, pdf_key(pdf, structure->root->object, "/IDTree"));

	for (size_t i = 0; i < pairs.count; i++) {
		const struct element *element = identifier_find(
		    elements, count, pairs.items[i].name);

		if (element == NULL ||
		    element->id != pdf_id(pdf, pairs.items[i].value))
			finding(pdf, RULE_NOTE,
				"the /IDTree leads %s to another element",
				pairs.items[i].name);
	}
	if (pairs.count != count)
		finding(pdf, RULE_NOTE,
			"%zu elements have an /ID, %zu are in the /IDTree",
			count, pairs.count);
}

void
check_notes(struct pdf *pdf, const struct structure *structure)
{
	struct element **named = NULL;
	size_t count = 0;

	if (structure->root == NULL)
		return;
	for (size_t i = 0; i < structure->count; i++) {
		struct element *element = structure->elements[i];
		bool has_name = element->identifier != NULL &&
				*element->identifier != '\0';

		if (has_name)
			ARENA_PUSH(pdf->arena, named, count, element);
		else if (element_is(element, "Note"))
			finding(pdf, RULE_NOTE, "%s has no /ID",
				element_name(pdf, element));
	}
	if (count > 0)
		qsort(named, count, sizeof(struct element *),
		      identifier_compare);
	for (size_t i = 1; i < count; i++)
		if (identifier_compare(&named[i - 1], &named[i]) == 0)
			finding(pdf, RULE_NOTE, "%s shares its /ID",
				element_name(pdf, named[i]));
	tree_check(pdf, structure, named, count);
}
