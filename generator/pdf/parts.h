/* The parts that are added to a painted file. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_PARTS_H
#define PDF_PARTS_H

#include "pdf/object.h"
#include "pdf/pdf.h"

/* The structure tree, its parent tree, the annotations of links. */
void structure_add(struct file *, struct arena *);

/* The figures that Cairo drew, of which the file begins with a page each, for
 * every page to show by name: /Figure0 and so on. */
void figures_add(struct file *, struct arena *);

/* The fonts, for every page to choose from. */
void fonts_add(struct file *, struct arena *, const struct pdf_fonts *);

/* Bookmarks. */
void outline_add(struct file *, struct arena *);

/* Dates, titles, XMP, the output intent, page labels, attachments. False after
 * a message: the date of creation is not of the form yyyy-mm-ddThh:mm:ssZ. */
bool metadata_add(struct file *, struct arena *, struct messages *,
		  const struct pdf_info *);

/* An ICC profile (version 4.2) of sRGB, by our own hand. */
void profile_write(struct text *);

#endif
