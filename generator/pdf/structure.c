/* The structure tree of ISO 32000-1, 14.7, in logical order, and the links. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "pdf/parts.h"

#include <stdlib.h>
#include <string.h>

/* A structure element in the file. */
struct entry {
	const struct element_node *element;
	qpdf_oh object;
	qpdf_oh kids;
};

struct structure {
	struct file *file;
	struct arena *arena;
	struct entry *entries; /* sorted by element once all are there */
	size_t count;
	qpdf_oh numbers; /* of the parent tree */
	long long next;	 /* key of the parent tree */
};

static int
entry_compare(const void *a, const void *b)
{
	const struct entry *left = a, *right = b;

	return (left->element > right->element) -
	       (left->element < right->element);
}

static struct entry *
entry_find(const struct structure *structure,
	   const struct element_node *element)
{
	struct entry key = {.element = element};

	return bsearch(&key, structure->entries, structure->count, sizeof(key),
		       entry_compare);
}

static void
table_attributes_set(struct file *file, qpdf_oh object,
		     const struct element_node *element)
{
	qpdf_oh attributes = dictionary_new(file, NULL);

	dictionary_set_name(file, attributes, "/O", "/Table");
	dictionary_set_name(file, attributes, "/Scope",
			    element->is_column_head ? "/Column" : "/Row");
	dictionary_set(file, object, "/A", attributes);
}

static void
list_attributes_set(struct file *file, qpdf_oh object, enum numbering numbering)
{
	static const char *const names[] = {
	    [NUMBERING_NONE] = "/None",
	    [NUMBERING_DECIMAL] = "/Decimal",
	    [NUMBERING_LOWER_ALPHA] = "/LowerAlpha",
	    [NUMBERING_LOWER_ROMAN] = "/LowerRoman",
	};
	qpdf_oh attributes = dictionary_new(file, NULL);

	dictionary_set_name(file, attributes, "/O", "/List");
	dictionary_set_name(file, attributes, "/ListNumbering",
			    names[numbering]);
	dictionary_set(file, object, "/A", attributes);
}

static void
box_attributes_set(struct file *file, qpdf_oh object, const struct box *box)
{
	double height = file->pages->height;
	const double corners[] = {
	    box->x,
	    height - box->y - box->height,
	    box->x + box->width,
	    height - box->y,
	};
	qpdf_oh attributes = dictionary_new(file, NULL);

	dictionary_set_name(file, attributes, "/O", "/Layout");
	dictionary_set_name(file, attributes, "/Placement", "/Block");
	dictionary_set(file, attributes, "/BBox",
		       array_of_numbers(file, corners, COUNT(corners)));
	dictionary_set(file, object, "/A", attributes);
}

static void
attributes_set(struct file *file, qpdf_oh object,
	       const struct element_node *element)
{
	if (element->language != NULL)
		dictionary_set_words(file, object, "/Lang", element->language);
	if (element->alt != NULL)
		dictionary_set_words(file, object, "/Alt", element->alt);
	if (element->actual != NULL)
		dictionary_set_words(file, object, "/ActualText",
				     element->actual);
	if (element->id != NULL)
		dictionary_set_bytes(file, object, "/ID", element->id);
	if (element->role == ROLE_TH)
		table_attributes_set(file, object, element);
	if (element->role == ROLE_L)
		list_attributes_set(file, object, element->numbering);
	if (element->has_box)
		box_attributes_set(file, object, &element->box);
}

/* The tree is no deeper than the document (16) and its own wrappers. */
static qpdf_oh
element_add(struct structure *structure, const struct element_node *element,
	    qpdf_oh parent)
{
	struct file *file = structure->file;
	qpdf_oh object = dictionary_new_indirect(file, "/StructElem");
	qpdf_oh kids = qpdf_oh_new_array(file->qpdf);
	struct entry entry = {element, object, kids};

	dictionary_set_name(
	    file, object, "/S",
	    arena_print(structure->arena, "/%s", role_name(element->role)));
	dictionary_set(file, object, "/P", parent);
	attributes_set(file, object, element);
	ARENA_PUSH(structure->arena, structure->entries, structure->count,
		   entry);
	for (const struct element_node *child = element->first; child != NULL;
	     child = child->next)
		qpdf_oh_append_item(file->qpdf, kids,
				    element_add(structure, child, object));
	return object;
}

/* A marked-content sequence as a kid of its element; the element's page is
 * that of its first one. */
static void
content_add(struct file *file, struct entry *entry, size_t page, int mcid)
{
	qpdf_oh reference;

	reference = dictionary_new(file, "/MCR");
	dictionary_set(file, reference, "/Pg", file->page_objects[page]);
	dictionary_set_integer(file, reference, "/MCID", mcid);
	if (!qpdf_oh_has_key(file->qpdf, entry->object, "/Pg"))
		dictionary_set(file, entry->object, "/Pg",
			       file->page_objects[page]);
	qpdf_oh_append_item(file->qpdf, entry->kids, reference);
}

static void
parent_add(struct structure *structure, qpdf_oh parent)
{
	struct file *file = structure->file;

	qpdf_oh_append_item(file->qpdf, structure->numbers,
			    qpdf_oh_new_integer(file->qpdf, structure->next++));
	qpdf_oh_append_item(file->qpdf, structure->numbers, parent);
}

static void
page_contents_add(struct structure *structure, size_t page)
{
	struct file *file = structure->file;
	const struct leaves *leaves = &file->leaves[page];
	qpdf_oh parents = qpdf_oh_new_array(file->qpdf);

	for (size_t i = 0; i < leaves->count; i++) {
		const struct leaf *leaf = &leaves->items[i];
		struct entry *entry;

		if (leaf->element == NULL)
			continue;
		entry = entry_find(structure, leaf->element);
		if (entry == NULL)
			continue;
		content_add(file, entry, page, leaf->mcid);
		qpdf_oh_append_item(file->qpdf, parents, entry->object);
	}
	dictionary_set_integer(file, file->page_objects[page], "/StructParents",
			       structure->next);
	dictionary_set_name(file, file->page_objects[page], "/Tabs", "/S");
	parent_add(structure, qpdf_make_indirect_object(file->qpdf, parents));
}

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

static void
page_links_add(struct structure *structure, size_t page)
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

static int
identifier_compare(const void *a, const void *b)
{
	const struct entry *left = a, *right = b;

	return strcmp(left->element->id, right->element->id);
}

/* A name tree has its keys in the order of their bytes. */
static void
identifiers_add(struct structure *structure, qpdf_oh tree)
{
	struct file *file = structure->file;
	qpdf_oh names = qpdf_oh_new_array(file->qpdf);
	qpdf_oh identifiers = dictionary_new_indirect(file, NULL);
	struct entry *named = NULL;
	size_t count = 0;

	for (size_t i = 0; i < structure->count; i++)
		if (structure->entries[i].element->id != NULL)
			ARENA_PUSH(structure->arena, named, count,
				   structure->entries[i]);
	if (count == 0)
		return;
	qsort(named, count, sizeof(*named), identifier_compare);
	for (size_t i = 0; i < count; i++) {
		qpdf_oh_append_item(
		    file->qpdf, names,
		    qpdf_oh_new_string(file->qpdf, named[i].element->id));
		qpdf_oh_append_item(file->qpdf, names, named[i].object);
	}
	dictionary_set(file, identifiers, "/Names", names);
	dictionary_set(file, tree, "/IDTree", identifiers);
}

static void
parents_set(struct structure *structure, qpdf_oh tree)
{
	struct file *file = structure->file;
	qpdf_oh parents = dictionary_new_indirect(file, NULL);

	dictionary_set(file, parents, "/Nums", structure->numbers);
	dictionary_set(file, tree, "/ParentTree", parents);
	dictionary_set_integer(file, tree, "/ParentTreeNextKey",
			       structure->next);
}

void
structure_add(struct file *file, struct arena *arena)
{
	struct structure structure = {.file = file, .arena = arena};
	qpdf_oh tree = dictionary_new_indirect(file, "/StructTreeRoot");
	qpdf_oh mark = dictionary_new(file, NULL);

	structure.numbers = qpdf_oh_new_array(file->qpdf);
	dictionary_set(file, tree, "/K",
		       element_add(&structure, file->pages->root, tree));
	qsort(structure.entries, structure.count, sizeof(*structure.entries),
	      entry_compare);
	for (size_t page = 0; page < file->pages->count; page++)
		page_contents_add(&structure, page);
	for (size_t page = 0; page < file->pages->count; page++)
		page_links_add(&structure, page);
	for (size_t i = 0; i < structure.count; i++)
		dictionary_set(file, structure.entries[i].object, "/K",
			       structure.entries[i].kids);
	identifiers_add(&structure, tree);
	parents_set(&structure, tree);
	dictionary_set(file, file->root, "/StructTreeRoot", tree);
	dictionary_set(file, mark, "/Marked",
		       qpdf_oh_new_bool(file->qpdf, QPDF_TRUE));
	dictionary_set(file, file->root, "/MarkInfo", mark);
}
