/* Run commands in turn, round after round, and print what each takes: a line a
 * command with its name, the least, middle and greatest time, the middle of its
 * processor time, and its greatest memory. */
/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	COMMANDS_MOST = 64,
	ROUNDS_MOST = 1000,
	WORDS_MOST = 600
};

/* One line of the list: a name, a tab, and words with a blank between. */
struct command {
	char *name;
	char *words[WORDS_MOST + 1];
	double wall[ROUNDS_MOST]; /* [ms] */
	double cpu[ROUNDS_MOST];  /* [ms] */
	long peak;		  /* [kB] */
	int rounds;
	int has_failed;
};

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static double
milliseconds(struct timeval time)
{
	return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static void
command_exec(struct command *command)
{
	int nothing = open("/dev/null", O_RDWR);

	dup2(nothing, STDIN_FILENO);
	dup2(nothing, STDOUT_FILENO);
	dup2(nothing, STDERR_FILENO);
	execvp(command->words[0], command->words);
	_exit(127);
}

static void
command_run(struct command *command)
{
	double started = now();
	pid_t process = fork();
	struct rusage usage;
	int status;

	if (process == 0)
		command_exec(command);
	if (process < 0 || wait4(process, &status, 0, &usage) != process) {
		perror("timer");
		exit(3);
	}
	command->wall[command->rounds] = now() - started;
	command->cpu[command->rounds++] = milliseconds(usage.ru_utime) +
					  milliseconds(usage.ru_stime);
	if (usage.ru_maxrss > command->peak)
		command->peak = usage.ru_maxrss;
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		command->has_failed = 1;
}

static int
compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double
middle(double *values, int count)
{
	qsort(values, (size_t)count, sizeof(*values), compare);
	return count % 2 != 0 ? values[count / 2]
			      : (values[count / 2 - 1] + values[count / 2]) / 2;
}

static void
command_print(struct command *command)
{
	double wall = middle(command->wall, command->rounds);

	if (command->has_failed) {
		printf("%s\tfailed\n", command->name);
		return;
	}
	printf("%s\t%.2f\t%.2f\t%.2f\t%.2f\t%ld\n", command->name,
	       command->wall[0], wall, command->wall[command->rounds - 1],
	       middle(command->cpu, command->rounds), command->peak);
}

/* False at the end of the list. */
static int
command_read(struct command *command, FILE *list)
{
	static char line[64 * 1024];
	char *tab;
	int count = 0;

	if (fgets(line, sizeof(line), list) == NULL)
		return 0;
	line[strcspn(line, "\n")] = '\0';
	tab = strchr(line, '\t');
	if (tab == NULL) {
		fprintf(stderr, "timer: no tab in \"%s\"\n", line);
		exit(2);
	}
	*tab = '\0';
	command->name = strdup(line);
	for (char *word = strtok(tab + 1, " ");
	     word != NULL && count < WORDS_MOST; word = strtok(NULL, " "))
		command->words[count++] = strdup(word);
	return count > 0;
}

int
main(int count, char **words)
{
	static struct command commands[COMMANDS_MOST];
	int rounds = count == 2 ? atoi(words[1]) : 0, length = 0;

	if (rounds < 1 || rounds > ROUNDS_MOST) {
		fputs("usage: timer ROUNDS <LIST\n", stderr);
		return 2;
	}
	while (length < COMMANDS_MOST && command_read(&commands[length], stdin))
		length++;
	/* Once unmeasured, so that all find their files in memory. */
	for (int i = 0; i < length; i++) {
		command_run(&commands[i]);
		commands[i].rounds = 0;
	}
	for (int round = 0; round < rounds; round++)
		for (int i = 0; i < length; i++)
			command_run(&commands[i]);
	for (int i = 0; i < length; i++)
		command_print(&commands[i]);
	return 0;
}
