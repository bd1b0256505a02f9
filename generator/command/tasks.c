/* Products made side by side, each in a process of its own. */
/* SPDX-License-Identifier: MIT */
#include "command/tasks.h"

#include "base/arena.h"
#include "base/process.h"

#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A task's child. What it made comes back in an anonymous file: the counts of
 * its messages and their words, then each output's path and bytes. */
struct child {
	pid_t process;
	int file;
	bool is_running;
};

struct packed {
	size_t counts[WEIGHTS];
	double seconds;
	size_t output_count;
};

/* --- in the child --- */

/* With a NUL byte behind it. */
static bool
string_put(int file, const char *bytes, size_t length)
{
	return file_put(file, &length, sizeof(length)) &&
	       file_put(file, bytes, length) && file_put(file, "", 1);
}

static bool
result_put(int file, const struct job *job, const struct packed *packed,
	   const char *words, size_t length)
{
	const struct outputs *outputs = &job->outputs;
	bool good = file_put(file, packed, sizeof(*packed)) &&
		    string_put(file, words, length);

	for (size_t i = 0; good && i < outputs->count; i++) {
		const struct output *output = &outputs->items[i];

		good = string_put(file, output->path, strlen(output->path)) &&
		       string_put(file, text_string(&output->bytes),
				  output->bytes.length);
	}
	return good;
}

/* What there is to do in the child. */
struct doing {
	struct job *job;
	const struct task *task;
};

static void
task_do(void *context)
{
	const struct doing *doing = context;

	doing->task->run(doing->job, doing->task->edition);
}

static _Noreturn void
child_run(struct job *job, const struct task *task, int file)
{
	struct packed packed = {0};
	char *words = NULL;
	size_t length = 0;
	bool good;

	job->outputs = (struct outputs){0};
	memset(job->messages.counts, 0, sizeof(job->messages.counts));
	job->messages.out = open_memstream(&words, &length);
	if (job->messages.out == NULL)
		memory_exhausted();
	job_restart(job);
	process_work(task_do, &(struct doing){job, task});
	fclose(job->messages.out);
	memcpy(packed.counts, job->messages.counts, sizeof(packed.counts));
	packed.seconds = job_elapsed(job);
	packed.output_count = job->outputs.count;
	good = result_put(file, job, &packed, words, length);
	free(words);
	process_end(good ? 0 : 3);
}

/* --- in the parent --- */

/* What is read of a child's file. */
struct cursor {
	const char *at;
	size_t left;
};

static bool
bytes_take(struct cursor *cursor, void *bytes, size_t length)
{
	if (cursor->left < length)
		return false;
	memcpy(bytes, cursor->at, length);
	cursor->at += length;
	cursor->left -= length;
	return true;
}

static bool
string_take(struct cursor *cursor, const char **bytes, size_t *length)
{
	if (!bytes_take(cursor, length, sizeof(*length)) ||
	    cursor->left <= *length)
		return false;
	*bytes = cursor->at;
	cursor->at += *length + 1;
	cursor->left -= *length + 1;
	return true;
}

static void
messages_take(struct messages *messages, const struct packed *packed,
	      const char *words, size_t length)
{
	for (size_t i = 0; i < WEIGHTS; i++)
		messages->counts[i] += packed->counts[i];
	if (messages->out != NULL)
		fwrite(words, 1, length, messages->out);
}

static bool
output_take(struct job *job, struct cursor *cursor)
{
	const char *path, *bytes;
	size_t path_length, length;

	if (!string_take(cursor, &path, &path_length) ||
	    !string_take(cursor, &bytes, &length))
		return false;
	outputs_lend(job->arena, &job->outputs, path, bytes, length);
	return true;
}

static bool
result_take(struct job *job, const struct task *task, struct cursor cursor)
{
	struct packed packed;
	const char *words;
	size_t length;

	if (!bytes_take(&cursor, &packed, sizeof(packed)) ||
	    !string_take(&cursor, &words, &length))
		return false;
	messages_take(&job->messages, &packed, words, length);
	job_note(job, task->stage, packed.seconds);
	for (size_t i = 0; i < packed.output_count; i++)
		if (!output_take(job, &cursor))
			return false;
	return true;
}

static bool
child_take(struct job *job, const struct task *task, int file)
{
	size_t length;
	void *bytes = file_map(file, SIZE_MAX, &length);

	if (bytes == NULL)
		return false;
	ARENA_PUSH(job->arena, job->results, job->result_count,
		   ((struct result){bytes, length}));
	return result_take(job, task, (struct cursor){bytes, length});
}

static bool
child_start(struct job *job, const struct task *task, struct child *child)
{
	child->file = memfd_create(task->stage, MFD_CLOEXEC);
	if (child->file < 0)
		return false;
	child->process = process_fork(SIGKILL);
	if (child->process == 0)
		child_run(job, task, child->file);
	child->is_running = child->process > 0;
	return child->is_running;
}

/* Wait for any child; false if it ended badly. One that is no task's was there
 * before the program took over its process. */
static bool
child_await(struct child *children, size_t count)
{
	int status = 0;
	pid_t ended = process_await(-1, &status);

	if (ended < 0)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (children[i].process != ended)
			continue;
		children[i].is_running = false;
		return process_is_good(status);
	}
	return true;
}

static size_t
running_count(const struct child *children, size_t count)
{
	size_t running = 0;

	for (size_t i = 0; i < count; i++)
		running += children[i].is_running;
	return running;
}

/* The processors that this process may use. */
static size_t
processors_count(void)
{
	cpu_set_t set;

	return sched_getaffinity(0, sizeof(set), &set) == 0
		   ? (size_t)CPU_COUNT(&set)
		   : 1;
}

/* Start tasks from the last of `left` on, while there is a processor. */
static bool
children_start(const struct tasks *tasks, struct child *children, size_t *left)
{
	size_t most = processors_count();

	while (*left > 0 && running_count(children, tasks->count) < most) {
		--*left;
		if (!child_start(tasks->job, &tasks->items[*left],
				 &children[*left]))
			return false;
	}
	return true;
}

static bool
children_run(const struct tasks *tasks, struct child *children,
	     void (*meanwhile)(struct job *))
{
	size_t left = tasks->count;
	bool good = children_start(tasks, children, &left);

	if (good && meanwhile != NULL)
		meanwhile(tasks->job);
	while (running_count(children, tasks->count) > 0) {
		good &= child_await(children, tasks->count);
		good = good && children_start(tasks, children, &left);
	}
	return good;
}

void
tasks_add(struct tasks *tasks, void (*run)(struct job *, size_t edition),
	  size_t edition, const char *stage)
{
	ARENA_PUSH(tasks->job->arena, tasks->items, tasks->count,
		   ((struct task){run, edition, stage}));
}

void
tasks_add_editions(struct tasks *tasks,
		   void (*run)(struct job *, size_t edition), const char *stage)
{
	const struct job *job = tasks->job;

	for (size_t i = 0; i < job->report->edition_count; i++)
		if (options_want_language(&job->options,
					  job->report->editions[i].code))
			tasks_add(tasks, run, i, stage);
}

void
tasks_run(const struct tasks *tasks, void (*meanwhile)(struct job *))
{
	struct job *job = tasks->job;
	struct child *children = arena_array(job->arena, tasks->count,
					     sizeof(*children));
	bool good;

	for (size_t i = 0; i < tasks->count; i++)
		children[i].file = -1;
	job_restart(job);
	good = children_run(tasks, children, meanwhile);
	for (size_t i = 0; i < tasks->count; i++) {
		good = good &&
		       child_take(job, &tasks->items[i], children[i].file);
		if (children[i].file >= 0)
			close(children[i].file);
	}
	if (!good)
		message_add(&job->messages, WEIGHT_FAILURE, (struct place){0},
			    "a part of the work ended before it was done");
	job_restart(job);
}
