#!/bin/sh
# Publishing under load and under fire: PROGRAM ROOT. The configuration of
# docs/nginx.md in the real nginx, wrk and a reader at work while the site is
# published again and again; then publishing is killed at random moments.
# PUBLICATIONS and KILLS say how often.
. "$(dirname "$0")/../endtoend/begin.sh"
publications=${PUBLICATIONS:-5}
kills=${KILLS:-10}

command -v nginx >/dev/null && command -v wrk >/dev/null ||
	{ echo "FAIL: nginx and wrk are needed"; exit 1; }

publish() {
	"$program" publish templates/cosp10 "$work/www/site" \
		--fonts "$root/fonts" --output out --quiet "$@"
}

# Every publication has another style sheet, and another page that asks for it.
change() {
	printf '/* %s */\n' "$1" >>templates/site/style.css
}

copy_report
mkdir -p www
publish || fail "the first publication"
[ -L www/site ] && [ -f www/site/en/index.html ] || fail "no site"
[ -s www/site/en/index.html.gz ] && [ -s www/site/en/index.html.br ] ||
	fail "nothing packed"
gzip -dc www/site/en/index.html.gz | cmp - www/site/en/index.html ||
	fail "what is packed differs"

# What did not change is the same file.
first=$(stat -c %i www/site/data/entries.csv)
change first
publish || fail "the second publication"
[ "$(stat -c %i www/site/data/entries.csv)" = "$first" ] ||
	fail "an unchanged file was written again"
publish --rollback || fail "rollback"
readlink www/site | grep -q '000001$' || fail "rollback leads to $(readlink www/site)"

# A folder that is not ours is left alone.
mkdir -p other/site && touch other/site/mine
if "$program" publish templates/cosp10 other/site --fonts "$root/fonts" \
	--output out --quiet 2>messages; then fail "a foreign folder was taken"; fi
grep -q 'not published by this program' messages || fail "no word about it"
[ -f other/site/mine ] || fail "a foreign file is gone"

# --- nginx as documented ---
. "$root/tests/browser/nginx.sh"
serve "$work/www" || { end; exit 1; }
get() {
	node -e '
	fetch(process.argv[1], {headers: {"accept-encoding": process.argv[2] || "identity"}})
		.then(async (r) => { console.log(r.status, r.headers.get("content-encoding"),
			r.headers.get("content-type"), r.headers.get("cache-control")); })
		.catch((e) => console.log(e));' "$@"
}
get "$address/en/" br,gzip | grep -q '^200 br text/html; charset=utf-8 no-cache' ||
	fail "not packed with brotli: $(get "$address/en/" br,gzip)"
get "$address/en/" gzip | grep -q '^200 gzip text/html; charset=utf-8 no-cache' ||
	fail "not served as documented: $(get "$address/en/" gzip)"

# --- a reader while it is published ---
cat >reader.js <<'JS'
// Open a page, then what it asks for: nothing may be missing.
const [address, stop] = process.argv.slice(2);
const fs = require("fs");
(async () => {
	let views = 0, faults = 0;
	while (!fs.existsSync(stop)) {
		const page = await fetch(address + "/en/");
		const html = await page.text();
		const asked = [...html.matchAll(/(?:href|src)="\.\.\/(assets\/[^"]*)"/g)];
		if (page.status !== 200 || !html.endsWith("</html>\n") || !asked.length) faults++;
		await new Promise((resolve) => setTimeout(resolve, 20));
		for (const [, path] of asked) {
			const asset = await fetch(address + "/" + path);
			if (asset.status !== 200) { faults++; console.log(asset.status, path); }
			await asset.arrayBuffer();
		}
		views++;
	}
	console.log(views, "views,", faults, "faults");
	process.exit(faults > 0 || views === 0 ? 1 : 0);
})();
JS
node reader.js "$address" "$work/stop" >views 2>&1 &
reader=$!
wrk -t1 -c4 -d600s "$address/en/index.html" >load 2>&1 &
load=$!
for i in $(seq "$publications"); do
	change "$i"
	publish || fail "publication $i under load"
done
touch stop
wait "$reader" || fail "a reader missed something: $(tail -n 3 views)"
kill -INT "$load" && wait "$load" || true
grep -q 'requests in' load || fail "no load: $(cat load)"
if grep 'Non-2xx\|Socket errors' load; then fail "under load"; fi
echo "$publications publications: $(cat views); $(grep 'requests in' load)"
[ "$(find www/site.versions -maxdepth 1 -name '0*' -type d | wc -l)" -le 5 ] ||
	fail "old versions are kept"

# --- killed, at moments spread over what a publication takes here ---
began=$(date +%s%N)
change span && publish || fail "publishing once more"
span=$(awk -v ns="$(($(date +%s%N) - began))" 'BEGIN {printf "%.3f", 1.1 * ns / 1e9}')
ls -R www/site/ | grep -v '^assets\|woff2\|\.css\|\.js' | cut -d/ -f1 >names
for i in $(seq "$kills"); do
	change "kill $i"
	(exec "$program" publish templates/cosp10 "$work/www/site" \
		--fonts "$root/fonts" --output out --quiet 2>/dev/null) &
	victim=$!
	sleep "$(awk -v seed="$i$$" 'BEGIN {srand(seed); printf "%.3f", '"$span"' * rand()}')"
	kill -9 "$victim" 2>/dev/null || true
	wait "$victim" 2>/dev/null || true
	style=$(grep -o 'assets/[0-9a-f]*\.css' www/site/en/index.html | head -n 1)
	[ -s "www/site/$style" ] || fail "killed: the style sheet is missing"
	for page in index en/index zh/index zh-en/index data/index en/measures; do
		tail -n 1 "www/site/$page.html" | grep -q '</html>' ||
			fail "killed: $page is not whole"
		grep -q "$style" "www/site/$page.html" || fail "killed: $page is of another version"
	done
	ls -R www/site/ | grep -v '^assets\|woff2\|\.css\|\.js' | cut -d/ -f1 >after
	cmp -s names after || fail "killed: files differ: $(diff names after | head -n 3)"
done
publish || fail "publishing after it was killed"
end
