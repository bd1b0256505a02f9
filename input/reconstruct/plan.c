/* Read a plan: one fact a line, words between blanks, # begins a comment. */
/* SPDX-License-Identifier: MIT */
#include "plan.h"

#include "base/arena.h"
#include "base/file.h"
#include "plan_row.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

const char *const kind_names[] = {
    [KIND_NEED] = "need",
    [KIND_CHALLENGE] = "challenge",
    [KIND_PRACTICE] = "practice",
};
static_assert(COUNT(kind_names) == KINDS, "every kind has its name");

enum {
	PLAN_LIMIT = 1 << 20, /* [bytes] of a file */
	WORDS_MOST = 16,      /* of a line */
	LABELS_MOST = 64,     /* bits of a row's filter */
	COUNT_MOST = 1000000
};

int
plan_number(struct plan_reader *reader, const char *word, int least, int most)
{
	char *end;
	long number = strtol(word, &end, 10);

	if (end == word || *end != '\0' || number < least || number > most) {
		message_error(reader->messages, reader->at,
			      "\"%s\" is not a number from %d to %d", word,
			      least, most);
		return least;
	}
	return (int)number;
}

serial
plan_day(struct plan_reader *reader, const char *word)
{
	serial day = 0;

	if (!serial_read(word, &day))
		message_error(reader->messages, reader->at,
			      "\"%s\" is not a day", word);
	return day;
}

enum kind
plan_kind(struct plan_reader *reader, const char *word)
{
	for (size_t i = 0; i < COUNT(kind_names); i++)
		if (strcmp(kind_names[i], word) == 0)
			return (enum kind)i;
	message_error(reader->messages, reader->at, "no such kind: \"%s\"",
		      word);
	return KIND_NEED;
}

int
plan_cycle(struct plan_reader *reader, const char *word)
{
	int cycle = plan_number(reader, word, 1, 9);

	if (cycle > reader->plan->cycle_count)
		reader->plan->cycle_count = cycle;
	return cycle;
}

int
plan_region(struct plan_reader *reader, const char *word)
{
	for (size_t i = 0; i < reader->plan->region_count; i++)
		if (strcmp(reader->plan->regions[i].code, word) == 0)
			return (int)i;
	message_error(reader->messages, reader->at, "no such region: \"%s\"",
		      word);
	return NONE;
}

int
plan_chapter(struct plan_reader *reader, const char *word)
{
	for (size_t i = 0; i < reader->plan->chapter_count; i++)
		if (strcmp(reader->plan->chapters[i].code, word) == 0)
			return (int)i;
	message_error(reader->messages, reader->at, "no such chapter: \"%s\"",
		      word);
	return NONE;
}

/* "52" or "52(5)". */
struct provision
plan_provision(struct plan_reader *reader, const char *word)
{
	struct provision found = {0, 0};
	char *copy = arena_copy(reader->arena, word);
	char *open = strchr(copy, '(');
	size_t length = strlen(copy);

	if (open != NULL && copy[length - 1] == ')') {
		copy[length - 1] = '\0';
		*open = '\0';
		found.paragraph = plan_number(reader, open + 1, 1, 255);
	}
	found.article = plan_number(reader, copy, 1, 1000);
	return found;
}

static void
read_seed(struct plan_reader *reader, char **words)
{
	reader->plan->seed = (uint64_t)plan_number(reader, words[0], 0,
						   2000000000);
}

static void
read_region(struct plan_reader *reader, char **words)
{
	struct plan *plan = reader->plan;
	struct region region = {words[0], plan_number(reader, words[1], 1, 999),
				plan->state_count};

	ARENA_PUSH(reader->arena, plan->regions, plan->region_count, region);
	plan->state_count += region.states;
}

static void
read_chapter(struct plan_reader *reader, char **words)
{
	struct plan *plan = reader->plan;
	struct chapter chapter = {words[0],
				  plan_number(reader, words[1], 1, 1000),
				  plan_number(reader, words[2], 1, 1000)};

	ARENA_PUSH(reader->arena, plan->chapters, plan->chapter_count, chapter);
}

static struct label
label_of(struct plan_reader *reader, char **words)
{
	return (struct label){words[2], plan_kind(reader, words[0]),
			      plan_cycle(reader, words[1]),
			      plan_number(reader, words[3], 0, COUNT_MOST)};
}

static void
read_category(struct plan_reader *reader, char **words)
{
	struct plan *plan = reader->plan;

	ARENA_PUSH(reader->arena, plan->categories, plan->category_count,
		   label_of(reader, words));
}

static void
read_topic(struct plan_reader *reader, char **words)
{
	struct plan *plan = reader->plan;

	ARENA_PUSH(reader->arena, plan->topics, plan->topic_count,
		   label_of(reader, words));
}

static void
read_batch(struct plan_reader *reader, char **words)
{
	struct plan *plan = reader->plan;
	struct batch batch = {.cycle = plan_cycle(reader, words[0]),
			      .region = plan_region(reader, words[1]),
			      .from = plan_day(reader, words[2]),
			      .to = plan_day(reader, words[3]),
			      .at = reader->at};

	batch.reviews = plan_number(reader, words[4], 0, 999);
	batch.needing = plan_number(reader, words[5], 0, batch.reviews);
	if (batch.to - batch.from < 2)
		message_error(reader->messages, reader->at,
			      "a window has at least three days");
	ARENA_PUSH(reader->arena, plan->batches, plan->batch_count, batch);
}

/* The chapter that holds an article. */
static int
chapter_of(struct plan_reader *reader, int article)
{
	for (size_t i = 0; i < reader->plan->chapter_count; i++)
		if (reader->plan->chapters[i].first <= article &&
		    article <= reader->plan->chapters[i].last)
			return (int)i;
	message_error(reader->messages, reader->at,
		      "no chapter holds article %d", article);
	return NONE;
}

static void
read_subject(struct plan_reader *reader, char **words)
{
	struct plan *plan = reader->plan;
	struct subject subject = {.kind = plan_kind(reader, words[0]),
				  .cycle = plan_cycle(reader, words[1]),
				  .at = reader->at};

	if (strchr("0123456789", words[2][0]) != NULL) {
		struct provision provision = plan_provision(reader, words[2]);

		subject.article = provision.article;
		subject.paragraph = provision.paragraph;
		subject.chapter = chapter_of(reader, provision.article);
	} else
		subject.chapter = plan_chapter(reader, words[2]);
	subject.count = plan_number(reader, words[3], 0, COUNT_MOST);
	ARENA_PUSH(reader->arena, plan->subjects, plan->subject_count, subject);
}

static const struct fact {
	const char *name;
	size_t words; /* that follow the name; 0: see plan_row.h */
	void (*read)(struct plan_reader *, char **words);
} facts[] = {
    {"seed", 1, read_seed},	  {"region", 2, read_region},
    {"chapter", 3, read_chapter}, {"category", 4, read_category},
    {"topic", 4, read_topic},	  {"review", 6, read_batch},
    {"entry", 4, read_subject},	  {"count", 0, NULL},
    {"states", 0, NULL},
};

/* Cut a line into words; a line of too many is reported as such. */
static size_t
line_split(struct plan_reader *reader, char *line, char **words)
{
	size_t count = 0;
	char *rest;

	line[strcspn(line, "#")] = '\0';
	for (char *word = strtok_r(line, " \t\r", &rest); word != NULL;
	     word = strtok_r(NULL, " \t\r", &rest)) {
		if (count == WORDS_MOST) {
			message_error(reader->messages, reader->at,
				      "more than %d words", WORDS_MOST);
			return 0;
		}
		words[count++] = word;
	}
	return count;
}

static void
line_read(struct plan_reader *reader, char *line)
{
	char *words[WORDS_MOST];
	size_t count = line_split(reader, line, words);

	if (count == 0)
		return;
	for (size_t i = 0; i < COUNT(facts); i++) {
		if (strcmp(facts[i].name, words[0]) != 0)
			continue;
		if (facts[i].read == NULL)
			plan_row_read(reader, words, count);
		else if (count != facts[i].words + 1)
			message_error(reader->messages, reader->at,
				      "\"%s\" takes %zu words, not %zu",
				      words[0], facts[i].words, count - 1);
		else
			facts[i].read(reader, words + 1);
		return;
	}
	message_error(reader->messages, reader->at, "no such fact: \"%s\"",
		      words[0]);
}

struct plan *
plan_read(struct arena *arena, struct messages *messages, const char *path)
{
	struct plan_reader reader = {arena, messages, {path, 0, 0}, NULL};
	size_t length;
	char *line = file_read(arena, messages, path, PLAN_LIMIT, &length);

	reader.plan = arena_take(arena, sizeof(*reader.plan));
	while (line != NULL) {
		char *end = strchr(line, '\n');

		if (end != NULL)
			*end = '\0';
		reader.at.line++;
		line_read(&reader, line);
		line = end == NULL ? NULL : end + 1;
	}
	if (messages_are_good(messages) && reader.plan->region_count == 0)
		message_error(messages, reader.at, "the plan has no region");
	if (reader.plan->region_count > LABELS_MOST ||
	    reader.plan->chapter_count > LABELS_MOST ||
	    reader.plan->category_count > LABELS_MOST ||
	    reader.plan->topic_count > LABELS_MOST)
		message_error(messages, reader.at,
			      "more than %d codes of one sort", LABELS_MOST);
	return messages_are_good(messages) ? reader.plan : NULL;
}
