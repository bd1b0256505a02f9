/* Say what is being done, on a terminal, once it takes more than a second. */
/* SPDX-License-Identifier: MIT */
#include "command/progress.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const char *volatile stage;
static volatile sig_atomic_t seconds;
static bool is_shown_at_all;

/* In a signal's handler, where only the plainest calls are safe. A line that
 * cannot be written is no loss. */
static void
show(int signal)
{
	int before = errno;
	char line[80] = "", digits[12];
	size_t length = 0, count = 0;

	(void)signal;
	if (stage == NULL)
		return;
	for (const char *at = stage; *at != '\0' && length < 60; at++)
		line[length++] = *at;
	line[length++] = ' ';
	for (long left = ++seconds; left > 0; left /= 10)
		digits[count++] = (char)('0' + left % 10);
	while (count > 0)
		line[length++] = digits[--count];
	/* The next to write there begins over it. */
	memcpy(line + length, " s\033[K\r", 6);
	if (write(STDERR_FILENO, line, length + 6) > 0)
		alarm(1);
	errno = before;
}

void
progress_begin(bool is_quiet)
{
	struct sigaction action = {.sa_handler = show, .sa_flags = SA_RESTART};

	is_shown_at_all = !is_quiet && isatty(STDERR_FILENO) == 1;
	if (is_shown_at_all)
		sigaction(SIGALRM, &action, NULL);
}

void
progress_stage(const char *what)
{
	static const char clear[] = "\r\033[K";

	if (!is_shown_at_all)
		return;
	alarm(0);
	if (seconds > 0 && write(STDERR_FILENO, clear, sizeof(clear) - 1) < 0)
		return;
	seconds = 0;
	stage = what;
	if (what != NULL)
		alarm(1);
}
