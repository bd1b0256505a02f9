/* Look over the bytes of a file before the parser sees them: encoding, hidden
 * characters, and tags that would keep the parser busy for minutes. */
/* SPDX-License-Identifier: MIT */
#include "xml/scan.h"

#include "base/text.h"

#include <string.h>
#include <strings.h>

static struct place
scan_here(const struct scan *scan, size_t offset)
{
	return (struct place){scan->path, scan->line,
			      (int)(offset - scan->line_start + 1)};
}

struct place
scan_place(const struct scan *scan, size_t offset)
{
	struct place place = {scan->path, 1, 1};

	for (size_t i = 0; i < offset && i < scan->length; i++) {
		place.column++;
		if (scan->bytes[i] == '\n') {
			place.line++;
			place.column = 1;
		}
	}
	return place;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static const char *
skip_blanks(const char *at)
{
	while (is_blank(*at))
		at++;
	return at;
}

/* The value of encoding="…" in the XML declaration (XML 1.0, production 80), or
 * NULL; a declaration that is not well-formed is left to the parser. */
static const char *
encoding_declared(const char *bytes, size_t *length)
{
	const char *end, *at;

	if (strncmp(bytes, "\xef\xbb\xbf", 3) == 0)
		bytes += 3;
	if (strncmp(bytes, "<?xml", 5) != 0 || !is_blank(bytes[5]) ||
	    (end = strstr(bytes, "?>")) == NULL)
		return NULL;
	at = memmem(bytes, (size_t)(end - bytes), "encoding", 8);
	if (at == NULL || *(at = skip_blanks(at + 8)) != '=')
		return NULL;
	at = skip_blanks(at + 1);
	if ((*at != '"' && *at != '\'') || (end = strchr(at + 1, *at)) == NULL)
		return NULL;
	*length = (size_t)(end - at - 1);
	return at + 1;
}

bool
encoding_is_utf8(const char *bytes)
{
	size_t length;
	const char *name = encoding_declared(bytes, &length);

	return name == NULL ||
	       (length == 5 && strncasecmp(name, "UTF-8", 5) == 0);
}

bool
scan_begin(struct scan *scan, struct messages *messages, const char *path,
	   const char *bytes, size_t length)
{
	size_t fault;

	*scan = (struct scan){
	    .messages = messages,
	    .path = path,
	    .bytes = bytes,
	    .length = length,
	    .line = 1,
	    .tag = {path, 1, 1},
	    .is_good = true,
	};
	if (!utf8_is_valid(bytes, length, &fault)) {
		message_error(messages, scan_place(scan, fault),
			      "not UTF-8: byte 0x%02x",
			      (unsigned)(unsigned char)bytes[fault]);
		return false;
	}
	if (length < FIRST_LEAST) {
		message_error(messages, scan->tag, "no element in this file");
		return false;
	}
	if (!encoding_is_utf8(bytes)) {
		const char *name = encoding_declared(bytes, &fault);

		message_error(messages,
			      scan_place(scan, (size_t)(name - bytes)),
			      "the encoding must be UTF-8");
		return false;
	}
	return true;
}

static bool
changes_direction(uint32_t c)
{
	return c == 0x61c || c == 0x200e || c == 0x200f ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool
character_is_refused(uint32_t c)
{
	return (c >= 0x7f && c <= 0x9f) || changes_direction(c);
}

/* The character that &#…; or &#x…; stands for; 0 if it is no such reference. */
static uint32_t
reference_read(const char *at)
{
	bool is_hex = at[1] == '#' && at[2] == 'x';
	uint32_t base = is_hex ? 16 : 10, value = 0;

	if (at[1] != '#')
		return 0;
	for (at += is_hex ? 3 : 2; *at != ';'; at++) {
		const char *digits = "0123456789abcdef0123456789ABCDEF";
		const char *digit = *at == '\0' ? NULL : strchr(digits, *at);
		uint32_t number = digit == NULL
				      ? base
				      : (uint32_t)(digit - digits) % 16;

		if (number >= base || value > 0x10ffff)
			return 0;
		value = value * base + number;
	}
	return value;
}

static void
character_check(struct scan *scan, size_t offset, bool may_refer)
{
	const char *at = scan->bytes + offset;
	unsigned char lead = (unsigned char)*at;
	uint32_t c;

	if (lead >= 0x80 && lead < 0xc0)
		return; /* inside a character that was seen already */
	if (lead == '&')
		c = may_refer ? reference_read(at) : 0;
	else
		c = utf8_next(&at);
	if (!character_is_refused(c))
		return;
	scan->is_good = false;
	message_error(scan->messages, scan_here(scan, offset),
		      changes_direction(c)
			  ? "U+%04X is not allowed: it reorders text unseen"
			  : "control character U+%04X is not allowed",
		      (unsigned)c);
}

/* Move on, counting lines and checking characters. Tag and text may hold
 * references, comments and CDATA none. */
static void
scan_move(struct scan *scan, size_t to, bool may_refer)
{
	size_t at = scan->offset;

	for (; at < to; at++) {
		unsigned char c = (unsigned char)scan->bytes[at];

		if (c == '\n') {
			scan->line++;
			scan->line_start = at + 1;
		} else if (c >= 0x7f || c == '&') {
			character_check(scan, at, may_refer);
		}
	}
	scan->offset = at;
}

static enum scan_result
refuse(struct scan *scan, const char *words)
{
	message_error(scan->messages, scan_here(scan, scan->offset), "%s",
		      words);
	return SCAN_REFUSED;
}

/* Over what is no tag. At 10 MB of it libxml2 stops with an error that says
 * nothing of it. */
static bool
scan_run(struct scan *scan, size_t to, bool may_refer)
{
	if (to - scan->offset > RUN_MOST) {
		refuse(scan, "text is over 1 MB without a tag");
		return false;
	}
	scan_move(scan, to, may_refer);
	return true;
}

/* Past the next `end`, or to the end of the file. */
static bool
scan_past(struct scan *scan, size_t opening, const char *end)
{
	size_t from = scan->offset + opening;
	const char *found = memmem(scan->bytes + from, scan->length - from, end,
				   strlen(end));

	return scan_run(scan,
			found == NULL
			    ? scan->length
			    : (size_t)(found - scan->bytes) + strlen(end),
			false);
}

/* Past the tag that begins here. 200,000 attributes in one tag cost libxml2
 * eight seconds before its first callback, as it compares each with each. */
static enum scan_result
scan_tag(struct scan *scan)
{
	size_t attributes = 0, i = scan->offset;
	char quote = '\0', c = '\0';

	while (c != '<' && (c != '>' || quote != '\0') && ++i < scan->length) {
		c = scan->bytes[i];
		if (i - scan->offset >= TAG_MOST)
			return refuse(scan, "tag is over 64 KB");
		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '=' && ++attributes > ATTRIBUTES_MOST)
			return refuse(scan, "tag has over 64 attributes");
	}
	scan_move(scan, i < scan->length ? i + 1 : i, true);
	return c == '<' ? SCAN_END : SCAN_TAG;
}

static bool
begins(const struct scan *scan, const char *with)
{
	return strncmp(scan->bytes + scan->offset, with, strlen(with)) == 0;
}

static bool
scan_text(struct scan *scan)
{
	const char *bracket = memchr(scan->bytes + scan->offset, '<',
				     scan->length - scan->offset);

	return scan_run(scan,
			bracket == NULL ? scan->length
					: (size_t)(bracket - scan->bytes),
			true);
}

enum scan_result
scan_next(struct scan *scan)
{
	for (bool is_good = scan_text(scan); is_good;
	     is_good = is_good && scan_text(scan)) {
		if (scan->offset == scan->length)
			return SCAN_END;
		if (begins(scan, "<!--")) {
			is_good = scan_past(scan, 4, "-->");
		} else if (begins(scan, "<![CDATA[")) {
			is_good = scan_past(scan, 9, "]]>");
		} else if (begins(scan, "<?")) {
			is_good = scan_past(scan, 2, "?>");
		} else if (begins(scan, "<!")) {
			return refuse(scan,
				      "DOCTYPE is not allowed, nor any other "
				      "declaration");
		} else {
			bool is_start = !begins(scan, "</");
			enum scan_result result;

			if (is_start)
				scan->tag = scan_here(scan, scan->offset);
			result = scan_tag(scan);
			if (is_start || result != SCAN_TAG)
				return result;
		}
	}
	return SCAN_REFUSED;
}
