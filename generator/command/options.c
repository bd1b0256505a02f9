/* What the command line asks for. */
/* SPDX-License-Identifier: MIT */
#include "command/options.h"

#include "base/arena.h"

#include <assert.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	SCALE_MOST = 20, /* [pixels to the point] */
	KEEP_MOST = 1000 /* versions of a published site */
};

static const char *const stage_names[] = {
    [STAGE_NONE] = "none",	   [STAGE_DATASET] = "dataset",
    [STAGE_MEASURES] = "measures", [STAGE_DOCUMENT] = "document",
    [STAGE_SCENE] = "scene",	   [STAGE_PAGES] = "pages",
};
static_assert(COUNT(stage_names) == STAGES, "every stage has its name");

/* What a word behind --format stands for: pdf is the note, svg, chart-pdf and
 * png are the figures' own files. */
static const struct {
	const char *name;
	enum product first, last;
} formats[] = {
    {"pdf", PRODUCT_PDF, PRODUCT_PDF},
    {"html", PRODUCT_HTML, PRODUCT_HTML},
    {"charts", PRODUCT_SVG, PRODUCT_PNG},
    {"svg", PRODUCT_SVG, PRODUCT_SVG},
    {"chart-pdf", PRODUCT_CHART_PDF, PRODUCT_CHART_PDF},
    {"png", PRODUCT_PNG, PRODUCT_PNG},
    {"data", PRODUCT_DATA, PRODUCT_DATA},
    {"site", PRODUCT_PDF, PRODUCT_SITE},
};

/* Commands that print, and what they can print as. */
static const struct {
	const char *command;
	const char *formats; /* divided by commas */
} printed[] = {
    {"measures", "table,tsv,json"},
    {"diff", "text,markdown,json"},
};

enum letter {
	LETTER_TEMPLATES = 1000,
	LETTER_INPUT,
	LETTER_OUTPUT,
	LETTER_FONTS,
	LETTER_LANGUAGE,
	LETTER_FIGURE,
	LETTER_FORMAT,
	LETTER_PRINT,
	LETTER_AS_OF,
	LETTER_SCALE,
	LETTER_QUIET,
	LETTER_VERBOSE,
	LETTER_CONFIRM,
	LETTER_TEXT,
	LETTER_AGAINST,
	LETTER_FROM,
	LETTER_TO,
	LETTER_EXIT_CODE,
	LETTER_KEEP,
	LETTER_ROLLBACK,
	LETTER_TIMINGS,
	LETTER_HELP,
	LETTER_VERSION
};

static const struct option long_options[] = {
    {"templates", required_argument, NULL, LETTER_TEMPLATES},
    {"input", required_argument, NULL, LETTER_INPUT},
    {"output", required_argument, NULL, LETTER_OUTPUT},
    {"fonts", required_argument, NULL, LETTER_FONTS},
    {"language", required_argument, NULL, LETTER_LANGUAGE},
    {"figure", required_argument, NULL, LETTER_FIGURE},
    {"format", required_argument, NULL, LETTER_FORMAT},
    {"print", required_argument, NULL, LETTER_PRINT},
    {"as-of", required_argument, NULL, LETTER_AS_OF},
    {"scale", required_argument, NULL, LETTER_SCALE},
    {"quiet", no_argument, NULL, LETTER_QUIET},
    {"verbose", no_argument, NULL, LETTER_VERBOSE},
    {"confirm", no_argument, NULL, LETTER_CONFIRM},
    {"text", required_argument, NULL, LETTER_TEXT},
    {"against", required_argument, NULL, LETTER_AGAINST},
    {"from", required_argument, NULL, LETTER_FROM},
    {"to", required_argument, NULL, LETTER_TO},
    {"exit-code", no_argument, NULL, LETTER_EXIT_CODE},
    {"keep", required_argument, NULL, LETTER_KEEP},
    {"rollback", no_argument, NULL, LETTER_ROLLBACK},
    {"timings", no_argument, NULL, LETTER_TIMINGS},
    {"help", no_argument, NULL, LETTER_HELP},
    {"version", no_argument, NULL, LETTER_VERSION},
    {NULL, 0, NULL, 0},
};

static bool
complain(const char *what, const char *word)
{
	fprintf(stderr, "rapporteur: error: %s \"%s\"\n", what, word);
	return false;
}

/* True if `name` is one of the words, divided by commas, of `list`. */
static bool
list_has(const char *list, const char *name)
{
	size_t length = strlen(name);

	for (;;) {
		if (strncmp(list, name, length) == 0 &&
		    (list[length] == ',' || list[length] == '\0'))
			return true;
		list = strchr(list, ',');
		if (list == NULL)
			return false;
		list++;
	}
}

bool
options_want_language(const struct options *options, const char *code)
{
	return options->language == NULL || list_has(options->language, code);
}

static bool
format_read(struct options *options, const char *words)
{
	bool products[PRODUCTS] = {false};
	char word[32];

	options->format = words;
	for (size_t i = 0; i < COUNT(printed); i++)
		if (strcmp(options->command, printed[i].command) == 0)
			return list_has(printed[i].formats, words) ||
			       complain("it cannot be printed as", words);
	for (const char *at = words;; at++) {
		size_t length = strcspn(at, ","), i = 0;

		snprintf(word, sizeof(word), "%.*s", (int)length, at);
		while (i < COUNT(formats) && strcmp(formats[i].name, word) != 0)
			i++;
		if (i == COUNT(formats))
			return complain("no such format:", word);
		for (int p = (int)formats[i].first; p <= (int)formats[i].last;
		     p++)
			products[p] = true;
		at += length;
		if (*at == '\0')
			break;
	}
	/* Of charts, the PDF is the figure's own. */
	if (strcmp(options->command, "charts") == 0)
		products[PRODUCT_CHART_PDF] |= products[PRODUCT_PDF];
	memcpy(options->products, products, sizeof(products));
	return true;
}

static bool
print_read(struct options *options, const char *word)
{
	for (int i = 1; i < STAGES; i++)
		if (strcmp(stage_names[i], word) == 0) {
			options->print = (enum stage)i;
			return true;
		}
	return complain("no such stage:", word);
}

static bool
scale_read(struct options *options, const char *word)
{
	char *end;

	options->scale = strtod(word, &end);
	if (end == word || *end != '\0' ||
	    !(options->scale > 0 && options->scale <= SCALE_MOST))
		return complain("not a scale from 0 to 20:", word);
	return true;
}

static bool
day_take(const char *word, day *date)
{
	return day_read(word, date) || complain("not a day yyyy-mm-dd:", word);
}

static bool
keep_read(struct options *options, const char *word)
{
	char *end;
	long keep = strtol(word, &end, 10);

	options->keep = (int)keep;
	return (end > word && *end == '\0' && keep >= 1 && keep <= KEEP_MOST) ||
	       complain("not a number of versions from 1 to 1000:", word);
}

static bool
option_take(struct options *options, int letter, const char *word)
{
	switch (letter) {
	case LETTER_TEMPLATES:
		options->templates = word;
		return true;
	case LETTER_INPUT:
		options->input = word;
		return true;
	case LETTER_OUTPUT:
		options->output = word;
		return true;
	case LETTER_FONTS:
		options->fonts = word;
		return true;
	case LETTER_LANGUAGE:
		options->language = word;
		return true;
	case LETTER_FIGURE:
		options->figure = word;
		return true;
	case LETTER_FORMAT:
		return format_read(options, word);
	case LETTER_PRINT:
		return print_read(options, word);
	case LETTER_AS_OF:
		return day_take(word, &options->as_of);
	case LETTER_FROM:
		return day_take(word, &options->from);
	case LETTER_TO:
		return day_take(word, &options->to);
	case LETTER_SCALE:
		return scale_read(options, word);
	case LETTER_QUIET:
		options->is_quiet = true;
		return true;
	case LETTER_VERBOSE:
		options->is_verbose = true;
		return true;
	case LETTER_CONFIRM:
		options->confirms = true;
		return true;
	case LETTER_TEXT:
		options->text = word;
		return true;
	case LETTER_AGAINST:
		options->against = word;
		return true;
	case LETTER_EXIT_CODE:
		options->wants_exit_code = true;
		return true;
	case LETTER_KEEP:
		return keep_read(options, word);
	case LETTER_ROLLBACK:
		options->rolls_back = true;
		return true;
	case LETTER_TIMINGS:
		options->has_timings = true;
		return true;
	case LETTER_HELP:
		options->wants_help = true;
		return true;
	case LETTER_VERSION:
		options->wants_version = true;
		return true;
	default:
		return false; /* getopt has said why */
	}
}

/* The subcommand is the first word, so that options know whose they are. */
static void
command_take(struct options *options, int *count, char **arguments)
{
	if (*count < 2 || arguments[1][0] == '-')
		return;
	options->command = arguments[1];
	for (int i = 1; i + 1 < *count; i++)
		arguments[i] = arguments[i + 1];
	(*count)--;
}

bool
options_read(struct options *options, int count, char **arguments)
{
	bool good = true;

	*options = (struct options){.command = "",
				    .templates = "templates",
				    .input = "input",
				    .output = "output",
				    .fonts = "fonts",
				    .scale = 2,
				    .keep = 5};
	memset(options->products, true, sizeof(options->products));
	command_take(options, &count, arguments);
	optind = 1;
	for (int letter; (letter = getopt_long(count, arguments, "",
					       long_options, NULL)) != -1;)
		good &= option_take(options, letter, optarg);
	if (optind < count && strcmp(options->command, "explain") == 0)
		options->subject = arguments[optind++];
	if (optind < count && strcmp(options->command, "publish") == 0)
		options->target = arguments[--count];
	if (optind < count)
		options->report = arguments[optind++];
	for (; optind < count; optind++)
		good = complain("one word too many:", arguments[optind]);
	if (strcmp(options->command, "publish") == 0 &&
	    options->target == NULL && !options->wants_help)
		good = complain("where to? name a target behind",
				options->command);
	return good;
}
