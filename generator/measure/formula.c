/* A formula as steps for a stack machine: how its faults are reported. */
/* SPDX-License-Identifier: MIT */
#include "measure/formula.h"

#include <stdarg.h>

bool
formula_error(struct formula *formula, size_t at, const char *format, ...)
{
	char words[1024]; /* names in it are cut at 64 bytes by the callers */
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(words, sizeof(words), format, arguments);
	va_end(arguments);
	message_error(formula->messages, formula->at,
		      "%s: in the formula at %zu: %s", formula->id, at + 1,
		      words);
	formula->is_bad = true;
	return false;
}
