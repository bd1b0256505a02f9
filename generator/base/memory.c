/* Memory for the whole program, its libraries too: when none is left, one line
 * and the end. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
	LARGE_PAGE = 2 * 1024 * 1024,	/* [bytes] */
	BLOCK_MOST = 2 * LARGE_PAGE,	/* of what the heap gives */
	PREPARED = 8 * LARGE_PAGE,	/* of the heap */
	RETAINED_MOST = 16 * LARGE_PAGE /* of what is free at its end */
};

/* No lock may be taken and nothing be flushed: whoever asked for memory may
 * hold any lock. What goes to the output folder is not there yet. */
void
memory_exhausted(void)
{
	static const char words[] = "rapporteur: error: out of memory\n";
	ssize_t put = write(STDERR_FILENO, words, sizeof(words) - 1);

	(void)put;
	_exit(3);
}

/* A block that is given back at once makes the heap grow in one step; large
 * blocks otherwise stay outside of it, to leave no holes. What lies before the
 * first large page is then kept from use: where a small page is in use, none
 * can be large. If it were part of its caller, the compiler would see that
 * nobody uses what is kept, and leave that out. */
__attribute__((noinline)) void *
memory_prepare(void)
{
	unsigned char *block;
	size_t before;

	mallopt(M_TRIM_THRESHOLD, RETAINED_MOST);
	mallopt(M_MMAP_THRESHOLD, RETAINED_MOST);
	block = malloc(PREPARED);
	mallopt(M_MMAP_THRESHOLD, BLOCK_MOST);
	if (block == NULL)
		memory_exhausted();
	before = LARGE_PAGE - (uintptr_t)block % LARGE_PAGE;
	madvise(block + before, PREPARED - LARGE_PAGE, MADV_HUGEPAGE);
	free(block);
	return malloc(before);
}

/* Libraries answer lack of memory each in its own way: some abort, some go on
 * with a glyph or a sentence less. None of them may ever see it, so that the
 * calls below stand before the C library's. Sanitizers bring their own. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifndef __SANITIZE_ADDRESS__

#pragma GCC visibility push(default)

#define NEXT(call, name) (*(void **)&(call) = dlsym(RTLD_NEXT, (name)))

void *
malloc(size_t size)
{
	static void *(*next)(size_t);
	void *taken;

	if (next == NULL)
		NEXT(next, "malloc");
	taken = next(size);
	if (taken == NULL)
		memory_exhausted();
	return taken;
}

void *
calloc(size_t count, size_t size)
{
	static void *(*next)(size_t, size_t);
	void *taken;

	if (next == NULL)
		NEXT(next, "calloc");
	taken = next(count, size);
	if (taken == NULL)
		memory_exhausted();
	return taken;
}

void *
realloc(void *old, size_t size)
{
	static void *(*next)(void *, size_t);
	void *taken;

	if (next == NULL)
		NEXT(next, "realloc");
	taken = next(old, size);
	if (taken == NULL && size > 0)
		memory_exhausted();
	return taken;
}

int
posix_memalign(void **taken, size_t step, size_t size)
{
	static int (*next)(void **, size_t, size_t);
	int fault;

	if (next == NULL)
		NEXT(next, "posix_memalign");
	fault = next(taken, step, size);
	if (fault == ENOMEM)
		memory_exhausted();
	return fault;
}

#pragma GCC visibility pop

#endif
