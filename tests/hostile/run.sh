#!/bin/sh
# run.sh PROGRAM ROOT [NAME]...: each line of cases.txt spoils a small report
# and runs the program on it. What must hold of every case: it ends within 20
# seconds with the status that the table gives, without a word of a sanitizer;
# unless the status is 0, output/ is as it was.
. "$(dirname "$0")/../endtoend/begin.sh"
shift 2
here=$root/tests/hostile
# --- what a case may use; every path is under the report's own folders ---
reviews=input/lights/reviews/all.xml
convention=input/lights/convention.xml
states=input/lights/states.xml
report=templates/lights/report.xml
measures=templates/lights/measures.xml
published=templates/lights/published.tsv
en=templates/lights/en.md
zh=templates/lights/zh.md
ns='xmlns="urn:rapporteur:1"'
named='<name xml:lang="en">x</name><name xml:lang="zh">x</name>'
one="<review $ns state=\"N1\" cycle=\"1\" completed=\"1900-01-01\""

# put FILE FORMAT [WORD]...: write the file anew; format as of printf.
put() {
	put_file=$1
	shift
	# shellcheck disable=SC2059
	printf "$@" >"$put_file"
}

# add FILE FORMAT [WORD]...: the same behind what is there.
add() {
	add_file=$1
	shift
	# shellcheck disable=SC2059
	printf "$@" >>"$add_file"
}

# repeat COUNT WORD: that word so often, without a newline.
repeat() {
	awk -v count="$1" -v word="$2" 'BEGIN {
		for (i = 0; i < count; i++) printf "%s", word }'
}

# repeat_with COUNT WORDS: the words so often, each @ in them another number.
repeat_with() {
	awk -v count="$1" -v words="$2" 'BEGIN {
		for (i = 100; i < 100 + count; i++) {
			word = words
			gsub(/@/, i, word)
			printf "%s", word
		} }'
}

# many FILE MARK COUNT WORDS: so many lines of these words, as of repeat_with,
# before the first line that has the mark.
many() {
	awk -v mark="$2" -v count="$3" -v words="$4" '
	index($0, mark) && !done {
		for (i = 100; i < 100 + count; i++) {
			word = words
			gsub(/@/, i, word)
			print word
		}
		done = 1
	}
	{ print }' "$1" >many.new
	cmp -s "$1" many.new && fail "$name: no such line: $2"
	mv many.new "$1"
}

# put_published ROWS: a table of published values, ROWS as of printf.
put_published() {
	put $published 'id\tparagraph\tprinted\ttest\tmeasure\tcontradicts\tremark\n'
	add $published "$1"
}

# A ledger that was written for other words.
ledger_of_another() {
	printf 'block\ten\tzh\nx\t0123456789abcdef\t0123456789abcdef\n' \
		>templates/lights/ledger.tsv
}

# swap FILE SED-SCRIPT
swap() {
	sed -i "$2" "$1"
	cmp -s "$1" "clean/$1" && fail "$name: nothing was swapped"
	:
}

# measure FORMULA: of the measure "needs".
measure() {
	swap $measures "s|formula=\"count(need, cycle=1)\"|formula=\"$1\"|"
}

# both WORDS: behind both templates.
both() {
	add $en '\n%s\n' "$1"
	add $zh '\n%s\n' "$1"
}

# rename FILE FROM TO: a name in both languages, of whatever bears it.
rename() {
	swap "$1" "s|<name xml:lang=\"\(..\)\">$2</name>|<name xml:lang=\"\1\">$3</name>|"
}

# --- what may be asked of the output of a case that is built ---
# absent PATTERN FILE...: in none of the files, which are there.
absent() {
	absent_pattern=$1
	shift
	[ -f "$1" ] || return 1
	! grep -aEq -- "$absent_pattern" "$@"
}

# The PDF's keys and names, as JSON keeps them apart from its strings.
pdf_has_no() {
	qpdf --json --json-key=qpdf "$2" >pdf.json 2>pdf.errors || return 1
	! grep -Eq "\"(u:)?/($1)\"" pdf.json
}

# --- the run ---
clean() {
	rm -rf input templates output www
	cp -R clean/input clean/templates clean/output .
}

mkdir -p clean/input clean/output/lights
cp -R "$root/tests/golden/lighthouses/input/lights" clean/input
cp -R "$root/input/schema" clean/input
cp -R "$root/tests/golden/lighthouses/templates" clean
cp -R "$root/templates/languages" "$root/templates/styles" \
	"$root/templates/site" clean/templates
echo kept >clean/output/lights/note.en.html
echo secret >secret.md

# run_case COMMAND: its status to $status, its words to messages.
run_case() {
	status=0
	set -- $1
	verb=$1
	shift
	case ${1:-} in
	'' | -* | */*) ;;
	*) set -- --format "$1" ;;
	esac
	timeout "${HOSTILE_SECONDS:-60}" "$program" "$verb" templates/lights "$@" \
		--fonts "$root/fonts" --quiet >said 2>messages || status=$?
}

# judge STATUS EXPECTED
judge() {
	if grep -aEq 'Sanitizer|runtime error' messages; then
		fail "$name: a sanitizer spoke"
	elif [ "$status" -ne "$1" ]; then
		fail "$name: exit status $status"
	elif [ "$status" -eq 0 ]; then
		eval "$2" || fail "$name: not so: $2"
	else
		grep -aEq -- "$2" messages || fail "$name: not said: $2"
		# Publishing has built already when its target is at fault.
		case $command in publish*) set -- www ;; *) set -- output ;; esac
		[ ! -e "before/$1" ] ||
			diff -r --no-dereference "before/$1" "$1" >/dev/null ||
			fail "$name: $1/ changed"
	fi
}

cases=0
while IFS='	' read -r name command wanted expected how; do
	case $name in '' | '#'*) continue ;; esac
	[ $# -eq 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
	cases=$((cases + 1))
	before=$faults
	clean
	eval "$how"
	rm -rf before
	mkdir before
	for folder in output www; do
		[ ! -e "$folder" ] || cp -a "$folder" before
	done
	[ -z "${HOSTILE_TIMES:-}" ] || date +"%T.%N $name"
	run_case "$command"
	judge "$wanted" "$expected"
	[ "$faults" -eq "$before" ] || head -c 1000 messages
done <"$here/cases.txt"
[ "$cases" -gt 0 ] || fail "no case"
echo "$cases cases"
end
