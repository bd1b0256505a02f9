/* base/process.h: processes beside this one. */
/* SPDX-License-Identifier: MIT */
#include "base/process.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t locked;

static void *
hold(void *unused)
{
	const struct timespec pause = {0, 20 * 1000 * 1000};

	pthread_mutex_lock(&lock);
	pthread_barrier_wait(&locked);
	nanosleep(&pause, NULL);
	pthread_mutex_unlock(&lock);
	return unused;
}

static int
ended(pid_t process)
{
	int status = 0;

	assert_true(process > 0);
	assert_int_equal(process_await(process, &status), process);
	return status;
}

/* A thread holds a lock while the process is copied: in the copy, where that
 * thread is not, it is open. */
static void
no_lock_stays_shut(void **state)
{
	pthread_t thread;
	pid_t process;

	(void)state;
	pthread_barrier_init(&locked, NULL, 2);
	assert_int_equal(pthread_create(&thread, NULL, hold, NULL), 0);
	pthread_barrier_wait(&locked);
	process = process_fork(SIGKILL);
	if (process == 0)
		_exit(pthread_mutex_trylock(&lock) == 0 ? 0 : 1);
	assert_true(process_is_good(ended(process)));
	pthread_join(thread, NULL);
}

static void
an_end_is_told(void **state)
{
	pid_t process = process_fork(SIGKILL);
	int status;

	(void)state;
	if (process == 0)
		_exit(3);
	status = ended(process);
	assert_false(process_is_good(status));
	assert_int_equal(WEXITSTATUS(status), 3);
	process = process_fork(SIGKILL);
	if (process == 0)
		for (;;)
			pause();
	kill(process, SIGTERM);
	status = ended(process);
	assert_false(process_is_good(status));
	assert_int_equal(WTERMSIG(status), SIGTERM);
	assert_int_equal(process_await(-1, &status), -1);
	assert_int_equal(errno, ECHILD);
}

/* The one between dies; the one below it, which would wait for ever, with it.
 */
static void
nobody_is_left_behind(void **state)
{
	int ends[2];
	char byte;
	pid_t process;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	process = process_fork(SIGKILL);
	if (process == 0) {
		pid_t below = process_fork(SIGKILL);

		for (close(ends[0]); below == 0;)
			pause();
		_exit(0);
	}
	close(ends[1]);
	ended(process);
	assert_int_equal(read(ends[0], &byte, 1), 0); /* the last end closed */
	close(ends[0]);
}

struct seen {
	pthread_t thread;
	bool is_deep; /* as deep as a process's own stack would let it go */
};

static void
look(void *context)
{
	volatile char deep[7 * 1024 * 1024];
	struct seen *seen = context;

	deep[0] = deep[sizeof(deep) - 1] = 1;
	seen->thread = pthread_self();
	seen->is_deep = deep[0] + deep[sizeof(deep) - 1] == 2;
}

/* In a thread, which is gone when the next process begins. */
static void
work_is_done_apart(void **state)
{
	struct seen seen = {0};
	pid_t process;

	(void)state;
	process_work(look, &seen);
	assert_true(seen.is_deep);
	assert_false(pthread_equal(seen.thread, pthread_self()));
	process = process_fork(SIGKILL);
	if (process == 0)
		process_end(0);
	assert_true(process_is_good(ended(process)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_lock_stays_shut),
	    cmocka_unit_test(an_end_is_told),
	    cmocka_unit_test(nobody_is_left_behind),
	    cmocka_unit_test(work_is_done_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
