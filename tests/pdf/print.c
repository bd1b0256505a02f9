/* Print the structure with its words in reading order, one fact a line. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "checks.h"

#include <stdio.h>

struct printer {
	struct pdf *pdf;
	const struct page_content *contents;
	struct text out;
};

static void
indent(struct printer *printer, int depth)
{
	for (int i = 0; i < depth; i++)
		text_add(&printer->out, "  ");
}

static void
property_print(struct printer *printer, const char *key, const char *value)
{
	if (value == NULL || *value == '\0')
		return;
	text_print(&printer->out, " %s=", key);
	text_add_json(&printer->out, value);
}

static void
target_print(struct printer *printer, qpdf_oh annotation)
{
	struct pdf *pdf = printer->pdf;
	qpdf_oh action = pdf_key(pdf, annotation, "/A");
	qpdf_oh destination = pdf_key(pdf, annotation, "/Dest");
	const char *uri = pdf_string(pdf, pdf_key(pdf, action, "/URI"));

	if (uri != NULL)
		text_print(&printer->out, "to %s", uri);
	else if (pdf_count(pdf, destination) > 0)
		text_print(&printer->out, "to page %zu",
			   pdf_page_of(pdf, pdf_item(pdf, destination, 0)) + 1);
	else
		text_add(&printer->out, "to nowhere");
	property_print(printer, "contents",
		       pdf_words(pdf, pdf_key(pdf, annotation, "/Contents")));
}

/* Neighbouring marks of an element are one text: that a line or a page ends
 * between them is no fact about the structure. Returns the last one's place. */
static size_t
words_print(struct printer *printer, const struct element *element, size_t at)
{
	struct text words = {0};

	for (; at < element->kid_count && element->kids[at].kind == KID_CONTENT;
	     at++) {
		const struct kid *kid = &element->kids[at];
		const struct mark *mark = mark_find(
		    &printer->contents[kid->page], kid->mcid);

		text_add(&words, mark == NULL ? "" : mark->words);
	}
	text_add_json(&printer->out, text_string(&words));
	text_free(&words);
	return at - 1;
}

static void
properties_print(struct printer *printer, const struct element *element)
{
	struct pdf *pdf = printer->pdf;
	qpdf_oh scope = element_attribute(pdf, element, "/Table", "/Scope");
	qpdf_oh numbering = element_attribute(pdf, element, "/List",
					      "/ListNumbering");

	property_print(printer, "lang", element->language);
	property_print(printer, "alt", element->alt);
	property_print(printer, "actual", element->actual);
	property_print(printer, "id", element->identifier);
	if (qpdf_oh_is_name(pdf->qpdf, scope))
		text_print(&printer->out, " scope=%s",
			   pdf_name(pdf, scope) + 1);
	if (qpdf_oh_is_name(pdf->qpdf, numbering))
		text_print(&printer->out, " numbering=%s",
			   pdf_name(pdf, numbering) + 1);
	text_add(&printer->out, "\n");
}

/* No deeper than TREE_DEPTH_MOST: the reader has seen to it. */
static void
element_print(struct printer *printer, const struct element *element, int depth)
{
	indent(printer, depth);
	text_add(&printer->out, element->type);
	properties_print(printer, element);
	for (size_t i = 0; i < element->kid_count; i++) {
		const struct kid *kid = &element->kids[i];

		if (kid->kind == KID_ELEMENT) {
			element_print(printer, kid->element, depth + 1);
			continue;
		}
		indent(printer, depth + 1);
		if (kid->kind == KID_OBJECT)
			target_print(printer, kid->object);
		else
			i = words_print(printer, element, i);
		text_add(&printer->out, "\n");
	}
}

void
structure_print(struct pdf *pdf, const struct structure *structure,
		const struct page_content *contents)
{
	struct printer printer = {.pdf = pdf, .contents = contents};

	if (structure->root != NULL)
		element_print(&printer, structure->root, 0);
	fputs(text_string(&printer.out), stdout);
	text_free(&printer.out);
}
