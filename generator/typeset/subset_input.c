/* What HarfBuzz is told about cutting a face down. */
/* SPDX-License-Identifier: MIT */
#include "typeset/subset_input.h"

#include "base/arena.h"

hb_subset_input_t *
subset_input_new(void)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();

	if (input == NULL)
		memory_exhausted();
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING |
					     HB_SUBSET_FLAGS_DESUBROUTINIZE);
	return input;
}

void
subset_add_characters(hb_set_t *set, const struct characters *characters)
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

void
subset_add_tags(hb_set_t *set, const char (*tags)[5], size_t count)
{
	for (size_t i = 0; i < count; i++)
		hb_set_add(set, hb_tag_from_string(tags[i], 4));
}

void
subset_keep_features(hb_subset_input_t *input, const char (*features)[5],
		     size_t count)
{
	hb_set_t *set = hb_subset_input_set(input,
					    HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);

	hb_set_clear(set);
	subset_add_tags(set, features, count);
}
