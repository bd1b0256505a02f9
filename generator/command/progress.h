/* What is being done, on a terminal, once it takes more than a second. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include <stdbool.h>

/* From here on, a second after the last call of progress_stage, and every
 * second that follows, a line on standard error says what is being done and for
 * how long; the next call takes it away. Nothing at all if standard error is no
 * terminal. The alarm of the process is used for it. */
void progress_begin(bool is_quiet);

/* What begins now, such as "reading"; NULL: nothing more. Lasts as long as the
 * process. */
void progress_stage(const char *what);

#endif
