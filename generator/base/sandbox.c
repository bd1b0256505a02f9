/* What the process may still do while it reads what others wrote: Landlock
 * holds it to its files, a filter of system calls to itself. */
/* SPDX-License-Identifier: MIT */
#include "base/sandbox.h"

#include "base/arena.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Newer than the header of Debian 12; numbers of the kernel's interface. */
enum {
	FILES_TRUNCATE = 1 << 14, /* version 3 */
	FILES_DEVICE = 1 << 15,	  /* 5 */
	NETWORK_ALL = 3,	  /* 4: to bind and to connect, TCP */
	SCOPE_ALL = 3 /* 6: abstract sockets and signals, to others outside */
};

enum {
	/* The first that lets a file move between folders. */
	VERSION_LEAST = 2,
	FILES_ALL = (LANDLOCK_ACCESS_FS_REFER << 1) - 1,
	FILES_READ = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
	/* To list a folder is to flush it, too. */
	FILES_REPLACE = LANDLOCK_ACCESS_FS_READ_DIR |
			LANDLOCK_ACCESS_FS_REMOVE_DIR |
			LANDLOCK_ACCESS_FS_REMOVE_FILE |
			LANDLOCK_ACCESS_FS_MAKE_DIR |
			LANDLOCK_ACCESS_FS_MAKE_SYM | LANDLOCK_ACCESS_FS_REFER,
	FILES_WRITE = FILES_READ | FILES_REPLACE | FILES_TRUNCATE |
		      LANDLOCK_ACCESS_FS_WRITE_FILE |
		      LANDLOCK_ACCESS_FS_MAKE_REG,
	FILES_OF_A_FILE = LANDLOCK_ACCESS_FS_READ_FILE |
			  LANDLOCK_ACCESS_FS_WRITE_FILE | FILES_TRUNCATE
};

static const uint64_t rights[] = {
    [GRANT_READ] = FILES_READ,
    [GRANT_WRITE] = FILES_WRITE,
    [GRANT_REPLACE] = FILES_REPLACE,
    [GRANT_REMOVE] = LANDLOCK_ACCESS_FS_REMOVE_DIR,
};
static_assert(COUNT(rights) == GRANTS, "every grant has its rights");

/* As the kernel reads it; what a version does not know must be 0. */
struct ruleset {
	uint64_t files;
	uint64_t network;
	uint64_t scopes;
};

static uint64_t
files_of(int version)
{
	return FILES_ALL | (version >= 3 ? FILES_TRUNCATE : 0) |
	       (version >= 5 ? FILES_DEVICE : 0);
}

void
sandbox_open(struct sandbox *sandbox)
{
	struct ruleset ruleset = {0};

	*sandbox = (struct sandbox){.rules = -1};
	sandbox->version = (int)syscall(SYS_landlock_create_ruleset, NULL, 0,
					LANDLOCK_CREATE_RULESET_VERSION);
	if (sandbox->version < 0)
		sandbox->version = 0;
	if (sandbox->version < VERSION_LEAST)
		return;
	ruleset.files = files_of(sandbox->version);
	ruleset.network = sandbox->version >= 4 ? NETWORK_ALL : 0;
	ruleset.scopes = sandbox->version >= 6 ? SCOPE_ALL : 0;
	sandbox->rules = (int)syscall(SYS_landlock_create_ruleset, &ruleset,
				      sizeof(ruleset), 0);
}

void
sandbox_grant(struct sandbox *sandbox, enum grant grant, const char *path)
{
	struct landlock_path_beneath_attr rule = {0};
	struct stat status;

	if (sandbox->rules < 0)
		return;
	rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
	if (rule.parent_fd < 0)
		return;
	rule.allowed_access = rights[grant] & files_of(sandbox->version);
	if (fstat(rule.parent_fd, &status) == 0 && !S_ISDIR(status.st_mode))
		rule.allowed_access &= FILES_OF_A_FILE;
	syscall(SYS_landlock_add_rule, sandbox->rules,
		LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
	close(rule.parent_fd);
}

/* Calls that no stage needs, and that reach beyond the process. */
static const int denied[] = {
    SCMP_SYS(socket),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(sendto),
    SCMP_SYS(sendmsg),
    SCMP_SYS(sendmmsg),
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(pidfd_getfd),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(keyctl),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(open_by_handle_at),
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(move_mount),
    SCMP_SYS(open_tree),
    SCMP_SYS(fsopen),
    SCMP_SYS(pivot_root),
    SCMP_SYS(chroot),
    SCMP_SYS(setns),
    SCMP_SYS(unshare),
    SCMP_SYS(init_module),
    SCMP_SYS(finit_module),
    SCMP_SYS(delete_module),
    SCMP_SYS(kexec_load),
    SCMP_SYS(reboot),
    SCMP_SYS(swapon),
    SCMP_SYS(settimeofday),
    SCMP_SYS(clock_settime),
    SCMP_SYS(mknod),
    SCMP_SYS(mknodat),
#ifndef RAPPORTEUR_INSTRUMENTED
    SCMP_SYS(ptrace), /* LeakSanitizer stops its own process by it */
#endif
};

/* Processes may be made, for a build's editions, but no namespaces: in one of
 * its own a process may do what it may not here. Of clone3 the flags cannot be
 * seen: the C library falls back to clone when told that there is none. */
static bool
filter_add_clone(scmp_filter_ctx filter)
{
	static const uint64_t namespaces[] = {CLONE_NEWUSER, CLONE_NEWNS,
					      CLONE_NEWNET,  CLONE_NEWPID,
					      CLONE_NEWIPC,  CLONE_NEWUTS};
	bool good = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS),
				     SCMP_SYS(clone3), 0) == 0;

	for (size_t i = 0; i < COUNT(namespaces); i++)
		good &= seccomp_rule_add(
			    filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
			    SCMP_A0(SCMP_CMP_MASKED_EQ, namespaces[i],
				    namespaces[i])) == 0;
	return good;
}

static bool
filter_enter(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	bool good = filter != NULL && filter_add_clone(filter);

	for (size_t i = 0; good && i < COUNT(denied); i++)
		good = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM),
					denied[i], 0) == 0;
	good = good && seccomp_load(filter) == 0;
	seccomp_release(filter);
	return good;
}

static bool
files_enter(const struct sandbox *sandbox)
{
	return sandbox->rules >= 0 &&
	       prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	       syscall(SYS_landlock_restrict_self, sandbox->rules, 0) == 0;
}

bool
sandbox_enter(struct sandbox *sandbox, struct text *words)
{
	bool files, calls;

#ifdef RAPPORTEUR_INSTRUMENTED
	/* Sanitizers read the program to name its functions; profiles are
	 * written where it was built. */
	sandbox_grant(sandbox, GRANT_READ, "/");
	sandbox_grant(sandbox, GRANT_WRITE, RAPPORTEUR_INSTRUMENTED);
#endif
	files = files_enter(sandbox);
	calls = filter_enter();
	if (files)
		text_print(words, "files held by Landlock %d",
			   sandbox->version);
	else
		text_print(words, "files not held: the kernel's Landlock is %s",
			   sandbox->version == 0	      ? "off"
			   : sandbox->version < VERSION_LEAST ? "too old"
							      : "full");
	text_add(words, calls ? ", system calls by a filter"
			      : ", system calls not held: no filter");
	if (sandbox->rules >= 0)
		close(sandbox->rules);
	sandbox->rules = -1;
	return files && calls;
}
