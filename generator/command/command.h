/* The command line: one subcommand, its options, its exit status. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

/* Exit status: 0 good; 1 check or audit found something; 2 the input or the
 * command line is at fault; 3 the system failed. */
int command_run(int count, char **arguments);

#endif
