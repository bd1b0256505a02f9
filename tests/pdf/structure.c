/* Read the structure tree: elements, content, objects (PDF 14.7.2, 14.7.4). */
/* SPDX-License-Identifier: MIT */
#include "structure.h"

#include "base/arena.h"

#include <string.h>

struct reading {
	struct pdf *pdf;
	struct structure *structure;
	qpdf_oh roles; /* the role map */
};

bool
element_is(const struct element *element, const char *type)
{
	return strcmp(element->type, type) == 0;
}

const struct element *
element_inside(const struct element *element, const char *type)
{
	for (element = element->parent; element != NULL;
	     element = element->parent)
		if (element_is(element, type))
			return element;
	return NULL;
}

const char *
element_name(struct pdf *pdf, const struct element *element)
{
	return arena_print(pdf->arena, "%s (object %d)", element->type,
			   element->id);
}

qpdf_oh
element_attribute(struct pdf *pdf, const struct element *element,
		  const char *owner, const char *key)
{
	qpdf_oh attributes = pdf_key(pdf, element->object, "/A");
	size_t count = pdf_count(pdf, attributes);

	if (pdf_is(pdf, pdf_key(pdf, attributes, "/O"), owner))
		return pdf_key(pdf, attributes, key);
	for (size_t i = 0; i < count; i++) {
		qpdf_oh item = pdf_item(pdf, attributes, i);

		if (pdf_is(pdf, pdf_key(pdf, item, "/O"), owner) &&
		    pdf_has(pdf, item, key))
			return pdf_key(pdf, item, key);
	}
	return qpdf_oh_new_null(pdf->qpdf);
}

size_t
element_count(const struct element *element, const char *type)
{
	size_t count = 0;

	for (size_t i = 0; i < element->kid_count; i++)
		count += element->kids[i].kind == KID_ELEMENT &&
			 element_is(element->kids[i].element, type);
	return count;
}

/* A type can be mapped more than once; a cycle comes to an end. */
static const char *
type_of(struct reading *now, qpdf_oh object)
{
	struct pdf *pdf = now->pdf;
	const char *type = pdf_name(pdf, pdf_key(pdf, object, "/S"));

	for (int i = 0; i < TREE_DEPTH_MOST && *type != '\0'; i++) {
		const char *mapped = pdf_name(pdf,
					      pdf_key(pdf, now->roles, type));

		if (*mapped == '\0')
			break;
		type = mapped;
	}
	return *type == '/' ? type + 1 : type;
}

static void kid_read(struct reading *, struct element *, qpdf_oh kid,
		     int depth);

static void
kids_read(struct reading *now, struct element *element, int depth)
{
	qpdf_oh kids = pdf_key(now->pdf, element->object, "/K");
	size_t count = pdf_count(now->pdf, kids);

	if (!qpdf_oh_is_array(now->pdf->qpdf, kids) &&
	    !qpdf_oh_is_null(now->pdf->qpdf, kids))
		kid_read(now, element, kids, depth);
	for (size_t i = 0; i < count; i++)
		kid_read(now, element, pdf_item(now->pdf, kids, i), depth);
}

static bool
is_its_own_ancestor(const struct element *parent, int id)
{
	for (; id != 0 && parent != NULL; parent = parent->parent)
		if (parent->id == id)
			return true;
	return false;
}

static void
element_read(struct reading *now, struct element *parent, qpdf_oh object,
	     int depth)
{
	struct pdf *pdf = now->pdf;
	struct element *element;
	struct kid kid = {.kind = KID_ELEMENT};
	int id = pdf_id(pdf, object);

	if (depth > TREE_DEPTH_MOST || now->structure->count >= OBJECTS_MOST ||
	    is_its_own_ancestor(parent, id)) {
		finding(pdf, RULE_STRUCTURE,
			"is too deep, too large or cyclic (object %d)", id);
		return;
	}
	element = arena_take(pdf->arena, sizeof(*element));
	*element = (struct element){
	    .object = object,
	    .id = id,
	    .type = type_of(now, object),
	    .parent = parent,
	    .language = pdf_words(pdf, pdf_key(pdf, object, "/Lang")),
	    .alt = pdf_words(pdf, pdf_key(pdf, object, "/Alt")),
	    .actual = pdf_words(pdf, pdf_key(pdf, object, "/ActualText")),
	    .identifier = pdf_string(pdf, pdf_key(pdf, object, "/ID")),
	};
	if (id == 0 || pdf_id(pdf, pdf_key(pdf, object, "/P")) != parent->id)
		finding(pdf, RULE_STRUCTURE,
			"%s does not point to its parent, object %d",
			element_name(pdf, element), parent->id);
	kid.element = element;
	ARENA_PUSH(pdf->arena, parent->kids, parent->kid_count, kid);
	ARENA_PUSH(pdf->arena, now->structure->elements, now->structure->count,
		   element);
	kids_read(now, element, depth);
}

/* An integer, an MCR or an OBJR names its page, or its element does. */
static void
reference_read(struct reading *now, struct element *element, qpdf_oh kid)
{
	struct pdf *pdf = now->pdf;
	struct kid item = {.kind = KID_CONTENT};
	qpdf_oh page = pdf_key(pdf, kid, "/Pg");
	const char *type = pdf_name(pdf, pdf_key(pdf, kid, "/Type"));
	bool good = pdf_integer(pdf, kid, &item.mcid);

	if (qpdf_oh_is_null(pdf->qpdf, page))
		page = pdf_key(pdf, element->object, "/Pg");
	item.page = pdf_page_of(pdf, page);
	if (strcmp(type, "/OBJR") == 0) {
		item.kind = KID_OBJECT;
		item.object = pdf_key(pdf, kid, "/Obj");
		good = qpdf_oh_is_dictionary(pdf->qpdf, item.object);
	} else if (strcmp(type, "/MCR") == 0) {
		good = pdf_integer(pdf, pdf_key(pdf, kid, "/MCID"),
				   &item.mcid) &&
		       !pdf_has(pdf, kid, "/Stm");
	}
	if (!good || item.page == pdf->page_count)
		finding(pdf, RULE_STRUCTURE,
			"%s has a kid that is nothing on a page",
			element_name(pdf, element));
	else
		ARENA_PUSH(pdf->arena, element->kids, element->kid_count, item);
}

static void
kid_read(struct reading *now, struct element *element, qpdf_oh kid, int depth)
{
	if (pdf_has(now->pdf, kid, "/S"))
		element_read(now, element, kid, depth + 1);
	else
		reference_read(now, element, kid);
}

struct structure
structure_read(struct pdf *pdf)
{
	struct structure structure = {0};
	qpdf_oh tree = pdf_key(pdf, pdf->root, "/StructTreeRoot");
	struct reading now = {pdf, &structure, pdf_key(pdf, tree, "/RoleMap")};

	if (!qpdf_oh_is_dictionary(pdf->qpdf, tree)) {
		finding(pdf, RULE_STRUCTURE, "there is none");
		return structure;
	}
	structure.root = arena_take(pdf->arena, sizeof(*structure.root));
	structure.root->object = tree;
	structure.root->id = pdf_id(pdf, tree);
	structure.root->type = "StructTreeRoot";
	kids_read(&now, structure.root, 0);
	return structure;
}
