/* Files brought to the disk several at once. */
/* SPDX-License-Identifier: MIT */
#include "base/sync.h"

#include "base/arena.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

enum {
	SYNCERS = 15 /* at most, beside the caller's thread */
};

struct syncers {
	pthread_t threads[SYNCERS];
	size_t thread_count;
	pthread_mutex_t lock; /* of all below */
	pthread_cond_t is_work;
	pthread_cond_t is_done;
	struct sync *items;
	size_t count;
	size_t next;   /* that nobody has taken yet */
	size_t undone; /* taken or not */
	bool is_closing;
};

/* Take one, sync it and count it off; false if none is left. The lock is held
 * before and after. */
static bool
one_sync(struct syncers *syncers)
{
	struct sync *item;
	int fault;

	if (syncers->next == syncers->count)
		return false;
	item = &syncers->items[syncers->next++];
	pthread_mutex_unlock(&syncers->lock);
	fault = fsync(item->file) == 0 ? 0 : errno;
	pthread_mutex_lock(&syncers->lock);
	item->fault = fault;
	if (--syncers->undone == 0)
		pthread_cond_signal(&syncers->is_done);
	return true;
}

static void *
thread_run(void *context)
{
	struct syncers *syncers = context;

	pthread_mutex_lock(&syncers->lock);
	while (!syncers->is_closing)
		if (!one_sync(syncers))
			pthread_cond_wait(&syncers->is_work, &syncers->lock);
	pthread_mutex_unlock(&syncers->lock);
	return NULL;
}

struct syncers *
syncers_open(struct arena *arena, size_t files)
{
	struct syncers *syncers = arena_take(arena, sizeof(*syncers));
	sigset_t all, before;

	pthread_mutex_init(&syncers->lock, NULL);
	pthread_cond_init(&syncers->is_work, NULL);
	pthread_cond_init(&syncers->is_done, NULL);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	while (syncers->thread_count < SYNCERS &&
	       syncers->thread_count + 1 < files &&
	       pthread_create(&syncers->threads[syncers->thread_count], NULL,
			      thread_run, syncers) == 0)
		syncers->thread_count++;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return syncers;
}

void
syncers_run(struct syncers *syncers, struct sync *items, size_t count)
{
	pthread_mutex_lock(&syncers->lock);
	syncers->items = items;
	syncers->count = syncers->undone = count;
	syncers->next = 0;
	pthread_cond_broadcast(&syncers->is_work);
	while (one_sync(syncers))
		;
	while (syncers->undone > 0)
		pthread_cond_wait(&syncers->is_done, &syncers->lock);
	pthread_mutex_unlock(&syncers->lock);
}

void
syncers_close(struct syncers *syncers)
{
	pthread_mutex_lock(&syncers->lock);
	syncers->is_closing = true;
	pthread_cond_broadcast(&syncers->is_work);
	pthread_mutex_unlock(&syncers->lock);
	for (size_t i = 0; i < syncers->thread_count; i++)
		pthread_join(syncers->threads[i], NULL);
	pthread_cond_destroy(&syncers->is_done);
	pthread_cond_destroy(&syncers->is_work);
	pthread_mutex_destroy(&syncers->lock);
}
