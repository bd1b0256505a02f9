/* What the program says about its input: places, weights, a count of each. */
/* SPDX-License-Identifier: MIT */
#include "base/message.h"

#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

enum {
	WORDS_MOST = 1024 /* [bytes] of a message that is said once */
};

static const struct {
	const char *name;
	const char *colour; /* ANSI sequence */
} weights[] = {
    [WEIGHT_NOTE] = {"note", "\033[36m"},
    [WEIGHT_WARNING] = {"warning", "\033[35m"},
    [WEIGHT_ERROR] = {"error", "\033[1;31m"},
    [WEIGHT_FAILURE] = {"error", "\033[1;31m"},
};
static_assert(COUNT(weights) == WEIGHTS, "every weight has its name");

static void
place_print(FILE *out, struct place place)
{
	fputs(place.file == NULL ? "rapporteur" : place.file, out);
	if (place.file != NULL && place.line > 0)
		fprintf(out, ":%d", place.line);
	if (place.file != NULL && place.line > 0 && place.column > 0)
		fprintf(out, ":%d", place.column);
	fputs(": ", out);
}

void
message_add(struct messages *messages, enum weight weight, struct place place,
	    const char *format, ...)
{
	FILE *out = messages->out;
	va_list arguments;

	messages->counts[weight]++;
	if (out == NULL || (messages->quiet && weight < WEIGHT_ERROR))
		return;
	if (messages->counts[WEIGHT_WARNING] > MESSAGES_MOST &&
	    weight < WEIGHT_ERROR) {
		if (messages->counts[WEIGHT_WARNING] == MESSAGES_MOST + 1 &&
		    weight == WEIGHT_WARNING)
			fputs("rapporteur: further warnings not shown\n", out);
		return;
	}
	if (messages->counts[WEIGHT_ERROR] > MESSAGES_MOST) {
		if (messages->counts[WEIGHT_ERROR] == MESSAGES_MOST + 1 &&
		    weight == WEIGHT_ERROR)
			fputs("rapporteur: further errors not shown\n", out);
		return;
	}
	place_print(out, place);
	fprintf(out, messages->colour ? "%s%s:\033[0m " : "%s%s: ",
		messages->colour ? weights[weight].colour : "",
		weights[weight].name);
	va_start(arguments, format);
	vfprintf(out, format, arguments);
	va_end(arguments);
	fputc('\n', out);
}

struct message_said {
	struct place at;
	const char *words;
};

static bool
is_said(const struct messages *messages, struct place at, const char *words)
{
	for (size_t i = 0; i < messages->said_count; i++) {
		const struct message_said *said = &messages->said[i];

		if (said->at.file == at.file && said->at.line == at.line &&
		    said->at.column == at.column &&
		    strcmp(said->words, words) == 0)
			return true;
	}
	return false;
}

void
message_once(struct messages *messages, enum weight weight, struct place place,
	     const char *format, ...)
{
	char words[WORDS_MOST];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(words, sizeof(words), format, arguments);
	va_end(arguments);
	if (is_said(messages, place, words))
		return;
	if (messages->arena != NULL && messages->said_count < MESSAGES_MOST)
		ARENA_PUSH(messages->arena, messages->said,
			   messages->said_count,
			   ((struct message_said){
			       place, arena_copy(messages->arena, words)}));
	message_add(messages, weight, place, "%s", words);
}

bool
messages_are_good(const struct messages *messages)
{
	return messages->counts[WEIGHT_ERROR] == 0 &&
	       messages->counts[WEIGHT_FAILURE] == 0;
}

int
messages_exit_status(const struct messages *messages)
{
	if (messages->counts[WEIGHT_FAILURE] > 0)
		return 3;
	return messages->counts[WEIGHT_ERROR] > 0 ? 2 : 0;
}
