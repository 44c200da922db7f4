#!/bin/sh
# tests/valgrind.sh - the whole chain and back under valgrind: no error, no leak, every byte returns
#
# usage: tests/valgrind.sh [BUILD [DOCUMENT ...]] (default: the samples)
set -u
top=$(CDPATH='' cd "$(dirname "$0")/.." && pwd) || exit 2
build=$(CDPATH='' cd "${1:-$top/build}" && pwd) || exit 2
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- "$top"/samples/*.txt
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
passed=0 failed=0

# The chain, each filter inside valgrind; the wrapper script finds them beside itself.
mkdir "$tmp/bin"
cp "$build/tanzaku" "$tmp/bin"
for filter in "$build"/tanzaku-*; do
	cat >"$tmp/bin/${filter##*/}" <<STUB
#!/bin/sh
exec valgrind -q --error-exitcode=99 --leak-check=full --log-file=$tmp/log.%p '$filter' "\$@"
STUB
done
chmod +x "$tmp"/bin/*

# there_and_back DOCUMENT: 1 is a status for lossy documents, and no error
there_and_back() {
	"$tmp/bin/tanzaku" convert "$1" >"$tmp/tree" 2>"$tmp/said"
	status=$?
	[ $status -le 1 ] || { cat "$tmp/said"; return 1; }
	"$tmp/bin/tanzaku" restore "$tmp/tree" >"$tmp/back" && cmp "$tmp/back" "$1" || return 1
	cat "$tmp"/log.* >"$tmp/log"
	[ ! -s "$tmp/log" ]
}

for document; do
	rm -f "$tmp"/log*
	if there_and_back "$document"; then
		passed=$((passed + 1))
		echo "ok - ${document##*/}"
	else
		failed=$((failed + 1))
		echo "not ok - ${document##*/}"
		sed 's/^/# /' "$tmp"/log.*
	fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
