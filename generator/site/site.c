/* The whole site, from its words to its last file. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

static const char *
template_read(struct site *site, const char *name)
{
	size_t length;

	return file_read(
	    site->arena, site->messages,
	    arena_print(site->arena, "%s/%s", site->source->template, name),
	    TEMPLATE_MOST, &length);
}

/* Files under assets/ bear their bytes' hash, so that they may be kept for
 * ever by whoever reads the site. */
static const char *
asset_add(struct site *site, struct text *text, const char *ending)
{
	const char *path = arena_print(
	    site->arena, "assets/%s.%s",
	    hash_name(site->arena, text_string(text), text->length), ending);

	outputs_add(site->arena, site->outputs,
		    arena_print(site->arena, "site/%s", path), text);
	return path;
}

static bool
assets_write(struct site *site)
{
	const char *text_style = template_read(site, "note.css");
	const char *style = template_read(site, "style.css");
	const char *script = template_read(site, "script.js");
	struct text text = {0};

	if (text_style == NULL || style == NULL || script == NULL ||
	    !fonts_write(site))
		return false;
	fonts_add_faces(site, &text);
	text_add(&text, text_style);
	text_add(&text, style);
	site->style = asset_add(site, &text, "css");
	text_add(&text, script);
	site->script = asset_add(site, &text, "js");
	return true;
}

/* The pages that rest upon the report and its data alone. */
static void
pages_begin(struct site *site)
{
	for (size_t i = 0; i < site->source->edition_count; i++) {
		site_write_note(site, i);
		site_write_measures(site, i);
		if (i > 0)
			site_write_parallel(site, i);
	}
}

/* Those that name the products, too. */
static void
pages_end(struct site *site)
{
	site_write_start(site);
	site_describe_notes(site);
	for (size_t i = 0; i < site->source->edition_count; i++) {
		site_write_figures(site, i);
		site_write_data(site, i);
	}
	site_write_files(site);
}

struct site *
site_begin(struct arena *arena, struct messages *messages,
	   const struct site_source *source, struct outputs *outputs)
{
	struct site *site = arena_take(arena, sizeof(*site));

	*site = (struct site){.arena = arena,
			      .messages = messages,
			      .source = source,
			      .outputs = outputs};
	site->frame_path = arena_print(arena, "%s/frame.html",
				       source->template);
	if (!words_read(site))
		return NULL;
	site->frame = template_read(site, "frame.html");
	if (site->frame == NULL || !inputs_copy(site))
		return NULL;
	basis_find(site);
	pages_begin(site);
	characters_read(site);
	return site;
}

/* Where something is at fault, what was begun is only let go. */
bool
site_end(struct site *site)
{
	if (messages_are_good(site->messages)) {
		products_copy(site);
		codebook_write(site);
		pages_end(site);
	}
	if (messages_are_good(site->messages))
		assets_write(site);
	pages_save(site);
	if (!messages_are_good(site->messages))
		return false;
	sitemap_write(site);
	package_write(site);
	return messages_are_good(site->messages);
}
