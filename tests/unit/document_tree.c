/* The walk over a document, its changes, its words. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct place nowhere = {NULL, 0, 0};

static struct node *
parsed(struct arena *arena, const char *template)
{
	struct messages messages = {.out = stderr};
	struct document *document = document_parse(arena, &messages, "t.md",
						   template, strlen(template));

	assert_non_null(document);
	return document->root;
}

static void
walk_enters_and_leaves(void **state)
{
	struct arena *arena = arena_new();
	struct walk walk = walk_begin(parsed(arena, "a *b*\n\n> c"));
	struct text seen = {0};

	(void)state;
	while (walk_next(&walk))
		text_print(&seen, "%s%s ", walk.phase == PHASE_ENTER ? "" : "/",
			   node_kind_name(walk.node->kind));
	assert_string_equal(text_string(&seen),
			    "document paragraph text emphasis text /emphasis "
			    "/paragraph box paragraph text /paragraph /box "
			    "/document ");
	assert_false(walk_next(&walk) && walk_next(&walk));
	text_free(&seen);
	arena_free(arena);
}

static void
walk_stays_under_its_top(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = parsed(arena, "a\n\nb");
	struct walk walk = walk_begin(root->first);
	size_t steps = 0;

	(void)state;
	while (walk_next(&walk))
		steps++;
	assert_int_equal(steps, 3);
	walk = walk_begin(root->first->first);
	assert_true(walk_next(&walk));
	assert_false(walk_next(&walk));
	arena_free(arena);
}

static void
nodes_are_inserted_and_removed(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = node_new(arena, NODE_DOCUMENT, nowhere);
	struct node *nodes[3];

	(void)state;
	for (size_t i = 0; i < COUNT(nodes); i++)
		nodes[i] = node_new(arena, NODE_PARAGRAPH, nowhere);
	node_append(root, nodes[0]);
	node_insert_after(nodes[0], nodes[2]);
	node_insert_after(nodes[0], nodes[1]);
	for (size_t i = 0; i < COUNT(nodes); i++) {
		assert_ptr_equal(nodes[i]->previous,
				 i == 0 ? NULL : nodes[i - 1]);
		assert_ptr_equal(nodes[i]->next, i == 2 ? NULL : nodes[i + 1]);
	}
	node_remove(nodes[1]);
	assert_ptr_equal(nodes[0]->next, nodes[2]);
	assert_ptr_equal(nodes[2]->previous, nodes[0]);
	node_remove(nodes[0]);
	assert_ptr_equal(root->first, nodes[2]);
	node_remove(nodes[2]);
	assert_null(root->first);
	assert_null(root->last);
	node_append(root, nodes[1]);
	assert_ptr_equal(root->last, nodes[1]);
	arena_free(arena);
}

static void
words_have_values_and_no_notes(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = parsed(arena, "# A[^n]\n\nb {{ c }}\\\n*d* "
					  "[e](claim:f)\n\n1. g\n\n[^n]: h");
	struct node *value = root->first->next->first->next;
	struct text words = {0};

	(void)state;
	assert_int_equal(value->kind, NODE_VALUE);
	value->text = "23";
	node_words(&words, root);
	assert_string_equal(text_string(&words), "A\nb 23 d e\ng");
	words.length = 0;
	node_words(&words, root->first);
	assert_string_equal(text_string(&words), "A");
	text_free(&words);
	arena_free(arena);
}

static void
print_shows_what_numbering_sets(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = parsed(arena, "a {{ b }}");
	struct document document = {
	    .root = root, .notes = node_new(arena, NODE_DOCUMENT, nowhere)};
	struct text text = {0};

	(void)state;
	root->first->number = 14;
	root->first->counter = "14.";
	root->first->anchor = "p14";
	root->first->last->text = "two";
	document_print(&text, &document);
	assert_string_equal(
	    text_string(&text),
	    "document\n"
	    "  paragraph 1:1 number 14 counter \"14.\" anchor \"p14\"\n"
	    "    text \"a \"\n    value b text \"two\"\n");
	text_free(&text);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(walk_enters_and_leaves),
	    cmocka_unit_test(walk_stays_under_its_top),
	    cmocka_unit_test(nodes_are_inserted_and_removed),
	    cmocka_unit_test(words_have_values_and_no_notes),
	    cmocka_unit_test(print_shows_what_numbering_sets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
