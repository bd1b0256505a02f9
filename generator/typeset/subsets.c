/* The faces of a text cut down, here or in a process of its own. */
/* SPDX-License-Identifier: MIT */
#include "typeset/fonts.h"

#include "base/arena.h"
#include "base/process.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static void
unlisted_report(struct messages *messages, const char *folder,
		const struct face *face)
{
	const struct place at = {folder, 0, 0};

	message_error(messages, at, "fonts.tsv lists no %s%s%s", face->family,
		      face->bold ? " Bold" : "", face->italic ? " Italic" : "");
}

bool
subsets_open(struct arena *arena, struct messages *messages,
	     struct subsets *subsets, const char *folder,
	     const struct face *faces, size_t count)
{
	bool is_good = true;

	*subsets = (struct subsets){0};
	if (!font_list_read(arena, messages, folder, &subsets->list))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct subset subset = {
		    .font = font_list_find(&subsets->list, &faces[i]),
		    .is_of_figures = faces[i].is_of_figures,
		    .file = -1};

		if (subset.font == NULL)
			unlisted_report(messages, folder, &faces[i]);
		else if ((subset.file = memfd_create("font", MFD_CLOEXEC)) < 0)
			message_add(messages, WEIGHT_FAILURE, subset.font->at,
				    "no room for this face: %s",
				    strerror(errno));
		is_good = is_good && subset.file >= 0;
		if (subset.file >= 0)
			ARENA_PUSH(arena, subsets->items, subsets->count,
				   subset);
	}
	return is_good;
}

static bool
subset_fill(struct arena *arena, struct messages *messages,
	    const struct subsets *subsets, size_t i)
{
	const struct subset *subset = &subsets->items[i];
	const struct repertoire *repertoire = subsets->repertoire;
	const struct wanted wanted = {
	    subset->is_of_figures ? &repertoire->figures : &repertoire->text,
	    subsets->languages};

	return font_subset(arena, messages, &subsets->list, subset->font,
			   &wanted, subset->file);
}

bool
subsets_fill(struct arena *arena, struct messages *messages,
	     const struct subsets *subsets)
{
	bool is_good = true;

	for (size_t i = 0; i < subsets->count; i++)
		is_good &= subset_fill(arena, messages, subsets, i);
	return is_good;
}

/* What there is to do in a process. */
struct share {
	struct arena *arena;
	const struct subsets *subsets;
	size_t first;
	bool is_good;
};

/* Every so-manieth face. What there is to say, says who does it again. */
static void
share_fill(void *context)
{
	struct share *share = context;
	struct messages unheard = {0};

	for (size_t i = share->first; i < share->subsets->count;
	     i += SUBSETTERS)
		share->is_good &= subset_fill(share->arena, &unheard,
					      share->subsets, i);
}

static _Noreturn void
child_run(struct arena *arena, const struct subsets *subsets, size_t first)
{
	struct share share = {arena, subsets, first, true};

	process_work(share_fill, &share);
	process_end(share.is_good ? 0 : 1);
}

void
subsets_begin(struct arena *arena, struct subsets *subsets)
{
	for (size_t i = 0; i < SUBSETTERS; i++) {
		pid_t process = process_fork(SIGKILL);

		if (process == 0)
			child_run(arena, subsets, i);
		subsets->processes[i] = process > 0 ? process : 0;
	}
}

static bool
subsetter_await(pid_t *process)
{
	pid_t awaited = *process;
	int status = 0;

	*process = 0; /* whatever comes, it is waited for once */
	return awaited > 0 && process_await(awaited, &status) == awaited &&
	       process_is_good(status);
}

bool
subsets_await(struct subsets *subsets, const struct repertoire *repertoire)
{
	const struct repertoire *cut = subsets->repertoire;
	bool is_good = true;

	for (size_t i = 0; i < SUBSETTERS; i++)
		is_good &= subsetter_await(&subsets->processes[i]);
	return is_good && characters_have_all(&cut->text, &repertoire->text) &&
	       characters_have_all(&cut->figures, &repertoire->figures);
}

void
subsets_close(struct subsets *subsets)
{
	for (size_t i = 0; i < SUBSETTERS; i++)
		if (subsets->processes[i] > 0) {
			kill(subsets->processes[i], SIGKILL);
			subsetter_await(&subsets->processes[i]);
		}
	for (size_t i = 0; i < subsets->count; i++)
		close(subsets->items[i].file);
	*subsets = (struct subsets){0};
}
