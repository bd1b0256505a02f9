/* What the file says of itself: Info, XMP, output intent, attachments. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "pdf/parts.h"

#include <stdlib.h>
#include <string.h>

#define PRODUCER "rapporteur " RAPPORTEUR_VERSION

/* "D:20231013000000Z" from "2023-10-13T00:00:00Z"; NULL if it is not one. */
static const char *
date_from(struct arena *arena, const char *created)
{
	static const char pattern[] = "0000-00-00T00:00:00Z";
	struct text date = {0};
	bool good = strlen(created) == strlen(pattern);

	text_add(&date, "D:");
	for (size_t i = 0; good && pattern[i] != '\0'; i++) {
		bool is_digit = created[i] >= '0' && created[i] <= '9';

		good = pattern[i] == '0' ? is_digit : created[i] == pattern[i];
		if (is_digit)
			text_add_bytes(&date, &created[i], 1);
	}
	text_add(&date, "Z");
	created = good ? arena_copy(arena, text_string(&date)) : NULL;
	text_free(&date);
	return created;
}

static void
info_add(struct file *file, const struct pdf_info *info, const char *date)
{
	qpdf_oh object = dictionary_new_indirect(file, NULL);

	dictionary_set_bytes(file, object, "/CreationDate", date);
	dictionary_set_bytes(file, object, "/ModDate", date);
	dictionary_set_words(file, object, "/Title", info->title);
	if (info->author != NULL)
		dictionary_set_words(file, object, "/Author", info->author);
	if (info->subject != NULL)
		dictionary_set_words(file, object, "/Subject", info->subject);
	dictionary_set_bytes(file, object, "/Creator", PRODUCER);
	dictionary_set_bytes(file, object, "/Producer", PRODUCER);
	dictionary_set(file, qpdf_get_trailer(file->qpdf), "/Info", object);
}

/* ISO 19005-3, 6.6.2.3: the schema of pdfuaid has to be described. */
static const char extension_schema[] =
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema"
    "</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Indicates, which part of ISO 14289 standard"
    " is followed</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>\n"
    "</pdfaExtension:schemas></rdf:Description>\n";

static void
property_add(struct text *xmp, const char *begin, const char *words,
	     const char *end)
{
	if (words == NULL)
		return;
	text_add(xmp, begin);
	text_add_escaped(xmp, words);
	text_add(xmp, end);
}

static void
xmp_write(struct text *xmp, const struct pages *pages,
	  const struct pdf_info *info)
{
	text_add(xmp,
		 "<?xpacket begin=\"\xef\xbb\xbf\""
		 " id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
		 "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
		 " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
		 "<rdf:Description rdf:about=\"\""
		 " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
		 " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
		 " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
		 " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
		 " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
		 "<dc:format>application/pdf</dc:format>\n");
	property_add(xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
		     info->title, "</rdf:li></rdf:Alt></dc:title>\n");
	property_add(xmp, "<dc:creator><rdf:Seq><rdf:li>", info->author,
		     "</rdf:li></rdf:Seq></dc:creator>\n");
	property_add(xmp,
		     "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
		     info->subject, "</rdf:li></rdf:Alt></dc:description>\n");
	property_add(xmp, "<dc:language><rdf:Bag><rdf:li>", pages->tag,
		     "</rdf:li>");
	property_add(xmp, "<rdf:li>", pages->peer_tag, "</rdf:li>");
	text_add(xmp, "</rdf:Bag></dc:language>\n");
	property_add(xmp, "<xmp:CreateDate>", info->created,
		     "</xmp:CreateDate>\n");
	property_add(xmp, "<xmp:ModifyDate>", info->created,
		     "</xmp:ModifyDate>\n");
	text_add(xmp, "<xmp:CreatorTool>" PRODUCER "</xmp:CreatorTool>\n"
		      "<pdf:Producer>" PRODUCER "</pdf:Producer>\n"
		      "<pdfaid:part>3</pdfaid:part>"
		      "<pdfaid:conformance>A</pdfaid:conformance>"
		      "<pdfuaid:part>1</pdfuaid:part>\n"
		      "</rdf:Description>\n");
	text_add(xmp, extension_schema);
	text_add(xmp, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
}

static void
xmp_add(struct file *file, const struct pdf_info *info)
{
	struct text xmp = {0};
	qpdf_oh stream, dictionary;

	xmp_write(&xmp, file->pages, info);
	stream = stream_new_plain(file, xmp.bytes, xmp.length);
	dictionary = qpdf_oh_get_dict(file->qpdf, stream);
	dictionary_set_name(file, dictionary, "/Type", "/Metadata");
	dictionary_set_name(file, dictionary, "/Subtype", "/XML");
	dictionary_set(file, file->root, "/Metadata", stream);
	text_free(&xmp);
}

static void
output_intent_add(struct file *file)
{
	static const char name[] = "sRGB IEC61966-2.1";
	struct text profile = {0};
	qpdf_oh stream, intent, intents = qpdf_oh_new_array(file->qpdf);

	profile_write(&profile);
	stream = stream_new(file, profile.bytes, profile.length);
	dictionary_set_integer(file, qpdf_oh_get_dict(file->qpdf, stream), "/N",
			       3);
	intent = dictionary_new_indirect(file, "/OutputIntent");
	dictionary_set_name(file, intent, "/S", "/GTS_PDFA1");
	dictionary_set_bytes(file, intent, "/OutputConditionIdentifier", name);
	dictionary_set_bytes(file, intent, "/Info", name);
	dictionary_set(file, intent, "/DestOutputProfile", stream);
	qpdf_oh_append_item(file->qpdf, intents, intent);
	dictionary_set(file, file->root, "/OutputIntents", intents);
	text_free(&profile);
}

void
pdf_pack(struct arena *arena, struct pdf_attachment *attachment)
{
	struct libdeflate_compressor *packer = packer_new(PACK_WORDS);
	char *packed = bytes_pack(packer, attachment->bytes, attachment->length,
				  &attachment->packed_length);

	attachment->packed = arena_copy_bytes(arena, packed,
					      attachment->packed_length);
	free(packed);
	libdeflate_free_compressor(packer);
}

static qpdf_oh
attachment_stream(struct file *file, const struct pdf_attachment *attachment)
{
	if (attachment->packed == NULL)
		return stream_new(file, attachment->bytes, attachment->length);
	return stream_new_packed(file, attachment->packed,
				 attachment->packed_length);
}

static qpdf_oh
attachment_new(struct file *file, struct arena *arena,
	       const struct pdf_attachment *attachment, const char *date)
{
	qpdf_oh stream = attachment_stream(file, attachment);
	qpdf_oh dictionary = qpdf_oh_get_dict(file->qpdf, stream);
	qpdf_oh parameters = dictionary_new(file, NULL);
	qpdf_oh files = dictionary_new(file, NULL);
	qpdf_oh specification = dictionary_new_indirect(file, "/Filespec");

	dictionary_set_name(file, dictionary, "/Type", "/EmbeddedFile");
	dictionary_set_name(file, dictionary, "/Subtype",
			    arena_print(arena, "/%s", attachment->media_type));
	dictionary_set_integer(file, parameters, "/Size",
			       (long long)attachment->length);
	dictionary_set_bytes(file, parameters, "/ModDate", date);
	dictionary_set(file, dictionary, "/Params", parameters);
	dictionary_set(file, files, "/F", stream);
	dictionary_set(file, files, "/UF", stream);
	dictionary_set_bytes(file, specification, "/F", attachment->name);
	dictionary_set_words(file, specification, "/UF", attachment->name);
	dictionary_set_words(file, specification, "/Desc",
			     attachment->description);
	dictionary_set_name(file, specification, "/AFRelationship", "/Data");
	dictionary_set(file, specification, "/EF", files);
	return specification;
}

static int
attachment_compare(const void *a, const void *b)
{
	const struct pdf_attachment *const *left = a, *const *right = b;

	return strcmp((*left)->name, (*right)->name);
}

/* ISO 19005-3, 6.8: each associated with the document and named in its tree. */
static void
attachments_add(struct file *file, struct arena *arena,
		const struct pdf_info *info, const char *date)
{
	qpdf_oh associated, names, tree, all;
	const struct pdf_attachment **sorted;

	if (info->attachment_count == 0)
		return;
	associated = qpdf_oh_new_array(file->qpdf);
	names = qpdf_oh_new_array(file->qpdf);
	sorted = arena_array(arena, info->attachment_count, sizeof(*sorted));
	for (size_t i = 0; i < info->attachment_count; i++)
		sorted[i] = &info->attachments[i];
	qsort(sorted, info->attachment_count, sizeof(*sorted),
	      attachment_compare);
	for (size_t i = 0; i < info->attachment_count; i++) {
		qpdf_oh specification = attachment_new(file, arena, sorted[i],
						       date);

		qpdf_oh_append_item(file->qpdf, associated, specification);
		qpdf_oh_append_item(
		    file->qpdf, names,
		    qpdf_oh_new_string(file->qpdf, sorted[i]->name));
		qpdf_oh_append_item(file->qpdf, names, specification);
	}
	tree = dictionary_new_indirect(file, NULL);
	dictionary_set(file, tree, "/Names", names);
	all = dictionary_new(file, NULL);
	dictionary_set(file, all, "/EmbeddedFiles", tree);
	dictionary_set(file, file->root, "/AF", associated);
	dictionary_set(file, file->root, "/Names", all);
}

/* Pages are labelled with their plain numbers. */
static void
page_labels_add(struct file *file)
{
	qpdf_oh labels = dictionary_new(file, NULL);
	qpdf_oh style = dictionary_new(file, NULL);
	qpdf_oh numbers = qpdf_oh_new_array(file->qpdf);

	dictionary_set_name(file, style, "/S", "/D");
	qpdf_oh_append_item(file->qpdf, numbers,
			    qpdf_oh_new_integer(file->qpdf, 0));
	qpdf_oh_append_item(file->qpdf, numbers, style);
	dictionary_set(file, labels, "/Nums", numbers);
	dictionary_set(file, file->root, "/PageLabels", labels);
}

bool
metadata_add(struct file *file, struct arena *arena, struct messages *messages,
	     const struct pdf_info *info)
{
	const char *date = date_from(arena, info->created);
	qpdf_oh preferences = dictionary_new(file, NULL);

	if (date == NULL) {
		message_add(messages, WEIGHT_FAILURE, (struct place){0},
			    "%s: not a date as yyyy-mm-ddThh:mm:ssZ",
			    info->created);
		return false;
	}
	info_add(file, info, date);
	xmp_add(file, info);
	output_intent_add(file);
	attachments_add(file, arena, info, date);
	page_labels_add(file);
	dictionary_set(file, preferences, "/DisplayDocTitle",
		       qpdf_oh_new_bool(file->qpdf, QPDF_TRUE));
	dictionary_set(file, file->root, "/ViewerPreferences", preferences);
	dictionary_set_words(file, file->root, "/Lang", file->pages->tag);
	return true;
}
