/* Datasets read from folders made here: what is read, and every fault with its
 * place. */
/* SPDX-License-Identifier: MIT */
#include "xml_files.h"

#include "dataset/dataset.h"

#define NS    " xmlns=\"urn:rapporteur:1\""
#define NAMED "<name xml:lang=\"en\">e</name><name xml:lang=\"zh\">z</name>"

static const char convention[] =
    "<convention" NS " reconstructed=\"true\">\n"
    "<title xml:lang=\"en\">A treaty</title><title xml:lang=\"zh\">条约"
    "</title>\n"
    "<notice xml:lang=\"en\">Made  up.</notice>"
    "<notice xml:lang=\"zh\">虚构。</notice>\n"
    "<chapter code=\"I\">" NAMED "<article number=\"10\">" NAMED "</article>"
    "<article number=\"2\">" NAMED "</article></chapter>\n"
    "<chapter code=\"II\">" NAMED "<article number=\"3\">" NAMED
    "</article></chapter>\n"
    "<cycle code=\"1\" chapters=\"I\">" NAMED "<category code=\"law\">" NAMED
    "</category></cycle>\n"
    "<cycle code=\"2\" chapters=\" II  I \">" NAMED
    "<category code=\"law\">" NAMED "</category>"
    "<category code=\"skills\">" NAMED "</category></cycle>\n"
    "<topic code=\"money\">" NAMED "</topic>"
    "<topic code=\"tools\">" NAMED "</topic>\n"
    "<region code=\"east\">" NAMED "</region>"
    "<region code=\"west\">" NAMED "</region>\n"
    "</convention>\n";

static const char states[] = "<states" NS ">\n"
			     "<state code=\"S1\" region=\"east\">" NAMED
			     "</state>\n"
			     "<state code=\"S2\" region=\"west\">" NAMED
			     "</state>\n"
			     "</states>\n";

/* The schema is the project's own; the test runs in the project's folder. */
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

static void
folder_open(struct files *files)
{
	files_open(files);
	assert_int_equal(mkdir("reviews", 0777), 0);
	file_write("convention.xml", convention);
	file_write("states.xml", states);
}

static struct dataset *
folder_read(struct files *files, day cutoff, day as_of)
{
	return dataset_read(files->arena, &files->messages, schema, ".", cutoff,
			    as_of);
}

static const char *
printed(struct files *files, const struct dataset *data)
{
	struct text text = {0};
	const char *copy;

	assert_non_null(data);
	dataset_print(&text, data);
	copy = arena_copy(files->arena, text_string(&text));
	text_free(&text);
	return copy;
}

static const char review_one[] =
    "<review" NS " state=\"S2\" cycle=\"1\" completed=\"2015-01-31\">\n"
    "<need article=\"10\" paragraph=\"255\" category=\"law\" "
    "topics=\"tools money\"><text xml:lang=\"en\">Words.</text></need>\n"
    "<practice article=\"2\"/></review>\n";

static const char review_two[] =
    "<review" NS " state=\"S1\" cycle=\"2\" completed=\"2022-05-17\">\n"
    "<need chapter=\"II\" category=\"skills\"/>"
    "<challenge article=\"3\" category=\"law\"/></review>\n";

static const char both_reviews[] =
    "review cycle 1 state S2 completed 2015-01-31\n"
    "need chapter I article 10 paragraph 255 category law topics money tools\n"
    "practice chapter I article 2\n"
    "review cycle 2 state S1 completed 2022-05-17\n"
    "need chapter II category skills\n"
    "challenge chapter II article 3 category law\n";

static void
test_print(void **state)
{
	struct files files;

	(void)state;
	folder_open(&files);
	file_write("reviews/a.xml", review_one);
	assert_string_equal(
	    printed(&files, folder_read(&files, 20230101, 20230101)),
	    "reconstructed\n"
	    "title name en A treaty\ntitle name zh 条约\n"
	    "notice name en Made up.\nnotice name zh 虚构。\n"
	    "chapter I\nchapter I name en e\nchapter I name zh z\n"
	    "chapter II\nchapter II name en e\nchapter II name zh z\n"
	    "article 2 chapter I\narticle 2 name en e\narticle 2 name zh z\n"
	    "article 3 chapter II\narticle 3 name en e\narticle 3 name zh z\n"
	    "article 10 chapter I\narticle 10 name en e\n"
	    "article 10 name zh z\n"
	    "cycle 1 chapters I\ncycle 1 name en e\ncycle 1 name zh z\n"
	    "cycle 2 chapters I II\ncycle 2 name en e\ncycle 2 name zh z\n"
	    "category law cycle 1\n"
	    "category law name en e\ncategory law name zh z\n"
	    "category law cycle 2\n"
	    "category law name en e\ncategory law name zh z\n"
	    "category skills cycle 2\n"
	    "category skills name en e\ncategory skills name zh z\n"
	    "topic money\ntopic money name en e\ntopic money name zh z\n"
	    "topic tools\ntopic tools name en e\ntopic tools name zh z\n"
	    "region east\nregion east name en e\nregion east name zh z\n"
	    "region west\nregion west name en e\nregion west name zh z\n"
	    "state S1 region east\nstate S1 name en e\nstate S1 name zh z\n"
	    "state S2 region west\nstate S2 name en e\nstate S2 name zh z\n"
	    "reviews until 2023-01-01\n"
	    "review cycle 1 state S2 completed 2015-01-31\n"
	    "need chapter I article 10 paragraph 255 category law topics "
	    "money tools\n"
	    "practice chapter I article 2\n");
	assert_string_equal(files_heard(&files), "");
	files_close(&files);
}

/* However the reviews are spread over files, and whatever these are called. */
static void
test_order(void **state)
{
	struct text together = {0};
	struct files files;
	const char *first;

	(void)state;
	folder_open(&files);
	file_write("reviews/a.xml", review_one);
	file_write("reviews/b.xml", review_two);
	first = printed(&files, folder_read(&files, 0, 0));
	assert_non_null(strstr(first, both_reviews));
	file_write("reviews/a.xml", review_two);
	file_write("reviews/b.xml", review_one);
	assert_string_equal(printed(&files, folder_read(&files, 0, 0)), first);
	text_print(&together, "<reviews" NS ">%s%s</reviews>", review_two,
		   review_one);
	file_write("reviews/a.xml", text_string(&together));
	assert_int_equal(remove("reviews/b.xml"), 0);
	file_write("reviews/b.txt", "not read");
	assert_string_equal(printed(&files, folder_read(&files, 0, 0)), first);
	text_free(&together);
	files_close(&files);
}

/* A review of so many needs, and more words behind them. */
static void
long_review(struct text *text, const char *state, const char *end)
{
	text_print(text,
		   "<review" NS " state=\"%s\" cycle=\"1\" "
		   "completed=\"2015-01-31\">\n",
		   state);
	for (int i = 0; i < 10000; i++)
		text_print(text,
			   "<need article=\"10\" paragraph=\"%d\" "
			   "category=\"law\" topics=\"tools money\"/>\n",
			   i % 255 + 1);
	text_print(text, "%s</review>\n", end);
}

static void
long_file(const char *name, const char *end)
{
	struct text text = {0};

	text_print(&text, "<reviews" NS ">\n");
	long_review(&text, "S1", "");
	long_review(&text, "S2", end);
	text_print(&text, "</reviews>\n");
	assert_true(text.length > 1024 * 1024);
	file_write(name, text_string(&text));
	text_free(&text);
}

/* A file that threads share says what small ones say. */
static void
test_large_file(void **state)
{
	struct text text = {0};
	struct files files;
	const char *apart;

	(void)state;
	folder_open(&files);
	long_review(&text, "S1", "");
	file_write("reviews/a.xml", text_string(&text));
	text.length = 0;
	long_review(&text, "S2", "");
	file_write("reviews/b.xml", text_string(&text));
	apart = printed(&files, folder_read(&files, 0, 0));
	assert_int_equal(remove("reviews/b.xml"), 0);
	long_file("reviews/a.xml", "");
	assert_string_equal(printed(&files, folder_read(&files, 0, 0)), apart);
	assert_string_equal(files_heard(&files), "");
	long_file("reviews/a.xml", "<need article=\"4\" category=\"law\"/>\n");
	assert_null(folder_read(&files, 0, 0));
	assert_string_equal(files_heard(&files),
			    "./reviews/a.xml:20005:1: error: unknown article "
			    "\"4\"\n");
	text_free(&text);
	files_close(&files);
}

static void
test_fields(void **state)
{
	const struct dataset *data;
	struct files files;

	(void)state;
	folder_open(&files);
	file_write("reviews/a.xml", review_two);
	file_write("reviews/b.xml", review_one);
	data = folder_read(&files, 0, 0);
	assert_non_null(data);
	assert_int_equal(data->review_count, 2);
	assert_int_equal(data->entry_count, 4);
	assert_int_equal(data->reviews[0].first_entry, 2);
	assert_int_equal(data->reviews[1].first_entry, 0);
	assert_int_equal(data->reviews[1].entry_count, 2);
	assert_string_equal(data->reviews[1].at.file, "./reviews/a.xml");
	assert_int_equal(entry_at(data, 2)->topics, 3);
	assert_int_equal(entry_at(data, 0)->article, NONE);
	assert_int_equal(entry_at(data, 0)->chapter, 1);
	assert_int_equal(article_find(data, 10), 2);
	assert_int_equal(article_find(data, 4), NONE);
	assert_int_equal(category_find(data, 1, "law"), 1);
	assert_int_equal(category_find(data, NONE, "law"), 0);
	assert_int_equal(category_find(data, 0, "skills"), NONE);
	assert_int_equal(state_find(data, "S2"), 1);
	assert_int_equal(region_find(data, "north"), NONE);
	files_close(&files);
}

/* Reviews completed later are passed over, but not their faults; and a whole
 * dataset gives the same as it would have been read on that day. */
static void
test_as_of(void **state)
{
	const struct dataset *data;
	struct files files;

	(void)state;
	folder_open(&files);
	file_write("reviews/a.xml", review_two);
	file_write("reviews/b.xml", review_one);
	data = folder_read(&files, 0, 20220516);
	assert_int_equal(data->review_count, 1);
	assert_int_equal(data->entry_count, 2);
	assert_int_equal(data->reviews[0].cycle, 0);
	assert_int_equal(folder_read(&files, 0, 20220517)->review_count, 2);
	assert_int_equal(folder_read(&files, 0, 19000101)->review_count, 0);
	for (int date = 15; date <= 18; date++)
		assert_string_equal(
		    printed(&files, dataset_as_of(files.arena,
						  folder_read(&files, 0, 0),
						  20220500 + date)),
		    printed(&files, folder_read(&files, 0, 20220500 + date)));
	file_write("reviews/c.xml", "<review" NS " state=\"S1\" cycle=\"1\" "
				    "completed=\"2022-05-18\">"
				    "<practice article=\"4\"/></review>");
	assert_null(folder_read(&files, 0, 20220517));
	assert_string_equal(
	    files_heard(&files),
	    "./reviews/c.xml:1:78: error: unknown article \"4\"\n");
	files_close(&files);
}

#define REVIEW(body)                                                           \
	"<review" NS " state=\"S1\" cycle=\"1\" completed=\"2015-01-31\">\n"   \
	" " body "\n</review>"

static const struct {
	const char *file;
	const char *bytes;
	const char *heard; /* after the file's name */
} faults[] = {
    {"reviews/r.xml",
     "<review" NS " state=\"S9\" cycle=\"3\" completed=\"2015-02-29\"/>",
     ":1:1: error: unknown State \"S9\"\n"
     ":1:1: error: unknown cycle \"3\"\n"
     ":1:1: error: \"2015-02-29\" is not a day of the calendar, "
     "yyyy-mm-dd\n"},
    {"reviews/r.xml",
     "<reviews" NS ">\n"
     " <review state=\"S1\" cycle=\"1\" completed=\"2023-06-01\"/>\n"
     " <review state=\"S1\" cycle=\"2\" completed=\"2023-06-02\"/>\n"
     " <review state=\"S1\" cycle=\"1\" completed=\"2023-05-01\"/>\n"
     "</reviews>",
     ":3:2: error: completed 2023-06-02, after the cutoff 2023-06-01\n"
     ":4:2: error: State \"S1\" is reviewed in cycle \"1\" already at "
     "./reviews/r.xml:2:2\n"},
    {"reviews/r.xml", REVIEW("<practice article=\"99\"/>"),
     ":2:2: error: unknown article \"99\"\n"},
    {"reviews/r.xml", REVIEW("<practice article=\"02\"/>"),
     ":2:2: error: unknown article \"02\"\n"},
    {"reviews/r.xml", REVIEW("<practice article=\"3\"/>"),
     ":2:2: error: article 3 is of chapter \"II\", which cycle \"1\" does not "
     "review\n"},
    {"reviews/r.xml", REVIEW("<practice chapter=\"III\"/>"),
     ":2:2: error: unknown chapter \"III\"\n"},
    {"reviews/r.xml", REVIEW("<practice chapter=\"II\"/>"),
     ":2:2: error: chapter \"II\" is not reviewed in cycle \"1\"\n"},
    {"reviews/r.xml", REVIEW("<practice article=\"2\" chapter=\"I\"/>"),
     ":2:2: error: an entry names an article or a chapter, not both\n"},
    {"reviews/r.xml", REVIEW("<practice/>"),
     ":2:2: error: an entry names an article or a chapter\n"},
    {"reviews/r.xml", REVIEW("<practice chapter=\"I\" paragraph=\"1\"/>"),
     ":2:2: error: a paragraph without its article\n"},
    {"reviews/r.xml", REVIEW("<practice article=\"2\" paragraph=\"256\"/>"),
     ":2:2: error: paragraph \"256\" is not 1 to 255\n"},
    {"reviews/r.xml", REVIEW("<need article=\"2\" category=\"skills\"/>"),
     ":2:2: error: unknown category \"skills\" in cycle \"1\"\n"},
    {"reviews/r.xml", REVIEW("<need article=\"2\"/>"),
     ":2:2: error: Element 'need': The attribute 'category' is required but "
     "missing.\n"},
    {"reviews/r.xml", REVIEW("<practice article=\"2\" topics=\"a money b\"/>"),
     ":2:2: error: unknown topic \"a\"\n:2:2: error: unknown topic \"b\"\n"},
    {"reviews/r.xml",
     REVIEW("<practice article=\"2\"><text>Words</text></practice>"),
     ":2:24: error: <text> has no xml:lang\n"},
    {"reviews/r.xml",
     "<states" NS "><state code=\"a\" region=\"b\">" NAMED "</state></states>",
     ":1:1: error: this file holds <review> or <reviews>, not <states>\n"},
    {"states.xml",
     "<states" NS ">\n"
     " <state code=\"S1\" region=\"north\">" NAMED "</state>\n"
     " <state code=\"S1\" region=\"east\"><name>e</name></state>\n"
     " <state code=\"S2\" region=\"east\"><name xml:lang=\"en\"> </name>"
     "<name xml:lang=\"en\">e</name></state>\n"
     "</states>",
     ":2:2: error: unknown region \"north\"\n"
     ":3:33: error: <name> has no xml:lang\n"
     ":3:2: error: state \"S1\" stands already at ./states.xml:2:2\n"
     ":4:33: error: <name> is empty\n"
     ":4:61: error: a second <name> in \"en\"\n"
     ":4:2: error: state \"S2\" has no name in \"zh\"\n"},
    {"states.xml",
     "<states" NS "><state code=\"S 1\" region=\"east\">" NAMED
     "</state></states>",
     ":1:34: error: Element 'state', attribute 'code': [facet 'pattern'] The "
     "value 'S 1' is not accepted by the pattern '[A-Za-z0-9\\-]{1,64}'.\n"},
    {"convention.xml",
     "<convention" NS ">\n"
     "<title xml:lang=\"en\">t</title>\n"
     "<chapter code=\"I\"><name xml:lang=\"en\">c</name>\n"
     " <article number=\"2\"><name xml:lang=\"en\">c</name></article>\n"
     "</chapter>\n"
     "<chapter code=\"I\"><name xml:lang=\"en\">c</name></chapter>\n"
     "<chapter code=\"II\"><name xml:lang=\"x y\">c</name>\n"
     " <article number=\"2\"><name xml:lang=\"en\">c</name></article>\n"
     "</chapter>\n"
     "<cycle code=\"1\" chapters=\"I V\"><name xml:lang=\"en\">c</name>\n"
     " <category code=\"law\"><name xml:lang=\"en\">c</name></category>\n"
     " <category code=\"law\"><name xml:lang=\"en\">c</name></category>\n"
     "</cycle>\n"
     "<region code=\"east\"><name xml:lang=\"en\">c</name></region>\n"
     "<region code=\"west\"><name xml:lang=\"en\">c</name></region>\n"
     "</convention>",
     ":6:1: error: chapter \"I\" stands already at ./convention.xml:3:1\n"
     ":7:20: error: \"x y\" is not a language\n"
     ":8:2: error: article \"2\" stands already at ./convention.xml:4:2\n"
     ":10:1: error: unknown chapter \"V\"\n"
     ":12:2: error: category \"law\" stands already at "
     "./convention.xml:11:2\n"},
};

static void
test_faults(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(faults); i++) {
		struct text expected = {0};
		struct files files;

		folder_open(&files);
		file_write(faults[i].file, faults[i].bytes);
		if (strcmp(faults[i].file, "convention.xml") == 0)
			file_write("states.xml",
				   "<states" NS "><state code=\"S\" "
				   "region=\"east\"><name xml:lang=\"en\">s"
				   "</name></state></states>");
		assert_null(folder_read(&files, 20230601, 0));
		for (const char *at = faults[i].heard; *at != '\0';) {
			size_t length = strcspn(at, "\n") + 1;

			text_print(&expected, "./%s%.*s", faults[i].file,
				   (int)length, at);
			at += length;
		}
		assert_string_equal(files_heard(&files),
				    text_string(&expected));
		text_free(&expected);
		files_close(&files);
	}
}

/* One run tells all: no file hides the faults of another, and what cannot be
 * checked for lack of a file is not called unknown. */
static void
test_all_in_one_run(void **state)
{
	struct files files;

	(void)state;
	folder_open(&files);
	file_write("convention.xml", "<convention" NS "><oops/></convention>");
	file_write("states.xml", "<states" NS "/>");
	file_write("reviews/a.xml", review_one);
	file_write("reviews/b.xml", "<review" NS ">\n</need>");
	file_write("reviews/c.xml",
		   REVIEW("<practice article=\"2\" chapter=\"I\"/>"));
	assert_null(folder_read(&files, 0, 0));
	assert_string_equal(
	    files_heard(&files),
	    "./convention.xml:1:38: error: Element 'oops': This element is not "
	    "expected. Expected is ( title ).\n"
	    "./states.xml:1:1: error: Element 'states': Missing child "
	    "element(s). Expected is ( state ).\n"
	    "./reviews/b.xml:1:1: error: Element 'review': The attribute "
	    "'state' "
	    "is required but missing.\n"
	    "./reviews/b.xml:1:1: error: Element 'review': The attribute "
	    "'cycle' "
	    "is required but missing.\n"
	    "./reviews/b.xml:1:1: error: Element 'review': The attribute "
	    "'completed' is required but missing.\n"
	    "./reviews/b.xml:2:8: error: Opening and ending tag mismatch: "
	    "review line 1 and need\n"
	    "./reviews/c.xml:2:2: error: an entry names an article or a "
	    "chapter, not both\n");
	files_close(&files);
}

static void
test_missing_files(void **state)
{
	struct files files;

	(void)state;
	files_open(&files);
	file_write("states.xml", "<review" NS " state=\"a\" cycle=\"b\" "
				 "completed=\"c\"/>");
	assert_null(folder_read(&files, 0, 0));
	assert_string_equal(
	    files_heard(&files),
	    "./convention.xml: error: cannot open: No such file or directory\n"
	    "./states.xml:1:1: error: this file holds <states>, not <review>\n"
	    "./reviews: error: cannot open: No such file or directory\n");
	files_close(&files);
}

/* Bits and small numbers hold so many of a kind. */
static void
test_too_many(void **state)
{
	struct text text = {0};
	struct files files;

	(void)state;
	folder_open(&files);
	text_add(&text, "<convention" NS "><title xml:lang=\"en\">t</title>\n");
	for (int i = 1; i <= 65; i++)
		text_print(&text,
			   "<chapter code=\"c%d\"><name xml:lang=\"en\">c"
			   "</name></chapter>\n",
			   i);
	text_add(&text, "<cycle code=\"1\" chapters=\"c64\">"
			"<name xml:lang=\"en\">c</name></cycle>"
			"<region code=\"east\"><name xml:lang=\"en\">r</name>"
			"</region></convention>");
	file_write("convention.xml", text_string(&text));
	text.length = 0;
	text_add(&text, "<states" NS ">\n");
	for (int i = 1; i <= 10001; i++)
		text_print(&text,
			   "<state code=\"s%d\" region=\"east\">"
			   "<name xml:lang=\"en\">c</name></state>\n",
			   i);
	text_add(&text, "</states>");
	file_write("states.xml", text_string(&text));
	text_free(&text);
	assert_null(folder_read(&files, 0, 0));
	assert_string_equal(
	    files_heard(&files),
	    "./convention.xml:66:1: error: chapter \"c65\" is one too many: at "
	    "most 64\n"
	    "./states.xml:10002:1: error: state \"s10001\" is one too many: at "
	    "most 10000\n");
	files_close(&files);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_print),
	    cmocka_unit_test(test_order),
	    cmocka_unit_test(test_large_file),
	    cmocka_unit_test(test_fields),
	    cmocka_unit_test(test_as_of),
	    cmocka_unit_test(test_faults),
	    cmocka_unit_test(test_all_in_one_run),
	    cmocka_unit_test(test_missing_files),
	    cmocka_unit_test(test_too_many),
	};

	return cmocka_run_group_tests(tests, schema_open, schema_close);
}
