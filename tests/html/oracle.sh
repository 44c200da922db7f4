#!/bin/sh
# oracle.sh - the tables of 200 pages, cell by cell, against html5lib, which reads pages as browsers do; and what
# encoding pages name
#
# usage: oracle.sh [PAGES]
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
PATH=$(CDPATH='' cd "${TANZAKU_BIN:-$here/../../build}" && pwd):$PATH || exit 2
pages=${1:-200}
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
cd "$tmp" || exit 2

# the system's has the packages of the system
python=python3
$python -c 'import html5lib' 2>/dev/null || python=/usr/bin/python3
$python -c 'import html5lib' || exit 2

$python "$here/spans.py" make "$pages" || exit 2
passed=0 failed=0
for page in spans-*; do
	if tanzaku convert -l "$page" 2>/dev/null | $python "$here/spans.py" check "$page" html5lib >said 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		cat said
	fi
done
if $python "$here/prescan.py" tanzaku decode --guess; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
[ "$((passed + failed))" -eq "$((pages + 1))" ] || failed=$((failed + 1))
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
