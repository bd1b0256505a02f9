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

/* Places as both readers give them, one a line. */
struct ear {
	struct xml_plain *plain;
	struct text places;
};

static bool
plain_hear(void *context, const struct xml_start *start)
{
	struct ear *ear = context;
	struct place at = xml_plain_place(ear->plain);

	text_print(&ear->places, "%s %d:%d %x\n",
		   review_grammar.shapes[start->shape].name, at.line, at.column,
		   start->given);
	for (size_t i = 0; i < ATTRIBUTES; i++)
		if ((start->given >> i & 1) != 0) {
			text_add_bytes(&ear->places, start->values[i].bytes,
				       start->values[i].length);
			text_add(&ear->places, "\n");
		}
	return true;
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

static void
file_compare(struct files *files, struct xml_plain *plain, const char *text)
{
	struct ear closely = {0}, plainly = {.plain = plain};
	struct xml_handler handler = {.start = close_hear, .context = &closely};
	struct xml_listener listener = {plain_hear, &plainly};
	bool accepts = xml_read(&files->messages, schema, "f", LIMIT,
				&handler) &&
		       is_of_reviews(text_string(&closely.places));

	if (xml_plain_read(plain, "f", &listener) != accepts)
		fail_msg("the readers differ over:\n%s\n%s", text,
			 files_heard(files));
	if (accepts)
		assert_string_equal(text_string(&plainly.places),
				    text_string(&closely.places));
	text_free(&closely.places);
	text_free(&plainly.places);
}

static void
test_random_files(void **state)
{
	struct xml_plain *plain = xml_plain_open(&review_grammar);
	struct maker maker = {.seed = 0x5eed};
	struct files files;

	(void)state;
	files_open(&files);
	for (unsigned i = 0; i < FILES; i++) {
		maker.is_wild = i % 3 != 0;
		file_make(&maker);
		file_write("f", text_string(&maker.text));
		files.messages.counts[WEIGHT_ERROR] = 0;
		file_compare(&files, plain, text_string(&maker.text));
		if (i % 100 == 0)
			files_heard(&files);
	}
	text_free(&maker.text);
	xml_plain_close(plain);
	files_close(&files);
}

/* Over many blocks, cut anywhere, in one line or in many: characters, places
 * and values stay whole. */
static void
test_blocks(void **state)
{
	struct xml_plain *plain = xml_plain_open(&review_grammar);
	struct text text = {0};
	struct files files;

	(void)state;
	files_open(&files);
	for (int shift = 0; shift < 8; shift++) {
		text.length = 0;
		text_print(&text, "<reviews xmlns=\"%s\">%.*s", XML_NAMESPACE,
			   shift, "        ");
		for (int i = 0; i < 2000; i++)
			text_print(
			    &text,
			    "%s<review state=\"S%d\" cycle=\"1\" "
			    "completed=\"条\"><need category=\"“&amp;”\">"
			    "<text>条约与需求</text></need></review>",
			    shift % 2 == 0 ? "" : "\n ", i);
		text_add(&text, "</reviews>");
		file_write("f", text_string(&text));
		assert_true(text.length > 3 * 64 * 1024);
		file_compare(&files, plain, "many blocks");
		assert_string_equal(files_heard(&files), "");
	}
	text_free(&text);
	xml_plain_close(plain);
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
	struct xml_plain *plain = xml_plain_open(&review_grammar);
	struct xml_listener listener = {.start = nothing_hear};
	struct files files;

	(void)state;
	files_open(&files);
	for (size_t i = 0; i < COUNT(doubtful); i++) {
		file_write("f", doubtful[i]);
		if (xml_plain_read(plain, "f", &listener))
			fail_msg("read plainly:\n%s", doubtful[i]);
	}
	assert_false(xml_plain_read(plain, "missing", &listener));
	assert_false(xml_plain_read(plain, ".", &listener));
	xml_plain_close(plain);
	files_close(&files);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_random_files),
	    cmocka_unit_test(test_blocks),
	    cmocka_unit_test(test_doubtful_files),
	};

	return cmocka_run_group_tests(tests, schema_open, schema_close);
}
