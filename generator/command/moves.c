/* What moved between the measures of the last run and of this one. */
/* SPDX-License-Identifier: MIT */
#include "command/charts.h"

#include "base/arena.h"

#include <string.h>
#include <unistd.h>

enum {
	TABLE_MOST = 16 * 1024 * 1024, /* [bytes] */
	KEYS_MOST = 5		       /* of a series that are listed */
};

const char *
moves_read(struct job *job)
{
	const char *path = arena_print(job->arena, "%s/data/measures.tsv",
				       job->outputs.root);
	size_t length;

	if (access(path, R_OK) != 0)
		return NULL;
	return file_read(job->arena, &job->messages, path, TABLE_MOST, &length);
}

/* The second cell of the row that begins with the id; NULL if none does. */
static const char *
value_find(struct arena *arena, const char *table, const char *id)
{
	size_t length = strlen(id);

	for (const char *row = table; row != NULL; row = strchr(row, '\n')) {
		row += *row == '\n';
		if (strncmp(row, id, length) == 0 && row[length] == '\t') {
			row += length + 1;
			return arena_copy_bytes(arena, row,
						strcspn(row, "\t\n"));
		}
	}
	return NULL;
}

/* --- two values of a series: "5:55 6:41" --- */

/* The value behind a key of a series, as long as *length. */
static const char *
key_find(const char *series, const char *key, size_t key_length, size_t *length)
{
	while (*series != '\0') {
		size_t part = strcspn(series, " ");

		if (strncmp(series, key, key_length) == 0 &&
		    series[key_length] == ':') {
			*length = part - key_length - 1;
			return series + key_length + 1;
		}
		series += part;
		series += *series == ' ';
	}
	return NULL;
}

/* Keys whose values differ: "12: 16 → 17", a few of them. */
static void
keys_print(struct text *text, const char *old, const char *new)
{
	size_t count = 0;

	while (*new != '\0') {
		size_t part = strcspn(new, " "), key = strcspn(new, ":");
		size_t length = 0;
		const char *before = key_find(old, new, key, &length);

		if (before == NULL || length != part - key - 1 ||
		    strncmp(before, new + key + 1, length) != 0) {
			if (++count <= KEYS_MOST)
				text_print(text, "%s %.*s: %.*s → %.*s",
					   count > 1 ? "," : "", (int)key, new,
					   before == NULL ? 1 : (int)length,
					   before == NULL ? "–" : before,
					   (int)(part - key - 1),
					   new + key + 1);
		}
		new += part;
		new += *new == ' ';
	}
	if (count > KEYS_MOST)
		text_print(text, " and %zu more", count - KEYS_MOST);
}

/* --- the measures behind a figure --- */

struct moves {
	struct arena *arena;
	const char *old; /* tables */
	const char *new;
	const char **told; /* ids */
	size_t told_count;
	struct text *text;
	size_t count; /* that moved */
};

static void
move_print(struct moves *moves, const char *id)
{
	const char *old, *new;

	if (id == NULL)
		return;
	for (size_t i = 0; i < moves->told_count; i++)
		if (strcmp(moves->told[i], id) == 0)
			return;
	ARENA_PUSH(moves->arena, moves->told, moves->told_count, id);
	old = value_find(moves->arena, moves->old, id);
	new = value_find(moves->arena, moves->new, id);
	if (new == NULL || (old != NULL && strcmp(old, new) == 0))
		return;
	moves->count++;
	text_print(moves->text, "  %s:", id);
	if (old == NULL)
		text_add(moves->text, " new");
	else if (strchr(new, ':') != NULL)
		keys_print(moves->text, old, new);
	else
		text_print(moves->text, " %s → %s", old, new);
	text_add(moves->text, "\n");
}

static void
declared_print(struct moves *moves, const struct figure_spec *figure)
{
	for (size_t i = 0; i < figure->series_count; i++) {
		move_print(moves, figure->series[i].measure);
		move_print(moves, figure->series[i].share);
		move_print(moves, figure->series[i].total);
		move_print(moves, figure->series[i].month);
	}
	move_print(moves, figure->reviews);
	move_print(moves, figure->of);
	move_print(moves, figure->day);
}

/* Values in the figure's captions. */
static void
caption_print(struct moves *moves, const struct document *document,
	      const struct figure_spec *figure)
{
	struct walk walk = walk_begin(document->root);

	while (walk_next(&walk)) {
		const struct node *node = walk.node, *parent = node->parent;

		if (walk.phase != PHASE_ENTER || node->kind != NODE_VALUE)
			continue;
		while (parent != NULL && parent->figure == NULL)
			parent = parent->parent;
		if (parent != NULL &&
		    strcmp(parent->figure->name, figure->id) == 0)
			move_print(moves, node->target);
	}
}

void
moves_print(struct text *text, struct job *job, const char *before,
	    const struct figure_spec *figure)
{
	struct text now = {0};
	struct moves moves = {.arena = job->arena, .old = before, .text = text};

	if (before == NULL) {
		text_add(text, "  no measures of an earlier run to compare "
			       "with\n");
		return;
	}
	measures_print(&now, job->measures, MEASURES_TSV);
	moves.new = text_string(&now);
	declared_print(&moves, figure);
	for (size_t i = 0; i < job->report->edition_count; i++)
		caption_print(&moves, job->documents[i], figure);
	if (moves.count == 0)
		text_add(text, "  no measure moved: its words or its drawing "
			       "did\n");
	text_free(&now);
}
