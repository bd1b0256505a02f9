/* What authors get wrong in templates, each with its message and place. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "document/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *template;
	const char *messages; /* less "t.md:" and "error: " */
} cases[] = {
    /* characters */
    {"a\nb\xff", "2:2: the template is not UTF-8 here\n"},
    {"a\xee\x80\x80", "1:2: a private use character, U+E000\n"},
    {"a\x01\nb\xe2\x80\xae", "1:2: a control character, U+0001\n"
			     "2:2: a control of writing direction, U+202E\n"},
    {"a\rb", "1:2: a control character, U+000D\n"},
    {"a\xe2\x80\xa8"
     "b",
     "1:2: a line separator, U+2028\n"},
    {"x &#x202e; &#57601; &#5;", "1:3: a control of writing direction, U+202E\n"
				 "1:12: a private use character, U+E101\n"
				 "1:21: a control character, U+0005\n"},

    /* what is not supported */
    {"a <b>c</b>", "1:3: raw HTML is not allowed\n"
		   "1:7: raw HTML is not allowed\n"},
    {"<div>\nx\n</div>", "1:1: raw HTML is not allowed\n"},
    {"a <!-- b -->", "1:3: raw HTML is not allowed\n"},
    {"a\n\n    b", "3:5: code blocks are not supported\n"},
    {"```\nb\n```", "1:1: code blocks are not supported\n"},
    {"中 `b`", "1:5: code is not supported\n"},
    {"- a\n- b", "1:1: bullets are not supported: number the items\n"},
    {"a\n\n***", "3:1: rules are not supported\n"},
    {"a ![b](figure:c)", "1:3: an image must stand alone in its paragraph\n"},
    {"![b](c.png)",
     "1:1: an image must be figure:NAME or table:NAME, not 'c.png'\n"},
    {"![b](figure:c_d)", "1:1: 'c_d' is not a name: letters, digits, dots and "
			 "hyphens, at most 64\n"},
    {"![](figure:c)", "1:1: a figure needs a caption\n"},
    {"> ![b](figure:c)",
     "1:3: a figure cannot stand in a list, a box or a note\n"},

    /* emphasis */
    {"a * b", "1:3: a stray '*': write '\\*' if it is meant\n"},
    {"ab\n   c_d", "2:5: a stray '_': write '\\_' if it is meant\n"},
    {"1. a\n   中**文", "2:7: a stray '*': write '\\*' if it is meant\n"
			"2:8: a stray '*': write '\\*' if it is meant\n"},
    {"> a\n> {{ b }} *“c", "2:11: a stray '*': write '\\*' if it is meant\n"},

    /* values */
    {"a {{ b", "1:3: '{{' is not closed on its line\n"},
    {"a b }}", "1:5: '}}' closes nothing\n"},
    {"{{ }}", "1:4: the measure's name is missing\n"},
    {"{{ a_b }}", "1:4: 'a_b' is not a measure's name\n"},
    {"{{ a b }}", "1:6: the value should end here\n"},
    {"{{ a | }}", "1:8: the form's name is missing after '|'\n"},
    {"{{ a | b: }}", "1:11: an argument is missing here\n"},
    {"{{ a | b: 1, }}", "1:14: an argument is missing here\n"},
    {"{{ a | b: \"c }} d",
     "1:12: a quotation mark is missing behind the argument\n"},
    {"{{ a | b: \"c\" d }}", "1:15: the value should end here\n"},
    {"{{ a | b: 1,2,3,4,5,6,7,8,9 }}",
     "1:27: a form takes no more than 8 arguments\n"},

    /* links */
    {"[a](javascript:b)", "1:1: a link cannot go to 'javascript:b'\n"},
    {"[a](data:text/html,b)", "1:1: a link cannot go to 'data:text/html,b'\n"},
    {"[a](b.md)", "1:1: a link cannot go to 'b.md'\n"},
    {"[a](https://)", "1:1: a link cannot go to 'https://'\n"},
    {"[](https://a.b)", "1:1: a link needs words\n"},
    {"[a](https://a.b \"c\")", "1:1: a link's title is never printed\n"},
    {"[a](https://{{b}})", "1:1: a link's address holds a value, a note, an "
			   "escape or a control character\n"},
    {"[a](ref:b)", "1:1: a reference takes no words: write [](ref:NAME)\n"},
    {"[](ref:)", "1:1: '' is not a name: letters, digits, dots and hyphens, "
		 "at most 64\n"},
    {"[](claim:a)", "1:1: a claim needs words\n"},
    {"a [](label:b)", "1:3: a label must open its paragraph or heading\n"},
    {"[c](label:b)", "1:1: a label takes no words: write [](label:NAME)\n"},
    {"[](label:b)", "1:1: a paragraph needs words\n"},
    {"[](label:b) c\n\n[](label:b) d",
     "3:1: label 'b' stands already in line 1\n"},

    /* headings and lists */
    {"## a", "1:1: a heading of level 2 cannot follow one of level 0\n"},
    {"# a\n### b", "2:1: a heading of level 3 cannot follow one of level 1\n"},
    {"#### a", "1:1: a topic line needs a heading\n"},
    {"# a\n##### b", "2:1: headings go to level 4, this is of level 5\n"},
    {"#", "1:1: a heading needs words\n"},
    {"1. # a", "1:4: a heading cannot stand in a list or a note\n"},
    {"2. a", "1:1: a list must begin with 1\n"},
    {"1. a\n   1. b\n      1. c", "3:7: lists are nested more than 2 deep\n"},
    {"1. a\n2.", "2:1: a list's item needs words\n"},
    {"1. > a", "1:4: a box cannot stand in a list, a note or another box\n"},

    /* notes */
    {"a[^b]", "1:2: note 'b' is not defined\n"},
    {"[^b]: c", "1:1: note 'b' is never called\n"},
    {"a[^b]\n\n[^b]: c\n\n[^b]: d",
     "5:1: note 'b' is defined again, first in line 3\n"},
    {"a[^b]\n\n[^b]:", "3:1: note 'b' has no words\n"},
    {"a[^b", "1:2: '[^' is not closed on its line\n"},
    {"a[^b c]", "1:2: 'b c' is not a note's name\n"},
    {"a[^b]\n\n[^b]: c[^b]", "3:8: a note cannot call another note\n"},
    {"a[^b]\n\n[^b]: c\n    d *e",
     "4:7: a stray '*': write '\\*' if it is meant\n"},
    {"a[^b]\n\n[^b]: 1. c", "3:7: a list cannot stand in a note\n"},
    {"[a[^b]](https://c.d)\n\n[^b]: c",
     "1:3: a note cannot be called inside a link\n"},

    /* bounds */
    {">>>>>>>>>>>>>>>>>a",
     "1:1: boxes and lists are nested more than 16 deep\n"},

    /* all faults at once, in the order of the reading */
    {"a * b {{ }}\n\n<b>\n\nc }} [^d]",
     "1:10: the measure's name is missing\n5:3: '}}' closes nothing\n"
     "1:3: a stray '*': write '\\*' if it is meant\n"
     "3:1: raw HTML is not allowed\n5:6: note 'd' is not defined\n"},
};

/* Strike what every line has alike. */
static void
strike(char *text, const char *words)
{
	size_t length = strlen(words);

	for (char *at = text; (at = strstr(at, words)) != NULL;)
		memmove(at, at + length, strlen(at + length) + 1);
}

static void
faults_are_reported_with_their_place(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *said = NULL;
		size_t length = 0;
		struct messages messages = {
		    .out = open_memstream(&said, &length)};
		struct document *document = document_parse(
		    arena, &messages, "t.md", cases[i].template,
		    strlen(cases[i].template));

		fclose(messages.out);
		strike(said, "t.md:");
		strike(said, "error: ");
		assert_string_equal(said, cases[i].messages);
		assert_null(document);
		free(said);
	}
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(faults_are_reported_with_their_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
