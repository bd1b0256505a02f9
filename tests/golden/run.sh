#!/bin/sh
# Golden tests: a report of an invented treaty, printed stage by stage, held
# against CASE/expected.STAGE. "run.sh PROGRAM ROOT rewrite" writes them anew:
# look at the difference before you keep it.
set -eu
program=$1
root=$2
mode=${3:-compare}
cd "$root/tests/golden"
faults=0
export ASAN_OPTIONS=detect_leaks=1
# The languages and styles of the program's own reports lie beside each case's.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
found=$work/found
for case_name in */; do
	cp -RL "$case_name" "$work"
	cp -R "$root/templates/languages" "$root/templates/styles" \
		"$work/$case_name/templates"
done
for expected in */expected.*; do
	case_name=${expected%%/*}
	stage=${expected##*.}
	report=$(dirname "$(ls "$work/$case_name"/templates/*/report.xml)")
	"$program" build "$report" --templates "$work/$case_name/templates" \
		--input "$work/$case_name/input" --fonts ../../fonts --print "$stage" \
		>"$found" 2>&1 || true
	if [ "$mode" = rewrite ]; then
		cp "$found" "$expected"
	elif ! diff -u "$expected" "$found"; then
		faults=$((faults + 1))
	fi
done
[ "$faults" -eq 0 ] || { echo "$faults differ"; exit 1; }
