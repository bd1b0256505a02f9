/* Seeded faults of the catalog, the metadata, the attachments. */
/* SPDX-License-Identifier: MIT */
#include "spoil.h"

#include <string.h>

bool
spoil_nothing(struct patient *patient)
{
	return patient->pdf->page_count > 0;
}

static bool
key_drop(struct patient *patient, qpdf_oh object, const char *key)
{
	struct pdf *pdf = patient->pdf;

	if (!pdf_has(pdf, object, key))
		return false;
	qpdf_oh_remove_key(pdf->qpdf, object, key);
	return true;
}

static bool
flag_set(struct patient *patient, const char *dictionary, const char *key,
	 bool value)
{
	struct pdf *pdf = patient->pdf;
	qpdf_oh object = pdf_key(pdf, pdf->root, dictionary);

	if (!qpdf_oh_is_dictionary(pdf->qpdf, object))
		return false;
	qpdf_oh_replace_key(pdf->qpdf, object, key,
			    qpdf_oh_new_bool(pdf->qpdf, value));
	return true;
}

bool
spoil_language(struct patient *patient)
{
	struct element *document = patient_find(patient, "Document");

	if (document != NULL)
		qpdf_oh_remove_key(patient->pdf->qpdf, document->object,
				   "/Lang");
	return key_drop(patient, patient->pdf->root, "/Lang");
}

bool
spoil_language_tag(struct patient *patient)
{
	qpdf_data qpdf = patient->pdf->qpdf;

	qpdf_oh_replace_key(qpdf, patient->pdf->root, "/Lang",
			    qpdf_oh_new_string(qpdf, "en_GB!"));
	return true;
}

bool
spoil_marked(struct patient *patient)
{
	return flag_set(patient, "/MarkInfo", "/Marked", false);
}

bool
spoil_suspects(struct patient *patient)
{
	return flag_set(patient, "/MarkInfo", "/Suspects", true);
}

bool
spoil_display_title(struct patient *patient)
{
	return flag_set(patient, "/ViewerPreferences", "/DisplayDocTitle",
			false);
}

bool
spoil_metadata(struct patient *patient)
{
	return key_drop(patient, patient->pdf->root, "/Metadata");
}

/* Blank the packet from one string to the end of another. */
static bool
packet_blank(struct patient *patient, const char *from, const char *to)
{
	struct pdf *pdf = patient->pdf;
	qpdf_oh stream = pdf_key(pdf, pdf->root, "/Metadata");
	struct text packet = {0};
	char *begin = NULL, *end = NULL;

	if (pdf_stream(pdf, stream, &packet)) {
		begin = strstr(packet.bytes, from);
		end = begin == NULL ? NULL : strstr(begin, to);
	}
	if (end != NULL) {
		memset(begin, ' ', (size_t)(end - begin) + strlen(to));
		patient_stream(patient, stream, &packet);
	}
	text_free(&packet);
	return end != NULL;
}

bool
spoil_pdfuaid(struct patient *patient)
{
	return packet_blank(patient, "<pdfuaid:part>", "</pdfuaid:part>");
}

bool
spoil_pdfaid(struct patient *patient)
{
	return packet_blank(patient, "<pdfaid:conformance>",
			    "</pdfaid:conformance>");
}

bool
spoil_dc_title(struct patient *patient)
{
	return packet_blank(patient, "<dc:title>", "</dc:title>");
}

bool
spoil_intent(struct patient *patient)
{
	return key_drop(patient, patient->pdf->root, "/OutputIntents");
}

bool
spoil_labels(struct patient *patient)
{
	return key_drop(patient, patient->pdf->root, "/PageLabels");
}

/* A short file may do without. */
bool
spoil_outline(struct patient *patient)
{
	return patient->pdf->page_count > 3 &&
	       key_drop(patient, patient->pdf->root, "/Outlines");
}

bool
spoil_bookmark(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;
	qpdf_oh outline = pdf_key(pdf, pdf->root, "/Outlines");
	qpdf_oh item = pdf_key(pdf, outline, "/First");

	if (!qpdf_oh_is_dictionary(pdf->qpdf, item))
		return false;
	qpdf_oh_remove_key(pdf->qpdf, item, "/A");
	qpdf_oh_replace_key(pdf->qpdf, item, "/Dest",
			    qpdf_oh_parse(pdf->qpdf, "[ 9999 /Fit ]"));
	return true;
}

bool
spoil_script(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;

	qpdf_oh_replace_key(
	    pdf->qpdf, pdf->root, "/OpenAction",
	    qpdf_oh_parse(pdf->qpdf, "<< /S /JavaScript /JS (1) >>"));
	return true;
}

/* The first attached file; null if there is none. */
static qpdf_oh
attachment_find(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;
	qpdf_oh files = pdf_key(pdf, pdf->root, "/AF");

	return pdf_count(pdf, files) > 0 ? pdf_item(pdf, files, 0)
					 : qpdf_oh_new_null(pdf->qpdf);
}

bool
spoil_relationship(struct patient *patient)
{
	return key_drop(patient, attachment_find(patient), "/AFRelationship");
}

bool
spoil_media_type(struct patient *patient)
{
	struct pdf *pdf = patient->pdf;
	qpdf_oh files = pdf_key(pdf, attachment_find(patient), "/EF");
	qpdf_oh stream = pdf_key(pdf, files, "/F");

	return qpdf_oh_is_stream(pdf->qpdf, stream) &&
	       key_drop(patient, qpdf_oh_get_dict(pdf->qpdf, stream),
			"/Subtype");
}

bool
spoil_associated(struct patient *patient)
{
	return key_drop(patient, patient->pdf->root, "/AF");
}

bool
spoil_structure_root(struct patient *patient)
{
	return key_drop(patient, patient->pdf->root, "/StructTreeRoot");
}
