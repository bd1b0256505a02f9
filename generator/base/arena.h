/* Memory that lives as long as a stage's product: allocate, never free alone.
 */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct arena;

/* A new, empty arena; arena_free releases it and all that came from it.
 * No call below returns NULL: when memory is out, one line goes to standard
 * error and the program exits with status 3. */
struct arena *arena_new(void);
void arena_free(struct arena *);

/* Zeroed bytes, aligned for any type. */
void *arena_take(struct arena *, size_t size);

/* As many zeroed items; a product that overflows ends as lack of memory. */
void *arena_array(struct arena *, size_t count, size_t size);

/* The same, but not zeroed: for who fills each item before reading it. */
void *arena_room(struct arena *, size_t count, size_t size);

/* Copies, always closed by a NUL byte. */
char *arena_copy(struct arena *, const char *string);
char *arena_copy_bytes(struct arena *, const char *bytes, size_t length);
__attribute__((format(printf, 2, 3))) char *
arena_print(struct arena *, const char *format, ...);

/* Room for one more item behind `count` items: returns `items`, moved to a
 * block of twice the size, not zeroed, when `count` is 0 or a power of two. Use
 * ARENA_PUSH. */
void *arena_grow(struct arena *, void *items, size_t count, size_t size);

/* Append VALUE to the array ITEMS of COUNT_ items, all lvalues. */
#define ARENA_PUSH(arena, items, count_, value)                                \
	((items) = arena_grow((arena), (items), (count_), sizeof(*(items))),   \
	 (void)((items)[(count_)++] = (value)))

/* The answer to lack of memory: malloc and its kin give it themselves, to
 * libraries too (memory.c), so that NULL never comes from them. */
_Noreturn void memory_exhausted(void);

/* Make the calling thread's heap ready for much: what is freed is kept for the
 * next that asks, and what comes from the kernel comes in large pages. It fills
 * each page with zeros first, and to ask for a small one takes four times as
 * long as that. Free what it returns when the work is done. */
void *memory_prepare(void);

#endif
