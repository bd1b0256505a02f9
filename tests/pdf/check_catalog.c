/* The catalog and the pages: language, marks, title, order, labels. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "checks.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* RFC 5646, 2.1: a language of two or three letters, then subtags of one to
 * eight letters or digits. Longer languages are reserved or registered and
 * have no place here. */
bool
language_is_plausible(const char *tag)
{
	size_t length = strcspn(tag, "-");

	if (length < 2 || length > 3)
		return false;
	for (size_t i = 0; i < length; i++)
		if (!isalpha((unsigned char)tag[i]))
			return false;
	for (tag += length; *tag == '-'; tag += length) {
		length = strcspn(++tag, "-");
		if (length < 1 || length > 8)
			return false;
		for (size_t i = 0; i < length; i++)
			if (!isalnum((unsigned char)tag[i]))
				return false;
	}
	return *tag == '\0';
}

static void
page_check(struct pdf *pdf, size_t page)
{
	qpdf_oh object = pdf->pages[page];
	long long number;

	if (!pdf_is(pdf, pdf_key(pdf, object, "/Tabs"), "/S"))
		finding(pdf, RULE_PAGE, "no /Tabs /S (page %zu)", page + 1);
	if (!pdf_integer(pdf, pdf_key(pdf, object, "/StructParents"), &number))
		finding(pdf, RULE_PARENT, "no /StructParents (page %zu)",
			page + 1);
	if (pdf_count(pdf, pdf_inherited(pdf, object, "/MediaBox")) != 4)
		finding(pdf, RULE_PAGE, "no /MediaBox (page %zu)", page + 1);
}

/* PDF 12.4.2: the first range starts at page 0. */
static void
labels_check(struct pdf *pdf)
{
	struct pairs labels = pdf_number_tree(
	    pdf, RULE_LABELS, pdf_key(pdf, pdf->root, "/PageLabels"));

	if (labels.count == 0 || labels.items[0].number != 0)
		finding(pdf, RULE_LABELS, "the first page has none");
	for (size_t i = 0; i < labels.count; i++)
		if (!qpdf_oh_is_dictionary(pdf->qpdf, labels.items[i].value) ||
		    labels.items[i].number < 0 ||
		    labels.items[i].number >= (long long)pdf->page_count)
			finding(pdf, RULE_LABELS,
				"a range from page %lld on is none",
				labels.items[i].number + 1);
}

void
check_catalog(struct pdf *pdf)
{
	const char *language = pdf_words(pdf, pdf_key(pdf, pdf->root, "/Lang"));
	qpdf_oh mark = pdf_key(pdf, pdf->root, "/MarkInfo");
	qpdf_oh preferences = pdf_key(pdf, pdf->root, "/ViewerPreferences");

	if (language == NULL)
		finding(pdf, RULE_LANGUAGE, "the catalog has no /Lang");
	else if (!language_is_plausible(language))
		finding(pdf, RULE_LANGUAGE, "%s is no language (catalog)",
			language);
	if (!pdf_is_true(pdf, pdf_key(pdf, mark, "/Marked")))
		finding(pdf, RULE_MARKED, "/MarkInfo has no /Marked true");
	if (pdf_is_true(pdf, pdf_key(pdf, mark, "/Suspects")))
		finding(pdf, RULE_MARKED, "/MarkInfo has /Suspects true");
	if (!pdf_is_true(pdf, pdf_key(pdf, preferences, "/DisplayDocTitle")))
		finding(pdf, RULE_TITLE, "no /DisplayDocTitle true");
	for (size_t i = 0; i < pdf->page_count; i++)
		page_check(pdf, i);
	labels_check(pdf);
}
