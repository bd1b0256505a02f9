/* What entries are written as: once for all that say the same. */
/* SPDX-License-Identifier: MIT */
#include "dataset/lines.h"

#include "base/arena.h"

struct lines
lines_make(const struct dataset *dataset,
	   void (*write)(struct text *, const struct dataset *,
			 const struct entry *))
{
	struct lines lines = {.dataset = dataset, .arena = arena_new()};

	lines.from = arena_room(lines.arena, dataset->saying_count + 1,
				sizeof(*lines.from));
	for (size_t i = 0; i < dataset->saying_count; i++) {
		lines.from[i] = lines.words.length;
		write(&lines.words, dataset, &dataset->sayings[i]);
	}
	lines.from[dataset->saying_count] = lines.words.length;
	return lines;
}

void
lines_free(struct lines *lines)
{
	text_free(&lines->words);
	arena_free(lines->arena);
}

void
lines_add(struct text *text, const struct lines *lines, size_t entry)
{
	uint32_t saying = entry_saying(lines->dataset, entry);
	size_t from = lines->from[saying];

	text_add_bytes(text, lines->words.bytes + from,
		       lines->from[saying + 1] - from);
}
