#!/bin/sh
# What machines read of the reference report's site, published under an address
# below a server's root: PROGRAM ROOT.
. "$(dirname "$0")/../endtoend/begin.sh"
address=https://report.example/notes/cosp10/

copy_report
sed -i "s|<report |<report address=\"$address\" |" templates/cosp10/report.xml
run out || fail "build"
xmllint --noout out/cosp10/site/sitemap.xml || fail "sitemap.xml"
"$program" diff templates/cosp10 --from 2021-09-15 --format json >difference ||
	fail "diff"
node "$root/tests/browser/machines.js" out/cosp10/site "$address" difference ||
	fail "what machines read"

# The day must be one.
sed -i 's/since="day.note9"/since="needs1.total"/' templates/cosp10/report.xml
if run out 2>messages; then fail "a number was taken for a day"; fi
grep -q 'report.xml:4:[0-9]*: error: since: "needs1.total" is not a day' messages ||
	fail "$(cat messages)"

# On that very day nothing has changed yet.
sed -i 's/since="needs1.total"/since="day.cutoff"/' templates/cosp10/report.xml
run out || fail "build on the day itself"
grep -q 'Nothing changed' out/cosp10/site/en/data.html || fail "something changed"
end
