#!/bin/sh
# Seeded faults: each is named with its place, the exit status is 2, and the
# output folder stays as it was.
. "$(dirname "$0")/begin.sh"

copy_report
run output || fail "build"
cp -R output before

# expect NAME PATTERN: the spoilt report must not build, and must say PATTERN.
expect() {
	status=0
	run output 2>messages || status=$?
	[ "$status" -eq 2 ] || fail "$1: exit status $status"
	grep -Eq "$2" messages || { fail "$1: not said: $2"; head -n 5 messages; }
	diff -r before output >/dev/null || fail "$1: output/ changed"
	copy_report
}

# spoil FILE SED-SCRIPT
spoil() {
	sed -i "$2" "$1"
}

en=templates/cosp10/en.md
zh=templates/cosp10/zh.md
need=$(ls input/cosp10/reviews/*.xml | head -n 1)

spoil $en 's/{{ needs2.total }}/{{ needs2.totl }}/'
expect "unknown measure" '^templates/cosp10/en.md:[0-9]+:[0-9]+: error: .*needs2.totl'

spoil $en '0,/^A/s//\\*A * stray* */;0,/the/s//the *the/'
expect "stray asterisk" '^templates/cosp10/en.md:[0-9]+:[0-9]+: error: .*\*'

printf '\nA call of no note.[^nowhere]\n' >>$en
expect "dangling call" '^templates/cosp10/en.md:[0-9]+:[0-9]+: error: .*nowhere'

printf '\n[^unused]: A note that nobody calls.\n' >>$en
expect "unused note" '^templates/cosp10/en.md:[0-9]+:[0-9]+: error: .*unused'

spoil $zh 's/(ref:figure.categories1)/(ref:figure.categories9)/'
expect "undefined reference" '^templates/cosp10/zh.md:[0-9]+:[0-9]+: error: .*categories9'

printf '\nAn Egyptian hieroglyph: \360\223\200\200.\n' >>$en
printf '\n埃及象形文字：\360\223\200\200。\n' >>$zh
expect "missing glyph" '^templates/cosp10/en.md:[0-9]+(:[0-9]+)?: error: .*U\+13000'

printf '\n<b>bold</b>\n' >>$en
expect "raw HTML" '^templates/cosp10/en.md:[0-9]+(:[0-9]+)?: error: .*HTML'

spoil $zh 's/{{ needs2.total[^}]*}}//'
expect "languages out of step" 'error: .*needs2.total.* missing in the other language'

spoil "$need" 's/state="S[0-9]*"/state="S999"/'
expect "unknown State" "^$need:[0-9]+:[0-9]+: error: .*S999"

spoil "$need" 's/completed="[0-9-]*"/completed="2024-01-01"/'
expect "past the cut-off" "^$need:[0-9]+(:[0-9]+)?: error: .*2024-01-01"

spoil "$need" '0,/<\(need\|challenge\|practice\) /s//<\1 colour="red" /'
expect "against the schema" "^$need:[0-9]+(:[0-9]+)?: error: .*colour"

spoil "$need" 's/<\/review>//'
expect "not well-formed" "^$need:[0-9]+(:[0-9]+)?: error: "

spoil templates/cosp10/measures.xml 's/id="needs2.total" formula="[^"]*"/id="needs2.total" formula="count(need, cycle=3)"/'
expect "unknown cycle" '^templates/cosp10/measures.xml:[0-9]+:[0-9]+: error: needs2.total.*3'

spoil templates/cosp10/report.xml 's/kind="paired"/kind="cake"/'
expect "no such chart" '^templates/cosp10/report.xml:[0-9]+:[0-9]+: error: .*cake'

# All faults of all files in one run.
spoil "$need" 's/state="S[0-9]*"/state="S999"/'
last=$(ls input/cosp10/reviews/*.xml | tail -n 1)
spoil "$last" 's/state="S[0-9]*"/state="S998"/'
run output 2>messages || true
grep -q S999 messages && grep -q S998 messages || fail "not all faults in one run"
end
