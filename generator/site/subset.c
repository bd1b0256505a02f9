/* One face cut down to the characters of the pages. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include "typeset/fonts.h"
#include "typeset/subset_input.h"

static void
characters_want(hb_set_t *set, const struct characters *characters)
{
	for (uint32_t plane = 0; plane < COUNT(characters->planes); plane++) {
		const uint64_t *words = characters->planes[plane];

		for (uint32_t i = 0; words != NULL && i < 65536 / 64; i++)
			for (uint64_t left = words[i]; left != 0;
			     left &= left - 1)
				hb_set_add(set,
					   plane << 16 | i * 64 |
					       (uint32_t)__builtin_ctzll(left));
	}
}

static void
tags_add(hb_set_t *set, const char (*tags)[5], size_t count)
{
	for (size_t i = 0; i < count; i++)
		hb_set_add(set, hb_tag_from_string(tags[i], 4));
}

static void
features_keep(hb_subset_input_t *input, const char (*features)[5], size_t count)
{
	hb_set_t *set = hb_subset_input_set(input,
					    HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);

	hb_set_clear(set);
	tags_add(set, features, count);
}

/* Without "locl" and "ccmp": they would keep other regions' forms of each Han
 * character, which the pages never show and which weigh as much as all the
 * rest. "chws" and "halt" close up marks. Nothing is set in columns, so that
 * what only those need goes too. */
static hb_subset_input_t *
subset_input(const struct characters *characters)
{
	static const char features[][5] = {"kern", "liga", "halt", "chws"};
	static const char upright[][5] = {"vhea", "vmtx", "VORG"};
	hb_subset_input_t *input = subset_input_new();

	characters_want(hb_subset_input_unicode_set(input), characters);
	features_keep(input, features, COUNT(features));
	tags_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG),
		 upright, COUNT(upright));
	return input;
}

static bool
face_pack(struct text *out, hb_face_t *face,
	  const struct characters *characters, const struct woff_names *names)
{
	hb_subset_input_t *input = subset_input(characters);
	hb_face_t *subset = hb_subset_or_fail(face, input);
	bool good = false;

	if (subset != NULL) {
		hb_blob_t *blob = hb_face_reference_blob(subset);
		unsigned length;
		const char *bytes = hb_blob_get_data(blob, &length);

		good = woff_pack(out, (const unsigned char *)bytes, length,
				 names);
		hb_blob_destroy(blob);
		hb_face_destroy(subset);
	}
	hb_subset_input_destroy(input);
	return good;
}

bool
font_pack(struct text *out, struct arena *arena, const struct font_list *list,
	  const struct font_file *file, const struct characters *characters,
	  const struct woff_names *names)
{
	struct messages unheard = {0};
	hb_face_t *face = font_open(arena, &unheard, list, file);
	bool good = face != NULL && face_pack(out, face, characters, names);

	hb_face_destroy(face);
	return good;
}
