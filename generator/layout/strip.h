/* Strips: what stands on a page as one, with its ink; and making them. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_STRIP_H
#define LAYOUT_STRIP_H

#include "layout/break.h"
#include "layout/style.h"

/* What a link leads to: a URI, or whatever strip carries the key. */
struct target {
	struct element_node *element; /* ROLE_LINK */
	const char *uri;	      /* or NULL */
	const void *key;	      /* if there is no URI */
	const char *contents;
};

/* Owner of a run of text. */
struct piece {
	struct element_node *element;
	const struct target *target; /* of the link that it is in, or NULL */
	size_t note;	 /* called here for the first time, from 1; or 0 */
	const void *key; /* what leads here, or NULL */
};

struct strip_link {
	struct box box;
	const struct target *target;
};

/* x counts from the body's left edge, y from the strip's top. */
struct strip {
	struct shape shape;
	struct page_ink *inks;
	size_t ink_count;
	struct strip_link *links;
	size_t link_count;
	const void **keys; /* what links and bookmarks lead here by */
	size_t key_count;
	size_t *notes;		 /* shape.notes */
	struct page_line *lines; /* of text, y from the strip's top */
	size_t line_count;
	struct element_node *boxed;
	struct box area; /* of `boxed`, a figure */
	bool is_framed;	 /* inside of the box */
	bool is_padding; /* the box's own white */
};

struct strips {
	struct strip *items;
	size_t count;
	/* Where each block begins, so that two languages can be held side by
	 * side: the same number in both, though one may have no strips. */
	size_t *blocks;
	size_t block_count;
	bool is_framed;
};

/* A note's lines stand for themselves until its page is known. */
struct note {
	const struct node *node; /* NULL for the masthead's */
	struct strips lines;
	bool is_called;
};

/* What a heading is in the outline. */
struct entry {
	const char *title;
	int level;
	const void *key;
};

/* A section that is open. */
struct section {
	struct element_node *element;
	int level; /* of its heading */
};

enum {
	SECTIONS_MOST = 4
};

/* The structure that all columns share. */
struct skeleton {
	struct element_node *root;
	struct section sections[SECTIONS_MOST];
	size_t section_count;
	bool has_title;
};

/* Everything that collecting one language's column needs and makes. */
struct collector {
	struct arena *arena;
	struct arena *scratch; /* what pages do not keep */
	struct messages *messages;
	struct typeset *typeset;
	const struct style *style;
	const struct document *document;
	const struct page_words *words;
	bool is_han;
	double x, width; /* [pt] of the column, x from the body's left */
	size_t column;
	bool has_peer; /* another language stands beside */
	struct skeleton *skeleton;
	struct strips flow;
	struct note *notes;
	size_t note_count;
	struct entry *entries;
	size_t entry_count;
};

/* The languages that are set side by side; one alone as a rule. */
struct party {
	struct collector *members[COLUMNS_MOST];
	size_t count;
};

struct element_node *element_new(struct arena *, struct element_node *parent,
				 enum role);

/* The same, with the column's language if two share the parent. */
struct element_node *element_open(struct collector *,
				  struct element_node *parent, enum role);

/* True if nothing in the words is written in Han characters or their marks,
 * but something in Latin letters: a line in English on a Chinese first page.
 */
bool words_are_latin(const char *words);

/* A pattern with {0}, {1} … replaced. */
const char *phrase_fill(struct arena *, const char *pattern,
			const char *const *arguments, size_t count);

/* --- words.c: inlines as runs --- */

struct words {
	struct run *runs;
	size_t count;
};

/* The inlines under a block as runs whose owners are pieces; elements go under
 * `element`. With a counter in front, or a link inside, text is in Spans, so
 * that an element owns either ink or elements. */
struct words words_collect(struct collector *, const struct node *block,
			   struct element_node *element, enum kind,
			   bool has_counter);

/* What owns the number of a block: its element, with all its words, unless
 * elements are among these; then a Span of its own. */
struct element_node *label_open(struct collector *, const struct node *block,
				struct element_node *);

/* A plain string as one run. */
struct words words_plain(struct collector *, const char *string,
			 struct element_node *, enum kind);

/* Raised small figures or an asterisk that call a note, as one run more. */
void words_add_call(struct collector *, struct words *, const char *mark,
		    enum kind, struct element_node *parent,
		    struct element_node *note_parent, size_t note,
		    struct place);

/* --- block.c: blocks as strips --- */

struct block {
	struct words words;
	enum kind kind;
	double x, width;   /* of the lines, from the body's left */
	double indent;	   /* of the first line */
	const char *label; /* beside the first line, or NULL */
	struct element_node *label_element;
	const struct type *label_type; /* NULL: the kind's */
	const struct target *label_target;
	double label_x;
	bool label_is_right; /* it ends at label_x, not begins */
	const void *key;
	const char *owner; /* what its lines belong to, for who prints pages */
	bool keep_with_next;
	bool keep_together;
	bool is_hyphenated; /* though its kind is not */
};

/* Set the block and append its lines as strips. Widows and orphans are tied
 * to their neighbours. */
void block_add(struct collector *, struct strips *, const struct block *);

/* A string as a paragraph of its own; a block without strips if it is empty.
 * In a Han document a string in Latin letters is marked as English. */
void string_add(struct collector *, struct strips *, struct element_node *,
		enum role, enum kind, const char *string, double x,
		double width);

/* --- strip.c --- */

void strip_add_ink(struct collector *, struct strip *, struct page_ink);
void strip_add_rule(struct collector *, struct strip *, double x, double y,
		    double width, double stroke);
void strip_add_key(struct collector *, struct strip *, const void *key);
/* Once, however often it is called there; from 0. */
void strip_add_note(struct collector *, struct strip *, size_t note);
void strip_add_link(struct collector *, struct strip *, struct box,
		    const struct target *);

/* Everything of `from` into one strip, moved; returns the height of it all. */
double strip_absorb(struct collector *, struct strip *,
		    const struct strips *from, double x, double y);

/* Append a copy of the strip, framed if the strips now are. */
void strips_append(struct collector *, struct strips *, struct strip);

/* The strips that follow are another block. */
void strips_begin_block(struct collector *, struct strips *);

/* [pt] of white above the strip of that index. */
double strips_gap(const struct strips *, size_t index);

/* --- the parts of a document --- */

void masthead_collect(const struct party *);
void notice_collect(struct collector *);
void figure_collect(struct collector *, const struct node *,
		    struct element_node *parent);
void table_collect(struct collector *, const struct node *,
		   struct element_node *parent);
/* Caption, and behind the figure its notes and source. */
void caption_add(struct collector *, struct strips *, const struct node *,
		 struct element_node *caption);
void source_add(struct collector *, struct strips *, const struct figure *,
		struct element_node *parent);

/* --- notes.c --- */

/* The masthead's note is first, then the document's in their order. */
void notes_prepare(struct collector *);
void note_lines_add(struct collector *, size_t note,
		    struct element_node *element);

/* The whole document: flow, notes, entries of each member. */
void documents_collect(const struct party *);

/* --- flow.c: what the pages are broken from --- */

/* What each column has of a shape. */
struct span {
	size_t from, to;
};
struct joint {
	struct span spans[COLUMNS_MOST];
};

struct flow {
	struct party party;
	struct shape *shapes;
	struct joint *joints; /* one a shape */
	size_t count;
	struct foot *feet; /* all notes, the first column's first */
};

/* False after a message: the languages have not the same blocks. */
bool flow_join(const struct party *, struct flow *);

/* How many lines of a block in each column go up to its cut number `cut` of
 * `cuts`, spread evenly. */
size_t lines_before_cut(size_t lines, size_t cut, size_t cuts);

/* --- place.c: strips onto pages --- */
struct pages *pages_place(const struct flow *, const struct page_plan *,
			  size_t count);

/* Headers, footers, first page's job number: of one language alone. */
void furniture_place(struct collector *, struct pages *);

#endif
