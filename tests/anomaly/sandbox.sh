#!/bin/sh
# sandbox.sh PROGRAM ROOT ESCAPE: code that is planted in the program tries to
# get out. Before the sandbox every way leads out; from the first byte of input
# on none does, and reading, writing and processes go on as they should. Ends
# with 77, which is said, where the kernel holds nothing.
escape=$3
. "$(dirname "$0")/begin.sh"

small_report
echo secret >secret
echo kept >kept
cp input/lights/states.xml input/lights/spare.xml
ln -s /etc/passwd input/lights/leak
mkdir output

# escape VARIABLE COMMAND [OPTION]...: the ways, and what became of them, to
# report.
escape() {
	variable=$1
	command=$2
	shift 2
	env "$variable=1" ESCAPE_REPORT=3 LD_PRELOAD="$escape" \
		"$program" "$command" templates/lights --fonts "$root/fonts" \
		--verbose "$@" 3>report >said 2>words ||
		fail "$command: $(head -n 3 words)"
}

# --- the ways are ways: without a sandbox they lead out ---
escape ESCAPE_EARLY build --format html
grep '^early .* refused' report |
	grep -Ev ' (namespace|listen|ptrace-parent|read-parent-environment) ' &&
	fail "a way that leads nowhere without a sandbox"

# --- and with one they do not ---
rm -rf output outside outside.d moved input templates
small_report
cp input/lights/states.xml input/lights/spare.xml
ln -s /etc/passwd input/lights/leak
mkdir output
echo kept >kept
escape ESCAPE_LATE build --format html
grep '^rapporteur: ' words
count=$(grep -c '^late ' report) || fail "nothing was tried"
for way in read-input write-output fork; do
	grep -q "^late $way done" report || fail "$way: refused"
done
held='connect|listen|exec|namespace|ptrace-parent'
if grep -q 'files held' words; then
	held='.*'
elif grep -q 'not held: no filter' words; then
	echo "SKIPPED: this kernel has neither Landlock nor filters"
	exit 77
else
	echo "SKIPPED in part: this kernel has no Landlock"
fi
# Signals are Landlock's from its sixth version on.
grep -q 'Landlock [1-5][, ]' words && sed -i '/ signal-parent /d' report
grep '^late .* done' report |
	grep -Ev ' (read-input|write-output|fork) ' |
	grep -E " ($held) " && fail "a way out"
[ "$(cat secret kept)" = "$(printf 'secret\nkept')" ] || fail "a file was changed"

# --- commands that write nothing may write nothing ---
for command in check measures; do
	escape ESCAPE_LATE $command
	[ "$held" != '.*' ] || grep -q '^late write-output refused' report ||
		fail "$command may write"
done

# --- links that a user made lead where they did ---
mkdir -p fonts store
for font in "$root"/fonts/*; do ln -sf "$font" fonts/; done
mv templates/site store/site
ln -s ../store/site templates/site
mv input/schema store/schema
ln -s ../store/schema input/schema
"$program" build templates/lights --fonts fonts --quiet ||
	fail "linked fonts, schemas or site"
echo "$count ways tried"
end
