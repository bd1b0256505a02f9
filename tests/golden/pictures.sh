#!/bin/sh
# Draw docs/pictures/gallery/: every kind of figure of the reference data, as
# docs/figures.md shows them. PROGRAM ROOT
set -eu
program=$1
root=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/templates"
cp -R "$root/tests/golden/gallery/templates/gallery" "$root/templates/languages" \
	"$root/templates/styles" "$work/templates"
"$program" charts "$work/templates/gallery" --templates "$work/templates" \
	--input "$root/input" --fonts "$root/fonts" --output "$work/out" \
	--format png --scale 2 --quiet
mkdir -p "$root/docs/pictures/gallery"
for picture in "$work"/out/gallery/figures/*.png; do
	name=$(basename "$picture")
	cmp -s "$picture" "$root/docs/pictures/gallery/$name" && continue
	cp "$picture" "$root/docs/pictures/gallery/$name"
	echo "docs/pictures/gallery/$name"
done
