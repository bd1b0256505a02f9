/* Values as templates ask for them: {{ measure | form: arguments }}. */
/* SPDX-License-Identifier: MIT */
#include "language/speak.h"

#include "base/arena.h"
#include "base/text.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

char *
speech_fail(const struct speech *speech, const char *format, ...)
{
	va_list arguments;
	char words[512];

	va_start(arguments, format);
	vsnprintf(words, sizeof(words), format, arguments);
	va_end(arguments);
	message_error(speech->messages, speech->at, "%s", words);
	return NULL;
}

/* --- numbers --- */

static char *
speak_house(const struct speech *speech)
{
	return language_count(speech->arena, speech->language,
			      speech->spoken->number);
}

static char *
speak_number(const struct speech *speech)
{
	return language_number(speech->arena, speech->language,
			       speech->spoken->number);
}

static char *
speak_words(const struct speech *speech)
{
	return language_words(speech->arena, speech->language,
			      speech->spoken->number);
}

static char *
speak_ordinal(const struct speech *speech)
{
	return language_ordinal(speech->arena, speech->language,
				speech->spoken->number);
}

char *
speech_counted(const struct speech *speech, const char *number)
{
	const struct icu *icu = &speech->language->icu;
	const char *parts[2];

	if (speech->count != icu->plural_count)
		return speech_fail(
		    speech, "form '%s' takes %zu words in '%s', for %s",
		    speech->form, icu->plural_count, speech->language->code,
		    language_list(speech->arena, speech->language, icu->plurals,
				  icu->plural_count));
	parts[0] = number;
	parts[1] = speech->arguments[icu_plural(icu, speech->spoken->number)];
	return pattern_fill(speech->arena, speech->language->counted, parts, 2);
}

static char *
speak_count(const struct speech *speech)
{
	return speech_counted(speech, speak_house(speech));
}

/* To begin a sentence, alone or with what is counted. */
static char *
speak_sentence(const struct speech *speech)
{
	const struct language *language = speech->language;
	bool is_two = speech->spoken->number == 2 && language->two != NULL;
	char *words;

	if (speech->count == 0)
		return icu_capitalize(speech->arena, speak_words(speech));
	words = speech_counted(speech,
			       is_two ? language->two : speak_words(speech));
	return words == NULL ? NULL : icu_capitalize(speech->arena, words);
}

static char *
speak_article(const struct speech *speech)
{
	int number = (int)speech->spoken->number;

	if (speech->spoken->number < 1 || speech->spoken->number > INT_MAX)
		return speech_fail(speech, "no article has the number %lld",
				   speech->spoken->number);
	return language_articles(speech->arena, speech->language, &number, 1);
}

/* --- days, terms, articles --- */

static char *
speak_day(const struct speech *speech)
{
	return language_day(speech->arena, speech->language,
			    speech->spoken->day);
}

static char *
speak_year(const struct speech *speech)
{
	return language_year(speech->arena, speech->language,
			     speech->spoken->day / 10000);
}

static char *
speak_month(const struct speech *speech)
{
	return icu_date_write(speech->arena, &speech->language->icu, ICU_MONTH,
			      speech->spoken->day);
}

static char *
speak_terms(const struct speech *speech)
{
	return language_list(speech->arena, speech->language,
			     speech->spoken->terms, speech->spoken->count);
}

static char *
speak_articles(const struct speech *speech)
{
	return language_articles(speech->arena, speech->language,
				 speech->spoken->articles,
				 speech->spoken->count);
}

static char *
speak_provisions(const struct speech *speech)
{
	return language_provisions(
	    speech->arena, speech->language, speech->spoken->articles,
	    speech->spoken->paragraphs, speech->spoken->count);
}

/* --- the forms --- */

enum {
	ANY = 1000 /* the form itself looks at its arguments */
};

/* The first of a kind is what holds without a form; its name is NULL if it
 * cannot be asked for. */
static const struct form {
	enum spoken_kind kind;
	const char *name;
	size_t most; /* arguments */
	char *(*speak)(const struct speech *);
} forms[] = {
    {SPOKEN_NUMBER, NULL, 0, speak_house},
    {SPOKEN_NUMBER, "number", 0, speak_number},
    {SPOKEN_NUMBER, "words", 0, speak_words},
    {SPOKEN_NUMBER, "sentence", ANY, speak_sentence},
    {SPOKEN_NUMBER, "ordinal", 0, speak_ordinal},
    {SPOKEN_NUMBER, "count", ANY, speak_count},
    {SPOKEN_NUMBER, "series", ANY, speak_series},
    {SPOKEN_NUMBER, "range", 1, speak_range},
    {SPOKEN_NUMBER, "articles", 0, speak_article},
    {SPOKEN_RATIO, "percent", 1, speak_percent},
    {SPOKEN_RATIO, "hedge", 1, speak_hedge},
    {SPOKEN_RATIO, "under", 1, speak_under},
    {SPOKEN_RATIO, "over", 1, speak_over},
    {SPOKEN_RATIO, "fraction", 0, speak_fraction},
    {SPOKEN_RATIO, "majority", 0, speak_majority},
    {SPOKEN_RATIO, "part", 0, speak_part},
    {SPOKEN_RATIO, "range", 2, speak_range},
    {SPOKEN_RATIO, "sentence", 0, speak_percent_sentence},
    {SPOKEN_DAY, NULL, 0, speak_day},
    {SPOKEN_DAY, "year", 0, speak_year},
    {SPOKEN_DAY, "month", 0, speak_month},
    {SPOKEN_DAY, "range", 1, speak_range},
    {SPOKEN_TERMS, NULL, 0, speak_terms},
    {SPOKEN_ARTICLES, "articles", 0, speak_articles},
    {SPOKEN_PROVISIONS, "provisions", 0, speak_provisions},
};

static const char *const kinds[] = {
    [SPOKEN_NUMBER] = "a number",
    [SPOKEN_RATIO] = "a share",
    [SPOKEN_DAY] = "a day",
    [SPOKEN_TERMS] = "a list",
    [SPOKEN_ARTICLES] = "a list of articles",
    [SPOKEN_PROVISIONS] = "a list of provisions",
};

static const struct form *
form_find(enum spoken_kind kind, const char *name)
{
	for (size_t i = 0; i < COUNT(forms); i++)
		if (forms[i].kind == kind &&
		    (name == NULL || (forms[i].name != NULL &&
				      strcmp(forms[i].name, name) == 0)))
			return &forms[i];
	return NULL;
}

static char *
form_unknown(const struct speech *speech)
{
	struct text names = {0};

	for (size_t i = 0; i < COUNT(forms); i++)
		if (forms[i].kind == speech->spoken->kind &&
		    forms[i].name != NULL)
			text_print(&names, "%s%s",
				   names.length == 0 ? "; there are " : ", ",
				   forms[i].name);
	speech_fail(speech, "no form '%s' for %s%s", speech->form,
		    kinds[speech->spoken->kind],
		    names.length == 0 ? "; there is none"
				      : text_string(&names));
	text_free(&names);
	return NULL;
}

char *
language_speak(struct arena *arena, struct messages *messages,
	       const struct language *language, struct place at,
	       const struct spoken *spoken, const char *name,
	       const char *const *arguments, size_t count)
{
	const struct form *form = form_find(spoken->kind, name);
	const struct speech speech = {arena,  messages, language,  at,
				      spoken, name,	arguments, count};

	if (form == NULL)
		return form_unknown(&speech);
	if (count > form->most)
		return speech_fail(&speech, "form '%s' takes %s", name,
				   form->most == 0   ? "no argument"
				   : form->most == 1 ? "one argument"
						     : "two arguments");
	if (spoken->kind == SPOKEN_RATIO && spoken->ratio.whole == 0)
		return speech_fail(&speech, "a share of nothing has no words");
	return form->speak(&speech);
}
