/* The grammar in bits against the schema: of files made at random, right and
 * wrong in many ways, both accept the same. */
/* SPDX-License-Identifier: MIT */
#include "xml_files.h"

#include "dataset/grammar.h"
#include "xml/xml.h"

enum {
	FILES = 6000,
	LIMIT = 1024 * 1024 /* [bytes] of a file */
};

static struct xml_schema *schema;

static int
schema_open(void **state)
{
	struct messages messages = {.out = stderr};

	(void)state;
	schema = xml_schema_open(&messages, "input/schema/dataset.xsd");
	return schema == NULL;
}

static int
schema_close(void **state)
{
	(void)state;
	xml_schema_close(schema);
	return 0;
}

/* --- files at random --- */

struct maker {
	uint64_t seed;
	struct text text;
	bool is_wild; /* faults are likely */
};

/* xorshift64: the same files in every run. */
static unsigned
draw(struct maker *maker, unsigned below)
{
	maker->seed ^= maker->seed << 13;
	maker->seed ^= maker->seed >> 7;
	maker->seed ^= maker->seed << 17;
	return (unsigned)(maker->seed >> 20) % below;
}

static bool
happens(struct maker *maker, unsigned one_in)
{
	return maker->is_wild && draw(maker, one_in) == 0;
}

#define DRAW(maker, list) (list)[draw((maker), COUNT(list))]

static const char *const elements[] = {
    "reviews", "review", "need",  "challenge", "practice", "text",
    "needs",   "Need",	 "state", "title",     "x",
};

static const char *const attributes[] = {
    "state",   "cycle",	   "completed", "article",	 "paragraph", "chapter",
    "topics",  "category", "xml:lang",	"xml:space",	 "code",      "Article",
    "xmlns:a", "xmlns",	   "lang",	"reconstructed",
};

static const char *const values[] = {
    "",	   "1",		 "S1",
    "law", "2015-01-31", "a b",
    " ",   "&amp;",	 "urn:rapporteur:1",
    "条",  "en",	 "&lt;",
    "“",
};

static const char *const between[] = {
    "",	 "\n",	  " \t\r\n", "<!-- c -->",  "<?p i?>",	    "\n\n\n",
    "x", "&amp;", "条",	     "<!--\n-->\n", "\xef\xbb\xbf",
};

static void
blanks_make(struct maker *maker)
{
	text_add(&maker->text, maker->is_wild && draw(maker, 12) == 0
				   ? DRAW(maker, between)
				   : between[draw(maker, 6)]);
}

static void
attribute_make(struct maker *maker, const char *name)
{
	if (happens(maker, 40))
		return;
	if (happens(maker, 40))
		name = DRAW(maker, attributes);
	text_print(&maker->text, "%s%s=%s%s%s",
		   draw(maker, 9) == 0 ? "\n" : " ", name, "\"",
		   DRAW(maker, values), "\"");
}

static const struct {
	const char *names[6];
	bool is_needed[6];
} given[SHAPES] = {
    [SHAPE_REVIEW] = {{"state", "cycle", "completed"}, {true, true, true}},
    [SHAPE_NEED] = {{"category", "article", "paragraph", "chapter", "topics"},
		    {true}},
    [SHAPE_CHALLENGE] = {{"category", "article", "paragraph", "topics"}, {0}},
    [SHAPE_PRACTICE] = {{"chapter", "topics"}, {0}},
    [SHAPE_TEXT] = {{"xml:lang"}, {0}},
};

static void element_make(struct maker *, enum shape, unsigned depth);

static void
children_make(struct maker *maker, enum shape shape, unsigned depth)
{
	for (unsigned count = draw(maker, 4); count > 0; count--) {
		enum shape child = SHAPE_TEXT;

		if (shape == SHAPE_REVIEWS)
			child = SHAPE_REVIEW;
		else if (shape == SHAPE_REVIEW)
			child = SHAPE_NEED + draw(maker, 3);
		else if (shape == SHAPE_TEXT && !happens(maker, 10))
			text_add(&maker->text, "words");
		if (happens(maker, 30))
			child = draw(maker, SHAPES);
		if ((shape != SHAPE_TEXT || happens(maker, 30)) && depth < 6)
			element_make(maker, child, depth + 1);
		blanks_make(maker);
	}
}

static void
element_make(struct maker *maker, enum shape shape, unsigned depth)
{
	const char *name = review_grammar.shapes[shape].name;

	if (happens(maker, 60))
		name = DRAW(maker, elements);
	text_print(&maker->text, "<%s", name);
	if (depth == 0 && !happens(maker, 60))
		text_add(&maker->text, " xmlns=\"urn:rapporteur:1\"");
	for (size_t i = 0; i < 6 && given[shape].names[i] != NULL; i++)
		if (given[shape].is_needed[i] || draw(maker, 2) == 0)
			attribute_make(maker, given[shape].names[i]);
	if (happens(maker, 30))
		attribute_make(maker, DRAW(maker, attributes));
	if (draw(maker, 3) == 0) {
		text_add(&maker->text, "/>");
		return;
	}
	text_add(&maker->text, ">");
	blanks_make(maker);
	children_make(maker, shape, depth);
	text_print(&maker->text, "</%s>",
		   happens(maker, 80) ? DRAW(maker, elements) : name);
}

static void
file_make(struct maker *maker)
{
	enum shape root = draw(maker, 2) == 0 ? SHAPE_REVIEWS : SHAPE_REVIEW;

	maker->text.length = 0;
	if (draw(maker, 2) == 0)
		text_add(&maker->text,
			 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	if (happens(maker, 40))
		root = draw(maker, SHAPES);
	element_make(maker, root, 0);
	if (happens(maker, 50))
		text_add(&maker->text, DRAW(maker, between));
}

/* --- what each reader says --- */

/* Plain readers that tell each place: one that reads every file alone, and one
 * that shares every file with threads. */
struct readers {
	struct xml_shape shapes[SHAPES];
	struct xml_grammar grammar;
	struct xml_plain *items[2];
};

static void
readers_open(struct readers *readers)
{
	readers->grammar = review_grammar;
	for (size_t i = 0; i < SHAPES; i++) {
		readers->shapes[i] = review_grammar.shapes[i];
		readers->shapes[i].has_place = true;
	}
	readers->grammar.shapes = readers->shapes;
	readers->items[0] = xml_plain_open(&readers->grammar, LIMIT);
	readers->items[1] = xml_plain_open(&readers->grammar, 0);
}

static void
readers_close(struct readers *readers)
{
	for (size_t i = 0; i < COUNT(readers->items); i++)
		xml_plain_close(readers->items[i]);
}

/* Places as all readers give them, one a line. */
struct ear {
	struct text places;
	size_t left; /* starts until it has had enough; 0: never */
};

static bool
plain_hear(void *context, const struct xml_start *start)
{
	struct ear *ear = context;

	text_print(&ear->places, "%s %d:%d %x\n",
		   review_grammar.shapes[start->shape].name, start->at.line,
		   start->at.column, start->given);
	for (size_t i = 0; i < ATTRIBUTES; i++)
		if ((start->given >> i & 1) != 0) {
			text_add_bytes(&ear->places, start->values[i].bytes,
				       start->values[i].length);
			text_add(&ear->places, "\n");
		}
	return ear->left == 0 || --ear->left > 0;
}

static void
close_hear(void *context, struct place at, const char *name,
	   const struct xml_attribute *items, size_t count)
{
	const char *found[ATTRIBUTES];
	struct ear *ear = context;
	unsigned bits = 0;

	for (size_t i = 0; i < ATTRIBUTES; i++) {
		found[i] = xml_attribute_in(items, count,
					    review_grammar.attributes[i]);
		bits |= (unsigned)(found[i] != NULL) << i;
	}
	text_print(&ear->places, "%s %d:%d %x\n", name, at.line, at.column,
		   bits);
	for (size_t i = 0; i < ATTRIBUTES; i++)
		if (found[i] != NULL)
			text_print(&ear->places, "%s\n", found[i]);
}

/* The schema knows roots that are no file of reviews. */
static bool
is_of_reviews(const char *places)
{
	return strncmp(places, "review", 6) == 0;
}

/* The first `count` of the plain readers against the other one. */
static void
file_compare(struct files *files, const struct readers *readers, size_t count,
	     const char *text)
{
	struct ear closely = {0};
	struct xml_handler handler = {.start = close_hear, .context = &closely};
	bool accepts = xml_read(&files->messages, schema, "f", LIMIT,
				&handler) &&
		       is_of_reviews(text_string(&closely.places));

	for (size_t i = 0; i < count; i++) {
		struct ear plainly = {0};
		struct xml_listener listener = {plain_hear, &plainly};

		if (xml_plain_read(readers->items[i], "f", &listener) !=
		    accepts)
			fail_msg("the readers differ over:\n%s\n%s", text,
				 files_heard(files));
		if (accepts)
			assert_string_equal(text_string(&plainly.places),
					    text_string(&closely.places));
		text_free(&plainly.places);
	}
	text_free(&closely.places);
}

static void
test_random_files(void **state)
{
	struct maker maker = {.seed = 0x5eed};
	struct readers readers;
	struct files files;

	(void)state;
	files_open(&files);
	readers_open(&readers);
	for (unsigned i = 0; i < FILES; i++) {
		maker.is_wild = i % 3 != 0;
		file_make(&maker);
		file_write("f", text_string(&maker.text));
		files.messages.counts[WEIGHT_ERROR] = 0;
		file_compare(&files, &readers, i % 4 == 0 ? 2 : 1,
			     text_string(&maker.text));
		if (i % 100 == 0)
			files_heard(&files);
	}
	text_free(&maker.text);
	readers_close(&readers);
	files_close(&files);
}

/* Many blocks of reviews behind `first`. */
static void
blocks_make(struct text *text, const char *first, int shift)
{
	text->length = 0;
	text_print(text, "<reviews xmlns=\"%s\">%s%.*s", XML_NAMESPACE, first,
		   shift, "        ");
	for (int i = 0; i < 2000; i++)
		text_print(text,
			   "%s<review state=\"S%d\" cycle=\"1\" "
			   "completed=\"条\"><need category=\"“&amp;”\">"
			   "<text>条约与需求</text></need></review>",
			   shift % 2 == 0 ? "" : "\n ", i);
	text_add(text, "</reviews>");
	file_write("f", text_string(text));
	assert_true(text->length > 3 * 64 * 1024);
}

/* Over many blocks, cut anywhere, in one line or in many: characters, places
 * and values stay whole. */
static void
test_blocks(void **state)
{
	struct readers readers;
	struct text text = {0};
	struct files files;

	(void)state;
	files_open(&files);
	readers_open(&readers);
	for (int shift = 0; shift < 8; shift++) {
		blocks_make(&text, "", shift);
		file_compare(&files, &readers, 2, "many blocks");
		assert_string_equal(files_heard(&files), "");
	}
	text_free(&text);
	readers_close(&readers);
	files_close(&files);
}

/* What is at fault early, and who has had enough, ends the reading of what
 * would follow; nobody waits for ever. */
static void
test_early_ends(void **state)
{
	static const size_t enough[] = {1, 2, 500, 513, 3000, 5999, 6001, 6002};
	struct readers readers;
	struct text text = {0};
	struct files files;

	(void)state;
	files_open(&files);
	readers_open(&readers);
	blocks_make(&text, "<nothing/>", 0);
	file_compare(&files, &readers, 2, "a fault");
	blocks_make(&text, "<![CDATA[ ]]>", 0);
	for (size_t i = 0; i < COUNT(readers.items); i++) {
		struct ear ear = {0};
		struct xml_listener listener = {plain_hear, &ear};

		assert_false(xml_plain_read(readers.items[i], "f", &listener));
		text_free(&ear.places);
	}
	blocks_make(&text, "", 0);
	for (size_t i = 0; i < COUNT(readers.items) * COUNT(enough); i++) {
		struct ear ear = {.left = enough[i / 2]};
		struct xml_listener listener = {plain_hear, &ear};

		/* 1 for the root, and 3 for each review */
		assert_int_equal(
		    xml_plain_read(readers.items[i % 2], "f", &listener),
		    enough[i / 2] > 6001);
		assert_true(ear.left == 0 || enough[i / 2] > 6001);
		text_free(&ear.places);
	}
	text_free(&text);
	readers_close(&readers);
	files_close(&files);
}

#define ROOT(inside)                                                           \
	"<review xmlns=\"urn:rapporteur:1\" state=\"S\" cycle=\"1\" "          \
	"completed=\"d\">" inside "</review>"

/* Left to the other reader, which finds some good and refuses some. */
static const char *const doubtful[] = {
    ROOT("<!-- \xe2\x80\x8e -->"),
    ROOT("\xc2\x85"),
    ROOT("<!-- \x7f -->"),
    ROOT("<!-- \xff -->"),
    ROOT("<!-- \xe2\x80"),
    ROOT("<need category=\"&#x200e;\"/>"),
    ROOT("<need category=\"&#65;\"/>"),
    ROOT("<![CDATA[ ]]>"),
    ROOT("<a:need xmlns:a=\"urn:rapporteur:1\" category=\"a\"/>"),
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" ROOT(""),
    "<!DOCTYPE review>" ROOT(""),
    ROOT("<need category=\"a\" category=\"a\"/>"),
    ROOT("") "x",
    "",
    "<",
};

static bool
nothing_hear(void *context, const struct xml_start *start)
{
	(void)context, (void)start;
	return true;
}

static void
test_doubtful_files(void **state)
{
	struct xml_listener listener = {.start = nothing_hear};
	struct readers readers;
	struct files files;

	(void)state;
	files_open(&files);
	readers_open(&readers);
	for (size_t i = 0; i < 2 * COUNT(doubtful); i++) {
		file_write("f", doubtful[i / 2]);
		if (xml_plain_read(readers.items[i % 2], "f", &listener))
			fail_msg("read plainly:\n%s", doubtful[i / 2]);
	}
	assert_false(xml_plain_read(readers.items[0], "missing", &listener));
	assert_false(xml_plain_read(readers.items[1], ".", &listener));
	readers_close(&readers);
	files_close(&files);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_random_files),
	    cmocka_unit_test(test_blocks),
	    cmocka_unit_test(test_early_ends),
	    cmocka_unit_test(test_doubtful_files),
	};

	return cmocka_run_group_tests(tests, schema_open, schema_close);
}
