#!/bin/sh
# Lighthouse on each kind of page, published and served as docs/nginx.md says,
# on a machine that is not asked for anything else: PROGRAM ROOT.
. "$(dirname "$0")/../endtoend/begin.sh"
. "$root/tests/browser/nginx.sh"

copy_report
mkdir www
PORT=$((20000 + $$ % 20000))
sed -i "s|<report |<report address=\"http://127.0.0.1:$PORT/\" |" templates/cosp10/report.xml
"$program" publish templates/cosp10 "$work/www/site" --fonts "$root/fonts" \
	--output out --quiet || fail "publish"
serve "$work/www" && node "$root/tests/browser/lighthouse.mjs" "$address/" ||
	fail "Lighthouse"
end
