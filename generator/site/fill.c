/* Fill a version's folder: what is new is written and packed, what is as it was
 * becomes another link to the same file. */
/* SPDX-License-Identifier: MIT */
#include "site/shelf.h"

#include "base/interrupt.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	PACK_LEAST = 256, /* [bytes] below which packing gains nothing */
	FOLDERS_DEEPEST = 16,
	LIST_MOST = 1 << 20 /* [bytes] of a list of assets */
};

static const char *const packings[] = {"", ".gz", ".br"};

struct filling {
	struct shelf *shelf;
	const char *from;
	const char *made;
	const char *old;    /* folder of the version that is served, or NULL */
	struct text assets; /* names, one a line */
};

/* --- removing --- */

static int
entry_remove(const char *path, const struct stat *status, int kind,
	     struct FTW *place)
{
	(void)status;
	(void)kind;
	(void)place;
	return remove(path);
}

void
tree_remove(const char *path)
{
	nftw(path, entry_remove, FOLDERS_DEEPEST, FTW_DEPTH | FTW_PHYS);
}

/* --- one file --- */

static bool
is_text(const char *path)
{
	static const char *const endings[] = {".html", ".css", ".js",	".svg",
					      ".xml",  ".xsd", ".json", ".csv",
					      ".tsv",  ".txt"};
	const char *ending = strrchr(path, '.');

	for (size_t i = 0; ending != NULL && i < COUNT(endings); i++)
		if (strcmp(ending, endings[i]) == 0)
			return true;
	return false;
}

static bool
bytes_write(struct filling *filling, const char *path, const char *bytes,
	    size_t length)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool good = file >= 0 && file_put(file, bytes, length);

	if (file >= 0 && close(file) != 0)
		good = false;
	return good || shelf_fail(filling->shelf, path, "cannot write");
}

static bool
packed_write(struct filling *filling, const char *path, const char *bytes,
	     size_t length)
{
	struct arena *arena = filling->shelf->arena;
	struct text gzip = {0}, brotli = {0};
	bool good = true;

	if (length < PACK_LEAST || !is_text(path))
		return true;
	gzip_pack(&gzip, bytes, length);
	brotli_pack(&brotli, bytes, length);
	if (gzip.length < length)
		good = bytes_write(filling, arena_print(arena, "%s.gz", path),
				   gzip.bytes, gzip.length);
	if (good && brotli.length < length)
		good = bytes_write(filling, arena_print(arena, "%s.br", path),
				   brotli.bytes, brotli.length);
	text_free(&gzip);
	text_free(&brotli);
	return good;
}

static void
file_unlink(struct arena *arena, const char *path)
{
	for (size_t i = 0; i < COUNT(packings); i++)
		unlink(arena_print(arena, "%s%s", path, packings[i]));
}

/* The file and its packed ones, as far as there are any, get a second name;
 * where that fails nothing does. */
static bool
names_link(struct arena *arena, const char *old, const char *path)
{
	for (size_t i = 0; i < COUNT(packings); i++)
		if (link(arena_print(arena, "%s%s", old, packings[i]),
			 arena_print(arena, "%s%s", path, packings[i])) != 0 &&
		    (i == 0 || errno != ENOENT)) {
			file_unlink(arena, path);
			return false;
		}
	return true;
}

/* True if the served version has the file with these bytes, and it is linked.
 */
static bool
file_link(struct filling *filling, const char *name, const char *path,
	  const char *bytes, size_t length)
{
	struct arena *arena = filling->shelf->arena;
	const char *old;

	if (filling->old == NULL)
		return false;
	old = arena_print(arena, "%s/%s", filling->old, name);
	return file_holds(old, bytes, length) && names_link(arena, old, path);
}

static bool
file_fill(struct filling *filling, const char *name)
{
	struct shelf *shelf = filling->shelf;
	const char *path = arena_print(shelf->arena, "%s/%s", filling->made,
				       name);
	struct arena *scratch = arena_new();
	size_t length;
	const char *bytes = file_read(
	    scratch, shelf->messages,
	    arena_print(scratch, "%s/%s", filling->from, name), TEXT_MOST,
	    &length);
	bool good = bytes != NULL;

	if (good && !file_link(filling, name, path, bytes, length))
		good = bytes_write(filling, path, bytes, length) &&
		       packed_write(filling, path, bytes, length);
	if (good && strncmp(name, "assets/", 7) == 0)
		text_print(&filling->assets, "%s\n", name);
	arena_free(scratch);
	return good;
}

/* --- folders --- */

static bool
folder_fill(struct filling *filling, const char *name, int depth)
{
	struct shelf *shelf = filling->shelf;
	const char *from = arena_print(shelf->arena, "%s/%s", filling->from,
				       name);
	char **names;
	size_t count;
	bool good = depth < FOLDERS_DEEPEST &&
		    folder_list(shelf->arena, shelf->messages, from, "", &names,
				&count);

	for (size_t i = 0; good && i < count; i++) {
		const char *child = *name == '\0'
					? names[i]
					: arena_print(shelf->arena, "%s/%s",
						      name, names[i]);
		const char *made = arena_print(shelf->arena, "%s/%s",
					       filling->made, child);
		struct stat status;

		if (interrupt_is_waiting()) {
			errno = EINTR;
			return shelf_fail(shelf, child, "not published");
		}
		if (stat(arena_print(shelf->arena, "%s/%s", from, names[i]),
			 &status) != 0)
			return shelf_fail(shelf, child, "cannot read");
		if (!S_ISDIR(status.st_mode))
			good = file_fill(filling, child);
		else
			good = (mkdir(made, 0777) == 0 ||
				shelf_fail(shelf, made,
					   "cannot make folder")) &&
			       folder_fill(filling, child, depth + 1);
	}
	return good;
}

/* --- the assets of versions that stand --- */

static bool
asset_carry(struct filling *filling, const char *version, const char *name)
{
	struct arena *arena = filling->shelf->arena;
	const char *from = arena_print(
	    arena, "%s/%s", shelf_path(filling->shelf, version), name);

	for (size_t i = 0; i < COUNT(packings); i++) {
		const char *path = arena_print(arena, "%s/%s%s", filling->made,
					       name, packings[i]);

		if (link(arena_print(arena, "%s%s", from, packings[i]), path) !=
			0 &&
		    errno != EEXIST && errno != ENOENT)
			return shelf_fail(filling->shelf, path, "cannot link");
	}
	return true;
}

/* Whoever reads a page of an older version may still ask for its own style
 * sheet and fonts. */
static bool
assets_carry(struct filling *filling)
{
	struct shelf *shelf = filling->shelf;

	for (size_t i = 0; i < shelf->count; i++) {
		const char *version = version_name(shelf, shelf->versions[i]);
		size_t length;
		char *next = file_read_quietly(
		    shelf->arena,
		    arena_print(shelf->arena, "%s/%s.assets", shelf->folder,
				version),
		    LIST_MOST, &length);

		while (next != NULL && *next != '\0') {
			char *end = strchr(next, '\n');

			if (end == NULL)
				break;
			*end = '\0';
			if (!asset_carry(filling, version, next))
				return false;
			next = end + 1;
		}
	}
	return true;
}

bool
version_fill(struct shelf *shelf, const char *from, const char *made,
	     long number)
{
	struct filling filling = {.shelf = shelf, .from = from, .made = made};
	const char *list = arena_print(
	    shelf->arena, "%s.assets",
	    shelf_path(shelf, version_name(shelf, number)));
	bool good;

	if (shelf->current > 0)
		filling.old = shelf_path(shelf,
					 version_name(shelf, shelf->current));
	good = folder_fill(&filling, "", 0) && assets_carry(&filling);
	unlink(list);
	good = good && bytes_write(&filling, list, text_string(&filling.assets),
				   filling.assets.length);
	text_free(&filling.assets);
	return good;
}
