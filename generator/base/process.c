/* Processes beside this one. */
/* SPDX-License-Identifier: MIT */
#include "base/process.h"

#include "base/arena.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	PAUSE = 50 * 1000,	/* [ns] between looks at the threads */
	PAUSES = 100 * 1000,	/* at most */
	STACK = 8 * 1024 * 1024 /* [bytes] of a thread, as of a process */
};

/* The kernel shows each thread as a folder here, which needs no opening. Where
 * there is no such place, nobody can tell. */
static bool
is_alone(void)
{
	struct stat threads;
	const nlink_t alone = 3; /* ".", ".." and the one that asks */

	return stat("/proc/self/task", &threads) != 0 ||
	       threads.st_nlink <= alone;
}

static bool
threads_await(void)
{
	const struct timespec pause = {0, PAUSE};

	for (int i = 0; !is_alone(); i++) {
		if (i == PAUSES) {
			errno = EAGAIN;
			return false;
		}
		nanosleep(&pause, NULL);
	}
	return true;
}

pid_t
process_fork(int at_end)
{
	const pid_t parent = getpid();
	pid_t process;

	fflush(NULL); /* or each copy would write it again */
	if (!threads_await())
		return -1;
	process = fork();
	if (process == 0) {
		prctl(PR_SET_PDEATHSIG, at_end);
		if (getppid() != parent)
			raise(
			    at_end); /* it ended before it was asked to tell */
	}
	return process;
}

static void *
work_do(void *context)
{
	const struct work *work = context;
	void *held = memory_prepare();

	work->call(work->context);
	free(held);
	return NULL;
}

bool
work_try(struct work *work)
{
	pthread_attr_t attributes;

	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, STACK);
	work->is_begun = pthread_create(&work->thread, &attributes, work_do,
					work) == 0;
	pthread_attr_destroy(&attributes);
	return work->is_begun;
}

void
work_begin(struct work *work)
{
	if (!work_try(work))
		work->call(work->context);
}

void
work_end(struct work *work)
{
	if (work->is_begun)
		pthread_join(work->thread, NULL);
	work->is_begun = false;
}

void
semaphore_await(sem_t *semaphore)
{
	while (sem_wait(semaphore) != 0 && errno == EINTR)
		;
}

static void
work_run(void *work)
{
	work_begin(work);
	work_end(work);
}

/* A thread that begins gets the heap of one that ended, if there is any, with
 * what the parent left there, too: the outer one takes it out of the way. */
void
process_work(void (*call)(void *), void *context)
{
	struct work inner = {.call = call, .context = context};
	struct work outer = {.call = work_run, .context = &inner};

	work_run(&outer);
}

/* A search for leaks is the work of an end. */
void
process_end(int status)
{
#ifdef __SANITIZE_ADDRESS__
	exit(status);
#else
	_exit(status);
#endif
}

pid_t
process_await(pid_t process, int *status)
{
	pid_t ended;

	do
		ended = waitpid(process, status, 0);
	while (ended < 0 && errno == EINTR);
	return ended;
}

bool
process_is_good(int status)
{
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
