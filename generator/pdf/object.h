/* Small objects of a PDF, made through qpdf. Its errors stick: whoever began
 * the work asks for them at its end. */
/* SPDX-License-Identifier: MIT */
#ifndef PDF_OBJECT_H
#define PDF_OBJECT_H

#include "pdf/pack.h"
#include "pdf/paint.h"

#include <qpdf/qpdf-c.h>

/* The file in the making. */
struct file {
	qpdf_data qpdf;
	struct libdeflate_compressor *packer;
	const struct pages *pages;
	struct leaves *leaves; /* one a page; the arena's */
	const struct pdf_figures *figures;
	struct pdf_fonts *fonts;
	qpdf_oh root;	       /* the catalogue */
	qpdf_oh *page_objects; /* the arena's */
	qpdf_oh resources;     /* of every page */
	qpdf_oh nothing;       /* null, for all that is not said */
};

/* A dictionary, with /Type if `type` ("/Annot") is not NULL. */
qpdf_oh dictionary_new(struct file *, const char *type);
qpdf_oh dictionary_new_indirect(struct file *, const char *type);

void dictionary_set(struct file *, qpdf_oh dictionary, const char *key,
		    qpdf_oh value);
/* The name is given with its slash and without escapes. */
void dictionary_set_name(struct file *, qpdf_oh dictionary, const char *key,
			 const char *name);
void dictionary_set_integer(struct file *, qpdf_oh dictionary, const char *key,
			    long long);
/* A text string of UTF-8 words, and a string of bytes. */
void dictionary_set_words(struct file *, qpdf_oh dictionary, const char *key,
			  const char *words);
void dictionary_set_bytes(struct file *, qpdf_oh dictionary, const char *key,
			  const char *string);

/* What the text says, without references; the text is given up. The first is
 * indirect. */
qpdf_oh object_parse(struct file *, struct text *);
qpdf_oh direct_parse(struct file *, struct text *);

/* An array of numbers with two decimals, rounded as in contents. */
void numbers_write(struct text *, const double *numbers, size_t count);

/* The corners of a box from a page's top, as such an array. */
void box_write(struct text *, const struct file *, const struct box *);

/* An explicit destination: `y` from the page's top, at its left edge. */
qpdf_oh destination_new(struct file *, size_t page, double y);

/* Give a stream other bytes, packed. */
void stream_set(struct file *, qpdf_oh stream, const char *bytes,
		size_t length);

/* An indirect stream of these bytes, packed. */
qpdf_oh stream_new(struct file *, const char *bytes, size_t length);

/* The same of bytes that are packed already. */
qpdf_oh stream_new_packed(struct file *, const char *packed, size_t length);

/* One that any program can read that looks for words in files (ISO 19005-3,
 * 6.6.2.1, wants the metadata so). */
qpdf_oh stream_new_plain(struct file *, const char *bytes, size_t length);

#endif
