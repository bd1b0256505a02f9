/* The blocks of the templates as they were written, each with its hash. */
/* SPDX-License-Identifier: MIT */
#include "report/ledger_text.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/hash.h"
#include "report/flow.h"

#include <string.h>

enum {
	FILE_MOST = 4 * 1024 * 1024 /* [bytes] */
};

static uint64_t
hash_words(uint64_t hash, const char *words)
{
	return hash_bytes(hash, words, strlen(words));
}

/* Several blanks are as one: they make no other text. */
static uint64_t
hash_text(uint64_t hash, const char *words)
{
	while (*words != '\0') {
		size_t length = strcspn(words, " ");

		length += words[length] == ' ';
		hash = hash_bytes(hash, words, length);
		words += length;
		words += strspn(words, " ");
	}
	return hash;
}

static uint64_t
block_hash(const struct node *block)
{
	uint64_t hash = HASH_START;
	struct walk walk = walk_begin((struct node *)block);

	while (walk_next(&walk)) {
		const struct node *node = walk.node;

		if (walk.phase != PHASE_ENTER)
			continue;
		if (node->kind == NODE_TEXT)
			hash = hash_text(hash, node->text);
		else if (node->kind == NODE_VALUE ||
			 node->kind == NODE_REFERENCE)
			hash = hash_words(hash, "{}");
	}
	return hash;
}

/* --- the blocks of a template and their names --- */

struct naming {
	struct arena *arena;
	int numbers[NODE_KINDS];
	struct entry_texts *texts;
};

/* Kind and number of the block that holds the words. */
static const char *
block_key(struct naming *naming, const struct node *block)
{
	const struct node *holder = block;

	while (holder->parent != NULL && holder->parent->kind != NODE_DOCUMENT)
		holder = holder->parent;
	if (holder->target != NULL)
		return arena_print(
		    naming->arena, "%s %s%s", node_kind_name(holder->kind),
		    holder->target,
		    block->previous == NULL || holder == block ? "" : "+");
	return arena_print(naming->arena, "%s %d", node_kind_name(holder->kind),
			   ++naming->numbers[holder->kind]);
}

static void
texts_collect(struct naming *naming, struct node *top)
{
	struct walk walk = walk_begin(top);

	while (walk_next(&walk)) {
		struct entry_text text = {.node = walk.node};

		if (walk.phase != PHASE_ENTER || !block_has_words(walk.node))
			continue;
		text.key = block_key(naming, walk.node);
		text.hash = block_hash(walk.node);
		ARENA_PUSH(naming->arena, naming->texts->items,
			   naming->texts->count, text);
	}
}

static const struct document *
template_parse(struct arena *arena, struct messages *messages,
	       const struct edition *edition)
{
	struct messages mute = {0}; /* filling has reported the faults */
	size_t length;
	char *bytes = file_read(arena, messages, edition->template_path,
				FILE_MOST, &length);

	return bytes == NULL
		   ? NULL
		   : document_parse(arena, &mute, edition->template_path, bytes,
				    length);
}

static bool
texts_take(struct arena *arena, const struct document *document,
	   struct entry_texts *texts)
{
	struct naming naming = {.arena = arena, .texts = texts};

	if (document == NULL)
		return false;
	texts_collect(&naming, document->root);
	texts_collect(&naming, document->notes);
	return true;
}

struct entry_texts *
editions_read(struct arena *arena, struct messages *messages,
	      const struct report *report, struct document *const *documents,
	      bool *in_step)
{
	struct entry_texts *texts = arena_array(arena, report->edition_count,
						sizeof(*texts));

	*in_step = true;
	for (size_t i = 0; i < report->edition_count; i++) {
		const struct document *document = documents != NULL
						      ? documents[i]
						      : NULL;

		if (document == NULL || document->is_reworded)
			document = template_parse(arena, messages,
						  &report->editions[i]);
		if (!texts_take(arena, document, &texts[i]) ||
		    texts[i].count != texts[0].count)
			*in_step = false;
	}
	return texts;
}
