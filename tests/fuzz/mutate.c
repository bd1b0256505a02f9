/* Inputs changed as their authors might: lines taken out, doubled, moved or
 * brought in from another input; a value in quotes, or a place in {{ }}, that
 * becomes another one of the input or an odd one. All formats here have a line,
 * a value or both, so that much of what is tried is well-formed. Half of the
 * time libFuzzer does what it does by itself. */
/* SPDX-License-Identifier: MIT */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum {
	PIECES_MOST = 1024
};

/* libFuzzer's own; AFL++, which does not ask for what is here, need not have
 * it. */
__attribute__((weak)) size_t LLVMFuzzerMutate(uint8_t *bytes, size_t size,
					      size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most,
			       unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size,
				 const uint8_t *two, size_t two_size,
				 uint8_t *out, size_t most, unsigned seed);

struct piece {
	const uint8_t *bytes;
	size_t length;
};

struct pieces {
	struct piece items[PIECES_MOST];
	size_t count;
};

/* A linear generator: what is random here need not be good. */
static size_t
random_below(unsigned *seed, size_t bound)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) % bound;
}

static void
pieces_add(struct pieces *pieces, const uint8_t *bytes, size_t length)
{
	if (pieces->count < PIECES_MOST)
		pieces->items[pieces->count++] = (struct piece){bytes, length};
}

/* Each with its end, but perhaps the last. */
static void
lines_find(struct pieces *lines, const uint8_t *bytes, size_t size)
{
	while (size > 0) {
		const uint8_t *end = memchr(bytes, '\n', size);
		size_t length = end == NULL ? size : (size_t)(end - bytes) + 1;

		pieces_add(lines, bytes, length);
		bytes += length;
		size -= length;
	}
}

/* What stands between quotes, and between {{ and }}. */
static void
values_find(struct pieces *values, const uint8_t *bytes, size_t size)
{
	const uint8_t *end = bytes + size, *close;

	for (const uint8_t *at = bytes; at + 2 < end; at++) {
		if (*at == '"') {
			close = memchr(at + 1, '"', (size_t)(end - at - 1));
		} else if (at[0] == '{' && at[1] == '{') {
			at++;
			close = memmem(at, (size_t)(end - at), "}}", 2);
		} else {
			continue;
		}
		if (close == NULL)
			return;
		pieces_add(values, at + 1, (size_t)(close - at - 1));
		at = close;
	}
}

/* Put `with` in the place of `length` bytes; the new size, or 0: no room. */
static size_t
splice(uint8_t *bytes, size_t size, size_t most, size_t at, size_t length,
       struct piece with)
{
	uint8_t *copy;

	if (size - length + with.length > most)
		return 0;
	copy = malloc(with.length + 1);
	if (copy == NULL)
		return 0;
	memcpy(copy, with.bytes, with.length);
	memmove(bytes + at + with.length, bytes + at + length,
		size - at - length);
	memcpy(bytes + at, copy, with.length);
	free(copy);
	return size - length + with.length;
}

static size_t
line_mutate(uint8_t *bytes, size_t size, size_t most, unsigned *seed)
{
	static struct pieces lines;
	struct piece line, other;
	size_t at;

	lines.count = 0;
	lines_find(&lines, bytes, size);
	if (lines.count == 0)
		return 0;
	line = lines.items[random_below(seed, lines.count)];
	other = lines.items[random_below(seed, lines.count)];
	at = (size_t)(line.bytes - bytes);
	switch (random_below(seed, 3)) {
	case 0:
		other.length = 0;
		break; /* out */
	case 1:
		line.length = 0;
		break; /* the other, doubled */
	case 2:
		break; /* the other in its place */
	}
	return splice(bytes, size, most, at, line.length, other);
}

static size_t
value_mutate(uint8_t *bytes, size_t size, size_t most, unsigned *seed)
{
	static const char *const odd[] = {
	    "",		  "0",		"-1",
	    "1",	  "2147483647", "99999999999999999999",
	    "0.001",	  "1e9",	"NaN",
	    "0000-00-00", "9999-12-31", "\xe2\x80\xae",
	    "en",	  "zh",		"a",
	    "{0}"};
	static struct pieces values;
	struct piece value, with;

	values.count = 0;
	values_find(&values, bytes, size);
	if (values.count == 0)
		return 0;
	value = values.items[random_below(seed, values.count)];
	with = values.items[random_below(seed, values.count)];
	if (random_below(seed, 2) == 0) {
		const char *word = odd[random_below(seed, COUNT(odd))];

		with = (struct piece){(const uint8_t *)word, strlen(word)};
	}
	return splice(bytes, size, most, (size_t)(value.bytes - bytes),
		      value.length, with);
}

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most, unsigned seed)
{
	size_t made = 0;

	switch (random_below(&seed, 4)) {
	case 0:
		made = line_mutate(bytes, size, most, &seed);
		break;
	case 1:
		made = value_mutate(bytes, size, most, &seed);
		break;
	}
	return made > 0 ? made : LLVMFuzzerMutate(bytes, size, most);
}

/* The first input with a line of the second behind one of its own. */
size_t
LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size,
			  const uint8_t *two, size_t two_size, uint8_t *out,
			  size_t most, unsigned seed)
{
	static struct pieces lines, others;
	struct piece line, other;

	lines.count = others.count = 0;
	lines_find(&lines, one, one_size);
	lines_find(&others, two, two_size);
	if (lines.count == 0 || others.count == 0 || one_size > most)
		return 0;
	line = lines.items[random_below(&seed, lines.count)];
	other = others.items[random_below(&seed, others.count)];
	memcpy(out, one, one_size);
	return splice(out, one_size, most,
		      (size_t)(line.bytes - one) + line.length, 0, other);
}
