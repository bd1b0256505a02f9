/* The bytes of a file looked over before the parser sees them. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_SCAN_H
#define XML_SCAN_H

#include "base/message.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	FIRST_LEAST = 4,	/* [bytes] of a file: <a/> */
	TAG_MOST = 64 * 1024,	/* [bytes] from < to > */
	RUN_MOST = 1024 * 1024, /* [bytes] of text, a comment or a section */
	ATTRIBUTES_MOST = 64,	/* in one tag, declarations of namespaces too */
	DEPTH_MOST = 64		/* elements inside each other */
};

struct scan {
	struct messages *messages;
	const char *path;
	const char *bytes; /* borrowed; closed by a NUL byte */
	size_t length;
	size_t offset;	   /* [bytes] all before is looked over */
	size_t line_start; /* [bytes] where the line of `offset` begins */
	int line;	   /* from 1, of `offset` */
	struct place tag;  /* of the last start tag's < */
	bool is_good;	   /* no character was refused */
};

enum scan_result {
	SCAN_TAG,    /* `offset` stands behind a start tag */
	SCAN_END,    /* `offset` stands at the end of the file, or behind a
		      * < in a tag, which ends every parse */
	SCAN_REFUSED /* after a message: the parser must not see the rest */
};

/* Begin a file: false after a message if it is not
 * UTF-8, says it is not, or is too short to hold an element. */
bool scan_begin(struct scan *, struct messages *, const char *path,
		const char *bytes, size_t length);

/* Look over all up to the end of the next start tag. Text that is cut wrongly
 * here is not well-formed, and the parser will say so. */
enum scan_result scan_next(struct scan *);

/* The place of an offset, counted from the beginning of the file. */
struct place scan_place(const struct scan *, size_t offset);

/* True unless the XML declaration names another encoding. The bytes are closed
 * by a NUL byte. */
bool encoding_is_utf8(const char *bytes);

/* True for control characters past U+007E and for those that change the
 * direction of text (Unicode's property Bidi_Control). */
bool character_is_refused(uint32_t character);

#endif
