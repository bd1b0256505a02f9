/* Memory that lives as long as a stage's product: allocate, never free alone.
 */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks double, so that an arena for one paragraph costs little. */
enum {
	BLOCK_LEAST = 2 * 1024,
	BLOCK_MOST = 256 * 1024
};

struct block {
	struct block *next;
	size_t size; /* [bytes] after the header */
	size_t used; /* [bytes] */
	alignas(max_align_t) unsigned char bytes[];
};

struct arena {
	struct block *first; /* the block that is being filled */
};

struct arena *
arena_new(void)
{
	struct arena *arena = calloc(1, sizeof(*arena));

	if (arena == NULL)
		memory_exhausted();
	return arena;
}

void
arena_free(struct arena *arena)
{
	if (arena == NULL)
		return;
	for (struct block *block = arena->first, *next; block; block = next) {
		next = block->next;
		free(block);
	}
	free(arena);
}

static struct block *
block_new(size_t size)
{
	struct block *block;

	if (size > SIZE_MAX - sizeof(*block))
		memory_exhausted();
	block = malloc(sizeof(*block) + size);
	if (block == NULL)
		memory_exhausted();
	block->size = size;
	block->used = 0;
	return block;
}

/* [bytes] of the block that follows this one, or the first. */
static size_t
block_size(const struct block *last, size_t needed)
{
	size_t size = last == NULL		    ? BLOCK_LEAST
		      : last->size * 2 > BLOCK_MOST ? BLOCK_MOST
						    : last->size * 2;

	return needed > size ? needed : size;
}

/* Bytes as they come: who asks fills them, or has them zeroed. */
static void *
arena_reserve(struct arena *arena, size_t size)
{
	const size_t step = alignof(max_align_t);
	struct block *block = arena->first;
	void *taken;

	if (size > SIZE_MAX - step)
		memory_exhausted();
	size = size == 0 ? step : (size + step - 1) / step * step;
	if (block == NULL || block->size - block->used < size) {
		block = block_new(block_size(block, size));
		block->next = arena->first;
		arena->first = block;
	}
	taken = block->bytes + block->used;
	block->used += size;
	return taken;
}

void *
arena_take(struct arena *arena, size_t size)
{
	return memset(arena_reserve(arena, size), 0, size);
}

static size_t
array_size(size_t count, size_t size)
{
	if (size > 0 && count > SIZE_MAX / size)
		memory_exhausted();
	return count * size;
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	return arena_take(arena, array_size(count, size));
}

void *
arena_room(struct arena *arena, size_t count, size_t size)
{
	return arena_reserve(arena, array_size(count, size));
}

char *
arena_copy(struct arena *arena, const char *string)
{
	return arena_copy_bytes(arena, string, strlen(string));
}

char *
arena_copy_bytes(struct arena *arena, const char *bytes, size_t length)
{
	char *copy;

	if (length == SIZE_MAX)
		memory_exhausted();
	copy = arena_reserve(arena, length + 1);
	if (length > 0)
		memcpy(copy, bytes, length);
	copy[length] = '\0';
	return copy;
}

char *
arena_print(struct arena *arena, const char *format, ...)
{
	char most[256]; /* are no longer */
	va_list arguments;
	char *string;
	int length;

	va_start(arguments, format);
	length = vsnprintf(most, sizeof(most), format, arguments);
	va_end(arguments);
	if (length < 0)
		memory_exhausted();
	if ((size_t)length < sizeof(most))
		return arena_copy_bytes(arena, most, (size_t)length);
	string = arena_reserve(arena, (size_t)length + 1);
	va_start(arguments, format);
	vsnprintf(string, (size_t)length + 1, format, arguments);
	va_end(arguments);
	return string;
}

void *
arena_grow(struct arena *arena, void *items, size_t count, size_t size)
{
	void *moved;

	if (count > 0 && (count & (count - 1)) != 0)
		return items;
	if (count > SIZE_MAX / 2)
		memory_exhausted();
	moved = arena_room(arena, count == 0 ? 1 : count * 2, size);
	if (count > 0)
		memcpy(moved, items, count * size);
	return moved;
}
