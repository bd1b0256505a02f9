/* A profile's words for numbers, and its contexts as patterns. */
/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_NUMERALS_H
#define LANGUAGE_NUMERALS_H

#include "base/message.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct element;
struct language;
struct sighting;

/* What a word does in a number. */
enum numeral_role {
	ROLE_COUNT,   /* three, 两: a number by itself */
	ROLE_SCALE,   /* hundred, 十: times what stands before */
	ROLE_ORDINAL, /* third */
	ROLE_PART,    /* thirds, 半: one of so many */
	ROLE_VAGUE,   /* dozens: a number that cannot be told */
	ROLES
};

struct numeral_word {
	const char *word;
	size_t length; /* [bytes] */
	enum numeral_role role;
	long long value;
};

struct strings {
	const char **items;
	size_t count;
};

enum {
	TEXT_GROUPS = 256
};

/* Strings by the group that they begin in. */
struct grouped {
	struct strings strings;
	size_t first[TEXT_GROUPS + 1]; /* string of each group */
};

struct numerals {
	struct numeral_word *words; /* by group, the longest first */
	size_t count;
	size_t first[TEXT_GROUPS + 1]; /* word of each group */
	bool may_begin[TEXT_GROUPS];   /* groups that numbers begin in */
	struct strings joins;	       /* between the words of a number */
	struct strings percents;       /* behind a number */
	const char *over; /* 分之: between the whole and the part */
};

#define ROMAN_SIGNS "IVXLCDM"

enum piece_kind {
	PIECE_WORDS,
	PIECE_CHOICE,	/* {group} */
	PIECE_NUMBER,	/* {n} */
	PIECE_NUMBERS,	/* {n...}: joined as a list, each with what stands
			   before it or without */
	PIECE_ORDINAL,	/* {nth} */
	PIECE_ORDINALS, /* {nth...} */
	PIECE_YEAR,	/* {year}: four digits */
	PIECE_ROMAN,	/* {roman}: III */
	PIECE_ROMANS	/* {roman...} */
};

struct piece {
	enum piece_kind kind;
	const char *words;	/* WORDS */
	struct strings choices; /* CHOICE */
};

struct context {
	struct piece *pieces;
	size_t count;
	bool is_idiom; /* it has no place */
};

/* Contexts that begin alike. */
struct openings {
	const struct context **items;
	size_t count;
};

struct contexts {
	struct context *items;
	size_t count;
	struct strings lists;	/* between the members of a list */
	struct strings last;	/* before the last of them */
	struct strings ranges;	/* between the ends of a range */
	struct strings *groups; /* the words of each <group> */
	size_t group_count;
	struct openings words[TEXT_GROUPS]; /* by the group they begin in */
	struct openings numbers;	    /* that begin with a number */
};

/* The group of the words that may stand where a text goes on like this: no
 * other has to be compared. Capitals are as small letters. */
static inline size_t
text_group(const char *text)
{
	const unsigned char *bytes = (const unsigned char *)text;

	if (bytes[0] >= 'A' && bytes[0] <= 'Z')
		return bytes[0] | 0x20;
	return bytes[0] < 0xe0 ? bytes[0] : bytes[0] ^ bytes[1] ^ bytes[2];
}

/* Of ASCII. */
static inline bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* False if the second byte of the words is not there, in neither case: at most
 * places of a text that is all there is to compare. */
static inline bool
words_may_match(const char *words, const char *text)
{
	return words[0] == '\0' || words[1] == '\0' || words[1] == ' ' ||
	       ((words[1] ^ text[1]) & ~0x20) == 0;
}

/* Read <numerals> and <contexts>; either may be NULL for none. */
void numerals_read(struct arena *, struct messages *, struct numerals *,
		   const struct element *);
void contexts_read(struct arena *, struct messages *, struct contexts *,
		   const struct element *);

/* The words of a list whose members are divided by '|', not trimmed. */
struct strings strings_split(struct arena *, const char *list);

/* [bytes] of the number that starts just at the offset, 0 if none does. */
size_t sight_at(const struct language *, const char *text, size_t at,
		struct sighting *);

/* [bytes] of the string at the text's start, 0 if it is not there. Letters of
 * ASCII match in either case, a space matches one that no line breaks at. */
size_t words_match(const char *words, const char *text);
/* The same of the longest of the strings that matches. */
size_t strings_match(const struct strings *, const char *text);

/* [bytes] of the Roman number that the text begins with, 0 if with none. */
size_t roman_read(const char *text, long long *value);

/* The longest word at the offset in one of the roles, bits 1 << role; NULL if
 * there is none or it stands in a longer word. */
const struct numeral_word *numeral_word_at(const struct language *,
					   const char *text, size_t at,
					   unsigned roles);
/* [bytes] of what joins two words of a number, 0 if nothing does. */
size_t numeral_join_at(const struct language *, const char *text);

/* [bytes] of the number in words at the offset, 0 if none starts there. */
size_t spelled_read(const struct language *, const char *text, size_t at,
		    long long *value);

#endif
