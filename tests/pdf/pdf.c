/* Open a file through qpdf and look at its objects without ever failing. */
/* SPDX-License-Identifier: MIT */
#include "pdf.h"

#include "base/arena.h"
#include "base/file.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

const struct rule_words rules[RULE_COUNT] = {
#define RULE_ROW(name, word, clause) [RULE_##name] = {word, clause},
    RULES(RULE_ROW)
#undef RULE_ROW
};

void
finding(struct pdf *pdf, enum rule rule, const char *format, ...)
{
	va_list arguments;

	if (++pdf->findings > FINDINGS_MOST)
		return;
	printf("%s: %s: ", pdf->name, rules[rule].word);
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	putchar('\n');
}

/* The page tree can be cyclic or claim anything: qpdf guards itself. */
static void
pages_find(struct pdf *pdf)
{
	int count = qpdf_get_num_pages(pdf->qpdf);

	if (count <= 0) {
		finding(pdf, RULE_FILE, "no pages");
		return;
	}
	if (count > PAGES_MOST)
		finding(pdf, RULE_FILE, "%d pages", count);
	pdf->page_count = count > PAGES_MOST ? PAGES_MOST : (size_t)count;
	pdf->pages = arena_array(pdf->arena, pdf->page_count,
				 sizeof(*pdf->pages));
	for (size_t i = 0; i < pdf->page_count; i++)
		pdf->pages[i] = qpdf_get_page_n(pdf->qpdf, i);
}

bool
pdf_open(struct pdf *pdf, struct arena *arena, const char *name)
{
	struct messages messages = {.out = stderr};

	*pdf = (struct pdf){.arena = arena, .name = name};
	pdf->bytes = file_read(arena, &messages, name, BYTES_MOST,
			       &pdf->length);
	if (pdf->bytes == NULL) {
		finding(pdf, RULE_FILE, "cannot be opened");
		return false;
	}
	pdf->qpdf = qpdf_init();
	qpdf_silence_errors(pdf->qpdf);
	qpdf_set_suppress_warnings(pdf->qpdf, QPDF_TRUE);
	if ((qpdf_read_memory(pdf->qpdf, name, pdf->bytes, pdf->length, NULL) &
	     (QPDF_ERRORS)) != 0) {
		finding(pdf, RULE_FILE, "%s",
			qpdf_get_error_full_text(pdf->qpdf,
						 qpdf_get_error(pdf->qpdf)));
		return false;
	}
	pdf->root = qpdf_get_root(pdf->qpdf);
	pages_find(pdf);
	return true;
}

void
pdf_close(struct pdf *pdf)
{
	if (pdf->qpdf != NULL)
		qpdf_cleanup(&pdf->qpdf);
}

static qpdf_oh
dictionary_of(struct pdf *pdf, qpdf_oh object)
{
	return qpdf_oh_is_stream(pdf->qpdf, object)
		   ? qpdf_oh_get_dict(pdf->qpdf, object)
		   : object;
}

qpdf_oh
pdf_key(struct pdf *pdf, qpdf_oh object, const char *key)
{
	object = dictionary_of(pdf, object);
	if (!qpdf_oh_is_dictionary(pdf->qpdf, object))
		return qpdf_oh_new_null(pdf->qpdf);
	return qpdf_oh_get_key(pdf->qpdf, object, key);
}

bool
pdf_has(struct pdf *pdf, qpdf_oh object, const char *key)
{
	return !qpdf_oh_is_null(pdf->qpdf, pdf_key(pdf, object, key));
}

const char **
pdf_keys(struct pdf *pdf, qpdf_oh object, size_t *count)
{
	qpdf_oh dictionary = dictionary_of(pdf, object);
	const char **keys = NULL;

	*count = 0;
	if (!qpdf_oh_is_dictionary(pdf->qpdf, dictionary))
		return NULL;
	qpdf_oh_begin_dict_key_iter(pdf->qpdf, dictionary);
	while (qpdf_oh_dict_more_keys(pdf->qpdf))
		ARENA_PUSH(
		    pdf->arena, keys, *count,
		    arena_copy(pdf->arena, qpdf_oh_dict_next_key(pdf->qpdf)));
	return keys;
}

const char *
pdf_name(struct pdf *pdf, qpdf_oh object)
{
	if (!qpdf_oh_is_name(pdf->qpdf, object))
		return "";
	return arena_copy(pdf->arena, qpdf_oh_get_name(pdf->qpdf, object));
}

bool
pdf_is(struct pdf *pdf, qpdf_oh object, const char *name)
{
	return qpdf_oh_is_name_and_equals(pdf->qpdf, object, name) != 0;
}

const char *
pdf_words(struct pdf *pdf, qpdf_oh object)
{
	if (!qpdf_oh_is_string(pdf->qpdf, object))
		return NULL;
	return arena_copy(pdf->arena,
			  qpdf_oh_get_utf8_value(pdf->qpdf, object));
}

const char *
pdf_string(struct pdf *pdf, qpdf_oh object)
{
	if (!qpdf_oh_is_string(pdf->qpdf, object))
		return NULL;
	return arena_copy(pdf->arena,
			  qpdf_oh_get_string_value(pdf->qpdf, object));
}

bool
pdf_integer(struct pdf *pdf, qpdf_oh object, long long *value)
{
	*value = 0;
	if (!qpdf_oh_is_integer(pdf->qpdf, object))
		return false;
	*value = qpdf_oh_get_int_value(pdf->qpdf, object);
	return true;
}

bool
pdf_is_true(struct pdf *pdf, qpdf_oh object)
{
	return qpdf_oh_is_bool(pdf->qpdf, object) &&
	       qpdf_oh_get_bool_value(pdf->qpdf, object);
}

size_t
pdf_count(struct pdf *pdf, qpdf_oh object)
{
	int count;

	if (!qpdf_oh_is_array(pdf->qpdf, object))
		return 0;
	count = qpdf_oh_get_array_n_items(pdf->qpdf, object);
	if (count < 0)
		return 0;
	return count > OBJECTS_MOST ? OBJECTS_MOST : (size_t)count;
}

qpdf_oh
pdf_item(struct pdf *pdf, qpdf_oh object, size_t at)
{
	assert(at < pdf_count(pdf, object));
	return qpdf_oh_get_array_item(pdf->qpdf, object, (int)at);
}

int
pdf_id(struct pdf *pdf, qpdf_oh object)
{
	return qpdf_oh_get_object_id(pdf->qpdf, object);
}

/* The stored length is bounded before anything is decoded: a stream that
 * unpacks to a thousand times as much still fits. */
bool
pdf_stream(struct pdf *pdf, qpdf_oh object, struct text *out)
{
	unsigned char *bytes = NULL;
	QPDF_BOOL filtered = QPDF_FALSE;
	size_t length = 0;
	long long stored;

	if (!qpdf_oh_is_stream(pdf->qpdf, object) ||
	    (pdf_integer(pdf, pdf_key(pdf, object, "/Length"), &stored) &&
	     stored > STREAM_MOST))
		return false;
	qpdf_oh_get_stream_data(pdf->qpdf, object, qpdf_dl_generalized,
				&filtered, &bytes, &length);
	if (filtered && bytes != NULL)
		text_add_bytes(out, (const char *)bytes, length);
	free(bytes);
	if (qpdf_has_error(pdf->qpdf)) {
		qpdf_get_error(pdf->qpdf); /* which clears it */
		return false;
	}
	return filtered && bytes != NULL;
}

qpdf_oh
pdf_inherited(struct pdf *pdf, qpdf_oh page, const char *key)
{
	for (int depth = 0; depth < TREE_DEPTH_MOST; depth++) {
		if (pdf_has(pdf, page, key))
			break;
		page = pdf_key(pdf, page, "/Parent");
	}
	return pdf_key(pdf, page, key);
}

size_t
pdf_page_of(struct pdf *pdf, qpdf_oh object)
{
	int id = pdf_id(pdf, object);

	for (size_t i = 0; id != 0 && i < pdf->page_count; i++)
		if (pdf_id(pdf, pdf->pages[i]) == id)
			return i;
	return pdf->page_count;
}
