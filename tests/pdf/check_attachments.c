/* Attached files: associated, named, typed (A 6.8; PDF 7.11). */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "checks.h"

#include <string.h>

/* RFC 6838, 4.2: a type and a subtype, behind the slash of a PDF name. */
static bool
is_media_type(const char *name)
{
	static const char others[] = "abcdefghijklmnopqrstuvwxyz"
				     "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "0123456789!#$&-^_.+";
	size_t type, subtype;

	if (*name != '/')
		return false;
	type = strspn(++name, others);
	if (type == 0 || name[type] != '/')
		return false;
	subtype = strspn(name + type + 1, others);
	return subtype > 0 && name[type + 1 + subtype] == '\0';
}

static bool
is_relationship(const char *name)
{
	static const char *const known[] = {"/Source", "/Data", "/Alternative",
					    "/Supplement", "/Unspecified"};

	for (size_t i = 0; i < COUNT(known); i++)
		if (strcmp(name, known[i]) == 0)
			return true;
	return false;
}

static bool
is_associated(struct pdf *pdf, int id)
{
	qpdf_oh files = pdf_key(pdf, pdf->root, "/AF");
	size_t count = pdf_count(pdf, files);

	for (size_t i = 0; id != 0 && i < count; i++)
		if (pdf_id(pdf, pdf_item(pdf, files, i)) == id)
			return true;
	return false;
}

static void
stream_check(struct pdf *pdf, const char *name, qpdf_oh stream)
{
	qpdf_oh parameters = pdf_key(pdf, stream, "/Params");
	struct text bytes = {0};
	long long size;

	if (!is_media_type(pdf_name(pdf, pdf_key(pdf, stream, "/Subtype"))))
		finding(pdf, RULE_ATTACHMENT, "%s has no media type", name);
	if (!pdf_stream(pdf, stream, &bytes))
		finding(pdf, RULE_ATTACHMENT, "%s is not in the file", name);
	else if (pdf_integer(pdf, pdf_key(pdf, parameters, "/Size"), &size) &&
		 size != (long long)bytes.length)
		finding(pdf, RULE_ATTACHMENT, "%s has %zu bytes, not %lld",
			name, bytes.length, size);
	if (pdf_words(pdf, pdf_key(pdf, parameters, "/ModDate")) == NULL)
		finding(pdf, RULE_ATTACHMENT, "%s has no date", name);
	text_free(&bytes);
}

static void
attachment_check(struct pdf *pdf, const struct pair *pair)
{
	qpdf_oh object = pair->value;
	qpdf_oh files = pdf_key(pdf, object, "/EF");
	const char *words;

	if (!is_relationship(
		pdf_name(pdf, pdf_key(pdf, object, "/AFRelationship"))))
		finding(pdf, RULE_ATTACHMENT, "%s has no /AFRelationship",
			pair->name);
	if (!is_associated(pdf, pdf_id(pdf, object)))
		finding(pdf, RULE_ATTACHMENT, "%s is not in the catalog's /AF",
			pair->name);
	if (pdf_words(pdf, pdf_key(pdf, object, "/F")) == NULL ||
	    pdf_words(pdf, pdf_key(pdf, object, "/UF")) == NULL)
		finding(pdf, RULE_ATTACHMENT, "%s lacks /F or /UF", pair->name);
	words = pdf_words(pdf, pdf_key(pdf, object, "/Desc"));
	if (words == NULL || *words == '\0')
		finding(pdf, RULE_ATTACHMENT, "%s has no /Desc", pair->name);
	stream_check(pdf, pair->name, pdf_key(pdf, files, "/F"));
}

void
check_attachments(struct pdf *pdf)
{
	qpdf_oh names = pdf_key(pdf, pdf->root, "/Names");
	struct pairs pairs = pdf_name_tree(
	    pdf, RULE_ATTACHMENT, pdf_key(pdf, names, "/EmbeddedFiles"));
	size_t count = pdf_count(pdf, pdf_key(pdf, pdf->root, "/AF"));

	for (size_t i = 0; i < pairs.count; i++)
		attachment_check(pdf, &pairs.items[i]);
	if (count != pairs.count)
		finding(pdf, RULE_ATTACHMENT,
			"%zu files are associated, %zu are named", count,
			pairs.count);
}
