/* Numbers, shares, lists, days and articles in the words of one language, after
 * a profile (templates/languages/NAME.xml) on top of ICU. */
/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_LANGUAGE_H
#define LANGUAGE_LANGUAGE_H

#include "base/message.h"
#include "base/ratio.h"
#include "xml/xml.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct characters;

struct language;

/* NULL after messages. Owns ICU's handles: close it. Nothing here reads the
 * locale of the process. */
struct language *language_open(struct arena *, struct messages *,
			       struct xml_schema *, const char *path);
void language_close(struct language *);

const char *language_tag(const struct language *); /* BCP 47: "en", "zh-Hans" */
const char *
language_code(const struct language *); /* "en", "zh": as in xml:lang */
const char *language_name(const struct language *); /* its own: "English" */
bool language_is_han(const struct language *); /* Han setting rules apply */

/* All strings returned below are the arena's. */

char *language_number(struct arena *, const struct language *, long long);
char *language_words(struct arena *, const struct language *, long long);
char *language_ordinal(struct arena *, const struct language *, long long);

/* The house form: in words under the profile's limit, else in figures. */
char *language_count(struct arena *, const struct language *, long long);

/* A whole percentage, or with `decimals` places, at most 3; a dash or what else
 * the profile has for a share of nothing. */
char *language_percent(struct arena *, const struct language *, struct ratio,
		       int decimals);
/* The same with the sign % in any language, for charts and tables. */
char *language_percent_short(struct arena *, const struct language *,
			     struct ratio);

char *language_day(struct arena *, const struct language *, int32_t yyyymmdd);
char *language_year(struct arena *, const struct language *, int year);

/* "article 5", "articles 51, 54 and 52", 第五条,
 * 第五十一条、第五十四条和第五十二条. */
char *language_articles(struct arena *, const struct language *,
			const int *numbers, size_t count);
/* "article 7, paragraph 4, and article 52, paragraphs 5 and 6",
 * 第七条第四款以及第五十二条第五款和第六款: the paragraphs of an article that
 * stand side by side stand behind it together. */
char *language_provisions(struct arena *, const struct language *,
			  const int *articles, const int *paragraphs,
			  size_t count);
/* Any words joined as the language joins them: "a, b and c", a、b和c. */
char *language_list(struct arena *, const struct language *,
		    const char *const *words, size_t count);

/* Numbers that the page and the site print by themselves. Numbers from 1. */
enum counter {
	COUNTER_HEADING_1,  /* "I." 一. */
	COUNTER_HEADING_2,  /* "A." */
	COUNTER_HEADING_3,  /* "1." */
	COUNTER_ITEM_1,	    /* "(a)" */
	COUNTER_ITEM_2,	    /* "(i)" */
	COUNTER_FIGURE,	    /* "I" 一 */
	COUNTER_TABLE,	    /* "1" */
	COUNTER_TABLE_NOTE, /* "a" */
	COUNTERS
};
char *language_counter(struct arena *, const struct language *, enum counter,
		       int number);

/* Fixed words of the profile by key ("figure", "page", "note", "summary",
 * "contents", …), with {0}, {1} … replaced by the arguments in ICU's message
 * syntax reduced to plain places; a place beyond the arguments stays. An
 * unknown key is reported at `at` and gives "". */
char *language_phrase(struct arena *, struct messages *,
		      const struct language *, struct place at, const char *key,
		      const char *const *arguments, size_t count);

/* A value as a template asks for it: {{ measure | form: arguments }}. */
enum spoken_kind {
	SPOKEN_NUMBER,
	SPOKEN_RATIO,
	SPOKEN_DAY,
	SPOKEN_TERMS,	  /* names, already in this language */
	SPOKEN_ARTICLES,  /* numbers of articles */
	SPOKEN_PROVISIONS /* the same with numbers of paragraphs */
};
struct spoken {
	enum spoken_kind kind;
	long long number;
	struct ratio ratio;
	int32_t day;
	const char *const *terms;
	const int *articles;	   /* ARTICLES, PROVISIONS */
	const int *paragraphs;	   /* PROVISIONS */
	size_t count;		   /* of terms, articles or provisions */
	const struct spoken *upto; /* form 'range': where it ends, or NULL */
	long long highest;	   /* form 'series': the highest number in it */
};

/* `form` NULL: the profile's default for the kind. Arguments are the strings
 * after the colon. An unknown form, one that does not suit the kind, or wrong
 * arguments are reported at `at` and give NULL. Forms: docs/templates.md. */
char *language_speak(struct arena *, struct messages *, const struct language *,
		     struct place at, const struct spoken *, const char *form,
		     const char *const *arguments, size_t count);

#endif
