/* Read the facts of printed pages. */
/* SPDX-License-Identifier: MIT */
#include "proof.h"

#include "base/arena.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* The JSON string that ends the line; arena's. */
static const char *
json_read(struct arena *arena, const char *line)
{
	struct text text = {0};
	const char *at = strchr(line, '"');
	char *copy;

	for (at = at == NULL ? "" : at + 1; *at != '\0' && *at != '"'; at++) {
		if (*at == '\\' && at[1] == 'u') {
			char digits[5] = {0};

			memcpy(digits, at + 2, strnlen(at + 2, 4));
			text_add_character(&text,
					   (uint32_t)strtoul(digits, NULL, 16));
			at += 1 + strlen(digits);
			continue;
		}
		if (*at == '\\' && at[1] != '\0')
			at++;
		text_add_bytes(&text, at, 1);
	}
	copy = arena_copy(arena, text_string(&text));
	text_free(&text);
	return copy;
}

/* The word of that index in the line, from 0; arena's. */
static const char *
word_at(struct arena *arena, const char *line, size_t index)
{
	for (; index > 0 && *line != '\0'; index--) {
		line += strcspn(line, " ");
		line += strspn(line, " ");
	}
	return arena_copy_bytes(arena, line, strcspn(line, " "));
}

static bool
begins(const char *line, const char *with)
{
	return strncmp(line, with, strlen(with)) == 0;
}

/* "line TYPE OWNER X Y RATIO [first] [last] TEXT" */
static struct fact
line_read(struct arena *arena, const char *line)
{
	const char *places = arena_copy_bytes(arena, line, strcspn(line, "\""));

	return (struct fact){
	    .kind = FACT_LINE,
	    .type = word_at(arena, line, 1),
	    .x = strtod(word_at(arena, line, 3), NULL),
	    .y = strtod(word_at(arena, line, 4), NULL),
	    .ratio = strtod(word_at(arena, line, 5), NULL),
	    .is_first = strstr(places, " first ") != NULL,
	    .is_last = strstr(places, " last ") != NULL,
	    .text = json_read(arena, line),
	};
}

/* "glyphs X Y WIDTH HEIGHT OWNER TEXT" */
static struct fact
glyphs_read(struct arena *arena, const char *line)
{
	return (struct fact){
	    .kind = FACT_GLYPHS,
	    .x = strtod(word_at(arena, line, 1), NULL),
	    .y = strtod(word_at(arena, line, 2), NULL),
	    .owner = word_at(arena, line, 5),
	    .text = json_read(arena, line),
	};
}

static bool
is_artifact(const struct fact *glyphs)
{
	return begins(glyphs->owner, "header") ||
	       begins(glyphs->owner, "footer") ||
	       begins(glyphs->owner, "layout");
}

/* A note's number, which leads back to its call: "12 ". */
static bool
is_note_label(const struct fact *glyphs)
{
	size_t digits = strspn(glyphs->text, "0123456789*");

	return digits > 0 && strcmp(glyphs->owner, "Link") == 0 &&
	       strcmp(glyphs->text + digits, " ") == 0;
}

static enum part
line_part(const struct fact *line)
{
	if (strcmp(line->type, "note") == 0)
		return PART_NOTES;
	return begins(line->type, "caption") || begins(line->type, "table") ||
		       begins(line->type, "source")
		   ? PART_FIGURE
		   : PART_BODY;
}

static enum part
glyphs_part(const struct fact *glyphs)
{
	if (is_artifact(glyphs))
		return PART_ARTIFACT;
	if (glyphs->line != NULL)
		return line_part(glyphs->line);
	return is_note_label(glyphs) ? PART_NOTES : PART_BODY;
}

/* The line of that page which the glyphs begin, or NULL. */
static struct fact *
line_find(const struct facts *facts, const struct fact *glyphs)
{
	for (size_t i = 0; i < facts->count; i++) {
		struct fact *line = &facts->items[i];

		if (line->kind == FACT_LINE && line->page == glyphs->page &&
		    line->x == glyphs->x && line->y == glyphs->y &&
		    begins(line->text, glyphs->text))
			return line;
	}
	return NULL;
}

/* Tell each piece of ink its line: the first by its place, the others as they
 * come, until the line's text is said. */
static void
lines_find(struct facts *facts)
{
	struct fact *line = NULL;
	size_t left = 0;

	for (size_t i = 0; i < facts->count; i++) {
		struct fact *fact = &facts->items[i];

		switch (fact->kind) {
		case FACT_LINE:
			fact->part = line_part(fact);
			break;
		case FACT_GLYPHS:
			if (left == 0 && !is_artifact(fact)) {
				line = line_find(facts, fact);
				left = line == NULL ? 0 : strlen(line->text);
				fact->begins_a_line = line != NULL;
			}
			fact->line = left > 0 ? line : NULL;
			fact->part = glyphs_part(fact);
			if (fact->part != PART_ARTIFACT)
				left -= left < strlen(fact->text)
					    ? left
					    : strlen(fact->text);
			break;
		case FACT_SCENE:
			fact->part = PART_FIGURE;
			break;
		}
	}
}

bool
facts_read(struct arena *arena, const char *printed, struct facts *facts)
{
	size_t lines = 0;

	*facts = (struct facts){0};
	while (*printed != '\0') {
		size_t length = strcspn(printed, "\n");
		const char *line = arena_copy_bytes(arena, printed, length);
		struct fact fact = {.kind = FACT_SCENE};

		printed += length + (printed[length] == '\n');
		if (begins(line, "page "))
			facts->page_count++;
		if (begins(line, "line "))
			fact = line_read(arena, line);
		else if (begins(line, "glyphs "))
			fact = glyphs_read(arena, line);
		else if (!begins(line, "scene "))
			continue;
		fact.page = facts->page_count;
		lines += fact.kind == FACT_LINE;
		ARENA_PUSH(arena, facts->items, facts->count, fact);
	}
	lines_find(facts);
	return lines > 0;
}

void
fact_append(struct text *text, const struct fact *fact)
{
	switch (fact->kind) {
	case FACT_LINE:
		return;
	case FACT_GLYPHS:
		if (fact->begins_a_line || fact->line == NULL)
			text_add(text, "\n");
		text_add(text, fact->text);
		return;
	case FACT_SCENE:
		text_add(text, "\n\x01\n");
		return;
	}
	abort();
}
