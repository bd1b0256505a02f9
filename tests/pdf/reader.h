/* Walking along a content stream: the state, and what one operator does. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PDF_READER_H
#define TESTS_PDF_READER_H

#include "content.h"
#include "lexer.h"

enum {
	OPERANDS_MOST = 100000,	  /* of one operator */
	OPERATORS_MOST = 5000000, /* of a file: forms that draw each other */
	MARKS_MOST = 10000,	  /* of a page */
	SEQUENCES_MOST = 64,	  /* open at a time */
	STATES_MOST = 64,	  /* q without Q */
	FORMS_MOST = 8		  /* in each other */
};

struct operand {
	enum token token;
	size_t at, length; /* in `values` */
};

enum sequence_kind {
	SEQUENCE_PLAIN, /* neither: a span inside one of the others */
	SEQUENCE_ARTIFACT,
	SEQUENCE_TAGGED
};

/* BMC or BDC until its EMC. */
struct sequence {
	enum sequence_kind kind;
	size_t mark;	 /* of a TAGGED one */
	bool is_in_text; /* between BT and ET */
	bool is_spoken;	 /* has /ActualText, which stands for all inside */
};

struct reader {
	struct pdf *pdf;
	struct fonts *fonts;
	struct page_content *content;
	size_t page;
	qpdf_oh resources; /* of the page or the form */
	int forms;	   /* that are being drawn */
	size_t operators;  /* of the file so far */
	struct operand *operands;
	size_t operand_count;
	struct text values; /* of the operands, each closed by a NUL byte */
	struct sequence sequences[SEQUENCES_MOST];
	size_t sequence_count;
	struct font *font;
	struct font *states[STATES_MOST]; /* fonts that Q brings back */
	size_t state_count;
	bool is_in_text;
	struct text words; /* of the open mark */
};

/* Read a whole stream with the reader's resources. */
void stream_read(struct reader *, const struct text *stream);

/* --- mark.c --- */

void sequence_open(struct reader *, bool has_properties);
void sequence_close(struct reader *);
/* Ink is put down: it has to be owned. */
void ink_check(struct reader *, const char *operator);
/* True between a BDC with /ActualText and its EMC. */
bool words_are_spoken(const struct reader *);

/* --- show.c --- */

void font_select(struct reader *);
/* Every string among the operands is shown. */
void strings_show(struct reader *);
void object_draw(struct reader *);

/* The operand's value; "" if there are fewer. */
const char *operand_value(const struct reader *, size_t at);

#endif
