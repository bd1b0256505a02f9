/* What the fuzzers stand on: a small report, read once per process, and files
 * that are only in memory. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include "markup.h"
#include "pdf/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	TYPESET_RUNS = 500, /* documents set before its cache is dropped */
	NAMES_MOST = 8
};

static _Noreturn void
stage_fail(const char *what)
{
	fprintf(stderr, "the stage has no %s\n", what);
	exit(3);
}

/* Of what stays until the process ends. */
static struct arena *
stage_arena(void)
{
	static struct arena *arena;

	if (arena == NULL)
		arena = arena_new();
	return arena;
}

const char *
stage_file(enum slot slot, const void *bytes, size_t size)
{
	static struct {
		int file;
		char path[32];
	} files[SLOTS];

	if (files[slot].file == 0) {
		files[slot].file = memfd_create("fuzz", 0);
		snprintf(files[slot].path, sizeof(files[slot].path),
			 "/proc/self/fd/%d", files[slot].file);
	}
	if (files[slot].file < 0 || ftruncate(files[slot].file, 0) != 0 ||
	    pwrite(files[slot].file, bytes, size, 0) != (ssize_t)size)
		stage_fail("file in memory");
	return files[slot].path;
}

/* --- the folder --- */

/* All that was made, to be removed again. */
static struct {
	char paths[NAMES_MOST][4200];
	size_t count;
} made;

static void
made_remove(void)
{
	while (made.count > 0)
		remove(made.paths[--made.count]);
}

static char *
made_add(void)
{
	if (made.count == NAMES_MOST)
		stage_fail("more names");
	return made.paths[made.count++];
}

const char *
stage_folder(void)
{
	char *path;

	if (made.count > 0)
		return made.paths[0];
	path = made_add();
	snprintf(path, sizeof(made.paths[0]),
		 FUZZ_FIXTURE "/templates/fuzzed.XXXXXX");
	if (mkdtemp(path) == NULL)
		stage_fail("folder");
	atexit(made_remove);
	return path;
}

void
stage_folder_in(const char *folder, const char *name)
{
	char *path = made_add();

	snprintf(path, sizeof(made.paths[0]), "%s/%s", folder, name);
	if (mkdir(path, 0700) != 0)
		stage_fail(name);
}

void
stage_link(const char *folder, const char *name, const char *path)
{
	char *link = made_add();

	snprintf(link, sizeof(made.paths[0]), "%s/%s", folder, name);
	if (symlink(path, link) != 0)
		stage_fail(name);
}

/* --- the report --- */

struct messages
stage_messages(void)
{
	static FILE *out;

	if (out == NULL)
		out = getenv("FUZZ_ALOUD") != NULL ? stderr
						   : fopen("/dev/null", "we");
	return (struct messages){.out = out};
}

/* Of the stage itself: these are said aloud. */
static struct messages *
own_messages(void)
{
	static struct messages messages;

	messages.out = stderr;
	return &messages;
}

struct xml_schema *
stage_schema(const char *name)
{
	static struct {
		const char *name;
		struct xml_schema *schema;
	} known[NAMES_MOST];
	size_t i = 0;

	while (known[i].name != NULL && strcmp(known[i].name, name) != 0)
		i++;
	if (known[i].name == NULL) {
		known[i].name = name;
		known[i].schema = xml_schema_open(
		    own_messages(),
		    arena_print(stage_arena(), FUZZ_FIXTURE "/input/schema/%s",
				name));
	}
	if (known[i].schema == NULL)
		stage_fail(name);
	return known[i].schema;
}

const struct dataset *
stage_dataset(void)
{
	static const struct dataset *dataset;

	if (dataset == NULL)
		dataset = dataset_read(stage_arena(), own_messages(),
				       stage_schema("dataset.xsd"),
				       FUZZ_FIXTURE "/input/lights", 0, 0);
	if (dataset == NULL)
		stage_fail("dataset");
	return dataset;
}

const struct measures *
stage_measures(void)
{
	static const struct measures *measures;

	if (measures == NULL)
		measures = measures_read(
		    stage_arena(), own_messages(), stage_schema("measures.xsd"),
		    FUZZ_FIXTURE "/templates/lights/measures.xml",
		    stage_dataset());
	if (measures == NULL)
		stage_fail("measures");
	return measures;
}

static struct report *report;

static void
stage_report_close(void)
{
	report_close(report);
}

const struct report *
stage_report(void)
{
	if (report != NULL)
		return report;
	report = report_read(stage_arena(), own_messages(),
			     FUZZ_FIXTURE "/templates/lights",
			     FUZZ_FIXTURE "/input/schema");
	if (report == NULL)
		stage_fail("report");
	atexit(stage_report_close);
	return report;
}

const struct style *
stage_style(void)
{
	static const struct style *style;

	if (style == NULL)
		style = style_read(stage_arena(), own_messages(),
				   stage_schema("style.xsd"),
				   FUZZ_FIXTURE "/templates/styles/note.xml");
	if (style == NULL)
		stage_fail("style");
	return style;
}

/* --- the fonts --- */

static struct typeset *typeset;

static void
stage_typeset_close(void)
{
	typeset_close(typeset);
	typeset = NULL;
}

struct typeset *
stage_typeset(void)
{
	static int runs;
	const struct face *faces;
	size_t count;

	if (typeset != NULL && ++runs % TYPESET_RUNS != 0)
		return typeset;
	if (runs == 0)
		atexit(stage_typeset_close);
	stage_typeset_close();
	faces = style_faces(stage_style(), &count);
	typeset = typeset_open(stage_arena(), own_messages(), FUZZ_FONTS, faces,
			       count);
	if (typeset == NULL)
		stage_fail("fonts");
	typeset_use_patterns(typeset, FUZZ_FONTS "/hyph_en_GB.dic", NULL);
	return typeset;
}

/* --- the back ends --- */

static void
pages_write(struct arena *arena, struct messages *messages,
	    struct typeset *fonts, const struct pages *pages)
{
	const struct pdf_attachment attachment = {
	    .name = "a.tsv",
	    .media_type = "text/tab-separated-values",
	    .description = "Data",
	    .bytes = "a\tb\n",
	    .length = 4};
	const struct pdf_info info = {.title = pages->title,
				      .author = "",
				      .subject = "",
				      .created = "1904-01-01T00:00:00Z",
				      .attachments = &attachment,
				      .attachment_count = 1};
	struct text text = {0};
	unsigned sum = 0;

	pages_print(&text, pages);
	for (size_t i = 0; i < text.length; i++)
		sum += (unsigned char)text.bytes[i];
	text.length = 0;
	/* Painting takes longer than all else, so that fuzzers leave most of it
	 * out, by what is to be painted: an input is always run alike. */
	if (sum % PDF_ONE_IN == 0)
		pdf_write(arena, messages, fonts, pages, &info, &text);
	text_free(&text);
}

static void
figures_write(const struct document *document)
{
	struct walk walk = walk_begin(document->root);
	struct text text = {0};

	while (walk_next(&walk)) {
		const struct figure *figure = walk.node->figure;

		if (walk.phase != PHASE_ENTER || figure == NULL ||
		    figure->scene == NULL)
			continue;
		scene_print(&text, figure->scene);
		svg_write(&text, figure->scene, false);
	}
	text_free(&text);
}

const struct html_page *
stage_page(void)
{
	static const struct html_page page = {
	    .style = "",
	    .words = {"Notes", "Note {0}", "Back", "Data", "Contents",
		      "Paragraph {0}", "Skip", "Other", "Enlarge"}};

	return &page;
}

static void
figures_draw(struct arena *arena, struct messages *messages,
	     const struct report *given, const struct edition *edition,
	     const struct style *style, const struct measures *measures,
	     struct typeset *fonts, struct document *document)
{
	const struct figure_style figures = {
	    .width = style_figure_width(style),
	    .narrow = style_figure_width(style) / 2,
	    .type_size = style_figure_type_size(style),
	    .latin = style_figure_latin(style),
	    .han = style_figure_han(style)};

	report_figures(arena, messages, given, edition, measures, fonts,
		       &figures, document);
}

void
stage_figures(struct arena *arena, struct messages *messages,
	      const struct report *given, const struct edition *edition,
	      const struct measures *measures, struct document *document)
{
	figures_draw(arena, messages, given, edition, stage_style(), measures,
		     stage_typeset(), document);
}

void
stage_set(struct arena *arena, struct messages *messages,
	  const struct report *given, const struct edition *edition,
	  const struct style *style, struct document *document)
{
	static const struct page_words words = {"Note {0}", "Back", "Link: {0}",
						"{0}/{1}"};
	struct typeset *fonts = stage_typeset();
	const struct pages *pages;
	struct text text = {0};

	figures_draw(arena, messages, given, edition, style, stage_measures(),
		     fonts, document);
	if (!messages_are_good(messages))
		return;
	document_print(&text, document);
	text.length = 0;
	html_write(&text, document, stage_page());
	markup_check("page", text_string(&text), text.length);
	text_free(&text);
	figures_write(document);
	pages = layout_document(arena, messages, fonts, style, document, &words,
				language_is_han(edition->language));
	if (pages != NULL && messages_are_good(messages))
		pages_write(arena, messages, fonts, pages);
}
