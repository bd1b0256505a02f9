/* The structure tree of ISO 32000-1, 14.7, in logical order. */
/* SPDX-License-Identifier: MIT */
#include "pdf/structure.h"
#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

static int
entry_compare(const void *a, const void *b)
{
	const struct entry *left = a, *right = b;

	return (left->element > right->element) -
	       (left->element < right->element);
}

struct entry *
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
	struct text text = {0};

	text_add(&text, "<< /O /Layout /Placement /Block /BBox ");
	box_write(&text, file, box);
	text_add(&text, " >>");
	dictionary_set(file, object, "/A", direct_parse(file, &text));
}

/* One element after another is in the same language. */
static void
language_set(struct structure *structure, qpdf_oh object, const char *tag)
{
	if (structure->tag == NULL || strcmp(structure->tag, tag) != 0) {
		structure->tag = tag;
		structure->language = qpdf_oh_new_unicode_string(
		    structure->file->qpdf, tag);
	}
	dictionary_set(structure->file, object, "/Lang", structure->language);
}

static void
attributes_set(struct structure *structure, qpdf_oh object,
	       const struct element_node *element)
{
	struct file *file = structure->file;

	if (element->language != NULL)
		language_set(structure, object, element->language);
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

qpdf_oh
integer_of(struct structure *structure, size_t number)
{
	while (structure->integer_count <= number) {
		qpdf_oh integer = qpdf_oh_new_integer(
		    structure->file->qpdf, (long long)structure->integer_count);

		ARENA_PUSH(structure->arena, structure->integers,
			   structure->integer_count, integer);
	}
	return structure->integers[number];
}

static qpdf_oh
role_new(struct structure *structure, enum role role)
{
	qpdf_oh *name = &structure->roles[role];

	if (*name == 0)
		*name = qpdf_oh_new_name(
		    structure->file->qpdf,
		    arena_print(structure->arena, "/%s", role_name(role)));
	return *name;
}

/* /Type may be left out (ISO 32000-1, table 323). */
static qpdf_oh
element_new_object(struct structure *structure,
		   const struct element_node *element, qpdf_oh parent)
{
	struct file *file = structure->file;
	qpdf_oh object = dictionary_new_indirect(file, NULL);

	dictionary_set(file, object, "/S", role_new(structure, element->role));
	dictionary_set(file, object, "/P", parent);
	attributes_set(structure, object, element);
	return object;
}

/* The tree is no deeper than the document (16) and its own wrappers. */
static qpdf_oh
element_add(struct structure *structure, const struct element_node *element,
	    qpdf_oh parent)
{
	struct entry entry = {
	    .element = element,
	    .object = element_in_file(element) == element
			  ? element_new_object(structure, element, parent)
			  : parent};

	ARENA_PUSH(structure->arena, structure->entries, structure->count,
		   entry);
	for (const struct element_node *child = element->first; child != NULL;
	     child = child->next)
		element_add(structure, child, entry.object);
	return entry.object;
}

void
parent_add(struct structure *structure, qpdf_oh parent)
{
	struct file *file = structure->file;

	qpdf_oh_append_item(file->qpdf, structure->numbers,
			    integer_of(structure, structure->next++));
	qpdf_oh_append_item(file->qpdf, structure->numbers, parent);
}

static void
page_contents_add(struct structure *structure, size_t page)
{
	struct file *file = structure->file;
	const struct leaves *leaves = &file->leaves[page];
	qpdf_oh parents = qpdf_oh_new_array(file->qpdf);

	for (size_t i = 0; i < leaves->count; i++) {
		struct entry *entry = entry_find(structure, leaves->items[i]);

		if (entry == NULL)
			continue;
		ARENA_PUSH(structure->arena, entry->contents,
			   entry->content_count, ((struct content){page, i}));
		qpdf_oh_append_item(file->qpdf, parents, entry->object);
	}
	dictionary_set_integer(file, file->page_objects[page], "/StructParents",
			       (long long)structure->next);
	dictionary_set_name(file, file->page_objects[page], "/Tabs", "/S");
	parent_add(structure, qpdf_make_indirect_object(file->qpdf, parents));
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
			       (long long)structure->next);
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
		page_add_links(&structure, page);
	for (size_t i = 0; i < structure.count; i++)
		kids_set(&structure, &structure.entries[i]);
	identifiers_add(&structure, tree);
	parents_set(&structure, tree);
	dictionary_set(file, file->root, "/StructTreeRoot", tree);
	dictionary_set(file, mark, "/Marked",
		       qpdf_oh_new_bool(file->qpdf, QPDF_TRUE));
	dictionary_set(file, file->root, "/MarkInfo", mark);
}
