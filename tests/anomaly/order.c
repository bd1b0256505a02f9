/* Loaded before the C library: every folder lists its entries the other way
 * round. */
/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

enum {
	FOLDERS_MOST = 64 /* open at a time */
};

static struct listing {
	DIR *folder; /* NULL: free */
	struct dirent *entries;
	size_t count; /* still to be given, from the last on */
} listings[FOLDERS_MOST];

static struct listing *
listing_find(DIR *folder)
{
	for (size_t i = 0; i < FOLDERS_MOST; i++)
		if (listings[i].folder == folder)
			return &listings[i];
	return NULL;
}

static void
listing_fill(struct listing *listing, struct dirent *(*real)(DIR *))
{
	for (struct dirent *entry; (entry = real(listing->folder)) != NULL;) {
		listing->entries = reallocarray(listing->entries,
						listing->count + 1,
						sizeof(*listing->entries));
		if (listing->entries == NULL)
			abort();
		memcpy(&listing->entries[listing->count++], entry,
		       entry->d_reclen);
	}
}

struct dirent *
readdir(DIR *folder)
{
	static struct dirent *(*real)(DIR *);
	struct listing *listing = listing_find(folder);

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "readdir");
	if (listing == NULL) {
		listing = listing_find(NULL);
		if (listing == NULL)
			abort();
		*listing = (struct listing){.folder = folder};
		listing_fill(listing, real);
	}
	return listing->count == 0 ? NULL : &listing->entries[--listing->count];
}

int
closedir(DIR *folder)
{
	static int (*real)(DIR *);
	struct listing *listing = listing_find(folder);

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "closedir");
	if (listing != NULL) {
		free(listing->entries);
		listing->folder = NULL;
	}
	return real(folder);
}
