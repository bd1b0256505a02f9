/* What each structure element is made of: elements, content, annotations. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "pdf/structure.h"

/* A span that says nothing of its words is left out. */
const struct element_node *
element_in_file(const struct element_node *element)
{
	bool is_left_out = element->role == ROLE_SPAN &&
			   element->parent != NULL && element->first == NULL &&
			   element->language == NULL && element->alt == NULL &&
			   element->actual == NULL && element->id == NULL &&
			   !element->has_box;

	return is_left_out ? element->parent : element;
}

/* What an element is made of, in logical order. */
struct kids {
	struct structure *structure;
	qpdf_oh owner;
	qpdf_oh *items; /* the arena's */
	size_t count;
	bool has_page; /* then marks on that page are kids by number alone */
	size_t page;
};

static void
kid_add(struct kids *kids, qpdf_oh kid)
{
	ARENA_PUSH(kids->structure->arena, kids->items, kids->count, kid);
}

/* A marked-content sequence: its number, if it is on the page that the element
 * names, which is that of its first one. */
static void
content_add(struct kids *kids, const struct content *content)
{
	struct file *file = kids->structure->file;
	qpdf_oh page = file->page_objects[content->page], reference;

	if (!kids->has_page) {
		dictionary_set(file, kids->owner, "/Pg", page);
		kids->has_page = true;
		kids->page = content->page;
	}
	if (kids->page == content->page) {
		kid_add(kids, integer_of(kids->structure, content->number));
		return;
	}
	reference = dictionary_new(file, "/MCR");
	dictionary_set(file, reference, "/Pg", page);
	dictionary_set(file, reference, "/MCID",
		       integer_of(kids->structure, content->number));
	kid_add(kids, reference);
}

static void
annotation_add(struct kids *kids, const struct annotation *annotation)
{
	struct file *file = kids->structure->file;
	qpdf_oh reference = dictionary_new(file, "/OBJR");

	dictionary_set(file, reference, "/Obj", annotation->object);
	if (!kids->has_page || kids->page != annotation->page)
		dictionary_set(file, reference, "/Pg",
			       file->page_objects[annotation->page]);
	kid_add(kids, reference);
}

static void
contents_add(struct kids *kids, const struct entry *entry)
{
	for (size_t i = 0; i < entry->content_count; i++)
		content_add(kids, &entry->contents[i]);
}

static void
kids_gather(struct kids *kids, const struct entry *entry)
{
	const struct element_node *child = entry->element->first;

	for (; child != NULL; child = child->next) {
		const struct entry *kid = entry_find(kids->structure, child);

		if (element_in_file(child) == child)
			kid_add(kids, kid->object);
		else
			contents_add(kids, kid);
	}
	contents_add(kids, entry);
	for (size_t i = 0; i < entry->annotation_count; i++)
		annotation_add(kids, &entry->annotations[i]);
}

/* One kid needs no array (ISO 32000-1, table 323). */
void
kids_set(struct structure *structure, const struct entry *entry)
{
	struct file *file = structure->file;
	struct kids kids = {.structure = structure, .owner = entry->object};
	qpdf_oh value;

	if (element_in_file(entry->element) != entry->element)
		return;
	kids_gather(&kids, entry);
	if (kids.count == 0)
		return;
	value = kids.items[0];
	if (kids.count > 1) {
		value = qpdf_oh_new_array(file->qpdf);
		for (size_t i = 0; i < kids.count; i++)
			qpdf_oh_append_item(file->qpdf, value, kids.items[i]);
	}
	dictionary_set(file, entry->object, "/K", value);
}
