/* Loaded before the C library: makes a chosen call fail, or sends a signal at
 * it. What is asked for stands in the environment:
 *   FAULT_CALL    open, read, write, fsync, close, rename, link, symlink,
 *                 mkdir, unlink, list, memory file; or "any" of those that
 * change files FAULT_AT      which of these calls, from 1 on FAULT_ERROR   a
 * number of errno, or "short" to write a byte only FAULT_SIGNAL  a number,
 * instead of an error FAULT_MEMORY  every so manyeth allocation fails, in a
 * copy of the process FAULT_REPORT  a descriptor: a line when it happened, and
 * at the end what became of the allocations */
/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *call = "";
static long at, every;
static int error, wanted_signal, report = -1;
static bool is_short, is_ready;
static pid_t first; /* process; its children count with it */
static struct counts {
	atomic_long calls, allocations, points, faults;
} * counts;
static _Thread_local bool is_inside;

static long
number(const char *name)
{
	const char *word = getenv(name);

	return word == NULL ? 0 : atol(word);
}

__attribute__((constructor)) static void
begin(void)
{
	const char *wanted = getenv("FAULT_ERROR");

	if (getenv("FAULT_CALL") != NULL)
		call = getenv("FAULT_CALL");
	at = number("FAULT_AT");
	every = number("FAULT_MEMORY");
	is_short = wanted != NULL && strcmp(wanted, "short") == 0;
	error = (int)number("FAULT_ERROR");
	wanted_signal = (int)number("FAULT_SIGNAL");
	report = getenv("FAULT_REPORT") == NULL ? -1
						: (int)number("FAULT_REPORT");
	first = getpid();
	counts = mmap(NULL, sizeof(*counts), PROT_READ | PROT_WRITE,
		      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	is_ready = counts != MAP_FAILED;
}

__attribute__((destructor)) static void
end(void)
{
	if (every > 0 && getpid() == first)
		dprintf(report, "%ld allocations, %ld points, %ld faults\n",
			(long)counts->allocations, (long)counts->points,
			(long)counts->faults);
}

static void *
next(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

#define NEXT(name)                                                             \
	static __typeof__(&name) real;                                         \
	if (real == NULL)                                                      \
	*(void **)&real = next(#name)

/* True if this call is the one that fails; a signal is sent instead. */
static bool
fails(const char *name, bool changes)
{
	if (!is_ready || is_inside || at == 0)
		return false;
	if (strcmp(call, name) != 0 && !(changes && strcmp(call, "any") == 0))
		return false;
	if (++counts->calls != at)
		return false;
	dprintf(report, "%s %ld\n", name, at);
	if (wanted_signal != 0) {
		kill(first, wanted_signal);
		return false;
	}
	errno = error;
	return true;
}

/* --- calls --- */

static int
open_with(int (*real)(const char *, int, ...), const char *path, int flags,
	  mode_t mode)
{
	if (fails("open", (flags & O_CREAT) != 0))
		return -1;
	return real(path, flags, mode);
}

int
open(const char *path, int flags, ...)
{
	va_list rest;
	mode_t mode;
	NEXT(open);

	va_start(rest, flags);
	mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
	va_end(rest);
	return open_with(real, path, flags, mode);
}

int
open64(const char *path, int flags, ...)
{
	va_list rest;
	mode_t mode;
	NEXT(open64);

	va_start(rest, flags);
	mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
	va_end(rest);
	return open_with(real, path, flags, mode);
}

int __open_2(const char *path, int flags);
int
__open_2(const char *path, int flags)
{
	NEXT(open);
	return open_with(real, path, flags, 0);
}

FILE *
fopen(const char *path, const char *mode)
{
	NEXT(fopen);
	return fails("open", false) ? NULL : real(path, mode);
}

DIR *
opendir(const char *path)
{
	NEXT(opendir);
	return fails("list", false) ? NULL : real(path);
}

int
memfd_create(const char *name, unsigned flags)
{
	NEXT(memfd_create);
	return fails("memory file", false) ? -1 : real(name, flags);
}

ssize_t
read(int file, void *bytes, size_t length)
{
	NEXT(read);
	if (!fails("read", false))
		return real(file, bytes, length);
	return is_short && length > 0 ? real(file, bytes, 1) : -1;
}

ssize_t __read_chk(int file, void *bytes, size_t length, size_t room);
ssize_t
__read_chk(int file, void *bytes, size_t length, size_t room)
{
	(void)room;
	return read(file, bytes, length);
}

ssize_t
write(int file, const void *bytes, size_t length)
{
	NEXT(write);
	if (!fails("write", true))
		return real(file, bytes, length);
	return is_short && length > 0 ? real(file, bytes, 1) : -1;
}

int
fsync(int file)
{
	NEXT(fsync);
	return fails("fsync", true) ? -1 : real(file);
}

/* The descriptor is gone either way, as in Linux. */
int
close(int file)
{
	NEXT(close);
	bool failing = fails("close", false);
	int kept = errno, status = real(file);

	errno = failing ? kept : errno;
	return failing ? -1 : status;
}

int
rename(const char *from, const char *to)
{
	NEXT(rename);
	return fails("rename", true) ? -1 : real(from, to);
}

int
link(const char *from, const char *to)
{
	NEXT(link);
	return fails("link", true) ? -1 : real(from, to);
}

int
mkdir(const char *path, mode_t mode)
{
	NEXT(mkdir);
	return fails("mkdir", true) ? -1 : real(path, mode);
}

int
unlink(const char *path)
{
	NEXT(unlink);
	return fails("unlink", true) ? -1 : real(path);
}

int
symlink(const char *to, const char *path)
{
	NEXT(symlink);
	return fails("symlink", true) ? -1 : real(to, path);
}

int
syncfs(int file)
{
	NEXT(syncfs);
	return fails("fsync", true) ? -1 : real(file);
}

/* --- memory --- */

/* A copy of the process is told that there is no memory; true in the copy. It
 * must end with status 3 and one line. */
static bool
copy_fails(void)
{
	static const char words[] = "rapporteur: error: out of memory\n";
	char said[256] = "";
	int pipes[2], status = 0;
	ssize_t length;
	pid_t copy;

	if (pipe(pipes) != 0)
		return false;
	copy = fork();
	if (copy == 0) {
		dup2(pipes[1], STDERR_FILENO);
		return true;
	}
	close(pipes[1]);
	length = read(pipes[0], said, sizeof(said) - 1);
	waitpid(copy, &status, 0);
	close(pipes[0]);
	counts->points++;
	if (length < 0 || strcmp(said, words) != 0 || !WIFEXITED(status) ||
	    WEXITSTATUS(status) != 3) {
		counts->faults++;
		dprintf(report, "allocation %ld: status %#x, \"%s\"\n",
			(long)counts->allocations, (unsigned)status, said);
	}
	return false;
}

static bool
memory_fails(void)
{
	bool failing;

	if (!is_ready || every == 0 || is_inside)
		return false;
	if (++counts->allocations % every != 0)
		return false;
	is_inside = true;
	failing = copy_fails();
	is_inside = false;
	if (failing)
		errno = ENOMEM;
	return failing;
}

void *
malloc(size_t size)
{
	NEXT(malloc);
	return memory_fails() ? NULL : real(size);
}

void *
calloc(size_t count, size_t size)
{
	NEXT(calloc);
	return memory_fails() ? NULL : real(count, size);
}

void *
realloc(void *old, size_t size)
{
	NEXT(realloc);
	return size > 0 && memory_fails() ? NULL : real(old, size);
}
