#!/bin/sh
# Every command and option of --help on a small report: its words, what it
# writes, its exit status; publishing and going back; slips of the command line.
. "$(dirname "$0")/begin.sh"
mkdir input templates
cp -R "$root/tests/golden/lighthouses/input/lights" "$root/input/schema" input
cp -R "$root/tests/golden/lighthouses/templates/lights" \
	"$root/templates/languages" "$root/templates/styles" \
	"$root/templates/site" templates

# go STATUS WORD...: run; its words to `out` and `err`.
go() {
	wanted=$1
	shift
	status=0
	"$program" "$@" --fonts "$root/fonts" >out 2>err || status=$?
	[ "$status" -eq "$wanted" ] ||
		fail "$*: exit status $status: $(head -n 3 err)"
}

# said FILE PATTERN
said() {
	grep -qE -- "$2" "$1" || fail "not in $1: $2: $(head -n 3 "$1")"
}

# --- what it is ---
go 0 --help
said out '^Usage: rapporteur COMMAND'
for command in build charts check measures audit explain diff publish watch; do
	said out "^  $command "
done
go 0 build --help
said out '^Usage: '
go 0 --version
said out '^rapporteur [0-9.]+$'

# --- without the module beside it, it says so; what draws nothing runs ---
if [ "$(head -c 2 "$program")" != '#!' ]; then # valgrind's stand-in is a script
	mkdir alone
	cp "$program" alone/rapporteur
	together=$program
	program=alone/rapporteur
	go 3 build templates/lights
	said err '^rapporteur: error: .*rapporteur-draw.so'
	[ ! -e output ] || fail "output without the module"
	go 0 check templates/lights
	program=$together
	ln -s "$program" linked
	program=./linked
	go 0 charts templates/lights --format svg
	program=$together
	rm -r alone linked output
fi

# --- slips ---
go 2
said err '^Usage: '
go 2 bild
said err 'no such command: "bild"'
go 2 build --colour
said err 'unrecognized option'
go 2 build --format pdf,doc
said err 'no such format: "doc"'
go 2 measures --format html
said err 'it cannot be printed as "html"'
go 2 build --print tree
said err 'no such stage: "tree"'
for scale in 0 21 two 2x nan; do
	go 2 charts --scale "$scale"
	said err "not a scale from 0 to 20: \"$scale\""
done
for keep in 0 1001 few 2x; do
	go 2 publish www --keep "$keep"
	said err "not a number of versions from 1 to 1000: \"$keep\""
done
go 2 check --as-of 1904-02-30
said err 'not a day yyyy-mm-dd: "1904-02-30"'
go 2 check templates/lights templates/lights
said err 'one word too many: "templates/lights"'
go 2 publish
said err 'name a target behind "publish"'
[ ! -e output ] || fail "a slip wrote something"

# --- measures ---
go 0 measures
said out '^needs +number +6$'
go 0 measures templates/lights --format tsv
said out '^needs	6	count\(need, cycle=1\)	'
go 0 measures --format json
said out '\{"id": "needs",'

# --- where a claim comes from ---
claim=$(grep -o '<claim id="[^"]*' "$root/templates/cosp10/measures.xml" |
	head -n 1 | cut -d '"' -f 2)
go 0 explain "$claim" "$root/templates/cosp10" --input "$root/input"
said out "^$claim: .* holds$"
said out '/en\.md:[0-9]+:[0-9]+ '
said out '^refers to'

# --- which report ---
cp -R templates/lights templates/lamps
go 2 check
said err 'several reports in templates: name one'
rm -r templates/lamps
go 2 check --templates input
said err 'no report.xml in any folder of input'
go 0 check --timings --verbose
said err '^in all +[0-9.]+ ms$'

# --- words that cannot be written ---
for words in "measures --fonts $root/fonts" --help --version; do
	status=0
	# shellcheck disable=SC2086 # a list of words
	"$program" $words >/dev/full 2>err || status=$?
	[ "$status" -eq 3 ] || fail "$words, a full disk: exit status $status"
	said err 'cannot write to standard output'
done

# --- charts ---
go 0 charts --figure years --format png --scale 1
small=$(wc -c <output/lights/figures/years.en.png)
go 0 charts --figure years --format png --scale 3
[ "$(wc -c <output/lights/figures/years.en.png)" -gt "$small" ] ||
	fail "--scale changes nothing"
go 2 charts --figure absent

# --- publish ---
mkdir www
go 0 publish www/site --keep 2
[ "$(readlink www/site)" = site.versions/000001 ] || fail "no first version"
sed -i 's/^# Towers and lamps/# Lamps/' templates/lights/en.md
go 0 publish templates/lights www/site/ --keep 2 --quiet
grep -q 'Lamps</h' www/site/en/index.html || fail "not published"
gzip -dc www/site/en/index.html.gz | cmp -s - www/site/en/index.html ||
	fail "what is packed differs"
go 0 publish --rollback www/site
grep -q 'Towers and lamps</h' www/site/en/index.html || fail "not taken back"
go 2 publish --rollback www/site
said err 'there is no version to go back to'
mkdir www/mine && touch www/mine/file
go 2 publish www/mine
said err 'not published by this program'
go 3 publish absent/site
said err 'cannot make folder'
end
