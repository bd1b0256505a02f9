/* What is demanded of a file, by subject. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PDF_CHECKS_H
#define TESTS_PDF_CHECKS_H

#include "content.h"
#include "structure.h"

/* Header, trailer, actions, damage that qpdf repaired. */
void check_file(struct pdf *);
/* Language, marks, title, pages, labels. */
void check_catalog(struct pdf *);
void check_metadata(struct pdf *);
void check_intent(struct pdf *);
void check_outline(struct pdf *);
void check_attachments(struct pdf *);

/* Types in their places, headings, figures, languages. */
void check_elements(struct pdf *, const struct structure *);
void check_tables(struct pdf *, const struct structure *);
void check_lists(struct pdf *, const struct structure *);
void check_notes(struct pdf *, const struct structure *);

/* Each mark is owned once, and the parent tree leads back. */
void check_parents(struct pdf *, const struct structure *,
		   const struct page_content *);
void check_links(struct pdf *, const struct structure *);

/* True if it looks like a tag of BCP 47: "zh-Hans-CN". */
bool language_is_plausible(const char *tag);
/* True for a destination in place that leads to a page of the file. */
bool destination_is_good(struct pdf *, qpdf_oh destination);

/* The structure with its words, one fact a line, to standard output. */
void structure_print(struct pdf *, const struct structure *,
		     const struct page_content *);

#endif
