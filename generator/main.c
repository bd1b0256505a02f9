/* rapporteur: from treaty reviews in XML to typeset notes in every language. */
/* SPDX-License-Identifier: MIT */
#include "command/command.h"

int
main(int count, char **arguments)
{
	return command_run(count, arguments);
}
