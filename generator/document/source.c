/* A template's bytes, their places, and what no template may hold. */
/* SPDX-License-Identifier: MIT */
#include "document/source.h"

#include "base/arena.h"
#include "base/text.h"

#include <ctype.h>
#include <string.h>

/* cmark 0.30 takes quadratic time over some paragraphs, "![[]()" again and
 * again for one: a bound on their length and brackets keeps it in hand. */
enum {
	PARAGRAPH_MOST = 64 * 1024, /* [bytes] */
	LINES_MOST = 20000,
	BRACKETS_MOST = 1000, /* of [ in a paragraph */
};

struct place
source_place(const struct source *source, size_t offset)
{
	size_t low = 0, high = source->line_count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (source->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return (struct place){source->path, (int)low + 1,
			      (int)(offset - source->lines[low]) + 1};
}

struct slice
source_line(const struct source *source, size_t number)
{
	size_t start = source->lines[number];
	size_t end = number + 1 < source->line_count ? source->lines[number + 1]
						     : source->length;

	if (end > start && source->bytes[end - 1] == '\n')
		end--;
	if (end > start && source->bytes[end - 1] == '\r')
		end--;
	return (struct slice){start, end};
}

const char *
character_fault(uint32_t c)
{
	if ((c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0))
		return "a control character";
	if (c == 0x2028 || c == 0x2029)
		return "a line separator";
	/* What lets text read otherwise than it stands: Unicode Standard Annex
	 * 9, section 2. */
	if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
	    c == 0x200e || c == 0x200f || c == 0x061c)
		return "a control of writing direction";
	if ((c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000)
		return "a private use character";
	return NULL;
}

bool
name_is_valid(const char *bytes, size_t length, size_t most)
{
	if (length == 0 || length > most || !isalnum((unsigned char)bytes[0]) ||
	    (bytes[0] & 0x80))
		return false;
	for (size_t i = 0; i < length; i++)
		if ((bytes[i] & 0x80) || (!isalnum((unsigned char)bytes[i]) &&
					  bytes[i] != '.' && bytes[i] != '-'))
			return false;
	return true;
}

static void
lines_find(struct arena *arena, struct source *source)
{
	const char *at = source->bytes, *end = at + source->length;

	for (;;) {
		ARENA_PUSH(arena, source->lines, source->line_count,
			   (size_t)(at - source->bytes));
		at = memchr(at, '\n', (size_t)(end - at));
		if (at == NULL)
			break;
		at++;
	}
	if (strncmp(source->bytes, "\xef\xbb\xbf", 3) == 0)
		source->lines[0] = 3; /* a byte order mark is no text */
}

static bool
characters_check(struct messages *messages, const struct source *source)
{
	const char *at = source->bytes;
	bool good = true;

	for (;;) {
		const char *start, *fault;
		uint32_t c;

		while (*at >= 0x20 && *at < 0x7f)
			at++;
		start = at;
		c = utf8_next(&at);
		if (c == 0)
			return good;
		fault = character_fault(c);
		if (fault == NULL || (c == '\r' && *at == '\n'))
			continue;
		message_error(
		    messages,
		    source_place(source, (size_t)(start - source->bytes)),
		    "%s, U+%04X", fault, (unsigned)c);
		good = false;
	}
}

/* Bytes of the list marker that opens the string, 0 if none does. */
static size_t
marker_length(const char *s)
{
	size_t length = 0;

	if (*s == '-' || *s == '+' || *s == '*') {
		length = 1;
	} else {
		while (length < 9 && s[length] >= '0' && s[length] <= '9')
			length++;
		if (length == 0 || (s[length] != '.' && s[length] != ')'))
			return 0;
		length++;
	}
	return s[length] == ' ' || s[length] == '\t' ? length : 0;
}

/* Markers of lists and boxes at the line's start; *text is moved behind. */
static int
markers_skip(const char **text)
{
	const char *s = *text;
	int count = 0;

	for (;;) {
		size_t length = *s == '>' ? 1 : marker_length(s);

		if (length > 0)
			count++;
		else if (*s == ' ' || *s == '\t')
			length = 1;
		else
			break;
		s += length;
	}
	*text = s;
	return count;
}

bool
note_opens(const struct source *source, struct slice line, struct slice *name,
	   struct slice *words)
{
	const char *bytes = source->bytes;
	size_t at = line.start;
	const char *close;

	while (at < line.end && at - line.start < 3 && bytes[at] == ' ')
		at++;
	if (line.end - at < 4 || bytes[at] != '[' || bytes[at + 1] != '^')
		return false;
	close = memchr(bytes + at, ']', line.end - at - 1);
	if (close == NULL || close[1] != ':')
		return false;
	*name = (struct slice){at + 2, (size_t)(close - bytes)};
	*words = (struct slice){name->end + 2, line.end};
	return true;
}

/* What a paragraph has used up of its bounds. */
struct paragraph_use {
	size_t bytes;
	size_t brackets;
};

static const char *
line_fault(const struct source *source, struct slice line,
	   struct paragraph_use *use)
{
	const char *text = source->bytes + line.start;
	int markers = markers_skip(&text);
	const char *end = source->bytes + line.end;
	struct slice name, words;

	if (markers > DEPTH_MOST)
		return "boxes and lists are nested more than 16 deep";
	if (text >= end || note_opens(source, line, &name, &words))
		*use = (struct paragraph_use){0};
	use->bytes += line.end - line.start;
	while (text < end &&
	       (text = memchr(text, '[', (size_t)(end - text))) != NULL) {
		use->brackets++;
		text++;
	}
	if (use->bytes > PARAGRAPH_MOST)
		return "the paragraph is over 64 KB";
	if (use->brackets > BRACKETS_MOST)
		return "the paragraph has more than 1,000 brackets";
	return NULL;
}

static bool
lines_check(struct messages *messages, const struct source *source)
{
	struct paragraph_use use = {0};

	if (source->line_count > LINES_MOST) {
		message_error(messages,
			      source_place(source, source->lines[LINES_MOST]),
			      "the template has more than 20,000 lines");
		return false;
	}
	for (size_t i = 0; i < source->line_count; i++) {
		struct slice line = source_line(source, i);
		const char *fault = line_fault(source, line, &use);

		if (fault == NULL)
			continue;
		message_error(messages, source_place(source, line.start), "%s",
			      fault);
		return false;
	}
	return true;
}

bool
source_open(struct arena *arena, struct messages *messages,
	    struct source *source, const char *path, const char *bytes,
	    size_t length)
{
	const struct place whole = {path, 0, 0};
	size_t fault = 0;

	if (length > SOURCE_MOST) {
		message_error(messages, whole, "the template is over 4 MB");
		return false;
	}
	*source = (struct source){.path = path, .length = length};
	source->bytes = arena_copy_bytes(arena, bytes, length);
	lines_find(arena, source);
	if (!utf8_is_valid(bytes, length, &fault)) {
		message_error(messages, source_place(source, fault),
			      "the template is not UTF-8 here");
		return false;
	}
	return characters_check(messages, source) &&
	       lines_check(messages, source);
}
