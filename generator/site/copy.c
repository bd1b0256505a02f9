/* What the site holds besides its pages: the note, figures, data, reviews. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <string.h>

static bool
has_prefix(const char *path, const char *prefix)
{
	return strncmp(path, prefix, strlen(prefix)) == 0;
}

/* Where an output goes in the site: figures and data keep their folders, the
 * rest are downloads; a page that stands alone is none, for the site has it. */
static const char *
place_of(struct site *site, const char *path)
{
	if (has_prefix(path, "figures/") || has_prefix(path, "data/"))
		return arena_print(site->arena, "site/%s", path);
	if (strchr(path, '/') != NULL || strstr(path, ".html") != NULL)
		return NULL;
	return arena_print(site->arena, "site/downloads/%s", path);
}

void
products_copy(struct site *site)
{
	size_t count = site->outputs->count;

	for (size_t i = 0; i < count; i++) {
		const struct output *output = &site->outputs->items[i];
		const char *path = place_of(site, output->path);

		if (path != NULL)
			outputs_lend(site->arena, site->outputs, path,
				     text_string(&output->bytes),
				     output->bytes.length);
	}
}

static bool
file_copy(struct site *site, const char *from, const char *path)
{
	size_t length;
	const char *bytes = file_read(site->arena, site->messages, from,
				      TEXT_MOST, &length);

	if (bytes == NULL)
		return false;
	outputs_lend(site->arena, site->outputs, path, bytes, length);
	return true;
}

static bool
folder_copy(struct site *site, const char *folder, const char *suffix,
	    const char *place)
{
	struct arena *arena = site->arena;
	char **names;
	size_t count;

	if (!folder_list(arena, site->messages, folder, suffix, &names, &count))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!file_copy(
			site, arena_print(arena, "%s/%s", folder, names[i]),
			arena_print(arena, "site/%s/%s", place, names[i])))
			return false;
	return true;
}

bool
inputs_copy(struct site *site)
{
	const char *input = site->source->input;

	return folder_copy(site, input, ".xml", "data") &&
	       folder_copy(site, arena_print(site->arena, "%s/reviews", input),
			   ".xml", "data/reviews") &&
	       file_copy(site,
			 arena_print(site->arena, "%s/dataset.xsd",
				     site->source->schema),
			 "site/data/dataset.xsd");
}

size_t
output_size(const struct site *site, const char *path)
{
	for (size_t i = 0; i < site->outputs->count; i++)
		if (strcmp(site->outputs->items[i].path, path) == 0)
			return site->outputs->items[i].bytes.length;
	return 0;
}
