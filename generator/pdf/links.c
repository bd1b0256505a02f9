/* Links: annotations, and what owns them in the structure tree. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "pdf/structure.h"

/* A URI is ASCII (RFC 3986): all else goes in as %XX. */
static void
address_set(struct file *file, qpdf_oh action, const char *uri)
{
	struct text text = {0};

	for (; *uri != '\0'; uri++) {
		unsigned char byte = (unsigned char)*uri;

		if (byte <= ' ' || byte >= 0x7f)
			text_print(&text, "%%%02X", (unsigned)byte);
		else
			text_add_bytes(&text, uri, 1);
	}
	dictionary_set_bytes(file, action, "/URI", text_string(&text));
	text_free(&text);
}

static void
link_target_set(struct file *file, qpdf_oh annotation,
		const struct page_link *link)
{
	qpdf_oh action;

	if (link->uri == NULL) {
		dictionary_set(
		    file, annotation, "/Dest",
		    destination_new(file, link->to_page, link->to_y));
		return;
	}
	action = dictionary_new(file, NULL);
	dictionary_set_name(file, action, "/S", "/URI");
	address_set(file, action, link->uri);
	dictionary_set(file, annotation, "/A", action);
}

/* The frame that is drawn where nothing is said is of no width in all links
 * (ISO 32000-1, table 164). */
static qpdf_oh
frame_none(struct structure *structure)
{
	struct text text = {0};

	if (structure->frame == 0) {
		text_add(&text, "[0 0 0]");
		structure->frame = object_parse(structure->file, &text);
	}
	return structure->frame;
}

/* ISO 14289-1, 7.18: an annotation of its own, owned by its Link element, with
 * words for who cannot see it; printable (ISO 32000-1, table 165). */
static qpdf_oh
annotation_new(struct structure *structure, const struct page_link *link)
{
	struct file *file = structure->file;
	struct text text = {0};
	qpdf_oh annotation;

	text_print(&text, "<< /Subtype /Link /F 4 /StructParent %zu /Rect ",
		   structure->next);
	box_write(&text, file, &link->box);
	text_add(&text, " >>");
	annotation = object_parse(file, &text);
	dictionary_set(file, annotation, "/Border", frame_none(structure));
	dictionary_set_words(file, annotation, "/Contents", link->contents);
	link_target_set(file, annotation, link);
	return annotation;
}

static void
link_add(struct structure *structure, qpdf_oh annotations, size_t page,
	 const struct page_link *link)
{
	struct file *file = structure->file;
	struct entry *entry = entry_find(structure, link->element);
	qpdf_oh annotation;

	if (entry == NULL)
		return;
	annotation = annotation_new(structure, link);
	qpdf_oh_append_item(file->qpdf, annotations, annotation);
	ARENA_PUSH(structure->arena, entry->annotations,
		   entry->annotation_count,
		   ((struct annotation){page, annotation}));
	parent_add(structure, entry->object);
}

void
page_add_links(struct structure *structure, size_t page)
{
	struct file *file = structure->file;
	const struct page *items = &file->pages->items[page];
	qpdf_oh annotations;

	qpdf_oh_remove_key(file->qpdf, file->page_objects[page], "/Annots");
	if (items->link_count == 0)
		return;
	annotations = qpdf_oh_new_array(file->qpdf);
	for (size_t i = 0; i < items->link_count; i++)
		link_add(structure, annotations, page, &items->links[i]);
	dictionary_set(file, file->page_objects[page], "/Annots", annotations);
}
