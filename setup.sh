#!/bin/sh
# Make a fresh Debian 12 ready, build the program, and make the reference
# report (report), run the tests (test), after those the ones that want the
# machine to themselves (load), look closer at the source (analyse), count the
# lines that the tests run (coverage), run them under valgrind (valgrind), or
# measure against peers (bench). Safe to repeat; fails loudly.
set -eu
cd "$(dirname "$0")"

PACKAGES="gcc cmake ninja-build pkg-config libcairo2-dev libpango1.0-dev
libharfbuzz-dev libfreetype-dev libxml2-dev libcmark-dev libicu-dev
libqpdf-dev libpng-dev libhyphen-dev libbrotli-dev zlib1g-dev libdeflate-dev libseccomp-dev fonts-noto-cjk
fonts-liberation2 hyphen-en-gb"
TEST_PACKAGES="libcmocka-dev libxml2-utils poppler-utils ghostscript qpdf clang-format
clang-tidy cppcheck libjaxb-java libistack-commons-java
default-jdk-headless chromium nginx-light
libnginx-mod-http-brotli-static wrk valgrind"
BENCH_PACKAGES="libcmocka-dev gnuplot-nox python3-matplotlib python3-lxml libxml2-utils
pandoc texlive-xetex texlive-plain-generic texlive-fonts-recommended lmodern
poppler-utils valgrind"

say() {
	printf '== %s\n' "$*"
}

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

# Install those of the named packages that are missing.
packages() {
	missing=
	for package in "$@"; do
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null |
			grep -q 'install ok installed' || missing="$missing $package"
	done
	[ -n "$missing" ] || return 0
	say "installing$missing"
	as_root apt-get update -qq
	# shellcheck disable=SC2086 # a list of words
	as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# Fill fonts/ from the system's packages, each file held against its checksum.
fonts() {
	say "fonts"
	tail -n +2 fonts/fonts.tsv | cut -f 1,7,8 | sort -u |
		while IFS="$(printf '\t')" read -r file sum package; do
			from=$(dpkg -L "$package" | grep "/$file\$" | head -n 1)
			[ -f "fonts/$file" ] || cp "$from" "fonts/$file"
			printf '%s  fonts/%s\n' "$sum" "$file" | sha256sum --check --quiet
		done
	cp "$(dpkg -L hyphen-en-gb | grep '/hyph_en_GB.dic$')" fonts/
}

# Tools from npm in the named folders, pinned by each folder's package-lock.json.
tools() {
	command -v npm >/dev/null || packages nodejs npm
	for folder in "$@"; do
		[ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] &&
			continue
		say "tools in $folder"
		(cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --silent)
	done
}

# build FOLDER [CMAKE OPTION]...
build() {
	folder=$1
	shift
	say "building in $folder"
	cmake -S . -B "$folder" -G Ninja "$@" >"$folder.log" 2>&1 ||
		{ cat "$folder.log"; exit 1; }
	ninja -C "$folder" >"$folder.log" 2>&1 || { cat "$folder.log"; exit 1; }
	rm "$folder.log"
}

report() {
	# shellcheck disable=SC2086
	packages $PACKAGES
	fonts
	build build -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF
	say "making the reference report"
	build/rapporteur build templates/cosp10
	say "done: note.en.pdf, note.zh.pdf, note.zh-en.pdf, note.en.html and note.zh.html in output/cosp10/; figures/, data/ and site/index.html beside them"
}

tests() {
	# shellcheck disable=SC2086
	packages $PACKAGES $TEST_PACKAGES
	fonts
	tools tests/tools tests/browser
	build build-test -DCMAKE_BUILD_TYPE=Release -DRAPPORTEUR_WERROR=ON
	build build-sanitize -DCMAKE_BUILD_TYPE=Sanitize -DRAPPORTEUR_WERROR=ON
	say "testing the release build"
	ctest --test-dir build-test --output-on-failure -j 2 -LE load
	say "testing under the address and undefined-behaviour sanitizers"
	ctest --test-dir build-sanitize --output-on-failure -j 2
}

# Publishing behind nginx under load and Lighthouse's verdict on the site, on a
# machine that does nothing else.
load() {
	ctest --test-dir build-test --output-on-failure -L load
}

# What the tests' look at the source leaves out for its time.
analyse() {
	# shellcheck disable=SC2086
	packages $PACKAGES $TEST_PACKAGES
	build build-test -DCMAKE_BUILD_TYPE=Release -DRAPPORTEUR_WERROR=ON
	say "clang-tidy, along the calls"
	sh tests/house/tidy.sh . build-test deep
	say "gcc's analyzer: docs/testing.md says what it takes for a fault"
	cmake -S . -B build-analyse -G Ninja -DCMAKE_BUILD_TYPE=Debug \
		-DBUILD_TESTING=OFF -DCMAKE_C_FLAGS="-O1 -fanalyzer" >/dev/null
	ninja -C build-analyse -t clean >/dev/null
	ninja -C build-analyse | grep -e '-Wanalyzer' | sort -u
}

# What the program is measured against; no test needs it.
bench() {
	# shellcheck disable=SC2086
	packages $PACKAGES $BENCH_PACKAGES
	fonts
	tools tests/bench tests/bench/charts
	say "building in build-bench"
	cmake -S . -B build-bench -G Ninja -DCMAKE_BUILD_TYPE=Release >/dev/null
	ninja -C build-bench bench >/dev/null
	say "measuring"
	sh tests/bench/run.sh build-bench
}

# How many lines of each room the tests run.
coverage() {
	# shellcheck disable=SC2086
	packages $PACKAGES $TEST_PACKAGES clang llvm
	fonts
	tools
	build build-coverage -DCMAKE_BUILD_TYPE=Coverage \
		-DCMAKE_C_COMPILER=clang
	say "running the tests"
	sh tests/coverage.sh build-coverage
}

# The ordinary tests under memcheck: hours.
memcheck() {
	# shellcheck disable=SC2086
	packages $PACKAGES $TEST_PACKAGES valgrind
	fonts
	tools
	build build-valgrind -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_C_FLAGS_DEBUG=-O1 -g"
	say "testing under valgrind"
	sh tests/valgrind.sh build-valgrind -j 2
}

case "${1:-}" in
report) report ;;
test) tests ;;
load) load ;;
analyse) analyse ;;
coverage) coverage ;;
valgrind) memcheck ;;
bench) bench ;;
*)
	echo "usage: sh setup.sh report|test|load|analyse|coverage|valgrind|bench" >&2
	exit 2
	;;
esac
