/* Bookmarks (PDF 12.3.3) and destinations (12.3.2). */
/* SPDX-License-Identifier: MIT */
#include "checks.h"

#include <string.h>

enum {
	PAGES_WITHOUT = 3 /* a file of so many pages needs no outline */
};

bool
destination_is_good(struct pdf *pdf, qpdf_oh destination)
{
	if (pdf_count(pdf, destination) < 2)
		return false;
	return pdf_page_of(pdf, pdf_item(pdf, destination, 0)) <
		   pdf->page_count &&
	       *pdf_name(pdf, pdf_item(pdf, destination, 1)) == '/';
}

static void
item_check(struct pdf *pdf, qpdf_oh item, qpdf_oh parent, qpdf_oh previous)
{
	const char *title = pdf_words(pdf, pdf_key(pdf, item, "/Title"));
	qpdf_oh action = pdf_key(pdf, item, "/A");
	qpdf_oh destination = pdf_key(pdf, item, "/Dest");
	int id = pdf_id(pdf, item);

	if (title == NULL || *title == '\0')
		finding(pdf, RULE_OUTLINE, "no /Title (object %d)", id);
	if (pdf_is(pdf, pdf_key(pdf, action, "/S"), "/GoTo"))
		destination = pdf_key(pdf, action, "/D");
	if (!destination_is_good(pdf, destination))
		finding(pdf, RULE_OUTLINE,
			"leads to no page of the file (object %d)", id);
	if (pdf_id(pdf, pdf_key(pdf, item, "/Parent")) != pdf_id(pdf, parent))
		finding(pdf, RULE_OUTLINE, "has another /Parent (object %d)",
			id);
	if (pdf_id(pdf, pdf_key(pdf, item, "/Prev")) != pdf_id(pdf, previous))
		finding(pdf, RULE_OUTLINE, "has another /Prev (object %d)", id);
}

/* Returns how many items there are below; `left` bounds a cycle. */
static size_t
items_check(struct pdf *pdf, qpdf_oh parent, int depth, size_t *left)
{
	qpdf_oh previous = qpdf_oh_new_null(pdf->qpdf);
	qpdf_oh item = pdf_key(pdf, parent, "/First");
	size_t count = 0;

	while (qpdf_oh_is_dictionary(pdf->qpdf, item)) {
		if (*left == 0 || depth > TREE_DEPTH_MOST) {
			*left = 0;
			return count;
		}
		(*left)--;
		count++;
		item_check(pdf, item, parent, previous);
		items_check(pdf, item, depth + 1, left);
		previous = item;
		item = pdf_key(pdf, item, "/Next");
	}
	if (pdf_id(pdf, pdf_key(pdf, parent, "/Last")) != pdf_id(pdf, previous))
		finding(pdf, RULE_OUTLINE, "has another /Last (object %d)",
			pdf_id(pdf, parent));
	return count;
}

void
check_outline(struct pdf *pdf)
{
	qpdf_oh outline = pdf_key(pdf, pdf->root, "/Outlines");
	size_t left = OBJECTS_MOST / 10, count;

	if (!qpdf_oh_is_dictionary(pdf->qpdf, outline)) {
		if (pdf->page_count > PAGES_WITHOUT)
			finding(pdf, RULE_OUTLINE, "%zu pages have none",
				pdf->page_count);
		return;
	}
	count = items_check(pdf, outline, 0, &left);
	if (left == 0)
		finding(pdf, RULE_OUTLINE, "is too deep, too long or cyclic");
	if (count == 0)
		finding(pdf, RULE_OUTLINE, "is empty");
}
