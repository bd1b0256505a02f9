# Sourced by the tests here, behind PROGRAM ROOT: small_report makes the small
# report in the scratch folder.
. "$(dirname "$0")/../endtoend/begin.sh"

small_report() {
	rm -rf input templates
	cp -RL "$root/tests/golden/lighthouses/input" .
	mkdir templates
	cp -R "$root/tests/golden/lighthouses/templates/lights" templates
	cp -R "$root/templates/languages" "$root/templates/styles" \
		"$root/templates/site" templates
}
