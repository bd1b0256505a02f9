/* A buffer of bytes that grows: writing to it cannot fail. And UTF-8. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Zero-initialise; bytes are on the heap, owned by whoever declared the
 * buffer, released by text_free. Always closed by a NUL byte once written. */
struct text {
	char *bytes;
	size_t length;
	size_t capacity;
};

void text_free(struct text *);
void text_add_bytes(struct text *, const char *bytes, size_t length);
/* Inline, for most strings are literals, whose length the compiler knows. */
static inline void
text_add(struct text *text, const char *string)
{
	text_add_bytes(text, string, strlen(string));
}

__attribute__((format(printf, 2, 3))) void text_print(struct text *,
						      const char *format, ...);

/* A whole number in decimal. */
void text_add_integer(struct text *, long long);

/* The shortest decimal with at most two places, no locale: 12.5, 3, -0.25. */
void text_add_decimal(struct text *, double);

/* The same bytes as printf's %.DIGITSg, of 1 to 7 digits, at a tenth of its
 * cost: 12.5, 3, 1e+07. */
void text_add_significant(struct text *, double, int digits);

/* A code point as UTF-8. */
void text_add_character(struct text *, uint32_t character);

/* String with & < > " ' as XML and HTML references. */
void text_add_escaped(struct text *, const char *string);

/* String as a JSON string with its quotes. */
void text_add_json(struct text *, const char *string);

/* String as a cell of a comma-separated file (RFC 4180), with a ' before what
 * a spreadsheet would take for a formula. */
void text_add_csv(struct text *, const char *string);

/* The bytes, "" if nothing was written. */
const char *text_string(const struct text *);

/* The code point at *at, which moves behind it. The bytes must be valid
 * UTF-8; at the closing NUL it returns 0 and stays. */
uint32_t utf8_next(const char **at);

/* A code point's bytes, without a NUL; returns how many. */
size_t utf8_put(uint32_t character, char bytes[4]);

/* True if the bytes are UTF-8 after RFC 3629: no overlong form, surrogate or
 * NUL byte; otherwise *fault is the offset of the first bad byte. */
bool utf8_is_valid(const char *bytes, size_t length, size_t *fault);

/* Number of code points. */
size_t utf8_count(const char *string);

/* True if the character is written in Han setting: ideographs, kana, full-width
 * forms and CJK punctuation; not the quotation marks shared with Latin. */
bool utf8_is_han(uint32_t character);

/* True if the character is one of those in the string. */
bool utf8_is_among(const char *characters, uint32_t character);

/* A set of code points. Zero-initialise: `arena` is needed only to add. */
struct characters {
	uint64_t *planes[17]; /* 1,024 words each or NULL; arena's */
};

struct arena;
void characters_add(struct arena *, struct characters *, const char *string);
/* Those of so many bytes, which hold whole characters. */
void characters_add_bytes(struct arena *, struct characters *,
			  const char *bytes, size_t length);
bool characters_have(const struct characters *, uint32_t character);

#endif
