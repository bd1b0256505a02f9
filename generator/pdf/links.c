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
	action = dictionary_new(file, "/Action");
	dictionary_set_name(file, action, "/S", "/URI");
	address_set(file, action, link->uri);
	dictionary_set(file, annotation, "/A", action);
}

/* ISO 14289-1, 7.18: an annotation of its own, owned by its Link element, with
 * words for who cannot see it, printable. */
static void
link_add(struct structure *structure, qpdf_oh annotations, size_t page,
	 const struct page_link *link)
{
	struct file *file = structure->file;
	struct entry *entry = entry_find(structure, link->element);
	const double height = file->pages->height;
	const double corners[] = {
	    link->box.x,
	    height - link->box.y - link->box.height,
	    link->box.x + link->box.width,
	    height - link->box.y,
	};
	const double border[] = {0, 0, 0};
	const long long print_flag = 4; /* ISO 32000-1, table 165 */
	qpdf_oh annotation, reference;

	if (entry == NULL)
		return;
	annotation = dictionary_new_indirect(file, "/Annot");
	dictionary_set_name(file, annotation, "/Subtype", "/Link");
	dictionary_set_integer(file, annotation, "/F", print_flag);
	dictionary_set(file, annotation, "/Border",
		       array_of_numbers(file, border, COUNT(border)));
	dictionary_set(file, annotation, "/Rect",
		       array_of_numbers(file, corners, COUNT(corners)));
	dictionary_set_words(file, annotation, "/Contents", link->contents);
	dictionary_set(file, annotation, "/P", file->page_objects[page]);
	dictionary_set_integer(file, annotation, "/StructParent",
			       structure->next);
	link_target_set(file, annotation, link);
	qpdf_oh_append_item(file->qpdf, annotations, annotation);
	reference = dictionary_new(file, "/OBJR");
	dictionary_set(file, reference, "/Obj", annotation);
	dictionary_set(file, reference, "/Pg", file->page_objects[page]);
	qpdf_oh_append_item(file->qpdf, entry->kids, reference);
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
