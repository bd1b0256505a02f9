/* Words that rest on claims: they stay, they give way, or the build stops. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "report/room.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct name wordings[] = {{"en", "many of"}, {"zh", "许多"}};
static struct claim claims[] = {
    {.id = "true",
     .formula = "needs > 9",
     .otherwise = {wordings, 2},
     .at = {"m.xml", 1, 3},
     .holds = true,
     .because = "needs is 10"},
    {.id = "false",
     .formula = "needs > 10",
     .otherwise = {wordings, 1}, /* in English only */
     .at = {"m.xml", 2, 3},
     .because = "needs is 10"},
    {.id = "unused", .formula = "1 = 1", .at = {"m.xml", 3, 3}},
};

struct fixture {
	struct arena *arena;
	struct filler filler;
	struct edition edition;
	struct measures measures;
	struct messages messages;
	struct document document;
	char *said;
	size_t length;
};

static void
fixture_open(struct fixture *fixture, const char *language)
{
	struct place nowhere = {0};

	*fixture = (struct fixture){.arena = arena_new()};
	fixture->messages.out = open_memstream(&fixture->said,
					       &fixture->length);
	fixture->edition.code = language;
	fixture->edition.template_path = "t.md";
	fixture->measures.claims = claims;
	fixture->measures.claim_count = COUNT(claims);
	fixture->filler = (struct filler){.arena = fixture->arena,
					  .messages = &fixture->messages,
					  .edition = &fixture->edition,
					  .measures = &fixture->measures};
	fixture->document.root = node_new(fixture->arena, NODE_DOCUMENT,
					  nowhere);
	fixture->document.notes = node_new(fixture->arena, NODE_DOCUMENT,
					   nowhere);
}

static void
fixture_close(struct fixture *fixture)
{
	fclose(fixture->messages.out);
	free(fixture->said);
	arena_free(fixture->arena);
}

static struct node *
add(struct fixture *fixture, struct node *parent, enum node_kind kind,
    const char *text, const char *target)
{
	struct node *node = node_new(fixture->arena, kind,
				     (struct place){"t.md", 5, 7});

	node->text = text;
	node->target = target;
	node_append(parent, node);
	return node;
}

/* "All [most *of*](claim:…) them" under a parent. */
static struct node *
add_sentence(struct fixture *fixture, struct node *parent, const char *claim)
{
	struct node *paragraph = add(fixture, parent, NODE_PARAGRAPH, NULL,
				     NULL);
	struct node *words;

	add(fixture, paragraph, NODE_TEXT, "All ", NULL);
	words = add(fixture, paragraph, NODE_CLAIM, NULL, claim);
	add(fixture, words, NODE_TEXT, "most ", NULL);
	add(fixture, add(fixture, words, NODE_EMPHASIS, NULL, NULL), NODE_TEXT,
	    "of", NULL);
	add(fixture, paragraph, NODE_TEXT, " them", NULL);
	return words;
}

static const char *
words_of(struct fixture *fixture, const struct node *node)
{
	struct text text = {0};
	const char *words;

	node_words(&text, node);
	words = arena_copy(fixture->arena, text_string(&text));
	text_free(&text);
	return words;
}

/* Hold the claims and give back what was said but for the unused ones. */
static const char *
hold(struct fixture *fixture)
{
	const char *warning;

	document_hold_claims(&fixture->filler, &fixture->document);
	fflush(fixture->messages.out);
	warning = strstr(fixture->said, "m.xml:");
	return arena_copy_bytes(fixture->arena, fixture->said,
				warning == NULL
				    ? fixture->length
				    : (size_t)(warning - fixture->said));
}

static void
words_stay_while_the_claim_holds(void **state)
{
	struct fixture fixture;
	struct node *claim;

	(void)state;
	fixture_open(&fixture, "en");
	claim = add_sentence(&fixture, fixture.document.root, "true");
	assert_string_equal(hold(&fixture), "");
	assert_string_equal(words_of(&fixture, fixture.document.root),
			    "All most of them");
	assert_int_equal(claim->kind, NODE_CLAIM);
	assert_int_equal(claim->last->kind, NODE_EMPHASIS);
	fixture_close(&fixture);
}

static void
another_wording_takes_their_place(void **state)
{
	struct fixture fixture;
	struct node *claim;

	(void)state;
	fixture_open(&fixture, "en");
	claim = add_sentence(&fixture, fixture.document.root, "false");
	assert_string_equal(hold(&fixture), "");
	assert_string_equal(words_of(&fixture, fixture.document.root),
			    "All many of them");
	assert_ptr_equal(claim->first, claim->last);
	assert_int_equal(claim->first->kind, NODE_TEXT);
	assert_string_equal(claim->target, "false");
	fixture_close(&fixture);
}

static void
each_place_without_another_wording_stops_the_build(void **state)
{
	static const char wanted[] =
	    "t.md:5:7: error: claim false does not hold: needs > 10, but needs "
	    "is 10; it has no other wording in \"zh\"\n";
	struct fixture fixture;
	struct node *note;

	(void)state;
	fixture_open(&fixture, "zh");
	note = add(&fixture, fixture.document.notes, NODE_NOTE, NULL, "n");
	add_sentence(&fixture, fixture.document.root, "false");
	add_sentence(&fixture, fixture.document.root, "true");
	add_sentence(&fixture, note, "false");
	assert_string_equal(hold(&fixture),
			    arena_print(fixture.arena, "%s%s", wanted, wanted));
	assert_int_equal(fixture.messages.counts[WEIGHT_ERROR], 2);
	assert_string_equal(words_of(&fixture, note), "All most of them");
	fixture_close(&fixture);
}

static void
unknown_claims_are_errors_and_unused_ones_warnings(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_open(&fixture, "en");
	add_sentence(&fixture, fixture.document.root, "flase");
	add_sentence(&fixture, fixture.document.root, "true");
	add_sentence(&fixture, fixture.document.root, "false");
	hold(&fixture);
	assert_string_equal(
	    fixture.said,
	    "t.md:5:7: error: no claim is named \"flase\"\n"
	    "m.xml:3:3: warning: unused: no words of t.md rest on this "
	    "claim\n");
	fixture_close(&fixture);
}

/* Words that go would take the note with them, and its number. */
static void
a_note_cannot_be_called_by_words_that_may_go(void **state)
{
	struct fixture fixture;
	struct node *claim;

	(void)state;
	fixture_open(&fixture, "en");
	claim = add_sentence(&fixture, fixture.document.root, "true");
	add(&fixture, claim, NODE_CALL, NULL, "n");
	assert_string_equal(hold(&fixture),
			    "t.md:5:7: error: a note's call cannot stand "
			    "inside a claim's words\n");
	fixture_close(&fixture);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_stay_while_the_claim_holds),
	    cmocka_unit_test(another_wording_takes_their_place),
	    cmocka_unit_test(
		each_place_without_another_wording_stops_the_build),
	    cmocka_unit_test(
		unknown_claims_are_errors_and_unused_ones_warnings),
	    cmocka_unit_test(a_note_cannot_be_called_by_words_that_may_go),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
