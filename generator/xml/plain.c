/* Read the little of XML of which files of many like elements are made, and
 * hold it against a grammar of bits; give up, and say nothing, at anything
 * else. Productions are those of XML 1.0 (fifth edition). */
/* SPDX-License-Identifier: MIT */
#include "xml/plain.h"

#include "base/arena.h"
#include "xml/block.h"
#include "xml/scan.h"
#include "xml/words.h"
#include "xml/xml.h"

#include <stdlib.h>
#include <string.h>

enum {
	SLOTS = 64, /* of a table of names; a power of two */
	UNKNOWN = -1
};

/* The grammar's names. By a name's first character and its length it is
 * guessed which it is, as the one that was found there last. */
struct name_table {
	const char *names[XML_NAMES_MOST];
	size_t lengths[XML_NAMES_MOST];
	size_t count;
	int8_t guesses[SLOTS];
};

struct xml_plain {
	const struct xml_grammar *grammar;
	const struct xml_listener *listener;
	const char *path;
	struct block block; /* `at`: what is being read, a tag from its < on */
	struct name_table shapes;
	struct name_table attributes;
	size_t open[DEPTH_MOST]; /* shapes */
	size_t depth;
	bool is_begun;	/* the root was met */
	bool has_space; /* and is in our namespace */
	struct xml_start start;
};

/* --- names --- */

static void
name_add(struct name_table *table, const char *name)
{
	table->names[table->count] = name;
	table->lengths[table->count++] = strlen(name);
}

static bool
name_is(const struct name_table *table, int index, const char *bytes,
	size_t length)
{
	return table->lengths[index] == length &&
	       memcmp(table->names[index], bytes, length) == 0;
}

static int
name_find(struct name_table *table, const char *bytes, size_t length)
{
	int8_t *guess =
	    &table->guesses[((unsigned char)bytes[0] + length * 8) % SLOTS];

	if (name_is(table, *guess, bytes, length))
		return *guess;
	for (size_t i = 0; i < table->count; i++)
		if (name_is(table, (int)i, bytes, length)) {
			*guess = (int8_t)i;
			return (int)i;
		}
	return UNKNOWN;
}

/* --- pieces of a tag; the NUL behind the block ends them all --- */

/* What is no name is none of the grammar's. */
static const char *
name_skip(const char *at)
{
	while ((unsigned char)*at > ' ' && *at != '=' && *at != '>' &&
	       *at != '/')
		at++;
	return at;
}

/* To the quotation mark that ends the value; NULL where the value is not what
 * it says: at a reference, or a blank that would be made a space (3.3.3). */
static const char *
value_skip(const char *at, char quote)
{
	for (; *at != quote; at++)
		if ((unsigned char)*at < ' ' || *at == '&' || *at == '<')
			return NULL;
	return at;
}

/* --- start tags --- */

/* The declaration of our namespace, once and in the root. */
static bool
space_take(struct xml_plain *plain, const char *name, size_t length,
	   struct xml_value value)
{
	if (plain->depth > 0 || plain->has_space || length != 5 ||
	    memcmp(name, "xmlns", 5) != 0)
		return false;
	plain->has_space = xml_value_is(value, XML_NAMESPACE);
	return plain->has_space;
}

/* Behind the attribute, or NULL. */
static const char *
attribute_take(struct xml_plain *plain, const char *name)
{
	struct xml_start *start = &plain->start;
	const char *end = name_skip(name), *open = blanks_skip(end), *close;
	struct xml_value value;
	int found;

	if (*open != '=')
		return NULL;
	open = blanks_skip(open + 1);
	if (*open != '"' && *open != '\'')
		return NULL;
	close = value_skip(open + 1, *open);
	if (close == NULL)
		return NULL;
	value = (struct xml_value){open + 1, (size_t)(close - open - 1)};
	found = name_find(&plain->attributes, name, (size_t)(end - name));
	if (found == UNKNOWN)
		return space_take(plain, name, (size_t)(end - name), value)
			   ? close + 1
			   : NULL;
	if ((start->given >> found & 1) != 0)
		return NULL;
	start->given |= UINT32_C(1) << found;
	start->values[found] = value;
	return close + 1;
}

/* Up to the '/' or '>' behind all attributes, or NULL. */
static const char *
attributes_take(struct xml_plain *plain, const char *at)
{
	plain->start.given = 0;
	while (at != NULL && *at != '>' && *at != '/') {
		const char *next = blanks_skip(at);

		if (next == at)
			return NULL;
		at = *next == '>' || *next == '/' ? next
						  : attribute_take(plain, next);
	}
	return at;
}

/* What the schema would ask of the element, where it stands. */
static bool
start_is_valid(const struct xml_plain *plain)
{
	const struct xml_grammar *grammar = plain->grammar;
	const struct xml_shape *shape = &grammar->shapes[plain->start.shape];
	uint32_t allowed = grammar->roots;

	if (plain->depth > 0)
		allowed =
		    grammar->shapes[plain->open[plain->depth - 1]].children;
	return (allowed >> plain->start.shape & 1) != 0 &&
	       (plain->start.given & ~shape->attributes) == 0 &&
	       (shape->required & ~plain->start.given) == 0;
}

/* Production 40 or 44. */
static const char *
start_take(struct xml_plain *plain, const char *name)
{
	const char *at = name_skip(name);
	int shape = name_find(&plain->shapes, name, (size_t)(at - name));
	bool is_empty;

	if (shape == UNKNOWN || plain->depth == DEPTH_MOST ||
	    (plain->depth == 0 && plain->is_begun))
		return NULL;
	plain->start.shape = (size_t)shape;
	at = attributes_take(plain, at);
	if (at == NULL || !plain->has_space || !start_is_valid(plain))
		return NULL;
	is_empty = *at == '/';
	if (at[is_empty] != '>')
		return NULL;
	plain->is_begun = true;
	plain->open[plain->depth++] = plain->start.shape;
	if (!plain->listener->start(plain->listener->context, &plain->start))
		return NULL;
	plain->depth -= is_empty;
	return at + is_empty + 1;
}

/* --- the rest --- */

/* Production 42. */
static const char *
end_take(struct xml_plain *plain, const char *name)
{
	const char *at = name_skip(name);
	int shape = name_find(&plain->shapes, name, (size_t)(at - name));

	if (shape == UNKNOWN || plain->depth == 0 ||
	    plain->open[plain->depth - 1] != (size_t)shape)
		return NULL;
	plain->depth--;
	at = blanks_skip(at);
	return *at == '>' ? at + 1 : NULL;
}

/* Production 15: no "--" before the one that ends it. */
static const char *
comment_take(struct xml_plain *plain)
{
	struct block *block = &plain->block;
	const char *end, *from;

	block->at += strlen("<!--");
	end = block_find(block, "-->");
	from = block->bytes + block->at;
	if (end == NULL ||
	    memmem(from, (size_t)(end + 2 - from), "--", 2) != end)
		return NULL;
	return end + strlen("-->");
}

/* Of one tag or comment, which begins at `at`. */
static bool
markup_take(struct xml_plain *plain)
{
	struct block *block = &plain->block;
	const char *at;

	if (block_find(block, ">") == NULL)
		return false;
	at = block->bytes + block->at;
	if (at[1] == '/')
		at = end_take(plain, at + 2);
	else if (strncmp(at, "<!--", 4) == 0)
		at = comment_take(plain);
	else
		at = start_take(plain, at + 1);
	if (at == NULL)
		return false;
	block->at = (size_t)(at - block->bytes);
	return true;
}

static bool
text_is_plain(const struct xml_plain *plain, const char *from, const char *to)
{
	if (plain->depth > 0 &&
	    plain->grammar->shapes[plain->open[plain->depth - 1]].has_words)
		return words_are_plain(from, to);
	while (from < to && is_blank(*from))
		from++;
	return from == to;
}

/* Text and markup in turn, to the end of the file. */
static bool
plain_run(struct xml_plain *plain)
{
	struct block *block = &plain->block;

	if (!block_more(block))
		return false;
	block->at = declaration_length(block->bytes);
	for (;;) {
		const char *tag = block_find(block, "<");
		const char *to = tag == NULL ? block->bytes + block->end : tag;

		if (!text_is_plain(plain, block->bytes + block->at, to))
			return false;
		if (tag == NULL)
			return block->is_ended && block->is_plain &&
			       plain->is_begun && plain->depth == 0;
		block->at = (size_t)(tag - block->bytes);
		if (!markup_take(plain))
			return false;
	}
}

struct xml_plain *
xml_plain_open(const struct xml_grammar *grammar)
{
	struct xml_plain *plain = calloc(1, sizeof(*plain));

	if (plain == NULL)
		memory_exhausted();
	plain->grammar = grammar;
	for (size_t i = 0; i < grammar->shape_count; i++)
		name_add(&plain->shapes, grammar->shapes[i].name);
	for (size_t i = 0; i < grammar->attribute_count; i++)
		name_add(&plain->attributes, grammar->attributes[i]);
	return plain;
}

void
xml_plain_close(struct xml_plain *plain)
{
	free(plain);
}

bool
xml_plain_read(struct xml_plain *plain, const char *path,
	       const struct xml_listener *listener)
{
	bool is_good;

	if (!block_open(&plain->block, path))
		return false;
	plain->listener = listener;
	plain->path = path;
	plain->depth = 0;
	plain->is_begun = plain->has_space = false;
	is_good = plain_run(plain);
	block_close(&plain->block);
	return is_good;
}

struct place
xml_plain_place(struct xml_plain *plain)
{
	return block_place(&plain->block, plain->path, plain->block.at);
}

bool
xml_value_is(struct xml_value value, const char *string)
{
	return strncmp(string, value.bytes, value.length) == 0 &&
	       string[value.length] == '\0';
}
