/* Write what is on finished pages, and with qpdf the file around it: structure,
 * metadata, attachments. PDF/UA-1 and PDF/A-3a. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "layout/pages.h"

struct text;

struct pdf_attachment {
	const char *name;	 /* "measures.tsv" */
	const char *media_type;	 /* "text/tab-separated-values" */
	const char *description; /* in the document's language */
	const char *bytes;
	size_t length;
	const char *packed; /* by pdf_pack, or NULL: then pdf_write packs it */
	size_t packed_length;
};

/* Pack an attachment that several files will carry; the arena's. */
void pdf_pack(struct arena *, struct pdf_attachment *);

struct pdf_info {
	const char *title;
	const char *author;
	const char *subject;
	const char *created; /* "2023-10-13T00:00:00Z", from the report */
	const struct pdf_attachment *attachments;
	size_t attachment_count;
};

/* Write the pages as one PDF into *out. False after a message: HarfBuzz or
 * qpdf failed, or ink was found that is neither tagged nor artifact. */
bool pdf_write(struct arena *, struct messages *, struct typeset *,
	       const struct pages *, const struct pdf_info *, struct text *out);

/* A scene alone, as a one-page PDF of its size, or as PNG with `scale` pixels
 * to the point on a white ground. `last` is the PNG that was written for it the
 * last time, or NULL: if that bears the seal of this very scene, and is
 * unharmed, it is taken over. */
bool pdf_write_scene(struct arena *, struct messages *, struct typeset *,
		     const struct scene *, const char *created,
		     struct text *out);
bool png_write_scene(struct arena *, struct messages *, struct typeset *,
		     const struct scene *, double scale,
		     const struct text *last, struct text *out);

#endif
