/* Bookmarks as an outline tree (ISO 32000-1, 12.3.3). */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "pdf/parts.h"

/* The nodes of the outline: the root is item 0, bookmark i is item i + 1. */
struct item {
	qpdf_oh object;
	size_t parent;
	size_t last; /* child, 0: none */
	long long count;
};

/* The nearest bookmark before this one of a lower level, or the root. */
static size_t
parent_of(const struct bookmark *bookmarks, size_t at)
{
	for (size_t i = at; i > 0; i--)
		if (bookmarks[i - 1].level < bookmarks[at].level)
			return i;
	return 0;
}

static void
item_link(struct file *file, struct item *items, size_t at)
{
	struct item *item = &items[at], *parent = &items[item->parent];

	dictionary_set(file, item->object, "/Parent", parent->object);
	if (parent->last == 0) {
		dictionary_set(file, parent->object, "/First", item->object);
	} else {
		dictionary_set(file, item->object, "/Prev",
			       items[parent->last].object);
		dictionary_set(file, items[parent->last].object, "/Next",
			       item->object);
	}
	dictionary_set(file, parent->object, "/Last", item->object);
	parent->last = at;
}

/* Every item is open: its count is that of all below it. */
static void
counts_set(struct file *file, struct item *items, size_t count)
{
	for (size_t i = count; i-- > 0;) {
		if (items[i].count > 0)
			dictionary_set_integer(file, items[i].object, "/Count",
					       items[i].count);
		if (i > 0)
			items[items[i].parent].count += items[i].count + 1;
	}
}

void
outline_add(struct file *file, struct arena *arena)
{
	const struct pages *pages = file->pages;
	struct item *items;

	if (pages->bookmark_count == 0)
		return;
	items = arena_array(arena, pages->bookmark_count + 1, sizeof(*items));
	items[0].object = dictionary_new_indirect(file, "/Outlines");
	for (size_t i = 0; i < pages->bookmark_count; i++) {
		const struct bookmark *bookmark = &pages->bookmarks[i];
		struct item *item = &items[i + 1];

		item->object = dictionary_new_indirect(file, NULL);
		item->parent = parent_of(pages->bookmarks, i);
		dictionary_set_words(file, item->object, "/Title",
				     bookmark->title);
		dictionary_set(
		    file, item->object, "/Dest",
		    destination_new(file, bookmark->page, bookmark->y));
		item_link(file, items, i + 1);
	}
	counts_set(file, items, pages->bookmark_count + 1);
	dictionary_set(file, file->root, "/Outlines", items[0].object);
	dictionary_set_name(file, file->root, "/PageMode", "/UseOutlines");
}
