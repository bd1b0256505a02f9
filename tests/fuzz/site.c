/* The website of a hostile report: up to four parts, each behind a form feed:
 * measures, template, page on the data, convention; one that is empty is the
 * fixture's. What comes out must be markup as the program meant it. */
/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include "markup.h"
#include "site/site.h"

#include <string.h>

/* The bytes up to the next form feed, which is passed over. */
static size_t
part_take(const uint8_t **bytes, size_t *size, const uint8_t **part)
{
	const uint8_t *end = memchr(*bytes, '\f', *size);
	size_t length = end == NULL ? *size : (size_t)(end - *bytes);

	*part = *bytes;
	*bytes += length + (end != NULL);
	*size -= length + (end != NULL);
	return length;
}

/* A path that reads as the part, or the fixture's if that is empty. */
static const char *
part_file(enum slot slot, const uint8_t **bytes, size_t *size,
	  const char *fixture)
{
	const uint8_t *part;
	size_t length = *size == 0 ? 0 : part_take(bytes, size, &part);

	return length == 0 ? fixture : stage_file(slot, part, length);
}

static const struct dataset *
convention_read(struct arena *arena, struct messages *messages,
		const char *convention)
{
	static const char *folder;

	if (convention == NULL)
		return stage_dataset();
	if (folder == NULL) {
		folder = stage_folder();
		stage_link(folder, "convention.xml", convention);
		stage_link(folder, "states.xml",
			   FUZZ_FIXTURE "/input/lights/states.xml");
		stage_link(folder, "reviews",
			   FUZZ_FIXTURE "/input/lights/reviews");
	}
	return dataset_read(arena, messages, stage_schema("dataset.xsd"),
			    folder, 0, 0);
}

static void
site_run(struct arena *arena, struct messages *messages,
	 const struct site_edition *editions, size_t count,
	 const struct dataset *dataset, const struct measures *measures)
{
	const struct site_source source = {
	    .id = "lights",
	    .address = "https://lights.example/",
	    .template = FUZZ_FIXTURE "/templates/site",
	    .schema = FUZZ_FIXTURE "/input/schema",
	    .fonts = FUZZ_FONTS,
	    .input = FUZZ_FIXTURE "/input/lights",
	    .output = FUZZ_FIXTURE "/output/lights",
	    .date = 19040101,
	    .dataset = dataset,
	    .measures = measures,
	    .editions = editions,
	    .edition_count = count};
	struct outputs outputs = {.root = FUZZ_FIXTURE "/output/lights"};
	struct site *site = site_begin(arena, messages, &source, &outputs);

	if (site != NULL && site_end(site))
		for (size_t i = 0; i < outputs.count; i++) {
			struct output *output = &outputs.items[i];
			const char *ending = strrchr(output->path, '.');

			if (ending != NULL && strcmp(ending, ".html") == 0)
				markup_check(output->path,
					     text_string(&output->bytes),
					     output->bytes.length);
		}
	outputs_free(&outputs);
}

/* Each edition of the fixture's report, its template the given one. */
static size_t
editions_fill(struct arena *arena, struct messages *messages,
	      const struct measures *measures, const char *template,
	      const char *method, struct site_edition *made)
{
	const struct report *report = stage_report();
	size_t count = 0;

	for (size_t i = 0; i < report->edition_count && i < 2; i++) {
		struct edition edition = report->editions[i];
		struct document *document;

		if (template != NULL)
			edition.template_path = template;
		document = report_fill(arena, messages, report, &edition,
				       measures);
		if (document == NULL)
			return 0;
		stage_figures(arena, messages, report, &edition, measures,
			      document);
		made[count++] = (struct site_edition){
		    .document = document,
		    .language = edition.language,
		    .words = stage_page()->words,
		    .method = method};
	}
	return messages_are_good(messages) ? count : 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct messages messages = stage_messages();
	const char *formulas = part_file(SLOT_A, &bytes, &size,
					 FUZZ_FIXTURE
					 "/templates/lights/measures.xml");
	const char *template = part_file(SLOT_B, &bytes, &size, NULL);
	const char *method = part_file(SLOT_C, &bytes, &size, NULL);
	const char *convention = part_file(SLOT_D, &bytes, &size, NULL);
	const struct dataset *dataset = convention_read(arena, &messages,
							convention);
	struct measures *measures = NULL;
	struct site_edition editions[2];
	size_t count = 0;

	if (dataset != NULL)
		measures = measures_read(arena, &messages,
					 stage_schema("measures.xsd"), formulas,
					 dataset);
	if (measures != NULL)
		count = editions_fill(arena, &messages, measures, template,
				      method, editions);
	if (count > 0)
		site_run(arena, &messages, editions, count, dataset, measures);
	arena_free(arena);
	return 0;
}
