/* Header, trailer, encryption, actions, and damage that qpdf repaired. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "checks.h"

#include <string.h>

/* A 6.1.2: a comment of at least four bytes over 127 in the second line. */
static void
header_check(struct pdf *pdf)
{
	static const char start[] = "%PDF-1.7";
	const size_t length = sizeof(start) - 1;
	const char *bytes = pdf->bytes;
	bool good = pdf->length > length + 6 &&
		    memcmp(bytes, start, length) == 0;
	size_t at = length;

	if (!good) {
		finding(pdf, RULE_HEADER, "does not begin with %s", start);
		return;
	}
	at += bytes[at] == '\r' && bytes[at + 1] == '\n' ? 2 : 1;
	good = bytes[at] == '%' && pdf->length > at + 4;
	for (size_t i = 1; good && i <= 4; i++)
		good = (unsigned char)bytes[at + i] > 127;
	if (!good)
		finding(pdf, RULE_HEADER,
			"the second line is no comment of binary bytes");
}

/* A 6.1.3: nothing but one end of line behind the last marker. */
static void
end_check(struct pdf *pdf)
{
	static const char mark[] = "%%EOF";
	const size_t length = sizeof(mark) - 1;
	size_t end = pdf->length;

	if (end > 0 && pdf->bytes[end - 1] == '\n')
		end--;
	if (end > 0 && pdf->bytes[end - 1] == '\r')
		end--;
	if (end < length ||
	    memcmp(pdf->bytes + end - length, mark, length) != 0)
		finding(pdf, RULE_FILE, "does not end with %s", mark);
}

static void
trailer_check(struct pdf *pdf)
{
	qpdf_oh trailer = qpdf_get_trailer(pdf->qpdf);
	qpdf_oh identifier = pdf_key(pdf, trailer, "/ID");
	size_t count = pdf_count(pdf, identifier);
	bool good = count == 2;

	for (size_t i = 0; good && i < count; i++)
		good = qpdf_oh_is_string(pdf->qpdf,
					 pdf_item(pdf, identifier, i)) &&
		       strcmp(qpdf_oh_unparse(pdf->qpdf,
					      pdf_item(pdf, identifier, i)),
			      "()") != 0;
	if (!good)
		finding(pdf, RULE_IDENTIFIER, "the trailer has no /ID");
	if (pdf_has(pdf, trailer, "/Encrypt") || qpdf_is_encrypted(pdf->qpdf))
		finding(pdf, RULE_ENCRYPTION, "the file is encrypted");
}

/* A 6.5.1: of all actions the program needs only these two. */
static void
action_check(struct pdf *pdf, qpdf_oh object, int id)
{
	static const char *const others[] = {
	    "/JavaScript", "/Launch",	   "/SubmitForm", "/ImportData",
	    "/ResetForm",  "/SetOCGState", "/Rendition",  "/Trans",
	    "/GoTo3DView", "/Sound",	   "/Movie",	  "/Hide",
	};
	const char *kind = pdf_name(pdf, pdf_key(pdf, object, "/S"));

	for (size_t i = 0; i < COUNT(others); i++)
		if (strcmp(kind, others[i]) == 0)
			finding(pdf, RULE_ACTION, "%s (object %d)", kind + 1,
				id);
	if (pdf_has(pdf, object, "/JS") || pdf_has(pdf, object, "/AA"))
		finding(pdf, RULE_ACTION, "/JS or /AA (object %d)", id);
}

/* Every object, and the actions that stand in it. Handles are given back: a
 * damaged trailer can claim any number of objects. */
static void
objects_check(struct pdf *pdf)
{
	long long size;

	pdf_integer(pdf, pdf_key(pdf, qpdf_get_trailer(pdf->qpdf), "/Size"),
		    &size);
	if (size > OBJECTS_MOST) {
		finding(pdf, RULE_FILE, "%lld objects", size);
		size = OBJECTS_MOST;
	}
	for (int id = 1; id < size; id++) {
		qpdf_oh object = qpdf_get_object_by_id(pdf->qpdf, id, 0);

		if (qpdf_oh_is_dictionary(pdf->qpdf, object)) {
			action_check(pdf, object, id);
			action_check(pdf, pdf_key(pdf, object, "/A"), id);
			action_check(pdf, pdf_key(pdf, object, "/OpenAction"),
				     id);
		}
		qpdf_oh_release(pdf->qpdf, object);
	}
	if (pdf_has(pdf, pdf_key(pdf, pdf->root, "/Names"), "/JavaScript"))
		finding(pdf, RULE_ACTION, "/JavaScript among the /Names");
}

static void
damage_check(struct pdf *pdf)
{
	while (qpdf_more_warnings(pdf->qpdf)) {
		qpdf_error warning = qpdf_next_warning(pdf->qpdf);

		finding(pdf, RULE_FILE, "%s",
			qpdf_get_error_message_detail(pdf->qpdf, warning));
	}
	if (qpdf_has_error(pdf->qpdf))
		finding(pdf, RULE_FILE, "%s",
			qpdf_get_error_message_detail(
			    pdf->qpdf, qpdf_get_error(pdf->qpdf)));
}

void
check_file(struct pdf *pdf)
{
	header_check(pdf);
	end_check(pdf);
	trailer_check(pdf);
	objects_check(pdf);
	damage_check(pdf);
}
