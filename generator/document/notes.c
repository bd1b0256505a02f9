/* Part a template's notes from its other lines. */
/* SPDX-License-Identifier: MIT */
#include "document/prepare.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

static size_t
indent_of(const struct source *source, struct slice line)
{
	size_t width = 0;

	for (size_t i = line.start; i < line.end; i++) {
		if (source->bytes[i] == ' ')
			width++;
		else if (source->bytes[i] == '\t')
			width += 4 - width % 4;
		else
			break;
	}
	return width;
}

static bool
is_blank(const struct source *source, struct slice line)
{
	while (line.start < line.end && (source->bytes[line.start] == ' ' ||
					 source->bytes[line.start] == '\t'))
		line.start++;
	return line.start == line.end;
}

/* The line without the blanks that a note's later lines are indented by. */
static struct slice
outdented(const struct source *source, struct slice line)
{
	size_t most = line.start + 4;

	while (line.start < line.end && line.start < most &&
	       source->bytes[line.start] == ' ')
		line.start++;
	if (line.start < line.end && line.start < most &&
	    source->bytes[line.start] == '\t')
		line.start++;
	return line;
}

/* True if the line, which is not blank, goes on with a note: it is indented, or
 * goes on with the paragraph of the line before it. */
static bool
line_continues(const struct source *source, struct slice line, bool after_blank)
{
	struct slice name, words;

	if (indent_of(source, line) >= 4)
		return true;
	return !after_blank && !note_opens(source, line, &name, &words) &&
	       strchr("#>", source->bytes[line.start]) == NULL;
}

/* The number of the line behind the note. */
static size_t
lines_read(struct parser *parser, size_t number, struct definition *note)
{
	const struct source *source = &parser->source;

	for (;;) {
		size_t next = number;

		while (next < source->line_count &&
		       is_blank(source, source_line(source, next)))
			next++;
		if (next == source->line_count ||
		    !line_continues(source, source_line(source, next),
				    next > number))
			return number;
		for (; number <= next; number++)
			ARENA_PUSH(
			    parser->arena, note->lines, note->line_count,
			    outdented(source, source_line(source, number)));
	}
}

static size_t
note_read(struct parser *parser, size_t number, struct slice name,
	  struct slice words)
{
	const struct source *source = &parser->source;
	struct definition note = {0};

	note.id = arena_copy_bytes(parser->arena, source->bytes + name.start,
				   name.end - name.start);
	note.at = source_place(source, name.start - 2);
	ARENA_PUSH(parser->arena, note.lines, note.line_count, words);
	number = lines_read(parser, number + 1, &note);
	if (name_is_valid(note.id, strlen(note.id), NAME_MOST))
		ARENA_PUSH(parser->arena, parser->definitions,
			   parser->definition_count, note);
	else
		message_error(parser->messages, note.at,
			      "'%s' is not a note's name", note.id);
	return number;
}

struct slice *
notes_part(struct parser *parser)
{
	const struct source *source = &parser->source;
	struct slice *lines = arena_array(parser->arena, source->line_count,
					  sizeof(*lines));
	struct slice name, words;

	for (size_t i = 0; i < source->line_count;) {
		struct slice line = source_line(source, i);

		if (note_opens(source, line, &name, &words)) {
			size_t next = note_read(parser, i, name, words);

			while (i < next)
				lines[i++] = (struct slice){line.start,
							    line.start};
		} else {
			lines[i++] = line;
		}
	}
	return lines;
}
