#!/bin/sh
# mutations.sh PDFCHECK PDFMUTATE FILE [VALIDATE.SH]: the good file passes, and
# pdfcheck names the rule of every fault that is seeded into it; with the
# fourth argument veraPDF has to agree, as far as its profiles reach.
set -eu
absolute() {
	printf '%s/%s\n' "$(cd "$(dirname "$1")" && pwd)" "$(basename "$1")"
}
check=$(absolute "$1")
mutate=$(absolute "$2")
good=$(absolute "$3")
validate=${4:+$(absolute "$4")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
faults=0
made=0

fail() {
	printf 'FAIL: %s\n' "$*"
	faults=$((faults + 1))
}

"$check" "$good" || fail "the good file does not pass"
"$mutate" none "$good" none.pdf
"$check" none.pdf || fail "the file written again does not pass"

"$mutate" --list >list
: >made
while read -r name reach rule; do
	status=0
	"$mutate" "$name" "$good" "$name.pdf" || status=$?
	if [ "$status" -eq 3 ]; then
		echo "$name: nothing there to spoil"
		continue
	fi
	[ "$status" -eq 0 ] || { fail "$name: pdfmutate: $status"; continue; }
	made=$((made + 1))
	echo "$name $reach" >>made
	status=0
	"$check" "$name.pdf" >found || status=$?
	[ "$status" -eq 1 ] || fail "$name: pdfcheck: $status"
	grep -q "^$name.pdf: $rule: " found || {
		fail "$name: not found under $rule"
		cat found
	}
done <list
# A list that is empty or spoils nothing would find nothing wrong.
[ "$made" -ge 12 ] || fail "only $made mutations were made"

# One run of Java over all files that are in its reach.
if [ -n "$validate" ]; then
	sed '/ -$/d; s/ .*/.pdf/' made >names
	# shellcheck disable=SC2046
	sh "$validate" ua1,3a none.pdf $(cat names) >verdicts || true
	for profile in ua1 3a; do
		grep -q "^PASS $profile none.pdf " verdicts ||
			fail "veraPDF: $profile: the file written again"
	done
	while read -r name reach; do
		[ "$reach" != - ] || continue
		for profile in $(echo "$reach" | tr , ' '); do
			grep -q "^FAIL $profile $name.pdf " verdicts ||
				fail "veraPDF: $profile passes $name"
		done
	done <made
fi
[ "$faults" -eq 0 ] || { echo "$faults faults"; exit 1; }
echo "good: $made mutations"
