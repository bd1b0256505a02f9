/* Start tags, copied into boxes that go round between parser and listener. */
/* SPDX-License-Identifier: MIT */
#include "xml/told.h"

#include "base/arena.h"
#include "base/relay.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum {
	STARTS_MOST = 512, /* of a box */
	BYTES_MOST = 64 * 1024
};

struct told {
	struct place at;
	uint32_t shape;
	uint32_t given;
};

/* The lengths and bytes of all values follow each other. */
struct box {
	struct told starts[STARTS_MOST];
	uint32_t lengths[STARTS_MOST * XML_NAMES_MOST];
	char bytes[BYTES_MOST];
	size_t start_count, length_count, byte_count;
	bool is_last;
};

struct teller {
	const struct xml_listener *listener;
	struct relay relay;
	struct box *box; /* that is being filled */
	atomic_bool is_refused;
	struct box boxes[RELAY_BOXES];
};

/* --- the listener's side --- */

static bool
box_hear(const struct box *box, const struct xml_listener *listener)
{
	const uint32_t *length = box->lengths;
	const char *bytes = box->bytes;
	struct xml_start start;

	for (size_t i = 0; i < box->start_count; i++) {
		const struct told *told = &box->starts[i];

		start.at = told->at;
		start.shape = told->shape;
		start.given = told->given;
		for (uint32_t left = told->given; left != 0; left &= left - 1) {
			start.values[__builtin_ctz(left)] = (struct xml_value){
			    bytes, *length};
			bytes += *length++;
		}
		if (!listener->start(listener->context, &start))
			return false;
	}
	return true;
}

static void
boxes_hear(void *context)
{
	struct teller *teller = context;
	bool is_last;

	do {
		const struct box *box =
		    &teller->boxes[relay_take(&teller->relay)];

		is_last = box->is_last;
		if (!atomic_load(&teller->is_refused) &&
		    !box_hear(box, teller->listener))
			atomic_store(&teller->is_refused, true);
		relay_return(&teller->relay);
	} while (!is_last);
}

/* --- the parser's side --- */

static void
box_next(struct teller *teller)
{
	struct box *box = &teller->boxes[relay_box(&teller->relay)];

	box->start_count = box->length_count = box->byte_count = 0;
	box->is_last = false;
	teller->box = box;
}

struct teller *
teller_new(const struct xml_listener *listener)
{
	struct teller *teller = malloc(sizeof(*teller));

	if (teller == NULL)
		memory_exhausted();
	teller->listener = listener;
	atomic_init(&teller->is_refused, false);
	if (!relay_begin(&teller->relay, boxes_hear, teller)) {
		free(teller);
		return NULL;
	}
	box_next(teller);
	return teller;
}

/* Copy the values behind the others in the box; false if they do not fit. */
static bool
values_put(struct box *box, const struct xml_start *start)
{
	size_t lengths = box->length_count, bytes = box->byte_count;

	for (uint32_t left = start->given; left != 0; left &= left - 1) {
		struct xml_value value = start->values[__builtin_ctz(left)];

		if (value.length > BYTES_MOST - bytes)
			return false;
		memcpy(box->bytes + bytes, value.bytes, value.length);
		bytes += value.length;
		box->lengths[lengths++] = (uint32_t)value.length;
	}
	box->length_count = lengths;
	box->byte_count = bytes;
	return true;
}

static bool
start_put(struct box *box, const struct xml_start *start)
{
	if (box->start_count == STARTS_MOST || !values_put(box, start))
		return false;
	box->starts[box->start_count++] = (struct told){
	    start->at, (uint32_t)start->shape, start->given};
	return true;
}

bool
tell(struct teller *teller, const struct xml_start *start)
{
	if (start_put(teller->box, start))
		return true;
	relay_pass(&teller->relay);
	box_next(teller);
	return !atomic_load(&teller->is_refused) &&
	       start_put(teller->box, start);
}

bool
teller_end(struct teller *teller)
{
	bool is_good;

	teller->box->is_last = true;
	relay_pass(&teller->relay);
	relay_end(&teller->relay);
	is_good = !atomic_load(&teller->is_refused);
	free(teller);
	return is_good;
}
