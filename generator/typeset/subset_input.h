/* What HarfBuzz is told about cutting a face down: the same for the fonts of a
 * PDF and those of the site. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_SUBSET_INPUT_H
#define TYPESET_SUBSET_INPUT_H

#include "typeset/typeset.h"

#include <hb-subset.h>

/* Outlines without hints, for glyphs are never fitted to pixels, and without
 * subroutines, which save nothing where the whole is packed. The caller's to
 * destroy; never NULL. */
hb_subset_input_t *subset_input_new(void);

#endif
