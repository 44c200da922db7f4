#!/bin/sh
# tests/memory.sh - how much memory each filter takes for 10 MB and for 100 MB of input
#
# Fails where a filter needs 8 MiB or more (convert: 9 MiB, in the largest of its processes), where it
# needs 1 MiB more for the larger document than for the smaller one (one run and the next differ by up to
# 640 KiB), or where the bytes that come back from the chain are not those that
# went in. Four documents: an ordinary report; one whose legend stands at its
# end, so that the marks must wait for it; one that is a single table; one that
# is a single line.
#
# usage: tests/memory.sh [BUILD]; MEMORY_SMALL, MEMORY_LARGE: the sizes in bytes
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
build=$(CDPATH='' cd "${1:-$here/../build}" && pwd) || exit 2
PATH=$build:$build/tests:$PATH
LC_ALL=C
export PATH LC_ALL
small=${MEMORY_SMALL:-10000000}
large=${MEMORY_LARGE:-100000000}
growth=1024 # KiB
tmp=$(mktemp -d) || exit 2
TMPDIR=$tmp
export TMPDIR
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
# shellcheck disable=SC1091 # it is checked by itself
. "$here/lib/tap.sh"

# stage FILTER [ARGUMENT ...]: the filter, its peak going to $log
stage() {
	name=tanzaku-$1
	shift
	peak "$log" "$name" "$@"
}

# labels: rows under no header, which makes the table filter ask each of its patterns. One that was asked often, a large
# one some 2,000 times, becomes machine code, which takes up to 1.4 MiB, once; the ordinary report is past 20 MB before.
labels() {
	seq 2500 | sed 's/.*/項&)\t値&)\n/'
}

document() {
	case $kind in
	report) labels; gendoc "$size" ;;
	late-legend) labels; gendoc -e "$size" ;;
	one-table) labels; gendoc -t "$size" ;;
	one-line) head -c "$size" /dev/zero | tr '\0' x; echo ;;
	esac
}

# one_size: the chain over one document, forth and back
one_size() {
	: >"$log"
	document >"$tmp/document"
	stage decode -H <"$tmp/document" | stage split | stage legend | stage outline | stage table |
		stage status | stage date | stage agency >"$tmp/records"
	stage json <"$tmp/records" | stage restore | cmp -s - "$tmp/document" &
	restoring=$!
	mkfifo "$tmp/converted" # what it is would be six times the document
	stage convert -l <"$tmp/document" | tee "$tmp/converted" | wc -l >"$tmp/rows" &
	counting=$!
	stage json -l <"$tmp/records" | cmp -s - "$tmp/converted"
	ok $? "$kind of $size bytes: convert gives what the filters give"
	stage text <"$tmp/records" | cmp -s - "$tmp/document"
	ok $? "$kind of $size bytes: text gives the document back"
	# awk takes minutes for the single line, in which cut finds no TAB
	rows=$(cut -s -f 1- "$tmp/document" | awk -F '\t' 'NF == 5 && $1 != "該当項目" || NF == 2' | wc -l)
	wait $counting
	[ "$(cat "$tmp/rows")" -eq "$rows" ]
	ok $? "$kind of $size bytes: convert -l gives its $rows rows"
	wait $restoring # it takes as long as all else together
	ok $? "$kind of $size bytes: restore gives the document back"
	rm "$tmp/document" "$tmp/records" "$tmp/converted"
}

peak_of() { awk -v name="tanzaku-$2" '$1 == name && $2 > max { max = $2 } END { print max + 0 }' "$1"; }

for kind in report late-legend one-table one-line; do
	if [ $kind = one-line ]; then # its pieces come and go by the megabyte, but it is soon read
		small=$((2 * small)) large=$((2 * large)) growth=$((2 * growth))
	fi
	for size in "$small" "$large"; do
		log=$tmp/log.$size
		one_size
	done
	for filter in decode split legend outline table status date agency json convert text restore; do
		a=$(peak_of "$tmp/log.$small" $filter)
		b=$(peak_of "$tmp/log.$large" $filter)
		limit=8192
		[ $filter != convert ] || limit=9216
		[ "$b" -gt 0 ] && [ "$b" -lt $limit ] && [ $((b - a)) -lt $growth ]
		ok $? "$kind: $filter takes $a KiB, then $b KiB"
	done
done
finish
