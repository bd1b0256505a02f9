/* The finished PDF read back with qpdf: what ISO 14289-1 and 19005-3 want. */
/* SPDX-License-Identifier: MIT */
#include "layout_fixture.h"
#include "pdf/pdf.h"

#include <qpdf/qpdf-c.h>

static const char created[] = "2023-10-13T00:00:00Z";

struct reading {
	qpdf_data qpdf;
	qpdf_oh root;
};

static qpdf_oh
key(struct reading *reading, qpdf_oh object, const char *name)
{
	assert_true(qpdf_oh_has_key(reading->qpdf, object, name));
	return qpdf_oh_get_key(reading->qpdf, object, name);
}

static void
name_is(struct reading *reading, qpdf_oh object, const char *name,
	const char *value)
{
	assert_string_equal(
	    qpdf_oh_get_name(reading->qpdf, key(reading, object, name)), value);
}

static void
words_are(struct reading *reading, qpdf_oh object, const char *name,
	  const char *value)
{
	assert_string_equal(
	    qpdf_oh_get_utf8_value(reading->qpdf, key(reading, object, name)),
	    value);
}

static struct reading
reading_open(const struct text *pdf)
{
	struct reading reading = {.qpdf = qpdf_init()};

	qpdf_silence_errors(reading.qpdf);
	assert_int_equal(qpdf_read_memory(reading.qpdf, "test", pdf->bytes,
					  pdf->length, NULL),
			 QPDF_SUCCESS);
	reading.root = qpdf_get_root(reading.qpdf);
	return reading;
}

static bool
fixture_write(struct fixture *fixture, struct text *out)
{
	struct pdf_attachment attachments[] = {
	    {.name = "b.tsv",
	     .media_type = "text/tab-separated-values",
	     .description = "Measures",
	     .bytes = "a\tb\n",
	     .length = 4},
	    {.name = "a.json",
	     .media_type = "application/json",
	     .description = "Measures",
	     .bytes = "{}",
	     .length = 2},
	};
	struct pages *pages = fixture_layout(fixture);
	struct pdf_info info = {
	    .title = "Needs & (wants)",
	    .author = "Secretariat",
	    .subject = "<Subject>",
	    .created = created,
	    .attachments = attachments,
	    .attachment_count = COUNT(attachments),
	};

	pdf_pack(fixture->arena, &attachments[1]);
	assert_non_null(pages);
	return pdf_write(fixture->arena, &fixture->messages, fixture->typeset,
			 pages, &info, out);
}

static void
catalogue_check(struct reading *reading, bool is_han)
{
	qpdf_data qpdf = reading->qpdf;
	qpdf_oh root = reading->root, intents, names, info;

	words_are(reading, root, "/Lang", is_han ? "zh-Hans" : "en");
	assert_true(qpdf_oh_get_bool_value(
	    qpdf, key(reading, key(reading, root, "/MarkInfo"), "/Marked")));
	assert_false(qpdf_oh_has_key(qpdf, key(reading, root, "/MarkInfo"),
				     "/Suspects"));
	assert_true(qpdf_oh_get_bool_value(
	    qpdf, key(reading, key(reading, root, "/ViewerPreferences"),
		      "/DisplayDocTitle")));
	intents = key(reading, root, "/OutputIntents");
	name_is(reading, qpdf_oh_get_array_item(qpdf, intents, 0), "/S",
		"/GTS_PDFA1");
	assert_int_equal(
	    qpdf_oh_get_array_n_items(qpdf, key(reading, root, "/AF")), 2);
	names = key(
	    reading,
	    key(reading, key(reading, root, "/Names"), "/EmbeddedFiles"),
	    "/Names");
	assert_string_equal(qpdf_oh_get_string_value(
				qpdf, qpdf_oh_get_array_item(qpdf, names, 0)),
			    "a.json");
	info = key(reading, qpdf_get_trailer(qpdf), "/Info");
	words_are(reading, info, "/Title", "Needs & (wants)");
	words_are(reading, info, "/CreationDate", "D:20231013000000Z");
}

/* Every annotation: words, printable, and owned by a Link that names it. */
static void
annotations_check(struct reading *reading)
{
	qpdf_data qpdf = reading->qpdf;
	qpdf_oh tree = key(reading, reading->root, "/StructTreeRoot");
	qpdf_oh numbers = key(reading, key(reading, tree, "/ParentTree"),
			      "/Nums");
	int pages = qpdf_get_num_pages(qpdf), links = 0;

	for (int i = 0; i < pages; i++) {
		qpdf_oh page = qpdf_get_page_n(qpdf, (size_t)i), annotations;

		name_is(reading, page, "/Tabs", "/S");
		assert_int_equal(
		    qpdf_oh_get_int_value(qpdf,
					  key(reading, page, "/StructParents")),
		    i);
		if (!qpdf_oh_has_key(qpdf, page, "/Annots"))
			continue;
		annotations = key(reading, page, "/Annots");
		for (int j = 0;
		     j < qpdf_oh_get_array_n_items(qpdf, annotations); j++) {
			qpdf_oh link = qpdf_oh_get_array_item(qpdf, annotations,
							      j);
			int parent = (int)qpdf_oh_get_int_value(
			    qpdf, key(reading, link, "/StructParent"));

			assert_int_equal(qpdf_oh_get_int_value(
					     qpdf, key(reading, link, "/F")),
					 4);
			key(reading, link, "/Contents");
			assert_true(qpdf_oh_has_key(qpdf, link, "/Dest") !=
				    qpdf_oh_has_key(qpdf, link, "/A"));
			name_is(reading,
				qpdf_oh_get_array_item(qpdf, numbers,
						       2 * parent + 1),
				"/S", "/Link");
			links++;
		}
	}
	assert_true(links >= 9);
}

/* Once, a bracket in an address put a key of its own into the dictionary. */
static void
address_check(struct reading *reading)
{
	qpdf_data qpdf = reading->qpdf;
	qpdf_oh annotations = key(reading, qpdf_get_page_n(qpdf, 0), "/Annots");
	int count = qpdf_oh_get_array_n_items(qpdf, annotations), found = 0;

	for (int i = 0; i < count; i++) {
		qpdf_oh link = qpdf_oh_get_array_item(qpdf, annotations, i);
		qpdf_oh action;

		if (!qpdf_oh_has_key(qpdf, link, "/A"))
			continue;
		action = key(reading, link, "/A");
		assert_false(qpdf_oh_has_key(qpdf, action, "/Evil"));
		found += strcmp(qpdf_oh_get_string_value(
				    qpdf, key(reading, action, "/URI")),
				"https://example.org/%C3%A4)/Evil%20(x") == 0;
	}
	assert_int_equal(found, 1);
}

static void
outline_check(struct reading *reading, bool is_han)
{
	qpdf_oh outlines = key(reading, reading->root, "/Outlines");
	qpdf_oh second = key(reading, key(reading, outlines, "/First"),
			     "/Next");
	qpdf_oh third = key(reading, second, "/First");

	assert_int_equal(qpdf_oh_get_int_value(
			     reading->qpdf, key(reading, outlines, "/Count")),
			 4);
	words_are(reading, second, "/Title",
		  is_han ? "一. 导言" : "I. Introduction");
	assert_int_equal(qpdf_oh_get_int_value(reading->qpdf,
					       key(reading, second, "/Count")),
			 2);
	words_are(reading, key(reading, third, "/First"), "/Title",
		  is_han ? "要点" : "A topic");
}

/* Depth first: alternatives, scopes, identifiers, and kids everywhere. */
static void
elements_check(struct reading *reading, qpdf_oh element, int *notes)
{
	qpdf_data qpdf = reading->qpdf;
	qpdf_oh kids = qpdf_oh_wrap_in_array(qpdf, key(reading, element, "/K"));
	const char *role = qpdf_oh_get_name(qpdf, key(reading, element, "/S"));
	int count = qpdf_oh_get_array_n_items(qpdf, kids);

	assert_true(count > 0);
	if (strcmp(role, "/Figure") == 0) {
		words_are(reading, element, "/Alt", "Bars: 259 and 103.");
		key(reading, key(reading, element, "/A"), "/BBox");
	} else if (strcmp(role, "/TH") == 0) {
		key(reading, key(reading, element, "/A"), "/Scope");
	} else if (strcmp(role, "/L") == 0) {
		key(reading, key(reading, element, "/A"), "/ListNumbering");
	} else if (strcmp(role, "/Note") == 0) {
		key(reading, element, "/ID");
		(*notes)++;
	} else if (strcmp(role, "/Span") == 0) {
		/* One that says nothing of its words is left out. */
		key(reading, element, "/Lang");
	}
	for (int i = 0; i < count; i++) {
		qpdf_oh kid = qpdf_oh_get_array_item(qpdf, kids, i);

		if (qpdf_oh_is_dictionary(qpdf, kid) &&
		    qpdf_oh_has_key(qpdf, kid, "/S"))
			elements_check(reading, kid, notes);
	}
}

/* How often the content of pages has these words. */
static int
contents_count(struct reading *reading, const char *words)
{
	int pages = qpdf_get_num_pages(reading->qpdf), count = 0;

	for (int i = 0; i < pages; i++) {
		unsigned char *bytes;
		size_t length;
		const char *at;

		qpdf_oh_get_page_content_data(
		    reading->qpdf, qpdf_get_page_n(reading->qpdf, (size_t)i),
		    &bytes, &length);
		at = memmem(bytes, length, words, strlen(words));
		for (; at != NULL; count++) {
			const char *end = (char *)bytes + length;

			at += strlen(words);
			at = memmem(at, (size_t)(end - at), words,
				    strlen(words));
		}
		free(bytes);
	}
	return count;
}

/* One form of the scene with its margin, opaque, shown once. */
static void
figure_check(struct reading *reading)
{
	qpdf_data qpdf = reading->qpdf;
	qpdf_oh page = qpdf_get_page_n(qpdf, 0), forms, form, box;

	forms = key(reading, key(reading, page, "/Resources"), "/XObject");
	form = qpdf_oh_get_dict(qpdf, key(reading, forms, "/Figure0"));
	name_is(reading, form, "/Subtype", "/Form");
	box = key(reading, form, "/BBox");
	assert_string_equal(
	    qpdf_oh_unparse(qpdf, qpdf_oh_get_array_item(qpdf, box, 3)), "122");
	key(reading, key(reading, form, "/Resources"), "/ExtGState");
	assert_false(qpdf_oh_has_key(qpdf, form, "/Group"));
	assert_false(qpdf_oh_has_key(qpdf, forms, "/Figure1"));
	assert_int_equal(contents_count(reading, "/Figure0 Do"), 1);
}

static void
a_document_is_complete(void **state)
{
	(void)state;
	for (int is_han = 0; is_han < 2; is_han++) {
		struct fixture fixture;
		struct reading reading;
		struct text out = {0};
		qpdf_oh tree;
		int notes = 0;

		fixture_open(&fixture, is_han == 1);
		fixture_fill(&fixture);
		assert_true(fixture_write(&fixture, &out));
		assert_memory_equal(out.bytes, "%PDF-1.7", 8);
		reading = reading_open(&out);
		assert_int_equal(qpdf_get_num_pages(reading.qpdf), 3);
		catalogue_check(&reading, is_han == 1);
		annotations_check(&reading);
		address_check(&reading);
		outline_check(&reading, is_han == 1);
		figure_check(&reading);
		tree = key(&reading, reading.root, "/StructTreeRoot");
		elements_check(&reading, key(&reading, tree, "/K"), &notes);
		assert_int_equal(notes, 3);
		assert_int_equal(
		    qpdf_oh_get_array_n_items(
			reading.qpdf,
			key(&reading, key(&reading, tree, "/IDTree"),
			    "/Names")),
		    2 * notes);
		assert_false(qpdf_has_error(reading.qpdf));
		qpdf_cleanup(&reading.qpdf);
		text_free(&out);
		fixture_close(&fixture);
	}
}

static void
two_runs_give_the_same_bytes(void **state)
{
	struct text outs[2] = {{0}, {0}};

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct fixture fixture;

		fixture_open(&fixture, true);
		fixture_fill(&fixture);
		assert_true(fixture_write(&fixture, &outs[i]));
		fixture_close(&fixture);
	}
	assert_int_equal(outs[0].length, outs[1].length);
	assert_memory_equal(outs[0].bytes, outs[1].bytes, outs[0].length);
	text_free(&outs[0]);
	text_free(&outs[1]);
}

static void
ink_without_an_owner_is_refused(void **state)
{
	struct fixture fixture;
	struct element_node root = {.role = ROLE_DOCUMENT};
	struct page_ink inks[] = {
	    {.kind = PAGE_BAR, .width = 1, .height = 1, .element = &root},
	    {.kind = PAGE_BAR, .width = 1, .height = 1},
	};
	struct page page = {.inks = inks, .ink_count = COUNT(inks)};
	struct pages pages = {.width = 100,
			      .height = 100,
			      .tag = "en",
			      .title = "Title",
			      .items = &page,
			      .count = 1,
			      .root = &root};
	struct pdf_info info = {.title = "Title", .created = created};
	struct text out = {0};

	(void)state;
	fixture_open(&fixture, false);
	fixture.messages.out = NULL;
	assert_false(pdf_write(fixture.arena, &fixture.messages, NULL, &pages,
			       &info, &out));
	inks[1].artifact = ARTIFACT_LAYOUT;
	assert_true(pdf_write(fixture.arena, &fixture.messages, NULL, &pages,
			      &info, &out));
	inks[1].element = &root;
	assert_false(pdf_write(fixture.arena, &fixture.messages, NULL, &pages,
			       &info, &out));
	text_free(&out);
	fixture_close(&fixture);
}

static void
a_bad_date_is_refused(void **state)
{
	static const char *const dates[] = {"",
					    "2023-10-13",
					    "2023-10-13T00:00:00",
					    "2023/10/13T00:00:00Z",
					    "2023-10-13T00:00:00Z ",
					    "2o23-10-13T00:00:00Z"};
	struct fixture fixture;
	struct text out = {0};

	(void)state;
	fixture_open(&fixture, false);
	fixture.messages.out = NULL;
	fixture_layout(&fixture);
	for (size_t i = 0; i < COUNT(dates); i++)
		assert_false(pdf_write_scene(
		    fixture.arena, &fixture.messages, fixture.typeset,
		    fixture_scene(&fixture), dates[i], &out));
	assert_int_equal(fixture.messages.counts[WEIGHT_FAILURE], COUNT(dates));
	text_free(&out);
	fixture_close(&fixture);
}

/* The drawing, of whole points in Cairo, has all of the scene. */
static void
shapes_reach_the_edges(void **state)
{
	struct mark line = {.kind = MARK_LINE,
			    .ink = INK_AXIS,
			    .y = 50.5,
			    .width = 100.6,
			    .stroke = 0.5};
	struct scene scene = {.name = "line",
			      .tag = "en",
			      .title = "Line",
			      .description = "A line.",
			      .width = 100.6,
			      .height = 50.6,
			      .marks = &line,
			      .count = 1};
	struct fixture fixture;
	struct text out = {0};
	struct reading reading;
	unsigned char *bytes;
	size_t length;
	qpdf_oh page, forms;

	(void)state;
	fixture_open(&fixture, false);
	assert_true(pdf_write_scene(fixture.arena, &fixture.messages,
				    fixture.typeset, &scene, created, &out));
	reading = reading_open(&out);
	page = qpdf_get_page_n(reading.qpdf, 0);
	forms = key(&reading, key(&reading, page, "/Resources"), "/XObject");
	assert_int_equal(qpdf_oh_get_stream_data(
			     reading.qpdf, key(&reading, forms, "/Figure0"),
			     qpdf_dl_all, NULL, &bytes, &length),
			 QPDF_SUCCESS);
	assert_non_null(memmem(bytes, length, "1 51.5 m 101.602 51.5 l S", 25));
	assert_null(memmem(bytes, length, "W n", 3));
	free(bytes);
	assert_int_equal(
	    contents_count(&reading, "1 0 0 -1 7 60 cm\n/Figure0 Do"), 1);
	qpdf_cleanup(&reading.qpdf);
	text_free(&out);
	fixture_close(&fixture);
}

static void
a_scene_alone_is_a_page_or_a_picture(void **state)
{
	struct fixture fixture;
	struct scene *scene;
	struct text out = {0};
	struct reading reading;

	(void)state;
	fixture_open(&fixture, false);
	fixture_layout(&fixture);
	scene = fixture_scene(&fixture);
	assert_true(pdf_write_scene(fixture.arena, &fixture.messages,
				    fixture.typeset, scene, created, &out));
	reading = reading_open(&out);
	assert_int_equal(qpdf_get_num_pages(reading.qpdf), 1);
	qpdf_cleanup(&reading.qpdf);
	text_free(&out);
	fixture.messages.out = NULL;
	assert_false(png_write_scene(fixture.arena, &fixture.messages,
				     fixture.typeset, scene, 1e6, NULL, &out));
	assert_false(png_write_scene(fixture.arena, &fixture.messages,
				     fixture.typeset, scene, 0, NULL, &out));
	text_free(&out);
	fixture_close(&fixture);
}

/* The picture of the scene at `scale`, made with `last` at hand. */
static struct text
picture_make(struct fixture *fixture, double scale, const struct text *last)
{
	struct text out = {0};

	assert_true(png_write_scene(fixture->arena, &fixture->messages,
				    fixture->typeset, fixture_scene(fixture),
				    scale, last, &out));
	assert_memory_equal(out.bytes, "\x89PNG\r\n\x1a\n", 8);
	return out;
}

static void
assert_same(struct text left, const struct text *right)
{
	assert_int_equal(left.length, right->length);
	assert_memory_equal(left.bytes, right->bytes, right->length);
	text_free(&left);
}

/* One that shows the same is taken over; one of another size, one that was
 * changed, even to another valid picture, and one cut short are not. */
static void
a_picture_is_made_when_it_changes(void **state)
{
	struct fixture fixture;
	struct text first, large, harmed = {0};

	(void)state;
	fixture_open(&fixture, false);
	fixture_layout(&fixture);
	first = picture_make(&fixture, 2, NULL);
	large = picture_make(&fixture, 3, &first);
	assert_true(large.length > first.length);
	assert_same(picture_make(&fixture, 2, &large), &first);
	assert_same(picture_make(&fixture, 2, &first), &first);
	text_add_bytes(&harmed, first.bytes, first.length);
	harmed.bytes[harmed.length / 2] ^= 1;
	assert_same(picture_make(&fixture, 2, &harmed), &first);
	harmed.length = 40;
	assert_same(picture_make(&fixture, 2, &harmed), &first);
	text_free(&first);
	text_free(&large);
	text_free(&harmed);
	fixture_close(&fixture);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_document_is_complete),
	    cmocka_unit_test(two_runs_give_the_same_bytes),
	    cmocka_unit_test(ink_without_an_owner_is_refused),
	    cmocka_unit_test(a_bad_date_is_refused),
	    cmocka_unit_test(shapes_reach_the_edges),
	    cmocka_unit_test(a_scene_alone_is_a_page_or_a_picture),
	    cmocka_unit_test(a_picture_is_made_when_it_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
