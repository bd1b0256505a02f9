#!/bin/sh
# validate.sh PROFILES FILE...: run veraPDF from the installed npm package.
set -eu
tools=$(cd "$(dirname "$0")" && pwd)
classes=${TMPDIR:-/tmp}/rapporteur-validate.$(id -u)
path=$tools/node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar
for jar in jaxb-api jaxb-runtime jaxb-core istack-commons-runtime javax.activation; do
	[ ! -f "/usr/share/java/$jar.jar" ] || path=$path:/usr/share/java/$jar.jar
done
mkdir -p "$classes"
[ "$classes/Validate.class" -nt "$tools/Validate.java" ] ||
	javac -cp "$path" -d "$classes" "$tools/Validate.java"
exec java -Xshare:auto -cp "$path:$classes" Validate "$@"
