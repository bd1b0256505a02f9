/* A data set of any size: a treaty of 200 articles and random reviews. */
/* SPDX-License-Identifier: MIT */
#include "scale.h"

#include "base/arena.h"
#include "random.h"
#include "stream.h"
#include "write.h"

/* The first half of the chapters is the first cycle's, the other the second's.
 */
static const char *const chapters[] = {"I", "II", "III", "IV",
				       "V", "VI", "VII", "VIII"};
static const char *const categories[] = {"law",	    "skills", "bodies",
					 "studies", "plans",  "contacts"};
static const char *const topics[] = {"tools", "bill", "owners"};
static const char *const regions[] = {"north", "south", "east", "west",
				      "islands"};

enum {
	CYCLES = 2,
	CHAPTER_ARTICLES = 25,
	CYCLE_CHAPTERS = COUNT(chapters) / CYCLES,
	CYCLE_ARTICLES = CYCLE_CHAPTERS * CHAPTER_ARTICLES,
	NEEDS_PER_CHALLENGE = 10
};

static const char comment[] = "Random data for tests and measurements.";

static const char first_day[] = "2013-01-01", last_day[] = "2023-12-31";

struct run {
	struct messages *messages;
	const struct scale *scale;
	const char *target;
	struct random random;
	serial first; /* the window of completion */
	serial last;
};

/* A name in each language, the code itself told apart by the language. */
static void
write_names(struct text *text, const char *noun, const char *wort,
	    const char *code)
{
	text_print(text,
		   "<name xml:lang=\"en\">%s %s</name>"
		   "<name xml:lang=\"zh\">%s%s</name>",
		   noun, code, wort, code);
}

static void
write_chapter(struct text *text, int index)
{
	int first = index * CHAPTER_ARTICLES + 1;

	text_print(text, "  <chapter code=\"%s\">", chapters[index]);
	write_names(text, "Chapter", "章", chapters[index]);
	text_add(text, "\n");
	for (int i = first; i < first + CHAPTER_ARTICLES; i++)
		text_print(text,
			   "    <article number=\"%d\">"
			   "<name xml:lang=\"en\">Article %d</name>"
			   "<name xml:lang=\"zh\">条款%d</name></article>\n",
			   i, i, i);
	text_add(text, "  </chapter>\n");
}

static void
write_codes(struct text *text, const char *element, const char *noun,
	    const char *wort, const char *const *codes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		text_print(text, "  <%s code=\"%s\">", element, codes[i]);
		write_names(text, noun, wort, codes[i]);
		text_print(text, "</%s>\n", element);
	}
}

static void
write_cycle(struct text *text, int cycle)
{
	const char *code = cycle == 1 ? "1" : "2";

	text_print(text, "  <cycle code=\"%s\" chapters=\"", code);
	for (int i = 0; i < CYCLE_CHAPTERS; i++)
		text_print(text, "%s%s", i == 0 ? "" : " ",
			   chapters[(cycle - 1) * CYCLE_CHAPTERS + i]);
	text_add(text, "\">\n  ");
	write_names(text, "Cycle", "周期", code);
	text_add(text, "\n");
	write_codes(text, "category", "Category", "类别", categories,
		    COUNT(categories));
	text_add(text, "  </cycle>\n");
}

static bool
convention_write(const struct run *run)
{
	struct stream stream;
	struct text *text = &stream.text;

	stream_open(&stream, run->messages, run->target, "convention.xml");
	write_head(text, comment);
	text_print(text,
		   "<convention%s reconstructed=\"true\">\n"
		   "  <title xml:lang=\"en\">A treaty</title>"
		   "<title xml:lang=\"zh\">条约</title>\n"
		   "  <notice xml:lang=\"en\">Random data.</notice>"
		   "<notice xml:lang=\"zh\">随机数据。</notice>\n",
		   write_namespace);
	for (int i = 0; i < (int)COUNT(chapters); i++)
		write_chapter(text, i);
	for (int cycle = 1; cycle <= CYCLES; cycle++)
		write_cycle(text, cycle);
	write_codes(text, "topic", "Topic", "主题", topics, COUNT(topics));
	write_codes(text, "region", "Region", "地区", regions, COUNT(regions));
	text_add(text, "</convention>\n");
	return stream_close(&stream);
}

static bool
states_write(const struct run *run)
{
	struct stream stream;

	stream_open(&stream, run->messages, run->target, "states.xml");
	write_states_start(&stream.text, comment);
	for (int i = 0; i < run->scale->reviews; i++) {
		write_state(&stream.text, i + 1,
			    regions[(size_t)i % COUNT(regions)]);
		stream_flow(&stream);
	}
	write_states_end(&stream.text);
	return stream_close(&stream);
}

static struct written
entry_draw(struct random *random, int cycle)
{
	size_t topic = random_below(random, 4 * COUNT(topics));
	struct written entry = {.kind = "need"};

	entry.article = (cycle - 1) * CYCLE_ARTICLES + 1 +
			(int)random_below(random, CYCLE_ARTICLES);
	entry.paragraph = (int)random_below(random, 6);
	entry.category = categories[random_below(random, COUNT(categories))];
	if (topic < COUNT(topics))
		entry.topic = topics[topic];
	return entry;
}

/* The needs are spread evenly: review number `index` has those from one bound
 * to the next. */
static int
needs_before(const struct scale *scale, int index)
{
	return (int)((long long)scale->needs * index / scale->reviews);
}

static void
review_write(struct stream *stream, const char *namespace, struct run *run,
	     int index)
{
	int cycle = index % CYCLES + 1;
	int end = needs_before(run->scale, index + 1);

	write_review_start(&stream->text, namespace, index + 1, cycle,
			   serial_draw(&run->random, run->first, run->last));
	for (int i = needs_before(run->scale, index); i < end; i++) {
		struct written entry = entry_draw(&run->random, cycle);

		write_entry(&stream->text, &entry);
		stream_flow(stream);
		if (i % NEEDS_PER_CHALLENGE != 0)
			continue;
		entry.kind = "challenge";
		entry.category = NULL;
		write_entry(&stream->text, &entry);
	}
	write_review_end(&stream->text);
	stream_flow(stream);
}

static bool
reviews_write_one(struct run *run, const char *folder)
{
	struct stream stream;

	stream_open(&stream, run->messages, folder, "all.xml");
	write_head(&stream.text, comment);
	text_print(&stream.text, "<reviews%s>\n", write_namespace);
	for (int i = 0; i < run->scale->reviews; i++)
		review_write(&stream, "", run, i);
	text_add(&stream.text, "</reviews>\n");
	return stream_close(&stream);
}

static bool
reviews_write_each(struct run *run, const char *folder)
{
	bool good = true;

	for (int i = 0; good && i < run->scale->reviews; i++) {
		struct text name = {0};
		struct stream stream;

		text_print(&name, "c%d-S%03d.xml", i % CYCLES + 1, i + 1);
		stream_open(&stream, run->messages, folder, text_string(&name));
		write_head(&stream.text, comment);
		review_write(&stream, write_namespace, run, i);
		good = stream_close(&stream);
		text_free(&name);
	}
	return good;
}

bool
scale_write(struct messages *messages, const struct scale *scale,
	    const char *target)
{
	struct run run = {messages, scale, target, {scale->seed}, 0, 0};
	struct text folder = {0};
	bool good;

	serial_read(first_day, &run.first);
	serial_read(last_day, &run.last);
	text_print(&folder, "%s/reviews", target);
	good = convention_write(&run) && states_write(&run) &&
	       (scale->is_one_file
		    ? reviews_write_one(&run, text_string(&folder))
		    : reviews_write_each(&run, text_string(&folder)));
	text_free(&folder);
	return good;
}
