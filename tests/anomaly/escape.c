/* Loaded before the program, as a hostile file's code would be: tries to get
 * out, once before main and once where the first byte is handed to the parser,
 * and says of each way whether it leads out. */
/* SPDX-License-Identifier: MIT */
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static bool
opens(const char *path, int flags)
{
	int file = open(path, flags, 0666);

	if (file >= 0)
		close(file);
	return file >= 0;
}

static bool
reads_password_file(void)
{
	return opens("/etc/passwd", O_RDONLY);
}

static bool
reads_through_link(void)
{
	return opens("input/lights/leak", O_RDONLY);
}

static bool
lists_root(void)
{
	return opens("/", O_RDONLY | O_DIRECTORY);
}

static bool
reads_parents_memory(void)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d/environ", (int)getppid());
	return opens(path, O_RDONLY);
}

static bool
writes_beside(void)
{
	return opens("outside", O_WRONLY | O_CREAT);
}

static bool
writes_input(void)
{
	return opens("input/lights/states.xml", O_WRONLY);
}

static bool
writes_templates(void)
{
	return opens("templates/lights/new.md", O_WRONLY | O_CREAT);
}

static bool
makes_folder(void)
{
	return mkdir("outside.d", 0777) == 0;
}

static bool
removes_input(void)
{
	return unlink("input/lights/spare.xml") == 0;
}

static bool
moves_out(void)
{
	return rename("output/mine", "moved") == 0;
}

static bool
links_in(void)
{
	return link("secret", "output/secret") == 0 &&
	       opens("output/secret", O_RDONLY);
}

static bool
cuts_off(void)
{
	return truncate("kept", 0) == 0;
}

static bool
connects(void)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(9)};
	int plug = socket(AF_INET, SOCK_DGRAM, 0);

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return plug >= 0 && connect(plug, (void *)&to, sizeof(to)) == 0;
}

static bool
listens(void)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	int plug = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(at.sun_path + 1, sizeof(at.sun_path) - 1, "escape.%d",
		 (int)getpid());
	return plug >= 0 && bind(plug, (void *)&at, sizeof(at)) == 0;
}

/* True if `try` succeeds in a process of its own. */
static bool
apart(bool (*try)(void))
{
	pid_t child = fork();
	int status = 1;

	if (child == 0)
		_exit(try() ? 0 : 1);
	waitpid(child, &status, 0);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool
run_program(void)
{
	char name[] = "true", *words[] = {name, NULL};
	char *environment[] = {NULL};

	execve("/bin/true", words, environment);
	return false;
}

static bool
starts_program(void)
{
	return apart(run_program);
}

static bool
reads_from_child(void)
{
	return apart(reads_password_file);
}

static bool
new_namespace(void)
{
	return unshare(CLONE_NEWUSER) == 0;
}

static bool
makes_namespace(void)
{
	return apart(new_namespace);
}

static pid_t parent;

static bool
trace(void)
{
	return ptrace(PTRACE_SEIZE, parent, NULL, NULL) == 0;
}

static bool
looks_into_parent(void)
{
	parent = getppid();
	return apart(trace);
}

static bool
signals_parent(void)
{
	return kill(getppid(), SIGCONT) == 0;
}

/* --- what must go on working --- */

static bool
reads_input(void)
{
	return opens("input/lights/states.xml", O_RDONLY);
}

static bool
writes_output(void)
{
	return opens("output/mine", O_WRONLY | O_CREAT);
}

static bool
forks(void)
{
	return apart(reads_input);
}

static const struct {
	const char *words;
	bool (*try)(void);
} ways[] = {
    {"read-input", reads_input},
    {"write-output", writes_output},
    {"fork", forks},
    {"read-etc-passwd", reads_password_file},
    {"read-through-link", reads_through_link},
    {"read-from-child", reads_from_child},
    {"list-root", lists_root},
    {"read-parent-environment", reads_parents_memory},
    {"write-beside", writes_beside},
    {"write-input", writes_input},
    {"write-templates", writes_templates},
    {"make-folder", makes_folder},
    {"remove-input", removes_input},
    {"move-out", moves_out},
    {"link-in", links_in},
    {"truncate", cuts_off},
    {"connect", connects},
    {"listen", listens},
    {"exec", starts_program},
    {"namespace", makes_namespace},
    {"ptrace-parent", looks_into_parent},
    {"signal-parent", signals_parent},
};

static void
try_all(const char *file)
{
	/* Opened before the sandbox, so that the report gets out. */
	const char *at = getenv("ESCAPE_REPORT");
	int report = at == NULL ? -1 : atoi(at);

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
		dprintf(report, "%s %s %s\n", file, ways[i].words,
			ways[i].try() ? "done" : "refused");
}

__attribute__((constructor)) static void
try_early(void)
{
	if (getenv("ESCAPE_EARLY") != NULL)
		try_all("early");
}

/* The door through which every byte of XML goes. */
xmlParserCtxtPtr
xmlCreatePushParserCtxt(xmlSAXHandlerPtr handler, void *data, const char *chunk,
			int size, const char *name)
{
	static bool tried;
	static xmlParserCtxtPtr (*next)(xmlSAXHandlerPtr, void *, const char *,
					int, const char *);

	if (next == NULL)
		*(void **)&next = dlsym(RTLD_NEXT, "xmlCreatePushParserCtxt");
	if (!tried) {
		tried = true;
		try_all("late");
	}
	return next(handler, data, chunk, size, name);
}
