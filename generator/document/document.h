/* A report's text as a tree: parsed from Markdown, then filled and numbered. */
/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/message.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct figure; /* chart/figure.h */
struct text;

enum node_kind {
	/* blocks */
	NODE_DOCUMENT,
	NODE_HEADING, /* level 1 to 4; 4 is a topic line */
	NODE_PARAGRAPH,
	NODE_BOX,    /* a block quote: headings, paragraphs and lists; only
			under the document */
	NODE_LIST,   /* level 1: (a), 2: (i); children: items */
	NODE_ITEM,   /* children: paragraphs, a list */
	NODE_FIGURE, /* children: the caption's inlines; only under the
			document */
	NODE_TABLE,  /* the same, made from measures */
	NODE_NOTE,   /* a footnote's text: paragraphs; under document->notes */
	/* inlines */
	NODE_TEXT,
	NODE_EMPHASIS,
	NODE_STRONG,
	NODE_LINK,  /* target: URI, of http, https or mailto */
	NODE_CALL,  /* of a footnote; target: its id */
	NODE_VALUE, /* {{ }}: target: measure id; filled: text holds the words
		     */
	NODE_CLAIM, /* [words](claim:id): target: id; children: words */
	NODE_REFERENCE, /* [](ref:label): target: label; filled: text */
	NODE_BREAK,	/* a hard line break */
	NODE_KINDS
};
const char *node_kind_name(enum node_kind);

struct node {
	enum node_kind kind;
	struct place at;
	struct node *parent;
	struct node *first; /* child */
	struct node *last;
	struct node *next; /* sibling */
	struct node *previous;

	const char *text; /* TEXT; VALUE and REFERENCE once filled; else NULL */
	const char *plain;  /* VALUE once filled: in figures, for machines */
	const char *target; /* LINK, CALL, VALUE, CLAIM, REFERENCE, FIGURE,
			       TABLE, NOTE: its id */
	const char *form;   /* VALUE: form or NULL */
	const char **arguments; /* VALUE */
	size_t argument_count;
	const char
	    *label;	 /* [](label:NAME) in a paragraph or heading, or NULL */
	int level;	 /* HEADING, LIST */
	bool is_literal; /* TEXT: [words](literal:), whose numbers are meant */

	/* set by numbering */
	int number; /* HEADING among siblings, PARAGRAPH at top level, ITEM,
		       FIGURE, TABLE, NOTE, CALL (its note's); 0 for none */
	const char *counter; /* the number as printed: "II.", "14.", "(a)",
				"图四"; or NULL */
	const char *
	    anchor; /* unique id in the document: "p14", "figure-categories1" */

	/* set by the report */
	const struct node
	    *referred; /* REFERENCE: what it points at; CALL: the note */
	const struct figure *figure; /* FIGURE, TABLE */
	const void *measure;	     /* VALUE: the struct measure behind it */
};

/* The first page, in one language; "" for what a report does not give. */
struct masthead {
	const char *organization; /* "United Nations" */
	const char *organ;	  /* lines divided by '\n' */
	const char *symbol;	  /* "CAC/COSP/2023/3" */
	const char *symbol_link;  /* URI */
	const char *distribution; /* "Distr.: General" */
	const char *date;
	const char *language_line; /* "Chinese", in translations */
	const char *original;	   /* "Original: English" */
	const char *session;
	const char *venue;     /* place and dates */
	const char *item;      /* of the agenda, by its number */
	const char *item_note; /* the asterisk's: "CAC/COSP/2023/1." */
	const char *item_title;
	const char *title;
	const char *series; /* who wrote it */
	const char
	    *notice; /* of the data's origin, printed under the summary */
	const char *job_number;
	const char *barcode;
	const char *record_tag; /* BCP 47, of distribution, date, language_line
				 * and original; NULL: the document's */
};

struct document {
	struct masthead masthead; /* set by the report */
	const char *language;	  /* code: "en" */
	const char *tag;	  /* BCP 47 */
	struct node *root;	  /* NODE_DOCUMENT */
	struct node *notes; /* NODE_DOCUMENT whose children are NODE_NOTE in the
			     * order of their first calls (after numbering) */
	bool is_reworded;   /* set by the report: words of a claim that does
			     * not hold were replaced */
};

/* Parse a template. All faults are reported: raw HTML, a stray * or _, an
 * undefined or unused note, an unclosed {{, nesting over 16, over 4 MB, an
 * image that is not alone in its paragraph, headings that skip a level, code
 * blocks, bullets. NULL if there was any. A topic line (level 4) may stand
 * under a heading of any level, so writers rank it one below that heading.
 * The notes stand in the order of their definitions; masthead, language and
 * tag are the report's to set. The path must outlive the document. */
struct document *document_parse(struct arena *, struct messages *,
				const char *path, const char *bytes,
				size_t length);

/* --- the walk: every node is entered and, if it can have children, left --- */
enum phase {
	PHASE_ENTER,
	PHASE_LEAVE
};
struct walk {
	struct node *top;
	struct node *node; /* where the walk stands */
	enum phase phase;
	bool is_started;
};
struct walk walk_begin(struct node *top);
bool walk_next(struct walk *); /* false at the end */
bool node_is_leaf(const struct node *);
bool node_is_block(const struct node *);

/* True if the node, or one that it stands in, is of that kind. */
bool node_is_within(const struct node *, enum node_kind);

/* --- making and changing trees (report/ does) --- */
struct node *node_new(struct arena *, enum node_kind, struct place);
void node_append(struct node *parent, struct node *child);
void node_insert_after(struct node *sibling, struct node *inserted);
void node_remove(struct node *);

/* All the words under a node, filled values included, without notes. */
void node_words(struct text *, const struct node *);

/* One fact a line, indented by depth. */
void document_print(struct text *, const struct document *);

#endif
