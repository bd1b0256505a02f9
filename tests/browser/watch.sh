#!/bin/sh
# watch rebuilds when a template changes, survives a mistake and its mending.
. "$(dirname "$0")/../endtoend/begin.sh"

copy_report
"$program" watch templates/cosp10 --fonts "$root/fonts" --output out \
	--language en --format html >log 2>&1 &
watcher=$!
trap 'kill "$watcher" 2>/dev/null; rm -rf "$work"' EXIT

# until WORDS FILE: wait until the file holds the words.
until_has() {
	for _ in $(seq 300); do
		grep -q "$1" "$2" 2>/dev/null && return 0
		sleep 0.1
	done
	fail "never: $1 in $2: $(tail -n 3 log)"
}
until_has '</html>' out/cosp10/note.en.html
sed -i 's/^# Introduction/# An opening/' templates/cosp10/en.md
sed -i 's/^# Introduction/# An opening/' templates/cosp10/en.md
until_has 'An opening' out/cosp10/note.en.html
grep -q '^changed: en.md' log || fail "it does not say what changed"
printf '\n<b>\n' >>templates/cosp10/en.md
until_has 'not built' log
kill -0 "$watcher" || fail "a mistake ended it"
sed -i '$d' templates/cosp10/en.md
sed -i 's/^# An opening/# Another opening/' templates/cosp10/en.md
until_has 'Another opening' out/cosp10/note.en.html
end
