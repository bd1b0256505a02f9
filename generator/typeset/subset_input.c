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
