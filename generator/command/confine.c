/* What a command may reach, before it reads a byte of its input. */
/* SPDX-License-Identifier: MIT */
#include "command/confine.h"

#include "base/arena.h"
#include "base/sandbox.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
is_command(const struct job *job, const char *name)
{
	return strcmp(job->options.command, name) == 0;
}

static void
read_grant(struct sandbox *sandbox, const char *path)
{
	if (path != NULL)
		sandbox_grant(sandbox, GRANT_READ, path);
}

/* Fonts, and a report's neighbours, may be links to where a package put them.
 */
static void
links_grant(struct job *job, struct sandbox *sandbox, const char *path)
{
	DIR *folder = opendir(path);

	if (folder == NULL)
		return;
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
		if (entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN)
			read_grant(sandbox, arena_print(job->arena, "%s/%s",
							path, entry->d_name));
	closedir(folder);
}

/* Report.xml names files in the folder where its own lies; path_is_inside holds
 * it to that as well. */
static void
reading_grant(struct job *job, struct sandbox *sandbox)
{
	const struct options *options = &job->options;

	read_grant(sandbox, options->templates);
	links_grant(job, sandbox, options->templates);
	read_grant(sandbox, options->report);
	if (options->report != NULL)
		read_grant(sandbox,
			   arena_print(job->arena, "%s/..", options->report));
	read_grant(sandbox, options->input);
	read_grant(sandbox, job->schemas);
	read_grant(sandbox, options->fonts);
	links_grant(job, sandbox, options->fonts);
	read_grant(sandbox, options->text);
	read_grant(sandbox, options->against);
}

/* Beside a target stands the folder of its versions; the target itself is a
 * link, replaced in its own folder. */
static bool
target_grant(struct job *job, struct sandbox *sandbox,
	     struct confinement *confinement)
{
	char *target = arena_copy(job->arena, job->options.target);
	size_t length = strlen(target);
	const char *versions;
	char *slash;

	while (length > 1 && target[length - 1] == '/')
		target[--length] = '\0';
	versions = arena_print(job->arena, "%s.versions", target);
	if (mkdir(versions, 0777) == 0) {
		ARENA_PUSH(job->arena, confinement->made, confinement->count,
			   versions);
	} else if (errno != EEXIST) {
		file_fail(&job->messages, versions, "cannot make folder");
		return false;
	}
	sandbox_grant(sandbox, GRANT_WRITE, versions);
	slash = strrchr(target, '/');
	if (slash != NULL)
		slash[slash == target] = '\0';
	sandbox_grant(sandbox, GRANT_REPLACE, slash == NULL ? "." : target);
	return true;
}

/* The folders on the way to the output folder, itself among them, that are not
 * there. */
static void
missing_find(struct job *job, struct confinement *confinement)
{
	const char *output = job->options.output;
	struct stat status;

	for (const char *end = output; *end != '\0';) {
		const char *folder;

		end += strspn(end, "/");
		end += strcspn(end, "/");
		folder = arena_copy_bytes(job->arena, output,
					  (size_t)(end - output));
		if (stat(folder, &status) != 0)
			ARENA_PUSH(job->arena, confinement->made,
				   confinement->count, folder);
	}
}

/* A rule is bound to a folder that is there: so the output folder is made. */
static bool
output_grant(struct job *job, struct sandbox *sandbox,
	     struct confinement *confinement)
{
	missing_find(job, confinement);
	if (!folders_make(&job->messages, job->options.output))
		return false;
	sandbox_grant(sandbox, GRANT_WRITE, job->options.output);
	if (confinement->count > 0)
		sandbox_grant(
		    sandbox, GRANT_REMOVE,
		    arena_print(job->arena, "%s/..", confinement->made[0]));
	return true;
}

static bool
writes_output(const struct job *job)
{
	return job->options.print == STAGE_NONE && !job->options.rolls_back &&
	       (is_command(job, "build") || is_command(job, "charts") ||
		is_command(job, "publish") || is_command(job, "watch"));
}

static bool
writing_grant(struct job *job, struct sandbox *sandbox,
	      struct confinement *confinement)
{
	const struct options *options = &job->options;

	if (is_command(job, "check") && options->confirms)
		sandbox_grant(sandbox, GRANT_WRITE,
			      options->report != NULL ? options->report
						      : options->templates);
	if (writes_output(job) && !output_grant(job, sandbox, confinement))
		return false;
	return options->target == NULL ||
	       target_grant(job, sandbox, confinement);
}

bool
job_confine(struct job *job, struct confinement *confinement)
{
	struct sandbox sandbox;
	struct text words = {0};
	bool good;

	*confinement = (struct confinement){0};
	sandbox_open(&sandbox);
	reading_grant(job, &sandbox);
	good = writing_grant(job, &sandbox, confinement);
	sandbox_enter(&sandbox, &words);
	if (job->options.is_verbose)
		fprintf(stderr, "rapporteur: %s\n", text_string(&words));
	text_free(&words);
	return good;
}

void
confinement_end(const struct confinement *confinement)
{
	for (size_t i = confinement->count; i-- > 0;)
		rmdir(confinement->made[i]);
}
