/* Processes beside this one, which go on with a copy of all it has. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include <pthread.h>
#include <semaphore.h>
#include <stdbool.h>
#include <sys/types.h>

/* 0 in the new process, which gets the signal `at_end` when this one ends; here
 * its number, or -1 with errno set. What is still buffered is written first.
 * Libraries work with threads of their own, and a lock that one of them holds
 * stays shut in the copy: so this waits until there is none, and fails with
 * EAGAIN if there still is one after some seconds. */
pid_t process_fork(int at_end);

/* Work beside what the process does: a call in a thread with memory of its own.
 */
struct work {
	void (*call)(void *);
	void *context;
	pthread_t thread;
	bool is_begun;
};

/* Where there is no thread to be had, the call is made at once in this one. */
void work_begin(struct work *);
/* False if there is none, and the call was not made. */
bool work_try(struct work *);
/* Wait until it is done. */
void work_end(struct work *);

/* Wait for it, whatever signals come in between. */
void semaphore_await(sem_t *);

/* Both. In the memory that is there, what a forked process makes would lie
 * between what its parent left, and each page that it touches be copied. */
void process_work(void (*call)(void *), void *context);

/* End a process that process_fork began, without the work that libraries have
 * for their end: all that it has goes with it. What it buffered is lost. */
_Noreturn void process_end(int status);

/* Wait until a process that this one began, or any of them (-1), has ended: its
 * number, or -1 with errno set; *status as waitpid tells it. */
pid_t process_await(pid_t process, int *status);

/* True if the status tells of an end without fault. */
bool process_is_good(int status);

#endif
