#!/bin/sh
# Every kind of figure in a real browser: PROGRAM ROOT.
. "$(dirname "$0")/../endtoend/begin.sh"

copy_report
cp -R "$root/tests/golden/gallery/templates/gallery" templates/
"$program" build templates/gallery --fonts "$root/fonts" --output out --quiet \
	--format html,svg || fail "build"
node "$root/tests/browser/figures.js" out/gallery || fail "browser"
end
