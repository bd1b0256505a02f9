#!/bin/sh
# The committed reference data is what its plan makes, byte for byte; a plan
# that cannot be met says which row; random data has the size asked for and is
# its seed's alone. RECONSTRUCT ROOT
. "$(dirname "$0")/begin.sh"

# count ELEMENT FILE...: how many such elements there are.
count() {
	element=$1
	shift
	cat "$@" | grep -c "<$element " || true
}

# expect WHAT NUMBER FOUND
expect() {
	[ "$2" -eq "$3" ] || fail "$1: $3, not $2"
}

# refuse WORDS ARGUMENT...: the program fails as the input's fault and says so.
refuse() {
	words=$1
	shift
	status=0
	"$program" "$@" 2>said || status=$?
	[ "$status" -eq 2 ] || fail "$*: status $status"
	grep -qF -- "$words" said || fail "$*: said $(cat said)"
}

"$program" --plan "$root/input/reconstruct/cosp10.plan" made || fail "plan"
cmp made/states.xml "$root/input/cosp10/states.xml" ||
	fail "states.xml is not what the plan makes"
diff -r made/reviews "$root/input/cosp10/reviews" >differences ||
	fail "reviews/: $(head -n 5 differences)"

# The main figures, counted here without any part of the program.
expect "reviews of cycle 1" 175 "$(ls made/reviews/c1-* | wc -l)"
expect "reviews of cycle 2" 82 "$(ls made/reviews/c2-* | wc -l)"
expect "needs of cycle 1" 3829 "$(count need made/reviews/c1-*)"
expect "needs of cycle 2" 527 "$(count need made/reviews/c2-*)"
expect "States with needs, cycle 1" 120 \
	"$(grep -l '<need ' made/reviews/c1-* | wc -l)"
expect "States with needs, cycle 2" 54 \
	"$(grep -l '<need ' made/reviews/c2-* | wc -l)"
expect "needs, articles 5 and 6" 96 \
	"$(cat made/reviews/c2-* | grep -cE '<need article="(5|6)"')"
expect "States, articles 7 and 8" 29 \
	"$(grep -lE '<need article="(7|8)"' made/reviews/c2-* | wc -l)"

# Another seed satisfies the same rows with other reviews.
sed 's/^seed .*/seed 1/' "$root/input/reconstruct/cosp10.plan" >other.plan
"$program" --plan other.plan other || fail "another seed"
expect "needs of another seed" 527 "$(count need other/reviews/c2-*)"
! diff -r made/reviews other/reviews >/dev/null || fail "the seed is not read"

# Faults of a plan: all at once, each with its line.
cat >faulty.plan <<'END'
seed many
region north 3
review 1 north 2020-01-01 2020-02-30 2 2
entry need 1 5 1
states need 1 nothing=5 1
wish
END
for words in ':1: error: "many"' ':3: error: "2020-02-30" is not a day' \
	':4: error: no chapter holds article 5' \
	':5: error: no such filter: "nothing"' ':6: error: no such fact: "wish"'; do
	refuse "faulty.plan$words" --plan faulty.plan none
done
cat >short.plan <<'END'
region north 3
chapter I 1 9
review 1 north 2020-01-01 2020-02-28 2 2
entry need 1 5 4
states need 1 article=5 3
END
refuse "short.plan:5: error: the row cannot be met: 2" --plan short.plan none
sed 's/ 2 2$/ 4 4/' short.plan >crowded.plan
refuse "crowded.plan:3: error: only 3 States are free" --plan crowded.plan none
[ ! -e none ] || fail "files of a plan that failed"

# Random data: its size, its seed, its two forms.
"$program" --scale 40 1000 --seed 7 each || fail "scale"
"$program" --scale 40 1000 --seed 7 again || fail "scale again"
"$program" --scale 40 1000 --seed 8 differing || fail "scale, another seed"
"$program" --scale 40 1000 --seed 7 --one-file one || fail "scale, one file"
expect "random reviews" 40 "$(ls each/reviews | wc -l)"
expect "random needs" 1000 "$(count need each/reviews/*)"
expect "random needs in one file" 1000 "$(count need one/reviews/all.xml)"
expect "random States" 40 "$(count state each/states.xml)"
expect "random articles" 200 "$(count article each/convention.xml)"
diff -r each again >/dev/null || fail "one seed, two data sets"
! diff -r each/reviews differing/reviews >/dev/null || fail "two seeds, one data set"
cat each/reviews/* | grep '<[nc][eh]' | LC_ALL=C sort >entries.each
grep '<[nc][eh]' one/reviews/all.xml | LC_ALL=C sort >entries.one
cmp entries.each entries.one || fail "the two forms differ"
refuse 'is not a number' --scale 0 10 none
refuse 'usage:' --seed 3 none
end
