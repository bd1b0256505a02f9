#!/bin/sh
# Change one need in one review: exactly the numbers that depend on it change,
# in both languages, in the text and in the figures.
. "$(dirname "$0")/begin.sh"

copy_report
run before || fail "build"

# One need on article 9 of one review is now on article 12; the State keeps
# other needs on both, or the change would move more.
file=$(grep -l 'article="12" .*category' input/cosp10/reviews/c2-*.xml | while read -r name; do
	grep -c '<need article="9"' "$name" | grep -qE '^([2-9]|[0-9]{2,})$' &&
		grep -q '<need article="12"' "$name" && echo "$name" && break
done)
[ -n "$file" ] || file=$(grep -l '<need article="9"' input/cosp10/reviews/c2-*.xml | head -n 1)
sed -i '0,/<need article="9"/s//<need article="12"/' "$file"
run after || fail "build after the change"

# Which measures moved, by their values in the two tables.
moved() {
	awk -F '\t' 'FNR == NR { old[$1] = $2; next } old[$1] != $2 { print $1 }' \
		before/cosp10/data/measures.tsv after/cosp10/data/measures.tsv
}
moved | sort >moved
grep -qx needs2.art9 moved && grep -qx needs2.art12 moved ||
	fail "needs on articles 9 and 12 did not move"
for still in needs2.total needs2.art5 needs2.ch5 needs1.total; do
	! grep -qx "$still" moved || fail "$still moved"
done

# In the text: a value differs between the builds if and only if its measure
# moved. One line a value: "measure value".
values() {
	grep -o '<data [^>]*>' "$1" | sed 's/.*data-measure="\([^"]*\)".*/\1/' >ids
	grep -o '<data [^>]*>' "$1" | sed 's/.* value="\([^"]*\)".*/\1/' >numbers
	paste ids numbers
}
for language in en zh; do
	values "before/cosp10/note.$language.html" >old
	values "after/cosp10/note.$language.html" >new
	[ -s old ] || fail "no value in note.$language.html"
	diff old new | sed -n 's/^> \([^	]*\)	.*/\1/p' | sort -u >shown
	[ -s shown ] || fail "nothing changed in note.$language.html"
	comm -23 shown moved | grep . && fail "$language: changed without its measure"
	comm -12 moved shown >both
	values "before/cosp10/note.$language.html" | cut -f 1 | sort -u |
		comm -12 - moved | diff - both >/dev/null ||
		fail "$language: a measure moved and its words did not"
	cmp -s "before/cosp10/note.$language.pdf" "after/cosp10/note.$language.pdf" &&
		fail "note.$language.pdf did not change"
	# Figure V shows these articles; the first cycle's does not.
	cmp -s "before/cosp10/figures/chapter2.$language.svg" \
		"after/cosp10/figures/chapter2.$language.svg" &&
		fail "the figure of chapter II did not change"
	cmp -s "before/cosp10/figures/categories1.$language.svg" \
		"after/cosp10/figures/categories1.$language.svg" ||
		fail "the figure of the first cycle changed"
done
end
