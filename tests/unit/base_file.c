/* Files read whole and bounded; saved all together or not at all. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct desk {
	struct arena *arena;
	struct messages messages;
	char folder[64];
};

static int
desk_open(void **state)
{
	struct desk *desk = calloc(1, sizeof(*desk));

	assert_non_null(desk);
	desk->arena = arena_new();
	strcpy(desk->folder, "/tmp/rapporteur-test.XXXXXX");
	assert_non_null(mkdtemp(desk->folder));
	*state = desk;
	return 0;
}

static int
desk_close(void **state)
{
	struct desk *desk = *state;
	char *command = arena_print(desk->arena, "rm -rf %s", desk->folder);

	assert_int_equal(system(command), 0);
	arena_free(desk->arena);
	free(desk);
	return 0;
}

static const char *
in_folder(struct desk *desk, const char *name)
{
	return arena_print(desk->arena, "%s/%s", desk->folder, name);
}

static void
add(struct desk *desk, struct outputs *outputs, const char *path,
    const char *words)
{
	struct text text = {0};

	text_add(&text, words);
	outputs_add(desk->arena, outputs, path, &text);
}

static char *
content(struct desk *desk, const char *name)
{
	size_t length;

	return file_read(desk->arena, &desk->messages, in_folder(desk, name),
			 1000, &length);
}

static void
what_is_saved_is_read_back(void **state)
{
	struct desk *desk = *state;
	struct outputs outputs = {.root = desk->folder};

	add(desk, &outputs, "a/b/one", "first");
	add(desk, &outputs, "two", "second");
	assert_true(outputs_save(desk->arena, &desk->messages, &outputs));
	assert_true(outputs.items[0].is_changed);
	assert_string_equal(content(desk, "a/b/one"), "first");
	assert_string_equal(content(desk, "two"), "second");
	outputs_free(&outputs);
}

static void
an_unchanged_file_is_not_touched(void **state)
{
	struct desk *desk = *state;
	struct outputs outputs = {.root = desk->folder};
	struct stat before, after;

	add(desk, &outputs, "one", "same");
	assert_true(outputs_save(desk->arena, &desk->messages, &outputs));
	assert_int_equal(stat(in_folder(desk, "one"), &before), 0);
	assert_true(outputs_save(desk->arena, &desk->messages, &outputs));
	assert_false(outputs.items[0].is_changed);
	assert_int_equal(stat(in_folder(desk, "one"), &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	outputs_free(&outputs);
}

static void
a_failed_save_changes_nothing(void **state)
{
	struct desk *desk = *state;
	struct outputs outputs = {.root = desk->folder};
	char **names;
	size_t count;

	add(desk, &outputs, "one", "old");
	assert_true(outputs_save(desk->arena, &desk->messages, &outputs));
	outputs_free(&outputs);
	outputs = (struct outputs){.root = desk->folder};
	add(desk, &outputs, "one", "new");
	add(desk, &outputs, "one/two", "a file stands where a folder should");
	assert_false(outputs_save(desk->arena, &desk->messages, &outputs));
	assert_int_equal(messages_exit_status(&desk->messages), 3);
	assert_string_equal(content(desk, "one"), "old");
	assert_true(folder_list(desk->arena, &desk->messages, desk->folder, "e",
				&names, &count));
	assert_int_equal(count, 1);
	outputs_free(&outputs);
}

static void
odd_files_are_refused(void **state)
{
	struct desk *desk = *state;
	struct outputs outputs = {.root = desk->folder};
	size_t length;

	add(desk, &outputs, "long", "0123456789");
	assert_true(outputs_save(desk->arena, &desk->messages, &outputs));
	assert_null(file_read(desk->arena, &desk->messages,
			      in_folder(desk, "long"), 9, &length));
	assert_null(
	    file_read(desk->arena, &desk->messages, desk->folder, 9, &length));
	assert_int_equal(desk->messages.counts[WEIGHT_ERROR], 2);
	assert_null(file_read(desk->arena, &desk->messages,
			      in_folder(desk, "none"), 9, &length));
	assert_int_equal(desk->messages.counts[WEIGHT_FAILURE], 1);
	outputs_free(&outputs);
}

static void
messages_say_where_and_how_bad(void **state)
{
	struct desk *desk = *state;
	char *words = NULL;
	size_t length = 0;

	desk->messages.out = open_memstream(&words, &length);
	message_error(&desk->messages, ((struct place){"a.xml", 3, 7}), "no %s",
		      "State");
	message_add(&desk->messages, WEIGHT_NOTE, (struct place){"b.md", 4, 0},
		    "here");
	message_add(&desk->messages, WEIGHT_WARNING, (struct place){0}, "odd");
	fclose(desk->messages.out);
	desk->messages.out = NULL;
	assert_string_equal(words, "a.xml:3:7: error: no State\n"
				   "b.md:4: note: here\n"
				   "rapporteur: warning: odd\n");
	assert_int_equal(messages_exit_status(&desk->messages), 2);
	free(words);
}

static void
messages_end_somewhere(void **state)
{
	struct desk *desk = *state;
	char *words = NULL;
	size_t length = 0, lines = 0;

	desk->messages.out = open_memstream(&words, &length);
	for (int i = 0; i < MESSAGES_MOST + 500; i++) {
		message_add(&desk->messages, WEIGHT_WARNING,
			    (struct place){"a", i, 1}, "odd");
		message_add(&desk->messages, WEIGHT_NOTE,
			    (struct place){"a", i, 1}, "here");
	}
	message_error(&desk->messages, ((struct place){"a", 1, 1}), "bad");
	fclose(desk->messages.out);
	desk->messages.out = NULL;
	for (size_t i = 0; i < length; i++)
		lines += words[i] == '\n';
	assert_int_equal(lines, 2 * MESSAGES_MOST + 2);
	assert_non_null(strstr(words, "further warnings not shown"));
	assert_non_null(strstr(words, "a:1:1: error: bad"));
	free(words);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(what_is_saved_is_read_back,
					    desk_open, desk_close),
	    cmocka_unit_test_setup_teardown(an_unchanged_file_is_not_touched,
					    desk_open, desk_close),
	    cmocka_unit_test_setup_teardown(a_failed_save_changes_nothing,
					    desk_open, desk_close),
	    cmocka_unit_test_setup_teardown(odd_files_are_refused, desk_open,
					    desk_close),
	    cmocka_unit_test_setup_teardown(messages_end_somewhere, desk_open,
					    desk_close),
	    cmocka_unit_test_setup_teardown(messages_say_where_and_how_bad,
					    desk_open, desk_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
