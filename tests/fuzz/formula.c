/* The formula language: each line "id = formula" or "id ? predicate". */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include "measure_small.h"

enum {
	LINES_MOST = 64
};

static void
line_add(struct arena *arena, struct measures *measures, const char *line,
	 int number)
{
	static struct name words[] = {{"en", "A name"}};
	struct names names = {words, COUNT(words)};
	struct place at = {"m.xml", number, 3};
	const char *id = arena_copy_bytes(arena, line, strcspn(line, " =?"));
	const char *sign = line + strcspn(line, "=?");
	const char *formula = *sign == '\0' ? line : sign + 1;

	if (*sign == '?')
		ARENA_PUSH(arena, measures->claims, measures->claim_count,
			   ((struct claim){.id = id,
					   .formula = formula,
					   .names = names,
					   .at = at}));
	else
		ARENA_PUSH(arena, measures->items, measures->count,
			   ((struct measure){.id = id,
					     .formula = formula,
					     .names = names,
					     .at = at}));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static struct small small;
	struct arena *arena = arena_new();
	struct messages messages = stage_messages();
	struct measures measures = {.dataset = &small.dataset};
	char *line = arena_copy_bytes(arena, (const char *)bytes, size);
	struct text text = {0};

	if (small.dataset.chapters == NULL)
		small_make(&small);
	for (int i = 1; line != NULL && i <= LINES_MOST; i++) {
		char *end = strchr(line, '\n');

		if (end != NULL)
			*end++ = '\0';
		line_add(arena, &measures, line, i);
		line = end;
	}
	measures_compute(arena, &messages, &measures);
	measures_print(&text, &measures, MEASURES_JSON);
	text_free(&text);
	arena_free(arena);
	return 0;
}
