/* Annotations: in the tree, printed, with words; links lead somewhere. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "checks.h"

#include <stdlib.h>
#include <string.h>

/* An element's reference to an object. */
struct reference {
	int id;
	size_t page; /* that the element says */
	const struct element *element;
};

struct references {
	struct reference *items; /* sorted by id */
	size_t count;
	struct pairs parents;
	size_t used;
};

static int
reference_compare(const void *a, const void *b)
{
	const struct reference *left = a, *right = b;

	return (left->id > right->id) - (left->id < right->id);
}

static struct references
references_collect(struct pdf *pdf, const struct structure *structure)
{
	struct references references = {0};

	for (size_t i = 0; i < structure->count; i++) {
		const struct element *element = structure->elements[i];

		for (size_t j = 0; j < element->kid_count; j++) {
			const struct kid *kid = &element->kids[j];
			struct reference reference = {0, kid->page, element};

			if (kid->kind != KID_OBJECT)
				continue;
			reference.id = pdf_id(pdf, kid->object);
			ARENA_PUSH(pdf->arena, references.items,
				   references.count, reference);
		}
	}
	if (references.count > 0)
		qsort(references.items, references.count,
		      sizeof(*references.items), reference_compare);
	for (size_t i = 1; i < references.count; i++)
		if (references.items[i].id == references.items[i - 1].id)
			finding(pdf, RULE_ANNOTATION,
				"two elements hold it (object %d)",
				references.items[i].id);
	references.parents = pdf_number_tree(
	    pdf, RULE_PARENT,
	    pdf_key(pdf, structure->root->object, "/ParentTree"));
	return references;
}

/* A 6.3.2: of the flags only Print is set (PDF table 165). */
static void
flags_check(struct pdf *pdf, qpdf_oh annotation, int id)
{
	const long long hiding = 1 | 2 | 32 | 256, print = 4;
	long long flags;

	pdf_integer(pdf, pdf_key(pdf, annotation, "/F"), &flags);
	if ((flags & print) == 0)
		finding(pdf, RULE_ANNOTATION, "is not printed (object %d)", id);
	if ((flags & hiding) != 0)
		finding(pdf, RULE_ANNOTATION, "can be hidden (object %d)", id);
}

/* RFC 3986: printable ASCII behind a scheme. */
static bool
is_uri(const char *uri)
{
	const char *colon = uri == NULL ? NULL : strchr(uri, ':');

	if (colon == NULL || colon == uri || colon[1] == '\0')
		return false;
	for (; *uri != '\0'; uri++)
		if (*uri <= ' ' || *uri > '~')
			return false;
	return true;
}

static void
target_check(struct pdf *pdf, qpdf_oh annotation, int id)
{
	qpdf_oh action = pdf_key(pdf, annotation, "/A");
	qpdf_oh destination = pdf_key(pdf, annotation, "/Dest");
	bool good;

	if (pdf_is(pdf, pdf_key(pdf, action, "/S"), "/URI"))
		good = is_uri(pdf_string(pdf, pdf_key(pdf, action, "/URI")));
	else if (pdf_is(pdf, pdf_key(pdf, action, "/S"), "/GoTo"))
		good = destination_is_good(pdf, pdf_key(pdf, action, "/D"));
	else
		good = destination_is_good(pdf, destination);
	if (!good)
		finding(pdf, RULE_LINK, "leads nowhere (object %d)", id);
}

/* The element that holds the annotation, the way there and back. */
static void
owner_check(struct pdf *pdf, struct references *references, qpdf_oh annotation,
	    size_t page)
{
	int id = pdf_id(pdf, annotation);
	struct reference key = {.id = id};
	const struct reference *found = NULL;
	const qpdf_oh *parent = NULL;
	long long number;

	if (references->count > 0 && id != 0)
		found = bsearch(&key, references->items, references->count,
				sizeof(key), reference_compare);
	if (pdf_integer(pdf, pdf_key(pdf, annotation, "/StructParent"),
			&number))
		parent = pairs_number(&references->parents, number);
	if (found == NULL) {
		finding(pdf, RULE_ANNOTATION,
			"no element holds it (object %d, page %zu)", id,
			page + 1);
		return;
	}
	references->used++;
	if (found->page != page)
		finding(pdf, RULE_ANNOTATION,
			"%s says it is on page %zu (object %d, page %zu)",
			element_name(pdf, found->element), found->page + 1, id,
			page + 1);
	if (parent == NULL || pdf_id(pdf, *parent) != found->element->id)
		finding(pdf, RULE_PARENT,
			"/StructParent does not lead to %s (object %d)",
			element_name(pdf, found->element), id);
	if (pdf_is(pdf, pdf_key(pdf, annotation, "/Subtype"), "/Link") &&
	    !element_is(found->element, "Link"))
		finding(pdf, RULE_LINK, "is held by %s (object %d)",
			element_name(pdf, found->element), id);
}

static void
annotation_check(struct pdf *pdf, struct references *references,
		 qpdf_oh annotation, size_t page)
{
	const char *words = pdf_words(pdf,
				      pdf_key(pdf, annotation, "/Contents"));
	int id = pdf_id(pdf, annotation);

	if (words == NULL || *words == '\0')
		finding(pdf, RULE_LINK, "no /Contents (object %d, page %zu)",
			id, page + 1);
	flags_check(pdf, annotation, id);
	owner_check(pdf, references, annotation, page);
	if (pdf_is(pdf, pdf_key(pdf, annotation, "/Subtype"), "/Link"))
		target_check(pdf, annotation, id);
	else
		finding(pdf, RULE_ANNOTATION, "is no link (object %d)", id);
}

static void
elements_check(struct pdf *pdf, const struct structure *structure)
{
	for (size_t i = 0; i < structure->count; i++) {
		const struct element *element = structure->elements[i];
		size_t objects = 0;

		for (size_t j = 0; j < element->kid_count; j++)
			objects += element->kids[j].kind == KID_OBJECT;
		if (element_is(element, "Link") && objects == 0)
			finding(pdf, RULE_LINK, "%s has no annotation",
				element_name(pdf, element));
		if (element_is(element, "Link") &&
		    element->kid_count == objects)
			finding(pdf, RULE_LINK, "%s has no words",
				element_name(pdf, element));
	}
}

void
check_links(struct pdf *pdf, const struct structure *structure)
{
	struct references references;

	if (structure->root == NULL)
		return;
	references = references_collect(pdf, structure);
	for (size_t i = 0; i < pdf->page_count; i++) {
		qpdf_oh items = pdf_key(pdf, pdf->pages[i], "/Annots");
		size_t count = pdf_count(pdf, items);

		for (size_t j = 0; j < count; j++)
			annotation_check(pdf, &references,
					 pdf_item(pdf, items, j), i);
	}
	if (references.used != references.count)
		finding(pdf, RULE_ANNOTATION,
			"%zu are in the tree, %zu on the pages",
			references.count, references.used);
	elements_check(pdf, structure);
}
