#!/bin/sh
# How a file of generator/ looks: a first line that says what it does, its
# licence, at most 350 lines, no word of any report.
set -eu
cd "$1"
faults=0
fail() {
	printf '%s\n' "$*"
	faults=1
}
for file in $(find generator input/reconstruct -name '*.[ch]' | LC_ALL=C sort); do
	head -n 1 "$file" | grep -q '^/\* .' || fail "$file:1: no first line that says what it does"
	head -n 12 "$file" | grep -q 'SPDX-License-Identifier: MIT' || fail "$file: no licence line"
	lines=$(wc -l <"$file")
	[ "$lines" -le 350 ] || fail "$file: $lines lines"
	if grep -nE 'TODO|FIXME|XXX' "$file"; then fail "$file: unfinished"; fi
done
# The words of reports live in input/ and templates/: no Han character stands
# in a string of the program.
if LC_ALL=C.UTF-8 grep -rnP '^(?!\s*(/?\*)).*"[^"]*[\x{4e00}-\x{9fff}][^"]*"' \
	generator --include='*.[ch]' | grep -vE '/\*|\*/'; then
	fail "a word of a report in generator/"
fi
if grep -rniE 'corruption|needs\.|capacity-building|UNODC|article 5' generator --include='*.c'; then
	fail "generator/ knows a treaty"
fi
exit $faults
