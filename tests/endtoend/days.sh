#!/bin/sh
# The reference report at the days of earlier notes: it stops with exactly the
# claims that are false then, and diff names all that changed since.
. "$(dirname "$0")/begin.sh"

copy_report

# stops DAY ID...: build and check at the day name these, in both languages, and
# nothing else.
stops() {
	day=$1
	shift
	printf '%s\n' "$@" | LC_ALL=C sort -u >wanted
	for language in en zh; do
		for command in build check; do
			status=0
			"$program" $command templates/cosp10 --as-of "$day" \
				--fonts "$root/fonts" --output output \
				>/dev/null 2>messages || status=$?
			[ "$status" -eq 2 ] || fail "$command at $day: $status"
			sed -n "s/.*$language.md:[0-9]*:[0-9]*: error: claim \([^ ]*\) does not hold: \(.*\), but \(.*\); it has no other wording in \"$language\"/\1/p
				s/.*measures.xml:[0-9]*:[0-9]*: error: \([^ ]*\): .*/\1/p" \
				messages | LC_ALL=C sort -u >found
			diff wanted found || fail "$command at $day, $language"
		done
	done
	# Each language once, and the measure of nothing.
	[ "$(grep -c ': error: ' messages)" -eq "$errors" ] ||
		fail "other errors at $day"
	[ ! -e output ] || fail "output of a report that is false at $day"
}

errors=9
stops 2021-09-15 needs.growing needs2.art7-8.foremost needs2.general-growing \
	reviews.recovering share1.new.leading
errors=6 # one of the claims stands twice in its paragraph
stops 2023-03-01 needs2.ch5.challenges-order reviews.recovering
"$program" check templates/cosp10 --as-of 2023-09-15 2>messages ||
	fail "the report's own day"

# Claims with another wording say it: at 2021 nothing has grown.
"$program" diff templates/cosp10 --from 2021-09-15 --to 2023-09-15 >changes ||
	fail "diff between days"
grep -q '^  needs2.growth: does not hold -> holds$' changes || fail "growth"

# --- what diff names ---
grep -qx '    25 reviews added with 70 needs, 867 challenges, 224 practices: S010 S026 S029 S031 S032 S033 S057 S074 S083 S084 S092 S093 S097 S110 S111 S116 S129 S135 S138 S142 S143 S177 S178 S180 S184' \
	changes || fail "25 reviews, 70 needs"
grep -qx '    2 reviews added with 149 needs, 13 challenges, 5 practices: S040 S067' \
	changes || fail "2 reviews, 149 needs"
grep -qx '  needs2.total: 457 -> 527' changes || fail "the needs of the second cycle"
grep -qx '  needs1.total: 3680 -> 3829' changes || fail "the needs of the first cycle"
grep -q '^    + .*第二审议周期82份执行摘要' changes || fail "the Chinese sentence"
"$program" diff templates/cosp10 --from 2021-09-15 --format markdown >changes ||
	fail "diff as markdown"
grep -q '^- `needs2.total`: 457 -> 527' changes || fail "markdown lacks a measure"
status=0
"$program" diff templates/cosp10 --from 2021-09-15 --format json --exit-code \
	>changes || status=$?
[ "$status" -eq 1 ] || fail "diff --exit-code between days: $status"
"$program" diff templates/cosp10 --from 2023-09-15 --exit-code >/dev/null ||
	fail "nothing changes, yet the exit status says so"
"$program" diff templates/cosp10 2>/dev/null && fail "diff of nothing"

# --- every sentence touched: what two builds have different, diff names ---
# The report as it can be built at both days: other wordings for what was false.
sed -i 's|formula="share(max(count(need, cycle=1, after=2021-09-15) by state), needs1.new)"|formula="needs1.total / 3829"|' \
	templates/cosp10/measures.xml
sed -i 's/{{ share1.new.leading | majority }}/{{ share1.new.leading }}/' \
	templates/cosp10/en.md templates/cosp10/zh.md
for id in needs.growing needs2.art7-8.foremost needs2.general-growing \
	reviews.recovering; do
	sed -i "/<claim id=\"$id\"/,/<\/claim>/s|</claim>|<otherwise xml:lang=\"en\">not so</otherwise><otherwise xml:lang=\"zh\">并非如此</otherwise></claim>|" \
		templates/cosp10/measures.xml
done
run before --format html --as-of 2021-09-15 || fail "build at 2021-09-15"
run after --format html --as-of 2023-09-15 || fail "build at 2023-09-15"
"$program" diff templates/cosp10 --from 2021-09-15 --format json >changes ||
	fail "diff as JSON"

# blocks FILE: the words of each paragraph, item and caption on a line of its
# own, without the calls of notes.
blocks() {
	sed '1,/<main/d' "$1" | tr '\t\n' '  ' |
		sed 's/<\(p\|li\|figcaption\|h[1-6]\|svg\|details\)[ >]/\n&/g' |
		grep -v '^<\(svg\|details\|p class="source"\)' |
		sed 's/<sup class="call"><a [^>]*>[^<]*<\/a><\/sup>//g
			s/<[^>]*>//g; s/&quot;/"/g; s/&amp;/\&/g'
}
# Without the sentences that diff names, old ones there and new ones here, both
# pages have the same words; and each is in one of them.
for language in en zh; do
	blocks before/cosp10/note.$language.html >old
	blocks after/cosp10/note.$language.html >new
	grep "\"language\": \"$language\"" changes |
		sed 's/.*"from": "\(.*\)", "to": "\(.*\)", "measures".*/\1\t\2/
			s/\\"/"/g' >sentences
	! grep "\"language\": \"$language\"" changes |
		grep -E '"measures": \[\]|"reviews": \[\]' ||
		fail "$language: a sentence changes and nothing is behind it"
	[ "$(wc -l <sentences)" -gt 50 ] || fail "$language: few sentences"
	paste old new | awk -F '\t' -v language=$language '
	FNR == NR { from[++count] = $1; to[count] = $2; next }
	$1 != $2 {
		for (k = 1; k <= count; k++) {
			i = index($1, from[k]); j = index($2, to[k])
			if (i == 0 || j == 0) continue
			old = substr($1, 1, i - 1) substr($1, i + length(from[k]))
			$2 = substr($2, 1, j - 1) substr($2, j + length(to[k]))
			$1 = old
			seen[k] = 1
		}
		if ($1 != $2) {
			print language ": not named: " $1 " | " $2
			faults++
		}
		blocks++
	}
	END {
		for (k = 1; k <= count; k++)
			if (!seen[k]) { print language ": no such sentence: " to[k]; faults++ }
		print language ": " count " sentences in " blocks " blocks"
		exit faults > 0 || blocks < 20
	}' sentences - || fail "$language: sentences"
done
end
