/* What stands on each page: marked content, its ink and its words. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PDF_CONTENT_H
#define TESTS_PDF_CONTENT_H

#include "font.h"

/* One marked-content sequence that has an MCID. */
struct mark {
	long long mcid;
	const char *tag;   /* of its BDC */
	const char *words; /* UTF-8, "" if it shows no text; arena's */
	bool has_ink;
};

struct page_content {
	struct mark *marks; /* in the order of the stream; arena's */
	size_t count;
};

/* Read every page's content; ink outside of marks, broken nesting and codes
 * without Unicode are findings. One item a page. */
struct page_content *contents_read(struct pdf *, struct fonts *);

/* The mark of a page, NULL if there is none. */
const struct mark *mark_find(const struct page_content *, long long mcid);

#endif
