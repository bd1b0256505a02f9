/* Build, and build again when a file that the report is made from changes. */
/* SPDX-License-Identifier: MIT */
#include "command/website.h"

#include "base/arena.h"
#include "base/process.h"
#include "command/confine.h"
#include "command/products.h"

#include <errno.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	QUIET_TIME = 120, /* [ms] without a change before a build starts */
	FOLDERS_OPEN = 16,
	EVENTS = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE |
		 IN_DELETE
};

static int watcher = -1; /* for nftw, which hands nothing on */

static int
folder_watch(const char *path, const struct stat *status, int kind,
	     struct FTW *place)
{
	(void)status;
	(void)place;
	if (kind == FTW_D)
		inotify_add_watch(watcher, path, EVENTS);
	return 0;
}

/* What editors put beside a file while it is open is no input. */
static bool
is_input(const struct inotify_event *event)
{
	size_t length = event->len > 0 ? strlen(event->name) : 0;

	return length > 0 && event->name[0] != '.' &&
	       event->name[length - 1] != '~' &&
	       strcmp(event->name, "4913") != 0;
}

/* Take the events that are there; true if any is about input. */
static bool
events_take(void)
{
	_Alignas(struct inotify_event) char bytes[8192];
	ssize_t got = read(watcher, bytes, sizeof(bytes));
	bool found = false;

	for (char *at = bytes; got > 0 && at < bytes + got;) {
		const struct inotify_event *event = (const void *)at;

		if (is_input(event)) {
			printf("changed: %s\n", event->name);
			found = true;
		}
		at += sizeof(*event) + event->len;
	}
	return found;
}

/* Wait for a change, and then until it has been quiet for a while: saving a
 * file is often more than one event. False if waiting fails. */
static bool
change_wait(void)
{
	struct pollfd poll_one = {.fd = watcher, .events = POLLIN};
	bool found = false;

	for (;;) {
		int ready = poll(&poll_one, 1, found ? QUIET_TIME : -1);

		if (ready < 0 && errno != EINTR)
			return false;
		if (ready == 0)
			return true;
		if (ready > 0 && events_take())
			found = true;
	}
}

static int
build(const struct options *options)
{
	struct confinement confinement;
	struct job job;
	int status;

	job_open(&job, options);
	if (!job_confine(&job, &confinement) || !products_write(&job))
		puts("not built");
	if (options->has_timings)
		job_print_timings(&job);
	status = messages_exit_status(&job.messages);
	confinement_end(&confinement);
	job_close(&job);
	fflush(stdout);
	return status;
}

/* In a process of its own, which is held to the folders as they are now, and
 * whose end, whatever it dies of, is not the end of watching. */
static bool
build_apart(const struct options *options)
{
	pid_t building = process_fork(SIGTERM);
	int status;

	if (building == 0)
		_exit(build(options));
	if (building < 0 || process_await(building, &status) < 0)
		return false;
	if (WIFSIGNALED(status))
		printf("not built: %s\n", strsignal(WTERMSIG(status)));
	fflush(stdout);
	return true;
}

/* This process reads no input, and is not confined. */
int
watch_run(const struct options *options)
{
	const char *const folders[] = {options->input, options->templates};

	watcher = inotify_init1(IN_CLOEXEC);
	do {
		for (size_t i = 0; i < COUNT(folders); i++)
			nftw(folders[i], folder_watch, FOLDERS_OPEN, FTW_PHYS);
	} while (watcher >= 0 && build_apart(options) && change_wait());
	fprintf(stderr, "rapporteur: error: cannot watch: %s\n",
		strerror(errno));
	return 3;
}
