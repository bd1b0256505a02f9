/* Boxes between two threads: all come through, whole and in their order. */
/* SPDX-License-Identifier: MIT */
#include "base/relay.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum {
	ENOUGH = 10000
};

struct post {
	struct relay relay;
	size_t boxes[RELAY_BOXES]; /* what is in each; ENOUGH is the last */
	size_t taken, out_of_order;
};

static void
post_fill(void *context)
{
	struct post *post = context;

	for (size_t i = 1; i <= ENOUGH; i++) {
		post->boxes[relay_box(&post->relay)] = i;
		relay_pass(&post->relay);
	}
}

static void
post_take(void *context)
{
	struct post *post = context;
	size_t number;

	do {
		number = post->boxes[relay_take(&post->relay)];
		relay_return(&post->relay);
		post->out_of_order += number != ++post->taken;
	} while (number != ENOUGH);
}

static void
sides_work(void (*new)(void *), void (*here)(void *))
{
	struct post post = {.taken = 0};

	assert_true(relay_begin(&post.relay, new, &post));
	here(&post);
	relay_end(&post.relay);
	assert_int_equal(post.taken, ENOUGH);
	assert_int_equal(post.out_of_order, 0);
}

static void
either_side_may_be_the_new_thread(void **state)
{
	(void)state;
	sides_work(post_fill, post_take);
	sides_work(post_take, post_fill);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(either_side_may_be_the_new_thread),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
