#!/bin/sh
# tables.sh ROOT [write]: docs/hostile.md lists the cases of cases.txt with what
# each gets, and every limit of docs/limits.md names the cases that come to it.
# With "write", docs/hostile.md is written anew.
set -eu
root=$1
cases=$root/tests/hostile/cases.txt
faults=0

table() {
	cat <<-'END'
	# Hostile input
	Written by `tests/hostile/tables.sh` from `tests/hostile/cases.txt`, where each case says how the small report is spoilt; `tests/hostile/run.sh` runs every one of them, under sanitizers too.
	Where the status is not 0, the last column is what is said, as a regular expression, and `output/` must be as it was; where it is 0, what must hold of the output, as a command of `run.sh`.

	END
	awk -F '\t' '
	/^# Hostile inputs/ { head = 1 }
	head { if ($0 == "") head = 0; next }
	/^# / {
		sub(/^# /, ""); sub(/ \(docs.*/, ""); sub(/\.$/, "")
		printf "\n## %s\n| input | command | status | gets |\n| --- | --- | --- | --- |\n", $0
		next
	}
	NF >= 5 {
		gsub(/\|/, "\\|", $4)
		printf "| %s | `%s` | %s | `` %s `` |\n", $1, $2, $3, $4
	}' "$cases" | sed '1{/^$/d}'
}

if [ "${2:-}" = write ]; then
	table >"$root/docs/hostile.md"
	exit
fi
table | diff "$root/docs/hostile.md" - || {
	echo "docs/hostile.md is not of cases.txt: sh tests/hostile/tables.sh . write"
	faults=1
}
rows=0
while read -r row; do
	rows=$((rows + 1))
	for name in $(printf '%s\n' "$row" | sed 's/ |$//; s/.*| //; s/,//g; /^none: /d'); do
		cut -f 1 "$cases" | grep -qx -- "$name" || [ -f "$root/$name" ] || {
			echo "docs/limits.md: no such case: $name"
			faults=1
		}
	done
done <<END
$(grep '^| ' "$root/docs/limits.md" | grep -Ev '^\| (of|---) ')
END
[ "$rows" -gt 40 ] || faults=1
echo "$rows limits, $(grep -Ec '^[a-z0-9-]+	' "$cases") cases"
exit $faults
