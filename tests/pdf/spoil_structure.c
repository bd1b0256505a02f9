/* Seeded faults of the structure tree and the way back to it. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "spoil.h"

#include <string.h>

struct element *
patient_find(const struct patient *patient, const char *type)
{
	for (size_t i = 0; i < patient->structure.count; i++)
		if (element_is(patient->structure.elements[i], type))
			return patient->structure.elements[i];
	return NULL;
}

/* Drop a key of the first element of a type that has it. */
static bool
element_drop(struct patient *patient, const char *type, const char *key)
{
	struct pdf *pdf = patient->pdf;

	for (size_t i = 0; i < patient->structure.count; i++) {
		struct element *element = patient->structure.elements[i];

		if (!element_is(element, type) ||
		    !pdf_has(pdf, element->object, key))
			continue;
		qpdf_oh_remove_key(pdf->qpdf, element->object, key);
		return true;
	}
	return false;
}

static bool
element_set(struct patient *patient, struct element *element, const char *key,
	    const char *value)
{
	qpdf_data qpdf = patient->pdf->qpdf;

	if (element == NULL)
		return false;
	qpdf_oh_replace_key(qpdf, element->object, key,
			    qpdf_oh_parse(qpdf, value));
	return true;
}

bool
spoil_alt(struct patient *patient)
{
	return element_drop(patient, "Figure", "/Alt");
}

bool
spoil_alt_empty(struct patient *patient)
{
	return element_set(patient, patient_find(patient, "Figure"), "/Alt",
			   "()");
}

bool
spoil_box(struct patient *patient)
{
	return element_drop(patient, "Figure", "/A");
}

/* With one head left alone a reader could still find the others. */
bool
spoil_scope(struct patient *patient)
{
	bool good = false;

	while (element_drop(patient, "TH", "/A"))
		good = true;
	return good;
}

/* The last kid of an array goes. */
static bool
kid_drop(struct patient *patient, struct element *element)
{
	struct pdf *pdf = patient->pdf;
	qpdf_oh kids;
	size_t count;

	if (element == NULL)
		return false;
	kids = pdf_key(pdf, element->object, "/K");
	count = pdf_count(pdf, kids);
	if (count == 0)
		return false;
	qpdf_oh_erase_item(pdf->qpdf, kids, (int)count - 1);
	return true;
}

bool
spoil_cell(struct patient *patient)
{
	struct element *cell = patient_find(patient, "TD");

	return cell != NULL && kid_drop(patient, cell->parent);
}

bool
spoil_heading(struct patient *patient)
{
	return element_set(patient, patient_find(patient, "H2"), "/S", "/H4");
}

bool
spoil_first_heading(struct patient *patient)
{
	return element_set(patient, patient_find(patient, "H1"), "/S", "/P");
}

bool
spoil_type(struct patient *patient)
{
	return element_set(patient, patient_find(patient, "P"), "/S",
			   "/Paragraph");
}

bool
spoil_list(struct patient *patient)
{
	return element_set(patient, patient_find(patient, "LBody"), "/S",
			   "/Div");
}

bool
spoil_note_id(struct patient *patient)
{
	return element_drop(patient, "Note", "/ID");
}

bool
spoil_note_id_shared(struct patient *patient)
{
	const struct element *first = patient_find(patient, "Note");
	qpdf_data qpdf = patient->pdf->qpdf;

	if (first == NULL || first->identifier == NULL)
		return false;
	for (size_t i = patient->structure.count; i-- > 0;) {
		struct element *element = patient->structure.elements[i];

		if (!element_is(element, "Note") || element == first)
			continue;
		qpdf_oh_replace_key(
		    qpdf, element->object, "/ID",
		    qpdf_oh_new_string(qpdf, first->identifier));
		return true;
	}
	return false;
}

bool
spoil_id_tree(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;
	qpdf_oh root = pdf_key(pdf, pdf->root, "/StructTreeRoot");

	if (!pdf_has(pdf, root, "/IDTree"))
		return false;
	qpdf_oh_remove_key(pdf->qpdf, root, "/IDTree");
	return true;
}

bool
spoil_element_language(struct patient *patient)
{
	return element_set(patient, patient_find(patient, "P"), "/Lang",
			   "(english)");
}

/* The last of the elements right under the document, with all that it owns. */
bool
spoil_kid(struct patient *patient)
{
	return kid_drop(patient, patient_find(patient, "Document"));
}

/* An element claims its first mark twice. */
bool
spoil_kid_repeated(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;

	for (size_t i = 0; i < patient->structure.count; i++) {
		struct element *element = patient->structure.elements[i];
		qpdf_oh kids = pdf_key(pdf, element->object, "/K");

		if (element->kid_count == 0 ||
		    element->kids[0].kind != KID_CONTENT ||
		    pdf_count(pdf, kids) == 0)
			continue;
		qpdf_oh_append_item(pdf->qpdf, kids, pdf_item(pdf, kids, 0));
		return true;
	}
	return false;
}

bool
spoil_parent_pointer(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;
	struct element *element = patient_find(patient, "P");

	if (element == NULL)
		return false;
	qpdf_oh_replace_key(pdf->qpdf, element->object, "/P",
			    patient->structure.root->object);
	return true;
}

/* Two neighbours of different elements change places. */
static bool
neighbours_swap(struct pdf *pdf, qpdf_oh parents)
{
	size_t count = pdf_count(pdf, parents);

	for (size_t i = 0; i + 1 < count; i++) {
		qpdf_oh left = pdf_item(pdf, parents, i);
		qpdf_oh right = pdf_item(pdf, parents, i + 1);

		if (pdf_id(pdf, left) == pdf_id(pdf, right))
			continue;
		qpdf_oh_set_array_item(pdf->qpdf, parents, (int)i, right);
		qpdf_oh_set_array_item(pdf->qpdf, parents, (int)i + 1, left);
		return true;
	}
	return false;
}

bool
spoil_parent_tree(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;
	qpdf_oh root = pdf_key(pdf, pdf->root, "/StructTreeRoot");
	struct pairs pairs = pdf_number_tree(pdf, RULE_PARENT,
					     pdf_key(pdf, root, "/ParentTree"));

	for (size_t i = 0; i < pairs.count; i++)
		if (neighbours_swap(pdf, pairs.items[i].value))
			return true;
	return false;
}

bool
spoil_struct_parents(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;

	if (pdf->page_count == 0)
		return false;
	qpdf_oh_remove_key(pdf->qpdf, pdf->pages[0], "/StructParents");
	return true;
}
