/* The inlines of a block as runs of text, each owned by its element. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "layout/strip.h"

#include <stdlib.h>
#include <string.h>

/* What holds for the inlines at hand. */
struct context {
	struct type type;
	struct element_node *element; /* that their elements go under */
	const struct target *target;  /* of the link around them */
	bool is_plain;		      /* `element` itself owns the text */
};

struct gathering {
	struct collector *collector;
	struct words words;
	enum kind kind;
	struct element_node *note_parent;
	struct element_node *span; /* that goes on, or NULL */
};

const char *
phrase_fill(struct arena *arena, const char *pattern,
	    const char *const *arguments, size_t count)
{
	struct text text = {0};
	const char *filled;

	for (; *pattern != '\0'; pattern++) {
		size_t index = (size_t)(pattern[1] - '0');

		if (*pattern == '{' && pattern[1] >= '0' && index < count &&
		    pattern[2] == '}') {
			text_add(&text, arguments[index]);
			pattern += 2;
		} else {
			text_add_bytes(&text, pattern, 1);
		}
	}
	filled = arena_copy(arena, text_string(&text));
	text_free(&text);
	return filled;
}

static struct piece *
piece_new(struct arena *arena, struct element_node *element,
	  const struct target *target)
{
	struct piece *piece = arena_take(arena, sizeof(*piece));

	piece->element = element;
	piece->target = target;
	return piece;
}

static void
run_add(struct collector *collector, struct words *words, const char *text,
	struct type type, const struct piece *piece, struct place at)
{
	struct run run = {.text = text, .type = type, .owner = piece, .at = at};

	if (*text != '\0')
		ARENA_PUSH(collector->scratch, words->runs, words->count, run);
}

/* The language of a string in Latin letters in a Han document: the masthead of
 * a translation keeps distribution, date and original language in English. */
static const char latin_language[] = "en";

struct words
words_plain(struct collector *collector, const char *string,
	    struct element_node *element, enum kind kind)
{
	struct words words = {0};

	if (collector->is_han && words_are_latin(string))
		element->language = latin_language;
	run_add(collector, &words, string,
		style_type(collector->style, kind, collector->is_han),
		piece_new(collector->arena, element, NULL),
		collector->document->root->at);
	return words;
}

static void
text_gather(struct gathering *now, const struct context *context,
	    const char *text, struct place at)
{
	struct arena *arena = now->collector->arena;
	struct element_node *owner = context->element;

	if (text == NULL)
		return;
	if (!context->is_plain) {
		if (now->span == NULL)
			now->span = element_open(now->collector,
						 context->element, ROLE_SPAN);
		owner = now->span;
	}
	run_add(now->collector, &now->words, text, context->type,
		piece_new(arena, owner, context->target), at);
}

static const char *
contents_of(struct collector *collector, const char *pattern, const char *words)
{
	return phrase_fill(collector->arena, pattern, &words, 1);
}

static struct target *
target_new(struct collector *collector, struct element_node *parent)
{
	struct target *target = arena_take(collector->arena, sizeof(*target));

	target->element = element_open(collector, parent, ROLE_LINK);
	return target;
}

/* Reference > Link > Lbl, and with the first call the Note behind it (ISO
 * 32000-1, 14.8.4.4.1). */
void
words_add_call(struct collector *collector, struct words *words,
	       const char *mark, enum kind kind, struct element_node *parent,
	       struct element_node *note_parent, size_t note, struct place at)
{
	struct arena *arena = collector->arena;
	const struct style *style = collector->style;
	struct note *called = &collector->notes[note - 1];
	struct element_node *reference = element_open(collector, parent,
						      ROLE_REFERENCE);
	struct target *target = target_new(collector, reference);
	struct type type = style_type(style, kind, collector->is_han);
	struct piece *piece = piece_new(
	    arena, element_open(collector, target->element, ROLE_LBL), target);

	type.rise = style->notes.rise * type.size;
	type.size *= style->notes.call;
	type.italic = false;
	target->key = called;
	target->contents = contents_of(collector, collector->words->note, mark);
	run_add(collector, words, mark, type, piece, at);
	words->runs[words->count - 1].is_tight = true;
	if (called->is_called)
		return;
	called->is_called = true;
	piece->note = note;
	piece->key = &called->lines; /* where the note's number leads back */
	note_lines_add(collector, note,
		       element_open(collector, note_parent, ROLE_NOTE));
}

/* The note's place among the collector's, from 1; 0 if it is not there. Its
 * number tells, for they are in order and the masthead's is before them. */
static size_t
note_of(const struct collector *collector, const struct node *node)
{
	size_t index = node->number < 1 ? 0 : (size_t)node->number;

	if (index < collector->note_count &&
	    collector->notes[index].node == node)
		return index + 1;
	return 0;
}

static void
call_gather(struct gathering *now, const struct context *context,
	    const struct node *node)
{
	struct collector *collector = now->collector;
	size_t note = node->referred == NULL
			  ? 0
			  : note_of(collector, node->referred);
	const char *mark = node->counter != NULL
			       ? node->counter
			       : arena_print(collector->arena, "%d",
					     node->number);

	now->span = NULL;
	if (note == 0 || *mark == '\0' || context->target != NULL)
		return;
	words_add_call(collector, &now->words, mark, now->kind,
		       context->element, now->note_parent, note, node->at);
}

static void inlines_gather(struct gathering *, const struct context *,
			   const struct node *first);

static void
link_gather(struct gathering *now, const struct context *context,
	    const struct node *node)
{
	struct collector *collector = now->collector;
	struct text words = {0};
	struct context inner = *context;
	struct target *target;

	if (context->target != NULL || node->target == NULL) {
		inlines_gather(now, context, node->first);
		return;
	}
	target = target_new(collector, context->element);
	target->uri = node->target;
	node_words(&words, node);
	target->contents = contents_of(collector, collector->words->link,
				       text_string(&words));
	text_free(&words);
	inner.element = target->element;
	inner.target = target;
	inner.is_plain = true;
	now->span = NULL;
	inlines_gather(now, &inner, node->first);
	now->span = NULL;
}

static void
reference_gather(struct gathering *now, const struct context *context,
		 const struct node *node)
{
	struct collector *collector = now->collector;
	struct context inner = *context;
	struct target *target;

	if (node->text == NULL || node->referred == NULL ||
	    context->target != NULL) {
		text_gather(now, context, node->text, node->at);
		return;
	}
	target = target_new(collector, element_open(collector, context->element,
						    ROLE_REFERENCE));
	target->key = node->referred;
	if (node->referred->kind == NODE_NOTE) {
		size_t note = note_of(collector, node->referred);

		target->key = note > 0 ? &collector->notes[note - 1] : NULL;
	}
	target->contents = contents_of(collector, collector->words->link,
				       node->text);
	inner.element = target->element;
	inner.target = target;
	inner.is_plain = true;
	text_gather(now, &inner, node->text, node->at);
	now->span = NULL;
}

static void
inline_gather(struct gathering *now, const struct context *context,
	      const struct node *node)
{
	struct context inner = *context;

	switch (node->kind) {
	case NODE_TEXT:
	case NODE_VALUE:
		text_gather(now, context, node->text, node->at);
		return;
	case NODE_BREAK:
		text_gather(now, context, "\n", node->at);
		return;
	case NODE_EMPHASIS:
		/* Han has no slope; what slopes already stands up. */
		inner.type.italic = !now->collector->is_han &&
				    !context->type.italic;
		inlines_gather(now, &inner, node->first);
		return;
	case NODE_STRONG:
		inner.type.bold = true;
		inlines_gather(now, &inner, node->first);
		return;
	case NODE_CLAIM:
		inlines_gather(now, context, node->first);
		return;
	case NODE_LINK:
		link_gather(now, context, node);
		return;
	case NODE_CALL:
		call_gather(now, context, node);
		return;
	case NODE_REFERENCE:
		reference_gather(now, context, node);
		return;
	case NODE_DOCUMENT:
	case NODE_HEADING:
	case NODE_PARAGRAPH:
	case NODE_BOX:
	case NODE_LIST:
	case NODE_ITEM:
	case NODE_FIGURE:
	case NODE_TABLE:
	case NODE_NOTE:
	case NODE_KINDS:
		return; /* blocks are set elsewhere */
	}
	abort();
}

/* Nested no deeper than document_parse allows. */
static void
inlines_gather(struct gathering *now, const struct context *context,
	       const struct node *first)
{
	for (; first != NULL; first = first->next)
		inline_gather(now, context, first);
}

static bool
has_elements(const struct node *block)
{
	for (const struct node *node = block->first; node != NULL;
	     node = node->next)
		if (node->kind == NODE_LINK || node->kind == NODE_CALL ||
		    node->kind == NODE_REFERENCE || has_elements(node))
			return true;
	return false;
}

struct element_node *
label_open(struct collector *collector, const struct node *block,
	   struct element_node *element)
{
	return has_elements(block) ? element_open(collector, element, ROLE_SPAN)
				   : element;
}

struct words
words_collect(struct collector *collector, const struct node *block,
	      struct element_node *element, enum kind kind, bool has_counter)
{
	struct gathering now = {
	    .collector = collector,
	    .kind = kind,
	    .note_parent = element,
	};
	struct context context = {
	    .type = style_type(collector->style, kind, collector->is_han),
	    .element = element,
	    .is_plain = !has_counter && !has_elements(block),
	};

	/* A note is no part of a heading or of a caption: it goes beside. */
	while (now.note_parent->role != ROLE_P &&
	       now.note_parent->role != ROLE_SECT &&
	       now.note_parent->role != ROLE_DIV)
		now.note_parent = now.note_parent->parent;
	inlines_gather(&now, &context, block->first);
	return now.words;
}
