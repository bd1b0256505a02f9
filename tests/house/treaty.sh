#!/bin/sh
# treaty.sh ROOT: no file of generator/ names anything of the reference report's
# treaty: a name or code of its articles, chapters, categories, topics or
# regional groups, or a phrase of its templates. The names are read from the
# input, so that another name there is looked for, too.
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0
files=$(find generator -name '*.[ch]' | LC_ALL=C sort)

# The names, in both languages; of one short word none, as it may be any.
sed -n 's/.*<name[^>]*>\([^<]*\)<\/name>.*/\1/p' input/cosp10/convention.xml |
	awk 'length($0) >= 9' | LC_ALL=C sort -u >"$work/names"
# The codes, if they are made of several words.
sed -n 's/.* code="\([a-z0-9]*-[a-z0-9-]*\)".*/\1/p' \
	input/cosp10/convention.xml | LC_ALL=C sort -u >>"$work/names"
[ "$(wc -l <"$work/names")" -gt 150 ] || { echo "few names"; faults=1; }
if grep -nHiF -f "$work/names" $files; then
	echo "generator/ names what is the treaty's"
	faults=1
fi

# phrases COUNT FILE...: each run of so many words in the files, once a line.
phrases() {
	count=$1
	shift
	cat "$@" | tr 'A-Z' 'a-z' | tr -sc 'a-z' '\n' | awk -v n="$count" '
	NF { word[++k] = $0 }
	k >= n {
		line = word[k - n + 1]
		for (i = k - n + 2; i <= k; i++) line = line " " word[i]
		if (line != last) print line
		last = line
	}' | LC_ALL=C sort -u
}
sed 's/<!--.*-->//' templates/cosp10/report.xml >"$work/report"
phrases 6 templates/cosp10/en.md "$work/report" >"$work/note"
phrases 6 $files >"$work/code"
[ "$(wc -l <"$work/note")" -gt 3000 ] || { echo "few phrases"; faults=1; }
if LC_ALL=C comm -12 "$work/note" "$work/code" | grep .; then
	echo "generator/ has a phrase of the note"
	faults=1
fi
# Chinese has no blanks between words: runs of six characters.
LC_ALL=C.UTF-8 grep -ohP '[\x{4e00}-\x{9fff}]{6,}' $files |
	LC_ALL=C sort -u >"$work/runs"
while read -r run; do
	if grep -qF "$run" templates/cosp10/zh.md input/cosp10/convention.xml; then
		echo "generator/ has words of the note: $run"
		faults=1
	fi
done <"$work/runs"
exit $faults
