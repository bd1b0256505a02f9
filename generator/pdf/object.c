/* Dictionaries, arrays, strings and streams through qpdf's C interface. */
/* SPDX-License-Identifier: MIT */
#include "pdf/object.h"

#include "base/arena.h"
#include "base/text.h"

#include <stdlib.h>

qpdf_oh
dictionary_new(struct file *file, const char *type)
{
	qpdf_oh dictionary = qpdf_oh_new_dictionary(file->qpdf);

	if (type != NULL)
		dictionary_set_name(file, dictionary, "/Type", type);
	return dictionary;
}

qpdf_oh
dictionary_new_indirect(struct file *file, const char *type)
{
	return qpdf_make_indirect_object(file->qpdf,
					 dictionary_new(file, type));
}

void
dictionary_set(struct file *file, qpdf_oh dictionary, const char *key,
	       qpdf_oh value)
{
	qpdf_oh_replace_key(file->qpdf, dictionary, key, value);
}

void
dictionary_set_name(struct file *file, qpdf_oh dictionary, const char *key,
		    const char *name)
{
	dictionary_set(file, dictionary, key,
		       qpdf_oh_new_name(file->qpdf, name));
}

void
dictionary_set_integer(struct file *file, qpdf_oh dictionary, const char *key,
		       long long number)
{
	dictionary_set(file, dictionary, key,
		       qpdf_oh_new_integer(file->qpdf, number));
}

void
dictionary_set_words(struct file *file, qpdf_oh dictionary, const char *key,
		     const char *words)
{
	dictionary_set(file, dictionary, key,
		       qpdf_oh_new_unicode_string(file->qpdf, words));
}

void
dictionary_set_bytes(struct file *file, qpdf_oh dictionary, const char *key,
		     const char *string)
{
	dictionary_set(file, dictionary, key,
		       qpdf_oh_new_string(file->qpdf, string));
}

qpdf_oh
direct_parse(struct file *file, struct text *text)
{
	qpdf_oh object = qpdf_oh_parse(file->qpdf, text_string(text));

	text_free(text);
	return object;
}

qpdf_oh
object_parse(struct file *file, struct text *text)
{
	return qpdf_make_indirect_object(file->qpdf, direct_parse(file, text));
}

void
numbers_write(struct text *text, const double *numbers, size_t count)
{
	text_add(text, "[");
	for (size_t i = 0; i < count; i++) {
		text_add_decimal(text, numbers[i]);
		text_add(text, " ");
	}
	text_add(text, "]");
}

void
box_write(struct text *text, const struct file *file, const struct box *box)
{
	const double height = file->pages->height;
	const double corners[] = {
	    box->x,
	    height - box->y - box->height,
	    box->x + box->width,
	    height - box->y,
	};

	numbers_write(text, corners, COUNT(corners));
}

qpdf_oh
destination_new(struct file *file, size_t page, double y)
{
	struct text text = {0};
	qpdf_oh array;

	if (page >= file->pages->count)
		page = 0;
	text_add(&text, "[/XYZ 0 ");
	text_add_decimal(&text, file->pages->height - y);
	text_add(&text, " null]");
	array = direct_parse(file, &text);
	qpdf_oh_insert_item(file->qpdf, array, 0, file->page_objects[page]);
	return array;
}

/* ISO 32000-1, 7.4.4. What is packed qpdf writes as it is. */
static void
stream_set_packed(struct file *file, qpdf_oh stream, const char *packed,
		  size_t length)
{
	qpdf_oh_replace_stream_data(
	    file->qpdf, stream, (const unsigned char *)packed, length,
	    qpdf_oh_new_name(file->qpdf, "/FlateDecode"), file->nothing);
}

void
stream_set(struct file *file, qpdf_oh stream, const char *bytes, size_t length)
{
	char *packed = bytes_pack(file->packer, bytes, length, &length);

	stream_set_packed(file, stream, packed, length);
	free(packed);
}

qpdf_oh
stream_new(struct file *file, const char *bytes, size_t length)
{
	qpdf_oh stream = qpdf_oh_new_stream(file->qpdf);

	stream_set(file, stream, bytes, length);
	return stream;
}

qpdf_oh
stream_new_packed(struct file *file, const char *packed, size_t length)
{
	qpdf_oh stream = qpdf_oh_new_stream(file->qpdf);

	stream_set_packed(file, stream, packed, length);
	return stream;
}

qpdf_oh
stream_new_plain(struct file *file, const char *bytes, size_t length)
{
	qpdf_oh stream = qpdf_oh_new_stream(file->qpdf);

	qpdf_oh_replace_stream_data(file->qpdf, stream,
				    (const unsigned char *)bytes, length,
				    file->nothing, file->nothing);
	return stream;
}
