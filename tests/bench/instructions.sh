#!/bin/sh
# instructions.sh PROGRAM SOURCE [rewrite]: instructions of each stage on the
# reference data, counted by valgrind over all processes, held against
# instructions.tsv. They do not depend on the machine's speed or its load. Growth
# over TOLERANCE fails; the target rewrite-instructions takes new numbers over.
set -eu
program=$1
cd "$2"
kept=tests/bench/instructions.tsv
TOLERANCE=3 # per cent
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# count NAME ARGUMENT...: the stage's line. A process that is forked begins to
# count when it asks for its parent, which is the first thing that it does.
count() {
	name=$1
	shift
	rm -f "$work"/log.*
	valgrind --tool=callgrind --zero-before=getppid --callgrind-out-file=/dev/null \
		--log-file="$work/log.%p" \
		"$program" "$@" --output "$work/output" --quiet >/dev/null
	printf '%s\t%s\n' "$name" "$(sed -n 's/.*Collected : *//p' "$work"/log.* |
		awk '{ sum += $1 } END { printf "%.1f", sum / 1e6 }')"
}

# Web fonts are made again only when the characters change.
"$program" build templates/cosp10 --format site --output "$work/output" --quiet >/dev/null
{
	printf 'stage\tmillion instructions\n'
	count version --version
	count check check templates/cosp10
	count measures measures templates/cosp10
	count charts build templates/cosp10 --format svg
	count pdf build templates/cosp10 --format pdf --language zh
	count site build templates/cosp10 --format site
} >"$work/now"

if [ "${3:-}" = rewrite ]; then
	cp "$work/now" "$kept"
	exit
fi
awk -F '\t' -v tolerance="$TOLERANCE" '
	FNR == 1 { next }
	NR == FNR { kept[$1] = $2; next }
	{
		change = kept[$1] > 0 ? 100 * ($2 / kept[$1] - 1) : 0
		printf "%-10s %8.1f million, kept %8.1f: %+.1f%%\n", $1, $2, kept[$1], change
		if (!($1 in kept) || change > tolerance) {
			print "  grew over " tolerance "%, or is new"
			grew = 1
		} else if (change < -4 * tolerance)
			print "  shrank: ninja rewrite-instructions keeps it so"
	}
	END { exit grew }' "$kept" "$work/now"
