/* A PDF file opened through qpdf, its objects, and what is wrong with it. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PDF_PDF_H
#define TESTS_PDF_PDF_H

#include "base/text.h"

#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

/* What is demanded, and by which clause: UA is ISO 14289-1, A is ISO 19005-3,
 * PDF is ISO 32000-1; "ours" is a promise of the program alone. */
#define RULES(_)                                                               \
	_(FILE, "file", "PDF 7.5: can be read without repairs")                \
	_(HEADER, "header", "A 6.1.2: version 1.7, four bytes over 127")       \
	_(IDENTIFIER, "identifier", "A 6.1.3: the trailer has an /ID")         \
	_(ENCRYPTION, "encryption", "A 6.1.3: none")                           \
	_(ACTION, "action", "A 6.5: links only, no scripts")                   \
	_(LANGUAGE, "language", "UA 7.2: BCP 47 tags, one for the document")   \
	_(MARKED, "marked", "UA 7.1, A 6.7.2: Marked, not Suspects")           \
	_(TITLE, "title", "UA 7.1: dc:title, shown in the window")             \
	_(METADATA, "metadata", "UA 5, A 6.6: XMP that claims both")           \
	_(INTENT, "intent", "A 6.2.3: an output intent with its profile")      \
	_(PAGE, "page", "UA 7.18.3: /Tabs /S; A 6.2.8: plain images")          \
	_(LABELS, "labels", "UA 7.17: page labels from the first page on")     \
	_(OUTLINE, "outline", "UA 7.17: bookmarks that lead to pages")         \
	_(CONTENT, "content", "UA 7.1: all ink is tagged or an artifact")      \
	_(FONT, "font", "UA 7.21: embedded, every code has its Unicode")       \
	_(STRUCTURE, "structure", "PDF 14.7.2: a tree of elements")            \
	_(PARENT, "parent", "PDF 14.7.4.4: the way back from content")         \
	_(TYPE, "type", "UA 7.1: standard types, each in its place")           \
	_(HEADING, "heading", "UA 7.4.2: H1 first, no level is skipped")       \
	_(FIGURE, "figure", "UA 7.3: words and a place instead")               \
	_(TABLE, "table", "UA 7.5: regular rows, heads with a scope")          \
	_(LIST, "list", "UA 7.6: L of LI of Lbl and LBody")                    \
	_(NOTE, "note", "UA 7.9: a unique /ID")                                \
	_(LINK, "link", "UA 7.18.5: in a Link element, with words")            \
	_(ANNOTATION, "annotation", "UA 7.18.1, A 6.3: tagged, printed")       \
	_(ATTACHMENT, "attachment", "A 6.8: associated, typed, named")

enum rule {
#define RULE_ENUM(name, word, clause) RULE_##name,
	RULES(RULE_ENUM)
#undef RULE_ENUM
	RULE_COUNT
};
extern const struct rule_words {
	const char *word;
	const char *clause;
} rules[RULE_COUNT];

enum {
	BYTES_MOST = 64 << 20, /* of a file */
	STREAM_MOST = 4 << 20, /* [bytes] of a stream as stored */
	PAGES_MOST = 2000,     /* of a file; more are not looked at */
	OBJECTS_MOST = 200000, /* of a file, a tree, an outline */
	TREE_DEPTH_MOST = 64,  /* of any tree; also stops cycles */
	FINDINGS_MOST = 200    /* printed for a file; the rest is counted */
};

struct pdf {
	qpdf_data qpdf;
	struct arena *arena;
	const char *name; /* of the file; borrowed */
	char *bytes;	  /* the whole file; arena's */
	size_t length;
	qpdf_oh root;
	qpdf_oh *pages; /* arena's */
	size_t page_count;
	size_t findings;
};

/* Read the file. False after a finding: it cannot be read at all. The arena is
 * borrowed; pdf_close releases the rest, also after a failure. */
bool pdf_open(struct pdf *, struct arena *, const char *name);
void pdf_close(struct pdf *);

/* Print "FILE: rule: words". */
__attribute__((format(printf, 3, 4))) void finding(struct pdf *, enum rule,
						   const char *format, ...);

/* --- objects: no call fails; what is not there is null, NULL, "" or 0 --- */

/* A dictionary's or a stream's value. */
qpdf_oh pdf_key(struct pdf *, qpdf_oh, const char *key);
bool pdf_has(struct pdf *, qpdf_oh, const char *key);
/* All keys of a dictionary. */
const char **pdf_keys(struct pdf *, qpdf_oh, size_t *count);
/* "/Name", "" if it is none. */
const char *pdf_name(struct pdf *, qpdf_oh);
bool pdf_is(struct pdf *, qpdf_oh, const char *name);
/* A string as UTF-8, NULL if it is none. */
const char *pdf_words(struct pdf *, qpdf_oh);
/* A string's bytes up to the first NUL, NULL if it is none. */
const char *pdf_string(struct pdf *, qpdf_oh);
bool pdf_integer(struct pdf *, qpdf_oh, long long *value);
bool pdf_is_true(struct pdf *, qpdf_oh);
/* An array's length and items. */
size_t pdf_count(struct pdf *, qpdf_oh);
qpdf_oh pdf_item(struct pdf *, qpdf_oh, size_t at);
/* The number of an indirect object, 0 for a direct one. */
int pdf_id(struct pdf *, qpdf_oh);
/* A stream's decoded bytes; false if it is none or cannot be decoded. */
bool pdf_stream(struct pdf *, qpdf_oh, struct text *out);
/* A page's value, its ancestors' if it has none (PDF 7.7.3.4). */
qpdf_oh pdf_inherited(struct pdf *, qpdf_oh page, const char *key);
/* The page's index, page_count if the object is no page of the file. */
size_t pdf_page_of(struct pdf *, qpdf_oh);

/* --- name and number trees (PDF 7.9.6 and 7.9.7) --- */

struct pair {
	const char *name; /* bytes; NULL in a number tree */
	long long number;
	qpdf_oh value;
};

struct pairs {
	struct pair *items; /* in the order of the file; arena's */
	size_t count;
};

/* Read a tree; keys out of order are findings under `rule`. */
struct pairs pdf_name_tree(struct pdf *, enum rule, qpdf_oh tree);
struct pairs pdf_number_tree(struct pdf *, enum rule, qpdf_oh tree);
/* The value of a number, NULL if there is none. */
const qpdf_oh *pairs_number(const struct pairs *, long long number);

#endif
