#!/bin/sh
# The reference report's site in a real browser: PROGRAM ROOT.
. "$(dirname "$0")/../endtoend/begin.sh"

copy_report
run out || fail "build"
node "$root/tests/browser/run.js" out/cosp10/site || fail "browser"
node "$root/tests/browser/content.js" out/cosp10/site out/cosp10 || fail "content"

# What an earlier build left in the site goes, and a second build changes nothing.
touch out/cosp10/site/assets/0123456789abcdef.css
"$program" build templates/cosp10 --fonts "$root/fonts" --output out |
	grep -q ', 0 changed$' || fail "a second build changed files"
[ ! -e out/cosp10/site/assets/0123456789abcdef.css ] || fail "a stale asset stays"

# A font is not trusted when it is not whole.
font=$(ls out/cosp10/site/assets/*.woff2 | head -n 1)
cp "$font" whole
head -c 1000 whole >"$font"
run out || fail "build over a broken font"
cmp -s whole "$font" || fail "a broken font was taken over"

# A mistake in the frame is named with its place.
sed 's/{{title}}/{{titel}}/' "$root/templates/site/frame.html" >templates/site/frame.html
if run out 2>messages; then fail "a frame with an unknown place was accepted"; fi
grep -q 'frame.html:[0-9]*:[0-9]*: error: .*titel' messages || fail "$(cat messages)"
end
