/* A document's copy: other ids, references that stay inside it. */
/* SPDX-License-Identifier: MIT */
#include "site/twin.h"

#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
references_lead_to_the_copies(void **state)
{
	struct arena *arena = arena_new();
	struct place at = {0};
	struct document document = {
	    .language = "zh",
	    .root = node_new(arena, NODE_DOCUMENT, at),
	    .notes = node_new(arena, NODE_DOCUMENT, at)};
	struct node *paragraph = node_new(arena, NODE_PARAGRAPH, at);
	struct node *call = node_new(arena, NODE_CALL, at);
	struct node *note = node_new(arena, NODE_NOTE, at);
	struct document *twin;

	(void)state;
	paragraph->anchor = "p1";
	note->anchor = "note-1";
	call->referred = note;
	note->referred = call;
	node_append(document.root, paragraph);
	node_append(paragraph, call);
	node_append(document.notes, note);
	twin = document_twin(arena, &document, "zh-");
	assert_string_equal(twin->root->first->anchor, "zh-p1");
	assert_string_equal(twin->notes->first->anchor, "zh-note-1");
	assert_null(twin->root->first->first->anchor);
	assert_ptr_equal(twin->root->first->first->referred,
			 twin->notes->first);
	assert_ptr_equal(twin->notes->first->referred,
			 twin->root->first->first);
	assert_ptr_equal(twin->root->first->first->parent, twin->root->first);
	assert_string_equal(paragraph->anchor, "p1");
	assert_ptr_equal(call->referred, note);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(references_lead_to_the_copies),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
