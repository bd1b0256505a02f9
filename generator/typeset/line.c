/* One line alone, for labels and furniture: set once, then found again. */
/* SPDX-License-Identifier: MIT */
#include "typeset/paragraph.h"

#include "base/arena.h"

#include <string.h>

/* All that two lines must share to be one. */
struct key {
	const char *text;
	struct type type;
	bool is_han;
	const char *language;
};

struct kept {
	struct key key;
	struct line line;
};

static guint
key_hash(const void *data)
{
	const struct key *key = data;

	return g_str_hash(key->text) ^ g_double_hash(&key->type.size);
}

static bool
type_equals(const struct type *a, const struct type *b)
{
	return a->bold == b->bold && a->italic == b->italic &&
	       !(a->size < b->size) && !(a->size > b->size) &&
	       !(a->rise < b->rise) && !(a->rise > b->rise) &&
	       strcmp(a->latin, b->latin) == 0 && strcmp(a->han, b->han) == 0;
}

static gboolean
key_equals(const void *first, const void *second)
{
	const struct key *a = first, *b = second;

	return a->is_han == b->is_han && type_equals(&a->type, &b->type) &&
	       strcmp(a->text, b->text) == 0 &&
	       strcmp(a->language, b->language) == 0;
}

GHashTable *
lines_new(void)
{
	return g_hash_table_new(key_hash, key_equals);
}

static struct key
key_copy(struct arena *arena, const struct key *key)
{
	struct key copy = *key;

	copy.text = arena_copy(arena, key->text);
	copy.type.latin = arena_copy(arena, key->type.latin);
	copy.type.han = arena_copy(arena, key->type.han);
	copy.language = arena_copy(arena, key->language);
	return copy;
}

/* All letters side by side. */
static void
line_set(struct typeset *typeset, struct messages *messages,
	 const struct setting *setting, struct line *line)
{
	struct paragraph paragraph = {
	    .scratch = arena_new(),
	    .typeset = typeset,
	    .messages = messages,
	    .setting = setting,
	};
	struct segment whole = {0};

	if (paragraph_read(&paragraph)) {
		paragraph_shape(&paragraph);
		paragraph_bind(&paragraph, true);
		paragraph_build(&paragraph);
		whole.end = paragraph.letter_count;
		whole.piece_count = paragraph.piece_count;
		*line = paragraph_line(
		    typeset->arena, &paragraph, &whole, 0,
		    whole.piece_count == 0 ? 0 : whole.piece_count - 1, 0);
	}
	arena_free(paragraph.scratch);
}

const struct line *
typeset_line(struct typeset *typeset, struct messages *messages,
	     const char *text, const struct type *type, bool is_han,
	     const char *language)
{
	const struct key key = {text, *type, is_han,
				language == NULL ? "" : language};
	struct kept *kept = g_hash_table_lookup(typeset->lines, &key);
	struct run run = {.text = text, .type = *type};
	struct setting setting = {
	    .runs = &run,
	    .count = 1,
	    .alignment = ALIGN_LEFT,
	    .is_han = is_han,
	    .language = language,
	};

	if (kept != NULL)
		return &kept->line;
	kept = arena_take(typeset->arena, sizeof(*kept));
	kept->key = key_copy(typeset->arena, &key);
	line_set(typeset, messages, &setting, &kept->line);
	g_hash_table_insert(typeset->lines, &kept->key, kept);
	return &kept->line;
}
